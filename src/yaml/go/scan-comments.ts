import { byteAt, code, isBlank, isBreak, isBreakOrEnd } from './characters.js'
import { atBreak, type Mark, markOf, passBreak, passCharacter, passLine, peekByte } from './cursor.js'
import type { Scanner } from './scanner.js'
import type { Comment, Remark } from './token.js'

/** go-yaml gives up looking for the next comment after this many blanks and empty lines. */
const FARTHEST = 512

/** A comment on the line of what was just scanned: the line comment of the token that starts at `owner`. */
export function scanLineComment(scanner: Scanner, owner: Mark): void {
  const { cursor } = scanner
  if (cursor.freshLines > 0) return
  let ahead = 0
  while (ahead < FARTHEST && isBlank(peekByte(cursor, ahead))) ahead += 1
  if (ahead === FARTHEST || peekByte(cursor, ahead) !== code.hash) return
  for (let count = 0; count < ahead; count += 1) passCharacter(cursor)
  const start = markOf(cursor)
  const comment: Comment = { offsets: [start.offset], text: passLine(cursor) }
  scanner.remarks.push({ role: 'line', comment, owner, start, endOffset: 0, gapOffset: 0 })
}

/** The comment behind `key:` heads the first item of the indented sequence that follows. */
export function turnIntoHead(scanner: Scanner): void {
  const { cursor, tokens } = scanner
  const remark = scanner.remarks.at(-1)
  if (remark === undefined || remark.role !== 'line' || scanner.nextRemark === scanner.remarks.length) return
  if (tokens.at(-1)?.kind !== 'entry' || tokens.at(-2)?.kind !== 'sequence-start' || atBreak(cursor)) return
  remark.role = 'head'
  if (remark.start.line === cursor.line - 1) remark.owner = markOf(cursor)
}

/**
 * Comment lines on lines of their own, between two tokens. Lines right below the token before, or indented less than what is
 * open, are a foot of what came before when something separates them from the rest; what remains is the head of what follows.
 * Leaves the cursor at the end of the last comment line.
 */
export function scanCommentBlock(scanner: Scanner, gap: Mark): void {
  const { cursor } = scanner
  const block = openBlockOfComments(scanner, gap)
  // In characters from 1 here, as in go-yaml; the line counts from where the previous comment ended.
  let { line, column } = cursor
  let ahead = 0
  for (; ahead < FARTHEST; ahead += 1) {
    const offset = cursor.offset + ahead
    const byte = byteAt(cursor.text, offset)
    column += 1
    if (isBlank(byte)) continue
    const closes = scanner.flowDepth > 0 && (byte === code.closeBracket || byte === code.closeBrace)
    if (closes || isBreakOrEnd(cursor.text, offset)) {
      passEmptyLine(block, { offset, line, column }, closes)
      if (!isBreak(cursor.text, offset)) break
      block.sawEmptyLine = true
      block.afterEmptyLine = true
      column = 0
      line += 1
      continue
    }
    if (column - 1 < block.indent && column !== block.start.column) split(block, { offset, line, column }, block.owner)
    if (byte !== code.hash) break
    while (cursor.offset < offset) {
      if (atBreak(cursor)) passBreak(cursor)
      else passCharacter(cursor)
    }
    addLine(block, { offset, line, column }, passLine(cursor))
    ahead = 0
    column = 0
    line = cursor.line
  }
  if (block.text === '') return
  pushRemark(block, 'head', block.start, cursor.offset + ahead - 1)
}

/** Comment lines collected so far, and what decides where they go. */
interface BlockOfComments {
  readonly scanner: Scanner
  /** Start of the token before, to which a foot belongs. */
  owner: Mark
  /** Where the gap starts that the lines stand in. */
  gapOffset: number
  start: Mark
  text: string
  offsets: number[]
  readonly indent: number
  /** Line on which a comment still touches the token before. */
  readonly footLine: number
  /** Behind `key:` there is nothing yet that could have a foot. */
  readonly mayBeFoot: boolean
  /** Whether an empty line came before, so that what follows cannot be a foot. */
  sawEmptyLine: boolean
  afterEmptyLine: boolean
}

function openBlockOfComments(scanner: Scanner, gap: Mark): BlockOfComments {
  const { cursor, tokens } = scanner
  const last = tokens.at(-1)
  const before = last?.kind === 'flow-entry' && tokens.length > 1 ? tokens.at(-2) : last
  const nothing: Mark = { offset: 0, line: 0, column: 0 }
  return {
    scanner,
    owner: before?.start ?? nothing,
    gapOffset: gap.offset,
    start: nothing,
    text: '',
    offsets: [],
    indent: Math.max(scanner.indent, 0),
    footLine: lineBelowToken(scanner, gap),
    mayBeFoot: before?.kind !== 'value',
    sawEmptyLine: cursor.freshLines > 1,
    afterEmptyLine: false,
  }
}

function lineBelowToken({ cursor }: Scanner, gap: Mark): number {
  if (gap.line === 0) return -1
  const below = cursor.line - cursor.freshLines + 1
  return cursor.freshLines === 0 && cursor.column > 1 ? below + 1 : below
}

/** At an empty line, the end or a closing bracket: the lines so far are a foot, or the head of what follows goes on. */
function passEmptyLine(block: BlockOfComments, at: Mark, closes: boolean): void {
  if (block.afterEmptyLine && !closes) return
  const dedented = block.start.column - 1 < block.indent
  const touches = block.start.line === block.footLine && block.mayBeFoot
  if (closes || (!block.sawEmptyLine && (touches || dedented))) split(block, at, dedented ? block.start : block.owner)
  else if (block.text !== '' && at.offset < block.scanner.cursor.text.length) block.text += '\n'
}

/** Ends the lines collected so far as a foot of what starts at `owner`. */
function split(block: BlockOfComments, at: Mark, owner: Mark): void {
  if (block.text === '') return
  pushRemark(block, 'foot', owner, at.offset)
  block.gapOffset = at.offset
  block.owner = at
  block.text = ''
  block.offsets = []
}

function pushRemark(block: BlockOfComments, role: Remark['role'], owner: Mark, endOffset: number): void {
  const comment: Comment = { text: block.text, offsets: block.offsets }
  block.scanner.remarks.push({ role, comment, owner, start: block.start, endOffset, gapOffset: block.gapOffset })
}

function addLine(block: BlockOfComments, at: Mark, text: string): void {
  if (block.text === '') block.start = at
  else block.text += '\n'
  block.text += text
  block.offsets.push(at.offset)
  block.afterEmptyLine = false
}

/**
 * Where a block collection ends whose indentation is `scanner.indent`: before the comments that stand at that indentation and
 * directly in front of what comes next, so that they belong to what is around the collection.
 */
export function closeBeforeComments(scanner: Scanner, at: Mark): Mark {
  let end = at
  let stop = at.offset
  for (let index = scanner.remarks.length - 1; index >= scanner.nextRemark; index -= 1) {
    const remark = scanner.remarks[index]
    if (remark === undefined || remark.endOffset < stop) break
    if (remark.start.column === scanner.indent + 1) end = remark.start
    stop = remark.gapOffset
  }
  return end
}
