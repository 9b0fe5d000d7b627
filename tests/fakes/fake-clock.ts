import type { Clock } from '../../src/runner/ports.js'

export interface FakeClock extends Clock {
  /** How long was slept each time, in milliseconds. */
  readonly slept: readonly number[]
  pass(milliseconds: number): void
}

/** A clock on which sleeping takes no time. */
export function fakeClock(start = 1_700_000_000_000): FakeClock {
  const slept: number[] = []
  let now = start
  return {
    slept,
    now: () => now,
    pass(milliseconds) {
      now += milliseconds
    },
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted()
      slept.push(milliseconds)
      now += milliseconds
    },
  }
}
