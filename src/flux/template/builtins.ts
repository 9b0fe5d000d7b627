import { byteLength, bytesOf, compareBytes, runeAt } from '../go/bytes.js'
import { isPrintable } from '../go/quote.js'
import { sprint, sprintf, sprintln } from './format.js'
import { formatValue, noFlags } from './format-verb.js'
import { type Arguments, CallFault, define, defineVariadic, type Functions, textArgument } from './function.js'
import { anyType, boolType, intType, isAssignable, kindName, stringType, uint8Type, valueType } from './types.js'
import {
  bool,
  deepEqual,
  indirect,
  int,
  isNil,
  isTrue,
  keyOf,
  lengthOf,
  sameScalar,
  text,
  unwrapped,
  type Value,
} from './values.js'

/** The functions that text/template brings along. The evaluator itself sees to `and`, `or` and `call`. */
export const builtins: Functions = new Map([
  ['and', defineVariadic([valueType], valueType, valueType, () => undefined)],
  ['or', defineVariadic([valueType], valueType, valueType, () => undefined)],
  ['not', define([valueType], boolType, value => bool(!isTrue(value)))],
  ['call', defineVariadic([valueType], valueType, valueType, () => undefined)],
  ['html', defineVariadic([], anyType, stringType, (...values) => text(escapedHtml(joined(values))))],
  ['js', defineVariadic([], anyType, stringType, (...values) => text(escapedJs(joined(values))))],
  ['urlquery', defineVariadic([], anyType, stringType, (...values) => text(escapedQuery(joined(values))))],
  ['index', defineVariadic([valueType], valueType, valueType, (item, ...indexes) => indexed(item, indexes))],
  ['len', define([valueType], intType, length)],
  ['print', defineVariadic([], anyType, stringType, (...values) => text(sprint(values)))],
  [
    'printf',
    defineVariadic([stringType], anyType, stringType, (format, ...values) =>
      text(sprintf(textArgument(format), values)),
    ),
  ],
  ['println', defineVariadic([], anyType, stringType, (...values) => text(sprintln(values)))],
  ['eq', defineVariadic([valueType], valueType, boolType, (first, ...others) => bool(equals(first, others)))],
  ['ne', define([valueType, valueType], boolType, (left, right) => bool(!equals(left, [right])))],
  ['lt', define([valueType, valueType], boolType, (left, right) => bool(isLess(left, right)))],
  ['le', define([valueType, valueType], boolType, (left, right) => bool(isLess(left, right) || equals(left, [right])))],
  [
    'gt',
    define([valueType, valueType], boolType, (left, right) => bool(!isLess(left, right) && !equals(left, [right]))),
  ],
  ['ge', define([valueType, valueType], boolType, (left, right) => bool(!isLess(left, right)))],
])

function length(given: Value | undefined): Value {
  const value = indirect(given)
  if (value?.kind === 'string' || value?.kind === 'slice' || value?.kind === 'map') return int(lengthOf(value))
  if (value?.kind === 'interface' || value?.kind === 'pointer') throw new CallFault('len of nil pointer')
  throw new CallFault(value === undefined ? invalidValueFault('Type') : `len of type ${value.type.name}`)
}

function invalidValueFault(method: string): string {
  return `reflect: call of reflect.Value.${method} on zero Value`
}

function indexed(given: Value | undefined, indexes: Arguments): Value | undefined {
  const start = unwrapped(given)
  if (start === undefined) throw new CallFault('index of untyped nil')
  return indexes.reduce<Value | undefined>((value, index) => elementAt(value, unwrapped(index)), start)
}

function elementAt(given: Value | undefined, index: Value | undefined): Value | undefined {
  const item = indirect(given)
  switch (item?.kind) {
    case 'string': {
      const at = position(index, byteLength(item.text))
      const byte = bytesOf(item.text)[at]
      if (byte === undefined) throw new CallFault('reflect: string index out of range')
      return { kind: 'uint', type: uint8Type, int: BigInt(byte) }
    }
    case 'slice': {
      const found = item.items?.[position(index, item.items.length)]
      if (found === undefined) throw new CallFault('reflect: slice index out of range')
      return found
    }
    case 'map': {
      const { key, element } = item.type
      if (index === undefined && key?.kind !== 'interface') {
        throw new CallFault(`value is nil; should be of type ${key?.name}`)
      }
      if (index !== undefined && key !== undefined && !isAssignable(index.type, key)) {
        throw new CallFault(`value has type ${index.type.name}; should be ${key.name}`)
      }
      return item.entries?.get(keyOf(index))?.value ?? (element === undefined ? undefined : zero(element))
    }
    case 'bool':
    case 'int':
    case 'uint':
    case 'float':
    case 'struct':
      throw new CallFault(`can't index item of type ${item.type.name}`)
    default:
      throw new CallFault('index of nil pointer')
  }
}

