import { listMember, member, textMember, valueAt } from '../../json.js'
import {
  type Key,
  keySpanAt,
  nodeAt,
  rangeOf,
  type SourceDocument,
  type SourceFile,
  spanAt,
} from '../../yaml/source-file.js'
import type { Span } from '../../yaml/span.js'

/**
 * A Kubernetes object of a file: as the file has it, or as it is applied where kustomize built it and patches, images, labels
 * and the like made something else of it. Its place is where it is written.
 */
export interface Resource {
  readonly file: SourceFile
  readonly document: SourceDocument
  /** Where it stands in the document: empty, or `items` and an index within a `kind: List`. */
  readonly path: readonly Key[]
  /** Empty for the core group. */
  readonly group: string
  readonly version: string
  readonly kind: string
  /** Undefined when it is missing or no text. */
  readonly name: string | undefined
  /** As written; a kustomization or a Flux Kustomization may set another. */
  readonly namespace: string | undefined
  readonly body: unknown
  /** The object as the file has it; undefined where this is it. */
  readonly written: Resource | undefined
}

/**
 * The Kubernetes objects of a file: documents with `apiVersion` and `kind`; the items of a `kind: List` in its place.
 * kustomize's own files are none.
 */
export function resourcesIn(file: SourceFile): readonly Resource[] {
  return file.documents.flatMap(document => {
    const whole = resourceOf(file, document, [], document.value)
    if (whole === undefined) return []
    const items = listMember(whole.body, 'items')
    if (whole.kind !== 'List' && !(whole.kind.endsWith('List') && items.length > 0)) return [whole]
    return items.flatMap((item, index) => resourceOf(file, document, ['items', index], item) ?? [])
  })
}

function resourceOf(
  file: SourceFile,
  document: SourceDocument,
  path: readonly Key[],
  body: unknown,
): Resource | undefined {
  const apiVersion = textMember(body, 'apiVersion')
  const kind = textMember(body, 'kind')
  if (apiVersion === undefined || kind === undefined || apiVersion.startsWith('kustomize.config.k8s.io/'))
    return undefined
  const metadata = member(body, 'metadata')
  const slash = apiVersion.indexOf('/')
  return {
    file,
    document,
    path,
    group: slash < 0 ? '' : apiVersion.slice(0, slash),
    version: apiVersion.slice(slash + 1),
    kind,
    name: textMember(metadata, 'name'),
    namespace: textMember(metadata, 'namespace'),
    body,
    written: undefined,
  }
}

/** A part of an object; undefined when it is not there. */
export function valueIn(resource: Resource, ...keys: readonly Key[]): unknown {
  return valueAt(resource.body, keys)
}

/** A part of an object that is a non-empty text. */
export function textIn(resource: Resource, ...keys: readonly Key[]): string | undefined {
  const value = valueIn(resource, ...keys)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A part of an object that is a list; empty when it is none. */
export function listIn(resource: Resource, ...keys: readonly Key[]): readonly unknown[] {
  const value = valueIn(resource, ...keys)
  return Array.isArray(value) ? value : []
}

/** Where the value of a part stands; see spanAt for what is not written. */
export function placeOf(resource: Resource, ...keys: readonly Key[]): Span {
  return spanAt(resource.file, resource.document, [...resource.path, ...writtenKeys(resource, keys)])
}

/** Where the name of a member stands. */
export function keyPlaceOf(resource: Resource, ...keys: readonly Key[]): Span {
  return keySpanAt(resource.file, resource.document, [...resource.path, ...writtenKeys(resource, keys)])
}

/** The same part in the file: a merge moves the items of lists, which are known again by their names. */
function writtenKeys({ body, written }: Resource, keys: readonly Key[]): readonly Key[] {
  if (written === undefined) return keys
  const found: Key[] = []
  let [applied, own]: readonly unknown[] = [body, written.body]
  for (const key of keys) {
    const part = valueAt(applied, [key])
    const ownKey = Array.isArray(own) && typeof key === 'number' ? twinOf(part, own, key) : key
    applied = part
    own = valueAt(own, [ownKey])
    if (own === undefined) break
    found.push(ownKey)
  }
  return found
}

function twinOf(item: unknown, list: readonly unknown[], index: number): number {
  const name = textMember(item, 'name')
  const twin = list.findIndex(other => (name === undefined ? other === item : textMember(other, 'name') === name))
  return twin < 0 && name === undefined ? index : twin
}

/** Offsets of a scalar in its file, quotes included, for an edit; undefined when it is not written. */
export function rangeIn(
  resource: Resource,
  ...keys: readonly Key[]
): readonly [start: number, end: number] | undefined {
  const { written } = resource
  // What something else made of the value stands nowhere in the file.
  if (written !== undefined && valueIn(written, ...keys) !== valueIn(resource, ...keys)) return undefined
  const node = nodeAt(resource.document, [...resource.path, ...keys])
  return node === undefined ? undefined : rangeOf(node)
}

/** Kind, namespace and name as people write them: `ImagePolicy flux-system/frontend`. */
export function titleOf({ kind, namespace, name }: Resource): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name ?? '(without a name)'}`
}
