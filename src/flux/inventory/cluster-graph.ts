import type { Inventory } from '../inventory.js'
import type { FluxKustomization } from './flux-kustomization.js'
import { hasVariable } from './image-loop.js'
import type { Cluster, Placement } from './placement.js'
import { type Resource, valueIn } from './resource.js'

/** The Kustomizations of one cluster and who waits for whom. */
export interface ClusterGraph {
  readonly cluster: Cluster
  /** Sorted by the place of their manifests. */
  readonly nodes: readonly GraphNode[]
  /** Whether it may hold more than the tree shows: remote bases, sources elsewhere, objects that generators or Flux itself make. */
  readonly isOpen: boolean
}

export interface GraphNode {
  readonly kustomization: FluxKustomization
  /** As the cluster has them; the namespace is undefined where the tree does not say it. */
  readonly namespace: string | undefined
  readonly name: string
  /** One for each entry of `dependsOn`. */
  readonly dependencies: readonly Dependency[]
}

export interface Dependency {
  /** The entry's index in `spec.dependsOn`. */
  readonly index: number
  readonly namespace: string | undefined
  readonly name: string
  readonly node: GraphNode | undefined
}

export function clusterGraphsOf(inventory: Inventory): readonly ClusterGraph[] {
  return inventory.clusters.map(cluster => graphOf(cluster, inventory))
}

function graphOf(cluster: Cluster, inventory: Inventory): ClusterGraph {
  const drafts = [...cluster.kustomizations].map(kustomization => {
    const placement = inventory.placementsOf(kustomization.resource).find(({ cluster: where }) => where === cluster)
    const dependencies: Dependency[] = []
    const namespace = placement?.namespace ?? kustomization.resource.namespace
    return { kustomization, namespace, name: placement?.name ?? kustomization.resource.name ?? '', dependencies }
  })
  for (const draft of drafts) {
    for (const [index, reference] of draft.kustomization.dependsOn.entries()) {
      const namespace = reference.namespace ?? draft.namespace
      const node = drafts.find(
        other =>
          other.name === reference.name &&
          (other.namespace === undefined || namespace === undefined || other.namespace === namespace),
      )
      draft.dependencies.push({ index, namespace, name: reference.name, node })
    }
  }
  const isOpen = [...cluster.kustomizations].some(
    kustomization =>
      inventory.folders.get(kustomization)?.isOpen !== false || inventory.ownness(kustomization) !== 'yes',
  )
  return { cluster, nodes: drafts, isOpen: isOpen || generatesObjects(inventory) }
}

/** Whether something of the tree makes Flux objects by itself: the Flux operator's ResourceSets. */
function generatesObjects(inventory: Inventory): boolean {
  return inventory.resources.some(({ group }) => group === 'fluxcd.controlplane.io')
}

/** Everything that a node waits for, by way of others too; itself only in a circle. */
export function waitsFor(node: GraphNode): ReadonlySet<GraphNode> {
  const found = new Set<GraphNode>()
  const waiting = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const { node: dependency } of next.dependencies) {
      if (dependency === undefined || found.has(dependency)) continue
      found.add(dependency)
      waiting.push(dependency)
    }
  }
  return found
}

/** Every object that reaches a cluster, or may: where an object goes is not always known. */
export function placedIn(cluster: Cluster, { resources, placementsOf }: Inventory): readonly Placement[] {
  return resources.flatMap(resource =>
    placementsOf(resource).filter(placement => placement.cluster === undefined || placement.cluster === cluster),
  )
}

/** Whether what a Kustomization applies goes to another cluster than the one it lives in. */
export function isRemote({ resource }: FluxKustomization): boolean {
  return valueIn(resource, 'spec', 'kubeConfig') !== undefined
}

/** The identity of an object in a cluster; undefined where a part is not known. */
export function identityOf(
  resource: Resource,
  namespace: string | undefined,
  name: string | undefined,
): string | undefined {
  if (name === undefined || hasVariable(name) || hasVariable(namespace)) return undefined
  return `${resource.group}/${resource.kind} ${namespace ?? ''}/${name}`
}
