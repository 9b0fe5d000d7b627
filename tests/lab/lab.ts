import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { binFolder } from './tools.js'

/**
 * What one end-to-end test owns: a temporary folder, and everything that was started for it. `stop()` ends all of it in
 * reverse order. A guard process does the same when the test process dies without having stopped anything, and checks
 * behind `stop()` that nothing is left.
 */
export interface Lab {
  /** Holds all data of the lab; gone after `stop()`. */
  readonly folder: string
  /**
   * The environment that programs of the lab start from: brought tools first on PATH, an empty home, and the mark by
   * which the guard knows its own.
   */
  readonly env: Readonly<Record<string, string>>
  /** A new empty folder below `folder`. */
  makeFolder(name: string): Promise<string>
  /** Called by `stop()`, latest first. */
  onStop(stop: () => Promise<void>): void
  /** Ends everything. Rejects when something would not end by itself and the guard had to end it. */
  stop(): Promise<void>
}

export async function openLab(): Promise<Lab> {
  const folder = await mkdtemp(join(tmpdir(), 'fluxgate-lab-'))
  const guard = startGuard(folder)
  const home = join(folder, 'home')
  await mkdir(home)
  const stops: (() => Promise<void>)[] = []
  let folders = 0
  let stopped: Promise<void> | undefined

  return {
    folder,
    env: {
      PATH: `${binFolder}:${process.env.PATH ?? ''}`,
      HOME: home,
      LANG: 'C.UTF-8',
      // A user's or a system's settings must not reach the tests.
      GIT_CONFIG_NOSYSTEM: '1',
      FLUXGATE_LAB: folder,
    },
    async makeFolder(name) {
      folders += 1
      const path = join(folder, `${name}-${folders}`)
      await mkdir(path)
      return path
    },
    onStop(stop) {
      stops.push(stop)
    },
    stop() {
      stopped ??= stopAll(stops, guard)
      return stopped
    },
  }
}

/** The guard's standard input is a pipe that only we hold: its end tells the guard that we are gone, however we went. */
function startGuard(folder: string): ChildProcess {
  const guard = spawn(process.execPath, [join(import.meta.dirname, 'guard.mjs'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Its own session: Ctrl-C in the terminal must not take the guard away before its work.
    detached: true,
    env: { PATH: process.env.PATH ?? '' },
  })
  guard.unref()
  return guard
}

async function stopAll(stops: readonly (() => Promise<void>)[], guard: ChildProcess): Promise<void> {
  const failures: unknown[] = []
  for (const stop of stops.toReversed()) {
    await stop().catch((failure: unknown) => failures.push(failure))
  }
  const leftBehind = await sweep(guard)
  if (leftBehind !== '') failures.push(new Error(`the lab did not end by itself:\n${leftBehind}`))
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('\n'))
}

async function sweep(guard: ChildProcess): Promise<string> {
  let found = ''
  guard.stdout?.setEncoding('utf8').on('data', (text: string) => {
    found += text
  })
  const ended = new Promise<number | null>(resolve => guard.once('close', resolve))
  guard.ref()
  guard.stdin?.end()
  const code = await ended
  return code === 0 ? found : `${found}the guard ended with ${code}`
}
