import type { ByteString } from './byte-string.js'
import { headOfDocument } from './comment.js'
import { decodeText } from './decode-text.js'
import { type Node, nodeOf } from './node.js'
import { continueDashes, continueMapping, continueSequence } from './parse-block.js'
import { continueFlowMapping, continueFlowSequence, continuePair } from './parse-flow.js'
import { LONG_TAG, startNode } from './parse-node.js'
import {
  attach,
  emptyScalar,
  type Frame,
  next,
  type Parser,
  parserOver,
  peek,
  problem,
  take,
  takeComments,
} from './parser.js'
import { scannerOver } from './scanner.js'
import type { Comment, Token } from './token.js'

/** The first document of a text. */
export interface ParsedDocument {
  readonly document: Node
  /** Every comment that was read, also those that go-yaml loses. */
  readonly comments: readonly Comment[]
  /** Add to a node's offset to get the offset in the input. */
  readonly shift: number
}

/**
 * Reads what go-yaml's decoder reads from a text: its first document, with comments attached where go-yaml attaches them.
 * `undefined` when there is none. Throws a YamlProblem where go-yaml fails.
 */
export function parseDocument(input: ByteString): ParsedDocument | undefined {
  const { text, shift, readableTo } = decodeText(input)
  const parser = parserOver(scannerOver(text, readableTo))
  const document = startDocument(parser)
  if (document === undefined) return undefined
  startRoot(parser)
  for (let frame = parser.open.at(-1); frame !== undefined; frame = parser.open.at(-1)) continueIn(parser, frame)
  if (parser.root !== undefined) document.content.push(parser.root)
  document.foot = documentFoot(parser)
  return { document, comments: parser.scanner.remarks.map(remark => remark.comment), shift }
}

function startDocument(parser: Parser): Node | undefined {
  peek(parser)
  let token = next(parser)
  if (token.kind === 'stream-end') return undefined
  const { start } = token
  const explicit =
    token.kind === 'version-directive' || token.kind === 'tag-directive' || token.kind === 'document-start'
  let versions = 0
  for (; token.kind === 'version-directive' || token.kind === 'tag-directive'; token = next(parser)) {
    if (token.kind !== 'tag-directive') versions += 1
    else if (parser.handles.has(token.handle)) throw problem('a %TAG directive twice', token)
    else parser.handles.set(token.handle, token.prefix)
    if (versions > 1) throw problem('a %YAML directive twice', token)
  }
  if (!parser.handles.has('!')) parser.handles.set('!', '!')
  if (!parser.handles.has('!!')) parser.handles.set('!!', LONG_TAG)
  const document = nodeOf({ kind: 'document', start: start.offset, end: start.offset })
  if (!explicit) [document.head, parser.head] = headOfDocument(parser.head)
  else if (token.kind !== 'document-start') throw problem('a directive without a document', token)
  return document
}

function startRoot(parser: Parser): void {
  const token = peek(parser)
  if (token.kind !== 'document-start') {
    startNode(parser, { block: true, dashes: false })
    return
  }
  const first = next(parser)
  if (ENDS_DOCUMENT.has(first.kind)) attach(parser, emptyScalar(first))
  else startNode(parser, { block: true, dashes: false })
}

const ENDS_DOCUMENT: ReadonlySet<Token['kind']> = new Set([
  'version-directive',
  'tag-directive',
  'document-start',
  'document-end',
  'stream-end',
])

function documentFoot(parser: Parser): Comment | undefined {
  if (peek(parser).kind === 'document-end') take(parser)
  const { head, foot } = takeComments(parser)
  return foot ?? head
}

/** Reads the next item of a collection, or its end. */
function continueIn(parser: Parser, frame: Frame): void {
  if (frame.opening) {
    peek(parser)
    take(parser)
  }
  const first = frame.opening
  frame.opening = false
  if (frame.kind === 'sequence') continueSequence(parser, frame)
  else if (frame.kind === 'dashes') continueDashes(parser, frame)
  else if (frame.kind === 'mapping') continueMapping(parser, frame)
  else if (frame.kind === 'flow-sequence') continueFlowSequence(parser, frame, first)
  else if (frame.kind === 'flow-mapping') continueFlowMapping(parser, frame, first)
  else continuePair(parser, frame)
}
