import { bugReport, sentence, userErrorsOf } from '../errors.js'
import { Cancelled } from './cancellation.js'
import type { Runner } from './ports.js'

/**
 * Runs a main function to its end and gives the exit code: its own or 0, 1 after a failure, 2 after a wrong command line in a terminal,
 * 3 after a bug of ours, 130 when it was cancelled. The user's mistakes are shown as such, anything else as a bug with its causes.
 */
// biome-ignore lint/suspicious/noConfusingVoidType: an action's main function has no exit code of its own
export async function finish(runner: Runner, main: () => Promise<number | void>): Promise<number> {
  try {
    return (await main()) ?? 0
  } catch (error) {
    if (error instanceof Cancelled || runner.signal.aborted) {
      const reason: unknown = runner.signal.reason
      runner.log.error(`Stopped: ${reason instanceof Error ? reason.message : 'cancelled'}`)
      return 130
    }
    const mistakes = userErrorsOf(error)
    for (const mistake of mistakes) runner.log.error(sentence(mistake))
    // To GitHub's runner a failure is a failure; it has no command line.
    const isUsage = runner.kind === 'terminal' && mistakes.some(mistake => mistake.usage)
    if (mistakes.length > 0) return isUsage ? 2 : 1
    runner.log.error('This is a bug in fluxgate, not a mistake of yours: please report it with the lines below')
    runner.log.info(bugReport(error))
    return 3
  }
}
