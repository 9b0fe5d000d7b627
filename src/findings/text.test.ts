import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { hostileReport, sampleReport } from '../../tests/fakes/sample-report.js'
import { textReport } from './text.js'

const plain = { colour: false, width: undefined }

describe('the report as text', () => {
  it('has the findings by file, then the chains, and the verdict last', () => {
    expect(textReport(sampleReport, plain)).toBe(`apps/frontend.yaml
  20:57 warning marker-syntax the marker is no JSON, so Flux never writes this image (old)
      found     {"$imagepolicy": 'flux-system:frontend'}

apps/job.yaml
  20:57 note kustomization-prune the marker is no JSON, so Flux never writes this image
      found     {"$imagepolicy": 'flux-system:frontend'}

flux/image-policies.yaml
  12:14 error policy-elects-newest the policy orders by the commit id, so Flux stays at an old build for as long as its id happens to be the highest
      found     extract: '$sha'
      expected  extract: '$ts'
      fix       filterTags:
                  pattern: '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$'
                  extract: '$ts'
      witness   main-fffffff-1700000000 is elected
                main-0123456-1700003600 is the newest

Delivery chains
  192.168.0.40:5000/library/frontend
    ✓ build step of build.yml → 192.168.0.40:5000/library/frontend
    ? 192.168.0.40:5000/library/frontend → ImageRepository flux-system/frontend: the secret harbor-credentials is not in the tree: list it under external.secrets
    ✗ ImageRepository flux-system/frontend → ImagePolicy flux-system/frontend: policy-elects-newest, the newest build is not the one elected

42 files, 97 documents, 312 ms
fail-on: new-errors; compared with master (0123456789ab)
for Flux 2.9, as flux/flux-system/gotk-components.yaml says
without a schema, so their fields went unchecked: example.com/v1/Widget
read and not built, so what patches and generators make is not known: neither kustomize nor kubectl was found
✗ The gate is closed: this change brings 1 error and 1 note; it fixes 1; 1 warning remains from before
`)
  })

  it('says what was found where there is no base, and that nothing was', () => {
    const { base: _, ...rest } = sampleReport
    const findings = sampleReport.findings.filter(finding => finding.status !== 'fixed')
    const alone = { ...rest, base: undefined, findings }
    expect(textReport(alone, plain)).toMatch(/✗ The gate is closed: 1 error, 1 warning and 1 note\n$/)
    expect(textReport(alone, plain)).not.toContain('(old)')
    const nothing = { ...alone, verdict: 'pass' as const, findings: [], chains: [], unchecked: [], unbuilt: [] }
    expect(textReport(nothing, plain)).toBe(`42 files, 97 documents, 312 ms
fail-on: new-errors; compared with nothing, all counts as new
for Flux 2.9, as flux/flux-system/gotk-components.yaml says
✓ The gate is open: nothing was found
`)
  })

  it('fits the width of the terminal, but for what is to be copied', () => {
    const text = textReport(sampleReport, { colour: false, width: 60 })
    for (const line of text.split('\n')) if (!/^ {16}|^ {6}\w/.test(line)) expect(line.length).toBeLessThanOrEqual(60)
    expect(text).toContain(`
  12:14 error policy-elects-newest the policy orders by the
    commit id, so Flux stays at an old build for as long as
    its id happens to be the highest
`)
  })

  it('has the same words in colour', () => {
    const coloured = textReport(sampleReport, { colour: true, width: 80 })
    expect(coloured).toContain('\u001b[31merror\u001b[39m')
    expect(coloured).toContain('\u001b[31m✗\u001b[39m')
    expect(stripVTControlCharacters(coloured)).toBe(textReport(sampleReport, { colour: false, width: 80 }))
  })

  it('is cut where a text never ends', () => {
    const [first] = sampleReport.findings
    if (first === undefined) throw new Error('the sample has no findings')
    const long = { ...first, message: 'word '.repeat(10_000), found: 'x'.repeat(1e6), witness: Array(5_000).fill('w') }
    const text = textReport({ ...sampleReport, findings: [long] }, plain)
    expect(text.length).toBeLessThan(8_000)
    expect(text).toContain('… and 4960 more lines')
  })

  it('commands no terminal and begins no finding of its own, whatever the tree holds', () => {
    fc.assert(
      fc.property(hostileReport, report => {
        const text = textReport(report, plain)
        expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/)
        const lines = text.split('\n')
        expect(lines.filter(line => /^ {2}\d+:\d+ (?:error|warning|note) /.test(line))).toHaveLength(3)
        expect(lines.filter(line => /^ {4}[✓✗?] /.test(line))).toHaveLength(3)
        expect(lines.filter(line => line.includes('The gate is'))).toHaveLength(1)
      }),
    )
  })
})
