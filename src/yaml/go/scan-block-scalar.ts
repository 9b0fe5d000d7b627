import type { ByteString } from './byte-string.js'
import { code, isBlank, isBreakOrEnd, isDigit } from './characters.js'
import {
  atBreak,
  atEnd,
  type Cursor,
  type Mark,
  markOf,
  passBlanks,
  passBreak,
  passBreaks,
  passCharacter,
  passLine,
  peekByte,
} from './cursor.js'
import { scanLineComment } from './scan-comments.js'
import type { Scanner } from './scanner.js'
import type { Token } from './token.js'
import { YamlProblem } from './yaml-problem.js'

/** A scalar behind `|` or `>`. It ends where its last line or its last empty line ends. */
export function scanBlockScalar(scanner: Scanner): Token {
  const { cursor } = scanner
  const start = markOf(cursor)
  const form = peekByte(cursor) === code.bar ? 'literal' : 'folded'
  const header = scanHeader(scanner, start)
  const state: BlockState = {
    cursor,
    start,
    indent: header.indent,
    least: Math.max(scanner.indent + 1, 1),
    breaks: '',
    end: start,
  }
  passIndentation(state)
  const parts: ByteString[] = []
  let lineEnd = ''
  let afterIndented = false
  while (cursor.column === state.indent && !atEnd(cursor)) {
    const indented = isBlank(peekByte(cursor))
    const folds = form === 'folded' && lineEnd === '\n' && !afterIndented && !indented
    parts.push(folds ? (state.breaks === '' ? ' ' : '') : lineEnd, state.breaks)
    state.breaks = ''
    afterIndented = indented
    parts.push(passLine(cursor))
    lineEnd = atBreak(cursor) ? passBreak(cursor) : ''
    passIndentation(state)
  }
  if (header.chomping !== 'strip') parts.push(lineEnd)
  if (header.chomping === 'keep') parts.push(state.breaks)
  return { kind: 'scalar', form, value: parts.join(''), start, end: state.end }
}

interface Header {
  readonly chomping: 'clip' | 'strip' | 'keep'
  /** 0 when the first line decides. */
  readonly indent: number
}

function scanHeader(scanner: Scanner, start: Mark): Header {
  const { cursor } = scanner
  passCharacter(cursor)
  let chomping = scanChomping(cursor)
  const increment = scanIncrement(cursor, start)
  if (chomping === undefined) chomping = scanChomping(cursor)
  passBlanks(cursor)
  if (peekByte(cursor) === code.hash) {
    scanLineComment(scanner, start)
    passLine(cursor)
  }
  if (!isBreakOrEnd(cursor.text, cursor.offset))
    throw new YamlProblem('a block scalar with text on its first line', start.offset)
  if (atBreak(cursor)) passBreak(cursor)
  return { chomping: chomping ?? 'clip', indent: increment === 0 ? 0 : Math.max(scanner.indent, 0) + increment }
}

function scanChomping(cursor: Cursor): 'strip' | 'keep' | undefined {
  const byte = peekByte(cursor)
  if (byte !== code.plus && byte !== code.dash) return undefined
  passCharacter(cursor)
  return byte === code.plus ? 'keep' : 'strip'
}

function scanIncrement(cursor: Cursor, start: Mark): number {
  const byte = peekByte(cursor)
  if (!isDigit(byte)) return 0
  if (byte === code.zero) throw new YamlProblem('a block scalar indented by 0', start.offset)
  passCharacter(cursor)
  return byte - code.zero
}

interface BlockState {
  readonly cursor: Cursor
  readonly start: Mark
  /** Column of the text; 0 as long as no line has decided. */
  indent: number
  readonly least: number
  /** Empty lines passed that are not part of the text yet. */
  breaks: ByteString
  end: Mark
}

/** Passes empty lines and the indentation of the next line with text; the deepest of them decides the indentation. */
function passIndentation(state: BlockState): void {
  const { cursor } = state
  state.end = markOf(cursor)
  let deepest = 0
  const within = (): boolean => state.indent === 0 || cursor.column < state.indent
  for (;;) {
    while (within() && peekByte(cursor) === code.space) passCharacter(cursor)
    deepest = Math.max(deepest, cursor.column)
    if (within() && peekByte(cursor) === code.tab)
      throw new YamlProblem('a tab that indents a block scalar', state.start.offset)
    if (!atBreak(cursor)) break
    state.breaks += passBreaks(cursor)
    state.end = markOf(cursor)
  }
  if (state.indent === 0) state.indent = Math.max(deepest, state.least)
}
