import { setTimeout } from 'node:timers/promises'
import type { Clock } from './ports.js'

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    await setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal })
  },
}
