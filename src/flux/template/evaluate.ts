import { quoted } from '../go/quote.js'
import { CallFault, type TemplateFunction } from './function.js'
import { chargeStep, fail, type Scope } from './machine.js'
import {
  type AnyNode,
  type CommandNode,
  type Fields,
  type NumberNode,
  type Operand,
  type PipeNode,
  printedNode,
} from './nodes.js'
import { allowsNil, fieldPath, type GoType, isAssignable, valueType } from './types.js'
import { bool, float, indirect, int, isTrue, text, unwrapped, type Value } from './values.js'

/** The value of a pipeline. Variables that it declares stay on the stack of the scope. */
export function evaluatePipe(scope: Scope, dot: Value | undefined, pipe: PipeNode): Value | undefined {
  scope.at = pipe
  let value: Final = missing
  for (const command of pipe.commands) value = unwrapped(evaluateCommand(scope, dot, command, value))
  const result = value === missing ? undefined : value
  for (const { name } of pipe.variables) {
    if (pipe.assigns) assign(scope, name, result)
    else scope.variables.push({ name, value: result })
  }
  return result
}

/** The result of the command before, which becomes the last argument; `missing` for the first command. */
type Final = Value | undefined | typeof missing

const missing = Symbol('no value from a previous command')

function assign(scope: Scope, name: string, value: Value | undefined): void {
  const index = scope.variables.findLastIndex(variable => variable.name === name)
  if (index < 0) fail(scope, `undefined variable: ${name}`)
  scope.variables[index] = { name, value }
}

function evaluateCommand(scope: Scope, dot: Value | undefined, command: CommandNode, final: Final): Value | undefined {
  chargeStep(scope)
  const [first, ...args] = command.operands
  if (first === undefined) return undefined
  switch (first.kind) {
    case 'field':
    case 'chain':
      return evaluateFields(scope, dot, first, { args, final })
    case 'variable':
      if (first.names.length > 0) return evaluateFields(scope, dot, first, { args, final })
      scope.at = first
      refuseArguments(scope, first, { args, final })
      return variableValue(scope, first.name)
    case 'identifier':
      return evaluateFunction(scope, dot, first, { args, final, place: command })
    case 'pipe':
      refuseArguments(scope, first, { args, final })
      return evaluatePipe(scope, dot, first)
    default:
      scope.at = first
      refuseArguments(scope, first, { args, final })
      return constantValue(scope, dot, first)
  }
}

/** What stands behind a function or a field. */
interface Given {
  readonly args: readonly Operand[]
  readonly final: Final
}

const nothing: Given = { args: [], final: missing }

function countOf({ args, final }: Given): number {
  return args.length + (final === missing ? 0 : 1)
}

function refuseArguments(scope: Scope, node: Operand, given: Given): void {
  if (countOf(given) > 0) fail(scope, `can't give argument to non-function ${printedNode(node)}`)
}

function constantValue(scope: Scope, dot: Value | undefined, node: Operand): Value | undefined {
  switch (node.kind) {
    case 'bool':
      return bool(node.value)
    case 'dot':
      return dot
    case 'number':
      return idealConstant(scope, node)
    case 'string':
      return text(node.text)
    case 'nil':
      return fail(scope, 'nil is not a command')
    default:
      return fail(scope, `can't evaluate command ${quoted(printedNode(node))}`)
  }
}

/** A constant where nothing asks for a type: its writing decides. */
function idealConstant(scope: Scope, node: NumberNode): Value {
  const { source, int: whole, float: real } = node
  const isHex = /^0[xX]/.test(source) && !/[pP]/.test(source)
  if (real !== undefined && !isHex && !source.startsWith("'") && /[.eEpP]/.test(source)) return float(real)
  return whole === undefined ? fail(scope, `${source} overflows int`) : int(whole)
}

function variableValue(scope: Scope, name: string): Value | undefined {
  const found = scope.variables.findLast(variable => variable.name === name)
  return found === undefined ? fail(scope, `undefined variable: ${name}`) : found.value
}

type FieldsOperand = Operand & Fields

