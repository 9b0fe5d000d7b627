import { quoted } from '../go/quote.js'
import { CallFault, type TemplateFunction } from './function.js'
import { chargeStep, fail, type Scope } from './machine.js'
import { type AnyNode, type CommandNode, type NumberNode, type Operand, type PipeNode, printedNode } from './nodes.js'
import { allowsNil, fieldPath, type GoType, isAssignable } from './types.js'
import { bool, float, indirect, int, isTrue, text, unwrapped, type Value } from './values.js'

/** The value of a pipeline. Variables that it declares stay on the stack of the scope. */
export function evaluatePipe(scope: Scope, dot: Value | undefined, pipe: PipeNode): Value | undefined {
  let value: Final = missing
  for (const command of pipe.commands) value = unwrapped(evaluateCommand(scope, dot, command, value))
  const result = value === missing ? undefined : value
  for (const { name } of pipe.variables) {
    if (pipe.assigns) assign(scope, pipe, name, result)
    else scope.variables.push({ name, value: result })
  }
  return result
}

/** The result of the command before, which becomes the last argument; `missing` for the first command. */
type Final = Value | undefined | typeof missing

const missing = Symbol('no value from a previous command')

function assign(scope: Scope, node: AnyNode, name: string, value: Value | undefined): void {
  const index = scope.variables.findLastIndex(variable => variable.name === name)
  if (index < 0) fail(scope, node, `undefined variable: ${name}`)
  scope.variables[index] = { name, value }
}

function evaluateCommand(scope: Scope, dot: Value | undefined, command: CommandNode, final: Final): Value | undefined {
  chargeStep(scope, command)
  const { operands } = command
  const [first] = operands
  if (first === undefined) return undefined
  switch (first.kind) {
    case 'field':
    case 'chain':
      return evaluateFields(scope, dot, first, operands, final)
    case 'variable':
      if (first.names.length > 0) return evaluateFields(scope, dot, first, operands, final)
      refuseArguments(scope, first, operands, final)
      return variableValue(scope, first, first.name)
    case 'identifier':
      return evaluateFunction(scope, dot, first.name, command, first, operands, final)
    case 'pipe':
      refuseArguments(scope, first, operands, final)
      return evaluatePipe(scope, dot, first)
    default:
      refuseArguments(scope, first, operands, final)
      return constantValue(scope, dot, first)
  }
}

function refuseArguments(scope: Scope, node: Operand, operands: readonly Operand[], final: Final): void {
  if (operands.length > 1 || final !== missing) {
    fail(scope, node, `can't give argument to non-function ${printedNode(node)}`)
  }
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
      return fail(scope, node, 'nil is not a command')
    default:
      return fail(scope, node, `can't evaluate command ${quoted(printedNode(node))}`)
  }
}

/** A constant where nothing asks for a type: its writing decides. */
function idealConstant(scope: Scope, node: NumberNode): Value {
  const { source, int: whole, float: real } = node
  const isHex = /^0[xX]/.test(source) && !/[pP]/.test(source)
  if (real !== undefined && !isHex && !source.startsWith("'") && /[.eEpP]/.test(source)) return float(real)
  return whole === undefined ? fail(scope, node, `${source} overflows int`) : int(whole)
}

function variableValue(scope: Scope, node: Operand, name: string): Value | undefined {
  const found = scope.variables.findLast(variable => variable.name === name)
  return found === undefined ? fail(scope, node, `undefined variable: ${name}`) : found.value
}

function evaluateFields(
  scope: Scope,
  dot: Value | undefined,
  node: Operand & { readonly names: readonly string[] },
  operands: readonly Operand[],
  final: Final,
): Value | undefined {
  let value = receiverOf(scope, dot, node)
  for (const [index, name] of node.names.entries()) {
    const isLast = index === node.names.length - 1
    value = evaluateField(scope, node, name, value, isLast ? operands : [], isLast ? final : missing)
  }
  return value
}

function receiverOf(scope: Scope, dot: Value | undefined, node: Operand): Value | undefined {
  if (node.kind === 'variable') return variableValue(scope, node, node.name)
  return node.kind === 'chain' ? evaluateArgument(scope, dot, undefined, node.operand) : dot
}

function evaluateField(
  scope: Scope,
  node: Operand,
  name: string,
  receiver: Value | undefined,
  operands: readonly Operand[],
  final: Final,
): Value | undefined {
  if (receiver === undefined) return undefined
  const type = receiver.type.name
  const target = indirect(receiver)
  if (target === undefined || target.kind === 'interface')
    return fail(scope, node, `nil pointer evaluating ${type}.${name}`)
  const hasArguments = operands.length > 1 || final !== missing
  const method = target.kind === 'struct' ? target.methods?.get(name) : undefined
  if (method !== undefined) {
    const given = operands.length - (operands.length > 0 ? 1 : 0) + (final === missing ? 0 : 1)
    return given > 0 ? fail(scope, node, `wrong number of args for ${name}: want 0 got ${given}`) : method()
  }
  if (target.kind === 'map' && target.type.key?.kind === 'string') {
    if (hasArguments) fail(scope, node, `${name} is not a method but has arguments`)
    return target.entries?.get(name)?.value
  }
  const path = target.kind === 'struct' ? fieldPath(target.type, name) : undefined
  if (path !== undefined && target.kind === 'struct') {
    if (hasArguments) fail(scope, node, `${name} has arguments but cannot be invoked as function`)
    return path.reduce<Value | undefined>((value, { name }) => fieldOf(value, name), target)
  }
  if (target.kind === 'pointer') fail(scope, node, `nil pointer evaluating ${type}.${name}`)
  return fail(scope, node, `can't evaluate field ${name} in type ${type}`)
}

