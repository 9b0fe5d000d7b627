import { UserError } from '../errors.js'
import { type Git, GitFailure } from './repository.js'

export interface Commit {
  readonly sha: string
  /** Committer's time, unix seconds. */
  readonly seconds: number
  readonly author: { readonly name: string; readonly email: string }
  readonly subject: string
}

/** A commit with what it changes against its first parent. */
export interface CommitChanges extends Commit {
  readonly files: readonly FileChange[]
}

export interface FileChange {
  /** Path from the root of the repository. */
  readonly path: string
  /** Every line taken out or put in, without its `-` or `+`. */
  readonly lines: readonly string[]
  /** Whether more than lines changed: a binary file, a mode, a file made or removed. */
  readonly more: boolean
}

const FORMAT = '%H%x1f%ct%x1f%an%x1f%ae%x1f%s'

/**
 * The commit that is checked out, or undefined outside of a repository and in one without commits.
 *
 * @throws UserError when git will not read the repository, as it belongs to another user
 */
export async function headCommit(git: Git): Promise<Commit | undefined> {
  try {
    return parseCommit((await git.run('log', '-1', `--format=${FORMAT}`, 'HEAD')).trimEnd())
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error
    const folder = /dubious ownership in repository at '(.*)'/.exec(error.message)?.[1]
    if (folder === undefined) return undefined
    throw new UserError(`git does not read the repository at ${folder}: it belongs to another user`, {
      next: `If it is to be trusted: git config --global --add safe.directory '${folder}'`,
    })
  }
}

/**
 * The commits of a revision range, newest first, each with its changes against its first parent.
 *
 * @param range what `git log` takes, such as `-1 HEAD` or `A..B`
 */
export async function changesOf(git: Git, ...range: readonly string[]): Promise<readonly CommitChanges[]> {
  const output = await git.run(
    'log',
    '--first-parent',
    '-m',
    '-p',
    '-U0',
    '--no-renames',
    '--no-ext-diff',
    '--no-textconv',
    '--src-prefix=a/',
    '--dst-prefix=b/',
    `--format=%x00${FORMAT}`,
    ...range,
  )
  return (
    output
      // A text may have zero bytes too.
      .split(/\0(?=[0-9a-f]{40,64}\x1f[0-9]+\x1f)/)
      .slice(1)
      .flatMap(part => {
        const end = part.indexOf('\n')
        const commit = parseCommit(end < 0 ? part : part.slice(0, end))
        return commit === undefined ? [] : [{ ...commit, files: end < 0 ? [] : parsePatch(part.slice(end + 1)) }]
      })
  )
}

function parseCommit(line: string): Commit | undefined {
  const [sha, seconds, name, email, subject] = line.split('\x1f')
  if (sha === undefined || seconds === undefined) return undefined
  return { sha, seconds: Number(seconds), author: { name: name ?? '', email: email ?? '' }, subject: subject ?? '' }
}

/** The files of a patch without context lines. Lines inside a hunk are counted, so none can pass for a header. */
function parsePatch(patch: string): readonly FileChange[] {
  const files: { path: string; lines: string[]; more: boolean }[] = []
  let left = 0
  for (const line of patch.split('\n')) {
    const file = files.at(-1)
    if (left > 0) {
      if (line.startsWith('+') || line.startsWith('-')) {
        file?.lines.push(line.slice(1))
        left -= 1
      }
      continue
    }
    const hunk = /^@@ -[0-9]+(?:,([0-9]+))? \+[0-9]+(?:,([0-9]+))? @@/.exec(line)
    if (hunk !== null) left = Number(hunk[1] ?? 1) + Number(hunk[2] ?? 1)
    else if (line.startsWith('diff --git ')) files.push({ path: diffPath(line), lines: [], more: false })
    else if (/^(?:old mode|new file|deleted file|Binary files|GIT binary patch)/.test(line) && file) file.more = true
  }
  return files
}

/** The path in `diff --git a/P b/P`: both halves are the same, as renames are not followed. */
function diffPath(line: string): string {
  const rest = line.slice('diff --git '.length)
  const quoted = /^"a\/((?:[^"\\]|\\.)*)"/.exec(rest)?.[1]
  if (quoted !== undefined) return unquote(quoted)
  return rest.slice('a/'.length, (rest.length - 1) / 2)
}

const ESCAPES: Readonly<Record<string, string>> = { a: '\x07', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r' }

/** A path as git quotes it: characters by letter or by their octal number. */
function unquote(quoted: string): string {
  return quoted.replace(/\\(?:([0-7]{3})|(.))/g, (_, octal: string | undefined, letter: string | undefined) =>
    octal === undefined ? (ESCAPES[letter ?? ''] ?? letter ?? '') : String.fromCharCode(Number.parseInt(octal, 8)),
  )
}
