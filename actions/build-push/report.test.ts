import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { failedSummary } from '../../src/markdown.js'
import { humanSize, plainSummary, publishedSummary, type Report } from './report.js'

const REPORT: Report = {
  tag: 'main-0123456-1700000000',
  commit: '0123456789abcdef0123456789abcdef01234567',
  images: [
    {
      name: 'library/frontend',
      reference: '192.168.0.40:5000/library/frontend:main-0123456-1700000000',
      digest: `sha256:${'ab'.repeat(32)}`,
      platforms: ['linux/arm64', 'linux/amd64'],
      size: 12_345_678,
      seconds: 3.1234,
    },
  ],
  remarks: ['the clock was behind'],
  next: ['Flux finds the tag at its next scan'],
}

/** The text that a reader sees where Markdown and HTML leave the summary alone. */
function seen(markdown: string): string {
  return markdown.replace(/<\/?code>/g, '').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
}

describe('the summary of a published run', () => {
  it('is a table of the images, what is to be known, and what comes next', () => {
    expect(seen(publishedSummary(REPORT))).toBe(`### Published main-0123456-1700000000

Commit 0123456789ab

| Image | Digest | Platforms | Size | Time |
| --- | --- | --- | ---: | ---: |
| 192.168.0.40:5000/library/frontend:main-0123456-1700000000 | sha256:abababababab | linux/arm64, linux/amd64 | 12.3 MB | 3.1 s |

**What to know**

- the clock was behind

**What happens next**

- Flux finds the tag at its next scan
`)
  })

  it('has no empty lists', () => {
    const summary = publishedSummary({ ...REPORT, remarks: [], next: [] })
    expect(summary).not.toMatch(/What to know|What happens next|\n- /)
  })
})

describe('the summary of a failed run', () => {
  it('begins with the causes and the next steps', () => {
    const summary = failedSummary('Not published', [
      { message: 'the registry refuses the login', next: 'Check "password"' },
      { message: 'input "push" is "yes"', next: undefined },
    ])
    expect(seen(summary)).toBe(`### Not published

- **the registry refuses the login**<br>Check "password"
- **input "push" is "yes"**
`)
  })
})

describe('texts of others in a summary', () => {
  const nasty =
    '<img src=x onerror=alert(1)> [click](https://evil) ![x](y) `code` **bold** _it_ ~~no~~ a|b\n# Title\n- item\n&lt; \\* @me #1'

  it.each([
    [
      'the table',
      publishedSummary({
        ...REPORT,
        images: REPORT.images.map(image => ({ ...image, reference: nasty, platforms: [nasty] })),
      }),
    ],
    ['a remark', publishedSummary({ ...REPORT, remarks: [nasty], next: [nasty] })],
    ['the heading', publishedSummary({ ...REPORT, tag: nasty, commit: nasty })],
    ['a cause', failedSummary('Not published', [{ message: nasty, next: nasty }])],
    ['a title and a line', plainSummary(nasty, [nasty])],
  ])('are shown as they are in %s, and are no markup', (_, summary) => {
    expect(summary).not.toMatch(/<(?!\/?code>|br>)|\[|\]|!\(|`|\*\*bold|~~|\\/)
    expect(summary).not.toMatch(/^(?:# Title|- item)/m)
    expect(seen(summary)).toContain('<img src=x')
  })

  it('never break out of their cell or line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        const images = REPORT.images.map(image => ({ ...image, platforms: [text] }))
        const lines = publishedSummary({ ...REPORT, images, remarks: [text], next: [] }).split(
          /\r\n|[\n\r\u2028\u2029]/,
        )
        expect(lines).toHaveLength(12)
        expect(lines[6]?.split('|')).toHaveLength(7)
      }),
    )
  })
})

describe('a size for people', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [12_345, '12.3 kB'],
    [999_999, '1.0 MB'],
    [1_500_000_000, '1.5 GB'],
    [7e15, '7000.0 TB'],
  ])('of %d bytes is %s', (bytes, shown) => {
    expect(humanSize(bytes)).toBe(shown)
  })
})
