import { isRemote } from '../../../src/flux/inventory/cluster-graph.js'
import type { FluxKustomization } from '../../../src/flux/inventory/flux-kustomization.js'
import type { Resource } from '../../../src/flux/inventory/resource.js'
import { textIn, valueIn } from '../../../src/flux/inventory/resource.js'
import type { Inventory } from '../../../src/flux/inventory.js'
import type { External } from '../config.js'
import type { Fact, ObjectName } from './fact.js'

/**
 * What exists outside of git, by what the configuration names and by what a cluster holds.
 *
 * A cluster also holds what this very tree has brought, and that goes when its manifest does: what Flux prunes with its
 * Kustomization, what a HelmRelease takes along, what the garbage collector takes after its owner. None of it counts, so that a
 * change which removes it is judged as if it were gone. What a cluster does not hold says nothing: the file may be old.
 *
 * @param base the tree before the change
 */
export function knownOutside(
  named: External,
  facts: readonly Fact[],
  inventory: Inventory,
  base: Inventory | undefined,
): External {
  if (facts.length === 0) return named
  const goes = leavingWith(inventory, base)
  const stays = facts.filter(fact => !goes(fact))
  return {
    secrets: joined(named.secrets, stays, ({ kind, namespace, name }) =>
      kind === 'Secret' && namespace !== undefined ? `${namespace}/${name}` : undefined,
    ),
    namespaces: joined(named.namespaces, stays, ({ kind, name }) => (kind === 'Namespace' ? name : undefined)),
    // A CRD is named after its group: `widgets.example.com`.
    crds: joined(named.crds, stays, ({ kind, name }) =>
      kind === 'CustomResourceDefinition' && name.includes('.') ? name.slice(name.indexOf('.') + 1) : undefined,
    ),
    objects: joined(named.objects, stays, ({ kind, namespace, name }) =>
      namespace === undefined ? `${kind}/${name}` : `${kind}/${namespace}/${name}`,
    ),
  }
}

function joined(
  named: ReadonlySet<string>,
  facts: readonly Fact[],
  keyOf: (fact: Fact) => string | undefined,
): ReadonlySet<string> {
  return new Set([...named, ...facts.flatMap(fact => keyOf(fact) ?? [])])
}

/** Whether an object of the cluster comes from the tree, so that the tree alone says whether it is there. */
function leavingWith(inventory: Inventory, base: Inventory | undefined): (fact: Fact) => boolean {
  const pruning = new Set([...pruningIn(base), ...pruningIn(inventory)])
  for (const name of keepingIn(inventory)) pruning.delete(name)
  const removed = removedSince(inventory, base)
  return ({ namespace, kustomization, release, owner, isKept }) => {
    // Flux prunes nothing that has an owner: controllers copy its labels to what they make.
    if (owner !== undefined) return removed.has(keyOf(owner.kind, namespace, owner.name))
    if (release !== undefined) return removed.has(keyOf('HelmRelease', release.namespace, release.name))
    return kustomization !== undefined && !isKept && pruning.has(nameOf(kustomization))
  }
}

/** The Kustomizations that prune, and surely take their manifests from this tree. */
function pruningIn(inventory: Inventory | undefined): readonly string[] {
  return (inventory?.kustomizations ?? []).flatMap(item =>
    inventory !== undefined && inventory.ownness(item) === 'yes' && prunes(item) && !isRemote(item)
      ? namesOf(item.resource, inventory)
      : [],
  )
}

function keepingIn(inventory: Inventory): readonly string[] {
  return inventory.kustomizations.flatMap(item => (prunes(item) ? [] : namesOf(item.resource, inventory)))
}

function prunes({ resource }: FluxKustomization): boolean {
  return valueIn(resource, 'spec', 'prune') === true && textIn(resource, 'spec', 'deletionPolicy') !== 'Orphan'
}

/** Objects that the tree had before the change and no longer has. */
function removedSince(inventory: Inventory, base: Inventory | undefined): ReadonlySet<string> {
  const removed = new Set(base === undefined ? [] : base.resources.flatMap(resource => keysOf(resource, base)))
  if (removed.size > 0) {
    for (const resource of inventory.resources) for (const key of keysOf(resource, inventory)) removed.delete(key)
  }
  return removed
}

function keysOf(resource: Resource, { placementsOf }: Inventory): readonly string[] {
  return placementsOf(resource).flatMap(({ namespace, name }) =>
    name === undefined ? [] : keyOf(resource.kind, namespace, name),
  )
}

function namesOf(resource: Resource, { placementsOf }: Inventory): readonly string[] {
  return placementsOf(resource).flatMap(({ namespace, name }) =>
    namespace === undefined || name === undefined ? [] : nameOf({ namespace, name }),
  )
}

function keyOf(kind: string, namespace: string | undefined, name: string): string {
  return `${kind} ${nameOf({ namespace: namespace ?? '', name })}`
}

function nameOf({ namespace, name }: ObjectName): string {
  return `${namespace}/${name}`
}
