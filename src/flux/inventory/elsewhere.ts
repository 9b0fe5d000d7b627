import type { Inventory } from '../inventory.js'
import type { PlacedAutomation } from './image-loop.js'

/**
 * Whether objects may reach clusters that the tree does not show: remote bases, other repositories, templates of objects.
 *
 * @param automations whose clusters are meant; all of the tree's when there is none
 */
export function mayComeFromElsewhere(automations: readonly PlacedAutomation[], inventory: Inventory): boolean {
  if (inventory.ofKind('fluxcd.controlplane.io', 'ResourceSet').length > 0) return true
  const clusters = automations.map(({ placement }) => placement.cluster)
  const concerned = clusters.some(cluster => cluster === undefined)
    ? inventory.kustomizations
    : clusters.flatMap(cluster => [...(cluster?.kustomizations ?? [])])
  return (concerned.length === 0 ? inventory.kustomizations : concerned).some(kustomization => {
    const folder = inventory.folders.get(kustomization)
    return folder === undefined || folder.isOpen || folder.files.size === 0
  })
}
