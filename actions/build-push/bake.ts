import { join } from 'node:path'
import { parseJson } from '../../src/json.js'
import type { Environment, Runner } from '../../src/runner/ports.js'

export interface BakeRun {
  readonly definition: string
  readonly builder: string
  readonly env: Environment
  readonly workspace: string
  /** This run's own folder, for the metadata file. */
  readonly folder: string
  /** The targets' names. */
  readonly ids: readonly string[]
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

/** Runs `docker buildx bake` on a definition that it gets on standard input, and logs its progress as it comes. */
export async function bake(
  run: BakeRun,
  runner: Pick<Runner, 'exec' | 'log' | 'files' | 'clock' | 'signal'>,
): Promise<BakeResult> {
  const metadataFile = join(run.folder, 'metadata.json')
  await runner.files.remove(metadataFile)
  const times = stopwatch(run.ids, () => runner.clock.now())
  const result = await runner.exec({
    command: 'docker',
    args: [
      'buildx',
      'bake',
      '--builder',
      run.builder,
      '--file',
      '-',
      '--progress',
      'plain',
      '--metadata-file',
      metadataFile,
    ],
    cwd: run.workspace,
    env: run.env,
    stdin: run.definition,
    signal: runner.signal,
    onLine(line) {
      times.see(line)
      runner.log.info(line)
    },
  })
  return {
    done: result.code === 0,
    metadata: parseJson((await runner.files.readText(metadataFile)) ?? ''),
    output: `${result.stdout}\n${result.stderr}`,
    seconds: times.seconds(),
  }
}

/** Times per target from the plain progress: `#5 [frontend 2/3] RUN …` opens step 5, and later lines about it begin with `#5`. */
function stopwatch(ids: readonly string[], now: () => number) {
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
