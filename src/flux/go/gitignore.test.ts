import { expect, test } from '@jest/globals'
import { ignorePatterns, isIgnored } from './gitignore.js'

test.each([
  ['a name, at any depth', '*.md\n', ['a.md', 'b/c.md', 'd.md/e.yaml'], ['a.yaml']],
  ['a folder, and no file of its name', 'docs/\n', ['docs/a.yaml', 'b/docs/c.yaml'], ['docs']],
  ['from the root', '/apps\n', ['apps/a.yaml', 'apps'], ['b/apps/c.yaml']],
  ['a path', 'apps/dev\n', ['apps/dev/a.yaml'], ['b/apps/dev/c.yaml', 'apps/prod/a.yaml']],
  ['any number of folders', '**/test/*.yaml\n', ['test/a.yaml', 'a/b/test/c.yaml'], ['a.yaml', 'test']],
  ['what is below', 'apps/**\n', ['apps/a.yaml', 'apps/b/c.yaml'], ['a.yaml']],
  ['all but one folder', '# but one\n\n/*\n!/deploy\n', ['a.yaml', 'b/c.yaml'], ['deploy/a.yaml', 'deploy/b/c.yaml']],
  ['a file of a folder that is left out', 'apps/\n!apps/a.yaml\n', ['apps/b.yaml'], ['apps/a.yaml']],
  ['the last one counts', '!a.yaml\na.yaml\n', ['a.yaml'], []],
  ['lines that end as on Windows, and blanks behind', 'a.yaml  \r\nb.yaml\r\n', ['a.yaml', 'b.yaml'], ['c.yaml']],
  ['classes and a question mark', '[ab]?.yaml\n', ['ax.yaml', 'b1.yaml'], ['cx.yaml', 'a.yaml']],
  ['a pattern that is none', '[a\n', [], ['a', '[a']],
  ['stars within a name', 'a**b/c\n', [], ['ab/c', 'axb/c']],
])('%s', (_, text, out, kept) => {
  const patterns = ignorePatterns(text, '.')
  expect([...out, ...kept].filter(path => isIgnored(patterns, path))).toEqual(out)
})

test('a file in a folder speaks of that folder alone', () => {
  const patterns = ignorePatterns('/a.yaml\n*.md\n', 'apps/dev')
  expect(
    ['apps/dev/a.yaml', 'apps/dev/b/c.md', 'a.yaml', 'apps/a.yaml', 'x/apps/dev/a.md'].filter(path =>
      isIgnored(patterns, path),
    ),
  ).toEqual(['apps/dev/a.yaml', 'apps/dev/b/c.md'])
})
