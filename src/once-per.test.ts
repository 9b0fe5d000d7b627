import { expect, test } from '@jest/globals'
import { oncePer } from './once-per.js'

test('an answer is worked out once for each object, whatever it is', () => {
  const asked: object[] = []
  const answer = oncePer((item: { readonly is?: string }) => {
    asked.push(item)
    return item.is
  })
  const [first, second] = [{ is: 'first' }, {}]
  expect([answer(first), answer(second), answer(first), answer(second)]).toEqual([
    'first',
    undefined,
    'first',
    undefined,
  ])
  expect(asked).toEqual([first, second])
})