function evaluateFields(scope: Scope, dot: Value | undefined, node: FieldsOperand, given: Given): Value | undefined {
  scope.at = node
  let value = receiverOf(scope, dot, node)
  for (const index of node.names.keys()) {
    value = evaluateField(scope, node, index, value, index === node.names.length - 1 ? given : nothing)
  }
  return value
}

function receiverOf(scope: Scope, dot: Value | undefined, node: FieldsOperand): Value | undefined {
  if (node.kind === 'variable') return variableValue(scope, node.name)
  if (node.kind !== 'chain') return dot
  if (node.operand.kind === 'nil') fail(scope, `indirection through explicit nil in ${printedNode(node)}`)
  return evaluateArgument(scope, dot, undefined, node.operand)
}

function evaluateField(
  scope: Scope,
  node: FieldsOperand,
  index: number,
  receiver: Value | undefined,
  given: Given,
): Value | undefined {
  if (receiver === undefined) return undefined
  const name = node.names[index] ?? ''
  const type = receiver.type.name
  const target = indirect(receiver)
  const count = countOf(given)
  switch (target?.kind) {
    case 'struct': {
      const method = target.methods?.get(name)
      if (method !== undefined && count > 0) fail(scope, `wrong number of args for ${name}: want 0 got ${count}`)
      if (method !== undefined) return method()
      const path = fieldPath(target.type, name)
      if (path === undefined) break
      if (count > 0) fail(scope, `${name} has arguments but cannot be invoked as function`)
      return path.reduce<Value | undefined>((value, field) => fieldOf(value, field.name), target)
    }
    case 'map':
      if (target.type.key?.kind !== 'string') break
      if (count > 0) fail(scope, `${name} is not a method but has arguments`)
      return target.entries?.get(name)?.value
    case undefined:
    case 'interface':
    case 'pointer':
      return fail(scope, `nil pointer evaluating ${type}.${name}`, node.places[index])
  }
  return fail(scope, `can't evaluate field ${name} in type ${type}`, node.places[index])
}

function fieldOf(value: Value | undefined, name: string): Value | undefined {
  return value?.kind === 'struct' ? value.fields.get(name) : undefined
}

type FunctionOperand = Operand & { readonly kind: 'identifier' }

function evaluateFunction(
  scope: Scope,
  dot: Value | undefined,
  node: FunctionOperand,
  { args, final, place }: Given & { readonly place: AnyNode },
): Value | undefined {
  scope.at = node
  const { name } = node
  const called = scope.machine.functions.get(name)
  if (called === undefined) return fail(scope, `${quoted(name)} is not a defined function`)
  checkCount(scope, name, called, { args, final })
  if (name === 'and' || name === 'or') return shortCircuit(scope, dot, name === 'or', { args, final })
  const values = args.map((arg, index) => evaluateArgument(scope, dot, parameterAt(called, index), arg))
  if (final !== missing) values.push(validated(scope, final, parameterAt(called, values.length)))
  if (name === 'call') refuseCall({ ...scope, at: place }, args[0], values[0])
  try {
    return called.call(values)
  } catch (thrown) {
    if (!(thrown instanceof CallFault)) throw thrown
    scope.at = place
    return fail(scope, `error calling ${name}: ${thrown.message}`)
  }
}

/** No value of a message is a function, so `call` always fails. */
function refuseCall(scope: Scope, node: Operand | undefined, given: Value | undefined): never {
  const value = unwrapped(given)
  if (value === undefined) return fail(scope, 'error calling call: call of nil')
  const piped = value.kind === 'string' ? value.text : `<${value.type.name} Value>`
  const callee = node === undefined ? piped : printedNode(node)
  return fail(scope, `error calling call: non-function ${callee} of type ${value.type.name}`)
}

function checkCount(scope: Scope, name: string, { parameters, rest }: TemplateFunction, given: Given): void {
  const wanted = parameters.length
  const count = countOf(given)
  if (rest === undefined && count !== wanted)
    fail(scope, `wrong number of args for ${name}: want ${wanted} got ${count}`)
  if (count < wanted) fail(scope, `wrong number of args for ${name}: want at least ${wanted} got ${given.args.length}`)
}

