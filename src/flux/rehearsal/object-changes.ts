import { member, textMember } from '../../json.js'
import type { BuiltObject } from '../inventory/build.js'

/** An object that is applied otherwise than before. */
export interface ObjectChange {
  readonly kind: string
  /** '' where none is written. */
  readonly namespace: string
  readonly name: string
  readonly how: 'added' | 'changed' | 'removed'
  /** Of a changed object, in the order of its fields. */
  readonly fields: readonly FieldChange[]
}

export interface FieldChange {
  /** Such as `spec.template.spec.containers[0].image`. */
  readonly path: string
  /** As JSON; undefined where there was, or is, nothing. */
  readonly old: string | undefined
  readonly new: string | undefined
}

/** What differs between two builds of one path, in the order of the later one, what is gone at the end. */
export function objectChanges(before: readonly BuiltObject[], after: readonly BuiltObject[]): readonly ObjectChange[] {
  const [old, now] = [objectsIn(before), objectsIn(after)]
  const changes: ObjectChange[] = []
  for (const [key, object] of now) {
    const previous = old.get(key)
    if (previous === undefined) changes.push({ ...identityOf(object), how: 'added', fields: [] })
    else {
      const fields = [...fieldChanges('', previous, object)]
      if (fields.length > 0) changes.push({ ...identityOf(object), how: 'changed', fields })
    }
  }
  for (const [key, object] of old) {
    if (!now.has(key)) changes.push({ ...identityOf(object), how: 'removed', fields: [] })
  }
  return changes
}

function objectsIn(built: readonly BuiltObject[]): ReadonlyMap<string, unknown> {
  const objects = new Map<string, unknown>()
  for (const { body } of built) {
    const { kind, namespace, name } = identityOf(body)
    const group = (textMember(body, 'apiVersion') ?? '').replace(/\/?[^/]*$/, '')
    if (kind !== '') objects.set(JSON.stringify([group, kind, namespace, name]), body)
  }
  return objects
}

function identityOf(object: unknown): { readonly kind: string; readonly namespace: string; readonly name: string } {
  const metadata = member(object, 'metadata')
  return {
    kind: textMember(object, 'kind') ?? '',
    namespace: textMember(metadata, 'namespace') ?? '',
    name: textMember(metadata, 'name') ?? '',
  }
}

function* fieldChanges(path: string, old: unknown, now: unknown): Generator<FieldChange> {
  if (Array.isArray(old) && Array.isArray(now)) {
    const length = Math.max(old.length, now.length)
    for (let index = 0; index < length; index += 1) yield* fieldChanges(`${path}[${index}]`, old[index], now[index])
    return
  }
  if (isMap(old) && isMap(now)) {
    for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
      yield* fieldChanges(path === '' ? key : `${path}.${key}`, member(old, key), member(now, key))
    }
    return
  }
  const [before, after] = [JSON.stringify(old), JSON.stringify(now)]
  if (before !== after) yield { path, old: before, new: after }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
