import { isMap, isNode, isScalar, isSeq, type Node, parseAllDocuments, type YAMLMap } from 'yaml'
import { oncePer } from '../once-per.js'
import type { Key, SourceDocument } from '../yaml/source-file.js'

/** The parser's own tree of a document, for how a scalar is written: what is read of a file does not keep that. */
const rootOf = oncePer(({ outline, index }: SourceDocument): unknown => {
  const parsed = parseAllDocuments(outline.text, {
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  })
  return Array.isArray(parsed) ? parsed[index]?.contents : undefined
})

/** The node at a path, following no alias; undefined when there is none. */
export function nodeAt(document: SourceDocument, keys: readonly Key[]): Node | undefined {
  let node = rootOf(document)
  for (const key of keys) {
    if (isSeq(node)) node = typeof key === 'number' ? node.items[key] : undefined
    else node = isMap(node) ? pairOf(node, key)?.value : undefined
  }
  return isNode(node) ? node : undefined
}

/** The name of a member; undefined when it is not written. */
export function keyNodeAt(document: SourceDocument, keys: readonly Key[]): Node | undefined {
  const last = keys.at(-1)
  const parent = nodeAt(document, keys.slice(0, -1))
  const key = last !== undefined && isMap(parent) ? pairOf(parent, last)?.key : undefined
  return isNode(key) ? key : undefined
}

/** Of a key that stands twice the last counts, as in the value. */
function pairOf(map: YAMLMap, key: Key) {
  return map.items.findLast(pair => isScalar(pair.key) && String(pair.key.value) === String(key))
}
