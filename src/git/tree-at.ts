import type { Git } from './repository.js'

/** How the work tree differs from a commit, below the folder that git runs in. */
export interface TreeAt {
  /** Paths of the commit, from that folder. */
  readonly paths: readonly string[]
  /** Those of them that the work tree has otherwise, or not at all. */
  readonly changed: ReadonlySet<string>
  /** Old path to new path of the files that were moved, changed a little or not at all. */
  readonly renames: ReadonlyMap<string, string>
}

/** Compares the work tree with a commit; links and submodules are left out. */
export async function treeAt(git: Git, commit: string): Promise<TreeAt> {
  const [listing, differences] = await Promise.all([
    git.run('ls-tree', '-r', '-z', commit),
    git.run('diff', '--name-status', '-z', '--find-renames', '--relative', commit, '--', '.'),
  ])
  const paths = listing.split('\0').flatMap(entry => {
    const [, path] = /^100[0-7]{3} blob [0-9a-f]+\t(.*)$/s.exec(entry) ?? []
    return path ?? []
  })
  return { paths, ...readStatus(differences) }
}

/** `git diff --name-status -z`: a letter and one path each, two for a rename or a copy. */
function readStatus(text: string): Pick<TreeAt, 'changed' | 'renames'> {
  const changed = new Set<string>()
  const renames = new Map<string, string>()
  const fields = text.split('\0')
  for (let at = 0; at + 1 < fields.length; ) {
    const letter = fields[at]?.[0]
    const path = fields[at + 1] ?? ''
    const isMove = letter === 'R' || letter === 'C'
    if (letter !== 'C') changed.add(path)
    if (letter === 'R') renames.set(path, fields[at + 2] ?? '')
    at += isMove ? 3 : 2
  }
  return { changed, renames }
}

/** The texts of files as a commit has them; a file that is no text, or is not there, is left out. */
export async function textsAt(
  git: Git,
  commit: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  // A line feed in a path would be two requests.
  const asked = paths.filter(path => !path.includes('\n'))
  if (asked.length === 0) return texts
  const prefix = (await git.run('rev-parse', '--show-prefix')).replace(/\n$/, '')
  const answer = Buffer.from(
    await git.feed(asked.map(path => `${commit}:${prefix}${path}\n`).join(''), 'cat-file', '--batch'),
  )
  let at = 0
  for (const path of asked) {
    const end = answer.indexOf(0x0a, at)
    const header = answer.toString('utf8', at, end < 0 ? answer.length : end)
    const size = Number(/^[0-9a-f]+ blob ([0-9]+)$/.exec(header)?.[1] ?? Number.NaN)
    at = end + 1
    if (Number.isNaN(size)) continue
    // Bytes that are no UTF-8 came in as other bytes: the count is off, and the rest cannot be told apart.
    if (answer[at + size] !== 0x0a) {
      for (const rest of asked.slice(asked.indexOf(path))) {
        const text = await git.ask('cat-file', 'blob', `${commit}:${prefix}${rest}`)
        if (text !== undefined) texts.set(rest, text)
      }
      break
    }
    texts.set(path, answer.toString('utf8', at, at + size))
    at += size + 1
  }
  return texts
}
