import { applyFilter, compileFilter } from './filter-tags.js'
import { compareBytes } from './go/bytes.js'
import { parseFloat64 } from './go/float.js'
import type { ImagePolicySpec } from './image-policy.js'
import { policerOf } from './policer.js'
import { evaluatePolicy, type PolicyResult } from './policy.js'
import { parseRange } from './semver-range.js'
import { compareVersions, parseTagVersion } from './semver-version.js'

export interface PolicyExplanation {
  readonly result: PolicyResult
  /** The ranked tags from the first on, then the dropped ones in ascending order. Empty for an invalid policy. */
  readonly tags: readonly TagExplanation[]
}

export interface TagExplanation {
  readonly tag: string
  /** What was compared; null where the pattern does not match. */
  readonly value: string | null
  /** 1 is what is elected; equal ones share a rank. Null for a tag that was dropped. */
  readonly rank: number | null
  readonly dropped: DroppedReason | null
  /** Of a tag dropped for `same-value`: the smaller tag that stayed. */
  readonly by: string | null
}

export type DroppedReason =
  /** The pattern does not match it. */
  | 'not-matched'
  /** Another tag has the same value and is smaller. */
  | 'same-value'
  /** It has not two dots, or is no version otherwise; semver only. */
  | 'not-a-version'
  | 'outside-range'
  /** It fails the whole policy; numerical only. */
  | 'not-a-number'
  /** NaN has no place in any order; numerical only. */
  | 'unordered'

/** Says for each tag of a scan where the policy ranks it or why it drops it. */
export function explainPolicy(spec: ImagePolicySpec, tags: readonly string[]): PolicyExplanation {
  const result = evaluatePolicy(spec, tags)
  const ranking = rankingOf(spec)
  const filter = spec.filterTags === undefined ? undefined : compileFilter(spec.filterTags)
  if (ranking === undefined || (filter !== undefined && 'error' in filter)) return { result, tags: [] }
  const extract = filter?.extract ?? ((tag: string) => tag)
  const kept = applyFilter(extract, tags)
  const explained = tags.map(tag => explainTag(tag, extract(tag), kept, ranking))
  return { result, tags: ranked(explained, ranking).sort(byRank) }
}

interface Ranking {
  readonly drops: (value: string) => DroppedReason | undefined
  /** Negative when the left value goes before the right one. */
  readonly compare: (left: string, right: string) => number
}

function rankingOf({ policy }: ImagePolicySpec): Ranking | undefined {
  const chosen = policerOf(policy)
  if ('error' in chosen) return undefined
  if (chosen.kind === 'semver') return semverRanking(policy.semver?.range ?? '')
  const order = (chosen.kind === 'numerical' ? policy.numerical : policy.alphabetical)?.order ?? ''
  const sign = order.toUpperCase() === 'DESC' ? 1 : -1
  if (chosen.kind === 'alphabetical') {
    return { drops: () => undefined, compare: (left, right) => sign * compareBytes(left, right) }
  }
  return { drops: dropsNumber, compare: (left, right) => sign * compareNumbers(left, right) }
}

function semverRanking(text: string): Ranking | undefined {
  const parsed = parseRange(text)
  if ('error' in parsed) return undefined
  return {
    drops: value => {
      const version = parseTagVersion(value)
      return version === undefined ? 'not-a-version' : parsed.range(version) ? undefined : 'outside-range'
    },
    compare: (left, right) => {
      const [a, b] = [parseTagVersion(left), parseTagVersion(right)]
      return a === undefined || b === undefined ? 0 : compareVersions(b, a)
    },
  }
}

function dropsNumber(value: string): DroppedReason | undefined {
  const number = parseFloat64(value)
  return number === undefined ? 'not-a-number' : Number.isNaN(number) ? 'unordered' : undefined
}

function compareNumbers(left: string, right: string): number {
  const [a = 0, b = 0] = [parseFloat64(left), parseFloat64(right)]
  return a < b ? -1 : a > b ? 1 : 0
}

function explainTag(
  tag: string,
  value: string | undefined,
  kept: ReadonlyMap<string, string>,
  ranking: Ranking,
): TagExplanation {
  if (value === undefined) return { tag, value: null, rank: null, dropped: 'not-matched', by: null }
  const by = kept.get(value) ?? tag
  if (by !== tag) return { tag, value, rank: null, dropped: 'same-value', by }
  return { tag, value, rank: null, dropped: ranking.drops(value) ?? null, by: null }
}

function ranked(explained: readonly TagExplanation[], { compare }: Ranking): TagExplanation[] {
  const values = explained
    .flatMap(({ value, dropped }) => (dropped === null && value !== null ? [value] : []))
    .sort(compare)
  const ranks = new Map<string, number>()
  let rank = 0
  for (const [index, value] of values.entries()) {
    const previous = values[index - 1]
    if (previous === undefined || compare(previous, value) !== 0) rank = index + 1
    ranks.set(value, rank)
  }
  return explained.map(tag => ({ ...tag, rank: tag.dropped === null ? (ranks.get(tag.value ?? '') ?? null) : null }))
}

function byRank(left: TagExplanation, right: TagExplanation): number {
  const last = Number.MAX_SAFE_INTEGER
  return (left.rank ?? last) - (right.rank ?? last) || compareBytes(left.tag, right.tag)
}
