import type { ByteString } from './byte-string.js'
import { type Cursor, cursorOver, type Mark } from './cursor.js'
import type { Remark, Token } from './token.js'

/**
 * Turns text into tokens and comments. Tokens come lazily, at least two ahead of the one in hand: what go-yaml never looks at,
 * behind the end of the first document, cannot make it fail, and a comment finds its owner among the tokens seen so far.
 */
export interface Scanner {
  readonly cursor: Cursor
  /** All tokens that are still of interest; those before `next` are taken already. */
  readonly tokens: Token[]
  next: number
  /** How many tokens were taken since the start, so that a token keeps its number. */
  taken: number
  /** Every comment so far, in order; those before `nextRemark` have found their owner. */
  readonly remarks: Remark[]
  nextRemark: number
  /** Column of the innermost open block collection, -1 outside, and those around it. */
  indent: number
  readonly outerIndents: number[]
  flowDepth: number
  /** Whether a mapping key without `?` may start here. */
  keyAllowed: boolean
  /** The token that may turn out to be a key, for each flow level. */
  readonly candidates: (KeyCandidate | undefined)[]
  /** Flow level of the candidate that was noted for a token. */
  readonly levelOfCandidate: Map<number, number>
  /** The token noted last on each flow level; the bracket that opened it when there was none. */
  readonly lastNoted: number[]
  /** go-yaml fails as soon as it looks behind this offset. */
  readonly readableTo: number
  started: boolean
}

/** A token that is a mapping key if a `:` follows in time. */
export interface KeyCandidate {
  /** The token's number, counted from the start. */
  readonly token: number
  /** In block context at the indentation of the open mapping nothing but a key can stand. */
  readonly required: boolean
  readonly mark: Mark
}

export function scannerOver(text: ByteString, readableTo = Number.POSITIVE_INFINITY): Scanner {
  return {
    cursor: cursorOver(text),
    tokens: [],
    next: 0,
    taken: 0,
    remarks: [],
    nextRemark: 0,
    indent: -1,
    outerIndents: [],
    flowDepth: 0,
    keyAllowed: true,
    candidates: [undefined],
    levelOfCandidate: new Map(),
    lastNoted: [0],
    readableTo,
    started: false,
  }
}
