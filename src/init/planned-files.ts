import { join } from 'node:path'
import type { WrittenFile } from '../flux/written-files.js'
import type { Files } from '../runner/ports.js'
import { VALUES_FILE } from './values.js'

/**
 * The files of a plan beside what is on disk, sorted. `flux/fluxgate-values.yaml` comes last: a tree that was interrupted while it was written
 * has none, and is known by that.
 *
 * @param root a real path
 */
export async function plannedFiles(
  files: Files,
  root: string,
  texts: ReadonlyMap<string, string>,
): Promise<readonly WrittenFile[]> {
  const paths = [...texts.keys()].sort()
  const inOrder = [...paths.filter(path => path !== VALUES_FILE), ...paths.filter(path => path === VALUES_FILE)]
  return Promise.all(
    inOrder.map(async path => ({
      path,
      before: await files.readBytes(join(root, path)),
      content: Buffer.from(texts.get(path) ?? ''),
    })),
  )
}
