import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ImagePolicySpec } from './image-policy.js'
import { evaluatePolicy } from './policy.js'

interface Case {
  readonly name: string
  readonly pattern: string
  readonly extract: string
  readonly filter: boolean
  readonly policy: 'semver' | 'alphabetical' | 'numerical'
  readonly argument: string
  readonly tags: readonly string[]
  readonly filtered: readonly string[] | null
  readonly latest: string
  readonly selectedTag: string
  readonly error: string
  readonly errorStage: string
}

const vectors = new URL('../../tests/conformance/vectors/policy.json', import.meta.url)
const { cases }: { cases: readonly Case[] } = JSON.parse(readFileSync(vectors, 'utf8'))

describe('the policy gives what the image-reflector-controller gave', () => {
  test.each(cases)('$name', ({ tags, ...rest }) => {
    const result = evaluatePolicy(specOf(rest), tags)
    expect({
      filtered: result.filtered,
      latest: result.latest ?? '',
      selectedTag: result.selectedTag ?? '',
      error: result.error ?? '',
      errorStage: result.stage ?? '',
    }).toEqual({
      filtered: rest.filtered,
      latest: rest.latest,
      selectedTag: rest.selectedTag,
      error: rest.error,
      errorStage: rest.errorStage,
    })
  })
})

function specOf(given: Omit<Case, 'tags'>): ImagePolicySpec {
  const block = given.policy === 'semver' ? { range: given.argument } : { order: given.argument }
  const filterTags = { pattern: given.pattern, extract: given.extract }
  return { policy: { [given.policy]: block }, ...(given.filter ? { filterTags } : {}) }
}

const rightPolicy: ImagePolicySpec = {
  policy: { numerical: { order: 'asc' } },
  filterTags: { pattern: '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$', extract: '$ts' },
}

describe('which policer', () => {
  test('semver goes before alphabetical before numerical', () => {
    const tags = ['1.0.0', '2.0.0', '10.0.0']
    const semver = { range: '<2.0.0' }
    expect(evaluatePolicy({ policy: { semver, alphabetical: {}, numerical: {} } }, tags).selectedTag).toBe('1.0.0')
    expect(evaluatePolicy({ policy: { alphabetical: {}, numerical: {} } }, tags).selectedTag).toBe('2.0.0')
  })

  test('an empty policy is invalid and stalls', () => {
    expect(evaluatePolicy({ policy: {} }, ['1'])).toMatchObject({
      error: 'given ImagePolicyChoice object is invalid',
      stage: 'InvalidPolicy',
      retries: false,
      condition: { reason: 'InvalidPolicy', message: 'invalid policy: given ImagePolicyChoice object is invalid' },
    })
  })

  test('an unknown order is invalid', () => {
    const { error } = evaluatePolicy({ policy: { numerical: { order: 'up' } } }, ['1'])
    expect(error).toBe("invalid order argument provided: 'UP', must be one of: ASC, DESC")
  })
})

describe('when nothing can be elected', () => {
  test('a filter that lets nothing through is retried', () => {
    const expected = { error: 'version list argument cannot be empty', stage: 'Failure', retries: true, filtered: [] }
    expect(evaluatePolicy(rightPolicy, ['latest'])).toMatchObject(expected)
  })

  test('a repository without tags is waited for', () => {
    const { condition } = evaluatePolicy(rightPolicy, [])
    expect(condition).toEqual({ reason: 'DependencyNotReady', message: 'retrying in 30s error: no tags in database' })
  })

  test('no version in the range is retried', () => {
    const { error } = evaluatePolicy({ policy: { semver: { range: '>=2' } } }, ['1.0.0', 'latest'])
    expect(error).toBe('unable to determine latest version from provided list')
  })
})

