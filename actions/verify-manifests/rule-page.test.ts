import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from '@jest/globals'
import type { Rule } from './rule.js'
import { ruleMarkdown, rulesMarkdown, ruleText } from './rule-page.js'
import { rules } from './rules/index.js'

const RULE: Rule = {
  id: 'marker-suffix',
  severity: 'error',
  summary: 'A marker in `image:` names no part.',
  why: 'Flux writes the tag alone.',
  fix: 'Remove the suffix.',
  examples: [
    {
      title: 'good <one>',
      files: { 'a.yaml': 'image: a\n' },
    },
    {
      title: 'bad one',
      files: {
        'b.yaml': '# expect-below: marker-suffix\nimage: a # x\nimage: b # expect: other, marker-suffix\n```\n',
      },
    },
    { title: 'another bad one', files: { 'c.yaml': 'image: a # expect: marker-suffix\n' } },
  ],
  check: () => [],
}

describe('the page of a rule', () => {
  it('has what it demands, why, the fix, and an example of each kind', () => {
    expect(ruleMarkdown(RULE)).toBe(`# marker-suffix

**error**: A marker in \`image:\` names no part.

Flux writes the tag alone.

**Fix.** Remove the suffix.

Offends: bad one

\`\`\`\`yaml
# b.yaml
# ↓ marker-suffix
image: a # x
image: b # ← other, marker-suffix
\`\`\`
\`\`\`\`

Good: good &#60;one&#62;

\`\`\`yaml
# a.yaml
image: a
\`\`\`
`)
  })

  it('is one for a terminal too, in the same words with and without colours', () => {
    const plain = ruleText(RULE, { colour: false, width: 40 })
    expect(plain).toBe(`marker-suffix error

A marker in image: names no part.

Flux writes the tag alone.

Fix: Remove the suffix.

✗ bad one

    # b.yaml
    # ↓ marker-suffix
    image: a # x
    image: b # ← other, marker-suffix
    \`\`\`

✓ good <one>

    # a.yaml
    image: a
`)
    const coloured = ruleText(RULE, { colour: true, width: 40 })
    expect(coloured).toContain('\u001b[31merror')
    expect(stripVTControlCharacters(coloured)).toBe(plain)
  })
})

it('shows of an example what it is about, and names the rest', () => {
  const [shared, path] = ['kind: A\n', 'b.yaml']
  const examples = [
    { title: 'bad', files: { 'a.yaml': shared, [path]: 'b: 1 # expect: marker-suffix\n' } },
    { title: 'good', files: { 'a.yaml': shared, [path]: 'b: 2\n' } },
  ]
  const page = ruleMarkdown({ ...RULE, examples })
  expect(page).toContain('Offends: bad (beside <code>a.yaml</code>)\n\n```yaml\n# b.yaml\nb: 1 # ← marker-suffix\n```')
  expect(page).toContain('Good: good (beside <code>a.yaml</code>)\n\n```yaml\n# b.yaml\nb: 2\n```')
  expect(page).not.toContain('kind: A')
})

describe('the document of all rules', () => {
  const document = rulesMarkdown(rules)

  it('has each rule once, listed and with an anchor, in a family', () => {
    for (const { id } of rules) {
      expect(document.split('\n').filter(line => line === `### ${id}`)).toHaveLength(1)
      expect(document).toContain(`(#${id})`)
    }
    expect(document).not.toContain('## Others')
  })

  it('shows both kinds of example for each rule, and no mark of the tests', () => {
    const pages = document.split(/^### /m).slice(1)
    expect(pages).toHaveLength(rules.length)
    for (const page of pages) expect(page).toMatch(/\nOffends: [\s\S]*\nGood: /)
    expect(document).not.toMatch(/# expect(?:-below)?: /)
  })
})
