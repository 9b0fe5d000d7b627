import { type BuildTag, parseTag, printTag } from '../../image/tag.js'
import { type DroppedReason, explainPolicy, type PolicyExplanation } from '../explain.js'
import type { PlacedPolicy } from '../inventory/image-loop.js'
import { evaluatePolicy } from '../policy.js'
import { scanTags } from '../scan.js'

/** What a policy makes of an image's known tags and that of the next build. */
export interface RehearsedElection {
  /** `host/name`. */
  readonly image: string
  readonly policy: PlacedPolicy
  readonly explanation: PolicyExplanation
  /** How many tags the ImageRepository leaves out. */
  readonly excluded: number
  /** Whether the next build's tag is elected, and nothing else could be. */
  readonly electsBuild: boolean
  /** Why not; null when it is. */
  readonly why: string | null
  /** What would be elected were the order of the commits' names the other way round; null for nothing. */
  readonly reversed: string | null
}

export interface RehearsedImage {
  /** `host/name`. */
  readonly image: string
  /** How many tags of it are known, without the new one. */
  readonly known: number
  readonly elections: readonly RehearsedElection[]
}

/** @param tags those known, with that of the build or without */
export function rehearseElection(
  image: string,
  policy: PlacedPolicy,
  tags: Iterable<string>,
  build: string,
): RehearsedElection {
  const all = [...new Set([...tags, build])]
  const exclusions = policy.repository.state === 'found' ? policy.repository.target.exclusionList : undefined
  const scan = scanTags(all, exclusions)
  const scanned = 'error' in scan ? [] : scan.tags
  const explanation = explainPolicy(policy.spec, scanned)
  const { result } = explanation
  const mirrored = evaluatePolicy(policy.spec, scanned.map(mirror)).selectedTag
  const why = 'error' in scan ? `the ImageRepository does not scan: ${scan.error}` : whyNot(explanation, scanned, build)
  return {
    image,
    policy,
    explanation,
    excluded: all.length - scanned.length,
    electsBuild: why === null && result.error === null,
    why,
    reversed: mirrored === null ? null : mirror(mirrored),
  }
}

function whyNot({ result, tags }: PolicyExplanation, scanned: readonly string[], build: string): string | null {
  if (!scanned.includes(build)) return 'the ImageRepository excludes its tag'
  if (result.error !== null) return `the policy fails: ${result.error}`
  if (result.random) return `Flux would choose at random between ${result.candidates.join(' and ')}`
  if (result.selectedTag === build) return null
  const dropped = tags.find(({ tag }) => tag === build)?.dropped
  const reason = dropped ? REASONS[dropped] : 'it ranks the new tag lower'
  return `the policy elects ${result.selectedTag}: ${reason}`
}

const REASONS: Readonly<Record<DroppedReason, string>> = {
  'not-matched': 'its pattern does not match the new tag',
  'same-value': 'that tag gives the same value as the new one',
  'not-a-version': 'the new tag is no version',
  'outside-range': 'the new tag is outside of its range',
  'not-a-number': 'the new tag gives no number',
  unordered: 'the new tag gives a number without an order',
}

/** The tag with a commit of the opposite place in the order; twice gives the same. What is no build tag stays. */
function mirror(text: string): string {
  const tag = parseTag(text)
  return tag === undefined ? text : printTag(mirroredTag(tag))
}

function mirroredTag(tag: BuildTag): BuildTag {
  return { ...tag, sha7: tag.sha7.replace(/./g, digit => (15 - Number.parseInt(digit, 16)).toString(16)) }
}
