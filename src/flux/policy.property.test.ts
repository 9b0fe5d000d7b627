import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { explainPolicy } from './explain.js'
import type { ImagePolicySpec } from './image-policy.js'
import { newestWins } from './newest-wins.js'
import { electorOf } from './policy.js'
import { scanTags } from './scan.js'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(
      fc.constantFrom('1', '0', '.', '-', 'v', '(', ')', '[', '*', '$', '{n}', '\\', '?P<n>', '|', 'a', 'e', '\ud800'),
      {
        maxLength: 10,
      },
    )
    .map(parts => parts.join('')),
)
const order = fc.constantFrom('asc', 'desc', '', 'up')
const anySpec: fc.Arbitrary<ImagePolicySpec> = fc.record(
  {
    policy: fc.record(
      {
        semver: fc.record({ range: text }),
        alphabetical: fc.record({ order }),
        numerical: fc.record({ order }),
      },
      { requiredKeys: [] },
    ),
    filterTags: fc.record({ pattern: text, extract: text }, { requiredKeys: [] }),
  },
  { requiredKeys: ['policy'] },
)

describe('the explanation of an election', () => {
  test('is there for any policy and any tags, names each tag once, and puts the candidates first', () => {
    fc.assert(
      fc.property(anySpec, fc.uniqueArray(text), (spec, tags) => {
        const { result, tags: explained } = explainPolicy(spec, tags)
        if (result.stage !== 'InvalidPolicy') expect(explained.map(({ tag }) => tag).sort()).toEqual([...tags].sort())
        for (const { rank, dropped } of explained) expect((rank === null) !== (dropped === null)).toBe(true)
        // Beside NaN, which has no rank, anything is a candidate.
        if (result.error !== null || explained.some(({ dropped }) => dropped === 'unordered')) return
        const first = explained.filter(({ rank }) => rank === 1).map(({ tag }) => tag)
        expect(first).toEqual(expect.arrayContaining([...result.candidates]))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the scan', () => {
  test('keeps or excludes each tag, in an order of its own, whatever the expressions', () => {
    fc.assert(
      fc.property(fc.uniqueArray(text), fc.array(text, { maxLength: 3 }), (tags, exclusions) => {
        const forwards = scanTags(tags, exclusions)
        const backwards = scanTags([...tags].reverse(), exclusions)
        if ('error' in forwards || 'error' in backwards) {
          expect(backwards).toEqual(forwards)
          return
        }
        expect(backwards.tags).toEqual(forwards.tags)
        expect([...forwards.tags, ...forwards.excluded.map(({ tag }) => tag)].sort()).toEqual([...tags].sort())
      }),
    )
  })
})

describe('that the newest build wins', () => {
  const pattern = fc.constantFrom(
    '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$',
    '^main-(?P<sha>[a-f0-9]{7})-(?P<ts>[0-9]+)$',
    '^main-[a-f0-9]+-(?P<ts>[0-9]+)',
    '-(?P<ts>[0-9]{5,})',
    '(?P<ts>[0-9]+)$',
    '(?P<ts>1[0-9]{9})',
    '[0-9](?P<ts>[0-9]{9})$',
    '',
  )
  const extract = fc.constantFrom('$ts', '$sha', '$0', '', '${ts}', '$1', '$ts-x', '1$ts', '$ts0')
  const policy = fc.constantFrom(
    { numerical: { order: 'asc' } },
    { numerical: { order: 'desc' } },
    { alphabetical: { order: 'asc' } },
    { alphabetical: { order: 'desc' } },
    { semver: { range: '>=0.0.0-0' } },
  )
  const build = fc.tuple(fc.stringMatching(/^[0-9a-f]{40}$/), fc.integer({ min: 1_700_000_000, max: 9_999_999_999 }))
  const format = (sha: string, seconds: number) => `main-${sha.slice(0, 7)}-${seconds}`

  test('is only ever said of policies that elect it among any builds', () => {
    fc.assert(
      fc.property(
        pattern,
        extract,
        policy,
        fc.array(build, { minLength: 1, maxLength: 12 }),
        (filter, value, choice, builds) => {
          const spec = { policy: choice, filterTags: { pattern: filter, extract: value } }
          if (!newestWins(spec, format).wins) return
          const times = builds.map(([, seconds]) => seconds)
          fc.pre(new Set(times).size === times.length)
          const [newest = ''] = builds
            .filter(([, seconds]) => seconds === Math.max(...times))
            .map(([sha, seconds]) => format(sha, seconds))
          const elected = electorOf(spec)(builds.map(([sha, seconds]) => format(sha, seconds)))
          expect(elected.candidates).toEqual([newest])
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('is decided for any policy', () => {
    fc.assert(
      fc.property(anySpec, spec => {
        const verdict = newestWins(spec, format)
        if (!verdict.wins) expect(verdict.witness.builds.length).toBeGreaterThan(0)
      }),
    )
  })
})
