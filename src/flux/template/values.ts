import { byteLength, compareBytes } from '../go/bytes.js'
import {
  anyListType,
  anyType,
  boolType,
  dictType,
  floatType,
  type GoType,
  int64Type,
  intListType,
  intType,
  stringListType,
  stringType,
} from './types.js'

/** A Go value. Go's invalid value, an untyped nil, is undefined. */
export type Value =
  | { readonly kind: 'bool'; readonly type: GoType; readonly bool: boolean }
  | IntValue
  | { readonly kind: 'float'; readonly type: GoType; readonly float: number }
  | TextValue
  | ListValue
  | MapValue
  | StructValue
  /** What stands in a place that takes anything; nil where there is nothing inside. */
  | { readonly kind: 'interface'; readonly type: GoType; readonly inner: Value | undefined }
  /** To a struct; nil where there is none. */
  | { readonly kind: 'pointer'; readonly type: GoType; readonly target: StructValue | undefined }

export interface IntValue {
  readonly kind: 'int' | 'uint'
  readonly type: GoType
  readonly int: bigint
}

export interface TextValue {
  readonly kind: 'string'
  readonly type: GoType
  readonly text: string
}

export interface ListValue {
  readonly kind: 'slice'
  readonly type: GoType
  /** Each of the element type: wrapped where that is an interface. Null is Go's nil slice. */
  readonly items: readonly Value[] | null
}

export interface MapValue {
  readonly kind: 'map'
  readonly type: GoType
  /** By the key as keyOf gives it. Changed in place by sprig's `set`, as in Go. Null is Go's nil map. */
  readonly entries: Map<string, MapEntry> | null
}

export interface MapEntry {
  readonly key: Value
  readonly value: Value
}

export interface StructValue {
  readonly kind: 'struct'
  readonly type: GoType
  readonly fields: ReadonlyMap<string, Value>
  /** What its methods give. */
  readonly methods?: ReadonlyMap<string, () => Value>
  /** What its String method gives, for types that have one. */
  readonly text?: string
}

export function bool(value: boolean): Value {
  return { kind: 'bool', type: boolType, bool: value }
}

export function int(value: bigint | number): IntValue {
  return { kind: 'int', type: intType, int: BigInt(value) }
}

/** The lowest 64 bits, as Go's arithmetic keeps them. */
export function int64(value: bigint): IntValue {
  return { kind: 'int', type: int64Type, int: BigInt.asIntN(64, value) }
}

export function float(value: number): Value {
  return { kind: 'float', type: floatType, float: value }
}

export function text(value: string): TextValue {
  return { kind: 'string', type: stringType, text: value }
}

/** A slice of interfaces. */
export function list(items: readonly (Value | undefined)[] | null): ListValue {
  return { kind: 'slice', type: anyListType, items: items?.map(wrapped) ?? null }
}

export function textList(items: readonly string[] | null): ListValue {
  return { kind: 'slice', type: stringListType, items: items?.map(text) ?? null }
}

export function intList(items: readonly number[]): ListValue {
  return { kind: 'slice', type: intListType, items: items.map(int) }
}

/** A map[string]interface {}. */
export function dict(entries: Iterable<readonly [string, Value | undefined]>): MapValue {
  const map = new Map<string, MapEntry>()
  for (const [key, value] of entries) map.set(key, { key: text(key), value: wrapped(value) })
  return { kind: 'map', type: dictType, entries: map }
}

/** A value in a place that takes anything. */
export function wrapped(value: Value | undefined): Value {
  return value?.kind === 'interface' ? value : { kind: 'interface', type: anyType, inner: value }
}

/** The value without the interface around it. */
export function unwrapped(value: Value | undefined): Value | undefined {
  return value?.kind === 'interface' ? value.inner : value
}

/** The value behind interfaces and pointers; a nil one stays as it is. */
export function indirect(value: Value | undefined): Value | undefined {
  const next = value?.kind === 'interface' ? value.inner : value?.kind === 'pointer' ? value.target : undefined
  return next === undefined ? value : indirect(next)
}

