import { toByteString, toText } from './go/byte-string.js'
import { type Node, nodeOf, tagOf } from './go/node.js'
import { writeDocuments } from './go/write-documents.js'

/** A mapping of texts and mappings. */
export interface Mapping {
  readonly [key: string]: string | Mapping
}

/** A mapping in block style, as Go's encoder writes it: its lines without line ends. */
export function blockLines(mapping: Mapping): readonly string[] {
  return toText(writeDocuments([{ node: nodeFrom(mapping), sequences: 'compact' }]))
    .trimEnd()
    .split('\n')
}

function nodeFrom(mapping: Mapping): Node {
  const content = Object.entries(mapping).flatMap(([key, value]) => [
    scalar(key),
    typeof value === 'string' ? scalar(value) : nodeFrom(value),
  ])
  return nodeOf({ kind: 'mapping', tag: tagOf.mapping, content, flow: content.length === 0 })
}

/** What the readers of YAML 1.1, the API server's among them, may take for a truth value. */
const TRUTH = /^(?:y|n|yes|no|on|off|true|false)$/i

function scalar(text: string): Node {
  const form = /[\r\n]/.test(text) || TRUTH.test(text) ? 'double' : 'plain'
  return nodeOf({ kind: 'scalar', tag: tagOf.string, value: toByteString(text), form })
}

/** A text as a value, quoted where it would be read as something else. */
export function scalarText(text: string): string {
  const [line = ''] = blockLines({ k: text })
  return line.slice('k: '.length)
}

/** A mapping's pairs for between the braces of a flow mapping. */
export function flowPairs(mapping: Mapping): string {
  return Object.entries(mapping)
    .map(
      ([key, value]) =>
        `${JSON.stringify(key)}: ${typeof value === 'string' ? JSON.stringify(value) : `{${flowPairs(value)}}`}`,
    )
    .join(', ')
}
