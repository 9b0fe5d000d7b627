import { bytesOf } from '../go/bytes.js'
import { fill, parseExpansion } from '../go/expand.js'
import { compileRegexp, type GoRegexp, type RegexpMatch } from '../go/regexp.js'
import { CallFault, define, type Functions, intArgument, textArgument } from './function.js'
import { textToText } from './signatures.js'
import { boolType, intType, stringListType, stringType } from './types.js'
import { bool, text, textList, type Value } from './values.js'

/** Sprig's functions on regular expressions; those that begin with `must` do the same but for regexMatch. */
export const regexpFunctions: Functions = new Map([
  ['regexMatch', define([stringType, stringType], boolType, (pattern, value) => bool(matches(pattern, value)))],
  [
    'mustRegexMatch',
    define([stringType, stringType], boolType, (pattern, value) =>
      bool(compiled(pattern).matches(textArgument(value))),
    ),
  ],
  ...both(
    'regexFind',
    define([stringType, stringType], stringType, (pattern, value) => text(find(pattern, value))),
  ),
  ...both('regexFindAll', define([stringType, stringType, intType], stringListType, findAll)),
  ...both('regexReplaceAll', define([stringType, stringType, stringType], stringType, replaceAll)),
  ...both('regexReplaceAllLiteral', define([stringType, stringType, stringType], stringType, replaceAllLiteral)),
  ...both('regexSplit', define([stringType, stringType, intType], stringListType, split)),
  ['regexQuoteMeta', textToText(value => value.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&'))],
])

function both(name: string, definition: ReturnType<typeof define>): [string, typeof definition][] {
  return [
    [name, definition],
    [`mustR${name.slice(1)}`, definition],
  ]
}

function compiled(pattern: Value | undefined): GoRegexp {
  const result = compileRegexp(textArgument(pattern))
  if ('error' in result) throw new CallFault(result.error)
  return result.regexp
}

/** A pattern that does not compile matches nothing. */
function matches(pattern: Value | undefined, value: Value | undefined): boolean {
  const result = compileRegexp(textArgument(pattern))
  return !('error' in result) && result.regexp.matches(textArgument(value))
}

function find(pattern: Value | undefined, value: Value | undefined): string {
  return compiled(pattern).find(textArgument(value))?.[0] ?? ''
}

/** A negative limit is none; of no match Go gives the nil list. */
function findAll(pattern: Value | undefined, value: Value | undefined, limit: Value | undefined): Value {
  const found = allMatches(compiled(pattern), textArgument(value), intArgument(limit))
  return textList(found.length === 0 ? null : found.map(({ groups }) => groups[0] ?? ''))
}

function allMatches(regexp: GoRegexp, value: string, limit: number): readonly RegexpMatch[] {
  return regexp.findAll(value, limit < 0 ? undefined : limit)
}

function replaceAll(pattern: Value | undefined, value: Value | undefined, replacement: Value | undefined): Value {
  const regexp = compiled(pattern)
  const parts = parseExpansion(textArgument(replacement))
  return text(replaced(regexp, textArgument(value), match => fill(parts, regexp.groupNames, match.groups)))
}

function replaceAllLiteral(
  pattern: Value | undefined,
  value: Value | undefined,
  replacement: Value | undefined,
): Value {
  return text(replaced(compiled(pattern), textArgument(value), () => textArgument(replacement)))
}

function replaced(regexp: GoRegexp, value: string, replacement: (match: RegexpMatch) => string): string {
  let result = ''
  let from = 0
  for (const match of regexp.findAll(value)) {
    result += value.slice(from, match.start) + replacement(match)
    from = match.end
  }
  return result + value.slice(from)
}

/** As Go's Regexp.Split: at most so many parts, and no empty one for a match at the very start that is empty itself. */
function split(pattern: Value | undefined, given: Value | undefined, limit: Value | undefined): Value {
  const value = textArgument(given)
  const most = intArgument(limit)
  if (most === 0) return textList(null)
  const regexp = compiled(pattern)
  if (textArgument(pattern) !== '' && bytesOf(value).length === 0) return textList([''])
  const parts: string[] = []
  let from = 0
  for (const match of allMatches(regexp, value, most)) {
    if (most > 0 && parts.length === most - 1) break
    if (match.end === 0) continue
    parts.push(value.slice(from, match.start))
    from = match.end
  }
  const isLast = from !== value.length || endsBehindText(regexp, value, most)
  return textList(isLast ? [...parts, value.slice(from)] : parts)
}

/** Whether the last match leaves an empty part behind it: not if it is empty itself. */
function endsBehindText(regexp: GoRegexp, value: string, limit: number): boolean {
  const last = allMatches(regexp, value, limit).at(-1)
  return last === undefined || last.start !== value.length
}
