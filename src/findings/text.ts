import { styleText } from 'node:util'
import type { Chain, Link, LinkState } from '../flux/chain.js'
import { grouped } from '../grouped.js'
import { printable, printableLine, shortened } from '../printable.js'
import type { Screen } from '../runner/ports.js'
import { wrapped } from '../wrapped.js'
import type { JudgedFinding, Severity } from './finding.js'
import type { VerifyReport } from './report.js'
import { remarks, verdictSentence } from './verdict.js'

type Style = Parameters<typeof styleText>[0]
type Paint = (style: Style, text: string) => string

/** The signs of links, in text and in Markdown. */
export const SIGNS: Readonly<Record<LinkState, string>> = { proven: '✓', broken: '✗', unknown: '?' }

const STATE_STYLES: Readonly<Record<LinkState, Style>> = { proven: 'green', broken: 'red', unknown: 'yellow' }
const STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', note: 'cyan' }

/** A text is cut where it is longer: nobody reads on, and it must not push everything else off the screen. */
const LONGEST = 2_000
const MOST_LINES = 40

/** The report for people: findings by file, the chains, the verdict last. Ends with a line end. */
export function textReport(report: VerifyReport, { colour, width }: Screen): string {
  const paint: Paint = (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text)
  const lines: Lines = (text, indent) => {
    const whole = shortened(text, LONGEST)
    return width === undefined ? [whole] : wrapped(whole, width, indent)
  }
  const present = report.findings.filter(finding => finding.status !== 'fixed')
  const files = grouped(present, finding => finding.file)
  const compared = report.base !== undefined
  const good = report.verdict === 'pass'
  return [
    ...[...files].flatMap(([file, findings]) => [
      paint(['bold', 'underline'], printableLine(file)),
      ...findings.flatMap(finding => findingLines(finding, compared, paint, lines)),
      '',
    ]),
    ...(report.chains.length === 0 ? [] : [paint('bold', 'Delivery chains')]),
    ...report.chains.flatMap(chain => chainLines(chain, paint, lines)),
    ...(report.chains.length === 0 ? [] : ['']),
    ...remarks(report)
      .flatMap(remark => lines(printableLine(remark), 2))
      .map(line => paint('dim', line)),
    ...lines(`${good ? '✓' : '✗'} ${verdictSentence(report)}`, 2).map(line =>
      paint(['bold', good ? 'green' : 'red'], line),
    ),
    '',
  ].join('\n')
}

type Lines = (text: string, indent: number) => readonly string[]

/** `line:column severity rule message`, and what belongs to it below, indented. */
function findingLines(finding: JudgedFinding, compared: boolean, paint: Paint, lines: Lines): readonly string[] {
  const { span, severity, rule, message, found, expected, fix, witness = [], status } = finding
  const place = `${span.line}:${span.column}`
  const known = compared && status === 'old' ? ' (old)' : ''
  const [first = '', ...more] = lines(`  ${place} ${severity} ${rule} ${printableLine(message)}${known}`, 4)
  const head = `  ${place} ${severity} ${rule}`
  return [
    first.startsWith(head)
      ? `  ${paint('dim', place)} ${paint(STYLES[severity], severity)} ${paint('bold', rule)}${first.slice(head.length)}`
      : first,
    ...more,
    ...detail('found', found, paint),
    ...detail('expected', expected, paint),
    ...detail('fix', fix?.text, paint),
    ...detail('witness', witness.length === 0 ? undefined : witness.join('\n'), paint),
  ]
}

/** A name and a text of one or several lines, which stand below one another so that they can be copied. */
function detail(name: string, text: string | undefined, paint: Paint): readonly string[] {
  if (text === undefined) return []
  const all = printable(text)
    .replace(/\n+$/, '')
    .split(/[\n\u2028\u2029]/)
  const shown = all.slice(0, MOST_LINES).map(line => shortened(line, LONGEST))
  const cut = all.length > MOST_LINES ? [`… and ${all.length - MOST_LINES} more lines`] : []
  return [...shown, ...cut].map((line, index) => `      ${paint('dim', (index === 0 ? name : '').padEnd(9))} ${line}`)
}

function chainLines({ image, links }: Chain, paint: Paint, lines: Lines): readonly string[] {
  return [`  ${paint('bold', printableLine(image))}`, ...links.flatMap(link => linkLines(link, paint, lines))]
}

function linkLines({ from, to, state, rule, why }: Link, paint: Paint, lines: Lines): readonly string[] {
  const reason = why === null ? '' : `: ${rule === null ? '' : `${rule}, `}${why}`
  const sign = SIGNS[state]
  const [first = '', ...more] = lines(`    ${sign} ${printableLine(`${from.title} → ${to.title}${reason}`)}`, 8)
  return [first.replace(sign, () => paint(STATE_STYLES[state], sign)), ...more]
}
