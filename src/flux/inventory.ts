import { type FileFacts, noFacts } from '../facts/file-facts.js'
import { isCertificatePath, isPlainPath } from '../tree/manifest-paths.js'
import { readSourceFile, type SourceFile } from '../yaml/source-file.js'
import { compareBytes } from './go/bytes.js'
import type { Layout } from './inventory/applied.js'
import { type Builds, noBuilds } from './inventory/build.js'
import { appliedObjects } from './inventory/built-folder.js'
import { type ComposeService, composeServicesIn } from './inventory/compose-file.js'
import { type FindValues, finishOf } from './inventory/finish.js'
import { type FluxKustomization, readFluxKustomization } from './inventory/flux-kustomization.js'
import { layoutOf } from './inventory/layout.js'
import { type Ownness, ownSources } from './inventory/own-source.js'
import { type Cluster, type Placement, type Placements, placementsOf } from './inventory/placement.js'
import { type Resource, resourcesIn } from './inventory/resource.js'
import { type BuildStep, buildStepsIn, isWorkflowFile, readWorkflow, type Workflow } from './inventory/workflow.js'

export const SOURCE_GROUP = 'source.toolkit.fluxcd.io'

/** Everything that a tree says, each file read once. */
export interface Inventory {
  /** By path, in byte order. */
  readonly files: ReadonlyMap<string, SourceFile>
  /** Every Kubernetes object as it is applied, in the order of the files. */
  readonly resources: readonly Resource[]
  /** Parts of objects in files of their own, which kustomize puts together: what a patch of its writes. */
  readonly parts: readonly Resource[]
  /** Objects of a kind in any version of its group; '' is the core group. */
  ofKind(group: string, kind: string): readonly Resource[]
  readonly layout: Layout
  readonly kustomizations: readonly FluxKustomization[]
  readonly clusters: readonly Cluster[]
  /** How an object reaches the clusters; at least one way. */
  placementsOf(resource: Resource): readonly Placement[]
  /** What each Kustomization's path comes to in this tree, whether or not it is meant (see ownness). */
  readonly folders: Placements['folders']
  /** What kustomize made of a Kustomization; undefined where it was not asked. */
  readonly buildOf: Builds
  /** The same tree with what kustomize made of it. */
  builtWith(builds: Builds): Inventory
  /** Whether a Kustomization takes its manifests from this tree. */
  ownness(kustomization: FluxKustomization): Ownness
  readonly workflows: readonly Workflow[]
  readonly builds: readonly BuildStep[]
  readonly composeServices: readonly ComposeService[]
  /** Files that by their names hold a sealing certificate; they are no YAML, and none of `files`. */
  readonly certificates: readonly PlainFile[]
  /** All files that count and are no YAML: the certificates, env files, and every .sourceignore. */
  readonly plain: readonly PlainFile[]
}

export interface PlainFile {
  readonly path: string
  readonly text: string
}

/**
 * Takes stock of a tree.
 *
 * @param texts path and content of each YAML or JSON file, of each sealing certificate and each .sourceignore, in any order
 * @param buildDefaults the defaults of the action build-push, by input
 * @param factsOf what former runs have found out about a file
 */
export function takeInventory(
  texts: Iterable<readonly [path: string, text: string]>,
  buildDefaults: ReadonlyMap<string, string>,
  factsOf: (path: string, text: string) => FileFacts = () => noFacts,
): Inventory {
  const sorted = [...texts].sort(([left], [right]) => compareBytes(left, right))
  return inventoryOf(
    sorted.flatMap(([path, text]) => (isPlainPath(path) ? [] : readSourceFile(path, text, factsOf(path, text)))),
    buildDefaults,
    sorted.flatMap(([path, text]) => (isPlainPath(path) ? { path, text } : [])),
  )
}

/**
 * Takes stock of files that are read already, sorted by path.
 *
 * @param plain files that are no YAML (see isPlainPath)
 */
