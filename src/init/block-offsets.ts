import type { Scalar } from 'yaml'
import { rangeOf } from '../yaml/outline.js'

/**
 * From offsets into the text of a literal block (`key: |`) to offsets into the file that it stands in. Undefined for every other
 * scalar, whose characters are not those of the file.
 */
export function blockOffsets(file: string, node: Scalar): ((offset: number) => number) | undefined {
  if (node.type !== 'BLOCK_LITERAL' || typeof node.value !== 'string') return undefined
  const [start, end] = rangeOf(node)
  const [, ...outer] = linesOf(file.slice(start, end), start)
  const inner = linesOf(node.value, 0)
  return offset => {
    const index = inner.findLastIndex(line => line.start <= offset)
    const [from, to] = [inner[index], outer[index]]
    if (from === undefined || to === undefined) throw new Error(`offset ${offset} is in no line of the block`)
    return to.start + (to.text.length - from.text.length) + (offset - from.start)
  }
}

interface Line {
  readonly start: number
  /** Without its line end. */
  readonly text: string
}

function linesOf(text: string, offset: number): readonly Line[] {
  let start = offset
  return text.split('\n').map(line => {
    const found = { start, text: line.replace(/\r$/, '') }
    start += line.length + 1
    return found
  })
}
