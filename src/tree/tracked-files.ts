import { UserError } from '../errors.js'
import type { Git } from '../git/repository.js'

/**
 * The files below the work tree's folder that git has or would take, by path from that folder, in byte order of git;
 * those that were deleted are still among them. Undefined when git cannot say: it lies in no repository, the repository
 * ignores it or is somebody else's, or there is no git.
 */
export async function trackedFiles(git: Git): Promise<readonly string[] | undefined> {
  const listed = await git
    .ask('ls-files', '-z', '--cached', '--others', '--exclude-standard')
    .catch((error: unknown) => {
      if (error instanceof UserError) return undefined
      throw error
    })
  const paths = new Set((listed ?? '').split('\0'))
  paths.delete('')
  return paths.size === 0 ? undefined : [...paths]
}
