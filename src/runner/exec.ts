import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { UserError } from '../errors.js'
import type { Environment, Exec, ExecRequest } from './ports.js'

/** How long a program has to end by itself after SIGTERM, in milliseconds. */
const GRACE = 10_000

/** Runs programs; `environment` is what a request without one gives its child. */
export function processExec(environment: Environment, grace: number = GRACE): Exec {
  return request =>
    new Promise((resolve, reject) => {
      if (request.signal?.aborted) {
        reject(request.signal.reason)
        return
      }
      const child = spawn(request.command, [...request.args], {
        env: { ...(request.env ?? environment) },
        stdio: ['pipe', 'pipe', 'pipe'],
        // A group of its own: a Ctrl+C in a terminal reaches us alone, and we end the child in order.
        detached: true,
        ...(request.cwd === undefined ? {} : { cwd: request.cwd }),
      })
      const output = { stdout: collect(child.stdout), stderr: collect(child.stderr) }
      if (request.onLine !== undefined) {
        for (const stream of ['stdout', 'stderr'] as const) {
          const { onLine } = request
          createInterface({ input: child[stream], crlfDelay: Number.POSITIVE_INFINITY }).on('line', line =>
            onLine(line, stream),
          )
        }
      }
      let kill: NodeJS.Timeout | undefined
      const end = () => {
        signalGroup(child.pid, 'SIGTERM')
        kill = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), grace)
      }
      request.signal?.addEventListener('abort', end, { once: true })
      child.on('error', error => {
        request.signal?.removeEventListener('abort', end)
        reject(startError(request, error))
      })
      child.on('close', code => {
        clearTimeout(kill)
        request.signal?.removeEventListener('abort', end)
        if (request.signal?.aborted) reject(request.signal.reason)
        else resolve({ code, stdout: output.stdout(), stderr: output.stderr() })
      })
      // A child that does not read its input closes the pipe; its exit code tells more than EPIPE.
      child.stdin.on('error', () => undefined)
      Promise.resolve(request.stdin ?? '').then(
        text => child.stdin.end(text),
        // It has not begun, so it has nothing to finish; docker's command line would not hear of it for a while.
        () => signalGroup(child.pid, 'SIGKILL'),
      )
    })
}

/** Signals a child with all that it started: what is left of it would keep our end of its output open. */
function signalGroup(leader: number | undefined, signal: NodeJS.Signals): void {
  if (leader === undefined) return
  try {
    process.kill(-leader, signal)
  } catch {
    // They have ended, or belong to somebody else: then there is nothing to do but to wait.
  }
}

function collect(stream: Readable): () => string {
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString('utf8')
}

function startError({ command, cwd }: ExecRequest, error: Error): Error {
  if (!('code' in error) || error.code !== 'ENOENT') return error
  // The system says the same of a folder that is not there.
  if (cwd !== undefined && !existsSync(cwd)) {
    return new UserError(`the folder ${cwd}, in which ${command} was to run, does not exist`, { cause: error })
  }
  return new UserError(`the program "${command}" was not found`, {
    next: `Install ${command} on this machine, or put it on PATH`,
    cause: error,
  })
}
