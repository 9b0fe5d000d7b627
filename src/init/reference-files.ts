import { join } from 'node:path'
import { UserError } from '../errors.js'
import type { Files } from '../runner/ports.js'
import { VALUES_FILE } from './values.js'

/** What lies beside `flux/` in a repository that uses it: the workflows and the gate's configuration. */
const BESIDE = 'examples/repository'

/** The files of the reference repository by their paths in it, as this program has them beside itself. */
export async function referenceFiles(files: Files, home: string): Promise<ReadonlyMap<string, string>> {
  const places = [join(home, VALUES_FILE), join(home, BESIDE)]
  const kinds = await Promise.all(places.map(place => files.kind(place)))
  const missing = places.filter((_, index) => kinds[index] === undefined)
  if (missing.length > 0) {
    throw new UserError(
      `the reference tree is not where this program looks for it: there is no ${missing.join(', and no ')}`,
      {
        next: 'Run dist/cli/index.js of a whole checkout of fluxgate; the file by itself has no tree',
      },
    )
  }
  const tree = (await files.walk(join(home, 'flux'))).filter(path => !path.startsWith('examples/'))
  const beside = await files.walk(join(home, BESIDE))
  const found = new Map<string, string>()
  for (const path of [...tree.map(path => `flux/${path}`), ...beside]) {
    const text = await files.readText(sourceOf(path, home))
    if (text !== undefined) found.set(path, text)
  }
  return found
}

/** Where a file of the reference repository lies. */
export function sourceOf(path: string, home: string): string {
  return path.startsWith('flux/') ? join(home, path) : join(home, BESIDE, path)
}
