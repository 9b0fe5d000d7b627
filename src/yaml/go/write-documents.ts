import type { ByteString } from './byte-string.js'
import type { Node } from './node.js'
import { continueMapping, continueSequence } from './write-block.js'
import { continueFlowMapping, continueFlowSequence } from './write-flow.js'
import { type Frame, IN_SEQUENCE, remember, rememberStart, startNode } from './write-node.js'
import {
  newWriter,
  putBreak,
  type SequenceStyle,
  type Writer,
  writeFoot,
  writeHead,
  writeIndent,
  writeLine,
  writeSign,
} from './writer.js'

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
  startNode(writer, open, root, IN_SEQUENCE)
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

/** Writes the next part of the innermost open collection. */
function continueIn(writer: Writer, open: Frame[], frame: Frame, sequences: SequenceStyle): void {
  if (frame.kind === 'sequence') continueSequence(writer, open, frame, sequences)
  else if (frame.kind === 'mapping') continueMapping(writer, open, frame)
  else if (frame.kind === 'flow-sequence') continueFlowSequence(writer, open, frame)
  else continueFlowMapping(writer, open, frame)
}
