import { join } from 'node:path'
import { parseJson } from '../../src/json.js'
import type { Environment, Runner } from '../../src/runner/ports.js'

export interface BakeStart {
  /** Undefined is the current one. */
  readonly builder: string | undefined
  readonly env: Environment
  readonly workspace: string
  /** This run's own folder, for the metadata file. */
  readonly folder: string
  /** The targets' names. */
  readonly ids: readonly string[]
}

/** A bake that waits for its definition. */
export interface StartedBake {
  /** Gives it the definition; its progress is logged from now on, as it comes. */
  finish(definition: string): Promise<BakeResult>
  /** Ends it when it has not got its definition; nothing of it is logged. */
  giveUp(): void
}

export interface BakeResult {
  /** Whether buildx exited with 0. */
  readonly done: boolean
  /** What buildx says of each target, by its name; empty after a failure. */
  readonly metadata: unknown
  /** Everything that it printed, for finding the cause of a failure. */
  readonly output: string
  /** Seconds from the first to the last line about each target. */
  readonly seconds: ReadonlyMap<string, number>
}

let count = 0

/**
 * Starts `docker buildx bake`, which reads its definition from standard input. Docker's command line takes a tenth of a
 * second to come up: started early, it does so while something else is waited for.
 */
export function startBake(
  start: BakeStart,
  runner: Pick<Runner, 'exec' | 'log' | 'files' | 'clock' | 'signal'>,
): StartedBake {
  count += 1
  const metadataFile = join(start.folder, `metadata-${count}.json`)
  const held: string[] = []
  let times: Stopwatch | undefined
  const see = (line: string) => {
    times?.see(line)
    runner.log.info(line)
  }
  const stdin = deferred<string>()
  const builder = start.builder === undefined ? [] : ['--builder', start.builder]
  const ended = runner.exec({
    command: 'docker',
    args: ['buildx', 'bake', ...builder, '--file', '-', '--progress', 'plain', '--metadata-file', metadataFile],
    cwd: start.workspace,
    env: start.env,
    stdin: stdin.promise,
    signal: runner.signal,
    onLine: line => (times === undefined ? held.push(line) : see(line)),
  })
  // Whoever gives it its definition hears of a failure.
  ended.catch(() => undefined)
  return {
    async finish(definition) {
      times = stopwatch(start.ids, () => runner.clock.now())
      for (const line of held) see(line)
      stdin.resolve(definition)
      const result = await ended
      return {
        done: result.code === 0,
        metadata: parseJson((await runner.files.readText(metadataFile)) ?? ''),
        output: `${result.stdout}\n${result.stderr}`,
        seconds: times.seconds(),
      }
    },
    giveUp: () => stdin.reject(new Error('not needed')),
  }
}

interface Deferred<Value> {
  readonly promise: Promise<Value>
  resolve(value: Value): void
  reject(error: Error): void
}

function deferred<Value>(): Deferred<Value> {
  let settle: Pick<Deferred<Value>, 'resolve' | 'reject'> | undefined
  const promise = new Promise<Value>((resolve, reject) => {
    settle = { resolve, reject }
  })
  // The promise's own function runs at once.
  promise.catch(() => undefined)
  return { promise, resolve: value => settle?.resolve(value), reject: error => settle?.reject(error) }
}

interface Stopwatch {
  see(line: string): void
  seconds(): ReadonlyMap<string, number>
}

/** Times per target from the plain progress: `#5 [frontend 2/3] RUN …` opens step 5, and later lines about it begin with `#5`. */
function stopwatch(ids: readonly string[], now: () => number): Stopwatch {
  const started = now()
  const targetOfStep = new Map<string, string>()
  const spans = new Map<string, { first: number; last: number }>()
  let end = started
  return {
    see(line: string): void {
      end = now()
      const [, step, name] = /^#([0-9]+) (?:\[([^\s\]]+)[^\]]*\])?/.exec(line) ?? []
      if (step === undefined) return
      if (name !== undefined && ids.includes(name)) targetOfStep.set(step, name)
      const target = targetOfStep.get(step)
      if (target === undefined) return
      const span = spans.get(target)
      spans.set(target, { first: span?.first ?? end, last: end })
    },
    seconds(): ReadonlyMap<string, number> {
      // A single target's lines do not carry its name.
      if (ids.length === 1) return new Map(ids.map(id => [id, (end - started) / 1000]))
      return new Map([...spans].map(([id, span]) => [id, (span.last - span.first) / 1000]))
    },
  }
}
