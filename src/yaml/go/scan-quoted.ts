import type { ByteString } from './byte-string.js'
import { byteAt, code, encodeCodePoint, hexValue, isBlankOrEnd, isBreak } from './characters.js'
import {
  atEnd,
  type Cursor,
  isDocumentIndicator,
  markOf,
  passBreak,
  passCharacter,
  passRun,
  peekByte,
} from './cursor.js'
import { folded, noSpace, passSpace, type Space } from './folding.js'
import type { Token } from './token.js'
import { YamlProblem } from './yaml-problem.js'

/** A scalar in single or double quotes. */
export function scanQuoted(cursor: Cursor): Token {
  const start = markOf(cursor)
  const quote = peekByte(cursor)
  const parts: ByteString[] = []
  passCharacter(cursor)
  for (;;) {
    if (cursor.column === 0 && isDocumentIndicator(cursor))
      throw new YamlProblem('a document mark inside quotes', start.offset)
    if (atEnd(cursor)) throw new YamlProblem('quotes that do not close', start.offset)
    const space = noSpace()
    passQuotedText(cursor, quote, parts, space)
    if (peekByte(cursor) === quote) break
    passSpace(cursor, space)
    parts.push(folded(space))
  }
  passCharacter(cursor)
  const form = quote === code.apostrophe ? 'single' : 'double'
  return { kind: 'scalar', form, value: parts.join(''), start, end: markOf(cursor) }
}

/** Up to the closing quote or white space. An escaped line break counts as a broken line that leaves no trace. */
function passQuotedText(cursor: Cursor, quote: number, parts: ByteString[], space: Space): void {
  const { text } = cursor
  let from = cursor.offset
  const keep = (): void => {
    if (cursor.offset > from) parts.push(text.slice(from, cursor.offset))
  }
  while (!isBlankOrEnd(text, cursor.offset)) {
    const byte = peekByte(cursor)
    if (byte === quote && !(quote === code.apostrophe && peekByte(cursor, 1) === quote)) break
    const special = byte === quote || (byte === code.backslash && quote === code.quote)
    if (!special) {
      passCharacter(cursor)
      passRun(cursor, HARMLESS)
      continue
    }
    keep()
    if (byte === quote) {
      parts.push("'")
      passCharacter(cursor)
      passCharacter(cursor)
    } else if (isBreak(text, cursor.offset + 1)) {
      passCharacter(cursor)
      passBreak(cursor)
      space.brokeLine = true
      return
    } else parts.push(scanEscape(cursor))
    from = cursor.offset
  }
  keep()
}

/** What means itself in any quotes. */
const HARMLESS = /[!#-&(-[\]-~]{1,4096}/y

const ESCAPES: ReadonlyMap<string, ByteString> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
  ['N', '\xc2\x85'],
  ['_', '\xc2\xa0'],
  ['L', '\xe2\x80\xa8'],
  ['P', '\xe2\x80\xa9'],
])

const CODE_DIGITS: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
])

function scanEscape(cursor: Cursor): ByteString {
  const start = cursor.offset
  const letter = String.fromCharCode(peekByte(cursor, 1))
  const simple = ESCAPES.get(letter)
  const digits = CODE_DIGITS.get(letter)
  if (simple === undefined && digits === undefined) throw new YamlProblem('an unknown escape', start)
  passCharacter(cursor)
  passCharacter(cursor)
  if (simple !== undefined) return simple
  const point = scanCodePoint(cursor, digits ?? 0)
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
    throw new YamlProblem('an escape of no character', start)
  return encodeCodePoint(point)
}

function scanCodePoint(cursor: Cursor, digits: number): number {
  let point = 0
  for (let count = 0; count < digits; count += 1) {
    const digit = hexValue(byteAt(cursor.text, cursor.offset))
    if (digit < 0) throw new YamlProblem('an escape with too few hexadecimal digits', cursor.offset)
    point = point * 16 + digit
    passCharacter(cursor)
  }
  return point
}
