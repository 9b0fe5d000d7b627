import type { ByteString } from './byte-string.js'
import { byteAt, code, isBlank, isBlankOrEnd, isBreak, widthOf } from './characters.js'
import { isPrintable } from './scalar-shape.js'
import type { ScalarForm } from './token.js'
import { INDENT, put, putBreak, type Writer, writeIndent, writeLine, writeSign, writeWord } from './writer.js'

/** Writes a scalar's text in a form that its shape allows. Lines are never folded, however long. */
export function writeScalar(writer: Writer, text: ByteString, form: ScalarForm): void {
  if (form === 'plain') writePlain(writer, text)
  else if (form === 'single') writeSingleQuoted(writer, text)
  else if (form === 'double') writeDoubleQuoted(writer, text)
  else if (form === 'literal') writeLiteral(writer, text)
  else writeFolded(writer, text)
}

function writePlain(writer: Writer, text: ByteString): void {
  if (text === '') {
    writer.fresh = false
    return
  }
  if (!writer.separated) put(writer, ' ')
  writeWord(writer, text)
}

function writeSingleQuoted(writer: Writer, text: ByteString): void {
  writeSign(writer, "'", { apart: true })
  let afterBreak = false
  for (const piece of piecesOf(text)) {
    if (piece.isBreak) {
      if (!afterBreak && piece.text === '\n') putBreak(writer)
      putBreak(writer, piece.text)
    } else {
      // Blanks in front of text cannot follow a break here, and trailing ones stay on their line.
      if (afterBreak) writeIndent(writer)
      put(writer, piece.text.replaceAll("'", "''"))
      writer.fresh = false
    }
    afterBreak = piece.isBreak
  }
  writeSign(writer, "'")
  writeWord(writer, '')
}

interface Piece {
  readonly text: ByteString
  readonly isBreak: boolean
}

/** The text as runs between line breaks, and each break by itself. */
function piecesOf(text: ByteString): Piece[] {
  const pieces: Piece[] = []
  const breaks = /\n|\r|\xc2\x85|\xe2\x80[\xa8\xa9]/g
  let from = 0
  for (const match of text.matchAll(breaks)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), isBreak: false })
    pieces.push({ text: match[0], isBreak: true })
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isBreak: false })
  return pieces
}

const UNESCAPED = /[ !#-[\]-~]{1,4096}/y

function writeDoubleQuoted(writer: Writer, text: ByteString): void {
  writeSign(writer, '"', { apart: true })
  // go-yaml looks for the mark at the start of the whole text, whichever character it is at.
  const escapeAll = text.startsWith('\xef\xbb\xbf')
  for (let offset = 0; offset < text.length; ) {
    UNESCAPED.lastIndex = offset
    const run = escapeAll ? null : UNESCAPED.exec(text)
    const character = run?.[0] ?? text.slice(offset, offset + widthOf(byteAt(text, offset)))
    const mustEscape =
      run === null && (escapeAll || !isPrintable(text, offset) || isBreak(text, offset) || /["\\]/.test(character))
    put(writer, mustEscape ? escaped(character) : character)
    offset += character.length
  }
  writeSign(writer, '"')
  writeWord(writer, '')
}

const SHORT_ESCAPES: ReadonlyMap<number, string> = new Map([
  [0x00, '0'],
  [0x07, 'a'],
  [0x08, 'b'],
  [0x09, 't'],
  [0x0a, 'n'],
  [0x0b, 'v'],
  [0x0c, 'f'],
  [0x0d, 'r'],
  [0x1b, 'e'],
  [0x22, '"'],
  [0x5c, '\\'],
  [0x85, 'N'],
  [0xa0, '_'],
  [0x2028, 'L'],
  [0x2029, 'P'],
])

function escaped(character: ByteString): ByteString {
  const point = Buffer.from(character, 'latin1').toString('utf8').codePointAt(0) ?? 0
  const short = SHORT_ESCAPES.get(point)
  if (short !== undefined) return `\\${short}`
  const digits = point.toString(16).toUpperCase()
  if (point <= 0xff) return `\\x${digits.padStart(2, '0')}`
  return point <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`
}

function writeLiteral(writer: Writer, text: ByteString): void {
  writeBlockHeader(writer, '|', text)
  let afterBreak = true
  for (const piece of piecesOf(text)) {
    if (piece.isBreak) putBreak(writer, piece.text)
    else writeBlockText(writer, piece.text, afterBreak)
    afterBreak = piece.isBreak
  }
}

function writeFolded(writer: Writer, text: ByteString): void {
  writeBlockHeader(writer, '>', text)
  const pieces = piecesOf(text)
  const doubles = doublesBreaks(text, pieces)
  let afterBreak = true
  let indented = true
  for (const piece of pieces) {
    if (piece.isBreak) {
      if (!afterBreak && !indented && piece.text === '\n' && doubles) putBreak(writer)
      putBreak(writer, piece.text)
    } else {
      if (afterBreak) indented = isBlank(byteAt(piece.text, 0))
      writeBlockText(writer, piece.text, afterBreak)
    }
    afterBreak = piece.isBreak
  }
}

/** A break must be doubled so that it is not folded away; go-yaml decides by what follows the breaks at the very start. */
function doublesBreaks(text: ByteString, pieces: readonly Piece[]): boolean {
  const first = pieces.find(piece => !piece.isBreak)
  return first === undefined || !isBlankOrEnd(text, text.indexOf(first.text))
}

function writeBlockText(writer: Writer, text: ByteString, startsLine: boolean): void {
  if (startsLine) writeIndent(writer)
  put(writer, text)
  writer.fresh = false
}

function writeBlockHeader(writer: Writer, sign: ByteString, text: ByteString): void {
  writeSign(writer, sign, { apart: true })
  if (byteAt(text, 0) === code.space || isBreak(text, 0)) writeSign(writer, String(INDENT))
  const chomping = chompingOf(text)
  if (chomping !== '') writeSign(writer, chomping)
  if (writer.line === '') putBreak(writer)
  else writeLine(writer)
  writer.separated = true
}

function chompingOf(text: ByteString): ByteString {
  const pieces = piecesOf(text.slice(-8))
  if (pieces.at(-1)?.isBreak !== true) return '-'
  return pieces.length === 1 || pieces.at(-2)?.isBreak === true ? '+' : ''
}
