import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { hostileReport, sampleReport } from '../../tests/fakes/sample-report.js'
import { listMember, member, parseJson, textMember } from '../json.js'
import type { JudgedFinding } from './finding.js'
import type { VerifyReport } from './report.js'
import { type SarifRule, sarifReport } from './sarif.js'

const RULES: readonly SarifRule[] = [
  { id: 'policy-elects-newest', severity: 'error', summary: 'The newest build is elected.', markdown: '# It' },
  { id: 'kustomization-prune', severity: 'note', summary: 'What is removed in git goes.', markdown: '# Prune' },
]

const runOf = (report: VerifyReport, root = '') =>
  listMember(parseJson(sarifReport(report, RULES, { version: '0.1.0', root })), 'runs')[0]
const resultsOf = (report: VerifyReport, root?: string) => listMember(runOf(report, root), 'results')
const physical = (result: unknown) => member(listMember(result, 'locations')[0], 'physicalLocation')
const uriOf = (result: unknown) => textMember(member(physical(result), 'artifactLocation'), 'uri')
const hashOf = (result: unknown) => textMember(member(result, 'partialFingerprints'), 'primaryLocationLineHash')

const reportOf = (...findings: readonly Partial<JudgedFinding>[]): VerifyReport => {
  const [base] = sampleReport.findings
  if (base === undefined) throw new Error('the sample has no findings')
  return { ...sampleReport, findings: findings.map(parts => ({ ...base, ...parts })) }
}

describe('the report as SARIF', () => {
  it('has a result for what is there now, with its level, its rule and its region', () => {
    const results = resultsOf(sampleReport)
    expect(
      results.map(result => [member(result, 'ruleId'), member(result, 'level'), member(result, 'ruleIndex')]),
    ).toEqual([
      ['marker-syntax', 'warning', undefined],
      ['kustomization-prune', 'note', 1],
      ['policy-elects-newest', 'error', 0],
    ])
    expect(member(physical(results[2]), 'region')).toEqual({
      startLine: 12,
      startColumn: 14,
      endLine: 12,
      endColumn: 20,
    })
    expect(textMember(member(results[2], 'message'), 'text')).toMatch(
      /^the policy orders[\s\S]*\nFound: extract: '\$sha'\nExpected: [\s\S]*Fix: [\s\S]*Witness:\n- main-fffffff/,
    )
  })

  it('says of each rule what it demands, how grave it is, and its whole page', () => {
    expect(listMember(member(member(runOf(sampleReport), 'tool'), 'driver'), 'rules')).toMatchObject([
      {
        id: 'policy-elects-newest',
        shortDescription: { text: 'The newest build is elected.' },
        help: { markdown: '# It' },
        defaultConfiguration: { level: 'error' },
        properties: { 'problem.severity': 'error' },
      },
      { id: 'kustomization-prune', properties: { 'problem.severity': 'recommendation' } },
    ])
  })

  it('keeps the fingerprint of a fault whose lines shift, and counts equal ones', () => {
    const span = (line: number) => ({ line, column: 1, endLine: line, endColumn: 2 })
    const [first, second] = resultsOf(reportOf({ span: span(3) }, { span: span(9) })).map(hashOf)
    const [shifted] = resultsOf(reportOf({ span: span(30) })).map(hashOf)
    expect(first).toMatch(/^[0-9a-f]{16}:1$/)
    expect(second).toBe(first?.replace(/1$/, '2'))
    expect(shifted).toBe(first)
    expect(resultsOf(reportOf({ found: 'something else' })).map(hashOf)).not.toContain(first)
  })

  it('gives paths as relative URIs from the root of the repository', () => {
    expect(uriOf(resultsOf(reportOf({ file: 'a b/ü#?%.yaml' }), 'sub dir')[0])).toBe(
      'sub%20dir/a%20b/%C3%BC%23%3F%25.yaml',
    )
    expect(uriOf(resultsOf(reportOf({ file: 'c:/x.yaml' }))[0])).toBe('c%3A/x.yaml')
  })

  it('leaves out the least severe beyond what code scanning shows, and says how many', () => {
    const notes = Array.from({ length: 5_001 }, () => ({ severity: 'note' as const }))
    const many = reportOf(...notes, { severity: 'error' })
    const results = resultsOf(many)
    expect(results).toHaveLength(5_000)
    expect(member(results[0], 'level')).toBe('error')
    expect(JSON.stringify(member(runOf(many), 'invocations'))).toContain('2 more findings are left out')
  })

  it('is in order whatever the tree holds: no link, no scheme, no control characters', () => {
    fc.assert(
      fc.property(hostileReport, report => {
        const results = resultsOf(report)
        expect(results).toHaveLength(3)
        for (const result of results) {
          expect(textMember(member(result, 'message'), 'text') ?? '').not.toMatch(/\]\(|\u001b|\u202e/)
          expect(uriOf(result) ?? '').toMatch(/^[\w.~!*'()%/-]*$/)
        }
      }),
    )
  })
})
