import { decimalOperation } from './decimal.js'
import { CallFault, define, defineVariadic, type Functions, intArgument, textArgument } from './function.js'
import { allTo, anyTo } from './signatures.js'
import { steps } from './sprig-lists.js'
import { stringValue, toFloat64, toInt64 } from './sprig-values.js'
import { anyType, floatType, int64Type, intType, stringType } from './types.js'
import { float, int, int64, text, type Value } from './values.js'

/** Sprig's functions on numbers: int64, or float64 where the name ends in f. */
export const numberFunctions: Functions = new Map([
  ['atoi', define([stringType], intType, value => int(wholeNumber(textArgument(value), 10)))],
  ['int', anyTo(intType, value => int(toInt64(value)))],
  ['int64', anyTo(int64Type, value => int64(toInt64(value)))],
  ['float64', anyTo(floatType, value => float(toFloat64(value)))],
  ['toDecimal', anyTo(int64Type, value => int64(octalNumber(stringValue(value))))],
  ['add1', anyTo(int64Type, value => int64(toInt64(value) + 1n))],
  ['add', allTo(int64Type, values => int64(values.reduce((sum: bigint, value) => sum + toInt64(value), 0n)))],
  ['sub', define([anyType, anyType], int64Type, (left, right) => int64(toInt64(left) - toInt64(right)))],
  ['div', define([anyType, anyType], int64Type, (left, right) => int64(toInt64(left) / divisor(right)))],
  ['mod', define([anyType, anyType], int64Type, (left, right) => int64(toInt64(left) % divisor(right)))],
  ['mul', firstAndMore(int64Type, values => int64(product(values)))],
  ['max', firstAndMore(int64Type, values => int64(extreme(values, (left, right) => left > right)))],
  ['biggest', firstAndMore(int64Type, values => int64(extreme(values, (left, right) => left > right)))],
  ['min', firstAndMore(int64Type, values => int64(extreme(values, (left, right) => left < right)))],
  ['maxf', firstAndMore(floatType, values => float(Math.max(...values.map(toFloat64))))],
  ['minf', firstAndMore(floatType, values => float(Math.min(...values.map(toFloat64))))],
  ['ceil', anyTo(floatType, value => float(Math.ceil(toFloat64(value))))],
  ['floor', anyTo(floatType, value => float(Math.floor(toFloat64(value))))],
  ['round', defineVariadic([anyType, intType], floatType, floatType, rounded)],
  ['add1f', anyTo(floatType, value => decimals('+', [float(1), value]))],
  ['addf', allTo(floatType, values => decimals('+', [float(0), ...values]))],
  ['subf', firstAndMore(floatType, values => decimals('-', values))],
  ['mulf', firstAndMore(floatType, values => decimals('*', values))],
  ['divf', firstAndMore(floatType, values => decimals('/', values))],
  ['seq', defineVariadic([], intType, stringType, (...values) => text(sequence(values.map(intArgument)).join(' ')))],
])

type Values = readonly (Value | undefined)[]

function firstAndMore(result: typeof floatType, map: (values: Values) => Value): ReturnType<typeof define> {
  return defineVariadic([anyType], anyType, result, (...values) => map(values))
}

/** What is no number is 0, and what does not fit the nearest that does. */
function wholeNumber(digits: string, base: 10 | 8): bigint {
  const pattern = base === 10 ? /^[+-]?[0-9]+$/ : /^[+-]?[0-7]+$/
  if (!pattern.test(digits)) return 0n
  const magnitude = BigInt((base === 10 ? '' : '0o') + digits.replace(/^[+-]/, ''))
  const value = digits.startsWith('-') ? -magnitude : magnitude
  const most = 2n ** 63n
  return value >= most ? most - 1n : value < -most ? -most : value
}

/** Unlike decimal, octal gives 0 for what does not fit. */
function octalNumber(digits: string): bigint {
  const value = wholeNumber(digits, 8)
  return value === 2n ** 63n - 1n && !/^\+?0*7{21}$/.test(digits) ? 0n : value
}

function divisor(value: Value | undefined): bigint {
  const number = toInt64(value)
  if (number === 0n) throw new CallFault('runtime error: integer divide by zero')
  return number
}

function product(values: Values): bigint {
  return values.reduce((result: bigint, value) => BigInt.asIntN(64, result * toInt64(value)), 1n)
}

function extreme(values: Values, isBetter: (left: bigint, right: bigint) => boolean): bigint {
  return values.map(toInt64).reduce((best, next) => (isBetter(next, best) ? next : best))
}

/** Up from a fraction of one half, or of what is given, whatever the sign. */
function rounded(value: Value | undefined, places: Value | undefined, ...from: Values): Value {
  const limit = from.length > 0 ? toFloat64(from[0]) : 0.5
  const power = 10 ** intArgument(places)
  const digits = power * toFloat64(value)
  const fraction = digits - Math.trunc(digits)
  return float((fraction >= limit ? Math.ceil(digits) : Math.floor(digits)) / power)
}

function decimals(operator: '+' | '-' | '*' | '/', values: Values): Value {
  return float(decimalOperation(operator, values.map(toFloat64)))
}

/** As seq of a shell: end; start and end; or start, step and end. */
function sequence(bounds: readonly number[]): readonly number[] {
  const [first = 0, second = 0, third = 0] = bounds
  if (bounds.length === 1) return steps(1, first + direction(1, first), direction(1, first))
  if (bounds.length === 2) return steps(first, second + direction(first, second), direction(first, second))
  if (bounds.length !== 3 || (third < first && second > 0)) return []
  return steps(first, third + direction(first, third), second)
}

function direction(from: number, to: number): number {
  return to < from ? -1 : 1
}
