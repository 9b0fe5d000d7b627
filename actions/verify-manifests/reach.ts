import type { Layout } from '../../src/flux/inventory/applied.js'
import type { Resource } from '../../src/flux/inventory/resource.js'
import type { Inventory } from '../../src/flux/inventory.js'

/**
 * Whether an object is meant for a cluster, as far as the tree can say: something applies it or lists it, or nothing here
 * tells what is applied.
 */
export function reachesCluster(resource: Resource, { placementsOf, clusters, layout }: Inventory): boolean {
  if (clusters.every(({ name }) => name === '')) return true
  if (placementsOf(resource).some(({ by }) => by !== undefined)) return true
  return listedIn(layout).has(resource.file.path)
}

const listed = new WeakMap<Layout, ReadonlySet<string>>()

function listedIn(layout: Layout): ReadonlySet<string> {
  const known = listed.get(layout)
  if (known !== undefined) return known
  const entries = [...layout.kustomizeFiles.values()].flatMap(file => file.entries)
  const paths = new Set(entries.flatMap(({ path }) => path ?? []))
  listed.set(layout, paths)
  return paths
}
