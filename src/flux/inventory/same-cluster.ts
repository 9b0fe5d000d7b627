import { posix } from 'node:path'
import type { Inventory } from '../inventory.js'
import type { FluxKustomization } from './flux-kustomization.js'

/**
 * Whether two Kustomizations are known to be of one cluster: the same one applies both, or their manifests lie in one folder
 * that nothing of the tree applies. Without a bootstrap in the tree that cannot be told from the tree being one: repositories
 * whose clusters are set up by the Flux operator hold several, under equal names.
 */
export function sameCluster(
  kustomizations: readonly FluxKustomization[],
  inventory: Inventory,
): (one: FluxKustomization, other: FluxKustomization) => boolean {
  const appliers = appliersOf(kustomizations, inventory)
  const origins = new Map(kustomizations.map(item => [item, originsOf(item, appliers)]))
  return (one, other) => {
    const others = origins.get(other) ?? new Set()
    return [...(origins.get(one) ?? [])].some(origin => others.has(origin))
  }
}

type Appliers = ReadonlyMap<FluxKustomization, ReadonlySet<FluxKustomization>>

/** Who applies each Kustomization, itself left out. */
function appliersOf(kustomizations: readonly FluxKustomization[], inventory: Inventory): Appliers {
  const byResource = new Map(kustomizations.map(item => [item.resource, item]))
  const found = new Map(kustomizations.map(item => [item, new Set<FluxKustomization>()]))
  for (const item of kustomizations) {
    for (const { resource } of inventory.folders.get(item)?.objects ?? []) {
      const inner = byResource.get(resource)
      if (inner !== undefined && inner !== item) found.get(inner)?.add(item)
    }
  }
  return found
}

/** A Kustomization and all above it; for one that nothing applies, the folder of its manifest too. */
function originsOf(item: FluxKustomization, appliers: Appliers): ReadonlySet<FluxKustomization | string> {
  const above = new Set([item])
  const origins = new Set<FluxKustomization | string>()
  for (const next of above) {
    origins.add(next)
    const own = appliers.get(next) ?? new Set()
    if (own.size === 0) origins.add(posix.dirname(next.resource.file.path))
    for (const applier of own) above.add(applier)
  }
  return origins
}
