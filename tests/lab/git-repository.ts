import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Lab } from './lab.js'
import { succeed } from './program.js'

export interface CommitOptions {
  readonly message?: string
  readonly author?: { readonly name: string; readonly email: string }
  /** Seconds since 1970, author's and committer's; one minute after the commit before unless told. */
  readonly date?: number
}

export interface GitRepository {
  readonly folder: string
  /** Runs git in it; gives its standard output without the last line end. */
  git(...args: readonly string[]): Promise<string>
  /** Writes the files (undefined removes one) without committing them. */
  write(files: Readonly<Record<string, string | undefined>>): Promise<void>
  /** Writes the files and commits everything; gives the full SHA. */
  commit(files?: Readonly<Record<string, string | undefined>>, options?: CommitOptions): Promise<string>
  /** A bare repository that this one pushes to as `origin`, with all branches in it. */
  addOrigin(): Promise<string>
}

/** The first commit's date unless told: the same commits have the same SHAs in every run. */
const firstDate = 1_700_000_000

/** A new empty repository whose branch is `master`. */
export async function makeGitRepository(lab: Lab): Promise<GitRepository> {
  const folder = await lab.makeFolder('repository')
  await succeed(lab, { command: 'git', args: ['init', '--quiet', '--initial-branch=master', folder] })
  return openGitRepository(lab, folder)
}

/** What a checkout step leaves: a clone of the newest commits of one branch. All of them when `depth` is absent. */
export async function cloneGitRepository(
  lab: Lab,
  origin: string,
  options: { depth?: number; branch?: string } = {},
): Promise<GitRepository> {
  const folder = await lab.makeFolder('clone')
  const depth = options.depth === undefined ? [] : ['--depth', String(options.depth)]
  const branch = options.branch === undefined ? [] : ['--branch', options.branch]
  // A plain path would be copied whole, whatever the depth.
  await succeed(lab, { command: 'git', args: ['clone', '--quiet', ...depth, ...branch, `file://${origin}`, folder] })
  return openGitRepository(lab, folder)
}

function openGitRepository(lab: Lab, folder: string): GitRepository {
  let commits = 0
  const git = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    (await succeed(lab, { command: 'git', args, cwd: folder, env })).replace(/\n$/, '')

  const write = async (files: Readonly<Record<string, string | undefined>>) => {
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, name)
      if (text === undefined) await rm(path)
      else {
        await mkdir(dirname(path), { recursive: true })
        await writeFile(path, text)
      }
    }
  }

  return {
    folder,
    git: (...args) => git(args),
    write,
    async commit(files = {}, options = {}) {
      await write(files)
      const { message = `Commit ${commits + 1}`, author = { name: 'Lab', email: 'lab@example.com' } } = options
      const date = `@${options.date ?? firstDate + commits * 60} +0000`
      commits += 1
      await git(['add', '--all'])
      await git(['commit', '--quiet', '--allow-empty', '--message', message], {
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: author.name,
        GIT_COMMITTER_EMAIL: author.email,
        GIT_COMMITTER_DATE: date,
      })
      return git(['rev-parse', 'HEAD'])
    },
    async addOrigin() {
      const origin = await lab.makeFolder('origin')
      await succeed(lab, { command: 'git', args: ['clone', '--quiet', '--bare', folder, origin] })
      await git(['remote', 'add', 'origin', origin])
      await git(['fetch', '--quiet', 'origin'])
      return origin
    },
  }
}
