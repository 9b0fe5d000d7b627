import { describe, expect, test } from '@jest/globals'
import { keySpanAt, readSourceFile, spanAt } from './source-file.js'

describe('a file of several documents', () => {
  const text = 'a: 1\n---\nb: [x\n---\nc:\n  - d: e\n    f: null\n'
  const file = readSourceFile('x.yaml', text)

  test('has those that parse, and the place of what does not', () => {
    expect(file.documents.map(({ value }) => value)).toEqual([{ a: 1 }, { c: [{ d: 'e', f: null }] }])
    expect(file.problems).toHaveLength(1)
    expect(file.problems[0]?.span.line).toBeGreaterThanOrEqual(3)
  })

  test('knows where each part stands; the nearest written part for what is not', () => {
    const document = file.documents[1]
    if (document === undefined) throw new Error('no document')
    expect(spanAt(file, document, ['c', 0, 'd'])).toEqual({ line: 6, column: 8, endLine: 6, endColumn: 9 })
    expect(keySpanAt(file, document, ['c', 0, 'f'])).toMatchObject({ line: 7, column: 5 })
    expect(spanAt(file, document, ['c', 0, 'd', 'deeper'])).toMatchObject({ line: 6, column: 8 })
  })
})

test('a key that stands twice is told, and the second counts', () => {
  const { documents } = readSourceFile('x.yaml', 'a: 1\nb: 2\na: 3\n')
  expect(documents[0]?.value).toEqual({ a: 3, b: 2 })
  expect(documents[0]?.doubledKeys).toMatchObject([{ key: 'a', start: 10 }])
})

test('a quote that stays open is shown where it opens', () => {
  const { problems } = readSourceFile('x.yaml', 'a: b\nc: "open\nd: e\nf: g\n')
  expect(problems[0]?.span).toMatchObject({ line: 2, column: 4 })
})

test('what is missing at the end of a file is missing in the file', () => {
  const text = 'kind: Kustomization\nresources: [deploymen'
  const { problems } = readSourceFile('x.yaml', text)
  expect(problems[0]?.span).toMatchObject({ endLine: 2, endColumn: 22 })
})

test.each(['a: &a {b: *a}\n', '&a [*a]\n', 'a: &a\n  - b: [c, *a]\n'])('%j, which has no end, is a problem', text => {
  const { documents, problems } = readSourceFile('a.yaml', text)
  expect(documents).toEqual([])
  expect(problems).toMatchObject([{ message: 'An alias stands within what it stands for' }])
})

test('a merge key that has no map is a problem', () => {
  expect(readSourceFile('x.yaml', 'a: &a 1\nb: {<<: *a}\n').problems).toMatchObject([
    { message: 'Merge sources must be maps or map aliases' },
  ])
})

test.each([
  [
    'an alias bomb',
    `a0: &a0 [x, x]\n${Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]\n`).join('')}`,
  ],
  ['20,000 levels', `a: ${'['.repeat(20_000)}\n`],
  ['more than 10 MB', `a: ${'b'.repeat(10_000_000)}\n`],
  ['millions of items', `a: [${'b,'.repeat(2_000_000)}]\n`],
  ['millions of lines', '- a\n'.repeat(1_000_000)],
])('%s is a problem, and no more', (_, text) => {
  const { documents, problems } = readSourceFile('x.yaml', text)
  expect(documents).toEqual([])
  expect(problems).toHaveLength(1)
})

test('100,000 keys of one map are read in no time', () => {
  const { documents } = readSourceFile(
    'x.yaml',
    Array.from({ length: 100_000 }, (_, index) => `k${index}: v\n`).join(''),
  )
  expect(Object.keys(Object(documents[0]?.value))).toHaveLength(100_000)
}, 20_000)
