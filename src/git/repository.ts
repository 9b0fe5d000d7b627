import type { Exec, ExecResult } from '../runner/ports.js'

/** A git work tree, asked through the installed git. */
export interface Git {
  /** Standard output of a git command. Rejects with a GitFailure when git exits with anything but 0. */
  run(...args: readonly string[]): Promise<string>
  /** Like `run`, with a text on standard input. */
  feed(stdin: string, ...args: readonly string[]): Promise<string>
  /** Like `run`, with undefined for any exit code but 0. */
  ask(...args: readonly string[]): Promise<string | undefined>
  /** `git grep`: what it finds, '' when that is nothing. */
  grep(...args: readonly string[]): Promise<string>
}

/** A git command that failed; its message is git's own reason. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure'
}

/**
 * The options keep git's output the same whatever the user's configuration says. The last two keep git from running what a
 * folder that looks like a bare repository would have it run.
 */
const STEADY = [
  'core.quotePath=false',
  'color.ui=false',
  'color.diff=false',
  'color.grep=false',
  'diff.noprefix=false',
  'diff.interHunkContext=0',
  'diff.submodule=short',
  'diff.relative=false',
  'i18n.logOutputEncoding=UTF-8',
  'log.diffMerges=separate',
  'log.showRoot=true',
  'log.showSignature=false',
  'core.fsmonitor=false',
  'safe.bareRepository=explicit',
].flatMap(setting => ['-c', setting])

export function openGit(exec: Exec, folder: string, env: Readonly<Record<string, string | undefined>>): Git {
  const quiet = { ...env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' }
  const call = (stdin: string | undefined, args: readonly string[]) =>
    exec({
      command: 'git',
      args: [...STEADY, ...args],
      cwd: folder,
      env: quiet,
      ...(stdin === undefined ? {} : { stdin }),
    })
  const checked = async (stdin: string | undefined, args: readonly string[]) => {
    const result = await call(stdin, args)
    if (result.code === 0) return result.stdout
    throw failure(args[0] ?? '', result)
  }
  return {
    run: (...args) => checked(undefined, args),
    feed: (stdin, ...args) => checked(stdin, args),
    async ask(...args) {
      const result = await call(undefined, args)
      return result.code === 0 ? result.stdout : undefined
    },
    async grep(...args) {
      const result = await call(undefined, ['grep', ...args])
      if (result.code === 0) return result.stdout
      if (result.code === 1 && result.stderr === '') return ''
      throw failure('grep', result)
    },
  }
}

function failure(command: string, result: ExecResult): GitFailure {
  const lines = result.stderr.trim().split('\n')
  // Below the reason git often gives advice, or its whole usage.
  const reason = lines.find(line => /^(?:fatal|error): /.test(line)) ?? lines.at(-1) ?? ''
  const said = reason.replace(/\/\/[^/@\s]*@/g, '//***@')
  return new GitFailure(`git ${command}: ${said || `exit code ${result.code}`}`)
}
