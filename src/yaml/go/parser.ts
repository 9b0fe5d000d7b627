import type { ByteString } from './byte-string.js'
import { joined } from './comment.js'
import { type Node, nodeOf, tagOf } from './node.js'
import type { Scanner } from './scanner.js'
import type { Comment, Token } from './token.js'
import { currentToken, takeToken } from './token-queue.js'
import { YamlProblem } from './yaml-problem.js'

/** What the parser knows between two tokens. */
export interface Parser {
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

/** A collection of which not all is read. */
export interface Frame {
  /** `dashes` is a sequence that is not indented deeper than its key, `pair` a single `key: value` inside `[…]`. */
  readonly kind: 'sequence' | 'dashes' | 'mapping' | 'flow-sequence' | 'flow-mapping' | 'pair'
  readonly node: Node
  /** Whether the opening token is still in the queue. */
  opening: boolean
  /** What a mapping waits for; `nothing` is the value of a key in `{…}` that has no `:`. */
  awaits: 'key' | 'value' | 'nothing'
}

export function parserOver(scanner: Scanner): Parser {
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
export function peek(parser: Parser): Token {
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

export function take(parser: Parser): void {
  takeToken(parser.scanner)
}

export function next(parser: Parser): Token {
  take(parser)
  return peek(parser)
}

/** Hands out the waiting comments. */
export function takeComments(parser: Parser): Pick<Node, 'head' | 'line' | 'foot'> {
  const { head, line, foot } = parser
  parser.head = undefined
  parser.line = undefined
  parser.foot = undefined
  parser.stem = undefined
  return { head, line, foot }
}

/** Puts a complete node where it belongs: into the innermost open collection, or at the root. */
export function attach(parser: Parser, node: Node): void {
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

/** Ends the innermost open collection. */
export function close(parser: Parser, frame: Frame): void {
  parser.open.pop()
  attach(parser, frame.node)
}

/** What stands where a value is missing. */
export function emptyScalar(token: Token): Node {
  return nodeOf({ kind: 'scalar', tag: tagOf.null, start: token.start.offset, end: token.start.offset })
}

export function problem(message: string, token: Token): YamlProblem {
  return new YamlProblem(message, token.start.offset)
}
