import { UserError } from '../../src/errors.js'
import { type Platform, parsePlatform } from '../../src/image/platform.js'
import { parseJson, textMember } from '../../src/json.js'
import type { Registry } from '../../src/registry/client.js'
import { type StoredManifest, viewManifest } from '../../src/registry/manifest.js'
import type { ImageTarget } from './targets.js'

/** An image as the registry has it. */
export interface LandedImage {
  readonly digest: string
  readonly platforms: readonly Platform[]
  /** Compressed bytes of all platforms, layers and configurations. */
  readonly size: number
}

/**
 * Reads an image back from the registry and compares it with what was asked for.
 *
 * @param digest what buildx says it pushed
 * @throws UserError that names what is missing or different
 */
export async function readLanded(
  registry: Registry,
  target: ImageTarget,
  tag: string,
  digest: string,
): Promise<LandedImage> {
  const reference = `${target.repository}:${tag}`
  const manifest = await registry.manifest(target.name, tag)
  if (manifest === undefined) throw new UserError(`${reference} is not in the registry after the push`)
  if (manifest.digest !== digest) {
    throw new UserError(`${reference} is ${manifest.digest} in the registry, and ${digest} was pushed`, {
      next: 'Somebody else pushes to the same tag: look for a second run',
    })
  }
  const landed = await describe(registry, target, manifest)
  const missing = target.platforms.filter(platform => !landed.platforms.includes(platform))
  if (missing.length > 0) {
    throw new UserError(
      `${reference} has ${landed.platforms.join(', ') || 'no platform'} in the registry, and ${missing.join(', ')} is missing`,
    )
  }
  return landed
}

async function describe(registry: Registry, target: ImageTarget, manifest: StoredManifest): Promise<LandedImage> {
  const view = viewManifest(manifest)
  if (view.kind === 'image') {
    const config = await registry.blob(target.name, view.config.digest)
    const parsed = parseJson(config === undefined ? '' : new TextDecoder().decode(config))
    const parts = ['os', 'architecture', 'variant'].map(part => textMember(parsed, part))
    const platform = parsePlatform(parts.filter(part => part !== undefined).join('/'))
    return { digest: manifest.digest, platforms: platform === undefined ? [] : [platform], size: sizeOf(view) }
  }
  const images = view.manifests.filter(entry => !entry.attestation)
  const sizes = await Promise.all(
    images.map(async entry => {
      const image = await registry.manifest(target.name, entry.digest)
      if (image === undefined) throw new UserError(`${target.repository}@${entry.digest} is not in the registry`)
      const inner = viewManifest(image)
      return inner.kind === 'image' ? sizeOf(inner) : 0
    }),
  )
  return {
    digest: manifest.digest,
    platforms: images.map(entry => entry.platform).filter(platform => platform !== undefined),
    size: sizes.reduce((sum, size) => sum + size, 0),
  }
}

function sizeOf(image: {
  readonly config: { readonly size: number }
  readonly layers: readonly { readonly size: number }[]
}): number {
  return image.layers.reduce((sum, layer) => sum + layer.size, image.config.size)
}
