import { apiStatus } from '../flux/api.js'
import { clusterGraphsOf } from '../flux/inventory/cluster-graph.js'
import type { Cluster } from '../flux/inventory/placement.js'
import { type Resource, titleOf } from '../flux/inventory/resource.js'
import type { Inventory } from '../flux/inventory.js'
import { applyOrder } from '../flux/rehearsal/apply-order.js'
import { plainPath } from './installed-flux.js'
import { type Expected, ROOT } from './rollout.js'

/** The cluster of a tree that a path brings about; undefined when the tree has none there. */
export function clusterAt(inventory: Inventory, path: string): Cluster | undefined {
  return inventory.clusters.find(({ name }) => name !== '' && plainPath(name) === path)
}

/** The paths of a tree that clusters may follow. */
export function clusterPaths(inventory: Inventory): readonly string[] {
  const paths = inventory.clusters.map(({ name }) => plainPath(name)).filter(path => path !== '.')
  return [...new Set(paths)]
}

/** The Kustomizations of a cluster in the order in which they become ready. */
export function expectedRollout(inventory: Inventory, cluster: Cluster): readonly Expected[] {
  const graph = clusterGraphsOf(inventory).find(candidate => candidate.cluster === cluster)
  const steps = graph === undefined ? [] : applyOrder(graph)
  // Whatever else there is comes out of the one of the bootstrap.
  const root = steps.filter(({ id }) => id === ROOT)
  return [...root, ...steps.filter(({ id }) => id !== ROOT)].map(({ id, after }) => ({ id, after }))
}

/** The first object of a cluster whose API version a minor of Flux 2 does not serve, in a few words; undefined when it serves all. */
export function unservedIn(inventory: Inventory, cluster: Cluster, minor: number): string | undefined {
  const isHere = (resource: Resource) =>
    inventory.placementsOf(resource).some(placement => placement.cluster === cluster)
  const found = inventory.resources.find(resource => {
    const { state } = apiStatus(resource.group, resource.version, resource.kind, minor)
    return (state === 'removed' || state === 'not-yet') && isHere(resource)
  })
  return found && `${titleOf(found)} in ${found.file.path}, which is ${found.group}/${found.version}`
}
