import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './tree.js'

export interface Commands {
  readonly text: string
  /** What stands before them in their section. */
  readonly before: string
}

/** Every block of commands in docs/FLUX_SETUP.md, in order. */
export function commandBlocks(): readonly Commands[] {
  const document = readFileSync(join(ROOT, 'docs', 'FLUX_SETUP.md'), 'utf8')
  return document.split(/^(?=## )/m).flatMap(section =>
    [...section.matchAll(/^```sh\n(.*?)^```$/gms)].map(({ 1: text = '', index }) => ({
      text,
      before: section.slice(0, index),
    })),
  )
}

/** The commands of the one block of docs/FLUX_SETUP.md that has a text in it. */
export function commandsWith(text: string): string {
  const [block, ...more] = commandBlocks().filter(commands => commands.text.includes(text))
  if (block === undefined || more.length > 0) {
    throw new Error(`${block === undefined ? 'no' : 'more than one'} block has "${text}", expected one`)
  }
  return block.text
}
