import { type ByteString, toByteString, toText } from '../../yaml/go/byte-string.js'
import { isYaml11NonString } from '../../yaml/go/implicit-tag.js'
import { type Node, tagOf } from '../../yaml/go/node.js'
import type { Comment, ScalarForm } from '../../yaml/go/token.js'
import { type MarkedSetter, setterNamedBy } from './marker.js'
import type { Setters } from './policies.js'
import { isNull, rootOf } from './resource.js'

/** A scalar that a marker was applied to, also when its value stayed the same. */
export interface Setting {
  readonly node: Node
  readonly marker: Comment
  readonly setter: string
  readonly old: ByteString
  readonly value: ByteString
  /** Whether it stands inside brackets. */
  readonly inFlow: boolean
  /** How it was written before. */
  readonly form: ScalarForm
}

/**
 * Sets the value of every scalar of a resource that a marker names a setter for, in the order of the document. Each is handed
 * out before the next is set, as a marker may well change the name of the object itself.
 */
export function* applyMarkers(resource: Node, setters: Setters): Generator<Setting> {
  for (const { node, comment, inFlow } of markedScalars(resource)) {
    const setter = setterNamedBy(toText(comment.text), setters)
    if (setter === undefined) continue
    const value = toByteString(setter.value)
    const setting = { node, marker: comment, setter: setter.name, old: node.value, value, inFlow, form: node.form }
    setValue(node, value, setter)
    yield setting
  }
}

/** A scalar with the only comment that Flux reads of it: the one on its line, else the one above. */
export interface MarkedScalar {
  readonly node: Node
  readonly comment: Comment
  readonly inFlow: boolean
}

/**
 * The scalars that Flux looks at. Keys and aliases are passed by. Of a key that stands twice the first value counts, once for
 * each.
 */
export function* markedScalars(resource: Node): Generator<MarkedScalar> {
  const waiting = [{ node: rootOf(resource), inFlow: false }]
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { node } = place
    const inFlow = place.inFlow || node.flow
    const comment = node.line ?? node.head
    if (node.kind === 'scalar' && comment !== undefined) yield { node, comment, inFlow }
    for (const part of partsOf(node).reverse()) waiting.push({ node: part, inFlow })
  }
}

function partsOf(node: Node): Node[] {
  if (node.kind === 'mapping') return valuesOf(node)
  return node.kind === 'sequence' ? [...node.content] : []
}

function valuesOf(mapping: Node): Node[] {
  const first = new Map<ByteString, Node>()
  const values: Node[] = []
  for (let index = 0; index + 1 < mapping.content.length; index += 2) {
    const name = mapping.content[index]?.value ?? ''
    const value = first.get(name) ?? mapping.content[index + 1]
    if (value === undefined) continue
    first.set(name, value)
    values.push(value)
  }
  return values
}

/** Mirrors kyaml's `FormatNonStringStyle`: quotes what a YAML 1.1 reader would not take for a string, except on a null. */
function setValue(node: Node, value: ByteString, setter: MarkedSetter): void {
  node.value = value
  if (!setter.isString || !isYaml11NonString(value)) return
  if (node.form !== 'double' && node.form !== 'single') {
    node.form = 'double'
    node.tagged = false
  }
  if (isNull(node)) {
    node.form = 'plain'
    node.tagged = false
  } else node.tag = tagOf.string
}
