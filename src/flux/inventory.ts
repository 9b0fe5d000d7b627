import { isCertificatePath } from '../tree/manifest-paths.js'
import { readSourceFile, type SourceFile } from '../yaml/source-file.js'
import { compareBytes } from './go/bytes.js'
import type { Layout } from './inventory/applied.js'
import { type ComposeService, composeServicesIn } from './inventory/compose-file.js'
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
  /** Every Kubernetes object, in the order of the files. */
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
  /** Whether a Kustomization takes its manifests from this tree. */
  ownness(kustomization: FluxKustomization): Ownness
  readonly workflows: readonly Workflow[]
  readonly builds: readonly BuildStep[]
  readonly composeServices: readonly ComposeService[]
  /** Files that by their names hold a sealing certificate; they are no YAML, and none of `files`. */
  readonly certificates: readonly CertificateFile[]
}

export interface CertificateFile {
  readonly path: string
  readonly text: string
}

/**
 * Takes stock of a tree.
 *
 * @param texts path and content of each YAML or JSON file and of each sealing certificate, in any order
 * @param buildDefaults the defaults of the action build-push, by input
 */
export function takeInventory(
  texts: Iterable<readonly [path: string, text: string]>,
  buildDefaults: ReadonlyMap<string, string>,
): Inventory {
  const sorted = [...texts].sort(([left], [right]) => compareBytes(left, right))
  return inventoryOf(
    sorted.flatMap(([path, text]) => (isCertificatePath(path) ? [] : readSourceFile(path, text))),
    buildDefaults,
    sorted.flatMap(([path, text]) => (isCertificatePath(path) ? { path, text } : [])),
  )
}

/** Takes stock of files that are read already, sorted by path. */
export function inventoryOf(
  read: readonly SourceFile[],
  buildDefaults: ReadonlyMap<string, string>,
  certificates: readonly CertificateFile[] = [],
): Inventory {
  const files = new Map(read.map(file => [file.path, file]))
  const byFile = new Map(read.map(file => [file.path, isWorkflowFile(file.path) ? [] : resourcesIn(file)]))
  const layout = layoutOf(files, byFile)
  const parts = partsOf(layout)
  const resources = [...byFile].flatMap(([path, found]) => (parts.has(path) ? [] : found))
  const byKind = new Map<string, Resource[]>()
  for (const resource of resources) {
    const key = `${resource.group}/${resource.kind}`
    const known = byKind.get(key)
    if (known === undefined) byKind.set(key, [resource])
    else known.push(resource)
  }
  const kustomizations = resources.flatMap(resource => readFluxKustomization(resource) ?? [])
  const ownness = ownSources(
    kustomizations,
    resources.filter(({ group }) => group === SOURCE_GROUP),
  )
  const { clusters, of, folders } = placementsOf(
    resources,
    kustomizations,
    layout,
    kustomization => ownness(kustomization) === 'no',
  )
  const workflows = read.filter(({ path }) => isWorkflowFile(path)).flatMap(file => readWorkflow(file) ?? [])
  return {
    files,
    resources,
    parts: [...parts].flatMap(path => byFile.get(path) ?? []),
    ofKind: (group, kind) => byKind.get(`${group}/${kind}`) ?? [],
    layout,
    kustomizations,
    clusters,
    placementsOf: resource => of.get(resource) ?? [],
    folders,
    ownness,
    workflows,
    builds: workflows.flatMap(workflow => buildStepsIn(workflow, buildDefaults)),
    composeServices: read.filter(({ path }) => !isWorkflowFile(path)).flatMap(composeServicesIn),
    certificates,
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
