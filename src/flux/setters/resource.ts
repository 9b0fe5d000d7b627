import type { ByteString } from '../../yaml/go/byte-string.js'
import { type Node, nodeOf, tagOf } from '../../yaml/go/node.js'
import { writeDocuments } from '../../yaml/go/write-documents.js'

/** Ends the whole automation: kyaml's pipeline returns it as its error. */
export class PipelineError extends Error {
  override readonly name = 'PipelineError'
}

/** What kyaml reads of a resource to tell it from others. */
export interface ResourceMeta {
  readonly apiVersion: ByteString
  readonly kind: ByteString
  readonly name: ByteString
  readonly namespace: ByteString
  /** Whether there is nothing at all that identifies it. */
  readonly missing: boolean
}

/** The root of a document, or the node itself. */
export function rootOf(resource: Node): Node {
  return (resource.kind === 'document' ? resource.content[0] : undefined) ?? resource
}

/** Mirrors kyaml's `GetMeta`: of a key that stands twice the first counts, aliases are not followed, empty values are absent. */
export function metaOf(resource: Node): ResourceMeta {
  const root = rootOf(resource)
  const metadata = presentField(root, 'metadata')
  const [apiVersion, kind] = [presentField(root, 'apiVersion'), presentField(root, 'kind')]
  const [name, namespace, labels, annotations] = ['name', 'namespace', 'labels', 'annotations'].map(field =>
    presentField(metadata, field),
  )
  const known = [apiVersion, kind, name, namespace, labels, annotations]
  return {
    apiVersion: apiVersion?.value ?? '',
    kind: kind?.value ?? '',
    name: name?.value ?? '',
    namespace: namespace?.value ?? '',
    missing: !isNull(root) && known.every(node => node === undefined),
  }
}

/** A resource's annotations by name; a null is ''. */
export function annotationsOf(resource: Node): ReadonlyMap<ByteString, ByteString> {
  const annotations = presentField(presentField(rootOf(resource), 'metadata'), 'annotations')
  return annotations?.kind === 'mapping' ? textFields(annotations) : new Map()
}

function presentField(mapping: Node | undefined, name: ByteString): Node | undefined {
  const field = mapping && fieldOf(mapping, name)
  return field === undefined || isEmptyValue(field) ? undefined : field
}

/** The value of a mapping's first key of that name. */
export function fieldOf(mapping: Node, name: ByteString): Node | undefined {
  if (mapping.kind !== 'mapping') return undefined
  for (let index = 0; index + 1 < mapping.content.length; index += 2) {
    if (mapping.content[index]?.value === name) return mapping.content[index + 1]
  }
  return undefined
}

/** The first value of every key, as text; a null is ''. */
function textFields(mapping: Node): ReadonlyMap<ByteString, ByteString> {
  const fields = new Map<ByteString, ByteString>()
  for (let index = 0; index + 1 < mapping.content.length; index += 2) {
    const key = mapping.content[index]
    const value = mapping.content[index + 1]
    if (key === undefined || value === undefined || fields.has(textOf(key))) continue
    fields.set(textOf(key), textOf(value))
  }
  return fields
}

function textOf(node: Node): ByteString {
  return isNull(node) ? '' : node.value
}

export function isNull(node: Node): boolean {
  return node.tag === tagOf.null
}

function isEmptyValue(node: Node): boolean {
  return isNull(node) || ((node.kind === 'mapping' || node.kind === 'sequence') && node.content.length === 0)
}

/**
 * Mirrors kyaml's `SetAnnotation`: drops empty annotations and metadata, then sets the annotation, in single quotes, and makes
 * what it needs on the way. Does nothing to a null. Throws a PipelineError where a part has the wrong kind.
 */
export function setAnnotation(resource: Node, name: ByteString, value: ByteString): void {
  dropEmptyAnnotations(resource)
  const root = rootOf(resource)
  if (isNull(root)) return
  const metadata = fieldForSetting(root, 'metadata')
  const annotations = metadata && fieldForSetting(metadata, 'annotations')
  if (annotations === undefined) return
  if (!isNull(annotations)) expectMapping(annotations)
  // In a null kyaml finds nothing, yet it adds to it.
  const place = isNull(annotations)
    ? -1
    : annotations.content.findIndex((node, index) => index % 2 === 0 && node.value === name)
  const written = nodeOf({ kind: 'scalar', tag: tagOf.string, value, form: 'single' })
  const former = place < 0 ? undefined : annotations.content[place + 1]
  if (former === undefined) annotations.content.push(nodeOf({ kind: 'scalar', value: name }), written)
  else annotations.content[place + 1] = { ...written, form: former.form, tagged: former.tagged }
}

