import type { Resource } from '../../src/flux/inventory/resource.js'
import type { Inventory } from '../../src/flux/inventory.js'

/**
 * Whether an object is meant for a cluster, as far as the tree can say: something applies it or lists it, or nothing here
 * tells what is applied.
 */
export function reachesCluster(resource: Resource, { placementsOf, clusters, layout }: Inventory): boolean {
  if (clusters.every(({ name }) => name === '')) return true
  if (placementsOf(resource).some(({ by }) => by !== undefined)) return true
  for (const { entries } of layout.kustomizeFiles.values()) {
    if (entries.some(({ path }) => path === resource.file.path)) return true
  }
  return false
}
