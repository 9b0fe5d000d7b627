import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { RE2JS } from 're2js'
import { buildTag, buildTagPattern, parseTag, prefixProblem, printTag } from './tag.js'
import { prefixOfRef } from './tag-prefix.js'

const SHA = '0123456789abcdef0123456789abcdef01234567'

/** Branch names as people write them, and such as are meant to break the format. */
const parts = fc.constantFrom(
  'main',
  'master',
  'feature',
  'develop',
  'ref',
  'pr',
  '1.0',
  'ä',
  'x',
  '0123456',
  '1700000000',
  '1234abcd',
  'a'.repeat(60),
)
const joints = fc.constantFrom('/', '-', '.', '_', '+', '@', '--', '')
const written = fc
  .tuple(parts, fc.array(fc.tuple(joints, parts), { maxLength: 5 }))
  .map(([first, rest]) => first + rest.map(([joint, part]) => joint + part).join(''))
const names = fc.oneof(written, fc.string({ minLength: 1, maxLength: 40 }), fc.stringMatching(/^[a-z0-9./-]{1,130}$/))
const refs = fc.oneof(
  { weight: 6, arbitrary: names.map(name => `refs/heads/${name}`) },
  { weight: 1, arbitrary: names.map(name => `refs/tags/${name}`) },
  { weight: 1, arbitrary: fc.nat(20).map(number => `refs/pull/${number}/merge`) },
)
const mains = fc.constantFrom('main', 'master', 'fe', 'a', '0', 'x', '5', 'pr-5', '1.0', 'main-0123456')

describe('the prefix of a ref', () => {
  it.each([
    ['refs/heads/develop', 'develop'],
    ['refs/heads/release-1.2', 'release-1.2'],
    ['refs/heads/v2_next', 'v2_next'],
    ['refs/pull/17/merge', 'pr-17'],
  ])('of %s is %s', (ref, prefix) => {
    expect(prefixOfRef(ref, 'main')).toBe(prefix)
  })

  it.each([
    'refs/heads/feature/main',
    'refs/heads/feature-main',
    'refs/heads/main',
    'refs/heads/x/0123456-1700000000',
    'refs/heads/main-0123456-1700000000',
    'refs/tags/main',
    'refs/tags/v1.0',
  ])('of %s has a hash behind it', ref => {
    expect(prefixOfRef(ref, 'main')).toMatch(/\.[0-9a-f]{8}$/)
  })

  it('keeps the readable part of a name that had to be changed', () => {
    expect(prefixOfRef('refs/heads/feature/login page', 'main')).toMatch(/^feature-login-page\.[0-9a-f]{8}$/)
  })

  it('is there for a name without any usable character', () => {
    expect(prefixOfRef('refs/heads/äöü', 'main')).toMatch(/^ref\.[0-9a-f]{8}$/)
  })

  it('is one that a tag can begin with, for any ref', () => {
    fc.assert(fc.property(refs, mains, (ref, main) => expect(prefixProblem(prefixOfRef(ref, main))).toBeUndefined()))
  })

  it('comes back whole from the printed tag, for any ref', () => {
    fc.assert(
      fc.property(refs, mains, (ref, main) => {
        const prefix = prefixOfRef(ref, main)
        expect(parseTag(printTag(buildTag(prefix, SHA, 1_700_000_000)))?.prefix).toBe(prefix)
      }),
    )
  })

  it('is never shared by two refs, except by the two of one pull request', () => {
    fc.assert(
      fc.property(refs, refs, mains, (left, right, main) => {
        fc.pre(left !== right)
        expect(prefixOfRef(left, main)).not.toBe(prefixOfRef(right, main))
      }),
      { numRuns: 500 },
    )
  })

  it('is not shared by a branch that is named like a pull request', () => {
    expect(prefixOfRef('refs/heads/pr-17', 'main')).not.toBe(prefixOfRef('refs/pull/17/merge', 'main'))
  })

  it('is not shared by a branch that is named like the result of a change', () => {
    const changed = prefixOfRef('refs/heads/feature/x', 'main')
    expect(prefixOfRef(`refs/heads/${changed}`, 'main')).not.toBe(changed)
  })

  it('gives no tag that a policy for the main line takes, anchored or not', () => {
    fc.assert(
      fc.property(refs, mains, fc.stringMatching(/^[0-9a-f]{40}$/), (ref, main, sha) => {
        const tag = printTag(buildTag(prefixOfRef(ref, main), sha, 1_700_000_000))
        const anchored = buildTagPattern(main)
        for (const pattern of [anchored, anchored.slice(1), anchored.slice(0, -1), anchored.slice(1, -1)]) {
          expect(`${tag} ${RE2JS.compile(pattern).matcher(tag).find()}`).toBe(`${tag} false`)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
