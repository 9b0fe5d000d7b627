import { RE2JS, RE2JSException } from 're2js'
import { nativeRegexp, suitsNative } from './native-regexp.js'

/** A compiled pattern of Go's regexp package. */
export interface GoRegexp {
  /** The name of each group, '' for those without one; index 0 is the whole match. */
  readonly groupNames: readonly string[]
  /** Whether the pattern matches anywhere in the text. */
  readonly matches: (text: string) => boolean
  /** The leftmost match: the whole and each group, undefined for a group that took no part. */
  readonly find: (text: string) => Submatches | undefined
  /** All matches that do not overlap, from left to right, at most `limit` of them. */
  readonly findAll: (text: string, limit?: number) => readonly RegexpMatch[]
}

export type Submatches = readonly (string | undefined)[]

export interface RegexpMatch {
  /** In UTF-16 units. */
  readonly start: number
  readonly end: number
  readonly groups: Submatches
}

export type CompiledRegexp = { readonly regexp: GoRegexp } | { readonly error: string }

/**
 * Compiles a pattern as Go's regexp.Compile does, or gives Go's error text (`error parsing regexp: …`). Runs in time
 * linear in the text. Go accepts one group name twice; re2js does not, so it is not told the names at all.
 */
export function compileRegexp(pattern: string): CompiledRegexp {
  const names = namedGroups(pattern)
  const unnamed = hasRepeatedName(names) ? withoutNames(pattern, names) : pattern
  try {
    return { regexp: regexpOf(RE2JS.compile(unnamed), pattern, names) }
  } catch (thrown) {
    if (!(thrown instanceof RE2JSException)) throw thrown
    return { error: thrown.message.replaceAll(unnamed, pattern) }
  }
}

function regexpOf(compiled: RE2JS, pattern: string, names: readonly NamedGroup[]): GoRegexp {
  const native = nativeRegexp(pattern)
  const groupNames = Array.from({ length: compiled.groupCount() + 1 }, () => '')
  for (const { name, index } of names) groupNames[index] = name
  return {
    groupNames,
    matches: text => (native !== undefined && suitsNative(text) ? native(text) !== null : compiled.test(text)),
    find: text => {
      if (native !== undefined && suitsNative(text)) return native(text) ?? undefined
      const matcher = compiled.matcher(text)
      return matcher.find() ? groupsOf(matcher, groupNames.length) : undefined
    },
    findAll: (text, limit = Number.POSITIVE_INFINITY) => allMatches(compiled, text, groupNames.length, limit),
  }
}

/** As in Go, an empty match right behind the previous match does not count. */
function allMatches(compiled: RE2JS, text: string, groupCount: number, limit: number): RegexpMatch[] {
  const matches: RegexpMatch[] = []
  const matcher = compiled.matcher(text)
  for (let previousEnd = -1; matches.length < limit && matcher.find(); ) {
    const start = matcher.start()
    const end = matcher.end()
    if (start !== end || start !== previousEnd) matches.push({ start, end, groups: groupsOf(matcher, groupCount) })
    previousEnd = end
  }
  return matches
}

function groupsOf(matcher: ReturnType<RE2JS['matcher']>, count: number): Submatches {
  return Array.from({ length: count }, (_, index) => matcher.group(index) ?? undefined)
}

interface NamedGroup {
  readonly name: string
  /** The number of the group. */
  readonly index: number
  /** Where `?P<name>` stands in the pattern. */
  readonly start: number
  readonly end: number
}

/** The named groups of a pattern, found without judging the rest of it. */
function namedGroups(pattern: string): NamedGroup[] {
  const groups: NamedGroup[] = []
  let index = 0
  for (let at = 0; at < pattern.length; ) {
    const rest = pattern[at]
    if (rest === '\\') {
      at = skipEscape(pattern, at)
    } else if (rest === '[') {
      at = skipClass(pattern, at)
    } else if (rest === '(') {
      namedGroup.lastIndex = at + 1
      const named = namedGroup.exec(pattern)
      if (named !== null || pattern[at + 1] !== '?') index += 1
      if (named !== null) groups.push({ name: named[1] ?? '', index, start: at + 1, end: namedGroup.lastIndex })
      at += 1 + (named?.[0].length ?? 0)
    } else {
      at += 1
    }
  }
  return groups
}

/** Past an escape; `\Q` quotes up to `\E`. */
function skipEscape(pattern: string, at: number): number {
  if (pattern[at + 1] !== 'Q') return at + 2
  const end = pattern.indexOf('\\E', at + 2)
  return end < 0 ? pattern.length : end + 2
}

/** Past a character class; a `]` right at its start belongs to it. */
function skipClass(pattern: string, at: number): number {
  let index = at + (pattern[at + 1] === '^' ? 2 : 1)
  if (pattern[index] === ']') index += 1
  while (index < pattern.length && pattern[index] !== ']') {
    const posix = pattern.startsWith('[:', index) ? pattern.indexOf(':]', index + 2) : -1
    if (posix >= 0) index = posix + 2
    else index += pattern[index] === '\\' ? 2 : 1
  }
  return index + 1
}

function hasRepeatedName(names: readonly NamedGroup[]): boolean {
  return new Set(names.map(({ name }) => name)).size !== names.length
}

function withoutNames(pattern: string, names: readonly NamedGroup[]): string {
  let result = ''
  let from = 0
  for (const { start, end } of names) {
    result += pattern.slice(from, start)
    from = end
  }
  return result + pattern.slice(from)
}

const namedGroup = /\?P?<([A-Za-z0-9_]+)>/y
