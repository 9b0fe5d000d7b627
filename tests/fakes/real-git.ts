import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Git, openGit } from '../../src/git/repository.js'
import { processExec } from '../../src/runner/exec.js'

export interface CommitAs {
  readonly message?: string
  readonly name?: string
  readonly email?: string
}

/** A real repository below a folder of a test. */
export interface RealGit {
  readonly folder: string
  /** The git that the code under test gets. */
  readonly git: Git
  /** The same, with settings that a user could have (`diff.noprefix=true`). */
  configured(...settings: readonly string[]): Git
  /** Runs git; its standard output without the last line end. */
  run(...args: readonly string[]): string
  /** Writes files (undefined takes one away) and commits everything; the full SHA. */
  commit(files?: Readonly<Record<string, string | Uint8Array | undefined>>, as?: CommitAs): string
  /** Puts many empty commits onto the branch at once; the last one's SHA. */
  grow(count: number): string
  /** A clone of this one, as a checkout step makes it: all of it unless a depth is said. */
  clone(...options: readonly string[]): RealGit
}

const PLAIN = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_DATE: '2024-01-01T00:00:00Z',
  GIT_COMMITTER_DATE: '2024-01-01T00:00:00Z',
}

/** A new empty repository whose branch is `master`. */
export function newGit(root: string): RealGit {
  const folder = mkdtempSync(join(root, 'git-'))
  const made = openFolder(folder, root)
  made.run('init', '--quiet', '--initial-branch=master')
  return made
}

function openFolder(folder: string, root: string): RealGit {
  const env = { PATH: process.env.PATH, HOME: root, ...PLAIN }
  let time = 1_700_000_000
  const call = (args: readonly string[], more: Readonly<Record<string, string>> = {}, input = '') =>
    execFileSync('git', args, {
      cwd: folder,
      env: { ...env, ...more },
      encoding: 'utf8',
      stdio: 'pipe',
      input,
    }).replace(/\n$/, '')
  return {
    folder,
    git: openGit(processExec(env), folder, env),
    configured(...settings) {
      const config = Object.fromEntries(
        settings.flatMap((setting, index) => {
          const split = setting.indexOf('=')
          return [
            [`GIT_CONFIG_KEY_${index}`, setting.slice(0, split)],
            [`GIT_CONFIG_VALUE_${index}`, setting.slice(split + 1)],
          ]
        }),
      )
      return openGit(processExec(env), folder, { ...env, ...config, GIT_CONFIG_COUNT: String(settings.length) })
    },
    run: (...args) => call(args),
    commit(files = {}, { message = 'Change', name = 'Jo', email = 'jo@example.org' } = {}) {
      for (const [path, content] of Object.entries(files)) {
        const at = join(folder, path)
        if (content === undefined) rmSync(at)
        else {
          mkdirSync(dirname(at), { recursive: true })
          writeFileSync(at, content)
        }
      }
      time += 60
      call(['add', '--all'])
      call(['commit', '--quiet', '--allow-empty', '--message', message], {
        GIT_AUTHOR_NAME: name,
        GIT_AUTHOR_EMAIL: email,
        GIT_AUTHOR_DATE: `${time} +0000`,
        GIT_COMMITTER_NAME: name,
        GIT_COMMITTER_EMAIL: email,
        GIT_COMMITTER_DATE: `${time} +0000`,
      })
      return call(['rev-parse', 'HEAD'])
    },
    grow(count) {
      const branch = call(['symbolic-ref', 'HEAD'])
      const head = call(['rev-parse', 'HEAD'])
      const commits = Array.from({ length: count }, (_, index) => {
        time += 60
        const from = index === 0 ? `from ${head}\n` : ''
        return `commit ${branch}\ncommitter Jo <jo@example.org> ${time} +0000\ndata 0\n${from}\n`
      })
      call(['fast-import', '--quiet'], {}, commits.join(''))
      return call(['rev-parse', 'HEAD'])
    },
    clone(...options) {
      const target = mkdtempSync(join(root, 'clone-'))
      // A plain path would be copied whole, whatever depth is asked for.
      call(['clone', '--quiet', ...options, `file://${folder}`, target])
      return openFolder(target, root)
    },
  }
}
