import { describe, expect, it } from '@jest/globals'
import { describeStaleness, judgeStaleness, type StalenessFacts } from './staleness.js'

const A = 'a'.repeat(40)
const B = 'b'.repeat(40)
const C = 'c'.repeat(40)
const D = 'd'.repeat(40)

function facts(changes: Partial<StalenessFacts>): StalenessFacts {
  return { sha: A, branchHead: { sha: A }, since: undefined, descendants: [], published: [], ...changes }
}

const tag = (sha: string, seconds: number) => `main-${sha.slice(0, 7)}-${seconds}`

describe('a commit', () => {
  it('is fresh as the head of its branch', () => {
    expect(judgeStaleness(facts({}))).toEqual({ kind: 'fresh' })
  })

  it('is fresh although it was published before: a rebuild', () => {
    expect(judgeStaleness(facts({ published: [tag(A, 1_700_000_000)] }))).toEqual({ kind: 'fresh' })
  })

  it('is fresh when it is no branch’s', () => {
    expect(judgeStaleness(facts({ branchHead: undefined }))).toEqual({ kind: 'fresh' })
  })

  it('is stale when people committed since, and their commits are counted', () => {
    const since = [
      { sha: C, automation: false },
      { sha: B, automation: true },
      { sha: D, automation: false },
    ]
    expect(judgeStaleness(facts({ branchHead: { sha: C }, since }))).toEqual({ kind: 'behind', head: C, newer: 2 })
  })

  it('is fresh when only image automation committed since', () => {
    const since = [
      { sha: C, automation: true },
      { sha: B, automation: true },
    ]
    expect(judgeStaleness(facts({ branchHead: { sha: C }, since }))).toEqual({ kind: 'fresh' })
  })

  it('is stale when the branch was moved elsewhere, and nobody can count', () => {
    expect(judgeStaleness(facts({ branchHead: { sha: C } }))).toEqual({ kind: 'behind', head: C, newer: undefined })
    expect(judgeStaleness(facts({ branchHead: { sha: C }, since: [] }))).toMatchObject({ kind: 'behind', head: C })
  })

  it('is stale when a later one is published, and the newest of those is named', () => {
    const judged = judgeStaleness(
      facts({
        branchHead: { sha: C },
        since: [
          { sha: C, automation: false },
          { sha: B, automation: false },
        ],
        descendants: [B, C],
        published: [tag(B, 1_700_000_001), tag(C, 1_700_000_002), tag(A, 1_700_000_003), 'latest'],
      }),
    )
    expect(judged).toEqual({ kind: 'published', tag: tag(C, 1_700_000_002), commit: C })
  })

  it('is stale when a later one is published, although origin does not answer', () => {
    const judged = judgeStaleness(
      facts({ branchHead: { unknown: 'no network' }, descendants: [B], published: [tag(B, 1_700_000_001)] }),
    )
    expect(judged.kind).toBe('published')
  })

  it('is not stale because of a build of an automation commit', () => {
    const judged = judgeStaleness(
      facts({
        branchHead: { sha: B },
        since: [{ sha: B, automation: true }],
        descendants: [B],
        published: [tag(B, 1_700_000_001)],
      }),
    )
    expect(judged).toEqual({ kind: 'fresh' })
  })

  it('is not stale because of published commits that do not come after it', () => {
    expect(judgeStaleness(facts({ published: [tag(D, 1_800_000_000)] }))).toEqual({ kind: 'fresh' })
  })

  it('is of unknown age when origin does not answer, with the reason', () => {
    expect(judgeStaleness(facts({ branchHead: { unknown: 'no network' } }))).toEqual({
      kind: 'unknown',
      reason: 'no network',
    })
  })
})

describe('the judgement as a sentence', () => {
  it('names both commits', () => {
    expect(describeStaleness({ kind: 'behind', head: C, newer: 2 }, A, 'master')).toBe(
      `commit ${A} is not the head of master any more: that is ${C}, 2 newer`,
    )
    expect(describeStaleness({ kind: 'behind', head: C, newer: undefined }, A, 'master')).toBe(
      `commit ${A} is not the head of master any more: that is ${C}`,
    )
    expect(describeStaleness({ kind: 'published', tag: tag(B, 1_700_000_000), commit: B }, A, 'master')).toBe(
      `commit ${A} is older than commit ${B}, which is published already as ${tag(B, 1_700_000_000)}`,
    )
  })

  it('says why nothing is known', () => {
    expect(describeStaleness({ kind: 'unknown', reason: 'no network' }, A, 'master')).toBe(
      `whether commit ${A} is the newest of master is not known: no network`,
    )
  })

  it('is none for a fresh commit', () => {
    expect(describeStaleness({ kind: 'fresh' }, A, 'master')).toBeUndefined()
  })
})
