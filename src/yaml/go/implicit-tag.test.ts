import { describe, expect, test } from '@jest/globals'
import { implicitTag, isYaml11NonString } from './implicit-tag.js'

describe('implicitTag', () => {
  test.each([
    ['!!null', ['', '~', 'null', 'NULL']],
    ['!!bool', ['true', 'False']],
    ['!!int', ['0', '-1', '+1', '0x1F', '0b101', '0o17', '017', '1_000', '18446744073709551615', '0b+1']],
    ['!!float', ['1.0', '08', '.5', '-.5e3', '1e3', '1.', '.inf', '+.INF', '.nan', '18446744073709551616']],
    ['!!timestamp', ['2024-01-02', '2024-1-2', '2024-02-29T1:2:3Z', '2024-01-02 10:20:30.5']],
    [
      '!!str',
      ['a', 'yes', 'on', 'nUll', '0x', '0xg', '1e400', '1.2.3', '2023-02-29', '2024-01-02T03', '<<', '.e5', '-'],
    ],
  ])('finds %s', (tag, texts) => {
    expect(texts.map(text => [text, implicitTag(text)])).toEqual(texts.map(text => [text, tag]))
  })
})

test('isYaml11NonString knows the words of YAML 1.1, and takes a date for a string as go-yaml v2 does', () => {
  expect(['y', 'Yes', 'OFF', '1.10', '~', '-'].map(isYaml11NonString)).toEqual([true, true, true, true, true, true])
  expect(['', 'v1', 'yEs', '2024-01-02', 'a\nb', '1.2.3'].map(isYaml11NonString)).toEqual([
    false,
    false,
    false,
    false,
    false,
    false,
  ])
})

test('a very long number has the tag of a short one', () => {
  const long = 20_000
  expect(implicitTag('1'.repeat(long))).toBe('!!str')
  expect(implicitTag('0'.repeat(long))).toBe('!!int')
  expect(implicitTag(`0x${'f'.repeat(long)}`)).toBe('!!str')
  expect(implicitTag(`0.${'1'.repeat(long)}`)).toBe('!!float')
  expect(implicitTag(`.${'1'.repeat(long)}`)).toBe('!!float')
  expect(implicitTag(`1e${'1'.repeat(long)}`)).toBe('!!str')
  expect(implicitTag(`${'1_'.repeat(long)}1`)).toBe('!!str')
  expect(implicitTag(`2001-12-14t21:59:43.${'1'.repeat(long)}Z`)).toBe('!!timestamp')
})
