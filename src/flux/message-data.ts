import { type GoType, mapOf, sliceOf, stringMapType, stringType } from './template/types.js'
import { keyOf, type MapEntry, type MapValue, type StructValue, text, type Value } from './template/values.js'

/** What an ImageUpdateAutomation changed, as its commit message template sees it in image.toolkit.fluxcd.io/v1. */
export interface MessageData {
  readonly automation: { readonly namespace: string; readonly name: string }
  /** `spec.git.commit.messageTemplateValues`. */
  readonly values?: Readonly<Record<string, string>>
  readonly files: readonly ChangedFile[]
}

export interface ChangedFile {
  /** Below `update.path`, with forward slashes. */
  readonly path: string
  readonly objects: readonly ChangedObject[]
}

/** A document of the file; one that is no Kubernetes object has no name, and perhaps no kind. */
export interface ChangedObject {
  readonly apiVersion: string
  readonly kind: string
  readonly namespace: string
  readonly name: string
  readonly changes: readonly ValueChange[]
}

export interface ValueChange {
  readonly oldValue: string
  readonly newValue: string
  /** `namespace:policy`, with `:tag`, `:name` or `:digest` where the marker says so. */
  readonly setter: string
}

const namespacedNameType: GoType = {
  name: 'types.NamespacedName',
  kind: 'struct',
  fields: [
    { name: 'Namespace', type: stringType },
    { name: 'Name', type: stringType },
  ],
  methods: new Map([['String', stringType]]),
}
const typeMetaType: GoType = {
  name: 'yaml.TypeMeta',
  kind: 'struct',
  fields: [
    { name: 'APIVersion', type: stringType, json: 'apiVersion', omitEmpty: true },
    { name: 'Kind', type: stringType, json: 'kind', omitEmpty: true },
  ],
}
const nameMetaType: GoType = {
  name: 'yaml.NameMeta',
  kind: 'struct',
  fields: [
    { name: 'Name', type: stringType, json: 'name', omitEmpty: true },
    { name: 'Namespace', type: stringType, json: 'namespace', omitEmpty: true },
  ],
}
const resourceType: GoType = {
  name: 'yaml.ResourceIdentifier',
  kind: 'struct',
  fields: [
    { name: 'TypeMeta', type: typeMetaType, embedded: true },
    { name: 'NameMeta', type: nameMetaType, embedded: true },
  ],
}
const objectType: GoType = {
  name: 'update.ObjectIdentifier',
  kind: 'struct',
  fields: [{ name: 'ResourceIdentifier', type: resourceType, embedded: true }],
}
const changeType: GoType = {
  name: 'update.Change',
  kind: 'struct',
  fields: [
    { name: 'OldValue', type: stringType },
    { name: 'NewValue', type: stringType },
    { name: 'Setter', type: stringType },
  ],
}
const changeListType = sliceOf(changeType)
const objectChangesType = mapOf(objectType, changeListType, 'update.ObjectChanges')
const fileChangesType = mapOf(stringType, objectChangesType)
const resultType: GoType = {
  name: 'update.Result',
  kind: 'struct',
  fields: [{ name: 'FileChanges', type: fileChangesType }],
  methods: new Map([
    ['Changes', changeListType],
    ['Objects', objectChangesType],
  ]),
}

/** The type of the data, under the names that show in Go's error texts. */
export const messageDataType: GoType = {
  name: 'source.TemplateData',
  kind: 'struct',
  fields: [
    { name: 'AutomationObject', type: namespacedNameType },
    { name: 'Changed', type: resultType },
    { name: 'Values', type: stringMapType },
  ],
}

/** The data as a Go value. `.Changed.Changes` and lists of one object in two files come in the order of the files. */
export function messageValue({ automation, files, values }: MessageData): Value {
  const result: StructValue = {
    kind: 'struct',
    type: resultType,
    fields: new Map([['FileChanges', fileChanges(files)]]),
    methods: new Map<string, () => Value>([
      ['Changes', () => changeList(uniqueChanges(files.flatMap(({ objects }) => objects)))],
      ['Objects', () => objectChanges(files.flatMap(({ objects }) => objects))],
    ]),
  }
  const fields = new Map<string, Value>([
    ['AutomationObject', namespacedName(automation)],
    ['Changed', result],
    ['Values', textMap(values)],
  ])
  return { kind: 'struct', type: messageDataType, fields }
}

function namespacedName({ namespace, name }: MessageData['automation']): StructValue {
  const printed = `${namespace}/${name}`
  return {
    ...struct(namespacedNameType, { Namespace: text(namespace), Name: text(name) }),
    methods: new Map([['String', () => text(printed)]]),
    text: printed,
  }
}

function fileChanges(files: readonly ChangedFile[]): Value {
  const paths = [...new Set(files.map(({ path }) => path))]
  const entries = paths.map((path): [Value, Value] => [
    text(path),
    objectChanges(files.filter(file => file.path === path).flatMap(({ objects }) => objects)),
  ])
  return { ...map(fileChangesType, entries), ...(entries.length === 0 ? { entries: null } : {}) }
}

function objectChanges(objects: readonly ChangedObject[]): Value {
  const all = new Map<string, { object: Value; changes: ValueChange[] }>()
  for (const changed of objects) {
    const object = objectValue(changed)
    const known = all.get(keyOf(object))
    if (known === undefined) all.set(keyOf(object), { object, changes: [...changed.changes] })
    else known.changes.push(...changed.changes)
  }
  return map(
    objectChangesType,
    [...all.values()].map(({ object, changes }) => [object, changeList(changes)]),
  )
}

function uniqueChanges(objects: readonly ChangedObject[]): readonly ValueChange[] {
  const all = new Map<string, ValueChange>()
  for (const change of objects.flatMap(({ changes }) => changes)) {
    all.set(JSON.stringify([change.oldValue, change.newValue, change.setter]), change)
  }
  return [...all.values()]
}

function objectValue({ apiVersion, kind, namespace, name }: ChangedObject): Value {
  const typeMeta = struct(typeMetaType, { APIVersion: text(apiVersion), Kind: text(kind) })
  const nameMeta = struct(nameMetaType, { Name: text(name), Namespace: text(namespace) })
  const identifier = struct(resourceType, { TypeMeta: typeMeta, NameMeta: nameMeta })
  return struct(objectType, { ResourceIdentifier: identifier })
}

function changeList(changes: readonly ValueChange[]): Value {
  const items = changes.map(({ oldValue, newValue, setter }) =>
    struct(changeType, { OldValue: text(oldValue), NewValue: text(newValue), Setter: text(setter) }),
  )
  return { kind: 'slice', type: changeListType, items: items.length === 0 ? null : items }
}

function textMap(values: Readonly<Record<string, string>> | undefined): Value {
  if (values === undefined) return { kind: 'map', type: stringMapType, entries: null }
  return map(
    stringMapType,
    Object.entries(values).map(([key, value]) => [text(key), text(value)]),
  )
}

function struct(type: GoType, fields: Readonly<Record<string, Value>>): StructValue {
  return { kind: 'struct', type, fields: new Map(Object.entries(fields)) }
}

function map(type: GoType, entries: readonly (readonly [Value, Value])[]): MapValue {
  const all = entries.map(([key, value]): [string, MapEntry] => [keyOf(key), { key, value }])
  return { kind: 'map', type, entries: new Map(all) }
}
