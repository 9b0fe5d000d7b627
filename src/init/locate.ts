import { isScalar, type Scalar } from 'yaml'
import { isMapping, textMember, valueAt } from '../json.js'
import { rangeOf } from '../yaml/outline.js'
import { type Key, readSourceFile, type SourceDocument, type SourceFile } from '../yaml/source-file.js'
import { blockOffsets } from './block-offsets.js'
import { keyNodeAt, nodeAt } from './nodes.js'
import { EMBEDDED, type Place, type Step } from './place.js'
import type { Values } from './values.js'

/** A place that was found in a file. */
export interface Spot {
  readonly node: Scalar
  /** What it says, as text. */
  readonly current: string
  /** Offsets into the file. */
  readonly start: number
  readonly end: number
}

/** The part of a place that says where it is. */
export type Location = Pick<Place, 'object' | 'steps' | 'isKey'>

/**
 * Finds a place in a file. Undefined when there is none, and for what cannot be changed alone: an anchor, an alias, a value of
 * several lines.
 *
 * @param known the values that may stand there, the likely ones first
 */
export function locate(file: SourceFile, place: Location, known: readonly Values[]): Spot | undefined {
  const document = file.documents.find(({ value }) => place.object === '' || objectName(value) === place.object)
  return document === undefined ? undefined : walk(file, document, place.steps, place.isKey === true, known)
}

function objectName(value: unknown): string {
  return `${textMember(value, 'kind')} ${textMember(valueAt(value, ['metadata']), 'name')}`
}

function walk(
  file: SourceFile,
  document: SourceDocument,
  steps: readonly Step[],
  isKey: boolean,
  known: readonly Values[],
): Spot | undefined {
  const keys: Key[] = []
  for (const [index, step] of steps.entries()) {
    if (step === EMBEDDED) {
      const node = nodeAt(document, keys)
      const toFile = isScalar(node) ? blockOffsets(file.text, node) : undefined
      if (!isScalar(node) || toFile === undefined) return undefined
      const inner = readSourceFile(file.path, String(node.value))
      const [first] = inner.documents
      const spot = first === undefined ? undefined : walk(inner, first, steps.slice(index + 1), isKey, known)
      return spot === undefined ? undefined : { ...spot, start: toFile(spot.start), end: toFile(spot.end) }
    }
    const key = typeof step === 'function' ? chosen(valueAt(document.value, keys), step, known) : step
    if (key === undefined) return undefined
    keys.push(key)
  }
  const node = isKey ? keyNodeAt(document, keys) : nodeAt(document, keys)
  if (!isScalar(node) || node.anchor !== undefined) return undefined
  const [start, end] = rangeOf(node)
  const isOnOneLine = end > start && !file.text.slice(start, end).includes('\n')
  return isOnOneLine ? { node, current: String(node.value), start, end } : undefined
}

function chosen(
  value: unknown,
  choice: Extract<Step, (...args: never) => unknown>,
  known: readonly Values[],
): Key | undefined {
  const entries: readonly (readonly [Key, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : isMapping(value)
      ? Object.entries(value)
      : []
  for (const values of known) {
    const found = entries.find(([key, item]) => choice(item, key, values))
    if (found !== undefined) return found[0]
  }
  return undefined
}
