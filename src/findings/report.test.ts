import { describe, expect, it } from '@jest/globals'
import type { JudgedFinding, Severity, Status } from './finding.js'
import { countOf, type FailOn, verdictOf } from './report.js'

const finding = (severity: Severity, status: Status): JudgedFinding => ({
  rule: 'marker-syntax',
  severity,
  status,
  file: 'a.yaml',
  span: { line: 1, column: 1, endLine: 1, endColumn: 2 },
  message: 'm',
})

describe('the verdict', () => {
  it.each<[FailOn, Severity, Status, 'pass' | 'fail']>([
    ['new-errors', 'error', 'new', 'fail'],
    ['new-errors', 'error', 'old', 'pass'],
    ['new-errors', 'error', 'fixed', 'pass'],
    ['new-errors', 'warning', 'new', 'pass'],
    ['errors', 'error', 'new', 'fail'],
    ['errors', 'error', 'old', 'fail'],
    ['errors', 'error', 'fixed', 'pass'],
    ['errors', 'warning', 'new', 'pass'],
    ['warnings', 'error', 'old', 'fail'],
    ['warnings', 'warning', 'old', 'fail'],
    ['warnings', 'warning', 'fixed', 'pass'],
    ['warnings', 'note', 'new', 'pass'],
    ['never', 'error', 'new', 'pass'],
  ])('with fail-on %s of a %s that is %s is %s', (failOn, severity, status, verdict) => {
    expect(verdictOf([finding('note', 'new'), finding(severity, status)], failOn)).toBe(verdict)
    expect(verdictOf([], failOn)).toBe('pass')
  })
})

it('counts what is there now, of one severity, and of one status where that is asked', () => {
  const findings = [finding('error', 'new'), finding('error', 'old'), finding('error', 'fixed'), finding('note', 'new')]
  expect(countOf(findings, 'error')).toBe(2)
  expect(countOf(findings, 'error', 'new')).toBe(1)
  expect(countOf(findings, 'warning')).toBe(0)
})
