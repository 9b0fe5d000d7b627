import { posix } from 'node:path'
import type { SourceFile } from '../../yaml/source-file.js'
import type { BuiltObject } from './build.js'
import type { FluxKustomization } from './flux-kustomization.js'
import type { KustomizeFile, PatchTarget } from './kustomize-file.js'
import { isKustomizeFileName } from './kustomize-file.js'
import type { Resource } from './resource.js'
import type { Fetching } from './source-ignore.js'

/** An object as a Flux Kustomization, or a kustomize file that nobody refers to, applies it. */
export interface Applied {
  readonly resource: Resource
  /** After every `namespace:` and `targetNamespace` above it; undefined where none is written. */
  readonly namespace: string | undefined
  /** With every prefix and suffix; undefined without a name. */
  readonly name: string | undefined
  /** Whether a patch, a replacement or a substitution may change what the file says. */
  readonly isPatched: boolean
  /** The same without substitution, which leaves alone what holds no variable. */
  readonly isRewritten: boolean
}

/** What a folder comes to. */
export interface AppliedFolder {
  readonly objects: readonly Applied[]
  /** Every file that has a part in it, kustomize files too. */
  readonly files: ReadonlySet<string>
  /** Objects of no file, such as generators make; where it was not built there are none. */
  readonly generated: readonly BuiltObject[]
  /** Whether there may be more than is seen here: remote bases, charts, generators of objects. */
  readonly isOpen: boolean
  /** Whether there was so much that not all of it was followed. */
  readonly isCut: boolean
}

/** The tree as folders and files know each other. */
export interface Layout {
  readonly kustomizeFiles: ReadonlyMap<string, KustomizeFile>
  /** The kustomize file of a folder. */
  kustomizeFileIn(folder: string): KustomizeFile | undefined
  resourcesOf(path: string): readonly Resource[]
  isFile(path: string): boolean
  fileAt(path: string): SourceFile | undefined
  /** What the source of a Kustomization hands on. */
  fetching(kustomization: FluxKustomization): Fetching
  /** Every `.yaml` and `.yml` below a folder, sorted. */
  filesBelow(folder: string): readonly string[]
}

/** What a Flux Kustomization applies, found without building it. Its path may lack a kustomize file: then Flux generates one (see generatedEntries). */
export function appliedBy(kustomization: FluxKustomization, layout: Layout): AppliedFolder {
  const { path, components, targetNamespace, prefix, suffix, patches, substitutes } = kustomization
  if (path === undefined) return { objects: [], files: new Set(), generated: [], isOpen: true, isCut: false }
  const walk = walkOf(layout, layout.fetching(kustomization).isFetched)
  const found = folderObjects(path, walk)
  const kustomize = layout.kustomizeFileIn(path)
  const added = components
    .flatMap(component => folderObjects(component, walk))
    // Flux writes them into the kustomize file, so what that says holds for them too.
    .map(item => (kustomize === undefined ? item : transformed(item, kustomize)))
  // A component's patches reach everything, and what they change is not followed here.
  const isRewritten = (item: Applied) =>
    item.isRewritten || components.length > 0 || patches.some(patch => concerns(patch, item))
  const objects = [...found, ...added].map(item => ({
    ...item,
    namespace: targetNamespace ?? item.namespace,
    name: renamed(item, targetNamespace, prefix, suffix),
    isPatched: item.isPatched || substitutes || isRewritten(item),
    isRewritten: isRewritten(item),
  }))
  return { objects, files: walk.files, generated: [], isOpen: walk.open, isCut: walk.left <= 0 }
}

/** What a folder's kustomize file comes to by itself. */
export function appliedIn(folder: string, layout: Layout): AppliedFolder {
  const walk = walkOf(layout, () => true)
  return {
    objects: folderObjects(folder, walk),
    files: walk.files,
    generated: [],
    isOpen: walk.open,
    isCut: walk.left <= 0,
  }
}

interface Walk {
  readonly layout: Layout
  readonly isFetched: Fetching['isFetched']
  readonly files: Set<string>
  open: boolean
  /** Folders that are being entered, against circles. */
  readonly trail: string[]
  /** How many folders and objects it may still find: bases that list others twice each double them at every step. */
  left: number
}

