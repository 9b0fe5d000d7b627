import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { RE2JS } from 're2js'
import { UserError } from '../errors.js'
import {
  type BuildTag,
  buildName,
  buildsNamedIn,
  buildTag,
  buildTagPattern,
  compareTags,
  parseTag,
  prefixProblem,
  printTag,
  timeAfter,
} from './tag.js'

const SHA = '0123456789abcdef0123456789abcdef01234567'

const prefixes = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,108}$/)
const seconds = fc.integer({ min: 1_000_000_000, max: 9_999_999_999 })
const tags: fc.Arbitrary<BuildTag> = fc.record({
  prefix: prefixes,
  sha7: fc.stringMatching(/^[0-9a-f]{7}$/),
  seconds,
})

describe('a build tag', () => {
  it('is the prefix, the first seven digits of the commit and the seconds', () => {
    expect(printTag(buildTag('main', SHA, 1_700_000_000))).toBe('main-0123456-1700000000')
  })

  it('is cut from a SHA-256 commit in the same way', () => {
    expect(printTag(buildTag('main', SHA.padEnd(64, '0'), 1_700_000_000))).toBe('main-0123456-1700000000')
  })

  it('comes back the same from its text, whatever its parts are', () => {
    fc.assert(fc.property(tags, tag => expect(parseTag(printTag(tag))).toEqual(tag)))
  })

  it('is printed the same from what was read of any text that is one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z.-]{0,6}-?[0-9a-f]{6,8}-[0-9]{9,11}$/), text => {
        const tag = parseTag(text)
        if (tag !== undefined) expect(printTag(tag)).toBe(text)
      }),
    )
  })

  it('always fits into the 128 characters that registries allow', () => {
    fc.assert(fc.property(tags, tag => expect(printTag(tag)).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/)))
  })

  it.each(['main', SHA.slice(0, 7), SHA.toUpperCase(), `${SHA}0`, '', 'HEAD'])('refuses %j as a commit', sha => {
    expect(() => buildTag('main', sha, 1_700_000_000)).toThrow(UserError)
  })

  it.each([0, 999_999_999, 10_000_000_000, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d as a time', time => {
    expect(() => buildTag('main', SHA, time)).toThrow(/is not a tag's time: expected unix seconds/)
  })

  it.each(['', '.main', '-main', 'feature/main', 'ma in', 'm\n', 'ä'])('refuses %j as a prefix', prefix => {
    expect(() => buildTag(prefix, SHA, 1_700_000_000)).toThrow(UserError)
  })

  it('refuses a prefix that leaves no room for the rest, and says how much there is', () => {
    expect(prefixProblem('a'.repeat(109))).toBeUndefined()
    expect(prefixProblem('a'.repeat(110))).toMatch(/110 characters: expected at most 109/)
  })
})

describe('reading a tag', () => {
  it.each([
    'latest',
    'v1.2.3',
    'main',
    'main-012345-1700000000',
    'main-01234567-1700000000',
    'main-0123456-170000000',
    'main-0123456-17000000000',
    'main-0123456-0700000000',
    'main-ABCDEF0-1700000000',
    'main-0123456-1700000000-amd64',
    'main-0123456-1700000000\n',
    '-0123456-1700000000',
    '0123456-1700000000',
    `${'a'.repeat(110)}-0123456-1700000000`,
  ])('finds no build tag in %j', text => {
    expect(parseTag(text)).toBeUndefined()
  })

  it('takes the last commit and time as its own when the prefix looks like a tag too', () => {
    expect(parseTag('main-0123456-1700000000-89abcde-1800000000')).toEqual({
      prefix: 'main-0123456-1700000000',
      sha7: '89abcde',
      seconds: 1_800_000_000,
    })
  })
})

describe('the order of tags', () => {
  it('is that of their times', () => {
    fc.assert(
      fc.property(tags, tags, (left, right) => {
        if (left.seconds !== right.seconds) {
          expect(Math.sign(compareTags(left, right))).toBe(Math.sign(left.seconds - right.seconds))
        }
      }),
    )
  })

  it('is a total one: antisymmetric, transitive, and zero only for the same tag', () => {
    const close = fc.record({
      prefix: fc.constantFrom('a', 'b'),
      sha7: fc.constantFrom('0000000', '0000001'),
      seconds: fc.constantFrom(1_700_000_000, 1_700_000_001),
    })
    fc.assert(
      fc.property(close, close, close, (a, b, c) => {
        expect(Math.sign(compareTags(a, b)) + Math.sign(compareTags(b, a))).toBe(0)
        if (compareTags(a, b) <= 0 && compareTags(b, c) <= 0) expect(compareTags(a, c)).toBeLessThanOrEqual(0)
        if (compareTags(a, b) === 0) expect(a).toEqual(b)
      }),
    )
  })

  it('is the same by number and by text, as Flux may compare either', () => {
    fc.assert(
      fc.property(seconds, seconds, (left, right) => {
        const byText = String(left) < String(right) ? -1 : String(left) > String(right) ? 1 : 0
        expect(Math.sign(left - right)).toBe(byText)
      }),
    )
  })
})

