import type { Runner } from '../runner/ports.js'
import { LARGEST_FILE } from '../yaml/source-file.js'
import { isManifestPath, isManifestText, isPlainPath, withoutChartTemplates } from './manifest-paths.js'
import { treePaths } from './tree-paths.js'

/** Path, from the root of the tree and with forward slashes, and text of each file that may hold manifests, of each sealing certificate and each .sourceignore. */
export type TreeTexts = readonly (readonly [path: string, text: string])[]

/**
 * Reads the manifests and sealing certificates among the files of a tree (see treePaths). A link that leads out of the tree is not followed.
 *
 * @param root an absolute path
 */
export async function readTree(runner: Pick<Runner, 'exec' | 'env' | 'files'>, root: string): Promise<TreeTexts> {
  const wanted = withoutChartTemplates((await treePaths(runner, root)).filter(isTreePath))
  const texts = await runner.files.readAll(root, wanted, LARGEST_FILE)
  return wanted.flatMap((path, index) => {
    const text = texts[index]
    return text === undefined || !isManifestText(path, text) ? [] : [[path, text] as const]
  })
}

function isTreePath(path: string): boolean {
  return isManifestPath(path) || isPlainPath(path)
}
