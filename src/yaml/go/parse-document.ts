import type { ByteString } from './byte-string.js'
import { headOfDocument, joined, restAfter } from './comment.js'
import { decodeText } from './decode-text.js'
import { implicitTag } from './implicit-tag.js'
import { type Node, nodeOf, tagOf } from './node.js'
import { currentToken, type Scanner, scannerOver, takeToken } from './scanner.js'
import type { Comment, Token } from './token.js'
import { YamlProblem } from './yaml-problem.js'

/** The first document of a text. */
export interface ParsedDocument {
  readonly document: Node
  /** Every comment that was read, also those that go-yaml loses. */
  readonly comments: readonly Comment[]
  /** Add to a node's offset to get the offset in the input; `undefined` for UTF-16. */
  readonly shift: number | undefined
}

/**
 * Reads what go-yaml's decoder reads from a text: its first document, with comments attached where go-yaml attaches them.
 * `undefined` when there is none. Throws a YamlProblem where go-yaml fails.
 */
export function parseDocument(input: ByteString): ParsedDocument | undefined {
  const { text, shift, unreadable } = decodeText(input)
  const parser = parserOver(scannerOver(text, unreadable?.from))
  const document = startDocument(parser)
  if (document === undefined) return undefined
  startRoot(parser)
  for (let frame = parser.open.at(-1); frame !== undefined; frame = parser.open.at(-1)) continueIn(parser, frame)
  if (parser.root !== undefined) document.content.push(parser.root)
  document.foot = documentFoot(parser)
  return { document, comments: parser.scanner.remarks.map(remark => remark.comment), shift }
}

interface Parser {
  readonly scanner: Scanner
  /** Comments that wait for the next node that takes them. */
  head: Comment | undefined
  line: Comment | undefined
  foot: Comment | undefined
  /** The head comment of a sequence item that turns out to be a collection: it heads the whole, not its first part. */
  stem: Comment | undefined
  /** Collections that are not complete. */
  readonly open: Frame[]
  root: Node | undefined
  readonly handles: Map<ByteString, ByteString>
  readonly anchors: Set<ByteString>
}

interface Frame {
  /** `dashes` is a sequence that is not indented deeper than its key, `pair` a single `key: value` inside `[…]`. */
  readonly kind: 'sequence' | 'dashes' | 'mapping' | 'flow-sequence' | 'flow-mapping' | 'pair'
  readonly node: Node
  /** Whether the opening token is still in the queue. */
  opening: boolean
  /** What a mapping waits for; `nothing` is the value of a key in `{…}` that has no `:`. */
  awaits: 'key' | 'value' | 'nothing'
}

function parserOver(scanner: Scanner): Parser {
  return {
    scanner,
    head: undefined,
    line: undefined,
    foot: undefined,
    stem: undefined,
    open: [],
    root: undefined,
    handles: new Map(),
    anchors: new Set(),
  }
}

/** The token in hand. Comments whose owner has been reached by now wait from here on. */
function peek(parser: Parser): Token {
  const { scanner } = parser
  const token = currentToken(scanner)
  for (;;) {
    const remark = scanner.remarks[scanner.nextRemark]
    if (remark === undefined || token.start.offset < remark.owner.offset) return token
    // The end of a block has no head: it stays for what comes behind.
    if (remark.role === 'head' && token.kind === 'block-end') return token
    parser[remark.role] = joined(parser[remark.role], remark.comment)
    scanner.nextRemark += 1
  }
}

function take(parser: Parser): void {
  takeToken(parser.scanner)
}

function next(parser: Parser): Token {
  take(parser)
  return peek(parser)
}

