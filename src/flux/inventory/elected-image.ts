import type { ImagePolicySpec } from '../image-policy.js'
import { type Elector, electorOf } from '../policy.js'
import { hasVariable, type PlacedPolicy } from './image-loop.js'

/** The image that a policy chooses tags of; undefined where the tree does not surely say it. */
export function imageOf({ repository }: PlacedPolicy): string | undefined {
  if (repository.state !== 'found' || repository.target.placement.isRewritten) return undefined
  const { image } = repository.target
  return hasVariable(image) ? undefined : image
}

/** Whether a policy may elect a tag; undefined where the tree does not surely say its rules, or they are wrong themselves. */
export function accepts({ spec, placement }: PlacedPolicy, tag: string): boolean | undefined {
  if (placement.isRewritten || (placement.isPatched && JSON.stringify(spec).includes('${'))) return undefined
  const { selectedTag, stage } = electorFor(spec)([tag])
  return stage === 'InvalidPolicy' ? undefined : selectedTag !== null
}

/** Most policies of a tree have the same rules, and to compile these takes longer than all the rest. */
const electors = new Map<string, Elector>()
const MOST_ELECTORS = 500

function electorFor(spec: ImagePolicySpec): Elector {
  const key = JSON.stringify(spec)
  const known = electors.get(key)
  if (known !== undefined) return known
  if (electors.size >= MOST_ELECTORS) electors.clear()
  const elector = electorOf(spec)
  electors.set(key, elector)
  return elector
}

/** A tag that nobody builds, written until the first update comes. */
export function isPlaceholderTag(tag: string): boolean {
  return (
    /^(?:latest|place-?holder|tag|image-?tag|version|todo|tbd|change-?me|replace-?me|initial|dummy|xxx+)$/i.test(tag) ||
    /^(?:[a-z]+-)?v?0+(?:[.-]0+)*(?:-[a-z]+)?$/.test(tag)
  )
}
