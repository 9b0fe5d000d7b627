import type { Chain, Link, LinkEnd, LinkState } from '../flux/chain.js'
import type { DeliveryOrder } from '../flux/inventory/critical-path.js'
import { grouped } from '../grouped.js'
import { code, codeBlock, text } from '../markdown.js'
import { shortened } from '../printable.js'
import { chainGraph } from './chain-graph.js'
import type { JudgedFinding } from './finding.js'
import { orderSection } from './order-section.js'
import type { VerifyReport } from './report.js'
import { SIGNS } from './text.js'
import { plural, remarks, verdictSentence } from './verdict.js'

/** GitHub takes 1 MiB of a step's summary, and shows nothing of a larger one. */
export const SUMMARY_BYTES = 1_000_000

/** Beyond so many pictures a page is slow; a broken chain comes first. */
const MOST_GRAPHS = 12
const MOST_ROWS = 500
const LONGEST = 2_000

/**
 * The report as GitHub's Markdown: the verdict, the chains, the findings by file; what is old is folded. What does not fit
 * into so many bytes is counted.
 */
export function markdownReport(report: VerifyReport, mostBytes = SUMMARY_BYTES): string {
  const sign = report.verdict === 'pass' ? '✓' : '✗'
  const start = [
    `## ${sign} ${verdictSentence(report)}`,
    remarks(report)
      .map(remark => `<sub>${text(shortened(remark, LONGEST))}</sub>`)
      .join('<br>'),
  ]
  const page = paper(mostBytes - 1_000)
  page.add(...start)
  const by = (status: JudgedFinding['status']) => report.findings.filter(finding => finding.status === status)
  // The findings are why people come.
  addFindings(by('new'), page)
  addChains(report.chains, page)
  addFolded(by('old'), 'from before this change', page)
  addFolded(by('fixed'), 'fixed by this change', page)
  addOrders(report.orders, page)
  return page.text()
}

type Page = ReturnType<typeof paper>

/** Takes blocks as long as they fit. */
function paper(mostBytes: number) {
  const blocks: string[] = []
  let used = 0
  return {
    /** Whether all of them fitted; nothing is added otherwise. */
    add(...more: readonly string[]): boolean {
      const size = more.reduce((sum, block) => sum + Buffer.byteLength(block) + 2, 0)
      if (used + size > mostBytes) return false
      used += size
      blocks.push(...more)
      return true
    },
    /** For the few words that say what was left out; room for them is kept. */
    addAlways: (block: string): void => void blocks.push(block),
    text: () => `${blocks.join('\n\n')}\n`,
  }
}

function addChains(chains: readonly Chain[], page: Page): void {
  if (chains.length === 0) return
  page.add('### Delivery chains')
  const order: readonly LinkState[] = ['broken', 'unknown', 'proven']
  const sorted = order.flatMap(state => chains.filter(chain => stateOf(chain) === state))
  const head = ['| | Image | ✓ | ✗ | ? | First link that is not proven |', '| --- | --- | ---: | ---: | ---: | --- |']
  page.add([...head, ...sorted.slice(0, MOST_ROWS).map(overviewRow)].join('\n'))
  let shown = 0
  for (const chain of sorted) {
    if (!page.add(chainBlock(chain, shown < MOST_GRAPHS, shown === 0))) break
    shown += 1
  }
  const left = sorted.length - shown
  if (left > 0) page.addAlways(`The links of ${plural(left, 'more image')} would not fit here`)
}

/** Last: it says how things are, and nothing that must be done. */
function addOrders(orders: readonly DeliveryOrder[], page: Page): void {
  const sections = orders.slice(0, MOST_GRAPHS).map(orderSection)
  if (sections.length > 0) page.add('### Order of delivery', ...sections)
}

function overviewRow(chain: Chain): string {
  const count = (state: LinkState) => chain.links.filter(link => link.state === state).length
  const first = chain.links.find(link => link.state === 'broken') ?? chain.links.find(link => link.state === 'unknown')
  const cells = [
    SIGNS[stateOf(chain)],
    codeOf(chain.image),
    count('proven'),
    count('broken'),
    count('unknown'),
    first === undefined ? '' : reasonOf(first),
  ]
  return `| ${cells.join(' | ')} |`
}

