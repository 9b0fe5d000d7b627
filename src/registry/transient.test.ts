import { describe, expect, it } from '@jest/globals'
import { fakeClock } from '../../tests/fakes/fake-clock.js'
import { RegistryRefusal } from './refusal.js'
import { isTransient, type Retry, retryTransient, systemCode } from './transient.js'

const never = new AbortController().signal

function refusal(status: number, headers: Readonly<Record<string, string>> = {}): RegistryRefusal {
  return new RegistryRefusal({ method: 'GET', url: 'x' }, { status, headers, body: new Uint8Array() }, 0)
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code })
}

/** Fails with each of the errors in turn, and then succeeds. */
function failing(...errors: readonly unknown[]) {
  let tried = 0
  const attempt = async () => {
    const error = errors[tried]
    tried += 1
    if (tried <= errors.length) throw error
    return tried
  }
  return attempt
}

describe('a fault that passes', () => {
  it.each([408, 425, 429, 500, 502, 503, 504])('is the status %d', status => {
    expect(isTransient(refusal(status))).toBe(true)
  })

  it.each([400, 401, 403, 404, 405, 409, 412, 413, 416, 501, 505, 507])('is not the status %d', status => {
    expect(isTransient(refusal(status))).toBe(false)
  })

  it.each(['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'ENETRESET', 'EHOSTUNREACH'])(
    'is %s',
    code => {
      expect(isTransient(failure(code))).toBe(true)
    },
  )

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EMSGSIZE', 'EPROTO', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ABORT_ERR'])(
    'is not %s',
    code => {
      expect(isTransient(failure(code))).toBe(false)
    },
  )

  it('is not a bug', () => {
    for (const error of [new TypeError('x'), 'ECONNRESET', null, undefined]) expect(isTransient(error)).toBe(false)
  })
})

describe('trying again', () => {
  it('goes on until it succeeds, waiting twice as long each time', async () => {
    const clock = fakeClock()
    const told: Retry[] = []
    const attempt = failing(refusal(502), failure('ECONNRESET'), refusal(500))
    const onRetry = (retry: Retry) => void told.push(retry)
    expect(await retryTransient(attempt, { clock, signal: never, onRetry }, { tries: 5, firstDelay: 100 })).toBe(4)
    expect(clock.slept).toEqual([100, 200, 400])
    expect(told.map(({ attempt: tried, tries, delay }) => [tried, tries, delay])).toEqual([
      [1, 5, 100],
      [2, 5, 200],
      [3, 5, 400],
    ])
  })

  it('ends with the last error after so many tries', async () => {
    const clock = fakeClock()
    const attempt = failing(refusal(502), refusal(502), refusal(503))
    await expect(retryTransient(attempt, { clock, signal: never }, { tries: 3, firstDelay: 1 })).rejects.toMatchObject({
      status: 503,
    })
    expect(clock.slept).toHaveLength(2)
  })

  it('does not happen for what will not pass', async () => {
    const clock = fakeClock()
    for (const error of [refusal(404), failure('ECONNREFUSED'), new TypeError('bug')]) {
      await expect(retryTransient(failing(error), { clock, signal: never })).rejects.toBe(error)
    }
    expect(clock.slept).toEqual([])
  })

  it('waits as long as the registry asks, but never less than by itself', async () => {
    const clock = fakeClock()
    const attempt = failing(refusal(429, { 'retry-after': '7' }), refusal(429, { 'retry-after': '0' }))
    await retryTransient(attempt, { clock, signal: never }, { tries: 3, firstDelay: 100 })
    expect(clock.slept).toEqual([7000, 200])
  })

  it('does not wait for a registry that asks for more than a minute', async () => {
    const clock = fakeClock()
    const attempt = failing(refusal(429, { 'retry-after': '61' }))
    await expect(retryTransient(attempt, { clock, signal: never })).rejects.toMatchObject({ status: 429 })
    expect(clock.slept).toEqual([])
  })

  it('ends when the run is cancelled, before a try and while it waits', async () => {
    const controller = new AbortController()
    const clock = fakeClock()
    const onRetry = () => controller.abort(new Error('cancelled'))
    const world = { clock, signal: controller.signal, onRetry }
    await expect(retryTransient(failing(refusal(502)), world)).rejects.toThrow('cancelled')
    await expect(retryTransient(failing(refusal(502)), world)).rejects.toMatchObject({ status: 502 })
  })
})

it('knows the code of a system’s error, and that others have none', () => {
  expect(systemCode(failure('EPIPE'))).toBe('EPIPE')
  expect(systemCode(new Error('x'))).toBeUndefined()
  expect(systemCode(Object.assign(new Error('x'), { code: 7 }))).toBeUndefined()
  expect(systemCode(undefined)).toBeUndefined()
})