/** More than any cluster is given at once. */
const MOST_OBJECTS = 50_000

function walkOf(layout: Layout, isFetched: Fetching['isFetched']): Walk {
  return { layout, isFetched, files: new Set(), open: false, trail: [], left: MOST_OBJECTS }
}

function folderObjects(folder: string, walk: Walk): readonly Applied[] {
  const { layout, trail, files } = walk
  if (trail.includes(folder) || trail.length > 50) return []
  if (walk.left <= 0) {
    walk.open = true
    return []
  }
  walk.left -= 1
  const kustomize = layout.kustomizeFileIn(folder)
  trail.push(folder)
  try {
    if (kustomize === undefined) return generatedEntries(folder, walk).flatMap(entry => entryObjects(entry, walk))
    files.add(kustomize.file.path)
    for (const path of kustomize.reads) files.add(path)
    if (kustomize.isOpen) walk.open = true
    const listed = kustomize.entries.filter(({ field }) => field !== 'generators' && field !== 'transformers')
    const found = listed.flatMap(({ path }) => (path === undefined ? [] : entryObjects(path, walk)))
    return found.map(item => transformed(item, kustomize))
  } finally {
    trail.pop()
  }
}

function entryObjects(path: string, walk: Walk): readonly Applied[] {
  if (!walk.layout.isFile(path)) return folderObjects(path, walk)
  walk.files.add(path)
  const resources = walk.layout.resourcesOf(path)
  walk.left -= resources.length
  return resources.map(resource => ({
    resource,
    namespace: resource.namespace,
    name: resource.name,
    isPatched: false,
    isRewritten: false,
  }))
}

function transformed(item: Applied, kustomize: KustomizeFile): Applied {
  const { namespace, prefix, suffix, patches } = kustomize
  const isTarget = patches.some(patch => concerns(patch, item))
  return {
    resource: item.resource,
    namespace: namespace ?? item.namespace,
    name: renamed(item, namespace, prefix, suffix),
    isPatched: item.isPatched || isTarget,
    isRewritten: item.isRewritten || isTarget,
  }
}

/** kustomize gives no prefix to namespaces and CRDs; a `namespace:` becomes the name of every Namespace below it. */
function renamed(
  { name, resource: { group, kind } }: Applied,
  namespace: string | undefined,
  prefix: string,
  suffix: string,
): string | undefined {
  if (kind === 'Namespace' && group === '') return namespace ?? name
  return name === undefined || kind === 'CustomResourceDefinition' ? name : `${prefix}${name}${suffix}`
}

/**
 * What Flux lists in the kustomization.yaml that it generates for a path without one: every `.yaml` and `.yml` below it that the source hands on; a
 * sub-folder with a kustomize file of its own is listed and not entered.
 */
export function generatedEntries(
  folder: string,
  { layout, isFetched }: { readonly layout: Layout; readonly isFetched: Fetching['isFetched'] },
): readonly string[] {
  const entries = new Set<string>()
  const fetched = layout.filesBelow(folder).filter(isFetched)
  const inner = fetched.filter(isKustomizeFileName).map(path => posix.dirname(path))
  const roots = inner.filter(root => root !== folder && !inner.some(other => other !== root && isBelow(root, other)))
  for (const root of roots) entries.add(root)
  for (const path of fetched) {
    if (!isKustomizeFileName(path) && !roots.some(root => isBelow(path, root))) entries.add(path)
  }
  return [...entries]
}

/** Whether a path is a folder itself or lies below it. */
export function isBelow(path: string, folder: string): boolean {
  return folder === '.' || path === folder || path.startsWith(`${folder}/`)
}

/** A patch without a target goes by what it contains, so it may concern anything. */
function concerns({ kind, name }: PatchTarget, { resource }: Applied): boolean {
  if (kind !== undefined && kind !== resource.kind) return false
  if (name === undefined || resource.name === undefined) return true
  // A name is a regular expression; what is more than a plain name counts as a match.
  return !/^[a-z0-9-]+$/.test(name) || name === resource.name
}
