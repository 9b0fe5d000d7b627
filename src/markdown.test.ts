import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { code, codeBlock, text } from './markdown.js'

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '`',
        '```',
        '~~~',
        '|',
        '\n',
        '\r',
        '[x](y)',
        '&lt;',
        '-',
        '# ',
        '@me',
        '#1',
        '</code>',
        'www.',
        'https://x.y',
        '\\',
        '$',
        ' ',
      ),
      { maxLength: 12 },
    )
    .map(parts => parts.join('')),
)

/** What a browser shows of entities. */
const decoded = (html: string) => html.replace(/&#(\d+);/g, (_, number: string) => String.fromCharCode(Number(number)))

describe('a text in Markdown', () => {
  it('is one line without a character that means something to Markdown or HTML', () => {
    fc.assert(
      fc.property(hostile, value => {
        expect(text(value)).not.toMatch(/[\\`*_{}[\]<>|~!@:\n\r\u2028\u2029]|&(?!#\d+;)|(?<!&)#|www\./)
        expect(text(value)).not.toMatch(/^(?:[-+= ]|\d{1,9}[.)](?: |$))/)
      }),
    )
  })

  it('is read as it was written', () => {
    expect(decoded(text('1) a_b <x> "y" | z'))).toBe('1) a_b <x> "y" | z')
    expect(decoded(code('`x` \\ {{ .Values }}'))).toBe('<code>`x` \\ {{ .Values }}</code>')
  })

  it('mentions nobody and no issue, and links nowhere', () => {
    expect(decoded(text('by @octocat in #12 of me/it#3'))).toBe('by @\u200boctocat in #\u200b12 of me/it#\u200b3')
    expect(text('see https://evil.example and www.evil.example')).not.toMatch(/:\/\/|www\./)
  })
})

describe('a block of code', () => {
  it('ends where it is meant to, whatever it holds', () => {
    fc.assert(
      fc.property(hostile, value => {
        const lines = codeBlock(value, 'yaml').split(/\r\n|[\n\r]/)
        const fence = /^`+/.exec(lines[0] ?? '')?.[0] ?? ''
        expect(fence.length).toBeGreaterThan(2)
        const closing = lines.flatMap((line, index) =>
          index > 0 && /^ {0,3}(`+)\s*$/.test(line) && line.trim().length >= fence.length ? [index] : [],
        )
        expect(closing).toEqual([lines.length - 1])
      }),
    )
  })

  it('keeps its lines and their indentation', () => {
    expect(codeBlock('a:\n  b: `c`\n', 'yaml')).toBe('```yaml\na:\n  b: `c`\n```')
    expect(codeBlock('x\n```\ny')).toBe('````\nx\n```\ny\n````')
  })
})