describe('the pattern for an ImagePolicy', () => {
  it('accepts every tag of its prefix and gives the time', () => {
    fc.assert(
      fc.property(tags, tag => {
        const matcher = RE2JS.compile(buildTagPattern(tag.prefix)).matcher(printTag(tag))
        expect(matcher.find()).toBe(true)
        expect(matcher.group('ts')).toBe(String(tag.seconds))
      }),
    )
  })

  it('accepts no tag of another prefix', () => {
    fc.assert(
      fc.property(prefixes, tags, (prefix, tag) => {
        fc.pre(prefix !== tag.prefix)
        expect(RE2JS.compile(buildTagPattern(prefix)).matcher(printTag(tag)).find()).toBe(false)
      }),
    )
  })

  it('does not take the dot of a prefix for any character', () => {
    expect(RE2JS.compile(buildTagPattern('v1.2')).matcher('v1x2-0123456-1700000000').find()).toBe(false)
  })
})

describe('the builds that a text names', () => {
  it('are found wherever a tag stands', () => {
    const tree = `
      image: 192.168.0.40:5000/library/frontend:main-0123456-1700000000 # {"$imagepolicy": "flux-system:frontend"}
      image: "ghcr.io/me/app:feature-x.1234abcd-89abcde-1700000001"
      newTag: main-fedcba9-1700000002`
    expect(buildsNamedIn(tree)).toEqual(['0123456-1700000000', '89abcde-1700000001', 'fedcba9-1700000002'])
  })

  it('hold every printed tag, whatever is around it', () => {
    fc.assert(
      fc.property(
        tags,
        fc.constantFrom('', ' ', '"', ':', '\n', '/'),
        fc.constantFrom('', ' ', '"', '\n', '@'),
        (tag, before, after) => {
          expect(buildsNamedIn(`${before}${printTag(tag)}${after}`)).toContain(buildName(tag))
        },
      ),
    )
  })

  it('are none where the digits go on', () => {
    expect(buildsNamedIn('main-0123456-17000000001')).toEqual([])
    expect(buildsNamedIn('0123456-1700000000')).toEqual([])
  })
})

describe('the time of a new tag', () => {
  const published = (...times: number[]) => times.map(time => `main-0123456-${time}`)

  it('is the clock’s when nothing is published after it', () => {
    expect(timeAfter(1_700_000_010, 'main', published(1_700_000_000, 1_700_000_009))).toEqual({
      seconds: 1_700_000_010,
      after: undefined,
    })
  })

  it('is one more than the newest when another build took the same second', () => {
    expect(timeAfter(1_700_000_010, 'main', published(1_700_000_010)).seconds).toBe(1_700_000_011)
  })

  it('is one more than the newest when the clock is a day behind, and names that tag', () => {
    const { seconds: time, after } = timeAfter(1_700_000_000, 'main', published(1_700_086_400, 1_600_000_000))
    expect(time).toBe(1_700_086_401)
    expect(after && printTag(after)).toBe('main-0123456-1700086400')
  })

  it('is not moved by tags of other prefixes and formats', () => {
    const others = ['develop-0123456-1800000000', 'latest', 'main-0123456-18000000000', 'x-main-0123456-1800000000']
    expect(timeAfter(1_700_000_000, 'main', others)).toEqual({ seconds: 1_700_000_000, after: undefined })
  })

  it('is always greater than every published one of its prefix, and never before the clock', () => {
    const some = fc.array(tags.map(tag => ({ ...tag, prefix: tag.seconds % 2 === 0 ? 'main' : tag.prefix })))
    fc.assert(
      fc.property(seconds, some, (now, existing) => {
        const { seconds: time } = timeAfter(now, 'main', existing.map(printTag))
        expect(time).toBeGreaterThanOrEqual(now)
        for (const tag of existing) if (tag.prefix === 'main') expect(time).toBeGreaterThan(tag.seconds)
      }),
    )
  })
})
