import { expansionOf } from '../go/expand.js'
import { allowsBackquotes, quoted } from '../go/quote.js'
import { compileRegexp, type GoRegexp, type RegexpMatch } from '../go/regexp.js'
import { CallFault, define, type Functions, intArgument, type TemplateFunction, textArgument } from './function.js'
import { textToText } from './signatures.js'
import { boolType, type GoType, intType, stringListType, stringType } from './types.js'
import { bool, text, textList, type Value } from './values.js'

/** Sprig's functions on regular expressions; those that begin with `must` do the same. */
export const regexpFunctions: Functions = new Map([
  ['regexMatch', define([stringType, stringType], boolType, (pattern, value) => bool(matches(pattern, value)))],
  [
    'mustRegexMatch',
    define([stringType, stringType], boolType, (pattern, value) =>
      bool(compiled(pattern).matches(textArgument(value))),
    ),
  ],
  ...both('regexFind', [], stringType, (regexp, value) => text(regexp.find(value)?.[0] ?? '')),
  ...both('regexFindAll', [intType], stringListType, findAll),
  ...both('regexReplaceAll', [stringType], stringType, replaceAll),
  ...both('regexReplaceAllLiteral', [stringType], stringType, (regexp, value, replacement) =>
    text(replaced(regexp, value, () => textArgument(replacement))),
  ),
  ...both('regexSplit', [intType], stringListType, split),
  ['regexQuoteMeta', textToText(value => value.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&'))],
])

type RegexpFunction = (regexp: GoRegexp, value: string, more: Value | undefined) => Value

/** Of pattern, text and perhaps one more. Without `must`, Go panics over a pattern and says more about it. */
function both(
  name: string,
  more: readonly GoType[],
  result: GoType,
  call: RegexpFunction,
): [string, TemplateFunction][] {
  const using = (compile: typeof compiled) =>
    define([stringType, stringType, ...more], result, (pattern, value, extra) =>
      call(compile(pattern), textArgument(value), extra),
    )
  return [
    [name, using(compiledOrPanic)],
    [`mustR${name.slice(1)}`, using(compiled)],
  ]
}

function compiledOrPanic(pattern: Value | undefined): GoRegexp {
  const source = textArgument(pattern)
  const result = compileRegexp(source)
  const shown = allowsBackquotes(source) ? `\`${source}\`` : quoted(source)
  if ('error' in result) throw new CallFault(`regexp: Compile(${shown}): ${result.error}`)
  return result.regexp
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

/** A negative limit is none; of no match Go gives the nil list. */
function findAll(regexp: GoRegexp, value: string, limit: Value | undefined): Value {
  const found = allMatches(regexp, value, intArgument(limit))
  return textList(found.length === 0 ? null : found.map(({ groups }) => groups[0] ?? ''))
}

function allMatches(regexp: GoRegexp, value: string, limit: number): readonly RegexpMatch[] {
  return regexp.findAll(value, limit < 0 ? undefined : limit)
}

function replaceAll(regexp: GoRegexp, value: string, replacement: Value | undefined): Value {
  const expansion = expansionOf(textArgument(replacement), regexp.groupNames)
  return text(replaced(regexp, value, match => expansion(match.groups)))
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

/** As Go's Regexp.Split: at most so many parts, and no empty one for an empty match at either end. */
function split(regexp: GoRegexp, value: string, limit: Value | undefined): Value {
  const most = intArgument(limit)
  if (most === 0) return textList(null)
  if (value === '' && regexp.pattern !== '') return textList([''])
  const parts: string[] = []
  let from = 0
  let last = 0
  for (const { start, end } of allMatches(regexp, value, most)) {
    if (most > 0 && parts.length >= most - 1) break
    if (end !== 0) parts.push(value.slice(from, start))
    last = start
    from = end
  }
  return textList(last === value.length ? parts : [...parts, value.slice(from)])
}
