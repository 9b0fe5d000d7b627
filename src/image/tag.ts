import { UserError } from '../errors.js'

/** What a build tag says: `<prefix>-<first 7 of the commit>-<unix seconds>`. */
export interface BuildTag {
  readonly prefix: string
  /** 7 lower-case hex digits. */
  readonly sha7: string
  /** Unix seconds; always 10 digits, so that order by text and by number are the same until the year 2286. */
  readonly seconds: number
}

/** Seconds that have exactly ten digits: from September 2001 to November 2286. */
const FIRST_SECOND = 1_000_000_000
const LAST_SECOND = 9_999_999_999
/** A tag has at most 128 characters, and `-<sha7>-<seconds>` takes 19 of them. */
const LONGEST_PREFIX = 109

const PREFIX = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/
const BUILD_TAG = /^([A-Za-z0-9_][A-Za-z0-9._-]{0,108})-([0-9a-f]{7})-([1-9][0-9]{9})$/

/** The pattern for an ImagePolicy's `filterTags` that accepts the build tags of one prefix and nothing else; its group `ts` is the time. */
export function buildTagPattern(prefix: string): string {
  return `^${prefix.replaceAll('.', '\\.')}-[a-f0-9]{7}-(?P<ts>[0-9]{10})$`
}

/**
 * The tag of a build.
 *
 * @param sha the full commit, 40 (SHA-1) or 64 (SHA-256) hex digits; it is cut here, as `git rev-parse --short` may give more than 7
 * @param seconds unix seconds
 * @throws UserError when a part cannot be written in the format
 */
export function buildTag(prefix: string, sha: string, seconds: number): BuildTag {
  const problem = prefixProblem(prefix)
  if (problem !== undefined) throw new UserError(`tag prefix ${JSON.stringify(prefix)} ${problem}`)
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha)) {
    throw new UserError(
      `commit ${JSON.stringify(sha)} is not a full commit id: expected 40 or 64 lower-case hex digits`,
    )
  }
  if (!Number.isInteger(seconds) || seconds < FIRST_SECOND || seconds > LAST_SECOND) {
    throw new UserError(
      `time ${seconds} is not a tag's time: expected unix seconds from ${FIRST_SECOND} to ${LAST_SECOND}`,
      {
        next: 'Check the clock of this machine (date +%s)',
      },
    )
  }
  return { prefix, sha7: sha.slice(0, 7), seconds }
}

export function printTag(tag: BuildTag): string {
  return `${tag.prefix}-${tag.sha7}-${tag.seconds}`
}

/** The tag taken apart, or undefined when it is not in the format. Whatever `printTag` gives comes back the same. */
export function parseTag(text: string): BuildTag | undefined {
  const [, prefix, sha7, seconds] = BUILD_TAG.exec(text) ?? []
  if (prefix === undefined || sha7 === undefined || seconds === undefined) return undefined
  return { prefix, sha7, seconds: Number(seconds) }
}

/** Older before newer; of one second, by commit, as Flux meets them. Negative, zero or positive. */
export function compareTags(left: BuildTag, right: BuildTag): number {
  return left.seconds - right.seconds || compareText(left.sha7, right.sha7) || compareText(left.prefix, right.prefix)
}

/** The `<sha7>-<seconds>` part of every build tag that a text names, wherever it stands and whatever is before it. */
export function buildsNamedIn(text: string): readonly string[] {
  return text.match(/(?<=-)[0-9a-f]{7}-[1-9][0-9]{9}(?![0-9])/g) ?? []
}

/** The `<sha7>-<seconds>` part of a tag. */
export function buildName(tag: BuildTag): string {
  return `${tag.sha7}-${tag.seconds}`
}

/** What is wrong with a prefix, as the end of a sentence; undefined when it is fine. */
export function prefixProblem(prefix: string): string | undefined {
  if (prefix === '') return 'is empty: expected a name such as "main"'
  if (!PREFIX.test(prefix)) {
    return 'is not the start of a tag: expected letters, digits, "_", "." and "-", and no "." or "-" at the start'
  }
  if (prefix.length > LONGEST_PREFIX) {
    return `has ${prefix.length} characters: expected at most ${LONGEST_PREFIX}, so that the whole tag fits into 128`
  }
  return undefined
}

/**
 * A time for a new tag that puts it after every published one of its prefix: the clock's second, or one more than the
 * greatest that exists when the clock is behind it or another build took the same second. Flux elects the greatest.
 */
export function timeAfter(
  now: number,
  prefix: string,
  published: Iterable<string>,
): { readonly seconds: number; readonly after: BuildTag | undefined } {
  let newest: BuildTag | undefined
  for (const text of published) {
    const tag = parseTag(text)
    if (tag?.prefix === prefix && (newest === undefined || compareTags(tag, newest) > 0)) newest = tag
  }
  if (newest === undefined || newest.seconds < now) return { seconds: now, after: undefined }
  return { seconds: newest.seconds + 1, after: newest }
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
