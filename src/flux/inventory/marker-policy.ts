import { member } from '../../json.js'
import type { Inventory } from '../inventory.js'
import { mayComeFromElsewhere } from './elsewhere.js'
import {
  automationSees,
  hasVariable,
  type ImageLoop,
  mayMeet,
  type PlacedAutomation,
  type PlacedPolicy,
} from './image-loop.js'
import type { MarkerTarget } from './marker.js'
import { valueIn } from './resource.js'

/** What a marker's `namespace:policy` leads to. */
export type PolicyMatch =
  /** One for each cluster in which an automation works on the file; each once when no automation is known. */
  | { readonly state: 'found'; readonly policies: readonly PlacedPolicy[] }
  | { readonly state: 'absent'; readonly why: AbsentPolicy }
  /** The marker is none, or the policy may come from outside of the tree. */
  | { readonly state: 'unknown' }

export type AbsentPolicy =
  | { readonly kind: 'no-such-policy' }
  /** A policy of that name is elsewhere. */
  | { readonly kind: 'other-namespace'; readonly policy: PlacedPolicy }
  /** The policy is there, and no automation that works on the file takes policies of its namespace. */
  | { readonly kind: 'not-of-automation'; readonly policy: PlacedPolicy; readonly automation: PlacedAutomation }
  /** The automation's `policySelector` leaves it out. */
  | { readonly kind: 'not-selected'; readonly policy: PlacedPolicy; readonly automation: PlacedAutomation }

/**
 * The policy that a marker means. Flux takes those of the automation's own namespace that its selector admits; one match in any
 * cluster will do.
 *
 * @param automations those that surely work on the marker's file
 * @param isCertain whether no others may
 */
export function matchPolicy(
  target: MarkerTarget | undefined,
  automations: readonly PlacedAutomation[],
  isCertain: boolean,
  { policies, automations: all }: ImageLoop,
  inventory: Inventory,
): PolicyMatch {
  if (target === undefined || (policies.length === 0 && all.length === 0)) return { state: 'unknown' }
  const named = policies.filter(policy => mayBeNamed(policy, target.policy))
  const exact = named.filter(
    ({ name, namespace }) => name === target.policy && (namespace === undefined || namespace === target.namespace),
  )
  const seen = automations.length === 0 ? exact : exact.filter(policy => isSeen(policy, automations, 'yes'))
  if (seen.length > 0) return { state: 'found', policies: seen }
  const isOpen = !isCertain || exact.some(policy => isSeen(policy, automations, 'unknown'))
  if (isOpen || named.some(policy => policy.name !== target.policy || policy.placement.isRewritten))
    return { state: 'unknown' }
  // Of another cluster, as far as the tree tells.
  if (automations.length > 0 && exact.some(policy => !automations.some(automation => mayMeet(automation, policy))))
    return { state: 'unknown' }
  const [policy] = exact
  const own = automations.find(({ namespace }) => namespace === target.namespace)
  const [automation] = automations
  if (policy !== undefined && own !== undefined)
    return addsLabels(inventory) ? { state: 'unknown' } : absent({ kind: 'not-selected', policy, automation: own })
  if (policy !== undefined && automation !== undefined) return absent({ kind: 'not-of-automation', policy, automation })
  if (mayComeFromElsewhere(automations, inventory)) return { state: 'unknown' }
  const [elsewhere] = named
  return absent(elsewhere === undefined ? { kind: 'no-such-policy' } : { kind: 'other-namespace', policy: elsewhere })
}

function absent(why: AbsentPolicy): PolicyMatch {
  return { state: 'absent', why }
}

/** Whether labels come from elsewhere than the manifests: kustomize files, or what a Kustomization puts on all its objects. */
function addsLabels({ layout, kustomizations }: Inventory): boolean {
  return (
    [...layout.kustomizeFiles.values()].some(
      ({ body }) => member(body, 'labels') !== undefined || member(body, 'commonLabels') !== undefined,
    ) || kustomizations.some(({ resource }) => valueIn(resource, 'spec', 'commonMetadata', 'labels') !== undefined)
  )
}

function isSeen(policy: PlacedPolicy, automations: readonly PlacedAutomation[], certainty: 'yes' | 'unknown'): boolean {
  return automations.some(automation => automationSees(automation, policy) === certainty)
}

function mayBeNamed(policy: PlacedPolicy, name: string): boolean {
  return policy.name === name || hasVariable(policy.name)
}