/** Hands out the waiting comments. */
function takeComments(parser: Parser): Pick<Node, 'head' | 'line' | 'foot'> {
  const { head, line, foot } = parser
  parser.head = undefined
  parser.line = undefined
  parser.foot = undefined
  parser.stem = undefined
  return { head, line, foot }
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

const LONG_TAG = 'tag:yaml.org,2002:'

interface Place {
  /** Whether block collections may start here. */
  readonly block: boolean
  /** Whether a sequence may start here that is not indented. */
  readonly dashes: boolean
}

/** Reads a node with its anchor and tag: a scalar or an alias is attached at once, a collection is left open. */
function startNode(parser: Parser, place: Place): void {
  const first = peek(parser)
  if (first.kind === 'alias') return attachAlias(parser, first.name, first)
  const { anchor, tag } = readProperties(parser)
  const token = peek(parser)
  const kind = place.dashes && token.kind === 'entry' ? 'dashes' : FRAME_OF.get(token.kind)
  if (token.kind === 'scalar') {
    const { value, form, start, end } = token
    const comments = takeComments(parser)
    const merge = form === 'plain' && value === '<<' ? tagOf.merge : undefined
    const implied = form === 'plain' ? (merge ?? implicitTag(value)) : tagOf.string
    const node = nodeOf({
      kind: 'scalar',
      value,
      form,
      anchor,
      ...tagParts(tag, implied),
      ...comments,
      start: start.offset,
      end: end.offset,
    })
    take(parser)
    finishLeaf(parser, node)
  } else if (kind !== undefined && (place.block || isFlow(kind))) openFrame(parser, kind, anchor, tag, token)
  else if (anchor !== '' || tag !== '') {
    const { offset } = token.start
    finishLeaf(parser, nodeOf({ kind: 'scalar', anchor, ...tagParts(tag, tagOf.null), start: offset, end: offset }))
  } else throw problem('nothing where a value belongs', token)
}

const FRAME_OF: ReadonlyMap<Token['kind'], Frame['kind']> = new Map([
  ['sequence-start', 'sequence'],
  ['mapping-start', 'mapping'],
  ['flow-sequence-start', 'flow-sequence'],
  ['flow-mapping-start', 'flow-mapping'],
])

function isFlow(kind: Frame['kind']): boolean {
  return kind === 'flow-sequence' || kind === 'flow-mapping' || kind === 'pair'
}

/** An anchor, a tag, or both in either order. */
function readProperties(parser: Parser): { anchor: ByteString; tag: ByteString } {
  let anchor = ''
  let tag = ''
  for (let token = peek(parser); ; token = next(parser)) {
    if (token.kind === 'anchor' && anchor === '') anchor = token.name
    else if (token.kind === 'tag' && tag === '') tag = fullTag(parser, token.handle, token.suffix, token)
    else return { anchor, tag }
  }
}

function fullTag(parser: Parser, handle: ByteString, suffix: ByteString, token: Token): ByteString {
  if (handle === '') return suffix
  const prefix = parser.handles.get(handle)
  if (prefix === undefined) throw problem('a tag with an unknown handle', token)
  return prefix + suffix
}

/** A lone `!` counts as no tag. */
function tagParts(tag: ByteString, implied: ByteString): Pick<Node, 'tag' | 'tagged'> {
  if (tag === '' || tag === '!') return { tag: implied, tagged: false }
  return { tag: tag.startsWith(LONG_TAG) ? `!!${tag.slice(LONG_TAG.length)}` : tag, tagged: true }
}

function attachAlias(parser: Parser, name: ByteString, token: Token): void {
  if (!parser.anchors.has(name)) throw problem('an alias of an unknown anchor', token)
  const { start, end } = token
  const node = nodeOf({ kind: 'alias', value: name, ...takeComments(parser), start: start.offset, end: end.offset })
  take(parser)
  attach(parser, node)
}

function finishLeaf(parser: Parser, node: Node): void {
  if (node.anchor !== '') parser.anchors.add(node.anchor)
  attach(parser, node)
}

function openFrame(parser: Parser, kind: Frame['kind'], anchor: ByteString, tag: ByteString, token: Token): void {
  const flow = isFlow(kind)
  const isMapping = kind === 'mapping' || kind === 'flow-mapping' || kind === 'pair'
  const node = nodeOf({
    kind: isMapping ? 'mapping' : 'sequence',
    flow,
    anchor,
    ...tagParts(tag, isMapping ? tagOf.mapping : tagOf.sequence),
    start: token.start.offset,
    end: token.end.offset,
  })
  if (kind === 'flow-sequence' || kind === 'flow-mapping') node.head = takeComments(parser).head
  else if (kind === 'sequence' || kind === 'mapping') {
    node.head = parser.stem
    parser.stem = undefined
  }
  if (anchor !== '') parser.anchors.add(anchor)
  parser.open.push({ kind, node, opening: kind !== 'dashes', awaits: 'key' })
}

/** Puts a complete node where it belongs: into the innermost open collection, or at the root. */
function attach(parser: Parser, node: Node): void {
  const frame = parser.open.at(-1)
  if (frame === undefined) {
    parser.root = node
    return
  }
  const { content, kind, flow } = frame.node
  content.push(node)
  if (kind === 'sequence') return
  if (content.length % 2 === 1) {
    // A foot in front of a key that is indented less is the foot of the pair before.
    const before = content.at(-3)
    if (flow || node.foot === undefined || before === undefined) return
    before.foot = node.foot
    node.foot = undefined
    return
  }
  const key = content.at(-2)
  if (key === undefined || key.foot !== undefined || node.foot === undefined) return
  key.foot = node.foot
  node.foot = undefined
}

/** Reads the next item of a collection, or its end. */
function continueIn(parser: Parser, frame: Frame): void {
  if (frame.opening) {
    peek(parser)
    take(parser)
  }
  const first = frame.opening
  frame.opening = false
  switch (frame.kind) {
    case 'sequence':
      return continueSequence(parser, frame)
    case 'dashes':
      return continueDashes(parser, frame)
    case 'mapping':
      return frame.awaits === 'key' ? continueMapping(parser, frame) : readBlockValue(parser, frame)
    case 'flow-sequence':
      return continueFlowSequence(parser, frame, first)
    case 'flow-mapping':
      return frame.awaits === 'key' ? continueFlowMapping(parser, frame, first) : readFlowValue(parser, frame)
    case 'pair':
      return continuePair(parser, frame)
  }
}

function continueSequence(parser: Parser, frame: Frame): void {
  const token = peek(parser)
  if (token.kind === 'entry') return readItem(parser, AFTER_ITEM)
  if (token.kind !== 'block-end') throw problem('no "-" where an item belongs', token)
  take(parser)
  close(parser, frame)
}

function continueDashes(parser: Parser, frame: Frame): void {
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

/** A node, or an empty scalar when what follows shows that there is none. */
function readPart(parser: Parser, endsPart: ReadonlySet<Token['kind']>, place: Place): void {
  const token = peek(parser)
  if (endsPart.has(token.kind)) attach(parser, emptyScalar(token))
  else startNode(parser, place)
}

function continueMapping(parser: Parser, frame: Frame): void {
  const token = peek(parser)
  if (token.kind === 'key') {
    frame.awaits = 'value'
    take(parser)
    return readPart(parser, AFTER_PART, { block: true, dashes: true })
  }
  if (token.kind !== 'block-end') throw problem('no key where one belongs', token)
  const { line, foot } = takeComments(parser)
  take(parser)
  const lastKey = frame.node.content.at(-2)
  frame.node.line = line
  if (lastKey === undefined) frame.node.foot = foot
  else if (foot !== undefined) lastKey.foot = foot
  close(parser, frame)
}

function readBlockValue(parser: Parser, frame: Frame): void {
  frame.awaits = 'key'
  const token = peek(parser)
  if (token.kind !== 'value') return attach(parser, emptyScalar(token))
  take(parser)
  readPart(parser, AFTER_PART, { block: true, dashes: true })
}

const IN_FLOW: Place = { block: false, dashes: false }
const AFTER_FLOW_ITEM: ReadonlySet<Token['kind']> = new Set(['flow-entry', 'flow-sequence-end'])
const AFTER_FLOW_PART: ReadonlySet<Token['kind']> = new Set(['flow-entry', 'flow-mapping-end'])

function continueFlowSequence(parser: Parser, frame: Frame, first: boolean): void {
  const token = tokenAfterComma(parser, first, 'flow-sequence-end')
  if (token.kind === 'flow-sequence-end') return closeFlow(parser, frame)
  if (token.kind !== 'key') return startNode(parser, IN_FLOW)
  const { start, end } = token
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

function continuePair(parser: Parser, frame: Frame): void {
  const token = peek(parser)
  if (frame.node.content.length === 0) {
    if (token.kind !== 'value' && !AFTER_FLOW_ITEM.has(token.kind)) return startNode(parser, IN_FLOW)
    // go-yaml passes the sign along with the key that is missing.
    take(parser)
    return attach(parser, emptyScalar(token))
  }
  if (frame.node.content.length === 2) return close(parser, frame)
  if (token.kind !== 'value') return attach(parser, emptyScalar(token))
  take(parser)
  readPart(parser, AFTER_FLOW_ITEM, IN_FLOW)
}

function continueFlowMapping(parser: Parser, frame: Frame, first: boolean): void {
  const token = tokenAfterComma(parser, first, 'flow-mapping-end')
  if (token.kind === 'flow-mapping-end') return closeFlow(parser, frame)
  if (token.kind !== 'key') {
    frame.awaits = 'nothing'
    return startNode(parser, IN_FLOW)
  }
  frame.awaits = 'value'
  const following = next(parser)
  if (following.kind === 'value' || AFTER_FLOW_PART.has(following.kind)) attach(parser, emptyScalar(following))
  else startNode(parser, IN_FLOW)
}

function readFlowValue(parser: Parser, frame: Frame): void {
  const token = peek(parser)
  const hasValue = frame.awaits === 'value' && token.kind === 'value'
  frame.awaits = 'key'
  if (!hasValue) return attach(parser, emptyScalar(token))
  take(parser)
  readPart(parser, AFTER_FLOW_PART, IN_FLOW)
}

function close(parser: Parser, frame: Frame): void {
  parser.open.pop()
  attach(parser, frame.node)
}

function emptyScalar(token: Token): Node {
  return nodeOf({ kind: 'scalar', tag: tagOf.null, start: token.start.offset, end: token.start.offset })
}

function problem(message: string, token: Token): YamlProblem {
  return new YamlProblem(message, token.start.offset)
}
