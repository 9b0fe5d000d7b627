import type { ByteString } from '../../yaml/go/byte-string.js'
import { toText } from '../../yaml/go/byte-string.js'
import type { SequenceStyle } from '../../yaml/go/writer.js'

/** A piece of a file between separators. */
export interface DocumentText {
  readonly text: ByteString
  /** Offset in the file with its CRLF turned into LF. */
  readonly offset: number
}

/**
 * The documents of a file as kyaml cuts them, before any YAML is read: at lines that start with `---`, wherever they stand.
 * `undefined` when such a line goes on with anything but a comment, which makes kyaml refuse the file.
 * @param text the file, its CRLF turned into LF
 */
export function splitDocuments(text: ByteString): readonly DocumentText[] | undefined {
  if (text === '') return []
  const documents: DocumentText[] = []
  let offset = 0
  for (const separator of text.matchAll(/\n---([^\n]*)\n/g)) {
    if (!/^(?:#|$)/.test(trimmed(toText(separator[1] ?? '')))) return undefined
    documents.push({ text: `${text.slice(offset, separator.index)}\n`, offset })
    offset = separator.index + separator[0].length
  }
  return [...documents, { text: text.slice(offset), offset }]
}

/** What Go takes for white space at the start of a text. */
function trimmed(text: string): string {
  return text.replace(/^[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/, '')
}

/** The style of the first sequence that has one, judged by its lines alone as kyaml does: compact when none tells. */
export function sequenceStyleOf(document: ByteString): SequenceStyle {
  const lines = document.split('\n')
  for (const [index, line] of lines.entries()) {
    const dash = /^ *(?=- )/.exec(line)
    if (dash === null) continue
    const key = keyLineAbove(lines, index)
    const name = key.replace(/^ +| +$/g, '')
    if (name.indexOf(':') !== name.length - 1 || name === '') continue
    const depth = dash[0].length - (/^ */.exec(key)?.[0].length ?? 0)
    if (depth === 0) return 'compact'
    if (depth === 2) return 'wide'
  }
  return 'compact'
}

/** The nearest line above that is no comment, without the comment behind it. */
function keyLineAbove(lines: readonly ByteString[], index: number): ByteString {
  for (let above = index - 1; above >= 0; above -= 1) {
    const line = lines[above] ?? ''
    if (!/^ *#/.test(line)) return line.split('#', 1)[0] ?? ''
  }
  return ''
}
