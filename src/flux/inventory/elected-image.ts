import { evaluatePolicy } from '../policy.js'
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
  const { selectedTag, stage } = evaluatePolicy(spec, [tag])
  return stage === 'InvalidPolicy' ? undefined : selectedTag !== null
}

/** A tag that nobody builds, written until the first update comes. */
export function isPlaceholderTag(tag: string): boolean {
  return (
    /^(?:latest|place-?holder|tag|image-?tag|version|todo|tbd|change-?me|replace-?me|initial|dummy|xxx+)$/i.test(tag) ||
    /^(?:[a-z]+-)?v?0+(?:[.-]0+)*(?:-[a-z]+)?$/.test(tag)
  )
}
