import { UserError } from '../errors.js'
import { parseJson } from '../json.js'
import type { Environment, Exec, ExecResult } from '../runner/ports.js'

export type Rendering = { readonly output: string } | { readonly error: string }

export interface RenderRequest {
  /** The folder with the kustomize file. */
  readonly folder: string
  readonly exec: Exec
  readonly env: Environment
  readonly signal?: AbortSignal
}

/**
 * Renders a folder with the installed kustomize, or with kubectl where there is none, as Flux does: files may lie anywhere in
 * the repository, plugins and charts are off. Remote bases are refused: the program gets no way to a network.
 *
 * @throws UserError when neither program is installed
 */
export async function renderFolder({ folder, exec, env, signal }: RenderRequest): Promise<Rendering> {
  const options = ['--load-restrictor', 'LoadRestrictionsNone', folder]
  const run = (command: string, args: readonly string[]) =>
    exec({ command, args: [...args, ...options], env: offline(env), ...(signal === undefined ? {} : { signal }) })
  const result = await run('kustomize', ['build']).catch((missing: unknown) => {
    if (!(missing instanceof UserError)) throw missing
    return run('kubectl', ['kustomize']).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error
      throw new UserError('neither kustomize nor kubectl was found', {
        next: 'Install one of them on this machine, or put it on PATH',
        cause: error,
      })
    })
  })
  return result.code === 0 ? { output: result.stdout } : { error: reasonOf(result) }
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
function reasonOf({ stderr, code }: ExecResult): string {
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
  if (remote !== undefined && reason.includes('proxyconnect')) return `the remote base ${remote} is not followed`
  return reason === '' ? `the tool ended with exit code ${code}` : reason
}

/** kubectl writes a line of its log, with the reason as a Go string or between angle brackets. */
function kubectlReason(text: string): string | undefined {
  const logged = /^E\d{4} .*? err=(.*)$/s.exec(text)?.[1]
  if (logged === undefined) return undefined
  const quoted: unknown = parseJson(logged)
  return typeof quoted === 'string' ? quoted : logged.replace(/^<\s*|\s*>$/g, '')
}
