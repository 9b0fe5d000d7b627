/** A stretch of a file. Lines and columns count from 1, columns in UTF-16 code units; the end is the place right behind it. */
export interface Span {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** The very start of a file, for what concerns all of it. */
export const fileStart: Span = { line: 1, column: 1, endLine: 1, endColumn: 1 }
