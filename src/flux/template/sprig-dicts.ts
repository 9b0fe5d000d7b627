import { CallFault, define, defineVariadic, type Functions, textArgument } from './function.js'
import { allTo, dictArgument } from './signatures.js'
import { isEmpty, sortedKeys, stringValue } from './sprig-values.js'
import { anyListType, anyType, boolType, dictType, stringListType, stringType } from './types.js'
import {
  bool,
  dict,
  list,
  type MapEntry,
  type MapValue,
  text,
  textList,
  unwrapped,
  type Value,
  wrapped,
} from './values.js'

/** Sprig's functions on dictionaries. Where Go's order is random, keys and values come in the order of the keys. */
export const dictFunctions: Functions = new Map([
  ['dict', allTo(dictType, values => dict(pairs(values)))],
  [
    'get',
    define([dictType, stringType], anyType, (map, key) => valueAt(dictArgument(map), textArgument(key)) ?? text('')),
  ],
  ['set', define([dictType, stringType, anyType], dictType, set)],
  ['unset', define([dictType, stringType], dictType, unset)],
  [
    'hasKey',
    define([dictType, stringType], boolType, (map, key) =>
      bool(dictArgument(map).entries?.has(textArgument(key)) === true),
    ),
  ],
  [
    'pluck',
    defineVariadic([stringType], dictType, anyListType, (key, ...maps) => list(pluck(textArgument(key), maps))),
  ],
  [
    'keys',
    defineVariadic([], dictType, stringListType, (...maps) =>
      textList(maps.flatMap(map => sortedKeys(dictArgument(map).entries))),
    ),
  ],
  [
    'values',
    define([dictType], anyListType, map =>
      list(sortedKeys(dictArgument(map).entries).map(key => valueAt(dictArgument(map), key))),
    ),
  ],
  ['pick', defineVariadic([dictType], stringType, dictType, (map, ...keys) => filtered(dictArgument(map), keys, true))],
  [
    'omit',
    defineVariadic([dictType], stringType, dictType, (map, ...keys) => filtered(dictArgument(map), keys, false)),
  ],
  ['merge', defineVariadic([dictType], dictType, anyType, (first, ...others) => merged(first, others, false))],
  ['mustMerge', defineVariadic([dictType], dictType, anyType, (first, ...others) => merged(first, others, false))],
  ['mergeOverwrite', defineVariadic([dictType], dictType, anyType, (first, ...others) => merged(first, others, true))],
  [
    'mustMergeOverwrite',
    defineVariadic([dictType], dictType, anyType, (first, ...others) => merged(first, others, true)),
  ],
  ['dig', allTo(anyType, dig)],
  ['deepCopy', define([anyType], anyType, copy)],
  ['mustDeepCopy', define([anyType], anyType, copy)],
])

/** Keys and values in turn; a last key alone has the value "". */
function* pairs(values: readonly (Value | undefined)[]): Generator<[string, Value | undefined]> {
  for (let index = 0; index < values.length; index += 2) {
    yield [stringValue(values[index]), index + 1 < values.length ? values[index + 1] : text('')]
  }
}

function valueAt({ entries }: MapValue, key: string): Value | undefined {
  return entries?.get(key)?.value
}

/** Changes the dictionary itself, as in Go. */
function set(given: Value | undefined, key: Value | undefined, value: Value | undefined): Value {
  const map = dictArgument(given)
  if (map.entries === null) throw new CallFault('assignment to entry in nil map')
  map.entries.set(textArgument(key), { key: text(textArgument(key)), value: wrapped(value) })
  return map
}

function unset(given: Value | undefined, key: Value | undefined): Value {
  const map = dictArgument(given)
  map.entries?.delete(textArgument(key))
  return map
}

function pluck(key: string, maps: readonly (Value | undefined)[]): readonly Value[] {
  return maps.flatMap(map => valueAt(dictArgument(map), key) ?? [])
}

function filtered({ entries }: MapValue, keys: readonly (Value | undefined)[], keep: boolean): Value {
  const named = new Set(keys.map(textArgument))
  return dict(
    [...(entries ?? [])].flatMap(([key, { value }]) => (named.has(key) === keep ? [[key, value] as const] : [])),
  )
}

/** Changes the first dictionary: what it lacks or has empty is taken from the others, or all they have. */
function merged(first: Value | undefined, others: readonly (Value | undefined)[], overwrites: boolean): Value {
  const target = dictArgument(first)
  if (target.entries === null) return dict(others.flatMap(other => [...entriesOf(other)]))
  for (const other of others) mergeInto(target.entries, dictArgument(other).entries, overwrites)
  return target
}

function* entriesOf(map: Value | undefined): Generator<readonly [string, Value]> {
  for (const [key, { value }] of dictArgument(map).entries ?? []) yield [key, value]
}

function mergeInto(
  target: Map<string, MapEntry>,
  source: ReadonlyMap<string, MapEntry> | null,
  overwrites: boolean,
): void {
  for (const [key, entry] of source ?? []) {
    const [own, other] = [unwrapped(target.get(key)?.value), unwrapped(entry.value)]
    const nested = own?.kind === 'map' && other?.kind === 'map' && own.entries !== null
    if (nested) mergeInto(own.entries, other.entries, overwrites)
    else if (overwrites || (other !== undefined && isEmpty(own))) target.set(key, entry)
  }
}

/** `dig "a" "b" default dict`. */
function dig(values: readonly (Value | undefined)[]): Value | undefined {
  if (values.length < 3) throw new CallFault('dig needs at least three arguments')
  const fallback = values.at(-2)
  let current = unwrapped(values.at(-1))
  for (const [index, key] of values.slice(0, -2).entries()) {
    const name = unwrapped(key)
    if (current?.kind !== 'map' || current.type.name !== dictType.name)
      throw new CallFault(conversion(current, dictType.name))
    if (name?.kind !== 'string') throw new CallFault(conversion(name, 'string'))
    const step = current.entries?.get(name.text)
    if (step === undefined) return fallback
    if (index === values.length - 3) return step.value
    current = unwrapped(step.value)
  }
  return fallback
}

function conversion(value: Value | undefined, wanted: string): string {
  return `interface conversion: interface {} is ${value?.type.name ?? 'nil'}, not ${wanted}`
}

function copy(value: Value | undefined): Value | undefined {
  if (unwrapped(value) === undefined) throw new CallFault('reflect: call of reflect.Value.Type on zero Value')
  return copied(value)
}

function copied(value: Value | undefined): Value | undefined {
  switch (value?.kind) {
    case 'interface':
      return { ...value, inner: copied(value.inner) }
    case 'slice':
      return { ...value, items: value.items?.map(item => copied(item) ?? item) ?? null }
    case 'map': {
      const entries = [...(value.entries ?? [])].map(([key, entry]): [string, MapEntry] => [
        key,
        { key: entry.key, value: copied(entry.value) ?? entry.value },
      ])
      return { ...value, entries: value.entries === null ? null : new Map(entries) }
    }
    default:
      return value
  }
}
