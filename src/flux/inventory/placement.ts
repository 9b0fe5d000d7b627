import { posix } from 'node:path'
import { type Applied, type AppliedFolder, appliedBy, appliedIn, isBelow, type Layout } from './applied.js'
import type { Builds } from './build.js'
import { type AsApplied, builtFolder } from './built-folder.js'
import type { Finish } from './finish.js'
import type { FluxKustomization } from './flux-kustomization.js'
import type { Resource } from './resource.js'

/** One way in which an object of the tree reaches a cluster. */
export interface Placement extends Applied {
  /** Who applies it; undefined where no Flux Kustomization of the tree does. */
  readonly by: FluxKustomization | undefined
  /** The cluster that it reaches; undefined where that is not known, so that it may be any. */
  readonly cluster: Cluster | undefined
}

/** What one root Kustomization brings about, itself and everything below it. A tree may hold several. */
export interface Cluster {
  /** The path of the root Kustomization, or '' for a tree with no such root. */
  readonly name: string
  readonly kustomizations: ReadonlySet<FluxKustomization>
}

export interface Placements {
  readonly clusters: readonly Cluster[]
  /** The objects as they are applied: one of a file is there once for each result, and not at all where every build leaves it out. */
  readonly resources: readonly Resource[]
  /** At least one for each object; for one of a file those of all that it becomes. */
  readonly of: ReadonlyMap<Resource, readonly Placement[]>
  readonly folders: ReadonlyMap<FluxKustomization, AppliedFolder>
}

/**
 * Where each object of a tree goes. A cluster starts at a Kustomization named flux-system, as a bootstrap makes it; what no
 * such root reaches belongs to the only cluster there is, or to one that is not known.
 */
export function placementsOf(
  resources: readonly Resource[],
  kustomizations: readonly FluxKustomization[],
  layout: Layout,
  isForeign: (kustomization: FluxKustomization) => boolean,
  builds: Builds,
  finish: (kustomization: FluxKustomization) => Finish,
  as: AsApplied,
): Placements {
  const removed = new Set<Resource>()
  const folders = new Map(
    kustomizations.map(kustomization => {
      if (isForeign(kustomization)) return [kustomization, elsewhere]
      const read = appliedBy(kustomization, layout)
      const build = builds(kustomization)
      if (build === undefined || 'error' in build) return [kustomization, read]
      const built = builtFolder(kustomization, read, layout, build.objects, finish(kustomization), as)
      for (const resource of built.removed) removed.add(resource)
      return [kustomization, built.folder]
    }),
  )
  const clusters = clustersOf(kustomizations, folders)
  const placements = new Map<Resource, Placement[]>()
  const variants = new Map<Resource, Set<Resource>>()
  const isPlaced = (resource: Resource) => placements.has(resource) || variants.has(resource) || removed.has(resource)
  const place = (applied: Applied, by: FluxKustomization | undefined, cluster: Cluster | undefined): void => {
    const known = placements.get(applied.resource)
    const placement = { ...applied, by, cluster }
    if (known === undefined) placements.set(applied.resource, [placement])
    else known.push(placement)
    const written = applied.resource.made?.written
    if (written !== undefined) variants.set(written, (variants.get(written) ?? new Set()).add(applied.resource))
  }
  const rewritten = rewrittenIn(folders)
  for (const [by, { objects }] of folders) {
    const mayChange = rewritten.has(by.resource)
    const owners = clusters.filter(cluster => cluster.kustomizations.has(by))
    for (const object of objects) {
      const applied = mayChange ? { ...object, isPatched: true, isRewritten: true } : object
      if (owners.length === 0) place(applied, by, undefined)
      for (const cluster of owners) place(applied, by, cluster)
    }
  }
  const only = clusters.length === 1 ? clusters[0] : undefined
  for (const folder of rootFolders(layout)) {
    for (const applied of appliedIn(folder, layout).objects) {
      if (!isPlaced(applied.resource)) place(applied, undefined, only)
    }
  }
  for (const resource of resources) {
    const { namespace, name } = resource
    if (!isPlaced(resource)) place({ resource, namespace, name, isPatched: false, isRewritten: false }, undefined, only)
  }
  const applied = resources.flatMap(resource => [
    ...(placements.has(resource) ? [resource] : []),
    ...(variants.get(resource) ?? []),
  ])
  const of = new Map<Resource, readonly Placement[]>(placements)
  for (const [resource, made] of variants)
    of.set(
      resource,
      [resource, ...made].flatMap(one => placements.get(one) ?? []),
    )
  return { clusters, resources: applied, of, folders }
}

