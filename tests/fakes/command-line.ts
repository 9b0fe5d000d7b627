import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Terminal } from '../../cli/command.js'
import { run } from '../../cli/run.js'
import { userErrorsOf } from '../../src/errors.js'
import { diskFiles } from '../../src/runner/files.js'
import type { Runner } from '../../src/runner/ports.js'
import { silentRunner } from './silent-runner.js'

/** Where the committed command line lies; the reference tree is found from there. */
const PROGRAM = join(import.meta.dirname, '../../dist/cli/index.js')

export interface CommandRan {
  /** As the shell would see it. */
  readonly code: number
  readonly printed: string
  /** `message | next step` of every mistake. */
  readonly problems: readonly string[]
  /** The inputs that an action's main function was given. */
  readonly values: ReadonlyMap<string, string>
}

/** Runs a command line in this process, on the real disk; the parts are what else it has of the world. */
export async function commandLine(
  args: readonly string[],
  parts: Partial<Runner> & { readonly stdin?: string; readonly answer?: string; readonly program?: string } = {},
): Promise<CommandRan> {
  const { stdin = '', answer, program = PROGRAM, ...given } = parts
  const values = new Map<string, string>()
  const runner = silentRunner({ input: name => values.get(name) ?? '', files: diskFiles(tmpdir()), ...given })
  let printed = ''
  const print = (text: string) => {
    printed += text
  }
  try {
    const terminal: Terminal = {
      ...{ runner, values, print },
      screen: { colour: false, width: undefined },
      readInput: async () => stdin,
      ask: answer === undefined ? undefined : async () => answer,
      program,
    }
    const code = (await run(args, terminal)) ?? 0
    return { code, printed, problems: [], values }
  } catch (error) {
    const found = userErrorsOf(error)
    if (found.length === 0) throw error
    const problems = found.map(({ message, next }) => (next === undefined ? message : `${message} | ${next}`))
    return { code: found.some(({ usage }) => usage) ? 2 : 1, printed, problems, values }
  }
}
