import { byteAt, code, isBlank, isBlankOrEnd } from './characters.js'
import {
  atBreak,
  atEnd,
  type Cursor,
  isDocumentIndicator,
  type Mark,
  markOf,
  passBreak,
  passCharacter,
  peekByte,
} from './cursor.js'
import { dropCandidate, forgetCandidate, noteCandidate, upcomingToken, usableCandidate } from './key-candidates.js'
import { scanBlockScalar } from './scan-block-scalar.js'
import { closeBeforeComments, scanCommentBlock, scanLineComment, turnIntoHead } from './scan-comments.js'
import { scanPlain } from './scan-plain.js'
import { scanDirective, scanName, scanTag } from './scan-properties.js'
import { scanQuoted } from './scan-quoted.js'
import type { Scanner } from './scanner.js'
import type { Sign, Token } from './token.js'
import { YamlProblem } from './yaml-problem.js'

/** go-yaml refuses what is nested deeper, in brackets and by indentation alike. */
const MOST_LEVELS = 10_000

/** Reads one token, with the comments around it, and puts it into the queue; the ends of blocks in front of it come along. */
export function fetchToken(scanner: Scanner): void {
  const { cursor } = scanner
  if (!scanner.started) {
    scanner.started = true
    addSign(scanner, 'stream-start', markOf(cursor))
    return
  }
  const gap = markOf(cursor)
  passGap(scanner, gap)
  closeBlocks(scanner, cursor.column, gap)
  if (atEnd(cursor)) fetchStreamEnd(scanner)
  else if (cursor.column === 0 && peekByte(cursor) === code.percent) fetchDirective(scanner)
  else if (cursor.column === 0 && isDocumentIndicator(cursor)) fetchDocumentIndicator(scanner)
  else {
    const owner = commentOwner(scanner)
    fetchContent(scanner)
    // What follows a lone dash is the head of the item, not the dash's own comment.
    if (scanner.tokens.at(-1)?.kind !== 'entry') scanLineComment(scanner, owner)
  }
  if (cursor.offset >= scanner.readableTo) throw new YamlProblem('bytes that are no text', cursor.offset)
}

/** Passes white space, line breaks and comments. */
function passGap(scanner: Scanner, gap: Mark): void {
  const { cursor } = scanner
  for (;;) {
    while (peekByte(cursor) === code.space || (peekByte(cursor) === code.tab && tabsSeparate(scanner)))
      passCharacter(cursor)
    turnIntoHead(scanner)
    if (peekByte(cursor) === code.hash) scanCommentBlock(scanner, gap)
    if (!atBreak(cursor)) return
    passBreak(cursor)
    if (scanner.flowDepth === 0) scanner.keyAllowed = true
  }
}

/** Tabs may separate tokens, but not indent what may be a key. */
function tabsSeparate(scanner: Scanner): boolean {
  return scanner.flowDepth > 0 || !scanner.keyAllowed
}

/** Ends every block collection that is indented deeper than the column. */
function closeBlocks(scanner: Scanner, column: number, gap: Mark): void {
  if (scanner.flowDepth > 0) return
  let at: Mark = { ...gap, offset: gap.offset - 1 }
  while (scanner.indent > column) {
    at = closeBeforeComments(scanner, at)
    addSign(scanner, 'block-end', at)
    scanner.indent = scanner.outerIndents.pop() ?? -1
  }
}

function fetchStreamEnd(scanner: Scanner): void {
  const { cursor } = scanner
  if (cursor.column !== 0) {
    cursor.column = 0
    cursor.line += 1
  }
  closeBlocks(scanner, -1, markOf(cursor))
  dropCandidate(scanner)
  scanner.keyAllowed = false
  addSign(scanner, 'stream-end', markOf(cursor))
}

function fetchDirective(scanner: Scanner): void {
  closeBlocks(scanner, -1, markOf(scanner.cursor))
  dropCandidate(scanner)
  scanner.keyAllowed = false
  scanner.tokens.push(scanDirective(scanner.cursor))
}

function fetchDocumentIndicator(scanner: Scanner): void {
  const { cursor } = scanner
  const sign = peekByte(cursor) === code.dash ? 'document-start' : 'document-end'
  closeBlocks(scanner, -1, markOf(cursor))
  dropCandidate(scanner)
  scanner.keyAllowed = false
  const start = markOf(cursor)
  for (let count = 0; count < 3; count += 1) passCharacter(cursor)
  scanner.tokens.push({ kind: sign, start, end: markOf(cursor) })
}

/** A comment behind `key:` or `item,` belongs to what stands before the sign. */
function commentOwner(scanner: Scanner): Mark {
  const sign = peekByte(scanner.cursor)
  const before = scanner.tokens.at(-1)
  const looksBack = scanner.flowDepth > 0 ? sign === code.comma : sign === code.colon
  return looksBack && before !== undefined ? before.start : markOf(scanner.cursor)
}

function fetchContent(scanner: Scanner): void {
  const { cursor } = scanner
  const inFlow = scanner.flowDepth > 0
  const separated = isBlankOrEnd(cursor.text, cursor.offset + 1)
  const byte = peekByte(cursor)
  if (byte === code.openBracket) openFlow(scanner, 'flow-sequence-start')
  else if (byte === code.openBrace) openFlow(scanner, 'flow-mapping-start')
  else if (byte === code.closeBracket) closeFlow(scanner, 'flow-sequence-end')
  else if (byte === code.closeBrace) closeFlow(scanner, 'flow-mapping-end')
  else if (byte === code.comma) fetchFlowEntry(scanner)
  else if (byte === code.dash && separated) fetchEntry(scanner)
  else if (byte === code.question && (inFlow || separated)) fetchExplicitKey(scanner)
  else if (byte === code.colon && (inFlow || separated)) fetchValue(scanner)
  else if (byte === code.asterisk || byte === code.ampersand) fetchAfterKeyStart(scanner, () => scanName(cursor))
  else if (byte === code.bang) fetchAfterKeyStart(scanner, () => scanTag(cursor))
  else if ((byte === code.bar || byte === code.greater) && !inFlow) fetchBlockScalar(scanner)
  else if (byte === code.apostrophe || byte === code.quote) fetchAfterKeyStart(scanner, () => scanQuoted(cursor))
  else if (startsPlain(cursor, inFlow)) fetchAfterKeyStart(scanner, () => scanPlain(scanner))
  else throw new YamlProblem('a character that cannot start anything', cursor.offset)
}