function position(index: Value | undefined, length: number): number {
  if (index === undefined) throw new CallFault('cannot index slice/array with nil')
  if (!('int' in index)) throw new CallFault(`cannot index slice/array with type ${index.type.name}`)
  if (index.int < 0n || index.int > BigInt(length)) throw new CallFault(`index out of range: ${index.int}`)
  return Number(index.int)
}

/** What a map gives for a key that it does not have. */
function zero(type: NonNullable<Value['type']['element']>): Value | undefined {
  if (type.kind === 'string') return text('')
  if (type.kind === 'slice') return { kind: 'slice', type, items: null }
  if (type.kind === 'map') return { kind: 'map', type, entries: null }
  return undefined
}

type Basic = 'bool' | 'int' | 'uint' | 'float' | 'string'

function basicKind(value: Value | undefined): Basic | undefined {
  switch (value?.kind) {
    case 'bool':
    case 'int':
    case 'uint':
    case 'float':
    case 'string':
      return value.kind
    default:
      return undefined
  }
}

/** Whether the first is equal to one of the others. */
function equals(first: Value | undefined, others: Arguments): boolean {
  if (others.length === 0) throw new CallFault('missing argument for comparison')
  return others.some(other => equal(unwrapped(first), unwrapped(other)))
}

function equal(left: Value | undefined, right: Value | undefined): boolean {
  const [leftKind, rightKind] = [basicKind(left), basicKind(right)]
  if (left === undefined || right === undefined) {
    return leftKind === rightKind && isNil(left) === isNil(right) && isNil(left)
  }
  const integers = 'int' in left && 'int' in right
  if (leftKind !== rightKind && !integers) {
    throw new CallFault(`incompatible types for comparison: ${left.type.name} and ${right.type.name}`)
  }
  return leftKind === undefined ? sameComposite(left, right) : sameScalar(left, right)
}

function sameComposite(left: Value, right: Value): boolean {
  if (kindName(left.type) !== kindName(right.type)) {
    throw new CallFault(
      `non-comparable types ${shown(left, 's')}: ${left.type.name}, ${right.type.name}: ${shown(right, 'v')}`,
    )
  }
  if (isNil(left) || isNil(right)) return isNil(left) === isNil(right)
  if (right.kind === 'slice' || right.kind === 'map' || holdsMap(right)) {
    throw new CallFault(`non-comparable type ${shown(right, 's')}: ${right.type.name}`)
  }
  return deepEqual(left, right)
}

/** A struct with such a field cannot be compared, nor one with that struct. */
function holdsMap(value: Value): boolean {
  return value.kind === 'struct' && [...value.fields.values()].some(field => field.kind === 'map' || holdsMap(field))
}

function shown(value: Value, verb: string): string {
  return formatValue(value, verb, noFlags)
}

function isLess(first: Value | undefined, second: Value | undefined): boolean {
  const [left, right] = [unwrapped(first), unwrapped(second)]
  const [leftKind, rightKind] = [basicKind(left), basicKind(right)]
  if (left === undefined || right === undefined || leftKind === undefined || rightKind === undefined) {
    throw new CallFault('invalid type for comparison')
  }
  if ('int' in left && 'int' in right) return left.int < right.int
  if (leftKind !== rightKind) {
    throw new CallFault(`incompatible types for comparison: ${left.type.name} and ${right.type.name}`)
  }
  if (left.kind === 'float' && right.kind === 'float') return left.float < right.float
  if (left.kind === 'string' && right.kind === 'string') return compareBytes(left.text, right.text) < 0
  throw new CallFault('invalid type for comparison')
}

function joined(values: Arguments): string {
  const [only] = values
  if (values.length === 1 && only !== undefined) return sprint(values)
  return sprint(values.map(value => (unwrapped(value) === undefined ? text('<no value>') : value)))
}

function escapedHtml(value: string): string {
  return value.replace(/[\0"'&<>]/g, character => htmlEscapes[character] ?? character)
}

function escapedJs(value: string): string {
  let result = ''
  for (const character of value) result += jsEscapes[character] ?? escapedJsCharacter(character)
  return result
}

function escapedJsCharacter(character: string): string {
  const rune = runeAt(bytesOf(character), 0)
  if (rune.code < 0x20) return `\\u00${rune.code.toString(16).toUpperCase().padStart(2, '0')}`
  if (rune.code < 0x80 || (isPrintable(rune.code) && rune.valid)) return character
  return rune.valid ? `\\u${rune.code.toString(16).toUpperCase().padStart(4, '0')}` : character
}

function escapedQuery(value: string): string {
  let result = ''
  for (const byte of bytesOf(value)) {
    const character = String.fromCharCode(byte)
    const hex = `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
    result += /^[A-Za-z0-9\-_.~]$/.test(character) ? character : character === ' ' ? '+' : hex
  }
  return result
}

const htmlEscapes: Readonly<Record<string, string>> = {
  '\0': '\ufffd',
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
}
const jsEscapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '<': '\\u003C',
  '>': '\\u003E',
  '&': '\\u0026',
  '=': '\\u003D',
}
