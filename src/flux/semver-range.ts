import { byteLength } from './go/bytes.js'
import { quoted } from './go/quote.js'
import { comparePrereleases, compareVersions, parseVersion, type Version } from './semver-version.js'

/** Says whether a version is within the range. */
export type SemverRange = (version: Version) => boolean

export type ParsedRange = { readonly range: SemverRange } | { readonly error: string }

/**
 * A range as Masterminds/semver v3 reads it: alternatives by `||`, constraints by comma or blank, `a - b`, wildcards
 * x, X and *, and the operators = != > < >= => <= =< ~ ~> ^. The error is that library's own text. A pre-release is
 * within a range only if some constraint of the same alternative names one. npm's semver differs in all of this.
 */
export function parseRange(text: string): ParsedRange {
  if (byteLength(text) > longestRange) return { error: `constraint string is too long (max ${longestRange} bytes)` }
  const alternatives = withoutHyphens(text).split('||')
  if (alternatives.length > mostAlternatives) return { error: `too many constraint groups (max ${mostAlternatives})` }
  const parsed: SemverRange[] = []
  for (const alternative of alternatives) {
    const result = parseAlternative(alternative)
    if ('error' in result) return result
    parsed.push(result.range)
  }
  return { range: version => parsed.some(range => range(version)) }
}

interface Constraint {
  readonly operator: string
  readonly bound: Version
  /** How many of major, minor and patch are given; what follows is a wildcard. */
  readonly known: 0 | 1 | 2 | 3
}

/** `a - b` becomes `>= a, <= b`. */
function withoutHyphens(text: string): string {
  let result = text
  for (const found of text.matchAll(hyphenRange)) {
    result = result.replace(found[0], () => `>= ${found[1]}, <= ${found[6]} `)
  }
  return result
}

function parseAlternative(text: string): ParsedRange {
  const found = constraintsIn(text)
  if (found === undefined) return { error: `improper constraint: ${quoted(text)}` }
  const constraints: Constraint[] = []
  for (const parts of found) {
    const constraint = parseConstraint(parts)
    if (constraint === undefined) return { error: 'constraint parser error' }
    constraints.push(constraint)
  }
  const prereleases = constraints.some(({ bound }) => bound.prerelease !== '')
  return {
    range: version =>
      (version.prerelease === '' || prereleases) && constraints.every(constraint => satisfies(version, constraint)),
  }
}

/** The constraints with a blank or a comma between them; undefined where the text is no such list. */
function constraintsIn(text: string): readonly RegExpExecArray[] | undefined {
  const found: RegExpExecArray[] = []
  const next = new RegExp(`${blank}*(${operators})${blank}*(${versionPattern})(${blank}*,?)`, 'y')
  for (let more = true; more; ) {
    const parts = next.exec(text)
    if (parts === null) return undefined
    found.push(parts)
    const separator = parts.at(-1) ?? ''
    more = next.lastIndex < text.length || separator.endsWith(',')
    if (more && separator === '') return undefined
  }
  return found
}

function parseConstraint([, operator = '', full = '', ...parts]: RegExpExecArray): Constraint | undefined {
  const [major = '', minor = '', patch = '', prerelease = ''] = parts
  const known = isWildcard(major) ? 0 : isWildcard(minor) ? 1 : isWildcard(patch) ? 2 : 3
  const text = [`0.0.0${prerelease}`, `${major}.0.0${prerelease}`, `${major}${minor}.0${prerelease}`, full][known] ?? ''
  const bound = parseVersion(text)
  return bound === undefined ? undefined : { operator, bound, known }
}

function isWildcard(part: string): boolean {
  return /^\.?[xX*]?$/.test(part)
}

function satisfies(version: Version, constraint: Constraint): boolean {
  const { operator, bound, known } = constraint
  const order = compareVersions(version, bound)
  switch (operator) {
    case '!=':
      return differs(version, constraint)
    case '>':
      return isAbove(version, constraint)
    case '<':
      return order < 0
    case '>=':
    case '=>':
      return order >= 0
    case '<=':
    case '=<':
      return !isBeyond(version, constraint)
    case '~':
    case '~>':
      return isInTilde(version, constraint)
    case '^':
      return isInCaret(version, constraint)
    default:
      return known === 3 ? order === 0 : isInTilde(version, constraint)
  }
}

/** `!=1` and `!=1.2` exclude all versions that begin so; `!=*` excludes only 0.0.0. */
function differs(version: Version, { bound, known }: Constraint): boolean {
  if (known === 0 || known === 3) return compareVersions(version, bound) !== 0
  if (version.major !== bound.major) return true
  if (known === 1) return false
  if (version.minor !== bound.minor) return true
  return comparePrereleases(version.prerelease, bound.prerelease) !== 0
}

/** `>1` begins at 2.0.0 and `>1.2` at 1.3.0. */
function isAbove(version: Version, { bound, known }: Constraint): boolean {
  if (known === 0 || known === 3) return compareVersions(version, bound) > 0
  if (version.major !== bound.major) return version.major > bound.major
  return known === 2 && version.minor > bound.minor
}

/** `<=1` ends before 2.0.0, `<=1.2` before 1.3.0 and `<=*` before 0.1.0. */
function isBeyond(version: Version, { bound, known }: Constraint): boolean {
  if (known === 3) return compareVersions(version, bound) > 0
  if (version.major !== bound.major) return version.major > bound.major
  return known !== 1 && version.minor > bound.minor
}

/** `~1.2.3` stays within 1.2, `~1` within 1; `~0.0.0` and `~*` take everything. */
function isInTilde(version: Version, { bound, known }: Constraint): boolean {
  if (compareVersions(version, bound) < 0) return false
  const isZero = Number(bound.major) + Number(bound.minor) + Number(bound.patch) === 0
  if (isZero && (known === 0 || known === 3)) return true
  return version.major === bound.major && (known === 1 || version.minor === bound.minor)
}

/** `^1.2.3` stays within 1, `^0.2.3` within 0.2, `^0.0.3` and `^*` at that very version. */
function isInCaret(version: Version, { bound, known }: Constraint): boolean {
  if (compareVersions(version, bound) < 0 || version.major !== bound.major) return false
  if (bound.major > 0 || known === 1) return true
  if (version.minor !== bound.minor) return false
  return bound.minor > 0 || known === 2 || version.patch === bound.patch
}

const longestRange = 512
const mostAlternatives = 32
const blank = '[\\t\\n\\f\\r ]'
const operators = '=[<>]?|!=|[<>]=?|~>?|\\^|'
// A bar may stand in a number here, as in that library's grammar; such a constraint fails one step later.
const number = '[0-9xX*|]+'
const identifiers = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*'
const versionPattern = `v?(${number})(\\.${number})?(\\.${number})?(-${identifiers})?(?:\\+${identifiers})?`
const hyphenRange = new RegExp(`${blank}*(${versionPattern})${blank}+-${blank}+(${versionPattern})${blank}*`, 'g')
