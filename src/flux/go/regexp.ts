import { RE2JS, RE2JSException } from 're2js'
import { captureAutomaton, type Groups } from './capture-automaton.js'
import { nativeRegexp, suitsNative } from './native-regexp.js'
import { programOf } from './regexp-program.js'
import { rewritePattern } from './rewrite-pattern.js'

/** A compiled pattern of Go's regexp package. */
export interface GoRegexp {
  /** As it was given. */
  readonly pattern: string
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
 * linear in the text. Invalid UTF-8 in a text matches as U+FFFD does.
 */
export function compileRegexp(pattern: string): CompiledRegexp {
  const known = compiledBefore.get(pattern)
  if (known !== undefined) return known
  const compiled = compile(pattern)
  // A tree has few patterns, but many policies with the same one.
  if (compiledBefore.size >= 1000) compiledBefore.clear()
  compiledBefore.set(pattern, compiled)
  return compiled
}

const compiledBefore = new Map<string, CompiledRegexp>()

function compile(pattern: string): CompiledRegexp {
  const { pattern: rewritten, groupNames, restored } = rewritePattern(pattern)
  try {
    return { regexp: regexpOf(RE2JS.compile(rewritten), pattern, groupNames) }
  } catch (thrown) {
    if (!(thrown instanceof RE2JSException)) throw thrown
    const text = restored(thrown.message)
    // Go quotes the empty rest of the pattern here, re2js nothing.
    return { error: text.endsWith('trailing backslash at end of expression') ? `${text}: \`\`` : text }
  }
}

function regexpOf(compiled: RE2JS, pattern: string, names: ReadonlyMap<number, string>): GoRegexp {
  const native = nativeRegexp(pattern)
  const groupNames = Array.from({ length: compiled.groupCount() + 1 }, (_, index) => names.get(index) ?? '')
  const program = native === undefined ? programOf(compiled) : undefined
  const automaton = program === undefined ? undefined : captureAutomaton(program, groupNames.length)
  return {
    pattern,
    groupNames,
    matches: text => (native !== undefined && suitsNative(text) ? native(text) !== null : compiled.test(text)),
    find: text => {
      if (native !== undefined && suitsNative(text)) return native(text) ?? undefined
      const groups = automaton?.(text, 0) ?? 'gave up'
      if (groups === 'gave up') return findSlowly(compiled, text, groupNames.length)
      return groups === 'no match' ? undefined : groupTexts(text, groups)
    },
    findAll: (text, limit = Number.POSITIVE_INFINITY) => allMatches(compiled, text, groupNames.length, limit),
  }
}

/** Whether it matches is cheap to know; where the groups lie is not, and grows with the pattern. */
function findSlowly(compiled: RE2JS, text: string, groupCount: number): Submatches | undefined {
  const matcher = compiled.matcher(text)
  return compiled.test(text) && matcher.find() ? groupsOf(matcher, groupCount) : undefined
}

function groupTexts(text: string, groups: Groups): Submatches {
  return Array.from({ length: groups.length / 2 }, (_, index) => {
    const start = groups[2 * index] ?? -1
    return start < 0 ? undefined : text.slice(start, groups[2 * index + 1])
  })
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
