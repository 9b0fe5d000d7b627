import type { ByteString } from './byte-string.js'

/** Codes of the bytes that steer the scanner. */
export const code = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  bang: 0x21,
  quote: 0x22,
  hash: 0x23,
  percent: 0x25,
  ampersand: 0x26,
  apostrophe: 0x27,
  asterisk: 0x2a,
  plus: 0x2b,
  comma: 0x2c,
  dash: 0x2d,
  dot: 0x2e,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  less: 0x3c,
  greater: 0x3e,
  question: 0x3f,
  at: 0x40,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  backtick: 0x60,
  openBrace: 0x7b,
  bar: 0x7c,
  closeBrace: 0x7d,
} as const

/** The byte at an offset; 0 behind the end, which no readable input contains. */
export function byteAt(text: ByteString, offset: number): number {
  return offset < text.length ? text.charCodeAt(offset) : 0
}

/** Bytes of the character that starts with this byte. */
export function widthOf(byte: number): number {
  if (byte < 0x80) return 1
  if (byte < 0xe0) return 2
  return byte < 0xf0 ? 3 : 4
}

export function isBlank(byte: number): boolean {
  return byte === code.space || byte === code.tab
}

/** A line break of YAML 1.1: CR, LF, NEL (C2 85), LS and PS (E2 80 A8, E2 80 A9). */
export function isBreak(text: ByteString, offset: number): boolean {
  const byte = byteAt(text, offset)
  if (byte === code.lineFeed || byte === code.carriageReturn) return true
  if (byte === 0xc2) return byteAt(text, offset + 1) === 0x85
  if (byte !== 0xe2 || byteAt(text, offset + 1) !== 0x80) return false
  const last = byteAt(text, offset + 2)
  return last === 0xa8 || last === 0xa9
}

export function isBreakOrEnd(text: ByteString, offset: number): boolean {
  return byteAt(text, offset) === 0 || isBreak(text, offset)
}

export function isBlankOrEnd(text: ByteString, offset: number): boolean {
  return isBlank(byteAt(text, offset)) || isBreakOrEnd(text, offset)
}

export function isDigit(byte: number): boolean {
  return byte >= code.zero && byte <= code.nine
}

/** What may stand in an anchor or a tag handle: letters, digits, `_` and `-`. */
export function isWord(byte: number): boolean {
  return (
    isDigit(byte) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    byte === 0x5f ||
    byte === code.dash
  )
}

/** The value of a hexadecimal digit, or -1. */
export function hexValue(byte: number): number {
  if (isDigit(byte)) return byte - code.zero
  if (byte >= 0x41 && byte <= 0x46) return byte - 0x37
  return byte >= 0x61 && byte <= 0x66 ? byte - 0x57 : -1
}

/** The UTF-8 bytes of a code point. */
export function encodeCodePoint(point: number): ByteString {
  if (point < 0x80) return String.fromCharCode(point)
  if (point < 0x800) return String.fromCharCode(0xc0 | (point >> 6), 0x80 | (point & 0x3f))
  if (point < 0x10000)
    return String.fromCharCode(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f))
  return String.fromCharCode(
    0xf0 | (point >> 18),
    0x80 | ((point >> 12) & 0x3f),
    0x80 | ((point >> 6) & 0x3f),
    0x80 | (point & 0x3f),
  )
}
