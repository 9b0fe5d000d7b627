import { UserError } from '../errors.js'
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
  const listing = await openGit(exec, root, env)
    .ask('ls-files', '-z', '--cached', '--others', '--exclude-standard')
    .catch(withoutGit)
  const paths = new Set((listing ?? '').split('\0').filter(path => path !== ''))
  // A folder that its repository ignores, and that is asked for all the same, has files that git does not list.
  return paths.size === 0 ? files.walk(root) : [...paths]
}

function withoutGit(error: unknown): undefined {
  if (error instanceof UserError) return undefined
  throw error
}
