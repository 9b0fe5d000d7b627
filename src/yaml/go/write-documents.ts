import type { ByteString } from './byte-string.js'
import type { Node } from './node.js'
import { formFor, shapeOf, writtenTag } from './scalar-shape.js'
import { writeScalar } from './write-scalar.js'
import {
  hasTrailingComment,
  INDENT,
  newWriter,
  put,
  putBreak,
  type Writer,
  writeFoot,
  writeHead,
  writeIndent,
  writeLine,
  writeSign,
  writeWord,
} from './writer.js'

/** Whether the dashes of a sequence below a key are indented deeper than the key. */
export type SequenceStyle = 'wide' | 'compact'

export interface WrittenDocument {
  /** A document, or any other node that shall be one. */
  readonly node: Node
  readonly sequences: SequenceStyle
}

/** The documents as go-yaml's encoder writes them when kyaml asks it to: two spaces, no folding, `---` between documents. */
export function writeDocuments(documents: readonly WrittenDocument[]): ByteString {
  const writer = newWriter()
  for (const [index, { node, sequences }] of documents.entries()) {
    if (index > 0) {
      writeIndent(writer)
      writeSign(writer, '---', { apart: true })
      writeIndent(writer)
    }
    writeDocument(writer, node, sequences)
  }
  return writer.parts.join('')
}

function writeDocument(writer: Writer, node: Node, sequences: SequenceStyle): void {
  const root = node.kind === 'document' ? node.content[0] : node
  if (root === undefined) return
  if (node.kind === 'document') remember(writer, { head: node.head?.text })
  if (writer.head !== '') {
    writeHead(writer)
    putBreak(writer)
  }
  const open: Frame[] = []
  rememberStart(writer, root)
  writeHead(writer)
  startNode(writer, open, root, { inMapping: false, simpleKey: false })
  writeLine(writer)
  writeFoot(writer)
  for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) continueIn(writer, open, frame, sequences)
  if (node.kind === 'document') remember(writer, { foot: node.foot?.text })
  // The foot of a document stands apart from it.
  writer.footIndent = 0
  writeFoot(writer)
  writer.footIndent = -1
  writeIndent(writer)
}

