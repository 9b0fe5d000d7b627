import type { GoType } from './types.js'
import { unwrapped, type Value } from './values.js'

/** A function of the template language, with the Go types of its parameters. */
export interface TemplateFunction {
  readonly parameters: readonly GoType[]
  /** The type of any number of further arguments. */
  readonly rest?: GoType
  readonly result: GoType
  /** Throws a CallFault where the Go function returns an error or panics. */
  readonly call: (args: Arguments) => Value | undefined
}

export type Arguments = readonly (Value | undefined)[]

export type Functions = ReadonlyMap<string, TemplateFunction>

/** What a function reports, in Go's words; the evaluator adds the place. */
export class CallFault extends Error {
  override readonly name = 'CallFault'
}

export function define(
  parameters: readonly GoType[],
  result: GoType,
  call: (...args: readonly (Value | undefined)[]) => Value | undefined,
): TemplateFunction {
  return { parameters, result, call: args => call(...args) }
}

/** A function with any number of arguments behind its parameters. */
export function defineVariadic(
  parameters: readonly GoType[],
  rest: GoType,
  result: GoType,
  call: (...args: readonly (Value | undefined)[]) => Value | undefined,
): TemplateFunction {
  return { parameters, rest, result, call: args => call(...args) }
}

/** The text of an argument whose parameter is a string. */
export function textArgument(value: Value | undefined): string {
  const inner = unwrapped(value)
  return inner?.kind === 'string' ? inner.text : ''
}

/** The number of an argument whose parameter is an int; far beyond what any use of it can bear, it is cut. */
export function intArgument(value: Value | undefined): number {
  const inner = unwrapped(value)
  if (inner === undefined || !('int' in inner)) return 0
  const cut = inner.int > largestInt ? largestInt : inner.int < -largestInt ? -largestInt : inner.int
  return Number(cut)
}

/** Refuses what would take more memory than a commit message is worth. */
export function boundedSize(size: number): number {
  if (size > largestSize) throw new CallFault(`fluxgate renders at most ${largestSize} characters or items`)
  return size
}

/** What Go's runtime says of a nil where a value must be. */
export const nilDereference = 'runtime error: invalid memory address or nil pointer dereference'

const largestInt = BigInt(Number.MAX_SAFE_INTEGER)
const largestSize = 1_000_000
