import { byteLength, bytesOf, compareBytes, sliceBytes, textOf } from '../go/bytes.js'
import { lowerCase, lowerRune, titleRune, upperCase, upperRune } from '../go/case.js'
import { quoted } from '../go/quote.js'
import { formatValue, noFlags } from './format-verb.js'
import { boundedSize, CallFault, define, type Functions, intArgument, textArgument } from './function.js'
import {
  allToText,
  anyTo,
  anyToText,
  intAndTextToText,
  intsAndTextToText,
  textsToBool,
  textsToText,
  textToText,
  threeTextsToText,
} from './signatures.js'
import { stringsOf, stringValue } from './sprig-values.js'
import { anyType, intType, stringListType, stringMapType, stringType } from './types.js'
import { type MapEntry, text, textList, unwrapped, type Value } from './values.js'

/** Sprig's functions on strings. Lengths and positions count bytes. */
export const stringFunctions: Functions = new Map([
  ['hello', define([], stringType, () => text('Hello!'))],
  ['abbrev', intAndTextToText((width, value) => (width < 4 ? value : abbreviated(0, width, value)))],
  ['abbrevboth', intsAndTextToText(abbreviatedBoth)],
  ['trunc', intAndTextToText(truncated)],
  ['trim', textToText(value => value.replace(spacesAround, ''))],
  ['trimAll', textsToText((cutset, value) => trimmed(value, cutset))],
  ['trimall', textsToText((cutset, value) => trimmed(value, cutset))],
  [
    'trimSuffix',
    textsToText((suffix, value) => (value.endsWith(suffix) ? value.slice(0, value.length - suffix.length) : value)),
  ],
  ['trimPrefix', textsToText((prefix, value) => (value.startsWith(prefix) ? value.slice(prefix.length) : value))],
  ['upper', textToText(upperCase)],
  ['lower', textToText(lowerCase)],
  ['title', textToText(titled)],
  ['untitle', textToText(value => eachWord(value, lowerRune))],
  ['swapcase', textToText(caseSwapped)],
  ['nospace', textToText(withoutSpace)],
  ['initials', textToText(initials)],
  ['substr', intsAndTextToText(substring)],
  ['repeat', intAndTextToText(repeated)],
  ['wrap', intAndTextToText((width, value) => wrapped(value, width, '\n', false))],
  [
    'wrapWith',
    define([intType, stringType, stringType], stringType, (width, separator, value) =>
      text(wrapped(textArgument(value), intArgument(width), textArgument(separator) || '\n', true)),
    ),
  ],
  ['contains', textsToBool((part, value) => value.includes(part))],
  ['hasPrefix', textsToBool((prefix, value) => value.startsWith(prefix))],
  ['hasSuffix', textsToBool((suffix, value) => value.endsWith(suffix))],
  [
    'quote',
    allToText(values =>
      present(values)
        .map(value => quoted(stringValue(value)))
        .join(' '),
    ),
  ],
  [
    'squote',
    allToText(values =>
      present(values)
        .map(value => `'${shown(value)}'`)
        .join(' '),
    ),
  ],
  ['cat', allToText(values => present(values).map(shown).join(' '))],
  ['indent', intAndTextToText(indented)],
  ['nindent', intAndTextToText((spaces, value) => `\n${indented(spaces, value)}`)],
  ['replace', threeTextsToText(replaced)],
  [
    'plural',
    define([stringType, stringType, intType], stringType, (one, many, count) =>
      intArgument(count) === 1 ? one : many,
    ),
  ],
  ['toString', anyToText(stringValue)],
  ['toStrings', anyTo(stringListType, value => textList(stringsOf(value)))],
  [
    'join',
    define([stringType, anyType], stringType, (separator, values) =>
      text(stringsOf(values).join(textArgument(separator))),
    ),
  ],
  ['sortAlpha', anyTo(stringListType, value => textList(sortedTexts(value)))],
  [
    'split',
    define([stringType, stringType], stringMapType, (separator, value) =>
      numbered(splitText(textArgument(value), textArgument(separator), -1)),
    ),
  ],
  [
    'splitn',
    define([stringType, intType, stringType], stringMapType, (separator, count, value) =>
      numbered(splitText(textArgument(value), textArgument(separator), intArgument(count))),
    ),
  ],
  [
    'splitList',
    define([stringType, stringType], stringListType, (separator, value) =>
      textList(splitText(textArgument(value), textArgument(separator), -1)),
    ),
  ],
])

/** Cuts to so many bytes and says so with three dots; a first visible byte beyond the fourth gets dots in front too. */
function abbreviated(offset: number, width: number, value: string): string {
  const size = byteLength(value)
  if (size <= width) return value
  const start = size - Math.min(offset, size) < width - 3 ? size - (width - 3) : Math.min(offset, size)
  if (start <= 4) return `${sliceBytes(value, 0, width - 3)}...`
  if (start + width - 3 >= size) return `...${sliceBytes(value, size - (width - 3))}`
  return width - 3 < 4 ? '...' : `...${abbreviated(0, width - 3, sliceBytes(value, start))}`
}

function abbreviatedBoth(left: number, right: number, value: string): string {
  return right < 4 || (left > 0 && right < 7) ? value : abbreviated(left, right, value)
}

/** A negative length keeps the end. */
function truncated(length: number, value: string): string {
  const size = byteLength(value)
  if (length < 0 && size + length > 0) return sliceBytes(value, size + length)
  return length >= 0 && size > length ? sliceBytes(value, 0, length) : value
}

function trimmed(value: string, cutset: string): string {
  const cut = new Set(cutset)
  const characters = [...value]
  const first = characters.findIndex(character => !cut.has(character))
  const last = characters.findLastIndex(character => !cut.has(character))
  return first < 0 ? '' : characters.slice(first, last + 1).join('')
}

