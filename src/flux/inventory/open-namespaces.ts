import type { Inventory } from '../inventory.js'
import type { ClusterGraph } from './cluster-graph.js'
import { isRemote } from './cluster-graph.js'
import type { FluxKustomization } from './flux-kustomization.js'
import { hasVariable } from './image-loop.js'
import { textIn } from './resource.js'

/** Namespaces of a cluster into which more comes than the tree shows: from other repositories, remote bases, generators. */
export function openNamespaces({ cluster }: ClusterGraph, inventory: Inventory): ReadonlySet<string> | 'all' {
  const { kustomizations, clusters, layout } = inventory
  const isMade = inventory.resources.some(
    ({ group, kind }) => group === 'fluxcd.controlplane.io' && kind.startsWith('ResourceSet'),
  )
  const hasPlugins = [...layout.kustomizeFiles.values()].some(({ entries }) =>
    entries.some(({ field }) => field === 'generators'),
  )
  if (isMade || hasPlugins) return 'all'
  const found = new Set<string>()
  for (const kustomization of kustomizations) {
    const isElsewhere = clusters.some(other => other !== cluster && other.kustomizations.has(kustomization))
    if (isRemote(kustomization) || (isElsewhere && !cluster.kustomizations.has(kustomization))) continue
    if (!isOpen(kustomization, inventory)) continue
    const namespace = targetOf(kustomization, inventory)
    if (namespace === undefined || hasVariable(namespace)) return 'all'
    found.add(namespace)
  }
  return found
}

function isOpen(kustomization: FluxKustomization, { folders, ownness }: Inventory): boolean {
  const folder = folders.get(kustomization)
  return folder === undefined || folder.isOpen || folder.files.size === 0 || ownness(kustomization) !== 'yes'
}

/** The only namespace that a Kustomization can fill: its target, or that of a tenant who acts under an account of his own. */
function targetOf({ targetNamespace, resource }: FluxKustomization, inventory: Inventory): string | undefined {
  if (targetNamespace !== undefined) return targetNamespace
  const namespace = inventory.placementsOf(resource)[0]?.namespace
  return textIn(resource, 'spec', 'serviceAccountName') === undefined || namespace === 'flux-system'
    ? undefined
    : namespace
}
