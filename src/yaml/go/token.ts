import type { ByteString } from './byte-string.js'
import type { Mark } from './cursor.js'

export type ScalarForm = 'plain' | 'single' | 'double' | 'literal' | 'folded'

/** Tokens without content of their own. */
export type Sign =
  | 'stream-start'
  | 'stream-end'
  | 'document-start'
  | 'document-end'
  | 'sequence-start'
  | 'mapping-start'
  | 'block-end'
  | 'flow-sequence-start'
  | 'flow-sequence-end'
  | 'flow-mapping-start'
  | 'flow-mapping-end'
  | 'flow-entry'
  | 'entry'
  | 'key'
  | 'value'
  | 'version-directive'

export type Token = { readonly start: Mark; readonly end: Mark } & (
  | { readonly kind: Sign }
  | { readonly kind: 'scalar'; readonly value: ByteString; readonly form: ScalarForm }
  | { readonly kind: 'anchor' | 'alias'; readonly name: ByteString }
  | { readonly kind: 'tag'; readonly handle: ByteString; readonly suffix: ByteString }
  | { readonly kind: 'tag-directive'; readonly handle: ByteString; readonly prefix: ByteString }
)

/** One or more comment lines that belong together. */
export interface Comment {
  /** The lines as they stand, from their `#` on, joined by line feeds. An empty line in between stays. */
  readonly text: ByteString
  /** Byte offset of each `#` that starts a line of it. */
  readonly offsets: readonly number[]
}

/** A comment that waits for the token to which it belongs. */
export interface Remark {
  role: 'head' | 'line' | 'foot'
  readonly comment: Comment
  /** It goes to the first token that starts here or later. */
  owner: Mark
  readonly start: Mark
  /** Where the comment's lines end and where the gap that holds it starts; both 0 for a line comment. */
  readonly endOffset: number
  readonly gapOffset: number
}
