import { describe, expect, test } from '@jest/globals'
import { explainPolicy } from './explain.js'

const filterTags = { pattern: '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$', extract: '$ts' }

describe('explainPolicy', () => {
  test('ranks what the filter leaves and says why it drops the rest', () => {
    const tags = ['latest', 'main-aaaaaaa-1700000000', 'main-ccccccc-1700000001', 'main-bbbbbbb-1700000001']
    const { result, tags: explained } = explainPolicy({ policy: { numerical: {} }, filterTags }, tags)
    expect(result.selectedTag).toBe('main-bbbbbbb-1700000001')
    expect(explained).toEqual([
      { tag: 'main-bbbbbbb-1700000001', value: '1700000001', rank: 1, dropped: null, by: null },
      { tag: 'main-aaaaaaa-1700000000', value: '1700000000', rank: 2, dropped: null, by: null },
      { tag: 'latest', value: null, rank: null, dropped: 'not-matched', by: null },
      {
        tag: 'main-ccccccc-1700000001',
        value: '1700000001',
        rank: null,
        dropped: 'same-value',
        by: 'main-bbbbbbb-1700000001',
      },
    ])
  })

  test('ties share a rank', () => {
    const spec = { policy: { numerical: {} }, filterTags: { pattern: '' } }
    const { tags } = explainPolicy(spec, ['1', '1.0', '0.5', 'NaN', 'x'])
    expect(tags.map(({ tag, rank, dropped }) => [tag, rank ?? dropped])).toEqual([
      ['1', 1],
      ['1.0', 1],
      ['0.5', 3],
      ['NaN', 'unordered'],
      ['x', 'not-a-number'],
    ])
  })

  test('of versions it tells those outside of the range from those that are none', () => {
    const { tags } = explainPolicy({ policy: { semver: { range: '1.x' } } }, ['1.0', '1.2.0', '2.0.0', 'v1.10.0'])
    expect(tags.map(({ tag, rank, dropped }) => [tag, rank ?? dropped])).toEqual([
      ['v1.10.0', 1],
      ['1.2.0', 2],
      ['1.0', 'not-a-version'],
      ['2.0.0', 'outside-range'],
    ])
  })

  test('descending order turns the ranks around', () => {
    const { tags } = explainPolicy({ policy: { alphabetical: { order: 'desc' } } }, ['a', 'b'])
    expect(tags.map(({ tag }) => tag)).toEqual(['a', 'b'])
  })

  test.each([
    ['range', { policy: { semver: { range: 'latest' } } }],
    ['pattern', { policy: { alphabetical: {} }, filterTags: { pattern: '(' } }],
    ['choice', { policy: {} }],
  ])('an invalid %s leaves nothing to explain', (_, spec) => {
    const { result, tags } = explainPolicy(spec, ['1.0.0'])
    expect([result.stage, tags]).toEqual(['InvalidPolicy', []])
  })
})
