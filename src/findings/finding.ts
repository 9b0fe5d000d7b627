import type { Span } from '../yaml/span.js'

export const severities = ['error', 'warning', 'note'] as const
export type Severity = (typeof severities)[number]

/** What a rule has to say about one place. */
export interface Finding {
  /** The id of the rule, such as `policy-elects-newest`. */
  readonly rule: string
  readonly severity: Severity
  /** From the root of the tree, with forward slashes. */
  readonly file: string
  readonly span: Span
  /** What is wrong and what follows from it in the cluster, as a sentence without a full stop. */
  readonly message: string
  /** The very text that was found, as far as one line shows it. */
  readonly found?: string
  readonly expected?: string
  readonly fix?: Fix
  /** The evidence, line by line: the tags that show it and what Flux would elect, the path of a cycle, the two owners. */
  readonly witness?: readonly string[]
}

export interface Fix {
  /** What to write or do; several lines where it can be pasted. */
  readonly text: string
  /** The same as changes of bytes, where the fix is certain. */
  readonly edits?: readonly Edit[]
}

/** A replacement of some characters (UTF-16 code units, from 0) of a file; `start` = `end` inserts. */
export interface Edit {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Compared with the base of a pull request; everything is new where there is none. */
export type Status = 'new' | 'old' | 'fixed'

export interface JudgedFinding extends Finding {
  readonly status: Status
}

/** By file, place and rule, so that two runs give the same text. */
export function compareFindings(left: Finding, right: Finding): number {
  return (
    compareText(left.file, right.file) ||
    left.span.line - right.span.line ||
    left.span.column - right.span.column ||
    compareText(left.rule, right.rule) ||
    compareText(left.message, right.message)
  )
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
