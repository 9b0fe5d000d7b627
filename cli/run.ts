import { nearest } from '../src/nearest.js'
import { buildPushCommand } from './build-push.js'
import { type Command, type Terminal, wrongUsage } from './command.js'
import { policyCommand } from './policy.js'
import { tagCommand } from './tag.js'

const COMMANDS: readonly Command[] = [buildPushCommand, policyCommand, tagCommand]

/**
 * Runs a command line.
 *
 * @param args without node and the program
 */
// biome-ignore lint/suspicious/noConfusingVoidType: see Command
export async function run(args: readonly string[], terminal: Terminal): Promise<number | void> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.print(overview())
    return 0
  }
  const command = COMMANDS.find(known => known.name === name)
  if (command === undefined) {
    const meant = nearest(
      name,
      COMMANDS.map(known => known.name),
    )
    const hint = meant === undefined ? 'See fluxgate --help' : `Did you mean "${meant}"?`
    throw wrongUsage(`unknown command "${name}"`, hint)
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.print(command.help())
    return 0
  }
  return command.run(rest, terminal)
}

function overview(): string {
  const width = Math.max(...COMMANDS.map(command => command.name.length))
  const rows = COMMANDS.map(command => `  ${command.name.padEnd(width)}  ${command.summary}`)
  return [
    'fluxgate: makes GitOps delivery with Flux safe',
    '',
    'Usage: fluxgate COMMAND [OPTIONS]',
    '',
    ...rows,
    '',
    'fluxgate COMMAND --help shows the options of a command, with examples.',
    '',
  ].join('\n')
}
