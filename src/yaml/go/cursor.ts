import type { ByteString } from './byte-string.js'
import { byteAt, code, isBlank, isBlankOrEnd, isBreak, widthOf } from './characters.js'

/** A place in the text. `line` and `column` count from 0, columns in characters. */
export interface Mark {
  readonly offset: number
  readonly line: number
  readonly column: number
}

/** Where the scanner reads. */
export interface Cursor {
  readonly text: ByteString
  offset: number
  line: number
  column: number
  /** Line breaks passed since the last character that was neither blank nor a break. */
  freshLines: number
}

export function cursorOver(text: ByteString): Cursor {
  return { text, offset: 0, line: 0, column: 0, freshLines: 0 }
}

export function markOf(cursor: Cursor): Mark {
  return { offset: cursor.offset, line: cursor.line, column: cursor.column }
}

export function peekByte(cursor: Cursor, ahead = 0): number {
  return byteAt(cursor.text, cursor.offset + ahead)
}

export function atBreak(cursor: Cursor): boolean {
  return isBreak(cursor.text, cursor.offset)
}

export function atEnd(cursor: Cursor): boolean {
  return cursor.offset >= cursor.text.length
}

/** Passes one character that is no line break. */
export function passCharacter(cursor: Cursor): void {
  const byte = peekByte(cursor)
  if (!isBlank(byte)) cursor.freshLines = 0
  cursor.offset += widthOf(byte)
  cursor.column += 1
}

/**
 * Passes what a sticky pattern matches here: printable ASCII without blanks. The pattern is bounded, as a regular
 * expression runs out of stack on megabytes; whoever calls this goes on in a loop.
 */
export function passRun(cursor: Cursor, pattern: RegExp): void {
  pattern.lastIndex = cursor.offset
  if (!pattern.test(cursor.text)) return
  cursor.column += pattern.lastIndex - cursor.offset
  cursor.offset = pattern.lastIndex
  cursor.freshLines = 0
}

/** Passes one line break and returns what it means in a value: LS and PS stay, every other break is a line feed. */
export function passBreak(cursor: Cursor): ByteString {
  const start = cursor.offset
  const byte = peekByte(cursor)
  cursor.offset += byte === 0x0d && peekByte(cursor, 1) === 0x0a ? 2 : widthOf(byte)
  cursor.line += 1
  cursor.column = 0
  cursor.freshLines += 1
  return byte === 0xe2 ? cursor.text.slice(start, cursor.offset) : '\n'
}

/** Passes a line break and all line feeds right behind it. */
export function passBreaks(cursor: Cursor): ByteString {
  const first = passBreak(cursor)
  const start = cursor.offset
  while (peekByte(cursor) === code.lineFeed) cursor.offset += 1
  const passed = cursor.offset - start
  if (passed === 0) return first
  cursor.line += passed
  cursor.freshLines += passed
  return first + cursor.text.slice(start, cursor.offset)
}

/** Passes the rest of the line up to its break and returns it. */
export function passLine(cursor: Cursor): ByteString {
  const start = cursor.offset
  while (!atEnd(cursor) && !atBreak(cursor)) {
    passCharacter(cursor)
    passRun(cursor, VISIBLE)
  }
  return cursor.text.slice(start, cursor.offset)
}

const VISIBLE = /[!-~]{1,4096}/y

export function passBlanks(cursor: Cursor): void {
  while (isBlank(peekByte(cursor))) passCharacter(cursor)
}

/** `---` or `...`, followed by white space or the end. */
export function isDocumentIndicator(cursor: Cursor): boolean {
  const byte = peekByte(cursor)
  if (byte !== code.dash && byte !== code.dot) return false
  return peekByte(cursor, 1) === byte && peekByte(cursor, 2) === byte && isBlankOrEnd(cursor.text, cursor.offset + 3)
}
