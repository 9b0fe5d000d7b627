import { nodeOf, tagOf } from './node.js'
import { type Place, readPart, startNode } from './parse-node.js'
import {
  attach,
  close,
  emptyScalar,
  type Frame,
  next,
  type Parser,
  peek,
  problem,
  take,
  takeComments,
} from './parser.js'
import type { Token } from './token.js'

const IN_FLOW: Place = { block: false, dashes: false }
const AFTER_FLOW_ITEM: ReadonlySet<Token['kind']> = new Set(['flow-entry', 'flow-sequence-end'])
const AFTER_FLOW_PART: ReadonlySet<Token['kind']> = new Set(['flow-entry', 'flow-mapping-end'])
const AFTER_FLOW_KEY: ReadonlySet<Token['kind']> = new Set(['value', 'flow-entry', 'flow-mapping-end'])

/** An item inside `[…]`, or the bracket that closes. */
export function continueFlowSequence(parser: Parser, frame: Frame, first: boolean): void {
  const token = tokenAfterComma(parser, first, 'flow-sequence-end')
  if (token.kind === 'flow-sequence-end') closeFlow(parser, frame)
  else if (token.kind === 'key') openPair(parser, token)
  else startNode(parser, IN_FLOW)
}

function openPair(parser: Parser, { start, end }: Token): void {
  take(parser)
  const node = nodeOf({ kind: 'mapping', flow: true, tag: tagOf.mapping, start: start.offset, end: end.offset })
  parser.open.push({ kind: 'pair', node, opening: false, awaits: 'key' })
}

/** Passes the comma that must stand in front of every item but the first. */
function tokenAfterComma(parser: Parser, first: boolean, closing: Token['kind']): Token {
  const token = peek(parser)
  if (first || token.kind === closing) return token
  if (token.kind !== 'flow-entry') throw problem('no "," and no closing bracket where one belongs', token)
  return next(parser)
}

function closeFlow(parser: Parser, frame: Frame): void {
  const { line, foot } = takeComments(parser)
  take(parser)
  frame.node.line = line
  frame.node.foot = foot
  close(parser, frame)
}

/** The key, the value or the end of a single pair inside `[…]`. */
export function continuePair(parser: Parser, frame: Frame): void {
  const token = peek(parser)
  const { length } = frame.node.content
  if (length === 2) close(parser, frame)
  else if (length === 1) readFlowValue(parser, token, AFTER_FLOW_ITEM)
  else if (token.kind !== 'value' && !AFTER_FLOW_ITEM.has(token.kind)) startNode(parser, IN_FLOW)
  else {
    // go-yaml passes the sign along with the key that is missing.
    take(parser)
    attach(parser, emptyScalar(token))
  }
}

/** A key or a value inside `{…}`, or the bracket that closes. */
export function continueFlowMapping(parser: Parser, frame: Frame, first: boolean): void {
  const { awaits } = frame
  if (awaits === 'key') readFlowKey(parser, frame, first)
  else {
    frame.awaits = 'key'
    if (awaits === 'value') readFlowValue(parser, peek(parser), AFTER_FLOW_PART)
    else attach(parser, emptyScalar(peek(parser)))
  }
}

function readFlowKey(parser: Parser, frame: Frame, first: boolean): void {
  const token = tokenAfterComma(parser, first, 'flow-mapping-end')
  if (token.kind === 'flow-mapping-end') closeFlow(parser, frame)
  else if (token.kind === 'key') {
    frame.awaits = 'value'
    take(parser)
    readPart(parser, AFTER_FLOW_KEY, IN_FLOW)
  } else {
    frame.awaits = 'nothing'
    startNode(parser, IN_FLOW)
  }
}

function readFlowValue(parser: Parser, token: Token, endsPart: ReadonlySet<Token['kind']>): void {
  if (token.kind === 'value') {
    take(parser)
    readPart(parser, endsPart, IN_FLOW)
  } else attach(parser, emptyScalar(token))
}
