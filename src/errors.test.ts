import { describe, expect, it } from '@jest/globals'
import { bugReport, sentence, throwAll, UserError, UserErrors, userErrorsOf } from './errors.js'

function thrownBy(body: () => void): unknown {
  try {
    body()
  } catch (error) {
    return error
  }
  return undefined
}

describe('mistakes of the user', () => {
  it('are thrown alone when there is one, together when there are more, and not at all when there is none', () => {
    const one = new UserError('one')
    const two = new UserError('two', { next: 'Mend it' })
    expect(thrownBy(() => throwAll([]))).toBeUndefined()
    expect(thrownBy(() => throwAll([one]))).toBe(one)
    expect(thrownBy(() => throwAll([one, two]))).toEqual(new UserErrors([one, two]))
  })

  it('are one sentence with their next step', () => {
    expect(sentence(new UserError('x is wrong', { next: 'Mend it' }))).toBe('x is wrong. Mend it')
    expect(sentence(new UserError('x is wrong'))).toBe('x is wrong')
  })

  it('are all in the message of many', () => {
    expect(new UserErrors([new UserError('one', { next: 'Do' }), new UserError('two')]).message).toBe('one. Do\ntwo')
  })

  it('are found in what was thrown, and nowhere else', () => {
    const one = new UserError('one')
    expect(userErrorsOf(one)).toEqual([one])
    expect(userErrorsOf(new UserErrors([one]))).toEqual([one])
    expect(userErrorsOf(new Error('one'))).toEqual([])
    expect(userErrorsOf('one')).toEqual([])
  })
})

describe('a bug report', () => {
  it('shows every cause with its stack', () => {
    const report = bugReport(new Error('outer', { cause: new TypeError('inner', { cause: 'a text' }) }))
    expect(report).toMatch(/^Error: outer\n +at /)
    expect(report).toMatch(/\ncaused by: TypeError: inner\n +at /)
    expect(report).toMatch(/\ncaused by: a text$/)
  })

  it('ends, even when an error is its own cause', () => {
    const error = new Error('round')
    error.cause = error
    expect(bugReport(error)).toMatch(/round/)
  })
})
