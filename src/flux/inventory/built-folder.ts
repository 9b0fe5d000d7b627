import { isMapping, isSame, member, textMember } from '../../json.js'
import type { Applied, AppliedFolder, Layout } from './applied.js'
import type { BuiltObject } from './build.js'
import type { Finish, Finished } from './finish.js'
import type { FluxKustomization } from './flux-kustomization.js'
import { type PatchPlace, patchPlacesOf } from './patch-places.js'
import type { Making, Resource } from './resource.js'

/** Gives an object of a file as it became, and says which patches may have made it so. */
export type AsApplied = (resource: Resource, finished: Finished, patches: Making['patches']) => Resource

/** What a folder comes to, as kustomize built it. */
export interface BuiltFolder {
  readonly folder: AppliedFolder
  /** Objects that its files hold and that the build leaves out, as a patch can delete them. */
  readonly removed: readonly Resource[]
}

/**
 * Puts what kustomize built in the place of what was read: each object as it is applied, at the place where it is written.
 *
 */
export function builtFolder(
  kustomization: FluxKustomization,
  read: AppliedFolder,
  layout: Layout,
  objects: readonly BuiltObject[],
  finish: Finish,
  as: AsApplied,
): BuiltFolder {
  let places: readonly PatchPlace[] | undefined
  const patches = () => {
    places ??= patchPlacesOf(kustomization, read.files, layout)
    return places
  }
  const waiting = new Map<string, Applied[]>()
  for (const item of read.objects) {
    const { path } = item.resource.file
    const known = waiting.get(path)
    if (known === undefined) waiting.set(path, [item])
    else known.push(item)
  }
  const applied = new Map<Applied, Applied>()
  const generated: BuiltObject[] = []
  for (const object of objects) {
    const { body, origin } = object
    const candidates = origin === undefined ? [] : (waiting.get(origin) ?? [])
    const found = sourceOf(body, candidates)
    if (found === undefined) {
      generated.push(object)
      continue
    }
    candidates.splice(candidates.indexOf(found), 1)
    const finished = finish(body)
    const metadata = member(finished.body, 'metadata')
    applied.set(found, {
      resource: as(found.resource, finished, patches),
      namespace: textMember(metadata, 'namespace'),
      name: textMember(metadata, 'name'),
      isPatched: finished.isOpen,
      isRewritten: false,
    })
  }
  // Where something of a file was not recognised, what seems to be missing may be that.
  const unsure = new Set(generated.flatMap(({ origin }) => origin ?? []))
  const left = [...waiting].flatMap(([path, items]) => (unsure.has(path) ? items : []))
  const removed = [...waiting].flatMap(([path, items]) =>
    unsure.has(path) ? [] : items.map(({ resource }) => resource),
  )
  return {
    // In the order of the files, whatever order kustomize prints.
    folder: {
      ...read,
      objects: read.objects.flatMap(item => applied.get(item) ?? (left.includes(item) ? item : [])),
      generated,
      isOpen: false,
    },
    removed,
  }
}

/** Which object of a file it was: that of its name, or of its kind alone where there is one. */
function sourceOf(body: unknown, candidates: readonly Applied[]): Applied | undefined {
  const kind = textMember(body, 'kind')
  const group = groupOf(textMember(body, 'apiVersion') ?? '')
  const metadata = member(body, 'metadata')
  const name = textMember(metadata, 'name')
  const namespace = textMember(metadata, 'namespace')
  const same = candidates.filter(({ resource }) => resource.kind === kind && resource.group === group)
  if (same.length < 2) return same[0]
  const named = same.filter(item => item.name === name)
  return (
    named.find(item => item.namespace === namespace) ?? named[0] ?? same.find(({ resource }) => resource.name === name)
  )
}

function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/')
  return slash < 0 ? '' : apiVersion.slice(0, slash)
}

/**
 * Gives objects as they are applied; one and the same for the same result, and the object of the file itself where nothing but
 * its name and namespace differs.
 */
export function appliedObjects(): AsApplied {
  const known = new Map<Resource, Map<string, Resource>>()
  return (resource, finished, patches) => {
    const body = underItsOwnName(finished.body, resource)
    if (isSame(body, resource.body)) return resource
    const variants = known.get(resource) ?? new Map<string, Resource>()
    known.set(resource, variants)
    const key = JSON.stringify(body)
    const variant = variants.get(key) ?? {
      ...resource,
      body,
      made: { written: resource, unsubstituted: underItsOwnName(finished.unsubstituted, resource), patches },
    }
    variants.set(key, variant)
    return variant
  }
}

/** With the name and namespace that the file has: the ones it gets are those of its placements. */
function underItsOwnName(body: unknown, { name, namespace }: Resource): unknown {
  const metadata = member(body, 'metadata')
  if (!isMapping(body) || !isMapping(metadata)) return body
  const { name: _, namespace: __, ...rest } = metadata
  const own = { ...(name === undefined ? {} : { name }), ...(namespace === undefined ? {} : { namespace }) }
  return { ...body, metadata: { ...own, ...rest } }
}
