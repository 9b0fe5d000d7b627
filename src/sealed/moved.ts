import { hasVariable } from '../flux/inventory/image-loop.js'
import type { Placement } from '../flux/inventory/placement.js'
import type { Resource } from '../flux/inventory/resource.js'
import { titleOf } from '../flux/inventory/resource.js'
import type { Inventory } from '../flux/inventory.js'
import { isMapping, member } from '../json.js'
import { readEnvelope } from './envelope.js'
import { labelOf, type Scope, scopeOf } from './scope.js'
import { sealedSecretsOf } from './sealed-tree.js'

/** A sealed value that stands where it was not sealed for. */
export interface MovedValue {
  readonly resource: Resource
  readonly key: string
  /** Where the same value stood, or stands too: `SealedSecret website/database`, its scope, its file. */
  readonly other: Resource
  readonly otherScope: Scope
  readonly scope: Scope
  /** Whether the other one is in the tree before the change; else both are in this one. */
  readonly isBefore: boolean
}

interface Use {
  readonly resource: Resource
  readonly key: string
  readonly scope: Scope
  /** What the controller opens it with, as written and as placed; undefined where that is not known. */
  readonly labels: ReadonlySet<string> | undefined
}

/**
 * Sealed values that stand under another name, namespace or scope than before the change; and those that stand under two in one
 * tree, of which at most one can be opened. A ciphertext is never made twice, so an equal one was copied.
 */
export function movedValues(now: Inventory, base: Inventory | undefined): readonly MovedValue[] {
  const before = base === undefined ? new Map<string, readonly Use[]>() : usesOf(base)
  return [...usesOf(now)].flatMap(([ciphertext, uses]) => {
    const known = before.get(ciphertext)
    const others = known ?? uses
    const [first] = others
    if (first === undefined || others.some(({ labels }) => labels === undefined)) return []
    // Without a base one of several is right, and which is not known: the first counts as that.
    const right =
      known === undefined ? (first.labels ?? new Set()) : new Set(others.flatMap(({ labels }) => [...(labels ?? [])]))
    return uses.flatMap(({ resource, key, scope, labels }) =>
      labels === undefined || [...labels].some(label => right.has(label))
        ? []
        : { resource, key, scope, other: first.resource, otherScope: first.scope, isBefore: known !== undefined },
    )
  })
}

/** Every sealed value by its ciphertext. */
function usesOf(inventory: Inventory): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>()
  for (const resource of sealedSecretsOf(inventory)) {
    const data = member(member(resource.body, 'spec'), 'encryptedData')
    if (!isMapping(data)) continue
    const scope = scopeOf(member(member(resource.body, 'metadata'), 'annotations'))
    const labels = labelsOf(resource, scope, inventory.placementsOf(resource))
    for (const [key, value] of Object.entries(data)) {
      if (typeof value !== 'string' || 'problem' in readEnvelope(value)) continue
      const ciphertext = value.replace(/\s/g, '')
      const use = { resource, key, scope, labels }
      const known = uses.get(ciphertext)
      if (known === undefined) uses.set(ciphertext, [use])
      else known.push(use)
    }
  }
  return uses
}

function labelsOf(
  { name, namespace }: Resource,
  scope: Scope,
  placements: readonly Placement[],
): ReadonlySet<string> | undefined {
  const written = namespace === undefined ? [] : [{ name, namespace }]
  const labels = [...written, ...placements].map(place => {
    if (placements.some(({ isRewritten }) => isRewritten) || hasVariable(`${place.name}${place.namespace}`))
      return undefined
    return place.name === undefined || (scope !== 'cluster-wide' && place.namespace === undefined)
      ? undefined
      : labelOf(scope, place.namespace ?? '', place.name)
  })
  const known = labels.filter(label => label !== undefined)
  return known.length === labels.length ? new Set(known) : undefined
}

/** What has become of it, for people; no part of the value is shown. */
export function movedMessage({ resource, key, other, scope, otherScope, isBefore }: MovedValue): string {
  const from = `${titleOf(other)} (${otherScope})`
  const to = `${titleOf(resource)} (${scope})`
  return isBefore
    ? `the value of "${key}" was sealed for ${from} and now stands in ${to}: the controller cannot open it there`
    : `the value of "${key}" in ${to} is the very one of ${from}: the controller can open it in one of them at most`
}
