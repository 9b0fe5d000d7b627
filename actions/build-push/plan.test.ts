import { describe, expect, it } from '@jest/globals'
import { UserError } from '../../src/errors.js'
import type { BuildEvent } from './event.js'
import { branchOf, makePlan, planPrefix, reasonNotToPush } from './plan.js'

const SHA = '0123456789abcdef0123456789abcdef01234567'
const NOW = 1_700_000_000

function event(changes: Partial<BuildEvent>): BuildEvent {
  return { kind: 'push', ref: 'refs/heads/master', mainLine: true, source: undefined, sha: SHA, ...changes }
}

describe('the plan of a run', () => {
  it('has the tag of this commit and second', () => {
    expect(makePlan({ prefix: 'main', sha: SHA, now: NOW, published: [] })).toEqual({
      tag: { prefix: 'main', sha7: '0123456', seconds: NOW },
      text: 'main-0123456-1700000000',
      movedBehind: undefined,
    })
  })

  it('moves the time behind the newest published tag, and says behind which', () => {
    const published = ['main-fffffff-1700000500', 'main-0000000-1699999999', 'develop-0000000-1800000000']
    const plan = makePlan({ prefix: 'main', sha: SHA, now: NOW, published })
    expect(plan.text).toBe('main-0123456-1700000501')
    expect(plan.movedBehind).toEqual({ prefix: 'main', sha7: 'fffffff', seconds: 1_700_000_500 })
  })

  it('ends with the reason when no later time can be written', () => {
    const facts = { prefix: 'main', sha: SHA, now: NOW, published: ['main-fffffff-9999999999'] }
    expect(() => makePlan(facts)).toThrow(/has the tag main-fffffff-9999999999, and no later one can be written/)
    expect(() => makePlan(facts)).toThrow(UserError)
  })

  it('ends when the clock is not set', () => {
    expect(() => makePlan({ prefix: 'main', sha: SHA, now: 12, published: [] })).toThrow(/time 12 is not a tag's time/)
  })
})

describe('the prefix of a run', () => {
  it('is that of the inputs on the main line, whatever the branch is called', () => {
    expect(planPrefix(event({}), 'main')).toBe('main')
    expect(planPrefix(event({ ref: 'refs/heads/trunk' }), 'prod')).toBe('prod')
  })

  it('is the branch’s own elsewhere', () => {
    expect(planPrefix(event({ ref: 'refs/heads/develop', mainLine: false }), 'main')).toBe('develop')
    expect(planPrefix(event({ ref: 'refs/heads/main', mainLine: false }), 'main')).not.toBe('main')
  })

  it('is nobody’s on a detached checkout', () => {
    expect(() => planPrefix(event({ ref: undefined, mainLine: false }), 'main')).toThrow(/no branch is checked out/)
  })
})

describe('a run pushes', () => {
  it('after a push, by hand and on a schedule', () => {
    for (const kind of ['push', 'manual', 'other'] as const) {
      expect(reasonNotToPush(event({ kind }), true)).toBeUndefined()
    }
  })

  it('never from a pull request, whatever the inputs say', () => {
    expect(reasonNotToPush(event({ kind: 'pull-request' }), true)).toBe('a pull request never pushes')
  })

  it('not when it is told not to', () => {
    expect(reasonNotToPush(event({}), false)).toBe('the input "push" is "false"')
  })
})

it('knows the branch of a ref, with the slashes in it', () => {
  expect(branchOf('refs/heads/feature/x')).toBe('feature/x')
  expect(branchOf('refs/tags/v1')).toBeUndefined()
  expect(branchOf('refs/pull/1/merge')).toBeUndefined()
  expect(branchOf(undefined)).toBeUndefined()
})
