import { describe, expect, test } from '@jest/globals'
import { parseFloat64 } from './float.js'

describe('parseFloat64 takes what Go takes', () => {
  test.each<[string, number]>([
    ['1700000000', 1700000000],
    ['+5', 5],
    ['.5', 0.5],
    ['5.', 5],
    ['1e5', 100000],
    ['1_000.5_0', 1000.5],
    ['-0', -0],
    ['0x1p4', 16],
    ['0x_1.8p-1', 0.75],
    ['-0X.8P1', -1],
    ['0x1p-1074', 5e-324],
    ['0x1.8p-1075', 5e-324],
    ['0x1p-1075', 0],
    ['1e-400', 0],
    ['inf', Number.POSITIVE_INFINITY],
    ['-Infinity', Number.NEGATIVE_INFINITY],
    ['NaN', Number.NaN],
    ['20261121120000001', 20261121120000000],
  ])('%s', (text, value) => {
    expect(parseFloat64(text)).toBe(value)
  })
})

test.each([
  '',
  ' 1',
  '1 ',
  '0x10',
  '0x1',
  '1e400',
  '-1e400',
  '1__0',
  '_1',
  '1_',
  '1_e5',
  '1e',
  '+nan',
  'infi',
  '1,5',
  '٣',
  '0b1',
  '0x1.fffffffffffff8p1023',
])('parseFloat64 takes %p for no number', text => {
  expect(parseFloat64(text)).toBeUndefined()
})