export function isNil(value: Value | undefined): boolean {
  switch (value?.kind) {
    case undefined:
      return true
    case 'interface':
      return value.inner === undefined
    case 'pointer':
      return value.target === undefined
    case 'slice':
      return value.items === null
    case 'map':
      return value.entries === null
    default:
      return false
  }
}

/** Whether a value counts as true: not the zero of its type, and not empty. A struct always does. */
export function isTrue(given: Value | undefined): boolean {
  const value = unwrapped(given)
  switch (value?.kind) {
    case undefined:
      return false
    case 'bool':
      return value.bool
    case 'int':
    case 'uint':
      return value.int !== 0n
    case 'float':
      return value.float !== 0
    case 'string':
    case 'slice':
    case 'map':
      return lengthOf(value) !== 0
    case 'struct':
    case 'interface':
      return true
    case 'pointer':
      return value.target !== undefined
  }
}

/** In bytes for a text. */
export function lengthOf(value: TextValue | ListValue | MapValue): number {
  if (value.kind === 'string') return byteLength(value.text)
  return value.kind === 'slice' ? (value.items?.length ?? 0) : (value.entries?.size ?? 0)
}

/** What tells the keys of a map apart. */
export function keyOf(key: Value | undefined): string {
  const value = unwrapped(key)
  if (value?.kind === 'string') return value.text
  if (value?.kind === 'struct') return JSON.stringify([...value.fields.values()].map(keyOf))
  if (value?.kind === 'int' || value?.kind === 'uint') return String(value.int)
  return JSON.stringify(value ?? null)
}

/** The entries in the order in which Go prints a map and ranges over it. */
export function sortedEntries({ entries }: MapValue): readonly MapEntry[] {
  return [...(entries?.values() ?? [])].sort((left, right) => compareKeys(left.key, right.key))
}

/** Go's reflect.DeepEqual. */
export function deepEqual(left: Value | undefined, right: Value | undefined): boolean {
  const [a, b] = [unwrapped(left), unwrapped(right)]
  if (a === undefined || b === undefined) return a === b
  if (a.type.name !== b.type.name) return false
  if (a.kind === 'slice' && b.kind === 'slice') {
    const [items, others] = [a.items, b.items]
    if (items === null || others === null) return items === others
    return items.length === others.length && items.every((item, index) => deepEqual(item, others[index]))
  }
  if (a.kind === 'map' && b.kind === 'map') {
    const [entries, others] = [a.entries, b.entries]
    if (entries === null || others === null) return entries === others
    const same = [...entries].every(([key, { value }]) => others.has(key) && deepEqual(value, others.get(key)?.value))
    return entries.size === others.size && same
  }
  if (a.kind === 'struct' && b.kind === 'struct') {
    return [...a.fields].every(([name, field]) => deepEqual(field, b.fields.get(name)))
  }
  if (a.kind === 'pointer' && b.kind === 'pointer') return deepEqual(a.target, b.target)
  return sameScalar(a, b)
}

/** Whether two values of one basic kind are equal. */
export function sameScalar(a: Value, b: Value): boolean {
  if (a.kind === 'string' && b.kind === 'string') return a.text === b.text
  if (a.kind === 'bool' && b.kind === 'bool') return a.bool === b.bool
  if (a.kind === 'float' && b.kind === 'float') return a.float === b.float
  return 'int' in a && 'int' in b && a.int === b.int
}

function compareKeys(left: Value | undefined, right: Value | undefined): number {
  const [a, b] = [unwrapped(left), unwrapped(right)]
  if (a?.kind === 'string' && b?.kind === 'string') return compareBytes(a.text, b.text)
  if (a?.kind === 'struct' && b?.kind === 'struct') {
    const orders = [...a.fields].map(([name, field]) => compareKeys(field, b.fields.get(name)))
    return orders.find(order => order !== 0) ?? 0
  }
  if (a !== undefined && b !== undefined && 'int' in a && 'int' in b) return a.int < b.int ? -1 : a.int > b.int ? 1 : 0
  return 0
}
