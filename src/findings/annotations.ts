import { printable, printableLine, shortened } from '../printable.js'
import type { Log, Place } from '../runner/ports.js'
import type { Span } from '../yaml/span.js'
import { type JudgedFinding, type Severity, severities } from './finding.js'
import type { VerifyReport } from './report.js'
import { plural } from './verdict.js'

/** GitHub shows so many annotations of a kind of one step, and drops the rest without a word. */
const MOST = 10
const LONGEST = 4_000

/**
 * Says the findings at their places: of each severity at most ten, the new ones first, and in one line how many more there
 * are. Fixed ones have no place any more.
 *
 * @param root the folder that the report's files are relative to, from the root of the repository; '' for that itself
 */
export function annotate({ findings }: VerifyReport, log: Omit<Log, 'group'>, root = ''): void {
  const say: Readonly<Record<Severity, Log['error']>> = { error: log.error, warning: log.warning, note: log.notice }
  const left: string[] = []
  for (const severity of severities) {
    const all = (['new', 'old'] as const).flatMap(status =>
      findings.filter(finding => finding.severity === severity && finding.status === status),
    )
    for (const finding of all.slice(0, MOST)) {
      const file = root === '' ? finding.file : `${root}/${finding.file}`
      say[severity](annotationOf(finding), { file, ...extent(finding.span) })
    }
    if (all.length > MOST) left.push(plural(all.length - MOST, severity))
  }
  if (left.length > 0) log.info(`Not annotated, as GitHub shows ten of a kind: ${left.join(', ')} more`)
}

/** Columns mean something on one line only: the runner drops them otherwise, with a complaint. */
function extent({ line, column, endLine, endColumn }: Span): Omit<Place, 'file'> {
  return line === endLine ? { line, column, endLine, endColumn } : { line, endLine }
}

function annotationOf({ rule, message, found, expected, fix, witness = [] }: JudgedFinding): string {
  const lines = [
    `${printableLine(message)} (${rule})`,
    ...(found === undefined ? [] : [`found: ${found}`]),
    ...(expected === undefined ? [] : [`expected: ${expected}`]),
    ...(fix === undefined ? [] : fixLines(fix.text)),
    ...(witness.length === 0 ? [] : ['witness:', ...witness.map(line => `  ${line}`)]),
  ]
  return shortened(printable(lines.join('\n')), LONGEST)
}

/** Lines that belong together stand below one another. */
function fixLines(fix: string): readonly string[] {
  const lines = fix.replace(/\n+$/, '').split('\n')
  return lines.length === 1 ? [`fix: ${fix}`] : ['fix:', ...lines.map(line => `  ${line}`)]
}
