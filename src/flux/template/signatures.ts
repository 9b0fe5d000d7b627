import { define, defineVariadic, intArgument, type TemplateFunction, textArgument } from './function.js'
import { anyType, boolType, dictType, type GoType, intType, stringType } from './types.js'
import { bool, type MapValue, text, type Value } from './values.js'

/** Functions by the Go types of their parameters and result, so that each can be written in plain TypeScript. */

export function textToText(map: (value: string) => string): TemplateFunction {
  return define([stringType], stringType, value => text(map(textArgument(value))))
}

export function textsToText(map: (first: string, second: string) => string): TemplateFunction {
  return define([stringType, stringType], stringType, (first, second) =>
    text(map(textArgument(first), textArgument(second))),
  )
}

export function threeTextsToText(map: (first: string, second: string, third: string) => string): TemplateFunction {
  return define([stringType, stringType, stringType], stringType, (first, second, third) =>
    text(map(textArgument(first), textArgument(second), textArgument(third))),
  )
}

export function intAndTextToText(map: (number: number, value: string) => string): TemplateFunction {
  return define([intType, stringType], stringType, (number, value) =>
    text(map(intArgument(number), textArgument(value))),
  )
}

export function intsAndTextToText(map: (first: number, second: number, value: string) => string): TemplateFunction {
  return define([intType, intType, stringType], stringType, (first, second, value) =>
    text(map(intArgument(first), intArgument(second), textArgument(value))),
  )
}

export function textsToBool(test: (first: string, second: string) => boolean): TemplateFunction {
  return define([stringType, stringType], boolType, (first, second) =>
    bool(test(textArgument(first), textArgument(second))),
  )
}

export function anyToText(map: (value: Value | undefined) => string): TemplateFunction {
  return define([anyType], stringType, value => text(map(value)))
}

export function anyTo(result: GoType, map: (value: Value | undefined) => Value | undefined): TemplateFunction {
  return define([anyType], result, map)
}

export function allToText(map: (values: readonly (Value | undefined)[]) => string): TemplateFunction {
  return defineVariadic([], anyType, stringType, (...values) => text(map(values)))
}

export function allTo(
  result: GoType,
  map: (values: readonly (Value | undefined)[]) => Value | undefined,
): TemplateFunction {
  return defineVariadic([], anyType, result, (...values) => map(values))
}

/** A parameter of type map[string]interface {}; Go's nil map where it is nil. */
export function dictArgument(value: Value | undefined): MapValue {
  return value?.kind === 'map' ? value : { kind: 'map', type: dictType, entries: null }
}
