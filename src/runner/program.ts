import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Names the code that runs by what it is: a version says too little of a bundle that is taken from a branch.
 *
 * @param entry the script that Node.js was started with; the bundle is what lies beside it
 */
export function programOf(entry: string | undefined): string {
  const hash = createHash('sha256').update(process.version)
  const folder = entry === undefined ? undefined : dirname(realpathSync(entry))
  const scripts = folder === undefined ? [] : readdirSync(folder).filter(name => name.endsWith('.js'))
  for (const name of scripts.sort()) hash.update(`\0${name}\0`).update(readFileSync(join(folder ?? '', name)))
  return hash.digest('base64url')
}
