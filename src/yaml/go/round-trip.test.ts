import { describe, expect, test } from '@jest/globals'
import { toByteString, toText } from './byte-string.js'
import { parseDocument } from './parse-document.js'
import { writeDocuments } from './write-documents.js'
import type { SequenceStyle } from './writer.js'
import { YamlProblem } from './yaml-problem.js'

describe('a document that is read and written again', () => {
  test.each([
    ['loses empty lines', 'a: 1\n\n\nb: 2\n', 'a: 1\nb: 2\n'],
    ['is indented by two', 'a:\n     b:\n         c: 1\n', 'a:\n  b:\n    c: 1\n'],
    ['keeps its styles of quoting', `a: 'x'\nb: "y"\nc: z\n`, `a: 'x'\nb: "y"\nc: z\n`],
    ['is never folded', `a: ${'word '.repeat(60)}end\n`, `a: ${'word '.repeat(60)}end\n`],
    ['has the lines of a plain scalar joined', 'a: b\n  c\n\n  d\n', 'a: |-\n  b c\n  d\n'],
    ['escapes what is beyond the basic plane', 'a: é 日本 😀\n', 'a: "é 日本 \\U0001F600"\n'],
    ['quotes a block scalar with a blank at the end of a line', 'a: |\n  b \n  c\n', 'a: "b \\nc\\n"\n'],
    ['marks a block scalar that starts with a blank', 'a: |2\n    b\n  c\n', 'a: |2\n    b\n  c\n'],
    ['names the tag of a merge key', 'a: &x {b: 1}\nc:\n  <<: *x\n', 'a: &x {b: 1}\nc:\n  !!merge <<: *x\n'],
    ['keeps explicit tags', 'a: !!str 1\nb: !local {c: d}\n', 'a: !!str 1\nb: !local {c: d}\n'],
    ['keeps an empty value empty', 'a:\nb: ~\n', 'a:\nb: ~\n'],
    ['fills an empty value inside braces', 'a: {b, c: }\n', "a: {b: '', c: ''}\n"],
    ['writes a pair inside brackets in braces', 'a: [b: c]\n', 'a: [{b: c}]\n'],
    ['drops a question mark that is not needed', '? a\n: b\n', 'a: b\n'],
    ['keeps a question mark in front of a collection', '? [a]\n: b\n', '? [a]\n: b\n'],
  ])('%s', (_, before, after) => expect(roundTrip(before)).toBe(after))
})

describe('a comment', () => {
  test.each([
    ['stays above a key', '# x\na: 1\n', '# x\na: 1\n'],
    ['stays behind a value, one blank apart', 'a: 1    # x\n', 'a: 1 # x\n'],
    ['in front of the first empty line heads the document', '# x\n\n# y\na: 1\n', '# x\n\n# y\na: 1\n'],
    ['below a value and in front of an empty line is its foot', 'a: 1\n# x\n\nb: 2\n', 'a: 1\n# x\n\nb: 2\n'],
    ['behind a key stays there when indented items follow', 'a: # x\n  - b\n', 'a: # x\n- b\n'],
    ['behind a key stays there when items follow that are not indented', 'a: # x\n- b\n', 'a: # x\n- b\n'],
    ['behind a dash heads the item', '- # x\n  a: 1\n', '- # x\n  a: 1\n'],
    ['behind an opening bracket gets lost', 'a: [ # x\n  b]\n', 'a: [b]\n'],
    ['inside brackets breaks the line', 'a: [b, # x\n  c]\n', 'a: [b, # x\n  c]\n'],
    ['on the header of a block scalar stays there', 'a: | # x\n  b\n', 'a: | # x\n  b\n'],
    [
      'below an item that is indented less is the foot of what it stands under',
      'a:\n  - b\n# x\nc: 1\n',
      'a:\n- b\n# x\nc: 1\n',
    ],
  ])('%s', (_, before, after) => expect(roundTrip(before)).toBe(after))
})

test('a sequence is indented below its key in the wide style only', () => {
  expect(roundTrip('a:\n- b\n', 'wide')).toBe('a:\n  - b\n')
  expect(roundTrip('a:\n  - b\n', 'compact')).toBe('a:\n- b\n')
})

describe('go-yaml refuses', () => {
  test.each([
    ['a tab that indents', 'a:\n\tb: 1\n'],
    ['a mapping value where none can stand', 'a: b: c\n'],
    ['a key that spans lines', 'a\nb: c\n'],
    ['quotes that do not close', 'a: "b\n'],
    ['an alias of an unknown anchor', 'a: *b\n'],
    ['a control character', 'a: \u0001\n'],
    ['a bracket that does not close', 'a: [b\n'],
    ['a template', 'a: {{ b }} c\n'],
  ])('%s', (_, text) => expect(() => parseDocument(toByteString(text))).toThrow(YamlProblem))
})

test('what stands behind the first document is not read', () => {
  expect(roundTrip('a: 1\n...\nb: 2\nc: "\n')).toBe('a: 1\n')
})

function roundTrip(text: string, sequences: SequenceStyle = 'compact'): string {
  const parsed = parseDocument(toByteString(text))
  return parsed === undefined ? '' : toText(writeDocuments([{ node: parsed.document, sequences }]))
}
