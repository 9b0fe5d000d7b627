import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { temporaryFolder } from '../tests/fakes/temporary-folder.js'
import { unifiedDiff } from './unified-diff.js'

const root = temporaryFolder()

function applied(path: string, before: string | undefined, diff: string): string {
  const folder = mkdtempSync(join(root, 'apply-'))
  if (before !== undefined) writeFileSync(join(folder, path), before)
  execFileSync('git', ['apply', '--whitespace=nowarn'], { cwd: folder, input: diff, stdio: 'pipe' })
  return readFileSync(join(folder, path), 'utf8')
}

describe('a unified diff', () => {
  test('shows three lines around a change', () => {
    const lines = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '']
    const text = lines.join('\n')
    expect(unifiedDiff('a/f.yaml', text, text.replace('5', 'five'))).toBe(`diff --git a/a/f.yaml b/a/f.yaml
--- a/a/f.yaml
+++ b/a/f.yaml
@@ -2,7 +2,7 @@
 2
 3
 4
-5
+five
 6
 7
 8
`)
  })

  test('is nothing where nothing differs', () => {
    expect(unifiedDiff('f', 'x\n', 'x\n')).toBe('')
  })

  test.each([
    ['a new file', 'f', undefined, 'a\nb\n'],
    ['a name with blanks and quotes', 'a "b" é.yaml', 'a\n', 'b\n'],
    ['no line end before', 'f', 'a\nb', 'a\nb\n'],
    ['no line end after', 'f', 'a\n', 'a'],
    ['CRLF that go', 'f', 'a\r\nb\r\n', 'a\nb\n'],
    ['blank lines that go', 'f', 'a\n\n\nb\n', 'a\nb\n'],
  ])('is what git applies: %s', (_, path, before, after) => {
    expect(applied(path, before, unifiedDiff(path, before, after))).toBe(after)
  })

  test('is what git applies, whatever the lines', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '', ' ', '-', '+', '\\', '@@', 'a\r'), { maxLength: 20 })
      .map(lines => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after && before !== '' && after !== '')
        expect(applied('f', before, unifiedDiff('f', before, after))).toBe(after)
      }),
      { numRuns: 30 },
    )
  })

  test('of a big file that changes in every line ends soon and still applies', () => {
    const before = Array.from({ length: 50_000 }, (_, index) => `    line ${index}`).join('\n')
    const after = `${before.replaceAll('    ', '  ')}\n`
    const started = performance.now()
    const diff = unifiedDiff('f', before, after)
    expect(performance.now() - started).toBeLessThan(2000)
    expect(applied('f', before, diff)).toBe(after)
  })
})
