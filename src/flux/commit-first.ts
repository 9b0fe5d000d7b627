import type { ImagePolicySpec } from './image-policy.js'
import { type NewestWins, newestWins, type TagFormat } from './newest-wins.js'
import { evaluatePolicy } from './policy.js'
import { sampleTag } from './sample-tags.js'

type Loss = Extract<NewestWins, { readonly wins: false }>

/**
 * Of a pattern that is written for tags with the commit in front, such as `^main-[a-f0-9]+-[0-9]+`: how the order fails with
 * every ending that it takes and that people use (seconds, dates, counters). Undefined when it is right with one of them, or
 * when the pattern is not plainly for such tags.
 */
export function commitFirstFault(spec: ImagePolicySpec): Loss | undefined {
  const formats = formatsOf(spec.filterTags?.pattern ?? '').filter(format => takes(spec, format))
  const outcomes = formats.map(format => newestWins(spec, format))
  const losses = outcomes.filter(outcome => !outcome.wins)
  return losses.length < outcomes.length ? undefined : losses.find(({ fault }) => fault === 'older-elected')
}

const COMMIT = /\[(?:0-9a-f|a-f0-9|0-9a-fA-F|a-fA-F0-9|a-f\\d|\\da-f)\](?:\{(\d{1,2})\}|\{\d+,\d*\}|\+)\)?(-|\$$)/
/** Nothing but literals, and alternatives of literals. */
const LITERAL = /^\^?(?:[\w-]|\\\.|\((?:\?:|\?P?<\w+>)?[\w|.\\-]+\))*$/

function formatsOf(pattern: string): readonly TagFormat[] {
  const found = COMMIT.exec(pattern)
  const head = pattern.slice(0, found?.index ?? 0).replace(/\((?:\?:|\?P?<\w+>)?$/, '')
  const prefix = LITERAL.test(head) ? sampleTag(head, 'digits') : undefined
  if (found === null || prefix === undefined) return []
  const digits = Number(found[1] ?? 7)
  const start = (sha: string) => `${prefix}${sha.slice(0, digits)}${found[2] === '-' ? '-' : ''}`
  // Nothing behind it, and no other word for it than a commit; behind a number it says which build of that version it is.
  if (found[2] !== '-') return found[1] !== undefined && digits >= 7 && !/\d/.test(head) ? [start] : []
  return [
    (sha, seconds) => `${start(sha)}${seconds}`,
    (sha, seconds) => `${start(sha)}${seconds - 1_600_000_000}`,
    (sha, seconds) => `${start(sha)}${dateOf(seconds)}`,
  ]
}

/** `YYYYMMDDhhmmss`. */
function dateOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(/\D/g, '').slice(0, 14)
}

const SAMPLES = ['0', 'f', '1234567', 'abcdef'].map(sha => sha.padEnd(40, '0'))

function takes({ filterTags }: ImagePolicySpec, format: TagFormat): boolean {
  const spec = { policy: { alphabetical: {} }, filterTags: { pattern: filterTags?.pattern ?? '' } }
  return SAMPLES.every(sha => evaluatePolicy(spec, [format(sha, 1_700_000_000)]).error === null)
}
