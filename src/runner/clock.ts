import { setTimeout } from 'node:timers/promises'
import type { Clock } from './ports.js'

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    try {
      await setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal })
    } catch (error) {
      // The timer's own error says only that it was aborted, not why.
      signal?.throwIfAborted()
      throw error
    }
  },
}
