import type { ByteString } from './byte-string.js'
import { implicitTag } from './implicit-tag.js'
import { type Node, nodeOf, tagOf } from './node.js'
import { attach, emptyScalar, type Frame, next, type Parser, peek, problem, take, takeComments } from './parser.js'
import type { Token } from './token.js'

/** What YAML's own tags, written with `!!`, are short for. */
export const LONG_TAG = 'tag:yaml.org,2002:'

export interface Place {
  /** Whether block collections may start here. */
  readonly block: boolean
  /** Whether a sequence may start here that is not indented. */
  readonly dashes: boolean
}

/** Reads a node with its anchor and tag: a scalar or an alias is attached at once, a collection is left open. */
export function startNode(parser: Parser, place: Place): void {
  const first = peek(parser)
  if (first.kind === 'alias') {
    attachAlias(parser, first.name, first)
    return
  }
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

/** A node, or an empty scalar when what follows shows that there is none. */
export function readPart(parser: Parser, endsPart: ReadonlySet<Token['kind']>, place: Place): void {
  const token = peek(parser)
  if (endsPart.has(token.kind)) attach(parser, emptyScalar(token))
  else startNode(parser, place)
}
