import { describe, expect, test } from '@jest/globals'
import type { ImagePolicySpec } from './image-policy.js'
import { newestWins } from './newest-wins.js'

const format = (sha: string, seconds: number) => `main-${sha.slice(0, 7)}-${seconds}`
const pattern = '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$'

function spec(extract: string, policy: ImagePolicySpec['policy'], filter = pattern): ImagePolicySpec {
  return { policy, filterTags: { pattern: filter, extract } }
}

describe('the newest build wins', () => {
  test.each<[string, ImagePolicySpec]>([
    ['numerical order of the seconds', spec('$ts', { numerical: { order: 'asc' } })],
    ['alphabetical order of ten digits', spec('$ts', { alphabetical: { order: 'asc' } })],
    ['the digits by number', spec('$1', { numerical: {} })],
  ])('with %s', (_, right) => {
    expect(newestWins(right, format).wins).toBe(true)
  })

  test('and of two builds in one second the one with the lower commit', () => {
    const { sameSecond } = newestWins(spec('$ts', { numerical: {} }), format)
    expect(sameSecond.result.selectedTag).toBe('main-0000000-1700000000')
  })
})

describe('an older build wins', () => {
  test('with the whole tag in alphabetical order: the witness is two builds one second apart', () => {
    expect(newestWins(spec('$0', { alphabetical: { order: 'asc' } }), format)).toMatchObject({
      wins: false,
      fault: 'older-elected',
      witness: {
        builds: [{ tag: 'main-fffffff-1700000000' }, { tag: 'main-0000000-1700000001' }],
        result: { selectedTag: 'main-fffffff-1700000000' },
      },
    })
  })

  test.each<[string, ImagePolicySpec]>([
    ['descending order', spec('$ts', { numerical: { order: 'desc' } })],
    ['descending order of the whole tag', spec('$0', { alphabetical: { order: 'desc' } })],
    ['a group that does not exist', spec('$tss', { alphabetical: {} })],
    ['a greedy name', spec('$ts_x', { alphabetical: {} })],
    ['no filter at all', { policy: { alphabetical: {} } }],
    ['a pattern that reads the last digits only', spec('$ts', { numerical: {} }, '(?P<ts>[0-9]{5})$')],
  ])('with %s', (_, wrong) => {
    expect(newestWins(wrong, format)).toMatchObject({ wins: false, fault: 'older-elected' })
  })

  test('where the width of the number varies in alphabetical order', () => {
    const counting = (_: string, seconds: number) => `build-${seconds - 1_699_999_991}`
    const { wins } = newestWins(spec('$n', { alphabetical: {} }, '^build-(?P<n>-?[0-9]+)$'), counting)
    expect(wins).toBe(false)
  })
})

describe('a build is not elected at all', () => {
  test('where the pattern does not take its tag, and one build shows it', () => {
    const result = newestWins(spec('$ts', { numerical: {} }, '^main-[a-f0-9]{8}-(?P<ts>[0-9]{10})$'), format)
    expect(result).toMatchObject({ fault: 'tag-rejected', witness: { builds: [{ tag: 'main-fffffff-1700000000' }] } })
  })

  test('where the pattern misses some commits', () => {
    const result = newestWins(spec('$ts', { numerical: {} }, '^main-[a-f][a-f0-9]{6}-(?P<ts>[0-9]{10})$'), format)
    expect(result).toMatchObject({ fault: 'tag-rejected', witness: { builds: [{ tag: 'main-0000000-1700000000' }] } })
  })

  test('where the value is no number', () => {
    expect(newestWins(spec('$0', { numerical: {} }), format)).toMatchObject({
      fault: 'policy-error',
      witness: { result: { error: "failed to parse invalid numeric value 'main-fffffff-1700000000'" } },
    })
  })

  test('where the policy is invalid', () => {
    const result = newestWins(spec('', { alphabetical: {} }, '('), format)
    expect(result).toMatchObject({ fault: 'policy-error', witness: { result: { stage: 'InvalidPolicy' } } })
  })
})

test('numbers too large to tell apart make Flux choose at random', () => {
  const filter = '^main-[a-f0-9]{7}-(?P<ts>[0-9]+)$'
  const padded = (sha: string, seconds: number) => `main-${sha.slice(0, 7)}-12345678${seconds}`
  expect(newestWins(spec('$ts', { numerical: {} }, filter), padded)).toMatchObject({ fault: 'random' })
})
