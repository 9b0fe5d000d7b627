/**
 * Go strings are bytes, ours are UTF-16. A byte that is no part of valid UTF-8 is held as the lone low surrogate
 * U+DC00 + byte, so that cutting a string in the middle of a character and joining it again loses nothing.
 */

/** The UTF-8 bytes of a text; a lone surrogate that stands for no byte becomes U+FFFD. */
export function bytesOf(text: string): Uint8Array {
  if (!hasSurrogate.test(text)) return encoder.encode(text)
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code >= 0xdc80 && code <= 0xdcff) bytes.push(code - 0xdc00)
    else for (const byte of encoder.encode(character)) bytes.push(byte)
  }
  return Uint8Array.from(bytes)
}

/** The text of some bytes; `bytesOf` gives the very same bytes back. */
export function textOf(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; ) {
    const plain = asciiRun(bytes, at)
    if (plain > at) {
      text += decoder.decode(bytes.subarray(at, plain))
      at = plain
      continue
    }
    const rune = runeAt(bytes, at)
    text += rune.valid ? String.fromCodePoint(rune.code) : String.fromCharCode(0xdc00 + (bytes[at] ?? 0))
    at += rune.width
  }
  return text
}

export interface Rune {
  /** U+FFFD for a byte that starts no valid character. */
  readonly code: number
  /** In bytes; 1 for an invalid byte. */
  readonly width: number
  readonly valid: boolean
}

/** The character that starts at a byte, as Go's utf8.DecodeRune reads it. */
export function runeAt(bytes: Uint8Array, at: number): Rune {
  const first = bytes[at] ?? 0
  if (first < 0x80) return { code: first, width: 1, valid: true }
  const width =
    first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 0
  if (width === 0 || at + width > bytes.length) return invalidByte
  let code = first & (0xff >> (width + 1))
  for (let index = 1; index < width; index += 1) {
    const next = bytes[at + index] ?? 0
    if (next >> 6 !== 0b10) return invalidByte
    code = (code << 6) | (next & 0x3f)
  }
  const smallest = width === 4 ? 0x10000 : width === 3 ? 0x800 : 0x80
  if (code < smallest || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return invalidByte
  return { code, width, valid: true }
}

/** Length in bytes. */
export function byteLength(text: string): number {
  return isAscii(text) ? text.length : bytesOf(text).length
}

/** The text between two byte offsets, as Go's `s[start:end]`; offsets outside are the caller's to refuse. */
export function sliceBytes(text: string, start: number, end?: number): string {
  return isAscii(text) ? text.slice(start, end) : textOf(bytesOf(text).subarray(start, end))
}

/** The text for the world outside: bytes that were cut apart and joined again are one character, others U+FFFD. */
export function wellFormed(text: string): string {
  return hasSurrogate.test(text) ? textOf(bytesOf(text)).replace(/\p{Cs}/gu, '\ufffd') : text
}

/** Order by bytes: negative, zero or positive. UTF-16 order differs from it only where surrogates are involved. */
export function compareBytes(left: string, right: string): number {
  if (left === right) return 0
  if (!hasSurrogate.test(left) && !hasSurrogate.test(right)) return left < right ? -1 : 1
  const a = bytesOf(left)
  const b = bytesOf(right)
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** A sorted copy, ascending by bytes. */
export function sortedByBytes(texts: Iterable<string>): string[] {
  const sorted = [...texts]
  return sorted.some(text => hasSurrogate.test(text)) ? sorted.sort(compareBytes) : sorted.sort()
}

export function isAscii(text: string): boolean {
  return !notAscii.test(text)
}

function asciiRun(bytes: Uint8Array, start: number): number {
  let end = start
  while (end < bytes.length && (bytes[end] ?? 0) < 0x80) end += 1
  return end
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const invalidByte: Rune = { code: 0xfffd, width: 1, valid: false }
const hasSurrogate = /[\ud800-\udfff]/ // no flag u: also halves of a pair
const notAscii = /[^\0-\x7f]/