export function inventoryOf(
  read: readonly SourceFile[],
  buildDefaults: ReadonlyMap<string, string>,
  plain: readonly PlainFile[] = [],
): Inventory {
  const files = new Map(read.map(file => [file.path, file]))
  const byFile = new Map(read.map(file => [file.path, isWorkflowFile(file.path) ? [] : resourcesIn(file)]))
  const layout = layoutOf(files, byFile, plain)
  const parts = partsOf(layout)
  const written = [...byFile].flatMap(([path, found]) => (parts.has(path) ? [] : found))
  const workflows = read.filter(({ path }) => isWorkflowFile(path)).flatMap(file => readWorkflow(file) ?? [])
  const unchanging = {
    files,
    parts: [...parts].flatMap(path => byFile.get(path) ?? []),
    layout,
    workflows,
    builds: workflows.flatMap(workflow => buildStepsIn(workflow, buildDefaults)),
    composeServices: read.filter(({ path }) => !isWorkflowFile(path)).flatMap(composeServicesIn),
    certificates: plain.filter(({ path }) => isCertificatePath(path)),
    plain,
  }
  const builtWith = (builds: Builds): Inventory => {
    const { kustomizations, ownness, placements } = placed(written, layout, builds)
    const { resources, clusters, of, folders } = placements
    const byKind = new Map<string, Resource[]>()
    for (const resource of resources) {
      const key = `${resource.group}/${resource.kind}`
      const known = byKind.get(key)
      if (known === undefined) byKind.set(key, [resource])
      else known.push(resource)
    }
    return {
      ...unchanging,
      resources,
      ofKind: (group, kind) => byKind.get(`${group}/${kind}`) ?? [],
      kustomizations,
      clusters,
      placementsOf: resource => of.get(resource) ?? [],
      folders,
      ownness,
      buildOf: builds,
      builtWith,
    }
  }
  return builtWith(noBuilds)
}

/** How deep Kustomizations that patch Kustomizations are followed. */
const DEEPEST = 5

/** Where everything goes. A Kustomization is itself applied by another one, whose patches may change what it applies. */
function placed(written: readonly Resource[], layout: Layout, builds: Builds) {
  const as = appliedObjects()
  const read = (resources: readonly Resource[]) => resources.flatMap(resource => readFluxKustomization(resource) ?? [])
  const place = (
    kustomizations: readonly FluxKustomization[],
    resources: readonly Resource[],
    before?: ReturnType<typeof placementsOf>,
  ) => {
    const sources = resources.filter(({ group }) => group === SOURCE_GROUP)
    const ownness = ownSources(kustomizations, sources)
    const isForeign = (kustomization: FluxKustomization) => ownness(kustomization) === 'no'
    const finish = (kustomization: FluxKustomization) => finishOf(kustomization, valuesFor(kustomization, before))
    const placements = placementsOf(written, kustomizations, layout, isForeign, builds, finish, as)
    return { kustomizations, ownness, placements }
  }
  let found = place(read(written), written)
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const applied = read(found.placements.resources)
    const before = new Set(found.kustomizations.map(({ resource }) => resource))
    const isSettled = applied.length === before.size && applied.every(({ resource }) => before.has(resource))
    // The values of variables are looked up among what was found before.
    const wantsValues = depth === 0 && applied.some(item => item.substitutes && builds(item) !== undefined)
    if (isSettled && !wantsValues) break
    found = place(applied, found.placements.resources, found.placements)
  }
  return found
}

/** Looks for the ConfigMaps and Secrets that a Kustomization's variables come from; what is there twice is not known. */
function valuesFor({ resource }: FluxKustomization, placements: Placements | undefined): FindValues {
  const namespaceOf = (one: Resource) => placements?.of.get(one)?.[0]?.namespace ?? one.namespace
  return (kind, name) => {
    const namespace = namespaceOf(resource)
    const found = (placements?.resources ?? []).filter(
      one =>
        one.group === '' &&
        one.kind === kind &&
        placements?.of
          .get(one)
          ?.some(place => place.name === name && place.namespace === namespace && !place.isPatched),
    )
    return found.length === 1 && namespace !== undefined ? found[0] : undefined
  }
}

/** Files that kustomize reads without applying them, such as patches: what looks like an object there is only a part of one. */
function partsOf({ kustomizeFiles }: Layout): ReadonlySet<string> {
  const read = new Set([...kustomizeFiles.values()].flatMap(({ reads }) => reads))
  for (const { entries } of kustomizeFiles.values()) {
    for (const { path, field } of entries) if (path !== undefined && field !== 'crds') read.delete(path)
  }
  return read
}
