import { isSame, listMember, member, textMember, valueAt } from '../../json.js'
import { oncePer } from '../../once-per.js'
import {
  type Key,
  keySpanAt,
  type Part,
  partAt,
  type SourceDocument,
  type SourceFile,
  spanAt,
} from '../../yaml/source-file.js'
import type { Span } from '../../yaml/span.js'
import type { PatchPlace } from './patch-places.js'

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
  /** How it came to be; undefined where this is the object as the file has it. */
  readonly made: Making | undefined
}

/** What an object of a file went through before it is applied. */
export interface Making {
  /** The object as the file has it. */
  readonly written: Resource
  /** Its body before postBuild replaced variables. */
  readonly unsubstituted: unknown
  /** Whatever may have had a part in it, the last word first. */
  readonly patches: () => readonly PatchPlace[]
}

/** A place in one of the files of a tree. */
export interface FilePlace {
  readonly file: string
  readonly span: Span
}

/**
 * The Kubernetes objects of a file: documents with `apiVersion` and `kind`; the items of a `kind: List` in its place.
 * kustomize's own files are none.
 */
export const resourcesIn = oncePer((file: SourceFile): readonly Resource[] =>
  file.documents.flatMap(document => {
    const whole = resourceOf(file, document, [], document.value)
    if (whole === undefined) return []
    const items = listMember(whole.body, 'items')
    if (whole.kind !== 'List' && !(whole.kind.endsWith('List') && items.length > 0)) return [whole]
    return items.flatMap((item, index) => resourceOf(file, document, ['items', index], item) ?? [])
  }),
)

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
    made: undefined,
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

/** Where the value of a part stands in its own file; see spanAt for what is not written. */
export function placeOf(resource: Resource, ...keys: readonly Key[]): Span {
  return spanAt(resource.file, resource.document, [...resource.path, ...writtenKeys(resource, keys)])
}

/** Where the name of a member stands in its own file. */
export function keyPlaceOf(resource: Resource, ...keys: readonly Key[]): Span {
  return keySpanAt(resource.file, resource.document, [...resource.path, ...writtenKeys(resource, keys)])
}

/** Where the value of a part comes from: the file of the object, or a patch that wrote it. */
export function originOf(resource: Resource, ...keys: readonly Key[]): FilePlace {
  const { made, body, file } = resource
  const value = valueAt(body, keys)
  if (
    made !== undefined &&
    value !== undefined &&
    !isSame(value, valueAt(made.written.body, writtenKeys(resource, keys)))
  ) {
    for (const patch of made.patches()) {
      const span = spanInPatch(patch, body, keys, value)
      if (span !== undefined) return { file: patch.file.path, span }
    }
  }
  return { file: file.path, span: placeOf(resource, ...keys) }
}

/** Where a patch writes this very value; undefined where it does not. */
function spanInPatch(
  { file, document, keys: standing, body }: PatchPlace,
  applied: unknown,
  keys: readonly Key[],
  value: unknown,
): Span | undefined {
  if (Array.isArray(body)) {
    const pointer = `/${keys.map(key => String(key).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`
    const index = body.findIndex(change => member(change, 'path') === pointer && isSame(member(change, 'value'), value))
    return index < 0 ? undefined : spanAt(file, document, standing ?? [index, 'value'])
  }
  const own = twinKeys(applied, body, keys)
  if (own.length < keys.length || !isSame(valueAt(body, own), value)) return undefined
  return spanAt(file, document, standing ?? own)
}

/** The same part in the file. */
function writtenKeys({ body, made }: Resource, keys: readonly Key[]): readonly Key[] {
  return made === undefined ? keys : twinKeys(body, made.written.body, keys)
}

/** The same part of another object, as far as it has it: a merge moves the items of lists, which are known again by their names. */
function twinKeys(body: unknown, other: unknown, keys: readonly Key[]): readonly Key[] {
  const found: Key[] = []
  let [part, own]: readonly unknown[] = [body, other]
  for (const key of keys) {
    part = valueAt(part, [key])
    const ownKey = Array.isArray(own) && typeof key === 'number' ? twinOf(part, own, key) : key
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
  const part = partIn(resource, ...keys)
  return part === undefined ? undefined : [part.start, part.end]
}

/** A part as its file writes it; undefined when it is not written, or when a patch writes another value. */
export function partIn(resource: Resource, ...keys: readonly Key[]): Part | undefined {
  const path = pathIn(resource, ...keys)
  return path === undefined ? undefined : partAt(resource.document, path)
}

/** Where in its document a part stands; undefined when a patch writes another value. */
export function pathIn(resource: Resource, ...keys: readonly Key[]): readonly Key[] | undefined {
  const own = writtenKeys(resource, keys)
  const { made, path } = resource
  if (made !== undefined && !isSame(valueAt(made.written.body, own), valueIn(resource, ...keys))) return undefined
  return [...path, ...own]
}

/** Kind, namespace and name as people write them: `ImagePolicy flux-system/frontend`. */
export function titleOf({ kind, namespace, name }: Resource): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name ?? '(without a name)'}`
}
