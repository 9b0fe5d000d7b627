import type { Resource } from '../../src/flux/inventory/resource.js'
import type { Inventory } from '../../src/flux/inventory.js'

/**
 * Whether a patch may add to an object, for each object of a tree. A substitution alone cannot, so a tree without any patch
 * has no such object.
 */
export function mayBePatched({ kustomizations, layout, placementsOf }: Inventory): (resource: Resource) => boolean {
  const hasPatches =
    kustomizations.some(({ patches, components }) => patches.length > 0 || components.length > 0) ||
    [...layout.kustomizeFiles.values()].some(({ patches }) => patches.length > 0)
  return resource => hasPatches && placementsOf(resource).some(({ isPatched }) => isPatched)
}
