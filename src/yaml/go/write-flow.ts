import type { ByteString } from './byte-string.js'
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
import { hasTrailingComment, type Writer, writeFoot, writeHead, writeIndent, writeLine, writeSign } from './writer.js'

/** An item inside `[…]`, or the bracket that closes. */
export function continueFlowSequence(writer: Writer, open: Frame[], frame: Frame): void {
  const item = frame.node.content[frame.next]
  if (item === undefined) rememberEnd(writer, frame)
  else rememberStart(writer, item)
  if (!frame.opened) openBracket(writer, frame, '[')
  if (item === undefined) {
    closeBracket(writer, frame)
    if (writer.column === 0) writeIndent(writer)
    writeClosing(writer, open, ']')
    return
  }
  separateItem(writer, frame)
  writeHead(writer)
  if (writer.column === 0) writeIndent(writer)
  frame.next += 1
  frame.separated = hasTrailingComment(writer)
  startNode(writer, open, item, IN_SEQUENCE)
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

/** A key or a value inside `{…}`, or the bracket that closes. */
export function continueFlowMapping(writer: Writer, open: Frame[], frame: Frame): void {
  if (frame.awaitsValue) writeFlowValue(writer, open, frame)
  else writeFlowKeyOrEnd(writer, open, frame)
}

function writeFlowKeyOrEnd(writer: Writer, open: Frame[], frame: Frame): void {
  const key = keyOf(frame)
  if (key === undefined) rememberEnd(writer, frame)
  else rememberStart(writer, key, frame)
  if (!frame.opened) openBracket(writer, frame, '{')
  if (key === undefined) {
    const comments = writer.head !== '' || writer.foot !== '' || writer.tail !== ''
    if (comments && !frame.separated) writeSign(writer, ',')
    writeHead(writer)
    closeBracket(writer, frame)
    writeClosing(writer, open, '}')
    return
  }
  separateItem(writer, frame)
  writeHead(writer)
  if (writer.column === 0) writeIndent(writer)
  writeKey(writer, open, frame, key, false)
}

function writeFlowValue(writer: Writer, open: Frame[], frame: Frame): void {
  const value = takeValue(frame)
  if (value === undefined) return
  rememberStart(writer, value)
  writeSign(writer, ':', { apart: !frame.simpleKey })
  frame.separated = hasTrailingComment(writer)
  startNode(writer, open, value, IN_MAPPING)
  finishFlowItem(writer)
}
