import { type ByteString, toByteString, toText } from '../../yaml/go/byte-string.js'
import type { Node } from '../../yaml/go/node.js'
import { type WrittenDocument, writeDocuments } from '../../yaml/go/write-documents.js'
import {
  annotation,
  annotationsOf,
  clearAnnotation,
  copyLegacyAnnotations,
  dropEmptyAnnotations,
  fieldOf,
  isNull,
  metaOf,
  PipelineError,
  type ResourceMeta,
  rawAnnotation,
  rootOf,
  setAnnotation,
} from './resource.js'

/**
 * Mirrors kyaml's `LocalPackageWriter`: the files that the resources make up, by path, in the order of their index. A resource
 * without a path, which is an item of a list, gets one made of its namespace, kind and name. Throws a PipelineError where the
 * writer fails.
 */
export function writeResources(
  resources: readonly Node[],
  isDirectory: (path: string) => boolean,
): ReadonlyMap<string, ByteString> {
  setMissingPaths(resources)
  const groups = groupByPath(resources)
  for (const path of groups.keys()) {
    if (isDirectory(cleanPath(path)))
      throw new PipelineError(`config.kubernetes.io/path cannot be a directory: ${path}`)
  }
  const files = new Map<string, ByteString>()
  for (const [path, group] of groups) files.set(cleanPath(path), writeFile(sortedByIndex(group)))
  return files
}

function setMissingPaths(resources: readonly Node[]): void {
  const next = new Map<ByteString, number>()
  for (const resource of resources) {
    copyLegacyAnnotations(resource)
    const meta = metaOf(resource)
    if (meta.missing) throw new PipelineError('missing Resource metadata')
    const annotations = annotationsOf(resource)
    const path = annotations.get(annotation.path)
    if (path === undefined) {
      setAnnotation(resource, annotation.path, madePath(meta))
      setAnnotation(resource, annotation.legacyPath, madePath(meta))
    } else next.set(path, Math.max(next.get(path) ?? 0, indexIn(annotations)))
  }
  for (const resource of resources) {
    const annotations = annotationsOf(resource)
    if (annotations.has(annotation.index)) continue
    const path = annotations.get(annotation.path) ?? ''
    const index = next.get(path) ?? 0
    next.set(path, index + 1)
    setAnnotation(resource, annotation.index, String(index))
    setAnnotation(resource, annotation.legacyIndex, String(index))
  }
}

function indexIn(annotations: ReadonlyMap<ByteString, ByteString>): number {
  const index = annotations.get(annotation.index) ?? ''
  return INTEGER.test(index) ? Number(index) : 0
}

const INTEGER = /^[-+]?\d+$/

function madePath({ kind, name, namespace }: ResourceMeta): ByteString {
  const file = `${toByteString(toText(kind).toLowerCase())}_${name}.yaml`
  return cleanPath(namespace === '' ? file : `${namespace}/${file}`)
}

/** Go's `path.Clean`. */
function cleanPath(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (!path.startsWith('/')) parts.push(part)
  }
  const cleaned = (path.startsWith('/') ? '/' : '') + parts.join('/')
  return cleaned === '' ? '.' : cleaned
}

function groupByPath(resources: readonly Node[]): ReadonlyMap<string, Node[]> {
  for (const resource of resources) {
    const missing = [annotation.index, annotation.path].find(name => rawAnnotation(resource, name) === '')
    if (missing !== undefined)
      throw new PipelineError(`resources must be annotated with ${missing} to be written to files`)
  }
  const groups = new Map<string, Node[]>()
  for (const resource of resources) {
    const path = toText(rawAnnotation(resource, annotation.path))
    if (path.startsWith('/')) throw new PipelineError('package paths may not be absolute paths')
    if (cleanPath(path).includes('..'))
      throw new PipelineError(`resource must be written under package: ${cleanPath(path)}`)
    const group = groups.get(path)
    if (group === undefined) groups.set(path, [resource])
    else group.push(resource)
  }
  return groups
}

/** By index, where there is any to compare; without one comes first. */
function sortedByIndex(resources: readonly Node[]): readonly Node[] {
  const indexed = resources.map(resource => ({
    resource,
    index: annotationsOf(resource).get(annotation.index) ?? '',
  }))
  const wrong = indexed.find(({ index }) => index !== '' && !INTEGER.test(index))
  if (wrong !== undefined && indexed.some(({ index }) => index !== '' && index !== wrong.index)) {
    const quoted = JSON.stringify(toText(wrong.index))
    throw new PipelineError(
      `unable to parse config.kubernetes.io/index ${wrong.index} :strconv.Atoi: parsing ${quoted}: invalid syntax`,
    )
  }
  const rank = (index: ByteString): number => (index === '' ? Number.NEGATIVE_INFINITY : Number(index))
  return indexed
    .sort((left, right) => (left.index === right.index ? 0 : Math.sign(rank(left.index) - rank(right.index))))
    .map(({ resource }) => resource)
}

function writeFile(resources: readonly Node[]): ByteString {
  return writeDocuments(resources.map(prepared))
}

/** Takes the annotations off again that led through the pipeline, and what gets empty by that. */
function prepared(resource: Node): WrittenDocument {
  const sequences = annotationsOf(resource).get(annotation.sequenceStyle) === 'wide' ? 'wide' : 'compact'
  clearAnnotation(resource, annotation.index)
  clearAnnotation(resource, annotation.legacyIndex)
  clearAnnotation(resource, annotation.sequenceStyle)
  clearAnnotation(resource, annotation.path)
  clearAnnotation(resource, annotation.legacyPath)
  dropEmptyAnnotations(resource)
  return { node: unwrapped(resource), sequences }
}

/** kyaml takes this key for a wrapper that it made itself. */
function unwrapped(resource: Node): Node {
  const wrapped = fieldOf(rootOf(resource), 'bareSeqNodeWrappingKey')
  if (wrapped === undefined || isNull(wrapped)) return resource
  const isEmptyCollection = (wrapped.kind === 'mapping' || wrapped.kind === 'sequence') && wrapped.content.length === 0
  return isEmptyCollection ? resource : wrapped
}
