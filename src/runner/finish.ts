import { bugReport, sentence, userErrorsOf } from '../errors.js'
import { Cancelled } from './cancellation.js'
import type { Runner } from './ports.js'

/**
 * Runs a main function to its end and gives the exit code: 0, 1 after a failure, 130 when it was cancelled. The user's
 * mistakes are shown as such, anything else as a bug with its causes.
 */
export async function finish(runner: Runner, main: () => Promise<void>): Promise<number> {
  try {
    await main()
    return 0
  } catch (error) {
    if (error instanceof Cancelled || runner.signal.aborted) {
      const reason: unknown = runner.signal.reason
      runner.log.error(`Stopped: ${reason instanceof Error ? reason.message : 'cancelled'}`)
      return 130
    }
    const mistakes = userErrorsOf(error)
    for (const mistake of mistakes) runner.log.error(sentence(mistake))
    if (mistakes.length > 0) return 1
    runner.log.error('This is a bug in fluxgate, not a mistake of yours: please report it with the lines below')
    runner.log.info(bugReport(error))
    return 1
  }
}
