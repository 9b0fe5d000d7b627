import { ACTION_INPUTS } from '../src/action-inputs.js'
import { helpText, type NamedCommand, parseArguments } from './command.js'

/** The SealedSecrets of a folder, without the key. */
export const sealCheckCommand: NamedCommand = {
  name: 'check',
  summary: 'Verify the SealedSecrets of a folder, without the key',
  options: [],
  help: () =>
    helpText(
      'fluxgate seal check [DIR]',
      'Verifies the SealedSecrets below DIR, the current folder unless told, without the key: that each can be opened by its shape, and is sealed for the name and the namespace that it has. Exit code 1 when one cannot.',
      [],
      ['fluxgate seal check', 'fluxgate seal check flux'],
    ),
  async run(args, { runner, values }) {
    const [folder = '.'] = parseArguments(args, [], 1).positionals
    for (const { name, default: standard } of ACTION_INPUTS.seal) values.set(name, standard)
    values.set('check', folder)
    const { main } = await import('../actions/seal/main.js')
    await main(runner)
    return 0
  },
}
