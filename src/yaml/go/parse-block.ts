import { restAfter } from './comment.js'
import { type Place, readPart } from './parse-node.js'
import { attach, close, emptyScalar, type Frame, type Parser, peek, problem, take, takeComments } from './parser.js'
import type { Comment, Token } from './token.js'

/** An item of a sequence that is indented, or its end. */
export function continueSequence(parser: Parser, frame: Frame): void {
  const token = peek(parser)
  if (token.kind === 'entry') readItem(parser, AFTER_ITEM)
  else if (token.kind === 'block-end') {
    take(parser)
    close(parser, frame)
  } else throw problem('no "-" where an item belongs', token)
}

/** An item of a sequence that stands at the column of its key, or its end. */
export function continueDashes(parser: Parser, frame: Frame): void {
  if (peek(parser).kind === 'entry') readItem(parser, AFTER_DASHES)
  else close(parser, frame)
}

const AFTER_ITEM: ReadonlySet<Token['kind']> = new Set(['entry', 'block-end'])
const AFTER_PART: ReadonlySet<Token['kind']> = new Set(['key', 'value', 'block-end'])
const AFTER_DASHES: ReadonlySet<Token['kind']> = new Set([...AFTER_ITEM, ...AFTER_PART])

function readItem(parser: Parser, endsItem: ReadonlySet<Token['kind']>): void {
  const before = parser.head
  take(parser)
  if (before !== undefined) splitStem(parser, before)
  readPart(parser, endsItem, { block: true, dashes: false })
}

/** What stood above the dash heads the collection that is the item; the rest heads its first part. */
function splitStem(parser: Parser, before: Comment): void {
  const { kind } = peek(parser)
  if (kind !== 'sequence-start' && kind !== 'mapping-start') return
  parser.stem = before
  parser.head = restAfter(parser.head, before)
}

/** A key or a value of a mapping, or its end. */
export function continueMapping(parser: Parser, frame: Frame): void {
  const token = peek(parser)
  if (frame.awaits === 'value') readValue(parser, frame, token)
  else if (token.kind === 'key') {
    frame.awaits = 'value'
    take(parser)
    readPart(parser, AFTER_PART, PART)
  } else if (token.kind === 'block-end') endMapping(parser, frame)
  else throw problem('no key where one belongs', token)
}

const PART: Place = { block: true, dashes: true }

function readValue(parser: Parser, frame: Frame, token: Token): void {
  frame.awaits = 'key'
  if (token.kind === 'value') {
    take(parser)
    readPart(parser, AFTER_PART, PART)
  } else attach(parser, emptyScalar(token))
}

/** A foot at the end of a mapping is that of its last pair. */
function endMapping(parser: Parser, frame: Frame): void {
  const { line, foot } = takeComments(parser)
  take(parser)
  const lastKey = frame.node.content.at(-2)
  frame.node.line = line
  if (lastKey === undefined) frame.node.foot = foot
  else if (foot !== undefined) lastKey.foot = foot
  close(parser, frame)
}
