import { CallFault, define, defineVariadic, type Functions, textArgument } from './function.js'
import { decodedJson, encodedJson, type JsonStyle } from './json.js'
import { allTo, anyTo, anyToText } from './signatures.js'
import { isEmpty } from './sprig-values.js'
import { anyType, boolType, kindName, stringType } from './types.js'
import { bool, deepEqual, isTrue, text, unwrapped, type Value } from './values.js'

/** Sprig's functions for defaults, conditions, types and JSON. */
export const defaultFunctions: Functions = new Map([
  ['default', defineVariadic([anyType], anyType, anyType, (fallback, given) => (isEmpty(given) ? fallback : given))],
  ['empty', anyTo(boolType, value => bool(isEmpty(value)))],
  ['coalesce', allTo(anyType, values => values.find(value => !isEmpty(value)))],
  ['all', allTo(boolType, values => bool(!values.some(isEmpty)))],
  ['any', allTo(boolType, values => bool(values.some(value => !isEmpty(value))))],
  ['ternary', define([anyType, anyType, boolType], anyType, (yes, no, test) => (isTrue(test) ? yes : no))],
  ['fail', define([stringType], stringType, fail)],
  ['typeOf', anyToText(typeName)],
  ['typeIs', define([stringType, anyType], boolType, (name, value) => bool(textArgument(name) === typeName(value)))],
  ['typeIsLike', define([stringType, anyType], boolType, isLikeType)],
  ['kindOf', anyToText(kindOf)],
  ['kindIs', define([stringType, anyType], boolType, (name, value) => bool(textArgument(name) === kindOf(value)))],
  ['deepEqual', define([anyType, anyType], boolType, (left, right) => bool(deepEqual(left, right)))],
  ['fromJson', define([stringType], anyType, value => quietly(() => decodedJson(textArgument(value)), undefined))],
  ['mustFromJson', define([stringType], anyType, value => decodedJson(textArgument(value)))],
  ['toJson', quietJson({})],
  ['mustToJson', anyToText(value => encodedJson(value))],
  ['toPrettyJson', quietJson({ pretty: true })],
  ['mustToPrettyJson', anyToText(value => encodedJson(value, { pretty: true }))],
  ['toRawJson', anyToText(value => encodedJson(value, { raw: true }))],
  ['mustToRawJson', anyToText(value => encodedJson(value, { raw: true }))],
])

function fail(message: Value | undefined): never {
  throw new CallFault(textArgument(message))
}

function typeName(value: Value | undefined): string {
  return unwrapped(value)?.type.name ?? '<nil>'
}

/** A pointer counts as what it points to. */
function isLikeType(name: Value | undefined, value: Value | undefined): Value {
  const actual = typeName(value)
  return bool(actual === textArgument(name) || actual === `*${textArgument(name)}`)
}

function kindOf(value: Value | undefined): string {
  const inner = unwrapped(value)
  return inner === undefined ? 'invalid' : kindName(inner.type)
}

/** Where JSON cannot be made, "". */
function quietJson(style: JsonStyle): ReturnType<typeof define> {
  return define([anyType], stringType, value => quietly(() => text(encodedJson(value, style)), text('')))
}

function quietly(make: () => Value | undefined, otherwise: Value | undefined): Value | undefined {
  try {
    return make()
  } catch (thrown) {
    if (thrown instanceof CallFault) return otherwise
    throw thrown
  }
}
