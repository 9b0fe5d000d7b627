import {
  boundedSize,
  CallFault,
  define,
  defineVariadic,
  type Functions,
  intArgument,
  nilDereference,
} from './function.js'
import { allTo, anyTo } from './signatures.js'
import { isEmpty, itemsOf, toInt64 } from './sprig-values.js'
import { anyListType, anyType, boolType, type GoType, intListType, intType, kindName, sliceOf } from './types.js'
import { bool, deepEqual, intList, type ListValue, list, unwrapped, type Value } from './values.js'

/** Sprig's functions on lists; those that begin with `must` do the same. */
export const listFunctions: Functions = new Map([
  ['list', allTo(anyListType, list)],
  ['tuple', allTo(anyListType, list)],
  ...both(
    'append',
    define([anyType, anyType], anyListType, (items, item) => list([...itemsOf(items, 'Cannot push on type'), item])),
  ),
  ...both(
    'push',
    define([anyType, anyType], anyListType, (items, item) => list([...itemsOf(items, 'Cannot push on type'), item])),
  ),
  ...both(
    'prepend',
    define([anyType, anyType], anyListType, (items, item) => list([item, ...itemsOf(items, 'Cannot prepend on type')])),
  ),
  ...both(
    'first',
    anyTo(anyType, items => itemsOf(items, 'Cannot find first on type').at(0)),
  ),
  ...both(
    'last',
    anyTo(anyType, items => itemsOf(items, 'Cannot find last on type').at(-1)),
  ),
  ...both(
    'rest',
    anyTo(anyListType, items => orNil(itemsOf(items, 'Cannot find rest on type'), all => all.slice(1))),
  ),
  ...both(
    'initial',
    anyTo(anyListType, items => orNil(itemsOf(items, 'Cannot find initial on type'), all => all.slice(0, -1))),
  ),
  ...both(
    'reverse',
    anyTo(anyListType, items => list([...itemsOf(items, 'Cannot find reverse on type')].reverse())),
  ),
  ...both(
    'uniq',
    anyTo(anyListType, items => list(unique(itemsOf(items, 'Cannot find uniq on type')))),
  ),
  ...both(
    'compact',
    anyTo(anyListType, items => list(itemsOf(items, 'Cannot compact on type').filter(item => !isEmpty(item)))),
  ),
  ...both(
    'without',
    defineVariadic([anyType], anyType, anyListType, (items, ...omitted) =>
      list(itemsOf(items, 'Cannot find without on type').filter(item => !isAmong(omitted, item))),
    ),
  ),
  ...both('has', define([anyType, anyType], boolType, has)),
  ...both('slice', defineVariadic([anyType], anyType, anyType, slice)),
  ...both('chunk', define([intType, anyType], sliceOf(anyListType), chunk)),
  ['concat', allTo(anyType, concat)],
  [
    'until',
    define([intType], intListType, count => intList(steps(0, intArgument(count), intArgument(count) < 0 ? -1 : 1))),
  ],
  [
    'untilStep',
    define([intType, intType, intType], intListType, (start, stop, step) =>
      intList(steps(intArgument(start), intArgument(stop), intArgument(step))),
    ),
  ],
])

/** Numbers from start up or down to, and without, stop; none where the step leads away from it. */
export function steps(start: number, stop: number, step: number): readonly number[] {
  if (stop < start ? step >= 0 : step <= 0) return []
  const count = boundedSize(Math.ceil((stop - start) / step))
  return Array.from({ length: count }, (_, index) => start + index * step)
}

function both(name: string, definition: ReturnType<typeof define>): [string, typeof definition][] {
  return [
    [name, definition],
    [`must${name[0]?.toUpperCase()}${name.slice(1)}`, definition],
  ]
}

/** Of an empty list Go gives the nil list. */
function orNil(items: readonly Value[], map: (items: readonly Value[]) => readonly Value[]): ListValue {
  return list(items.length === 0 ? null : map(items))
}

function unique(items: readonly Value[]): readonly Value[] {
  const kept: Value[] = []
  for (const item of items) if (!isAmong(kept, item)) kept.push(item)
  return kept
}

function isAmong(items: readonly (Value | undefined)[], wanted: Value | undefined): boolean {
  return items.some(item => deepEqual(item, wanted))
}

function has(needle: Value | undefined, haystack: Value | undefined): Value {
  if (unwrapped(haystack) === undefined) return bool(false)
  return bool(isAmong(itemsOf(haystack, 'Cannot find has on type'), needle))
}

function slice(given: Value | undefined, ...indices: readonly (Value | undefined)[]): Value | undefined {
  const items = itemsOf(given, 'list should be type of slice or array but')
  const inner = unwrapped(given)
  if (items.length === 0 || inner?.kind !== 'slice') return undefined
  const start = indices.length > 0 ? Number(toInt64(indices[0])) : 0
  const end = indices.length > 1 ? Number(toInt64(indices[1])) : items.length
  if (start < 0 || end < start || end > items.length)
    throw new CallFault('reflect.Value.Slice: slice index out of bounds')
  return { ...inner, items: items.slice(start, end) }
}

function chunk(given: Value | undefined, listed: Value | undefined): Value {
  const size = intArgument(given)
  const items = itemsOf(listed, 'Cannot chunk type')
  const type: GoType = sliceOf(anyListType)
  const count = Math.floor((items.length - 1) / size) + 1
  const isOne = size < -1 && items.length === 1
  const isRefused = size === 0 || count < 0 || (size < 0 && count > 0 && !isOne)
  if (isRefused) throw new CallFault('runtime error: makeslice: len out of range')
  if (isOne) return { kind: 'slice', type, items: [list(items)] }
  return {
    kind: 'slice',
    type,
    items: Array.from({ length: count }, (_, at) => list(items.slice(at * size, (at + 1) * size))),
  }
}

function concat(lists: readonly (Value | undefined)[]): Value {
  const items = lists.flatMap(given => {
    const inner = unwrapped(given)
    if (inner === undefined) throw new CallFault(nilDereference)
    if (inner.kind !== 'slice') throw new CallFault(`Cannot concat type ${kindName(inner.type)} as list`)
    return inner.items ?? []
  })
  return list(items.length === 0 ? null : items)
}
