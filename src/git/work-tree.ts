import type { Files } from '../runner/ports.js'
import type { Git } from './repository.js'

/**
 * What a clone of the folder's repository would hold if all of it were committed now: tracked files, and new ones that git does
 * not ignore, as paths from the folder. Outside of a repository every file below the folder.
 */
export async function workTreePaths(git: Git, files: Files, folder: string): Promise<readonly string[]> {
  // Without git, or in a folder that git ignores, all there is counts.
  const listed = await git.ask('ls-files', '-z', '--cached', '--others', '--exclude-standard').catch(() => undefined)
  const paths = !listed ? await files.walk(folder) : listed.split('\0').filter(path => path !== '')
  return [...new Set(paths)].filter(path => path !== '.git' && !path.startsWith('.git/')).sort()
}
