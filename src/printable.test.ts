import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { printable, printableLine, shortened } from './printable.js'

describe('a text of somebody else’s', () => {
  it('commands no terminal, keeps its lines, and reads in the direction in which it is written', () => {
    expect(printable('a\u001b[31mb\u001b[0m\u0007\tc\nd\u202ee\u2066f')).toBe('ab\tc\ndef')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(printable(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
      }),
    )
  })

  it('is one line where one is wanted', () => {
    expect(printableLine(' a\r\nb\u2028c\u0085d\te ')).toBe('a b c d e')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(printableLine(text)).not.toMatch(/[\n\r\t\v\f\u0085\u2028\u2029]/)
      }),
    )
  })

  it('is cut where it is too long, never within a character', () => {
    expect(shortened('abcd', 4)).toBe('abcd')
    expect(shortened('abcde', 4)).toBe('abc…')
    expect(shortened('ab😀de', 4)).toBe('ab…')
  })
})
