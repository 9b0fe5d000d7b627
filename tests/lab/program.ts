import { spawn } from 'node:child_process'
import type { Lab } from './lab.js'

export interface Program {
  readonly command: string
  readonly args?: readonly string[]
  /** Added to the lab's environment. */
  readonly env?: Readonly<Record<string, string>>
  /** The whole environment; the lab's when absent. */
  readonly wholeEnv?: Readonly<Record<string, string>>
  readonly cwd?: string
  readonly stdin?: string
  /** See `resolveNames`. */
  readonly wrap?: Wrapper
}

/** Rewrites a command so that it runs in a world of its own; the process keeps its id and its working folder. */
export type Wrapper = (command: string, args: readonly string[]) => { command: string; args: string[] }

export interface Ended {
  /** The exit code; null when a signal ended it. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly pid: number
  /** Everything that was written so far, both streams in the order of arrival. */
  output(): string
  /** Resolves with the first match in `output()`; rejects when the process ends before it, or the time is up. */
  waitFor(pattern: RegExp, milliseconds?: number): Promise<RegExpMatchArray>
  /** To the process alone, as the GitHub runner does it. */
  signal(signal: NodeJS.Signals): void
  readonly ended: Promise<Ended>
  /** SIGTERM, and SIGKILL to its whole process group ten seconds later. */
  stop(): Promise<void>
}

/** Starts a program of the lab, in a process group of its own. It is stopped with the lab. */
export function start(lab: Lab, program: Program): Running {
  const args = program.args ?? []
  const wrapped = program.wrap?.(program.command, args) ?? { command: program.command, args }
  const child = spawn(wrapped.command, wrapped.args, {
    cwd: program.cwd ?? lab.folder,
    env: { ...(program.wholeEnv ?? { ...lab.env, ...program.env }), FLUXGATE_LAB: lab.folder },
    detached: true,
  })
  let output = ''
  let stdout = ''
  let stderr = ''
  const listeners = new Set<() => void>()
  const arrived = (text: string) => {
    output += text
    for (const listener of listeners) listener()
  }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    arrived(text)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    arrived(text)
  })
  // A program that ends before it has read everything is no error of ours.
  child.stdin.on('error', () => {})
  child.stdin.end(program.stdin ?? '')

  const closePipes = () => {
    child.stdout.destroy()
    child.stderr.destroy()
  }
  let over = false
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    // Somebody whom the program left behind may hold the pipes open for ever.
    child.once('exit', () => setTimeout(closePipes, 1000).unref())
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  }).finally(() => {
    over = true
    for (const listener of listeners) listener()
  })
  // Whoever waits for the end gets the error; nobody needs to.
  ended.catch(() => {})

  const stop = async () => {
    if (over || child.pid === undefined) return
    child.kill('SIGTERM')
    const group = -child.pid
    const force = setTimeout(() => killGroup(group), 10_000)
    await ended.catch(() => {})
    clearTimeout(force)
  }
  lab.onStop(stop)

  return {
    pid: child.pid ?? -1,
    output: () => output,
    waitFor: (pattern, milliseconds = 30_000) =>
      new Promise((resolve, reject) => {
        const settle = (finish: () => void) => {
          clearTimeout(timer)
          listeners.delete(look)
          finish()
        }
        const fail = (why: string) =>
          settle(() =>
            reject(new Error(`${program.command} ${why} before it wrote ${pattern}:\n${output.slice(-4000)}`)),
          )
        const look = () => {
          const match = output.match(pattern)
          if (match !== null) settle(() => resolve(match))
          else if (over) fail('ended')
        }
        const timer = setTimeout(() => fail(`took ${milliseconds} ms`), milliseconds)
        listeners.add(look)
        look()
      }),
    signal: signal => {
      child.kill(signal)
    },
    ended,
    stop,
  }
}

/** Runs a program to its end; it is ended when it takes longer than two minutes. */
export async function run(lab: Lab, program: Program): Promise<Ended> {
  const running = start(lab, program)
  const timer = setTimeout(() => void running.stop(), 120_000)
  try {
    return await running.ended
  } finally {
    clearTimeout(timer)
  }
}

/** The standard output of a program that must succeed. */
export async function succeed(lab: Lab, program: Program): Promise<string> {
  const { code, signal, stdout, stderr } = await run(lab, program)
  if (code === 0) return stdout
  const line = [program.command, ...(program.args ?? [])].join(' ')
  throw new Error(`${line} ended with ${code ?? signal}:\n${stdout}\n${stderr}`)
}

function killGroup(group: number): void {
  try {
    process.kill(group, 'SIGKILL')
  } catch {
    // Already gone.
  }
}
