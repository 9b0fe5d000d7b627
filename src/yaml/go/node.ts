import type { ByteString } from './byte-string.js'
import type { Comment, ScalarForm } from './token.js'

/**
 * A part of a document as go-yaml's `Node` holds it: enough to write the document again, without the original layout.
 * Nodes are changed in place by whoever edits the document.
 */
export interface Node {
  readonly kind: 'document' | 'mapping' | 'sequence' | 'scalar' | 'alias'
  /** The explicit tag or the one that the value implies, `!!str` and so on in short form; '' where none is known. */
  tag: ByteString
  /** Whether the tag stands in the text. */
  tagged: boolean
  /** A scalar's text, or the name behind an alias's `*`. */
  value: ByteString
  /** How a scalar is written. */
  form: ScalarForm
  /** Whether a collection is written in brackets. */
  readonly flow: boolean
  readonly anchor: ByteString
  /** Items, or keys and values in turn, or a document's root. */
  content: Node[]
  /** Lines above. */
  head: Comment | undefined
  /** Behind it on its line. */
  line: Comment | undefined
  /** Lines below, up to an empty one. */
  foot: Comment | undefined
  /** Byte offsets of the token, without anchor and tag; of the opening token for a collection. Both -1 for a node not read. */
  readonly start: number
  readonly end: number
}

/** A node with everything empty but what is given. */
export function nodeOf(parts: Partial<Node> & Pick<Node, 'kind'>): Node {
  const { kind, tag = '', tagged = false, value = '', form = 'plain', flow = false, anchor = '', content = [] } = parts
  const { head, line, foot, start = -1, end = -1 } = parts
  return { kind, tag, tagged, value, form, flow, anchor, content, head, line, foot, start, end }
}

export const tagOf = {
  null: '!!null',
  string: '!!str',
  sequence: '!!seq',
  mapping: '!!map',
  merge: '!!merge',
} as const
