import type { Node } from './node.js'
import {
  deeper,
  type Frame,
  IN_MAPPING,
  IN_SEQUENCE,
  keyOf,
  rememberEnd,
  rememberStart,
  startNode,
  takeValue,
  writeKey,
} from './write-node.js'
import { type SequenceStyle, type Writer, writeFoot, writeHead, writeIndent, writeLine, writeSign } from './writer.js'

/** An item of a block sequence, or its end. */
export function continueSequence(writer: Writer, open: Frame[], frame: Frame, sequences: SequenceStyle): void {
  const item = frame.node.content[frame.next]
  if (item === undefined) rememberEnd(writer, frame)
  else rememberStart(writer, item)
  if (!frame.opened) {
    const dashIndents = sequences === 'compact' && frame.role.inMapping && (writer.column === 0 || !writer.fresh)
    const stays = frame.inSequence || writer.indent < 0 || !dashIndents
    writer.indent = deeper(writer.indent, false, frame.inSequence) - (stays ? 0 : 2)
    frame.opened = true
  }
  if (item === undefined) {
    close(writer, open, frame)
    return
  }
  frame.next += 1
  writeHead(writer)
  writeIndent(writer)
  writeSign(writer, '-', { apart: true, indents: true })
  startNode(writer, open, item, IN_SEQUENCE)
  writeLine(writer)
  writeFoot(writer)
}

function close(writer: Writer, open: Frame[], frame: Frame): void {
  writer.indent = frame.outerIndent
  open.pop()
}

/** A key or a value of a block mapping, or its end. */
export function continueMapping(writer: Writer, open: Frame[], frame: Frame): void {
  if (frame.awaitsValue) writeValue(writer, open, frame)
  else writeKeyOrEnd(writer, open, frame)
}

function writeKeyOrEnd(writer: Writer, open: Frame[], frame: Frame): void {
  const key = keyOf(frame)
  if (key === undefined) rememberEnd(writer, frame)
  else rememberStart(writer, key, frame)
  if (!frame.opened) {
    writer.indent = deeper(writer.indent, false, frame.inSequence)
    frame.opened = true
  }
  writeHead(writer)
  if (key === undefined) {
    close(writer, open, frame)
    return
  }
  writeIndent(writer)
  if (writer.line !== '') {
    writer.keyLine = writer.line
    writer.line = ''
  }
  writeKey(writer, open, frame, key, true)
}

function writeValue(writer: Writer, open: Frame[], frame: Frame): void {
  const value = takeValue(frame)
  if (value === undefined) return
  rememberStart(writer, value)
  if (frame.simpleKey) writeSign(writer, ':')
  else {
    writeIndent(writer)
    writeSign(writer, ':', { apart: true, indents: true })
  }
  placeKeyLine(writer, value)
  startNode(writer, open, value, IN_MAPPING)
  writeLine(writer)
  writeFoot(writer)
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
