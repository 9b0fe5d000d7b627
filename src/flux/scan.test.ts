import { expect, test } from '@jest/globals'
import { scanTags } from './scan.js'

test('tags are stored descending by bytes', () => {
  expect(scanTags(['b', 'a', 'B', 'é', '10', '9', '\u{1f600}', '\uffee'])).toEqual({
    tags: ['\u{1f600}', '\uffee', 'é', 'b', 'a', 'B', '9', '10'],
    excluded: [],
  })
})

test('without a list of its own a repository drops signatures and keeps attestations', () => {
  expect(scanTags(['sha256-1.sig', 'sha256-1.att'])).toEqual({
    tags: ['sha256-1.att'],
    excluded: [{ tag: 'sha256-1.sig', pattern: '^.*\\.sig$' }],
  })
})

test('an empty list counts as none', () => {
  expect(scanTags(['a.sig'], [])).toMatchObject({ tags: [] })
})

test('a list of its own replaces the default and is not anchored', () => {
  expect(scanTags(['a.sig', 'x-debug-1', 'b'], ['debug'])).toMatchObject({ tags: ['b', 'a.sig'] })
})

test('an expression that does not compile fails the scan with the text of Flux', () => {
  expect(scanTags(['a'], ['('])).toEqual({
    error: 'failed to compile regex (: error parsing regexp: missing closing ): `(`',
  })
})
