import { expect, test } from '@jest/globals'
import { repairedTarget, syntaxProblem } from './marker-repair.js'

test.each([
  ["# {'$imagepolicy': 'a:b'}", 'its quotes are single ones, which JSON does not know'],
  ['# {$imagepolicy: "a:b"}', 'its key is not in double quotes'],
  ['# {"$imagepolicy": "a:b",}', 'a comma stands before the closing brace'],
  ['# {“$imagepolicy”: “a:b”}', 'its quotes are typographic ones'],
  ['# {"$imagepolicy":\u00a0"a:b"}', 'a blank in it is none that JSON knows'],
  ['# {"$ImagePolicy": "a:b"}', 'its key is "$ImagePolicy" where "$imagepolicy" is wanted'],
  ['# {"$imagepolicy": "a:b"} # more', 'text stands around the JSON object'],
  ['# $imagepolicy: a:b', 'it is no JSON object'],
  ['# {"$imagepolicy": "a:b"', 'it is no JSON object'],
])('%s', (text, problem) => {
  expect(syntaxProblem(text, undefined)).toBe(problem)
  expect(repairedTarget(text)).toEqual({ namespace: 'a', policy: 'b', part: 'image' })
})

test.each([
  ['a:b ', '"a:b " has a blank in it'],
  ['a/b', '"a/b" has a slash where a colon is wanted'],
  ['b', '"b" names no namespace'],
])('what %j names', (setter, problem) => {
  expect(syntaxProblem(`# {"$imagepolicy": "${setter}"}`, setter)).toBe(problem)
})

test('the part that was meant is kept', () => {
  expect(repairedTarget("# {'$imagepolicy': 'a:b:tag'}")).toEqual({ namespace: 'a', policy: 'b', part: 'tag' })
  expect(repairedTarget('# {"$imagepolicy": "b"}')).toBeUndefined()
})
