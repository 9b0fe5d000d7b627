import { numberMember } from '../json.js'

/** A stretch of a file. Lines and columns count from 1, columns in UTF-16 code units; the end is the place right behind it. */
export interface Span {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** The very start of a file, for what concerns all of it. */
export const fileStart: Span = { line: 1, column: 1, endLine: 1, endColumn: 1 }

/** A stretch out of JSON; undefined for what is none. */
export function spanFrom(value: unknown): Span | undefined {
  const [line, column] = [numberMember(value, 'line'), numberMember(value, 'column')]
  const [endLine, endColumn] = [numberMember(value, 'endLine'), numberMember(value, 'endColumn')]
  if (line === undefined || column === undefined || endLine === undefined || endColumn === undefined) return undefined
  return { line, column, endLine, endColumn }
}
