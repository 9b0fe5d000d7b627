import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './tree.js'

/** The commands of the one block of docs/FLUX_SETUP.md that has a text in it. */
export function commandsWith(text: string): string {
  const document = readFileSync(join(ROOT, 'docs', 'FLUX_SETUP.md'), 'utf8')
  const blocks = [...document.matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, block]) =>
    block?.includes(text) === true ? [block] : [],
  )
  const [block] = blocks
  if (block === undefined || blocks.length > 1) throw new Error(`${blocks.length} blocks have "${text}", expected one`)
  return block
}