const NEVER_FIRST = '-?:,[]{}#&*!|>\'"%@`'

function startsPlain(cursor: Cursor, inFlow: boolean): boolean {
  const byte = peekByte(cursor)
  const following = byteAt(cursor.text, cursor.offset + 1)
  if (byte === code.dash) return !isBlank(following)
  if (byte === code.question || byte === code.colon) return !inFlow && !isBlankOrEnd(cursor.text, cursor.offset + 1)
  return !isBlankOrEnd(cursor.text, cursor.offset) && !NEVER_FIRST.includes(String.fromCharCode(byte))
}

function openFlow(scanner: Scanner, sign: Sign): void {
  noteCandidate(scanner)
  scanner.candidates.push(undefined)
  scanner.lastNoted.push(upcomingToken(scanner))
  scanner.flowDepth += 1
  if (scanner.flowDepth > MOST_LEVELS) throw new YamlProblem('more than 10000 levels deep', scanner.cursor.offset)
  scanner.keyAllowed = true
  addIndicator(scanner, sign)
}

function closeFlow(scanner: Scanner, sign: Sign): void {
  dropCandidate(scanner)
  if (scanner.flowDepth > 0) {
    scanner.flowDepth -= 1
    scanner.candidates.pop()
    scanner.levelOfCandidate.delete(scanner.lastNoted.pop() ?? -1)
  }
  scanner.keyAllowed = false
  addIndicator(scanner, sign)
}

function fetchFlowEntry(scanner: Scanner): void {
  dropCandidate(scanner)
  scanner.keyAllowed = true
  addIndicator(scanner, 'flow-entry')
}

function fetchEntry(scanner: Scanner): void {
  if (scanner.flowDepth === 0) {
    if (!scanner.keyAllowed) throw new YamlProblem('a sequence item where none can stand', scanner.cursor.offset)
    openBlock(scanner, 'sequence-start', markOf(scanner.cursor))
  }
  dropCandidate(scanner)
  scanner.keyAllowed = true
  addIndicator(scanner, 'entry')
}

function fetchExplicitKey(scanner: Scanner): void {
  if (scanner.flowDepth === 0) {
    if (!scanner.keyAllowed) throw new YamlProblem('a mapping key where none can stand', scanner.cursor.offset)
    openBlock(scanner, 'mapping-start', markOf(scanner.cursor))
  }
  dropCandidate(scanner)
  scanner.keyAllowed = scanner.flowDepth === 0
  addIndicator(scanner, 'key')
}

function fetchValue(scanner: Scanner): void {
  const level = scanner.candidates.length - 1
  const candidate = usableCandidate(scanner, level)
  if (candidate !== undefined) {
    insertToken(scanner, { kind: 'key', start: candidate.mark, end: candidate.mark }, candidate.token)
    openBlock(scanner, 'mapping-start', candidate.mark, candidate.token)
    forgetCandidate(scanner, level, candidate)
    scanner.keyAllowed = false
  } else {
    if (scanner.flowDepth === 0) {
      if (!scanner.keyAllowed) throw new YamlProblem('a mapping value where none can stand', scanner.cursor.offset)
      openBlock(scanner, 'mapping-start', markOf(scanner.cursor))
    }
    scanner.keyAllowed = scanner.flowDepth === 0
  }
  addIndicator(scanner, 'value')
}

/** A token that may be a key, and behind which no other may start. */
function fetchAfterKeyStart(scanner: Scanner, scan: () => Token): void {
  noteCandidate(scanner)
  scanner.keyAllowed = false
  scanner.tokens.push(scan())
}

function fetchBlockScalar(scanner: Scanner): void {
  dropCandidate(scanner)
  scanner.keyAllowed = true
  scanner.tokens.push(scanBlockScalar(scanner))
}

/** Opens a block collection at the mark's column when it is deeper than the one that is open. */
function openBlock(scanner: Scanner, sign: Sign, mark: Mark, before?: number): void {
  if (scanner.flowDepth > 0 || scanner.indent >= mark.column) return
  scanner.outerIndents.push(scanner.indent)
  scanner.indent = mark.column
  if (scanner.outerIndents.length > MOST_LEVELS) throw new YamlProblem('more than 10000 levels deep', mark.offset)
  insertToken(scanner, { kind: sign, start: mark, end: mark }, before)
}

/** Puts a token before the one of that number, or at the end when that one was taken already. */
function insertToken(scanner: Scanner, token: Token, before: number | undefined): void {
  if (before === undefined || before < scanner.taken) scanner.tokens.push(token)
  else scanner.tokens.splice(scanner.next + before - scanner.taken, 0, token)
}

function addIndicator(scanner: Scanner, kind: Sign): void {
  const start = markOf(scanner.cursor)
  passCharacter(scanner.cursor)
  scanner.tokens.push({ kind, start, end: markOf(scanner.cursor) })
}

function addSign(scanner: Scanner, kind: Sign, mark: Mark): void {
  scanner.tokens.push({ kind, start: mark, end: mark })
}
