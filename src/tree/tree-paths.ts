import { openGit } from '../git/repository.js'
import type { Runner } from '../runner/ports.js'

/**
 * The files of a tree, as paths from its root: what git tracks, and what it would (new files that nothing ignores); outside of a
 * repository everything that no .gitignore leaves out.
 *
 * @param root an absolute path
 */
export async function treePaths(
  { exec, env, files }: Pick<Runner, 'exec' | 'env' | 'files'>,
  root: string,
): Promise<readonly string[]> {
  const listing = await openGit(exec, root, env).ask('ls-files', '-z', '--cached', '--others', '--exclude-standard')
  return listing === undefined ? files.walk(root) : [...new Set(listing.split('\0').filter(path => path !== ''))]
}
