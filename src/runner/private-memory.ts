import { writeFileSync } from 'node:fs'
import { messageOf, UserError } from '../errors.js'
import type { Log } from './ports.js'

/** What of a process Linux writes into a core; what the process starts takes it over. Unlike a limit it can be set from here, and holds for handlers that cores are piped to. */
const CORE_FILTER = '/proc/self/coredump_filter'

/** Options of Node.js that write all of its memory to a file, and cannot be taken back once it runs. */
const HEAP_OPTION = /--heapsnapshot[-_](?:near[-_]heap[-_]limit|signal)\b/

/**
 * From now on a crash writes no memory of this process, nor of those that it starts, to a disk: cores hold none on Linux, and
 * Node's diagnostic reports, which show the environment, are off. To be called before secrets are read.
 *
 * @throws UserError when Node.js was told to write its heap to a file
 */
export function keepMemoryPrivate(log: Pick<Log, 'warning'>): void {
  const told = HEAP_OPTION.exec([...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' '))?.[0]
  if (told !== undefined) {
    throw new UserError(`Node.js runs with ${told}, which writes every secret of the run to a file`, {
      next: 'Take it out of NODE_OPTIONS, or off the command line',
    })
  }
  process.report.reportOnFatalError = false
  process.report.reportOnSignal = false
  process.report.reportOnUncaughtException = false
  if (process.platform === 'linux') emptyCores(log)
}

function emptyCores(log: Pick<Log, 'warning'>): void {
  try {
    writeFileSync(CORE_FILTER, '0')
  } catch (error) {
    // Without the file there is a kernel that writes no cores.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return
    log.warning(
      `A crash may leave a core with the secrets of this run: ${messageOf(error)}. Run \`ulimit -c 0\` before it`,
    )
  }
}
