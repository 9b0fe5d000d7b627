/** One thing that was looked at, and what came of it. */
export interface Check {
  /** What it is, in a few words: `kubectl`, `ImagePolicy flux-system/frontend`. */
  readonly subject: string
  readonly state: CheckState
  /** What was found, as a sentence without its full stop; somebody else's words in it are on one line. */
  readonly found: string
  /** What to do about it; null when there is nothing to do. */
  readonly remedy: string | null
}

/** `unknown`: it cannot be known from here, or not yet. */
export type CheckState = 'ok' | 'broken' | 'unknown'

export function ok(subject: string, found: string): Check {
  return { subject, state: 'ok', found, remedy: null }
}

export function broken(subject: string, found: string, remedy: string): Check {
  return { subject, state: 'broken', found, remedy }
}

export function unknown(subject: string, found: string, remedy: string | null = null): Check {
  return { subject, state: 'unknown', found, remedy }
}
