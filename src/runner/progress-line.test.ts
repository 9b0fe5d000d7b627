import { expect, test } from '@jest/globals'
import { progressLine } from './progress-line.js'

function watched() {
  let time = 0
  let written = ''
  const line = progressLine(
    text => {
      written += text
    },
    () => time,
  )
  const at = (milliseconds: number, text: string | undefined) => {
    time = milliseconds
    line.show(text)
    const said = written
    written = ''
    return said
  }
  return { at, line, written: () => written }
}

test('what is over within two seconds is not told', () => {
  const { at } = watched()
  expect(['a', 'b', undefined].map((text, index) => at(index * 900, text))).toEqual(['', '', ''])
})

test('from then on each text takes the place of the one before, at a pace that can be read', () => {
  const { at } = watched()
  at(0, 'a')
  expect(at(2000, 'b')).toBe('\r\u001b[Kb')
  expect(at(2050, 'c')).toBe('')
  expect(at(2100, 'd\n\u001b[2J')).toMatch(/^\r\u001b\[Kd [^\n\u001b]*$/)
  expect(at(2200, undefined)).toBe('\r\u001b[K')
  expect(at(2300, undefined)).toBe('')
})

test('a line of somebody else finds its place empty', () => {
  const { at, line, written } = watched()
  at(0, 'a')
  at(3000, 'b')
  line.clear()
  expect(written()).toBe('\r\u001b[K')
})

test('where nobody watches nothing is written', () => {
  const line = progressLine(undefined, () => 9999)
  expect(() => line.show('a')).not.toThrow()
})
