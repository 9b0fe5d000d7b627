import { expect, test } from '@jest/globals'
import { rewriteOf } from './rewrite.js'

const marker = '# {"$imagepolicy": "a:b"}'
const rewrite = (text: string) => rewriteOf('f.yaml', text, ['a:b'])

test.each([
  [`a: b\n\nimage: old ${marker}\n`, ['drops 1 blank line'], 2],
  [`---\nimage: old ${marker}\n`, ['drops 1 separator'], 1],
  [`a:\n    b: c\nimage: old ${marker}\n`, ['indents 1 line anew'], 2],
  [`x: &x {a: 1}\ny:\n  <<: *x\nimage: old ${marker}\n`, ['writes !!merge in front of << on 1 line'], 3],
  [`a: b\r\nimage: old ${marker}\r\n`, ['turns CRLF into LF'], 1],
  [`# only a comment\n---\nimage: old ${marker}\n`, ['drops or moves 1 line of comment', 'drops 1 separator'], 1],
  [`\ufeffimage: old ${marker}\n`, ['drops the byte order mark'], 1],
])('of %j', (text, effects, line) => {
  expect(rewrite(text)).toMatchObject({ effects, line })
})

test.each([
  `a: b\nimage: old ${marker}\n`,
  `a:\n- b\nimage: old ${marker}\n---\nc: d\n`,
  `image: old # {"$imagepolicy": "other:b"}\n\na: b\n`,
  'a: b\n\nc: d\n',
])('of %j changes nothing but values', text => expect(rewrite(text)).toBeUndefined())

test('shows the first lines that change', () => {
  expect(rewrite(`a:\n    b: c\nimage: old ${marker}\n`)?.sample).toEqual(['-     b: c', '+   b: c'])
})
