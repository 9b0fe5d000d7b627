import { createHash } from 'node:crypto'
import { printable } from '../printable.js'
import { faultOf } from './fault.js'
import { type JudgedFinding, type Severity, severities } from './finding.js'
import type { VerifyReport } from './report.js'

/** What SARIF says of a rule. */
export interface SarifRule {
  readonly id: string
  readonly severity: Severity
  readonly summary: string
  /** The whole page of the rule, as Markdown. */
  readonly markdown: string
}

/** GitHub shows so many results of a run and no more. */
const MOST_RESULTS = 5_000
const LEVELS = { error: 'error', warning: 'warning', note: 'note' } as const

/**
 * The report as SARIF 2.1.0 for GitHub's code scanning. Fixed findings are left out: a result closes when it is missing.
 *
 * @param version of fluxgate
 * @param root the folder that the report's files are relative to, from the root of the repository; '' for that itself
 */
export function sarifReport(
  { findings }: VerifyReport,
  rules: readonly SarifRule[],
  { version, root = '' }: { readonly version: string; readonly root?: string },
): string {
  const present = findings.filter(finding => finding.status !== 'fixed')
  const shown = mostSevere(present)
  const seen = new Map<string, number>()
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'fluxgate', semanticVersion: version, rules: rules.map(descriptorOf) },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository' } } },
        invocations: [
          { executionSuccessful: true, toolExecutionNotifications: leftOut(present.length - shown.length) },
        ],
        results: shown.map(finding => resultOf(finding, rules, root, seen)),
      },
    ],
  }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

function descriptorOf({ id, severity, summary, markdown }: SarifRule) {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: { text: markdown, markdown },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['gitops', 'flux'], precision: 'very-high', 'problem.severity': gravityOf(severity) },
  }
}

/** The word of code scanning for a severity. */
function gravityOf(severity: Severity): string {
  return severity === 'note' ? 'recommendation' : severity
}

function resultOf(finding: JudgedFinding, rules: readonly SarifRule[], root: string, seen: Map<string, number>) {
  const { rule, severity, file, span } = finding
  const ruleIndex = rules.findIndex(known => known.id === rule)
  return {
    ruleId: rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: messageOf(finding) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(root === '' ? file : `${root}/${file}`), uriBaseId: '%SRCROOT%' },
          region: {
            startLine: span.line,
            startColumn: span.column,
            endLine: span.endLine,
            endColumn: span.endColumn,
          },
        },
      },
    ],
    partialFingerprints: { primaryLocationLineHash: fingerprintOf(finding, seen) },
  }
}

/** Brackets before parentheses would be a link, which somebody else's text must not make. */
function messageOf({ message, found, expected, fix, witness = [] }: JudgedFinding): string {
  return printable(
    [
      message,
      ...(found === undefined ? [] : [`Found: ${found}`]),
      ...(expected === undefined ? [] : [`Expected: ${expected}`]),
      ...(fix === undefined ? [] : [`Fix: ${fix.text}`]),
      ...(witness.length === 0 ? [] : ['Witness:', ...witness.map(line => `- ${line}`)]),
    ].join('\n'),
  ).replaceAll('](', '] (')
}

/** A path as a relative URI: every part encoded, so that none reads as a scheme, a query or a way up. */
function uriOf(path: string): string {
  return path
    .split('/')
    .map(part => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')))
    .join('/')
}

/**
 * The same for the same fault however its lines shift, in the form that code scanning expects: a hash, and which of
 * the equal ones of a file it is.
 */
function fingerprintOf(finding: JudgedFinding, seen: Map<string, number>): string {
  const hash = createHash('sha256').update(faultOf(finding)).digest('hex').slice(0, 16)
  const key = JSON.stringify([finding.file, hash])
  const count = (seen.get(key) ?? 0) + 1
  seen.set(key, count)
  return `${hash}:${count}`
}

function mostSevere(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  if (findings.length <= MOST_RESULTS) return findings
  return severities
    .flatMap(severity => findings.filter(finding => finding.severity === severity))
    .slice(0, MOST_RESULTS)
}

function leftOut(count: number) {
  if (count === 0) return []
  return [{ level: 'warning', message: { text: `${count} more findings are left out, the least severe first` } }]
}