/** Objects that a patch may change. Where one is a Kustomization, the patch may bring patches for all that it applies. */
function rewrittenIn(folders: ReadonlyMap<FluxKustomization, AppliedFolder>): ReadonlySet<Resource> {
  const all = [...folders.values()].flatMap(({ objects }) => objects)
  return new Set(all.filter(({ isRewritten }) => isRewritten).map(({ resource }) => resource))
}

/** What a path of another repository comes to is not known. */
const elsewhere: AppliedFolder = { objects: [], files: new Set(), generated: [], isOpen: true, isCut: false }

function clustersOf(
  kustomizations: readonly FluxKustomization[],
  folders: ReadonlyMap<FluxKustomization, AppliedFolder>,
): readonly Cluster[] {
  const byResource = new Map(kustomizations.map(kustomization => [kustomization.resource, kustomization]))
  const reached = (root: FluxKustomization): ReadonlySet<FluxKustomization> => {
    const found = new Set([root])
    for (const next of found) {
      for (const { resource } of folders.get(next)?.objects ?? []) {
        const inner = byResource.get(resource)
        // A root applies itself, and never that of another cluster.
        if (inner !== undefined && (!isRoot(inner) || inner === root)) found.add(inner)
      }
    }
    return found
  }
  const roots = kustomizations.filter(isRoot)
  if (roots.length === 0) return apart(kustomizations, folders)
  const clusters = roots.map(root => ({ name: root.path ?? '', kustomizations: reached(root) }))
  if (clusters.length > 1) return clusters
  // With a single root whatever else there is belongs to it too, such as what a person applies by hand.
  return clusters.map(({ name }) => ({ name, kustomizations: new Set(kustomizations) }))
}

/**
 * Clusters of a tree that says of none where it starts. One cluster holds a Kustomization of a name once, so folders with one
 * each are a cluster each; what lies in neither may belong to all of them.
 */
function apart(
  kustomizations: readonly FluxKustomization[],
  folders: ReadonlyMap<FluxKustomization, AppliedFolder>,
): readonly Cluster[] {
  // Whatever another one applies has the name and the namespace that this gives it.
  const applied = new Set([...folders.values()].flatMap(({ objects }) => objects.map(({ resource }) => resource)))
  const isApplied = ({ resource }: FluxKustomization) => applied.has(resource)
  const split = (members: readonly FluxKustomization[], below: string): readonly Cluster[] => {
    const twins = twinsIn(members.filter(member => !isApplied(member) && isBelow(member.resource.file.path, below)))
    const shared = sharedFolder(twins.map(({ resource }) => posix.dirname(resource.file.path)))
    const partOf = ({ resource }: FluxKustomization) => partBelow(shared, resource.file.path)
    const parts = new Set(twins.map(partOf))
    if (parts.size < 2) return [{ name: '', kustomizations: new Set(members) }]
    return [...parts].flatMap(part =>
      split(
        members.filter(member => partOf(member) === part || !parts.has(partOf(member))),
        part,
      ),
    )
  }
  return split(kustomizations, '.')
}

/** Kustomizations of one name and namespace, the first that occur more than once. */
function twinsIn(kustomizations: readonly FluxKustomization[]): readonly FluxKustomization[] {
  const byName = new Map<string, FluxKustomization[]>()
  for (const item of kustomizations) {
    const { namespace, name } = item.resource
    if (namespace === undefined || name === undefined || name.includes('$') || namespace.includes('$')) continue
    const key = `${namespace}/${name}`
    byName.set(key, [...(byName.get(key) ?? []), item])
  }
  return [...byName.values()].find(items => items.length > 1) ?? []
}

/** The innermost folder that holds all of them. */
function sharedFolder(folders: readonly string[]): string {
  let shared = folders[0] ?? '.'
  while (!folders.every(folder => isBelow(folder, shared))) shared = posix.dirname(shared)
  return shared
}

/** What of a folder holds a file: a sub-folder, or the file itself. */
function partBelow(folder: string, path: string): string {
  const start = folder === '.' ? '' : `${folder}/`
  if (!path.startsWith(start)) return path
  const end = path.indexOf('/', start.length)
  return end === -1 ? path : path.slice(0, end)
}

/** What `flux bootstrap` writes: a Kustomization named flux-system that applies the folder it lies in. */
function isRoot({ resource, path }: FluxKustomization): boolean {
  return resource.name === 'flux-system' && path !== undefined && isBelow(resource.file.path, path)
}

/** Folders whose kustomize file no other lists. */
function rootFolders(layout: Layout): readonly string[] {
  const listed = new Set<string>()
  for (const kustomize of layout.kustomizeFiles.values()) {
    for (const { path } of kustomize.entries) if (path !== undefined) listed.add(path)
  }
  return [...layout.kustomizeFiles.keys()].filter(folder => !listed.has(folder)).sort()
}
