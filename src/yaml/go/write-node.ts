import type { ByteString } from './byte-string.js'
import type { Node } from './node.js'
import { formFor, shapeOf } from './scalar-shape.js'
import { writeScalar } from './write-scalar.js'
import { tagPartsOf, writeTag, writtenTag } from './write-tag.js'
import { INDENT, type Writer, writeSign, writeWord } from './writer.js'

/** A collection of which not all is written. */
export interface Frame {
  readonly kind: 'sequence' | 'mapping' | 'flow-sequence' | 'flow-mapping'
  readonly node: Node
  readonly role: Role
  /** Whether it is an item of a block sequence, whose dash already indents it. */
  readonly inSequence: boolean
  /** Index of the next item or key. */
  next: number
  opened: boolean
  outerIndent: number
  /** Foot of the last key, due before the next. */
  tail: ByteString
  awaitsValue: boolean
  simpleKey: boolean
  /** Whether the comma behind the last item is written. */
  separated: boolean
}

type Comments = { readonly [Role in 'head' | 'line' | 'foot' | 'tail']?: ByteString | undefined }

/** Notes comments for when their place comes. */
export function remember(writer: Writer, { head = '', line = '', foot = '', tail = '' }: Comments): void {
  if (head !== '') writer.head = head
  if (line !== '') writer.line = line
  if (foot !== '') writer.foot = foot
  if (tail !== '') writer.tail = tail
}

/** A collection's line and foot come at its end. */
export function rememberStart(writer: Writer, node: Node, key?: { readonly tail: ByteString }): void {
  const isLeaf = node.kind === 'scalar' || node.kind === 'alias'
  remember(writer, {
    head: node.head?.text,
    line: isLeaf ? node.line?.text : '',
    foot: isLeaf && key === undefined ? node.foot?.text : '',
    tail: node.kind === 'scalar' || node.kind === 'mapping' ? key?.tail : '',
  })
}

/** What comes behind a collection or below it; a key's foot comes behind the value. */
export function rememberEnd(writer: Writer, { node, role, tail }: Frame): void {
  remember(writer, { line: node.line?.text, foot: role.isKey ? '' : node.foot?.text, tail })
}

/** How a node relates to what is around it. */
export interface Role {
  readonly inMapping: boolean
  /** Whether it is a key, whose foot comes behind the value. */
  readonly isKey: boolean
  readonly simpleKey: boolean
}

export const IN_SEQUENCE: Role = { inMapping: false, isKey: false, simpleKey: false }
export const IN_MAPPING: Role = { inMapping: true, isKey: false, simpleKey: false }

/** Writes a scalar or an alias, or opens a collection. */
export function startNode(writer: Writer, open: Frame[], node: Node, role: Role): void {
  if (node.kind === 'alias') {
    writeSign(writer, '*', { apart: true })
    writeWord(writer, node.value)
    return
  }
  if (node.anchor !== '') {
    writeSign(writer, '&', { apart: true })
    writeWord(writer, node.anchor)
  }
  const { tag, quote } = writtenTag(node)
  writeTag(writer, tag)
  const parent = open.at(-1)
  if (node.kind === 'scalar') {
    const shape = shapeOf(node.value)
    const form = formFor(node, quote, shape, { inFlow: writer.flowDepth > 0, simpleKey: role.simpleKey })
    const { indent } = writer
    writer.indent = deeper(indent, true, parent?.kind === 'sequence')
    writeScalar(writer, node.value, form)
    writer.indent = indent
    return
  }
  const inBrackets = writer.flowDepth > 0 || node.flow || isEmpty(node)
  const shape = node.kind === 'mapping' ? 'mapping' : 'sequence'
  open.push({
    kind: inBrackets ? `flow-${shape}` : shape,
    node,
    role,
    inSequence: parent?.kind === 'sequence',
    next: 0,
    opened: false,
    outerIndent: writer.indent,
    tail: '',
    awaitsValue: false,
    simpleKey: false,
    separated: true,
  })
}

function isEmpty(node: Node): boolean {
  return node.content.length < (node.kind === 'mapping' ? 2 : 1)
}

/** The indentation inside a collection or of a scalar's further lines. */
export function deeper(indent: number, flow: boolean, inSequence: boolean): number {
  if (indent < 0) return flow ? INDENT : 0
  return inSequence ? indent + 2 : INDENT * (Math.floor(indent / INDENT) + 1)
}

/** The next key of a mapping, unless all are written. */
export function keyOf({ node, next }: Frame): Node | undefined {
  return next + 1 < node.content.length ? node.content[next] : undefined
}

/** Writes the next key, with a `?` in front when it cannot stand before its `:` on one line. */
export function writeKey(writer: Writer, open: Frame[], frame: Frame, key: Node, questionIndents: boolean): void {
  frame.tail = key.foot?.text ?? ''
  frame.awaitsValue = true
  frame.simpleKey = isSimpleKey(key)
  if (!frame.simpleKey) writeSign(writer, '?', { apart: true, indents: questionIndents })
  startNode(writer, open, key, { inMapping: true, isKey: true, simpleKey: frame.simpleKey })
}

const LONGEST_SIMPLE_KEY = 128

/** Whether a key fits in front of its `:` on one line. */
function isSimpleKey(key: Node): boolean {
  if (key.kind === 'alias') return key.value.length <= LONGEST_SIMPLE_KEY
  if (key.kind === 'scalar' ? shapeOf(key.value).multiline : !isEmpty(key)) return false
  const { handle, suffix } = tagPartsOf(writtenTag(key).tag)
  return key.anchor.length + handle.length + suffix.length + key.value.length <= LONGEST_SIMPLE_KEY
}

/** The value of the key that was written last. */
export function takeValue(frame: Frame): Node | undefined {
  const value = frame.node.content[frame.next + 1]
  frame.awaitsValue = false
  frame.next += 2
  return value
}
