import { openGit } from '../git/repository.js'
import type { Runner, Unread } from '../runner/ports.js'
import { LARGEST_FILE } from '../yaml/source-file.js'
import { isReadable, readablePaths } from './readable-paths.js'
import { trackedFiles } from './tracked-files.js'
import { walk } from './walk.js'

export interface Tree {
  /** Path from the root and content of each file that can say something about the tree. */
  readonly texts: readonly (readonly [path: string, text: string])[]
  /** Those that could have, and were not read. */
  readonly unread: readonly { readonly path: string; readonly why: Exclude<Unread, 'missing'> }[]
}

/**
 * Reads a tree: what git tracks or would track below the folder, and outside of a repository all that no `.gitignore`
 * names. Nothing outside of the folder is read, also where a link leads there.
 */
export async function readTree(
  { exec, env, files }: Pick<Runner, 'exec' | 'env' | 'files'>,
  root: string,
): Promise<Tree> {
  const paths = (await trackedFiles(openGit(exec, root, env))) ?? (await walk(files, root))
  const texts: [string, string][] = []
  const unread: Tree['unread'][number][] = []
  for (const { path, content } of await files.readWithin(root, readablePaths(paths), LARGEST_FILE)) {
    if ('text' in content) {
      if (isReadable(path, content.text)) texts.push([path, content.text])
    } else if (content.unread !== 'missing') unread.push({ path, why: content.unread })
  }
  return { texts, unread }
}
