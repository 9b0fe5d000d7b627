import { describe, expect, it } from '@jest/globals'
import { systemClock } from './clock.js'

describe('the clock', () => {
  it('knows the time and sleeps', async () => {
    const before = systemClock.now()
    await systemClock.sleep(1)
    expect(systemClock.now()).toBeGreaterThanOrEqual(before)
  })

  it('wakes with the reason of a cancellation', async () => {
    const controller = new AbortController()
    const sleeping = systemClock.sleep(60_000, controller.signal)
    controller.abort(new Error('cancelled by SIGINT'))
    await expect(sleeping).rejects.toThrow('cancelled by SIGINT')
    await expect(systemClock.sleep(60_000, controller.signal)).rejects.toThrow('cancelled by SIGINT')
  })
})
