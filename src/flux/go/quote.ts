import { bytesOf, runeAt } from './bytes.js'

/** A text as Go's `%q` and strconv.Quote print it. */
export function quoted(text: string): string {
  return quotedWith(text, '"', false)
}

/** As `%+q`: nothing but ASCII. */
export function quotedAscii(text: string): string {
  return quotedWith(text, '"', true)
}

/** A character as `%q` prints a rune: 'x'. */
export function quotedRune(code: number, ascii = false): string {
  const valid = code >= 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return `'${escapedRune(valid ? code : 0xfffd, "'", ascii)}'`
}

/** Whether Go prints the character as itself: letters, marks, numbers, punctuation, symbols and the ASCII space. */
export function isPrintable(code: number): boolean {
  return printable.test(String.fromCodePoint(code))
}

/** Whether a text can stand between backquotes as it is. */
export function allowsBackquotes(text: string): boolean {
  return /^(?:[^`\x00-\x08\x0a-\x1f\x7f\ufeff\p{Cs}])*$/u.test(text)
}

function quotedWith(text: string, quote: string, ascii: boolean): string {
  if (plain.test(text)) return quote + text + quote
  const bytes = bytesOf(text)
  let result = ''
  for (let at = 0; at < bytes.length; ) {
    const rune = runeAt(bytes, at)
    result += rune.valid ? escapedRune(rune.code, quote, ascii) : `\\x${hex(bytes[at] ?? 0, 2)}`
    at += rune.width
  }
  return quote + result + quote
}

function escapedRune(code: number, quote: string, ascii: boolean): string {
  const character = String.fromCodePoint(code)
  if (character === quote || character === '\\') return `\\${character}`
  if (isPrintable(code) && (!ascii || code < 0x80)) return character
  const short = shortEscapes.get(code)
  if (short !== undefined) return short
  if (code < 0x20 || code === 0x7f) return `\\x${hex(code, 2)}`
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`
}

function hex(value: number, width: number): string {
  return value.toString(16).padStart(width, '0')
}

const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u
const plain = /^[ !#-[\]-~]*$/
const shortEscapes: ReadonlyMap<number, string> = new Map([
  [0x07, '\\a'],
  [0x08, '\\b'],
  [0x0c, '\\f'],
  [0x0a, '\\n'],
  [0x0d, '\\r'],
  [0x09, '\\t'],
  [0x0b, '\\v'],
])
