import type { ByteString } from './byte-string.js'
import { byteAt, code, isBlank, isBlankOrEnd } from './characters.js'
import {
  atBreak,
  atEnd,
  type Cursor,
  cursorOver,
  type Mark,
  markOf,
  passBreak,
  passCharacter,
  peekByte,
} from './cursor.js'
import { scanBlockScalar } from './scan-block-scalar.js'
import { closeBeforeComments, scanCommentBlock, scanLineComment, turnIntoHead } from './scan-comments.js'
import { scanPlain } from './scan-plain.js'
import { scanDirective, scanName, scanTag } from './scan-properties.js'
import { scanQuoted } from './scan-quoted.js'
import type { Remark, Sign, Token } from './token.js'
import { YamlProblem } from './yaml-problem.js'

/**
 * Turns text into tokens and comments. Tokens come lazily, at least two ahead of the one in hand: what go-yaml never looks at,
 * behind the end of the first document, cannot make it fail, and a comment finds its owner among the tokens seen so far.
 */
export interface Scanner {
  readonly cursor: Cursor
  /** All tokens that are still of interest; those before `next` are taken already. */
  readonly tokens: Token[]
  next: number
  /** How many tokens were taken since the start, so that a token keeps its number. */
  taken: number
  /** Every comment so far, in order; those before `nextRemark` have found their owner. */
  readonly remarks: Remark[]
  nextRemark: number
  /** Column of the innermost open block collection, -1 outside, and those around it. */
  indent: number
  readonly outerIndents: number[]
  flowDepth: number
  /** Whether a mapping key without `?` may start here. */
  keyAllowed: boolean
  /** The token that may turn out to be a key, for each flow level. */
  readonly candidates: (KeyCandidate | undefined)[]
  /** Flow level of the candidate that was noted for a token. */
  readonly levelOfCandidate: Map<number, number>
  /** The token noted last on each flow level; the bracket that opened it when there was none. */
  readonly lastNoted: number[]
  /** go-yaml fails as soon as it looks behind this offset. */
  readonly readableTo: number
  started: boolean
}

interface KeyCandidate {
  readonly token: number
  /** In block context at the indentation of the open mapping nothing but a key can stand. */
  readonly required: boolean
  readonly mark: Mark
}

const MOST_LEVELS = 10_000
const LONGEST_KEY = 1024
const LOOKAHEAD = 2

export function scannerOver(text: ByteString, readableTo = Number.POSITIVE_INFINITY): Scanner {
  return {
    cursor: cursorOver(text),
    tokens: [],
    next: 0,
    taken: 0,
    remarks: [],
    nextRemark: 0,
    indent: -1,
    outerIndents: [],
    flowDepth: 0,
    keyAllowed: true,
    candidates: [undefined],
    levelOfCandidate: new Map(),
    lastNoted: [0],
    readableTo,
    started: false,
  }
}

/** The next token, which stays in the queue. Throws a YamlProblem where go-yaml's scanner fails. */
export function currentToken(scanner: Scanner): Token {
  while (scanner.next >= scanner.tokens.length - LOOKAHEAD || headMayBecomeKey(scanner)) fetchToken(scanner)
  const token = scanner.tokens[scanner.next]
  if (token === undefined) throw new YamlProblem('nothing left to read', scanner.cursor.offset)
  return token
}

export function takeToken(scanner: Scanner): void {
  scanner.next += 1
  scanner.taken += 1
  if (scanner.next < 4096) return
  scanner.tokens.splice(0, scanner.next)
  scanner.next = 0
}

/** A `:` further on would put a key token before the one in hand. */
function headMayBecomeKey(scanner: Scanner): boolean {
  const level = scanner.levelOfCandidate.get(scanner.taken)
  return level !== undefined && usableCandidate(scanner, level) !== undefined
}

/** The candidate of a level, unless the text has gone too far past it; a required one must not get lost that way. */
function usableCandidate(scanner: Scanner, level: number): KeyCandidate | undefined {
  const candidate = scanner.candidates[level]
  if (candidate === undefined) return undefined
  const { cursor } = scanner
  if (candidate.mark.line === cursor.line && !isFarther(cursor, candidate.mark, LONGEST_KEY)) return candidate
  if (candidate.required) throw new YamlProblem('a mapping key without its ":"', candidate.mark.offset)
  scanner.candidates[level] = undefined
  return undefined
}

/** Both are on one line, so that columns tell the distance in characters. */
function isFarther(cursor: Cursor, mark: Mark, characters: number): boolean {
  return cursor.column - mark.column > characters
}

function fetchToken(scanner: Scanner): void {
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

/** `---` or `...`, followed by white space or the end. */
export function isDocumentIndicator(cursor: Cursor): boolean {
  const byte = peekByte(cursor)
  if (byte !== code.dash && byte !== code.dot) return false
  return peekByte(cursor, 1) === byte && peekByte(cursor, 2) === byte && isBlankOrEnd(cursor.text, cursor.offset + 3)
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

function noteCandidate(scanner: Scanner): void {
  if (!scanner.keyAllowed) return
  const { cursor } = scanner
  const required = scanner.flowDepth === 0 && scanner.indent === cursor.column
  const token = upcomingToken(scanner)
  dropCandidate(scanner)
  const level = scanner.candidates.length - 1
  scanner.candidates[level] = { token, required, mark: markOf(cursor) }
  scanner.lastNoted[level] = token
  scanner.levelOfCandidate.set(token, level)
}

/** The number that the next token added at the end gets. */
function upcomingToken(scanner: Scanner): number {
  return scanner.taken + scanner.tokens.length - scanner.next
}

/** What stood here was no key after all. */
function dropCandidate(scanner: Scanner): void {
  const level = scanner.candidates.length - 1
  const candidate = scanner.candidates[level]
  if (candidate === undefined) return
  if (candidate.required) throw new YamlProblem('a mapping key without its ":"', candidate.mark.offset)
  forgetCandidate(scanner, level, candidate)
}

function forgetCandidate(scanner: Scanner, level: number, candidate: KeyCandidate): void {
  scanner.candidates[level] = undefined
  scanner.levelOfCandidate.delete(candidate.token)
}

function addIndicator(scanner: Scanner, kind: Sign): void {
  const start = markOf(scanner.cursor)
  passCharacter(scanner.cursor)
  scanner.tokens.push({ kind, start, end: markOf(scanner.cursor) })
}

function addSign(scanner: Scanner, kind: Sign, mark: Mark): void {
  scanner.tokens.push({ kind, start: mark, end: mark })
}
