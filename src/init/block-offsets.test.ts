import { expect, test } from '@jest/globals'
import { isScalar } from 'yaml'
import { readSourceFile } from '../yaml/source-file.js'
import { blockOffsets } from './block-offsets.js'
import { nodeAt } from './nodes.js'

function offsetsIn(text: string) {
  const [document] = readSourceFile('a.yaml', text).documents
  const node = document === undefined ? undefined : nodeAt(document, ['a', 'b'])
  if (!isScalar(node)) throw new Error('no scalar at a.b')
  return { inner: String(node.value), toFile: blockOffsets(text, node) }
}

test.each([
  ['two blanks', 'a:\n  b: |\n    first\n    wanted\n'],
  ['many blanks and a comment', 'a:\n        b: |- # why\n              first\n\n              wanted\n\nc: 1\n'],
  ['a stated indentation', 'a:\n  b: |2+\n        first\n      wanted\n\n'],
  ['Windows line ends', 'a:\r\n  b: |\r\n    first\r\n    \r\n    wanted\r\n'],
  ['a first line that is empty', 'a:\n  b: |\n\n   wanted\n'],
])('a character of a block with %s is found in the file', (_, text) => {
  const { inner, toFile } = offsetsIn(text)
  for (const [at, character] of [...inner].entries()) {
    if (character !== '\n') expect(text[toFile?.(at) ?? -1]).toBe(character)
  }
  expect(text.slice(toFile?.(inner.indexOf('wanted')), toFile?.(inner.indexOf('wanted') + 6))).toBe('wanted')
})

test.each(['a: {b: "x"}', 'a:\n  b: >\n    x\n', 'a:\n  b: x\n'])('the scalar in %j is no such block', text => {
  expect(offsetsIn(text).toFile).toBeUndefined()
})
