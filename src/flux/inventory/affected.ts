import { posix } from 'node:path'
import { textMember } from '../../json.js'
import type { Inventory } from '../inventory.js'
import { isBelow } from './applied.js'
import type { FluxKustomization } from './flux-kustomization.js'
import { isKustomizeFileName } from './kustomize-file.js'
import { listIn } from './resource.js'
import { IGNORE_FILE } from './source-ignore.js'

/**
 * The Kustomizations whose result a change of files can alter: by what is in their folders, by what they say themselves, by the
 * source that they take it from (and what a .sourceignore leaves out of it) and by the ConfigMaps and Secrets whose values they put in. Rather one too many than one too few.
 *
 * @param changed paths of files that were changed, added or removed, manifests or not
 */
export function affectedKustomizations(
  inventory: Inventory,
  changed: ReadonlySet<string>,
): ReadonlySet<FluxKustomization> {
  const { kustomizations, folders } = inventory
  if ([...changed].some(path => posix.basename(path) === IGNORE_FILE)) return new Set(kustomizations)
  const named = new Set([...changed].flatMap(path => inventory.layout.resourcesOf(path).map(({ name }) => name)))
  const parts = new Set(inventory.parts.map(({ file }) => file.path))
  const isObject = (path: string) =>
    inventory.layout.resourcesOf(path).length > 0 && !isKustomizeFileName(path) && !parts.has(path)
  const affected = new Set<FluxKustomization>()
  const reshaped = new Set<FluxKustomization>()
  for (const item of kustomizations) {
    const own = readBy(item, changed, inventory)
    if (changed.has(item.resource.file.path) || own.some(path => !isObject(path))) reshaped.add(item)
    if (reshaped.has(item) || own.length > 0 || namesIn(item).some(name => named.has(name))) affected.add(item)
  }
  // Whoever applies a Kustomization may patch it.
  for (const parent of reshaped) {
    const applied = new Set(folders.get(parent)?.objects.map(({ resource }) => resource))
    for (const item of kustomizations) if (applied.has(item.resource)) reshaped.add(item)
  }
  return new Set([...affected, ...reshaped])
}

/** The files of the affected Kustomizations and of all that wait for them, and the changed files themselves. */
export function affectedFiles(inventory: Inventory, changed: ReadonlySet<string>): ReadonlySet<string> {
  const { kustomizations, folders } = inventory
  const affected = new Set(affectedKustomizations(inventory, changed))
  for (const { resource } of affected) {
    const waiting = kustomizations.filter(({ dependsOn }) => dependsOn.some(({ name }) => name === resource.name))
    for (const item of waiting) affected.add(item)
  }
  const files = [...affected].flatMap(item => [item.resource.file.path, ...(folders.get(item)?.files ?? [])])
  return new Set([...changed, ...files])
}

/** Those of the changed files that it is built from. What is no manifest may be read by whatever stands above it. */
function readBy(
  item: FluxKustomization,
  changed: ReadonlySet<string>,
  { folders, layout }: Inventory,
): readonly string[] {
  const files = folders.get(item)?.files ?? new Set()
  const roots = new Set([
    ...(item.path === undefined ? [] : [item.path]),
    ...item.components,
    ...[...files].filter(isKustomizeFileName).map(path => posix.dirname(path)),
  ])
  return [...changed].filter(
    path => files.has(path) || (!layout.isFile(path) && [...roots].some(root => isBelow(path, root))),
  )
}

/** Of the objects that it takes its manifests and its variables from. */
function namesIn({ source, resource }: FluxKustomization): readonly (string | undefined)[] {
  return [source.name, ...listIn(resource, 'spec', 'postBuild', 'substituteFrom').map(from => textMember(from, 'name'))]
}
