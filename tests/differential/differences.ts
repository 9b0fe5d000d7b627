import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where we and another program say different things of the same. */
export interface Difference {
  readonly what: string
  readonly ours: string
  readonly theirs: string
}

/** A row of the table: `…` in its first cells stands for anything. */
interface Explained extends Difference {
  readonly why: string
}

/**
 * Compares differences with those that a section of differences.md explains.
 *
 * @returns what is not explained, and the rows that nothing is explained by any more; both empty when all is as it was known
 */
export function unexpected(section: string, found: readonly Difference[]): readonly string[] {
  const rows = explainedIn(section)
  const fits = (row: Explained, one: Difference) =>
    isLike(row.what, one.what) && isLike(row.ours, one.ours) && isLike(row.theirs, one.theirs)
  return [
    ...found
      .filter(one => !rows.some(row => fits(row, one)))
      .map(({ what, ours, theirs }) => `not explained: | ${what} | ${ours} | ${theirs} |`),
    ...rows.filter(row => !found.some(one => fits(row, one))).map(({ what }) => `occurs no more: ${what}`),
  ]
}

/** The explained differences with how often each occurs; for people. */
export function differenceTable(section: string, found: readonly Difference[]): string {
  const rows = explainedIn(section).map(row => {
    const count = found.filter(one => isLike(row.what, one.what) && isLike(row.ours, one.ours)).length
    return `${String(count).padStart(6)}  ${row.what} | ${row.ours} | ${row.theirs} | ${row.why}`
  })
  return `${[`${section}: ${found.length} differences`, ...rows].join('\n')}\n`
}

function explainedIn(section: string): readonly Explained[] {
  const text = readFileSync(join(import.meta.dirname, 'differences.md'), 'utf8')
  const [, body = ''] = text.split(new RegExp(`^## ${section}\n`, 'm'))
  const lines = (body.split(/^## /m)[0] ?? '').split('\n').filter(line => line.startsWith('|'))
  return lines.slice(2).map(line => {
    const [what = '', ours = '', theirs = '', why = ''] = line
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map(cell => cell.trim().replaceAll('\\|', '|'))
    if (why === '') throw new Error(`differences.md explains nothing in ${line}`)
    return { what, ours, theirs, why }
  })
}

function isLike(pattern: string, text: string): boolean {
  const parts = pattern.split('…').map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 's').test(text)
}
