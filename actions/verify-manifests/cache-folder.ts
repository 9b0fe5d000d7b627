import { isAbsolute, join } from 'node:path'
import { openGit } from '../../src/git/repository.js'
import type { Runner } from '../../src/runner/ports.js'

/**
 * The folder that keeps things between runs, as an absolute path without links. One that git tracks files in comes with the change
 * that is judged, and must not say how: nothing is kept then.
 *
 * @param cache as the user gives it: absolute, or from the workspace
 */
export async function cacheFolder(
  cache: string | undefined,
  { workspace, files, exec, env, log }: Pick<Runner, 'workspace' | 'files' | 'exec' | 'env' | 'log'>,
): Promise<string | undefined> {
  if (cache === undefined) return undefined
  const folder = await files.realPath(isAbsolute(cache) ? cache : join(workspace, cache))
  if ((await files.kind(folder)) === undefined) return folder
  const tracked = await openGit(exec, folder, env).ask('ls-files', '-z', '--', '.')
  if (tracked === undefined || tracked === '') return folder
  log.warning(`The cache ${cache} is not used: git tracks files in it. Choose a folder outside of the repository`)
  return undefined
}