describe('where Flux is random', () => {
  const numerical = { policy: { numerical: {} }, filterTags: { pattern: '.*' } }

  test('numbers above 2^53 tie, and every one of them is a candidate', () => {
    const tags = ['20261121120000001', '20261121120000002', '20261121110000000']
    expect(evaluatePolicy(numerical, tags)).toMatchObject({
      random: true,
      candidates: ['20261121120000001', '20261121120000002'],
    })
  })

  test('without a filter the order of the scan decides', () => {
    const tags = ['20261121120000001', '20261121120000002']
    const expected = { random: false, selectedTag: '20261121120000001', candidates: ['20261121120000001'] }
    expect(evaluatePolicy({ policy: { numerical: {} } }, tags)).toMatchObject(expected)
  })

  test('beside NaN anything can be elected', () => {
    expect(evaluatePolicy(numerical, ['1', '2', 'NaN'])).toMatchObject({ random: true, candidates: ['1', '2', 'NaN'] })
  })

  test('versions that differ in build metadata alone tie', () => {
    const spec = { policy: { semver: { range: '1.x' } }, filterTags: { pattern: '' } }
    const expected = { random: true, candidates: ['1.0.0+a', '1.0.0+b', 'v1.0.0'] }
    expect(evaluatePolicy(spec, ['v1.0.0', '1.0.0+b', '1.0.0+a', '0.9.0'])).toMatchObject(expected)
  })

  test('of several values that are no numbers the error may name any', () => {
    expect(evaluatePolicy(numerical, ['b', 'a', '1'])).toMatchObject({
      random: true,
      error: "failed to parse invalid numeric value 'a'",
    })
  })
})

describe('properties', () => {
  const sha = fc.stringMatching(/^[0-9a-f]{7}$/)
  const build = fc.tuple(sha, fc.integer({ min: 1_000_000_000, max: 2_147_483_647 }))
  const fragment = fc.constantFrom(
    '1',
    '0',
    '.',
    '-',
    'v',
    'x',
    '*',
    '^',
    '~',
    '>',
    '=',
    '|',
    ' ',
    ',',
    '(',
    ')',
    '[',
    ']',
    '?',
    '+',
    '$',
    '{',
    '}',
    '\\',
    'P<n>',
    'a',
    'main',
    'NaN',
    'inf',
    '_',
    'e',
    '\n',
    '\0',
    'é',
    '😀',
    '\ud800',
  )
  const text = fc.array(fragment, { maxLength: 12 }).map(parts => parts.join(''))
  const spec: fc.Arbitrary<ImagePolicySpec> = fc.record({
    policy: fc.oneof(
      fc.record({ semver: fc.record({ range: text }) }),
      fc.record({ alphabetical: fc.record({ order: fc.constantFrom('asc', 'desc') }) }),
      fc.record({ numerical: fc.record({ order: fc.constantFrom('asc', 'desc', '') }) }),
    ),
    filterTags: fc.record({ pattern: fc.oneof(text, fc.constant('')), extract: text }),
  })

  test('the order of the tags does not matter', () => {
    fc.assert(
      fc.property(spec, fc.array(text), (given, tags) => {
        const reversed = [...tags].reverse()
        expect(evaluatePolicy(given, reversed)).toEqual(evaluatePolicy(given, tags))
        const { policy } = given
        expect(evaluatePolicy({ policy }, reversed)).toEqual(evaluatePolicy({ policy }, tags))
      }),
    )
  })

  test('with the right policy an older build never changes the winner', () => {
    fc.assert(
      fc.property(fc.array(build, { minLength: 1 }), sha, fc.integer({ min: 1, max: 999_999 }), (builds, old, age) => {
        const tags = builds.map(([commit, seconds]) => `main-${commit}-${seconds}`)
        const oldest = Math.min(...builds.map(([, seconds]) => seconds))
        const older = `main-${old}-${Math.max(1_000_000_000, oldest - age)}`
        fc.pre(oldest > 1_000_000_000)
        const { selectedTag } = evaluatePolicy(rightPolicy, tags)
        expect(evaluatePolicy(rightPolicy, [...tags, older]).selectedTag).toBe(selectedTag)
      }),
    )
  })

  test('what is elected is one of the tags and one of the candidates', () => {
    fc.assert(
      fc.property(spec, fc.array(text), (given, tags) => {
        const { selectedTag, candidates, error } = evaluatePolicy(given, tags)
        if (error !== null) return
        expect(tags).toContain(selectedTag)
        expect(candidates).toContain(selectedTag)
      }),
      { numRuns: 500 },
    )
  })
})

describe('time', () => {
  const patterns = [
    '(a*)*b',
    '(a+)+$',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(x+x+)+y',
    '(.*)(.*)(.*)(.*)[^a]',
    '(a|aa)+$',
    '(.*a){25}',
    '(((a{0,10}){0,10}){0,10})',
    '(.*){1,100}',
  ]
  test.each(patterns)('the hostile pattern %s is done with 10,000 tags within a second', pattern => {
    const tags = Array.from({ length: 10_000 }, (_, index) => 'a'.repeat(110) + index)
    const started = performance.now()
    evaluatePolicy({ policy: { alphabetical: {} }, filterTags: { pattern, extract: '$1' } }, tags)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
