import type { BuildFailure } from '../flux/inventory/build.js'
import { parseJson } from '../json.js'
import type { Environment, Exec, ExecResult } from '../runner/ports.js'
import type { KustomizeProgram } from './kustomize-program.js'

export type Rendering = { readonly output: string } | BuildFailure

export interface RenderRequest {
  readonly program: KustomizeProgram
  /** The folder with the kustomize file. */
  readonly folder: string
  readonly exec: Exec
  readonly env: Environment
  readonly signal?: AbortSignal
}

/** Milliseconds. What takes longer is no tree that anybody delivers. */
const LONGEST = 60_000

export const TOO_LATE = `it is not built within ${LONGEST / 1000} s`

/** Characters. What comes to more than that is no set of objects that a cluster could hold. */
const LARGEST = 64_000_000

/**
 * Builds a folder as Flux does: files may lie anywhere in the repository, plugins and charts are off. Remote bases are
 * refused: the program gets no way to a network.
 */
export async function renderFolder({ program, folder, exec, env, signal }: RenderRequest): Promise<Rendering> {
  const late = AbortSignal.timeout(LONGEST)
  const large = new AbortController()
  let size = 0
  try {
    const result = await exec({
      command: program.command,
      args: [...program.args, '--load-restrictor', 'LoadRestrictionsNone', folder],
      env: offline(env),
      signal: AbortSignal.any([late, large.signal, ...(signal === undefined ? [] : [signal])]),
      onLine(line) {
        size += line.length
        if (size > LARGEST) large.abort(new Error('too large'))
      },
    })
    return result.code === 0 ? { output: result.stdout } : failureOf(result)
  } catch (error) {
    if (signal?.aborted) throw error
    if (large.signal.aborted) return { error: `it comes to more than ${LARGEST / 1_000_000} MB`, isRefused: true }
    if (late.aborted) return { error: TOO_LATE, isRefused: true }
    throw error
  }
}

/** Nobody listens on port 9 of this machine, and git is allowed no protocol: what is remote fails at once. */
function offline(env: Environment): Environment {
  const dead = 'http://127.0.0.1:9'
  return {
    PATH: env.PATH,
    HOME: env.HOME,
    TMPDIR: env.TMPDIR,
    HTTP_PROXY: dead,
    HTTPS_PROXY: dead,
    NO_PROXY: '',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_TERMINAL_PROMPT: '0',
  }
}

/** The tool's own reason, without the words that it puts in front of each. */
function failureOf({ stderr, code }: ExecResult): BuildFailure {
  const text = stderr
    .split('\n')
    .filter(line => !/^(?:# )?Warning:/i.test(line))
    .map(line => line.trim())
    .join(' ')
    .trim()
    .replace(/^(?:[Ee]rror: )+/, '')
  const reason = kubectlReason(text) ?? text
  // The innermost of several: a base that is a base of others.
  const remote = [...reason.matchAll(/from '([a-z+]+:\/\/[^']+)'[^:]*: (?:Get|Head)/gi)].at(-1)?.[1]
  if (remote !== undefined && reason.includes('proxyconnect'))
    return { error: `the remote base ${remote} is not followed`, isRefused: true }
  if (reason === '') return { error: `the tool ended with exit code ${code}`, isRefused: true }
  return { error: reason, isRefused: false }
}

/** kubectl writes a line of its log, with the reason as a Go string or between angle brackets. */
function kubectlReason(text: string): string | undefined {
  const logged = /^E\d{4} .*? err=(.*)$/s.exec(text)?.[1]
  if (logged === undefined) return undefined
  const quoted: unknown = parseJson(logged)
  return typeof quoted === 'string' ? quoted : logged.replace(/^<\s*|\s*>$/g, '')
}