/** Letters behind anything that is no letter, digit or underscore; ASCII punctuation divides words, other does not. */
function titled(value: string): string {
  let divided = true
  let result = ''
  for (const character of value) {
    result += divided ? titleRune(character) : character
    divided = character <= '\x7f' ? !/[A-Za-z0-9_]/.test(character) : /^\s$/u.test(character)
  }
  return result
}

/** The first character of each word between white space. */
function eachWord(value: string, map: (character: string) => string): string {
  let fresh = true
  let result = ''
  for (const character of value) {
    const isSpace = goSpace.test(character)
    result += fresh && !isSpace ? map(character) : character
    fresh = isSpace
  }
  return result
}

function caseSwapped(value: string): string {
  let result = ''
  for (const character of value) {
    if (/\p{Lu}|\p{Lt}/u.test(character)) result += lowerRune(character)
    else result += /\p{Lowercase}/u.test(character) ? upperRune(character) : character
  }
  return result
}

/** The library goes through bytes and takes each for a character, so anything beyond ASCII is mangled. */
function withoutSpace(value: string): string {
  const kept = latin(value).filter(character => !goSpace.test(character))
  return kept.length === byteLength(value) ? value : kept.join('')
}

function initials(value: string): string {
  let gap = true
  let result = ''
  for (const character of latin(value)) {
    const isSpace = goSpace.test(character)
    if (gap && !isSpace) result += character
    gap = isSpace
  }
  return result
}

function latin(value: string): readonly string[] {
  return Array.from(bytesOf(value), byte => String.fromCharCode(byte))
}

function substring(start: number, end: number, value: string): string {
  const size = byteLength(value)
  if (start < 0) return sliced(value, 0, end, size)
  return end < 0 || end > size ? sliced(value, start, size, size) : sliced(value, start, end, size)
}

/** Go's `s[start:end]`, and how Go panics outside of it. */
function sliced(value: string, start: number, end: number, size: number): string {
  if (end < 0 || end > size)
    throw new CallFault(`runtime error: slice bounds out of range [:${end}]${withLength(end, size)}`)
  if (start > end) throw new CallFault(`runtime error: slice bounds out of range [${start}:${end}]`)
  return sliceBytes(value, start, end)
}

function withLength(end: number, size: number): string {
  return end < 0 ? '' : ` with length ${size}`
}

function repeated(count: number, value: string): string {
  if (count < 0) throw new CallFault('strings: negative Repeat count')
  boundedSize(count * value.length)
  return value.repeat(value === '' ? 0 : count)
}

/** Breaks lines at blanks. The blanks in front of a line are dropped, and one where it is broken. */
function wrapped(value: string, width: number, separator: string, breaksWords: boolean): string {
  const limit = Math.max(1, width)
  const bytes = bytesOf(value)
  const lines: string[] = []
  let start = 0
  while (bytes.length - start > limit) {
    if (bytes[start] === blank) {
      start += 1
      continue
    }
    const line = lineAt(bytes, start, limit, breaksWords)
    if (line === undefined) break
    lines.push(textOf(bytes.subarray(start, line.end)))
    start = line.next
  }
  boundedSize(bytes.length + lines.length * separator.length)
  return [...lines, textOf(bytes.subarray(start))].join(separator)
}

/** Where the line ends and the next one starts; undefined where a long word takes all the rest. */
function lineAt(
  bytes: Uint8Array,
  start: number,
  limit: number,
  breaksWords: boolean,
): { end: number; next: number } | undefined {
  const last = bytes.subarray(start, start + limit + 1).lastIndexOf(blank)
  if (last >= 0) return { end: start + last, next: start + last + 1 }
  if (breaksWords) return { end: start + limit, next: start + limit }
  const end = bytes.indexOf(blank, start + limit)
  return end < 0 ? undefined : { end, next: end + 1 }
}

function present(values: readonly (Value | undefined)[]): readonly (Value | undefined)[] {
  return values.filter(value => unwrapped(value) !== undefined)
}

function shown(value: Value | undefined): string {
  return formatValue(value, 'v', noFlags)
}

function indented(spaces: number, value: string): string {
  if (spaces < 0) throw new CallFault('strings: negative Repeat count')
  const lines = value.split('\n')
  boundedSize(spaces * lines.length)
  return lines.map(line => ' '.repeat(spaces) + line).join('\n')
}

/** An empty text is found before every character and at the end. */
function replaced(old: string, replacement: string, value: string): string {
  if (old === '') return replacement + [...value].map(character => character + replacement).join('')
  boundedSize((value.split(old).length - 1) * replacement.length)
  return value.replaceAll(old, () => replacement)
}

function sortedTexts(value: Value | undefined): readonly string[] {
  return unwrapped(value)?.kind === 'slice' ? [...stringsOf(value)].sort(compareBytes) : [stringValue(value)]
}

/** Go's strings.SplitN: an empty separator parts characters; 0 gives nothing, a negative count everything. */
function splitText(value: string, separator: string, count: number): readonly string[] {
  if (count === 0) return []
  const parts = separator === '' ? [...value] : value.split(separator)
  if (count < 0 || parts.length <= count) return parts
  return [...parts.slice(0, count - 1), parts.slice(count - 1).join(separator)]
}

/** `_0`, `_1` and so on. */
function numbered(parts: readonly string[]): Value {
  const entries = new Map<string, MapEntry>()
  for (const [index, part] of parts.entries()) entries.set(`_${index}`, { key: text(`_${index}`), value: text(part) })
  return { kind: 'map', type: stringMapType, entries }
}

const blank = 0x20
const goSpace = /^[\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/
const spacesAround =
  /^[\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g
