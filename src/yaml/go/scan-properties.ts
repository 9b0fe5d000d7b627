import type { ByteString } from './byte-string.js'
import { code, hexValue, isBlankOrEnd, isBreakOrEnd, isDigit, isWord, widthOf } from './characters.js'
import { atBreak, type Cursor, markOf, passBlanks, passBreak, passCharacter, passLine, peekByte } from './cursor.js'
import type { Token } from './token.js'
import { YamlProblem } from './yaml-problem.js'

/** `&anchor` or `*alias`. */
export function scanName(cursor: Cursor): Token {
  const start = markOf(cursor)
  const kind = peekByte(cursor) === code.ampersand ? 'anchor' : 'alias'
  passCharacter(cursor)
  const name = passWhile(cursor, isWord)
  const closed = isBlankOrEnd(cursor.text, cursor.offset) || AFTER_NAME.includes(String.fromCharCode(peekByte(cursor)))
  if (name === '' || !closed) throw new YamlProblem(`an ${kind} without a proper name`, start.offset)
  return { kind, name, start, end: markOf(cursor) }
}

const AFTER_NAME = '?:,]}%@`'

/** `!<uri>`, `!suffix`, `!handle!suffix` or a lone `!`, whose handle is empty and whose suffix is `!`. */
export function scanTag(cursor: Cursor): Token {
  const start = markOf(cursor)
  const { handle, suffix } = peekByte(cursor, 1) === code.less ? scanVerbatimTag(cursor) : scanShortTag(cursor)
  if (!isBlankOrEnd(cursor.text, cursor.offset)) throw new YamlProblem('a tag that does not end', start.offset)
  return { kind: 'tag', handle, suffix, start, end: markOf(cursor) }
}

function scanVerbatimTag(cursor: Cursor): { handle: ByteString; suffix: ByteString } {
  const start = cursor.offset
  passCharacter(cursor)
  passCharacter(cursor)
  const suffix = scanUri(cursor)
  if (suffix === '' || peekByte(cursor) !== code.greater) throw new YamlProblem('a tag without its ">"', start)
  passCharacter(cursor)
  return { handle: '', suffix }
}

function scanShortTag(cursor: Cursor): { handle: ByteString; suffix: ByteString } {
  const start = cursor.offset
  const head = scanHandle(cursor)
  const suffix = scanUri(cursor)
  if (head.length > 1 && head.endsWith('!')) {
    if (suffix === '') throw new YamlProblem('a tag without a name', start)
    return { handle: head, suffix }
  }
  const whole = head.slice(1) + suffix
  return whole === '' ? { handle: '', suffix: '!' } : { handle: '!', suffix: whole }
}

function scanHandle(cursor: Cursor): ByteString {
  const start = cursor.offset
  passCharacter(cursor)
  passWhile(cursor, isWord)
  if (peekByte(cursor) === code.bang) passCharacter(cursor)
  return cursor.text.slice(start, cursor.offset)
}

const IN_URI = ";/?:@&=+$,.!~*'()[]"

function scanUri(cursor: Cursor): ByteString {
  const parts: ByteString[] = []
  for (;;) {
    const plain = passWhile(cursor, byte => isWord(byte) || (byte !== 0 && IN_URI.includes(String.fromCharCode(byte))))
    if (plain !== '') parts.push(plain)
    if (peekByte(cursor) !== code.percent) return parts.join('')
    parts.push(scanEscapedCharacter(cursor))
  }
}

/** One UTF-8 character written as `%XX` for each of its bytes. */
function scanEscapedCharacter(cursor: Cursor): ByteString {
  const start = cursor.offset
  const bytes: number[] = []
  let width = 1
  while (bytes.length < width) {
    const byte = hexValue(peekByte(cursor, 1)) * 16 + hexValue(peekByte(cursor, 2))
    const escaped =
      peekByte(cursor) === code.percent && hexValue(peekByte(cursor, 1)) >= 0 && hexValue(peekByte(cursor, 2)) >= 0
    const wellFormed = bytes.length === 0 ? byte < 0x80 || (byte >= 0xc0 && byte < 0xf8) : (byte & 0xc0) === 0x80
    if (!escaped || !wellFormed) throw new YamlProblem('a tag with a bad % escape', start)
    if (bytes.length === 0) width = widthOf(byte)
    bytes.push(byte)
    for (let count = 0; count < 3; count += 1) passCharacter(cursor)
  }
  return String.fromCharCode(...bytes)
}

/** `%YAML 1.1` or `%TAG !handle! prefix`, with the rest of the line. */
export function scanDirective(cursor: Cursor): Token {
  const start = markOf(cursor)
  passCharacter(cursor)
  const name = passWhile(cursor, isWord)
  if (!isBlankOrEnd(cursor.text, cursor.offset))
    throw new YamlProblem('a directive without a proper name', start.offset)
  passBlanks(cursor)
  const token = directiveOf(name, cursor, start.offset)
  const end = markOf(cursor)
  passBlanks(cursor)
  if (peekByte(cursor) === code.hash) passLine(cursor)
  if (!isBreakOrEnd(cursor.text, cursor.offset))
    throw new YamlProblem('a directive with something behind it', start.offset)
  if (atBreak(cursor)) passBreak(cursor)
  return { ...token, start, end }
}

type Directive = { kind: 'version-directive' } | { kind: 'tag-directive'; handle: ByteString; prefix: ByteString }

function directiveOf(name: ByteString, cursor: Cursor, start: number): Directive {
  if (name === 'YAML') {
    const version = passWhile(cursor, byte => isDigit(byte) || byte === code.dot)
    if (!/^0?1\.0?1$/.test(version)) throw new YamlProblem('a YAML version other than 1.1', start)
    return { kind: 'version-directive' }
  }
  if (name !== 'TAG') throw new YamlProblem('an unknown directive', start)
  if (peekByte(cursor) !== code.bang) throw new YamlProblem('a %TAG directive without a handle', start)
  const handle = scanHandle(cursor)
  const separated = isBlankOrEnd(cursor.text, cursor.offset) && !isBreakOrEnd(cursor.text, cursor.offset)
  if (!handle.endsWith('!') || !separated) throw new YamlProblem('a %TAG directive without a proper handle', start)
  passBlanks(cursor)
  const prefix = scanUri(cursor)
  if (prefix === '' || !isBlankOrEnd(cursor.text, cursor.offset))
    throw new YamlProblem('a %TAG directive without a prefix', start)
  return { kind: 'tag-directive', handle, prefix }
}

function passWhile(cursor: Cursor, wanted: (byte: number) => boolean): ByteString {
  const start = cursor.offset
  while (wanted(peekByte(cursor))) passCharacter(cursor)
  return cursor.text.slice(start, cursor.offset)
}
