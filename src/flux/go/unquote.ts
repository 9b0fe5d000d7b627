import { bytesOf, textOf } from './bytes.js'

/** The text of a Go string literal in double quotes or backquotes, or undefined where Go calls it invalid syntax. */
export function unquoted(literal: string): string | undefined {
  const quote = literal[0]
  const body = literal.slice(1, -1)
  if (literal.length < 2 || literal.at(-1) !== quote) return undefined
  if (quote === '`') return body.includes('`') ? undefined : body.replaceAll('\r', '')
  if (quote !== '"' || body.includes('\n')) return undefined
  let text = ''
  for (let at = 0; at < body.length; ) {
    const unit = literalUnit(body, at, '"')
    if (unit === undefined) return undefined
    text += unit.text
    at += unit.length
  }
  return textOf(bytesOf(text))
}

export interface LiteralUnit {
  /** A character, or the byte that an escape names. */
  readonly text: string
  /** The number that a character constant has. */
  readonly code: number
  /** In UTF-16 units of the literal. */
  readonly length: number
}

/** The character or escape at a place inside of a literal with such quotes. */
export function literalUnit(body: string, at: number, quote: '"' | "'"): LiteralUnit | undefined {
  const character = String.fromCodePoint(body.codePointAt(at) ?? 0)
  if (at >= body.length || character === quote) return undefined
  if (character !== '\\') return { text: character, code: character.codePointAt(0) ?? 0, length: character.length }
  const letter = body[at + 1] ?? ''
  const simple = simpleEscapes.get(letter) ?? (letter === quote ? letter : undefined)
  if (simple !== undefined) return { text: simple, code: simple.charCodeAt(0), length: 2 }
  return numericEscape(body.slice(at, at + 10))
}

function numericEscape(rest: string): LiteralUnit | undefined {
  const [whole = '', octal, byte, short, long] = numeric.exec(rest) ?? []
  const isByte = octal !== undefined || byte !== undefined
  const code = octal === undefined ? Number.parseInt(byte ?? short ?? long ?? '', 16) : Number.parseInt(octal, 8)
  if (Number.isNaN(code) || code > (isByte ? 0xff : 0x10ffff)) return undefined
  if (!isByte && code >= 0xd800 && code <= 0xdfff) return undefined
  const text = isByte && code >= 0x80 ? String.fromCharCode(0xdc00 + code) : String.fromCodePoint(code)
  return { text, code, length: whole.length }
}

const numeric = /^\\(?:([0-7]{3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/
const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['\\', '\\'],
])
