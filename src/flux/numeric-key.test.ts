import { describe, expect, test } from '@jest/globals'
import { commitFirstFault } from './commit-first.js'
import { numericKeyFault } from './numeric-key.js'

const numbers = (pattern: string, extract?: string) =>
  numericKeyFault({
    policy: { numerical: { order: 'asc' } },
    filterTags: { pattern, ...(extract === undefined ? {} : { extract }) },
  })

describe('a numerical order', () => {
  test.each([
    ['^main-[0-9]+$', undefined, 'never', ['main-200']],
    ['^(?P<y>\\d+)\\.(?P<m>\\d+)\\.(?P<d>\\d+)$', '$y.$m.$d', 'never', ['200.200.200']],
    ['^(?P<sha>[a-f0-9]{7})$', '$sha', 'sometimes', ['aaaaaaa']],
    ['^(?P<n>[0-9]+|latest)$', '$n', 'sometimes', ['latest']],
    ['^(?P<ns>[0-9]{19})$', '$ns', 'tied', ['2000000000000000000', '2000000000000000001']],
  ] as const)('of %s by %s is proven wrong (%3$s)', (pattern, extract, kind, tags) => {
    expect(numbers(pattern, extract)).toMatchObject({ kind, tags })
  })

  test.each([
    ['^main-[a-fA-F0-9]+-(?P<ts>.*)', '$ts'],
    ['^(?P<n>[a-z0-9]+)$', '$n'],
    ['^(?P<n>\\w+)$', '$n'],
    ['^(?P<n>[0-9.]+)$', '$n'],
    ['^(?P<us>[0-9]{16})$', '$us'],
    ['(?P<n>[0-9]+)$', '$n'],
  ])('of %s by %s may be right', (pattern, extract) => {
    expect(numbers(pattern, extract)).toBeUndefined()
  })

  test('is not what another policy has', () => {
    expect(numericKeyFault({ policy: { alphabetical: {} }, filterTags: { pattern: '^[a-z]+$' } })).toBeUndefined()
  })
})

const text = (pattern: string, order = 'asc') =>
  commitFirstFault({ policy: { alphabetical: { order } }, filterTags: { pattern } })

describe('text with the commit in front', () => {
  test.each([
    ['^main-[a-f0-9]+-[0-9]+'],
    ['^(main|master)-[a-fA-F0-9]+-.*'],
    ['^v1\\.2-(?P<sha>[0-9a-f]{8})-\\d+$'],
    ['^[a-f0-9]{7}$'],
  ])('%s does not grow with time in either direction', pattern => {
    expect([text(pattern)?.fault, text(pattern, 'desc')?.fault]).toEqual(['older-elected', 'older-elected'])
  })

  test.each([['^[0-9]{8}-[a-f0-9]{7}-[0-9]+$'], ['^main-.*'], ['^[a-f0-9]+$'], ['^main-[0-9]+-[0-9]+$']])(
    '%s may be for other tags',
    pattern => {
      expect(text(pattern)).toBeUndefined()
    },
  )

  test('is right where the time is taken out of it', () => {
    const filterTags = { pattern: '^main-[a-f0-9]+-(?P<ts>[0-9]+)', extract: '$ts' }
    expect(commitFirstFault({ policy: { numerical: {} }, filterTags })).toBeUndefined()
  })
})
