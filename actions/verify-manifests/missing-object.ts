import type { Applied } from '../../src/flux/inventory/applied.js'
import { type ClusterGraph, clusterGraphsOf, isRemote } from '../../src/flux/inventory/cluster-graph.js'
import { type ClusterObjects, clusterObjectsOf, type Wanted } from '../../src/flux/inventory/cluster-objects.js'
import { hasVariable } from '../../src/flux/inventory/image-loop.js'
import { patchesOf } from '../../src/flux/inventory/patch-texts.js'
import type { Reference } from '../../src/flux/inventory/references.js'
import type { Resource } from '../../src/flux/inventory/resource.js'
import type { Inventory } from '../../src/flux/inventory.js'
import type { Config, External } from './config.js'
import type { Report } from './rule.js'

/** A reference to what surely is not there. */
export interface Missing {
  readonly resource: Resource
  readonly reference: Reference
  readonly wanted: Wanted
  /** What there is instead, sorted. */
  readonly there: readonly string[]
  /** Whether it is there with a hash in its name that nothing writes into the reference. */
  readonly isHashed: boolean
}

/**
 * References of the tree's objects to what nothing brings into their cluster, nor could.
 *
 * @param referencesOf the references of an object that count
 * @param cannotMake who cannot be what brings the object of a reference
 */
export function missingObjects(
  inventory: Inventory,
  { external }: Pick<Config, 'external'>,
  referencesOf: (resource: Resource) => readonly Reference[],
  cannotMake: (reference: Reference, resource: Resource) => (maker: Resource) => boolean = () => () => false,
): readonly Missing[] {
  const mayChange = patchesOf(inventory)
  const followsNames = [...inventory.files.values()].some(({ text }) => text.includes('nameReference'))
  return clusterGraphsOf(inventory).flatMap(graph => {
    const objects = clusterObjectsOf(graph, inventory)
    return appliedIn(graph, inventory).flatMap(applied =>
      referencesOf(applied.resource).flatMap(reference => {
        const wanted = wantedBy(applied, reference)
        if (wanted === undefined || mayChange(applied, reference.field)) return []
        const isHashed = reference.isUnknownToKustomize === true && !followsNames && objects.isHashed(wanted)
        const isThere = !isHashed && (objects.holds(wanted) || isNamed(wanted, external))
        if (isThere || objects.mayCome(wanted, cannotMake(reference, applied.resource))) return []
        return [{ ...missing(applied.resource, reference, wanted, objects), isHashed }]
      }),
    )
  })
}

function missing(
  resource: Resource,
  reference: Reference,
  wanted: Wanted,
  objects: ClusterObjects,
): Omit<Missing, 'isHashed'> {
  return { resource, reference, wanted, there: objects.namesOf(wanted.kind, wanted.namespace) }
}

/** What this tree applies in a cluster itself. */
function appliedIn({ nodes }: ClusterGraph, { folders, ownness }: Inventory): readonly Applied[] {
  return nodes
    .filter(({ kustomization }) => !isRemote(kustomization) && ownness(kustomization) === 'yes')
    .flatMap(({ kustomization }) => folders.get(kustomization)?.objects ?? [])
}

function wantedBy({ namespace }: Applied, { kind, name }: Reference): Wanted | undefined {
  if (namespace === undefined || hasVariable(namespace) || hasVariable(name)) return undefined
  return { kind, namespace, name }
}

function isNamed({ kind, namespace, name }: Wanted, external: External): boolean {
  return (
    external.objects.has(`${kind}/${namespace}/${name}`) ||
    (kind === 'Secret' && external.secrets.has(`${namespace}/${name}`))
  )
}

/** What to say about a name that kustomize adds a hash to. */
export function hashedName(title: string, kind: string, name: string): Omit<Report, 'file' | 'span'> {
  return {
    message: `the ${kind} ${name} is generated, so its name ends with a hash that kustomize does not write into ${title}: nothing of that name is there`,
    found: name,
    expected: `a generated ${kind} that keeps its name, or a nameReference configuration for it`,
    fix: { text: 'generatorOptions:\n  disableNameSuffixHash: true' },
  }
}
