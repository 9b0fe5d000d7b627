import { describe, expect, test } from '@jest/globals'
import { keptFacts } from './kept-facts.js'

const text = 'a: 1\n'

function packedWith(fact: unknown, program = 'one'): string {
  const facts = keptFacts(undefined, program)
  facts.of('a.yaml', text).keep('fact', () => fact)
  return facts.packed() ?? ''
}

test('a fact is there in the next run, for the same path and text alone', () => {
  const facts = keptFacts(packedWith({ deep: ['ü\n\t', null, 1.5] }), 'one')
  expect(facts.of('a.yaml', text).find('fact')).toEqual({ deep: ['ü\n\t', null, 1.5] })
  expect(facts.of('a.yaml', text).find('other')).toBeUndefined()
  expect(facts.of('b.yaml', text).find('fact')).toBeUndefined()
  expect(facts.of('a.yaml', 'a: 2\n').find('fact')).toBeUndefined()
})

test.each([
  ['a number without an end', { a: Number.POSITIVE_INFINITY }],
  ['minus zero', [-0]],
  ['a day', { a: new Date(0) }],
  ['a member without a value', { a: undefined }],
])('%s would come back as something else, and is not kept', (_, fact) => {
  expect(keptFacts(packedWith(fact), 'one').of('a.yaml', text).find('fact')).toBeUndefined()
})

describe('what is not ours is not believed', () => {
  const packed = packedWith({ is: 'true' })
  test.each([
    ['facts of another program', packedWith({ is: 'true' }, 'two')],
    ['a fact that was changed', packed.replace('true', 'fake')],
    ['a file that was cut short', packed.slice(0, -3)],
    ['a file with more behind it', `${packed}x`],
    ['something else', '{"format": 1}'],
    ['nothing', ''],
  ])('%s', (_, found) => {
    expect(keptFacts(found, 'one').of('a.yaml', text).find('fact')).toBeUndefined()
  })
})

test('the facts of another tree are spared, as long as they are not more than those of this one', () => {
  const first = keptFacts(undefined, 'one')
  first.of('first.yaml', text).keep('fact', () => 1)
  const second = keptFacts(first.packed(), 'one')
  second.of('second.yaml', text).keep('fact', () => 2)
  const third = keptFacts(second.packed(), 'one')
  expect(third.of('first.yaml', text).find('fact')).toBe(1)
  third.of('third.yaml', text).keep('fact', () => 3)
  third.of('fourth.yaml', text).keep('fact', () => 4)
  const fourth = keptFacts(third.packed(), 'one')
  expect(['first.yaml', 'second.yaml', 'third.yaml'].map(path => fourth.of(path, text).find('fact'))).toEqual([1, 2, 3])
})

test('nothing is written where there is next to nothing new', () => {
  const paths = Array.from({ length: 40 }, (_, index) => `${index}.yaml`)
  const first = keptFacts(undefined, 'one')
  for (const path of paths) first.of(path, text).keep('fact', () => path)
  const second = keptFacts(first.packed(), 'one')
  for (const path of paths) second.of(path, text).find('fact')
  second.of('new.yaml', text).keep('fact', () => 'new')
  expect(second.packed()).toBeUndefined()
  for (const path of paths) second.of(path, 'a: 3\n').keep('fact', () => 'new')
  expect(second.packed()).toBeDefined()
})
