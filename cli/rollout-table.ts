import { styleText } from 'node:util'
import type { RolloutRow, RolloutState } from '../src/cluster/rollout.js'
import { printableLine, shortened } from '../src/printable.js'
import type { Screen } from '../src/runner/ports.js'

export interface RolloutTable {
  show(rows: readonly RolloutRow[]): void
}

const SIGNS: Readonly<Record<RolloutState, string>> = {
  ready: '✓',
  progressing: '…',
  waiting: '·',
  failed: '✗',
  stalled: '✗',
  suspended: '?',
  absent: '·',
}

const COLOURS: Readonly<Record<RolloutState, Parameters<typeof styleText>[0]>> = {
  ready: 'green',
  progressing: 'cyan',
  waiting: 'dim',
  failed: 'red',
  stalled: 'red',
  suspended: 'yellow',
  absent: 'dim',
}

/** Drawn over itself where the screen is a terminal that can move its cursor; elsewhere a line for each change. */
export function rolloutTable(print: (text: string) => void, screen: Screen, canRedraw: boolean): RolloutTable {
  const { width } = screen
  let drawn: readonly string[] = []
  let before = new Map<string, string>()
  const paint = (row: RolloutRow, text: string) =>
    screen.colour ? styleText(COLOURS[row.state], text, { validateStream: false }) : text
  return {
    show(rows) {
      const longest = Math.max(0, ...rows.map(({ id }) => id.length))
      const lines = rows.map(row => {
        const text = `${SIGNS[row.state]} ${row.id.padEnd(longest)}  ${row.state}${detailOf(row)}`
        // A line that is wrapped counts as two when the cursor goes up.
        return paint(row, canRedraw && width !== undefined ? shortened(text, width - 1) : text)
      })
      if (canRedraw) {
        if (lines.join('\n') === drawn.join('\n')) return
        const up = drawn.length === 0 ? '' : `\u001b[${drawn.length}A\u001b[J`
        print(`${up}${lines.map(line => `${line}\n`).join('')}`)
        drawn = lines
        return
      }
      const now = new Map(rows.map((row, index) => [row.id, lines[index] ?? '']))
      for (const [id, line] of now) if (before.get(id) !== line) print(`${line}\n`)
      before = now
    },
  }
}

function detailOf({ state, after, message }: RolloutRow): string {
  if (state === 'ready') return ''
  if (state === 'absent' && after.length > 0) return `, to come after ${after.join(' and ')}`
  return message === '' ? '' : `: ${printableLine(message)}`
}
