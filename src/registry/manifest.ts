import { createHash } from 'node:crypto'
import { UserError } from '../errors.js'
import type { Platform } from '../image/platform.js'
import { parsePlatform } from '../image/platform.js'
import { listMember, member, numberMember, parseJson, textMember } from '../json.js'

/** A manifest or an index as the registry keeps it: its digest is that of these bytes. */
export interface StoredManifest {
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** `sha256:` and 64 hex digits, computed from the bytes. */
  readonly digest: string
}

export interface Descriptor {
  readonly digest: string
  /** Bytes. */
  readonly size: number
  readonly platform: Platform | undefined
  /** Attestations and other things that are no image to run. */
  readonly attestation: boolean
}

export type ManifestView =
  | { readonly kind: 'index'; readonly manifests: readonly Descriptor[] }
  | { readonly kind: 'image'; readonly config: Descriptor; readonly layers: readonly Descriptor[] }

/** What registries are told that we understand. */
export const MANIFEST_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
]

export function storedManifest(mediaType: string, bytes: Uint8Array): StoredManifest {
  return { mediaType, bytes, digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}` }
}

/**
 * A manifest taken apart.
 *
 * @throws UserError when the bytes are neither an image manifest nor an index
 */
export function viewManifest(manifest: StoredManifest): ManifestView {
  const body = parseJson(new TextDecoder().decode(manifest.bytes))
  if (Array.isArray(member(body, 'manifests'))) {
    return { kind: 'index', manifests: listMember(body, 'manifests').map(descriptor) }
  }
  if (member(body, 'config') !== undefined) {
    return {
      kind: 'image',
      config: descriptor(member(body, 'config')),
      layers: listMember(body, 'layers').map(descriptor),
    }
  }
  throw new UserError(`manifest ${manifest.digest} (${manifest.mediaType}) is neither an image nor an index`)
}

function descriptor(value: unknown): Descriptor {
  const platform = member(value, 'platform')
  const os = textMember(platform, 'os')
  const architecture = textMember(platform, 'architecture')
  const variant = textMember(platform, 'variant')
  const annotations = member(value, 'annotations')
  const written = [os, architecture, variant].filter(part => part !== undefined).join('/')
  return {
    digest: textMember(value, 'digest') ?? '',
    size: numberMember(value, 'size') ?? 0,
    platform: os === undefined || os === 'unknown' ? undefined : parsePlatform(written),
    attestation: os === 'unknown' || textMember(annotations, 'vnd.docker.reference.type') !== undefined,
  }
}