function fieldOf(value: Value | undefined, name: string): Value | undefined {
  return value?.kind === 'struct' ? value.fields.get(name) : undefined
}

function evaluateFunction(
  scope: Scope,
  dot: Value | undefined,
  name: string,
  place: AnyNode,
  node: Operand,
  operands: readonly Operand[],
  final: Final,
): Value | undefined {
  const called = scope.machine.functions.get(name)
  if (called === undefined) return fail(scope, node, `${quoted(name)} is not a defined function`)
  const args = operands.slice(1)
  checkCount(scope, node, name, called, args.length, final !== missing)
  if (name === 'and' || name === 'or') return shortCircuit(scope, dot, name === 'or', args, final)
  const values = args.map((arg, index) => evaluateArgument(scope, dot, parameterAt(called, index), arg))
  if (final !== missing) {
    values.push(validated(scope, args.at(-1) ?? node, final, parameterAt(called, values.length)))
  }
  try {
    return called.call(values)
  } catch (thrown) {
    if (!(thrown instanceof CallFault)) throw thrown
    return fail(scope, place, `error calling ${name}: ${thrown.message}`)
  }
}

function checkCount(
  scope: Scope,
  node: Operand,
  name: string,
  { parameters, rest }: TemplateFunction,
  given: number,
  hasFinal: boolean,
): void {
  const count = given + (hasFinal ? 1 : 0)
  if (rest === undefined && count !== parameters.length) {
    fail(scope, node, `wrong number of args for ${name}: want ${parameters.length} got ${count}`)
  }
  if (count < parameters.length) {
    fail(scope, node, `wrong number of args for ${name}: want at least ${parameters.length} got ${given}`)
  }
}

function parameterAt({ parameters, rest }: TemplateFunction, index: number): GoType | undefined {
  return parameters[index] ?? rest
}

/** `and` and `or` give the argument that decides and do not look at those behind it. */
function shortCircuit(
  scope: Scope,
  dot: Value | undefined,
  stopAt: boolean,
  args: readonly Operand[],
  final: Final,
): Value | undefined {
  let value: Value | undefined
  for (const arg of args) {
    value = evaluateArgument(scope, dot, anything, arg)
    if (isTrue(value) === stopAt) return value
  }
  return final === missing ? value : final
}

const anything: GoType = { name: 'reflect.Value', kind: 'value' }

/** An argument as its parameter wants it; without a type, as it comes. */
function evaluateArgument(
  scope: Scope,
  dot: Value | undefined,
  type: GoType | undefined,
  node: Operand,
): Value | undefined {
  chargeStep(scope, node)
  switch (node.kind) {
    case 'dot':
      return validated(scope, node, dot, type)
    case 'nil':
      if (type !== undefined && !allowsNil(type)) fail(scope, node, `cannot assign nil to ${type.name}`)
      return zeroOf(type)
    case 'field':
    case 'chain':
      return validated(scope, node, evaluateFields(scope, dot, node, [], missing), type)
    case 'variable': {
      const value =
        node.names.length > 0 ? evaluateFields(scope, dot, node, [], missing) : variableValue(scope, node, node.name)
      return validated(scope, node, value, type)
    }
    case 'pipe':
      return validated(scope, node, evaluatePipe(scope, dot, node), type)
    case 'identifier':
      return validated(scope, node, evaluateFunction(scope, dot, node.name, node, node, [node], missing), type)
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
      return fail(scope, node, `can't handle ${printedNode(node)} for arg of type ${type.name}`)
  }
}

function expected(scope: Scope, node: Operand, what: string): never {
  return fail(scope, node, `expected ${what}; found ${printedNode(node)}`)
}

/** The value if the parameter takes it, without the interface around it where that helps. */
function validated(scope: Scope, node: AnyNode, value: Value | undefined, type: GoType | undefined): Value | undefined {
  if (type === undefined) return value
  if (value === undefined)
    return allowsNil(type) ? zeroOf(type) : fail(scope, node, `invalid value; expected ${type.name}`)
  if (isAssignable(value.type, type)) return value
  const inner = value.kind === 'interface' && value.inner !== undefined ? value.inner : value
  if (isAssignable(inner.type, type)) return inner
  if (inner.kind === 'pointer' && inner.target !== undefined && isAssignable(inner.target.type, type))
    return inner.target
  return fail(scope, node, `wrong type for value; expected ${type.name}; got ${inner.type.name}`)
}

/** What nil is in the type. */
function zeroOf(type: GoType | undefined): Value | undefined {
  if (type?.kind === 'slice') return { kind: 'slice', type, items: null }
  if (type?.kind === 'map') return { kind: 'map', type, entries: null }
  return undefined
}
