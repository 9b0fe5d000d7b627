import { describe, expect, test } from '@jest/globals'
import { parseRange } from './semver-range.js'
import { compareVersions, parseTagVersion, parseVersion } from './semver-version.js'

function within(range: string, version: string): boolean {
  const parsed = parseRange(range)
  const found = parseVersion(version)
  if ('error' in parsed || found === undefined) throw new Error(`${range} or ${version} is wrong`)
  return parsed.range(found)
}

describe('a range of Masterminds/semver', () => {
  test.each<[string, string, boolean]>([
    ['1', '1.9.9', true],
    ['1.2', '1.3.0', false],
    ['=1.2.x', '1.2.7', true],
    ['!=1.2', '1.2.7', false],
    ['!=*', '0.0.0', false],
    ['>1', '1.5.0', false],
    ['>1.2', '1.3.0', true],
    ['<=1', '1.9.9', true],
    ['<=*', '0.1.0', false],
    ['=>1.0.0', '1.0.0', true],
    ['~1.2.3', '1.2.9', true],
    ['~>1', '1.9.9', true],
    ['~0.0.0', '7.0.0', true],
    ['^0.2.3', '0.3.0', false],
    ['^0.0', '0.0.9', true],
    ['^0.0.3', '0.0.4', false],
    ['^*', '1.0.0', false],
    ['1.0.0 - 2.0.0', '2.0.0', true],
    ['>=1 <2, !=1.5.0', '1.5.0', false],
    ['1.0.0 || 3.x', '3.4.5', true],
    ['>=1.0.0', '2.0.0-rc.1', false],
    ['>=1.0.0-0', '2.0.0-rc.1', true],
    ['>=1.0.0-0 || <1.0.0', '0.9.0-rc.1', false],
  ])('%s and %s: %s', (range, version, expected) => {
    expect(within(range, version)).toBe(expected)
  })

  test.each([
    ['latest', 'improper constraint: "latest"'],
    ['', 'improper constraint: ""'],
    ['1.0,', 'improper constraint: "1.0,"'],
    ['1.2.3.4', 'improper constraint: "1.2.3.4"'],
    ['>1<2', 'improper constraint: ">1<2"'],
    ['1x', 'constraint parser error'],
    ['1'.repeat(513), 'constraint string is too long (max 512 bytes)'],
    ['1||'.repeat(32), 'too many constraint groups (max 32)'],
  ])('%.20s is refused', (range, error) => {
    expect(parseRange(range)).toEqual({ error })
  })

  test('hundreds of blanks are read in no time', () => {
    const started = performance.now()
    expect(parseRange(`${'1  '.repeat(170)}!`)).toHaveProperty('error')
    expect(performance.now() - started).toBeLessThan(100)
  })
})

describe('a version of a tag', () => {
  test.each([
    '1.0',
    '1',
    'latest',
    '1.0.0.0',
    'V1.0.0',
    '1.0.0-01',
    '1.0.0-',
    '18446744073709551616.0.0',
    `1.0.0-${'a'.repeat(251)}`,
  ])('%.20s is none', tag => {
    expect(parseTagVersion(tag)).toBeUndefined()
  })

  test('leading zeros and a v are fine', () => {
    expect(parseTagVersion('v01.02.03-rc.1+build.5')).toMatchObject({
      major: 1,
      minor: 2,
      patch: 3,
      prerelease: 'rc.1',
    })
  })

  test('numbers are exact up to 64 bits', () => {
    const versions = [
      '18446744073709551615.0.0',
      '18446744073709551614.0.0',
      '9007199254740993.0.0',
      '9007199254740992.0.0',
    ]
    const parsed = versions.flatMap(text => parseVersion(text) ?? [])
    expect(parsed.toSorted(compareVersions).map(({ original }) => original)).toEqual([...versions].reverse())
  })
})
