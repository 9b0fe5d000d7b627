import type { DroppedReason, PolicyExplanation } from '../src/flux/explain.js'

/** How many lines of a kind people are shown. */
const SHOWN = 10

/** The result for programs. */
export function policyJson({ result }: PolicyExplanation): string {
  const { selectedTag, latest, filtered, candidates, error, stage } = result
  return `${JSON.stringify({ selectedTag, latest, filtered, candidates, error, stage })}\n`
}

const REASONS: Readonly<Record<DroppedReason, string>> = {
  'not-matched': 'the pattern does not match',
  'same-value': 'another tag has the same value, and Flux keeps one',
  'not-a-version': 'no version',
  'outside-range': 'outside of the range',
  'not-a-number': 'no number: fails the whole policy',
  unordered: 'NaN has no order',
}

/** The result for people. */
export function policyText({ result, tags }: PolicyExplanation, excluded: number): string {
  const verdict =
    result.error === null
      ? result.random
        ? [`Flux chooses at random between: ${result.candidates.join(', ')}`]
        : [`Flux elects ${result.selectedTag}`]
      : [`Flux reports: ${result.error}`, result.retries ? 'It tries again.' : 'It stalls until the policy changes.']
  const rankedTags = tags.filter(tag => tag.rank !== null)
  const lines = rankedTags.slice(0, SHOWN).map(tag => `  ${tag.rank}. ${tag.tag}${shownValue(tag)}`)
  const more = rankedTags.length > SHOWN ? [`  … and ${rankedTags.length - SHOWN} more`] : []
  const dropped = Object.entries(REASONS).flatMap(([reason, words]) => {
    const some = tags.filter(tag => tag.dropped === reason)
    if (some.length === 0) return []
    const names = some.slice(0, SHOWN).map(tag => tag.tag)
    return [`  ${some.length} dropped, ${words}: ${names.join(', ')}${some.length > SHOWN ? ', …' : ''}`]
  })
  const hidden = excluded === 0 ? [] : [`  ${excluded} excluded by the ImageRepository`]
  return `${[...verdict, ...lines, ...more, ...dropped, ...hidden].join('\n')}\n`
}

function shownValue({ tag, value }: { readonly tag: string; readonly value: string | null }): string {
  return value === null || value === tag ? '' : ` (${value})`
}
