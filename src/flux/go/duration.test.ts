import { expect, test } from '@jest/globals'
import { goDuration } from './duration.js'

test.each([
  ['30s', 30],
  ['1h30m', 5400],
  ['500ms', 0.5],
  ['1.5m', 90],
])('reads %s as seconds', (text, seconds) => {
  expect(goDuration(text)).toBe(seconds)
})

test.each(['', '30', 's', '1d', '-5s', '${timeout}', '5 m'])('takes %j for no duration', text => {
  expect(goDuration(text)).toBeUndefined()
})
