import { describe, expect, it } from '@jest/globals'
import { silentRunner } from '../../tests/fakes/silent-runner.js'
import { UserError, UserErrors } from '../errors.js'
import { Cancelled } from './cancellation.js'
import { finish } from './finish.js'

async function finished(
  body: () => Promise<void>,
  signal = new AbortController().signal,
  kind: 'github' | 'terminal' = 'terminal',
) {
  const runner = silentRunner({ signal, kind })
  return { code: await finish(runner, body), logged: runner.logged }
}

const throwing = (error: unknown) => async () => {
  throw error
}

describe('the end of a run', () => {
  it('is 0 and silent when all went well', async () => {
    expect(await finished(async () => undefined)).toEqual({ code: 0, logged: [] })
  })

  it('is 1 with every mistake of the user’s and its next step, without a stack', async () => {
    const error = new UserErrors([new UserError('one is wrong', { next: 'Mend it' }), new UserError('two is wrong')])
    expect(await finished(throwing(error))).toEqual({
      code: 1,
      logged: ['error: one is wrong. Mend it', 'error: two is wrong'],
    })
  })

  it('is 3 with the causes and the stack when it is our own bug', async () => {
    const { code, logged } = await finished(throwing(new TypeError('x is undefined', { cause: new Error('deeper') })))
    expect(code).toBe(3)
    expect(logged[0]).toMatch(/^error: This is a bug in fluxgate/)
    expect(logged[1]).toMatch(/TypeError: x is undefined\n +at [\s\S]*caused by: Error: deeper/)
  })

  it('is 2 when the command line could not be understood', async () => {
    const { code, logged } = await finished(
      throwing(new UserError('unknown option --x', { next: 'See --help', usage: true })),
    )
    expect({ code, logged }).toEqual({ code: 2, logged: ['error: unknown option --x. See --help'] })
    const wrong = throwing(new UserError('wrong', { usage: true }))
    expect((await finished(wrong, undefined, 'github')).code).toBe(1)
  })

  it('is what the command says of itself', async () => {
    const runner = silentRunner()
    expect(await finish(runner, async () => 3)).toBe(3)
  })

  it('is 130 when the run was cancelled, whatever broke because of that', async () => {
    const signal = AbortSignal.abort(new Cancelled('cancelled by SIGTERM'))
    for (const error of [new Cancelled('cancelled by SIGTERM'), new Error('socket hang up'), new UserError('x')]) {
      expect(await finished(throwing(error), signal)).toEqual({
        code: 130,
        logged: ['error: Stopped: cancelled by SIGTERM'],
      })
    }
  })

  it('is 1 for what is no error at all', async () => {
    expect((await finished(throwing('a text'))).logged[1]).toBe('info: a text')
  })
})