/** A collection of which not all is written. */
interface Frame {
  readonly kind: 'sequence' | 'mapping' | 'flow-sequence' | 'flow-mapping'
  readonly node: Node
  /** Whether it is the value of a mapping or the key of one. */
  readonly inMapping: boolean
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
function remember(writer: Writer, { head = '', line = '', foot = '', tail = '' }: Comments): void {
  if (head !== '') writer.head = head
  if (line !== '') writer.line = line
  if (foot !== '') writer.foot = foot
  if (tail !== '') writer.tail = tail
}

/** A collection's line and foot come at its end. */
function rememberStart(writer: Writer, node: Node, key?: { readonly tail: ByteString }): void {
  const isLeaf = node.kind === 'scalar' || node.kind === 'alias'
  remember(writer, {
    head: node.head?.text,
    line: isLeaf ? node.line?.text : '',
    foot: isLeaf && key === undefined ? node.foot?.text : '',
    tail: node.kind === 'scalar' || node.kind === 'mapping' ? key?.tail : '',
  })
}

interface Role {
  readonly inMapping: boolean
  readonly simpleKey: boolean
}

/** Writes a scalar or an alias, or opens a collection. */
function startNode(writer: Writer, open: Frame[], node: Node, role: Role): void {
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
    inMapping: role.inMapping,
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

const HANDLES = [
  { handle: '!', prefix: '!' },
  { handle: '!!', prefix: 'tag:yaml.org,2002:' },
] as const

/** A tag with the handle that shortens it; without one in `!<…>`. */
function tagPartsOf(tag: ByteString): { handle: ByteString; suffix: ByteString } {
  for (const { handle, prefix } of HANDLES) {
    if (tag.startsWith(prefix)) return { handle, suffix: tag.slice(prefix.length) }
  }
  return { handle: '', suffix: tag }
}

function writeTag(writer: Writer, tag: ByteString): void {
  if (tag === '') return
  const { handle, suffix } = tagPartsOf(tag)
  if (!writer.separated) put(writer, ' ')
  const escaped = suffix.replace(/[^A-Za-z0-9_;/?:@&=+$,.~*'()[\]-]/g, toEscape)
  writeWord(writer, handle === '' ? `!<${escaped}>` : handle + escaped)
}

function toEscape(byte: ByteString): ByteString {
  return `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}

/** The indentation inside a collection or of a scalar's further lines. */
function deeper(indent: number, flow: boolean, inSequence: boolean): number {
  if (indent < 0) return flow ? INDENT : 0
  return inSequence ? indent + 2 : INDENT * (Math.floor(indent / INDENT) + 1)
}

/** Writes the next part of the innermost open collection. */
function continueIn(writer: Writer, open: Frame[], frame: Frame, sequences: SequenceStyle): void {
  switch (frame.kind) {
    case 'sequence':
      return continueSequence(writer, open, frame, sequences)
    case 'mapping':
      return frame.awaitsValue ? writeBlockValue(writer, open, frame) : continueMapping(writer, open, frame)
    case 'flow-sequence':
      return continueFlowSequence(writer, open, frame)
    case 'flow-mapping':
      return frame.awaitsValue ? writeFlowValue(writer, open, frame) : continueFlowMapping(writer, open, frame)
  }
}

function continueSequence(writer: Writer, open: Frame[], frame: Frame, sequences: SequenceStyle): void {
  const item = frame.node.content[frame.next]
  if (item === undefined) rememberEnd(writer, frame)
  else rememberStart(writer, item)
  if (!frame.opened) {
    const dashIndents = sequences === 'compact' && frame.inMapping && (writer.column === 0 || !writer.fresh)
    const stays = frame.inSequence || writer.indent < 0 || !dashIndents
    writer.indent = deeper(writer.indent, false, frame.inSequence) - (stays ? 0 : 2)
    frame.opened = true
  }
  if (item === undefined) return close(writer, open, frame)
  frame.next += 1
  writeHead(writer)
  writeIndent(writer)
  writeSign(writer, '-', { apart: true, indents: true })
  startNode(writer, open, item, { inMapping: false, simpleKey: false })
  writeLine(writer)
  writeFoot(writer)
}

function rememberEnd(writer: Writer, { node, tail }: Frame): void {
  remember(writer, { line: node.line?.text, foot: node.foot?.text, tail })
}

function close(writer: Writer, open: Frame[], frame: Frame): void {
  writer.indent = frame.outerIndent
  open.pop()
}

function continueMapping(writer: Writer, open: Frame[], frame: Frame): void {
  const key = keyOf(frame)
  if (key === undefined) rememberEnd(writer, frame)
  else rememberStart(writer, key, frame)
  if (!frame.opened) {
    writer.indent = deeper(writer.indent, false, frame.inSequence)
    frame.opened = true
  }
  writeHead(writer)
  if (key === undefined) return close(writer, open, frame)
  writeIndent(writer)
  if (writer.line !== '') {
    writer.keyLine = writer.line
    writer.line = ''
  }
  frame.tail = key.foot?.text ?? ''
  frame.awaitsValue = true
  frame.simpleKey = isSimpleKey(key)
  if (!frame.simpleKey) writeSign(writer, '?', { apart: true, indents: true })
  startNode(writer, open, key, { inMapping: true, simpleKey: frame.simpleKey })
}

function keyOf({ node, next }: Frame): Node | undefined {
  return next + 1 < node.content.length ? node.content[next] : undefined
}

const LONGEST_SIMPLE_KEY = 128

/** Whether a key fits in front of its `:` on one line. */
function isSimpleKey(key: Node): boolean {
  if (key.kind === 'alias') return key.value.length <= LONGEST_SIMPLE_KEY
  if (key.kind === 'scalar' ? shapeOf(key.value).multiline : !isEmpty(key)) return false
  const { handle, suffix } = tagPartsOf(writtenTag(key).tag)
  return key.anchor.length + handle.length + suffix.length + key.value.length <= LONGEST_SIMPLE_KEY
}

function writeBlockValue(writer: Writer, open: Frame[], frame: Frame): void {
  const value = takeValue(frame)
  if (value === undefined) return
  rememberStart(writer, value)
  if (frame.simpleKey) writeSign(writer, ':')
  else {
    writeIndent(writer)
    writeSign(writer, ':', { apart: true, indents: true })
  }
  placeKeyLine(writer, value)
  startNode(writer, open, value, { inMapping: true, simpleKey: false })
  writeLine(writer)
  writeFoot(writer)
}

function takeValue(frame: Frame): Node | undefined {
  const value = frame.node.content[frame.next + 1]
  frame.awaitsValue = false
  frame.next += 2
  return value
}

/** The comment behind a key goes behind a scalar value that has none, or above the lines of a collection. */
function placeKeyLine(writer: Writer, value: Node): void {
  if (writer.keyLine === '' || value.kind === 'alias' || value.flow) return
  if (value.kind === 'scalar' && writer.line !== '') return
  const own = writer.line
  writer.line = writer.keyLine
  writer.keyLine = ''
  if (value.kind === 'scalar') return
  writeLine(writer)
  writer.line = own
}

function continueFlowSequence(writer: Writer, open: Frame[], frame: Frame): void {
  const item = frame.node.content[frame.next]
  if (item === undefined) rememberEnd(writer, frame)
  else rememberStart(writer, item)
  if (!frame.opened) openBracket(writer, frame, '[')
  if (item === undefined) {
    closeBracket(writer, frame)
    if (writer.column === 0) writeIndent(writer)
    return writeClosing(writer, open, ']')
  }
  separateItem(writer, frame)
  writeHead(writer)
  if (writer.column === 0) writeIndent(writer)
  frame.next += 1
  frame.separated = hasTrailingComment(writer)
  startNode(writer, open, item, { inMapping: false, simpleKey: false })
  finishFlowItem(writer)
}

function openBracket(writer: Writer, frame: Frame, sign: ByteString): void {
  writeSign(writer, sign, { apart: true, separates: true })
  writer.indent = deeper(writer.indent, true, frame.inSequence)
  writer.flowDepth += 1
  frame.opened = true
}

function closeBracket(writer: Writer, frame: Frame): void {
  writer.flowDepth -= 1
  writer.indent = frame.outerIndent
}

function writeClosing(writer: Writer, open: Frame[], sign: ByteString): void {
  writeSign(writer, sign)
  writeLine(writer)
  writeFoot(writer)
  open.pop()
}

function separateItem(writer: Writer, frame: Frame): void {
  if (!frame.separated) writeSign(writer, ',')
  frame.separated = false
}

function finishFlowItem(writer: Writer): void {
  if (hasTrailingComment(writer)) writeSign(writer, ',')
  writeLine(writer)
  writeFoot(writer)
}

function continueFlowMapping(writer: Writer, open: Frame[], frame: Frame): void {
  const key = keyOf(frame)
  if (key === undefined) rememberEnd(writer, frame)
  else rememberStart(writer, key, frame)
  if (!frame.opened) openBracket(writer, frame, '{')
  if (key === undefined) {
    const comments = writer.head !== '' || writer.foot !== '' || writer.tail !== ''
    if (comments && !frame.separated) writeSign(writer, ',')
    writeHead(writer)
    closeBracket(writer, frame)
    return writeClosing(writer, open, '}')
  }
  separateItem(writer, frame)
  writeHead(writer)
  if (writer.column === 0) writeIndent(writer)
  frame.tail = key.foot?.text ?? ''
  frame.awaitsValue = true
  frame.simpleKey = isSimpleKey(key)
  if (!frame.simpleKey) writeSign(writer, '?', { apart: true })
  startNode(writer, open, key, { inMapping: true, simpleKey: frame.simpleKey })
}

function writeFlowValue(writer: Writer, open: Frame[], frame: Frame): void {
  const value = takeValue(frame)
  if (value === undefined) return
  rememberStart(writer, value)
  writeSign(writer, ':', { apart: !frame.simpleKey })
  frame.separated = hasTrailingComment(writer)
  startNode(writer, open, value, { inMapping: true, simpleKey: false })
  finishFlowItem(writer)
}
