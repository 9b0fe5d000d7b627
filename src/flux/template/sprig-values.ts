import { sortedByBytes } from '../go/bytes.js'
import { parseFloat64 } from '../go/float.js'
import { formatValue, noFlags } from './format-verb.js'
import { CallFault, nilDereference } from './function.js'
import { integerLiteral } from './number-constant.js'
import { kindName } from './types.js'
import { lengthOf, unwrapped, type Value } from './values.js'

/** How sprig reads values of any type. */

/** The value as text: a string as it is, anything else as `%v` prints it. */
export function stringValue(value: Value | undefined): string {
  const inner = unwrapped(value)
  return inner?.kind === 'string' ? inner.text : formatValue(inner, 'v', noFlags)
}

/** A list's items as texts, without the nil ones; any other value is a list of one, nil one of none. */
export function stringsOf(value: Value | undefined): readonly string[] {
  const inner = unwrapped(value)
  if (inner === undefined) return []
  if (inner.kind !== 'slice') return [stringValue(inner)]
  return (inner.items ?? []).filter(item => unwrapped(item) !== undefined).map(stringValue)
}

/** The items of a list; for anything else what the Go function says, with its own name for what it does. */
export function itemsOf(value: Value | undefined, action: string): readonly Value[] {
  const inner = unwrapped(value)
  if (inner === undefined) throw new CallFault(nilDereference)
  if (inner.kind !== 'slice') throw new CallFault(`${action} ${kindName(inner.type)}`)
  return inner.items ?? []
}

/** Whether a value is the zero of its type; a struct never is. */
export function isEmpty(value: Value | undefined): boolean {
  const inner = unwrapped(value)
  switch (inner?.kind) {
    case undefined:
      return true
    case 'bool':
      return !inner.bool
    case 'int':
    case 'uint':
      return inner.int === 0n
    case 'float':
      return inner.float === 0
    case 'string':
    case 'slice':
    case 'map':
      return lengthOf(inner) === 0
    case 'pointer':
      return inner.target === undefined
    default:
      return false
  }
}

/** A number of any kind, or a text that is an integer literal, as an int64; 0 for everything else. */
export function toInt64(value: Value | undefined): bigint {
  const inner = unwrapped(value)
  switch (inner?.kind) {
    case 'int':
    case 'uint':
      return BigInt.asIntN(64, inner.int)
    case 'float':
      return truncated(inner.float)
    case 'bool':
      return inner.bool ? 1n : 0n
    case 'string':
      return integerText(inner.text)
    default:
      return 0n
  }
}

/** As a float64; 0 for what is no number. */
export function toFloat64(value: Value | undefined): number {
  const inner = unwrapped(value)
  switch (inner?.kind) {
    case 'int':
    case 'uint':
      return Number(inner.int)
    case 'float':
      return inner.float
    case 'bool':
      return inner.bool ? 1 : 0
    case 'string':
      return parseFloat64(inner.text) ?? 0
    default:
      return 0
  }
}

/** The keys of a map whose keys are texts, ascending. Go gives them in random order. */
export function sortedKeys(entries: ReadonlyMap<string, unknown> | null): readonly string[] {
  return sortedByBytes(entries?.keys() ?? [])
}

/** A trailing `.0` does not count; a leading 0 means octal. */
function integerText(text: string): bigint {
  const value = integerLiteral(text.replace(/\.0+$/, ''))
  return value !== undefined && BigInt.asIntN(64, value) === value ? value : 0n
}

/** What does not fit becomes the smallest number, as the processor has it. */
function truncated(value: number): bigint {
  const fits = Math.abs(value) < 2 ** 63
  return fits ? BigInt(Math.trunc(value)) : -(2n ** 63n)
}
