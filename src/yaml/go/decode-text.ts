import type { ByteString } from './byte-string.js'
import { byteAt, encodeCodePoint } from './characters.js'

/** Text as far as go-yaml can read it. */
export interface DecodedText {
  /** UTF-8 without the byte order mark, cut before the first byte that cannot be read. */
  readonly text: ByteString
  /** Bytes dropped at the front; `undefined` when the input was UTF-16, so that offsets do not map. */
  readonly shift: number | undefined
  /** Why the rest cannot be read, and where in `text` reading fails at the latest; absent when all can. */
  readonly unreadable?: { readonly message: string; readonly from: number }
}

/** go-yaml reads its input in pieces of this many bytes, and complains about a piece as soon as it touches it. */
const PIECE = 512

const UTF8_MARK = '\xef\xbb\xbf'
const UTF16_LITTLE = '\xff\xfe'
const UTF16_BIG = '\xfe\xff'

/** Well-formed UTF-8 made of the characters that YAML allows: tab, line breaks, no other control characters, no surrogates. */
const ALLOWED =
  /(?:[\t\n\r\x20-\x7e]+|\xc2[\x85\xa0-\xbf]|[\xc3-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xef(?:[\x80-\xbe][\x80-\xbf]|\xbf[\x80-\xbd])|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})/y

/** Mirrors go-yaml's reader: a byte order mark chooses the encoding and is dropped; UTF-8 without one. Never throws. */
export function decodeText(input: ByteString): DecodedText {
  if (input.startsWith(UTF16_LITTLE)) return cut(fromUtf16(input, 'little'), undefined)
  if (input.startsWith(UTF16_BIG)) return cut(fromUtf16(input, 'big'), undefined)
  const shift = input.startsWith(UTF8_MARK) ? UTF8_MARK.length : 0
  return cut(input.slice(shift), shift)
}

function cut(text: ByteString, shift: number | undefined): DecodedText {
  const end = readableLength(text)
  if (end === text.length) return { text, shift }
  const from = Math.max(0, Math.floor((end + (shift ?? 0)) / PIECE) * PIECE - (shift ?? 0))
  const message = 'a byte that is not UTF-8, or a control character'
  return { text: text.slice(0, end), shift, unreadable: { message, from } }
}

function readableLength(text: ByteString): number {
  let end = 0
  while (end < text.length) {
    ALLOWED.lastIndex = end
    const match = ALLOWED.exec(text)
    if (match === null) return end
    end += match[0].length
  }
  return end
}

/** UTF-16 as UTF-8; half a character or half a surrogate pair becomes a byte that is not readable. */
function fromUtf16(input: ByteString, order: 'little' | 'big'): ByteString {
  const unitAt = (offset: number): number => {
    const [low, high] = order === 'little' ? [offset, offset + 1] : [offset + 1, offset]
    return high < input.length && low < input.length ? byteAt(input, low) | (byteAt(input, high) << 8) : HALF
  }
  const parts: ByteString[] = []
  let offset = 2
  while (offset < input.length) {
    const first = unitAt(offset)
    const second = isHighSurrogate(first) ? unitAt(offset + 2) : HALF
    if (first === HALF || isLowSurrogate(first) || (isHighSurrogate(first) && !isLowSurrogate(second))) {
      parts.push('\xff')
      break
    }
    const pair = isHighSurrogate(first)
    parts.push(encodeCodePoint(pair ? 0x10000 + ((first & 0x3ff) << 10) + (second & 0x3ff) : first))
    offset += pair ? 4 : 2
  }
  return parts.join('')
}

/** Stands for a unit that the input ends in the middle of. */
const HALF = -1

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}
