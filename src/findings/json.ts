import type { JudgedFinding } from './finding.js'
import type { VerifyReport } from './report.js'

/** The report for programs; what is absent is null. Its shape is a promise: fields may be added, none goes or changes. */
export function jsonReport({ verdict, findings, chains, summary, unchecked, unbuilt }: VerifyReport): string {
  const { files, documents, fluxObjects, errors, warnings, notes, milliseconds } = summary
  const report = {
    verdict,
    findings: findings.map(flat),
    chains: chains.map(({ image, links }) => ({
      image,
      links: links.map(({ from, to, state, rule }) => ({ from: from.title, to: to.title, state, rule })),
    })),
    summary: { files, documents, fluxObjects, errors, warnings, notes, milliseconds },
    unchecked,
    unbuilt,
  }
  return `${JSON.stringify(report, undefined, 2)}\n`
}

function flat({ rule, severity, file, span, message, found, expected, fix, witness, status }: JudgedFinding) {
  const { line, column, endLine, endColumn } = span
  return {
    rule,
    severity,
    file,
    line,
    column,
    endLine,
    endColumn,
    message,
    found: found ?? null,
    expected: expected ?? null,
    fix: fix?.text ?? null,
    witness: witness === undefined ? null : witness.join('\n'),
    status,
  }
}
