import type { ImagePolicySpec } from '../../src/flux/image-policy.js'
import type { NamedFormat } from '../../src/flux/inventory/policy-tags.js'
import { type NewestWins, newestWins } from '../../src/flux/newest-wins.js'

const known = new Map<string, NewestWins>()

/** See newestWins. Most policies of a tree are alike, and each is tried with more than a hundred pairs of builds. */
export function newestOutcome(spec: ImagePolicySpec, { prefix, format }: NamedFormat): NewestWins {
  const key = JSON.stringify([spec, prefix])
  const former = known.get(key)
  if (former !== undefined) return former
  const outcome = newestWins(spec, format)
  if (known.size >= 1000) known.clear()
  known.set(key, outcome)
  return outcome
}