function fieldForSetting(mapping: Node, name: ByteString): Node | undefined {
  if (isNull(mapping)) return undefined
  expectMapping(mapping)
  const field = fieldOf(mapping, name)
  if (field !== undefined) return field
  const made = nodeOf({ kind: 'mapping' })
  mapping.content.push(nodeOf({ kind: 'scalar', value: name }), made)
  return made
}

/** An annotation's text as it stands, also where it means null. */
export function rawAnnotation(resource: Node, name: ByteString): ByteString {
  const metadata = lookUp(rootOf(resource), 'metadata')
  const annotations = metadata && lookUp(metadata, 'annotations')
  return (annotations && lookUp(annotations, name))?.value ?? ''
}

/** Mirrors kyaml's `ClearAnnotation`; annotations that get empty stay. */
export function clearAnnotation(resource: Node, name: ByteString): void {
  const root = rootOf(resource)
  const metadata = lookUp(root, 'metadata')
  const annotations = metadata && lookUp(metadata, 'annotations')
  if (annotations !== undefined) clearField(annotations, name, false)
}

/** Mirrors kyaml's `ClearEmptyAnnotations`: drops annotations and then metadata without content of their own, scalars too. */
export function dropEmptyAnnotations(resource: Node): void {
  const root = rootOf(resource)
  const metadata = lookUp(root, 'metadata')
  if (metadata !== undefined) clearField(metadata, 'annotations', true)
  clearField(root, 'metadata', true)
}

function lookUp(mapping: Node, name: ByteString): Node | undefined {
  if (isNull(mapping)) return undefined
  expectMapping(mapping)
  return fieldOf(mapping, name)
}

function clearField(mapping: Node, name: ByteString, onlyEmpty: boolean): void {
  if (!isNull(mapping)) expectMapping(mapping)
  const { content } = mapping
  for (let index = 0; index + 1 < content.length; index += 2) {
    if (content[index]?.value !== name) continue
    if (onlyEmpty && content[index + 1]?.content.length !== 0) continue
    content.splice(index, 2)
    return
  }
}

const KIND_NAMES = {
  document: 'DocumentNode',
  mapping: 'MappingNode',
  sequence: 'SequenceNode',
  scalar: 'ScalarNode',
  alias: 'AliasNode',
} as const

function expectMapping(node: Node): void {
  if (node.kind === 'mapping') return
  const content = writeDocuments([{ node, sequences: 'compact' }])
  throw new PipelineError(
    `wrong node kind: expected MappingNode but got ${KIND_NAMES[node.kind]}: node contents:\n${content}`,
  )
}

export const annotation = {
  path: 'internal.config.kubernetes.io/path',
  index: 'internal.config.kubernetes.io/index',
  id: 'internal.config.kubernetes.io/id',
  sequenceStyle: 'internal.config.kubernetes.io/seqindent',
  resource: 'internal.config.kubernetes.io/annotations-migration-resource-id',
  legacyPath: 'config.kubernetes.io/path',
  legacyIndex: 'config.kubernetes.io/index',
  legacyId: 'config.k8s.io/id',
} as const

/** The older and the newer name of the same annotation. */
export const annotationPairs = [
  { what: 'path', internal: annotation.path, legacy: annotation.legacyPath },
  { what: 'index', internal: annotation.index, legacy: annotation.legacyIndex },
  { what: 'id', internal: annotation.id, legacy: annotation.legacyId },
] as const

/** Mirrors kyaml's `CopyLegacyAnnotations`: of each pair the one that is set is copied to the one that is not. */
export function copyLegacyAnnotations(resource: Node): void {
  const annotations = annotationsOf(resource)
  for (const { internal, legacy } of annotationPairs) {
    const internalValue = annotations.get(internal) ?? ''
    const legacyValue = annotations.get(legacy) ?? ''
    if (internalValue !== '' && legacyValue === '') setAnnotation(resource, legacy, internalValue)
    else if (internalValue === '' && legacyValue !== '') setAnnotation(resource, internal, legacyValue)
  }
}
