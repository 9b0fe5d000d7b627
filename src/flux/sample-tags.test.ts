import { describe, expect, test } from '@jest/globals'
import { compileRegexp } from './go/regexp.js'
import { sampleTag } from './sample-tags.js'

const cases: readonly (readonly [pattern: string, digits: string, letters: string])[] = [
  ['^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$', 'main-2000000-2000000000', 'main-aaaaaaa-2000000000'],
  ['^(?:main|master)-(?P<n>\\d+)', 'main-200', 'main-200'],
  ['^RELEASE\\.(?P<ts>.*)Z$', 'RELEASE.111Z', 'RELEASE.111Z'],
  ['^v?(?P<v>[0-9.]+)$', 'v200', 'v200'],
  ['^(?P<v>[a-z0-9]+)$', '200', '111'],
  ['^(?P<v>[a-z0-9]{4})$', '2000', 'aaaa'],
  ['^(?P<v>[a-z]+)$', 'aaa', 'aaa'],
  ['(?i)^build-(?<n>[0-9]{1,6})$', 'build-1', 'build-1'],
  ['', '', ''],
]

describe.each(cases)('%s', (pattern, digits, letters) => {
  test('gives a kind and an unkind text', () => {
    expect([sampleTag(pattern, 'digits'), sampleTag(pattern, 'letters')]).toEqual([digits, letters])
  })

  test('takes both', () => {
    const compiled = compileRegexp(pattern)
    const matches = (text: string) => 'regexp' in compiled && compiled.regexp.matches(text)
    expect([matches(digits), matches(letters)]).toEqual([true, true])
  })
})

test('neighbours differ in the last digit of runs of a fixed length only', () => {
  expect(sampleTag('^(?P<ts>[0-9]{17})-[0-9]+$', 'digits')).toBe('20000000000000000-200')
  expect(sampleTag('^(?P<ts>[0-9]{17})-[0-9]+$', 'next-digits')).toBe('20000000000000001-200')
})

test('each alternative can be asked for', () => {
  expect([0, 1, 2].map(branch => sampleTag('^(?:[0-9]+|latest)$', 'digits', branch))).toEqual([
    '200',
    'latest',
    'latest',
  ])
})

test.each([['\\p{L}+'], ['[[:digit:]]+'], ['(open'], ['shut)'], ['a**']])('%s is not read', pattern => {
  expect(sampleTag(pattern, 'digits')).toBeUndefined()
})
