import { afterEach, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { hostileReport, sampleReport } from '../../tests/fakes/sample-report.js'
import { silentRunner } from '../../tests/fakes/silent-runner.js'
import { githubRunner } from '../runner/github.js'
import { annotate } from './annotations.js'
import type { JudgedFinding } from './finding.js'

afterEach(() => {
  jest.restoreAllMocks()
})

const [WARNING] = sampleReport.findings
if (WARNING === undefined) throw new Error('the sample has no findings')

const some = (count: number, parts: Partial<JudgedFinding>): readonly JudgedFinding[] =>
  Array.from({ length: count }, (_, index) => ({
    ...WARNING,
    message: `${parts.severity} ${parts.status} ${index}`,
    ...parts,
  }))

const said = (findings: readonly JudgedFinding[]) => {
  const runner = silentRunner()
  annotate({ ...sampleReport, findings }, runner.log)
  return runner.logged
}

/** What GitHub's runner reads from standard output. */
function written(body: () => void): readonly string[] {
  let output = ''
  jest.spyOn(process.stdout, 'write').mockImplementation(chunk => {
    output += chunk.toString()
    return true
  })
  body()
  jest.restoreAllMocks()
  return output.split('\n').slice(0, -1)
}

function withRunner(body: (log: ReturnType<typeof githubRunner>['log']) => void): void {
  const listeners = (['SIGINT', 'SIGTERM'] as const).map(name => [name, process.listeners(name)] as const)
  body(githubRunner().log)
  for (const [name, known] of listeners) {
    for (const listener of process.listeners(name)) if (!known.includes(listener)) process.off(name, listener)
  }
}

describe('annotations', () => {
  it('stand at their place, with what was found, expected, the fix and the witness', () => {
    withRunner(log => {
      expect(written(() => annotate(sampleReport, log, 'clusters/a'))).toEqual([
        expect.stringMatching(
          /^::error file=clusters\/a\/flux\/image-policies.yaml,line=12,endLine=12,col=14,endColumn=20::the policy orders .*\(policy-elects-newest\)%0Afound: extract: '\$sha'%0Aexpected: .*%0Afix:%0A {2}filterTags:%0A {4}pattern.*%0Awitness:%0A {2}main-fffffff/,
        ),
        expect.stringMatching(/^::warning file=clusters\/a\/apps\/frontend.yaml,line=20,/),
        expect.stringMatching(/^::notice file=clusters\/a\/apps\/job.yaml,line=20,/),
      ])
    })
  })

  it('have no columns where they have several lines', () => {
    const findings = some(1, {
      severity: 'error',
      status: 'new',
      span: { line: 2, column: 3, endLine: 4, endColumn: 1 },
    })
    withRunner(log => {
      const [line] = written(() => annotate({ ...sampleReport, findings }, log))
      expect(line).toMatch(/^::error file=apps\/frontend.yaml,line=2,endLine=4::/)
    })
  })

  it('are ten of a kind, the new ones first, and the rest is counted in one line', () => {
    const lines = said([
      ...some(8, { severity: 'error', status: 'old' }),
      ...some(5, { severity: 'error', status: 'new' }),
      ...some(11, { severity: 'warning', status: 'new' }),
      ...some(10, { severity: 'note', status: 'new' }),
      ...some(4, { severity: 'error', status: 'fixed' }),
    ])
    const errors = lines.filter(line => line.startsWith('error: '))
    expect(errors).toHaveLength(10)
    expect(errors.slice(0, 5).every(line => line.includes('error new'))).toBe(true)
    expect(lines.filter(line => line.startsWith('warning: '))).toHaveLength(10)
    expect(lines.filter(line => line.startsWith('notice: '))).toHaveLength(10)
    expect(lines.filter(line => line.startsWith('info: '))).toEqual([
      'info: Not annotated, as GitHub shows ten of a kind: 3 errors, 1 warning more',
    ])
    expect(lines.join()).not.toContain('fixed')
  })

  it('are one command each, whatever the tree holds', () => {
    withRunner(log => {
      fc.assert(
        fc.property(hostileReport, report => {
          const lines = written(() => annotate(report, log)).flatMap(line => line.split('\r'))
          expect(
            lines.map(line => /^::(\w+) file=[^,:]*,line=\d+,endLine=\d+,col=\d+,endColumn=\d+::/.exec(line)?.[1]),
          ).toEqual(['error', 'warning', 'notice'])
        }),
      )
    })
  })
})
