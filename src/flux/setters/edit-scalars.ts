import type { ByteString } from '../../yaml/go/byte-string.js'
import { implicitTag, isYaml11NonString } from '../../yaml/go/implicit-tag.js'
import { type Node, nodeOf, tagOf } from '../../yaml/go/node.js'
import { formFor, shapeOf } from '../../yaml/go/scalar-shape.js'
import type { ScalarForm } from '../../yaml/go/token.js'
import { writeScalar } from '../../yaml/go/write-scalar.js'
import { newWriter } from '../../yaml/go/writer.js'
import { type FileText, originalOffset } from './file-text.js'
import type { ResourceChange } from './run-pipeline.js'

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: ByteString
}

/** The file with the new value in place of each old one, in the old one's form as far as the new value allows. */
export function editScalars(file: FileText, changes: readonly ResourceChange[]): ByteString {
  const edits = changes.map(change => editOf(file, change)).sort((left, right) => left.start - right.start)
  const parts: ByteString[] = []
  let kept = 0
  for (const { start, end, text } of edits) {
    parts.push(file.original.slice(kept, start), text)
    kept = end
  }
  return parts.join('') + file.original.slice(kept)
}

function editOf(file: FileText, { setting, resource }: ResourceChange): Edit {
  const { node, form, value, inFlow } = setting
  const start = originalOffset(file, resource.base + node.start)
  const end = originalOffset(file, resource.base + node.end)
  const isBlock = form === 'literal' || form === 'folded'
  const text = isBlock ? editedBlock(file.original.slice(start, end), value) : inlineScalar(value, form, inFlow)
  return { start, end, text }
}

/** The value on one line, quoted where a reader of YAML 1.1 or 1.2 would not take it for a string. */
function inlineScalar(value: ByteString, form: ScalarForm, inFlow: boolean): ByteString {
  const node: Node = nodeOf({ kind: 'scalar', tag: tagOf.string, value, form })
  const quote = isYaml11NonString(value) || implicitTag(value) !== tagOf.string
  const writer = newWriter()
  writeScalar(writer, value, formFor(node, quote, shapeOf(value), { inFlow, simpleKey: false }))
  return writer.parts.join('')
}

/**
 * A block scalar that holds just the value, without a line break at its end as Flux has it: `|-` or `>-`, the comment behind it,
 * and one line in the indentation of the first. Without a line to take the indentation from the value goes on the first line.
 */
function editedBlock(block: ByteString, value: ByteString): ByteString {
  const [header = '', sign = '', behind = ''] = /^([|>])[-+0-9]*([^\n]*)/.exec(block) ?? []
  const body = block.slice(header.length)
  const indentation = /\n( +)[^\s]/.exec(body)?.[1]
  if (indentation === undefined || value === '')
    return inlineScalar(value, 'plain', false) + behind + body.slice(0, body.indexOf('\n') + 1)
  const lineBreak = behind.endsWith('\r') ? '\r\n' : '\n'
  const trailing = /(?:\r?\n)*$/.exec(body)?.[0] ?? ''
  return `${sign}-${behind}\n${indentation}${value}${trailing === '' ? '' : lineBreak + trailing.replace(/^\r?\n/, '')}`
}