function parameterAt({ parameters, rest }: TemplateFunction, index: number): GoType | undefined {
  return parameters[index] ?? rest
}

/** `and` and `or` give the argument that decides and do not look at those behind it. */
function shortCircuit(
  scope: Scope,
  dot: Value | undefined,
  stopAt: boolean,
  { args, final }: Given,
): Value | undefined {
  let value: Value | undefined
  for (const arg of args) {
    value = evaluateArgument(scope, dot, valueType, arg)
    if (isTrue(value) === stopAt) return value
  }
  return final === missing ? value : final
}

/** An argument as its parameter wants it; without a type, as it comes. */
function evaluateArgument(
  scope: Scope,
  dot: Value | undefined,
  type: GoType | undefined,
  node: Operand,
): Value | undefined {
  scope.at = node
  chargeStep(scope)
  switch (node.kind) {
    case 'dot':
      return validated(scope, dot, type)
    case 'nil':
      if (type !== undefined && !allowsNil(type)) fail(scope, `cannot assign nil to ${type.name}`)
      return zeroOf(type)
    case 'field':
    case 'chain':
      return validated(scope, evaluateFields(scope, dot, node, nothing), type)
    case 'variable': {
      const isPlain = node.names.length === 0
      const value = isPlain ? variableValue(scope, node.name) : evaluateFields(scope, dot, node, nothing)
      return validated(scope, value, type)
    }
    case 'pipe':
      return validated(scope, evaluatePipe(scope, dot, node), type)
    case 'identifier':
      return validated(scope, evaluateFunction(scope, dot, node, { ...nothing, place: node }), type)
    default:
      return typedConstant(scope, type, node)
  }
}

function typedConstant(
  scope: Scope,
  type: GoType | undefined,
  node: Operand & { readonly kind: 'bool' | 'string' | 'number' },
): Value | undefined {
  if (type === undefined || type.kind === 'interface' || type.kind === 'value') {
    return constantValue(scope, undefined, node)
  }
  switch (type.kind) {
    case 'bool':
      return node.kind === 'bool' ? bool(node.value) : expected(scope, node, 'bool')
    case 'string':
      return node.kind === 'string' ? text(node.text) : expected(scope, node, 'string')
    case 'int':
      return node.kind === 'number' && node.int !== undefined
        ? { kind: 'int', type, int: node.int }
        : expected(scope, node, 'integer')
    case 'uint':
      return node.kind === 'number' && node.uint !== undefined
        ? { kind: 'uint', type, int: node.uint }
        : expected(scope, node, 'unsigned integer')
    case 'float':
      return node.kind === 'number' && node.float !== undefined ? float(node.float) : expected(scope, node, 'float')
    default:
      return fail(scope, `can't handle ${printedNode(node)} for arg of type ${type.name}`)
  }
}

function expected(scope: Scope, node: Operand, what: string): never {
  return fail(scope, `expected ${what}; found ${printedNode(node)}`)
}

/** The value if the parameter takes it, without the interface around it where that helps. */
function validated(scope: Scope, value: Value | undefined, type: GoType | undefined): Value | undefined {
  if (type === undefined) return value
  if (value === undefined && !allowsNil(type)) fail(scope, `invalid value; expected ${type.name}`)
  if (value === undefined) return zeroOf(type)
  if (isAssignable(value.type, type)) return value
  const inner = unwrapped(value) ?? value
  if (isAssignable(inner.type, type)) return inner
  const target = inner.kind === 'pointer' ? inner.target : undefined
  if (target !== undefined && isAssignable(target.type, type)) return target
  return fail(scope, `wrong type for value; expected ${type.name}; got ${inner.type.name}`)
}

/** What nil is in the type. */
function zeroOf(type: GoType | undefined): Value | undefined {
  if (type?.kind === 'slice') return { kind: 'slice', type, items: null }
  if (type?.kind === 'map') return { kind: 'map', type, entries: null }
  return undefined
}
