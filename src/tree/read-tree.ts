import { openGit } from '../git/repository.js'
import type { Runner } from '../runner/ports.js'
import { LARGEST_FILE } from '../yaml/source-file.js'
import { isManifestPath, isManifestText, withoutChartTemplates } from './manifest-paths.js'

/** Path, from the root of the tree and with forward slashes, and text of each file that may hold manifests. */
export type TreeTexts = readonly (readonly [path: string, text: string])[]

/**
 * Reads the manifests of a tree: what git tracks, and what it would (new files that nothing ignores); outside of a repository
 * everything that no .gitignore leaves out. A link that leads out of the tree is not followed.
 *
 * @param root an absolute path
 */
export async function readTree(runner: Pick<Runner, 'exec' | 'env' | 'files'>, root: string): Promise<TreeTexts> {
  const paths = (await trackedFiles(runner, root)) ?? (await runner.files.walk(root))
  const wanted = withoutChartTemplates(paths.filter(isManifestPath))
  const texts = await runner.files.readAll(root, wanted, LARGEST_FILE)
  return wanted.flatMap((path, index) => {
    const text = texts[index]
    return text === undefined || !isManifestText(path, text) ? [] : [[path, text] as const]
  })
}

async function trackedFiles(
  { exec, env }: Pick<Runner, 'exec' | 'env'>,
  root: string,
): Promise<readonly string[] | undefined> {
  const listing = await openGit(exec, root, env).ask('ls-files', '-z', '--cached', '--others', '--exclude-standard')
  return listing === undefined ? undefined : [...new Set(listing.split('\0').filter(path => path !== ''))]
}
