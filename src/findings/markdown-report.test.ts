import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { hostileReport, sampleReport } from '../../tests/fakes/sample-report.js'
import type { JudgedFinding } from './finding.js'
import { markdownReport } from './markdown-report.js'
import type { VerifyReport } from './report.js'

/** The text that a reader sees. */
const seen = (markdown: string) =>
  markdown
    .replace(/<\/?(?:code|sub)>/g, '')
    .replace(/&#(\d+);/g, (_, number: string) => String.fromCharCode(Number(number)))

const many = (count: number, parts: Partial<JudgedFinding> = {}): VerifyReport => {
  const [base] = sampleReport.findings
  if (base === undefined) throw new Error('the sample has no findings')
  const findings = Array.from({ length: count }, (_, index) => ({
    ...base,
    status: 'new' as const,
    file: `${index}.yaml`,
    ...parts,
  }))
  return { ...sampleReport, findings }
}

/** Lines outside of code blocks. */
function outside(markdown: string): readonly string[] {
  let fence: string | undefined
  return markdown.split(/\r\n|[\n\r]/).filter(line => {
    const run = /^ {0,3}(`{3,})(.*)$/.exec(line)
    if (fence === undefined) {
      if (run !== null) fence = run[1]
      return fence === undefined
    }
    if (run !== null && (run[1] ?? '').length >= fence.length && run[2]?.trim() === '') fence = undefined
    return false
  })
}

describe('the report as Markdown', () => {
  const page = seen(markdownReport(sampleReport))

  it('begins with the verdict in one sentence', () => {
    expect(page.split('\n')[0]).toBe(
      '## ✗ The gate is closed: this change brings 1 error and 1 note; it fixes 1; 1 warning remains from before',
    )
  })

  it('has the chains as a table and a graph', () => {
    expect(page).toContain(
      '| ✗ | 192.168.0.40:5000/library/frontend | 1 | 1 | 1 | policy-elects-newest the newest build is not the one elected |',
    )
    expect(page).toContain(
      '| ✓ | build step of build.yml<br>.github/workflows/build.yml:21 | 192.168.0.40:5000/library/frontend |',
    )
    expect(markdownReport(sampleReport)).toContain(`\`\`\`mermaid
flowchart TB
  n0["build step of build.yml"]
  n1["192.168.0.40:5000/library/frontend"]
  n2["ImageRepository flux-system/frontend"]
  n3["ImagePolicy flux-system/frontend"]
  n0 -->|"✓"| n1
  n1 -.->|"?"| n2
  n2 -.->|"✗ policy-elects-newest"| n3
  linkStyle 0 stroke:#1a7f37
  linkStyle 1 stroke:#9a6700
  linkStyle 2 stroke:#cf222e
\`\`\``)
  })

  it('ends with the order in which each cluster takes a change in', () => {
    const step = { title: 'apps', limit: 60, waitsFor: [], isSuspended: false }
    const order = { cluster: 'clusters/production', steps: [step], critical: ['apps'], seenAfter: 60, liveAfter: 120 }
    expect(markdownReport({ ...sampleReport, orders: [order] })).toContain(
      '### Order of delivery\n\n<details><summary>clusters/production: a change is live after at most 2 min</summary>',
    )
    expect(markdownReport(sampleReport)).not.toContain('Order of delivery')
  })

  it('has one node in the graph for one place, under its shortest name', () => {
    const place = { file: 'a.yaml', line: 3 }
    const link = { state: 'proven', rule: null, why: null } as const
    const [a, b] = [
      { title: 'Kustomization a', place },
      { title: 'b', place: undefined },
    ]
    const links = [
      { ...link, from: { title: 'Kustomization a, after it', place }, to: b },
      { ...link, from: a, to: b },
    ]
    const markdown = markdownReport({ ...sampleReport, chains: [{ image: 'i', links }] })
    expect(markdown).toContain('  n0["Kustomization a"]\n  n1["b"]\n  n0 -->|"✓"| n1\n  n0 -->|"✓"| n1\n')
  })

  it('has new findings by file with all that helps, old and fixed ones folded', () => {
    expect(page).toContain(`#### flux/image-policies.yaml

**error** policy-elects-newest at 12:14: the policy orders by the commit id, so Flux stays at an old build for as long as its id happens to be the highest

Found: extract: '$sha'

Expected: extract: '$ts'

Fix:

\`\`\`yaml
filterTags:
  pattern: '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$'
  extract: '$ts'
\`\`\`

Witness:

\`\`\`text
main-fffffff-1700000000 is elected
main-0123456-1700003600 is the newest
\`\`\``)
    expect(page).toContain(`<details><summary>1 finding from before this change</summary>

- warning marker-syntax at apps/frontend.yaml:20:57: the marker is no JSON, so Flux never writes this image

</details>`)
    expect(page).toContain('<summary>1 finding fixed by this change</summary>')
  })

  it('is short where there is nothing to say', () => {
    const nothing = markdownReport({
      ...sampleReport,
      verdict: 'pass',
      findings: [],
      chains: [],
      unchecked: [],
      unbuilt: [],
    })
    expect(nothing.split('\n')[0]).toBe('## ✓ The gate is open: this change brings nothing new')
    expect(nothing).not.toMatch(/###|details/)
  })

  it.each([
    ['new findings', many(5_000, { message: 'm'.repeat(1_500) }), /\d+ more findings would not fit here/],
    ['old findings', many(5_000, { message: 'm'.repeat(1_500), status: 'old' }), /- and \d+ more findings/],
    [
      'images',
      { ...sampleReport, chains: Array(5_000).fill(sampleReport.chains[0]) },
      /The links of \d+ more images would not fit here/,
    ],
    ['a text', many(1, { message: 'm'.repeat(3e6), fix: { text: 'f\n'.repeat(1e6) } }), /m…/],
  ])('fits into a summary with too many or too large %s, and tells what is missing', (_, report, told) => {
    const markdown = markdownReport(report)
    expect(Buffer.byteLength(markdown)).toBeLessThan(1_000_000)
    expect(markdown).toMatch(told)
    expect(markdown.match(/<details/g)?.length ?? 0).toBe(markdown.match(/<\/details>/g)?.length ?? 0)
  })

  it('leaves room for findings beside any number of images', () => {
    const report = { ...many(3), chains: Array(5_000).fill(sampleReport.chains[0]) }
    expect(markdownReport(report)).toContain('#### <code>2.yaml</code>')
    expect(markdownReport(report)).not.toMatch(/findings? would not fit/)
  })

  it('keeps every text of the tree in its place: no line, cell, tag or block is more or less', () => {
    const shape = (markdown: string) =>
      outside(markdown)
        .filter(line => line !== '')
        .map(line =>
          line.startsWith('|')
            ? `row ${line.split('|').length}`
            : line.startsWith('- ')
              ? 'item'
              : (/^(?:#+ |<\/?details|<sub>|\*\*|Found|Expected|Fix|Witness)/.exec(line)?.[0] ?? line),
        )
        .filter(line => !/^(?:Found|Expected)/.test(line))
    const tags = (markdown: string) =>
      (
        outside(markdown)
          .join('\n')
          .match(/<[^>]*>/g) ?? []
      ).filter(tag => !/^<\/?code>$|^<br>$/.test(tag))
    const full: VerifyReport = {
      ...sampleReport,
      findings: sampleReport.findings.map(finding => ({ ...finding, fix: { text: 'f' }, witness: ['w'] })),
    }
    fc.assert(
      fc.property(hostileReport, hostile => {
        // Equal names would be one heading.
        const report = {
          ...hostile,
          findings: hostile.findings.map((finding, index) => ({ ...finding, file: `${index}${finding.file}` })),
        }
        expect(shape(markdownReport(report))).toEqual(shape(markdownReport(full)))
        expect(tags(markdownReport(report))).toEqual(tags(markdownReport(full)))
      }),
    )
  })

  it('gives Mermaid labels that end where they are meant to', () => {
    fc.assert(
      fc.property(hostileReport, report => {
        const [, graph = ''] = /```mermaid\n([\s\S]*?)\n```/.exec(markdownReport(report)) ?? []
        for (const line of graph.split('\n').slice(1)) {
          expect(line).toMatch(
            /^ {2}(?:n\d+\["[\p{L}\p{N} ./:_✓✗?#;-]+"\]|n\d+ (?:-->|-\.->)\|"[✓✗?][a-z -]*"\| n\d+|linkStyle \d+ stroke:#[0-9a-f]{6})$/u,
          )
        }
      }),
    )
  })
})
