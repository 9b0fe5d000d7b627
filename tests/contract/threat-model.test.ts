import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'

const DOCS = join(import.meta.dirname, '..', '..', 'docs')
const MODEL = readFileSync(join(DOCS, 'threat-model.md'), 'utf8')
const NAMED = [...MODEL.matchAll(/\[([^\]]+)\]\((\.\.[^)]+)\)/g)].map(([, title = '', path = '']) => ({ title, path }))

describe('the threat model', () => {
  it('names tests', () => {
    expect(NAMED.length).toBeGreaterThan(20)
    expect(NAMED.filter(({ path }) => !path.endsWith('.test.ts'))).toEqual([])
  })

  it.each(NAMED)('a test of $path has the title "$title"', ({ title, path }) => {
    const file = resolve(DOCS, path)
    expect(existsSync(file)).toBe(true)
    // Of a title that is filled in for each case, the words that stand in all of them.
    const titles = [...readFileSync(file, 'utf8').matchAll(/(['"`])((?:(?!\1).)*)\1,\s*(?:async )?(?:\(|[a-z]+ =>)/g)]
    const found = titles.map(([, , text = '']) => text)
    expect(found.filter(text => text.includes(title))).toHaveLength(1)
  })

  it('has a part for everybody who may be hostile', () => {
    const parts = [...MODEL.matchAll(/^## (.*)$/gm)].map(([, part]) => part)
    expect(parts).toEqual(
      expect.arrayContaining([
        'The runner',
        'The registry',
        'The cluster',
        'A pull request from a fork',
        'A stolen deploy key',
      ]),
    )
  })
})
