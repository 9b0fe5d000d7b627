import { expect, it } from '@jest/globals'
import type { RolloutRow } from '../src/cluster/rollout.js'
import { rolloutTable } from './rollout-table.js'

const row = (id: string, state: RolloutRow['state'], message = ''): RolloutRow => ({
  id,
  after: [],
  state,
  reason: '',
  message,
})

function drawn(
  canRedraw: boolean,
  width: number | undefined,
  ...looks: readonly (readonly RolloutRow[])[]
): readonly string[] {
  const printed: string[] = []
  const table = rolloutTable(text => void printed.push(text), { colour: false, width }, canRedraw)
  for (const look of looks) table.show(look)
  return printed
}

it('draws over itself on a terminal, and only when something has changed', () => {
  const first = [row('a', 'ready'), row('bb', 'progressing', 'soon')]
  const second = [row('a', 'ready'), row('bb', 'ready')]
  expect(drawn(true, 80, first, first, second)).toEqual([
    '✓ a   ready\n… bb  progressing: soon\n',
    '\u001b[2A\u001b[J✓ a   ready\n✓ bb  ready\n',
  ])
})

it('cuts a line that the terminal would wrap, so that the cursor goes up far enough', () => {
  const [text] = drawn(true, 40, [row('a', 'failed', 'x'.repeat(100))])
  expect(text?.trimEnd()).toHaveLength(39)
})

it('prints a line for each change elsewhere, uncut', () => {
  const long = 'y'.repeat(200)
  const looks = [
    [row('a', 'waiting', long), row('b', 'ready')],
    [row('a', 'ready'), row('b', 'ready')],
  ]
  expect(drawn(false, undefined, ...looks)).toEqual([`· a  waiting: ${long}\n`, '✓ b  ready\n', '✓ a  ready\n'])
})

it('shows no command to the terminal that a message holds', () => {
  expect(drawn(false, undefined, [row('a', 'failed', 'gone\u001b[2J\nand more')])).toEqual([
    '✗ a  failed: gone and more\n',
  ])
})
