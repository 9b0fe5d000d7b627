import type { ByteString } from './byte-string.js'
import { byteAt, widthOf } from './characters.js'

/** Text as far as go-yaml can read it. */
export interface DecodedText {
  /** The text without the byte order mark, cut before the first byte that cannot be read. */
  readonly text: ByteString
  /** Bytes dropped at the front. */
  readonly shift: number
  /** go-yaml fails as soon as it reads from here; absent when all can be read. */
  readonly readableTo?: number
}

/** go-yaml reads its input in pieces of this many bytes, and complains about a piece as soon as it touches it. */
const PIECE = 512

const UTF8_MARK = '\xef\xbb\xbf'

/** A stretch (bounded, as a regular expression runs out of stack on megabytes) of well-formed UTF-8 made of the characters that YAML allows: tab, line breaks, no other control characters, no surrogates. */
const ALLOWED =
  /(?:[\t\n\r\x20-\x7e]{1,4096}|\xc2[\x85\xa0-\xbf]|[\xc3-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xef(?:[\x80-\xbe][\x80-\xbf]|\xbf[\x80-\xbd])|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})/y

/**
 * Mirrors go-yaml's reader: a byte order mark is dropped, and what is not UTF-8 is refused. UTF-16 is refused too; go-yaml
 * reads it, but no file that holds a marker's bytes can make sense in it.
 */
export function decodeText(input: ByteString): DecodedText {
  const shift = input.startsWith(UTF8_MARK) ? UTF8_MARK.length : 0
  const whole = input.slice(shift)
  const end = readableLength(whole)
  if (end === whole.length) return { text: whole, shift }
  const isCutOff = end + widthOf(byteAt(whole, end)) > whole.length
  const readableTo = isCutOff ? end : Math.max(0, Math.floor((end + shift) / PIECE) * PIECE - shift)
  return { text: whole.slice(0, end), shift, readableTo }
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
