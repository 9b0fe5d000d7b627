import { describe, expect, it } from '@jest/globals'
import { Cancelled, cancellation } from './cancellation.js'

describe('a cancellation', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('comes with %s, and says so', name => {
    const known = { SIGINT: process.listeners('SIGINT'), SIGTERM: process.listeners('SIGTERM') }
    const signal = cancellation()
    try {
      expect(signal.aborted).toBe(false)
      process.emit(name)
      expect(signal.aborted).toBe(true)
      expect(signal.reason).toEqual(new Cancelled(`cancelled by ${name}`))
      // The runner sends SIGTERM after SIGINT: the first is the reason.
      process.emit('SIGTERM')
      expect(signal.reason).toEqual(new Cancelled(`cancelled by ${name}`))
    } finally {
      for (const one of ['SIGINT', 'SIGTERM'] as const) {
        for (const listener of process.listeners(one)) if (!known[one].includes(listener)) process.off(one, listener)
      }
    }
  })
})