/** The first one is unfolded where it is broken: with all of them nobody would see the end of the page. */
function chainBlock(chain: Chain, withGraph: boolean, isFirst: boolean): string {
  const graph = withGraph ? chainGraph(chain) : undefined
  const state = stateOf(chain)
  const rows = chain.links.map(
    link =>
      `| ${SIGNS[link.state]} | ${endOf(link.from)} | ${[endOf(link.to), reasonOf(link)].filter(part => part !== '').join('<br>')} |`,
  )
  return [
    `<details${isFirst && state === 'broken' ? ' open' : ''}><summary>${SIGNS[state]} ${codeOf(chain.image)}</summary>`,
    ...(graph === undefined ? [] : [codeBlock(graph, 'mermaid')]),
    // The picture is enough for most; without one the table is all there is.
    ...(graph === undefined ? [] : [`<details><summary>${plural(rows.length, 'link')}, with their places</summary>`]),
    ['| | From | To |', '| --- | --- | --- |', ...rows].join('\n'),
    ...(graph === undefined ? [] : ['</details>']),
    '</details>',
  ].join('\n\n')
}

function stateOf({ links }: Chain): LinkState {
  const has = (state: LinkState) => links.some(link => link.state === state)
  return has('broken') ? 'broken' : has('unknown') ? 'unknown' : 'proven'
}

function endOf({ title, place }: LinkEnd): string {
  return place === undefined ? textOf(title) : `${textOf(title)}<br>${codeOf(`${place.file}:${place.line}`)}`
}

function reasonOf({ rule, why }: Link): string {
  return [rule === null ? '' : code(rule), why === null ? '' : textOf(why)].filter(part => part !== '').join(' ')
}

function addFindings(findings: readonly JudgedFinding[], page: Page): void {
  if (findings.length === 0) return
  page.add('### Findings')
  let left = findings.length
  for (const [file, group] of grouped(findings, finding => finding.file)) {
    for (const [index, finding] of group.entries()) {
      const heading = index === 0 ? [`#### ${codeOf(file)}`] : []
      if (!page.add(...heading, ...findingBlocks(finding))) {
        page.addAlways(`${plural(left, 'more finding')} would not fit here`)
        return
      }
      left -= 1
    }
  }
}

/** One line each: people need not act on them. */
function addFolded(findings: readonly JudgedFinding[], what: string, page: Page): void {
  if (findings.length === 0) return
  const title = `<details><summary>${plural(findings.length, 'finding')} ${what}</summary>`
  const lines: string[] = []
  let size = 0
  for (const { file, span, severity, rule, message } of findings) {
    const line = `- ${severity} ${code(rule)} at ${codeOf(`${file}:${span.line}:${span.column}`)}: ${textOf(message)}`
    size += Buffer.byteLength(line) + 1
    if (size > 100_000) break
    lines.push(line)
  }
  const left = findings.length - lines.length
  const more = left === 0 ? [] : [`- and ${plural(left, 'more finding')}`]
  if (!page.add(`${title}\n\n${[...lines, ...more].join('\n')}\n\n</details>`)) {
    page.addAlways(`${plural(findings.length, 'finding')} ${what} would not fit here`)
  }
}

function findingBlocks(finding: JudgedFinding): readonly string[] {
  const { span, severity, rule, message, found, expected, fix, witness = [] } = finding
  return [
    `**${severity}** ${code(rule)} at ${span.line}:${span.column}: ${textOf(message)}`,
    ...value('Found', found),
    ...value('Expected', expected),
    ...(fix === undefined ? [] : block('Fix', fix.text, fix.text.includes('\n') ? 'yaml' : 'text')),
    ...(witness.length === 0 ? [] : block('Witness', witness.join('\n'), 'text')),
  ]
}

/** One line stays in the line, several are a block. */
function value(name: string, content: string | undefined): readonly string[] {
  if (content === undefined) return []
  return content.trim().includes('\n') ? block(name, content, 'text') : [`${name}: ${codeOf(content)}`]
}

function block(name: string, content: string, language: string): readonly string[] {
  return [`${name}:`, codeBlock(shortened(content, LONGEST), language)]
}

function textOf(content: string): string {
  return text(shortened(content, LONGEST))
}

function codeOf(content: string): string {
  return code(shortened(content, LONGEST))
}
