import { quoted } from '../go/quote.js'
import type { Functions, TemplateFunction } from './function.js'
import {
  type BranchNode,
  type CommandNode,
  type Fields,
  type Node,
  type Operand,
  type PipeNode,
  printedNode,
  type Template,
} from './nodes.js'
import { boolType, fieldPath, floatType, type GoType, intType, isAssignable, stringType } from './types.js'

export interface TemplateMistake {
  readonly kind: MistakeKind
  /** In the words of Go where it would say it at run time. */
  readonly message: string
  /** In UTF-16 units from the start of the template. */
  readonly start: number
  /** Of an unknown field: the type that lacks it, and its name. */
  readonly field?: { readonly type: string; readonly name: string }
}

export type MistakeKind = 'field' | 'arguments' | 'type' | 'template'

/**
 * Finds what would fail whenever it is run, also in branches that no data leads to. Where a type is known only at run
 * time it says nothing.
 */
export function checkTypes(
  templates: ReadonlyMap<string, Template>,
  main: string,
  functions: Functions,
  data: GoType,
): readonly TemplateMistake[] {
  const mistakes = new Map<string, TemplateMistake>()
  const checker: Checker = { templates, functions, mistakes, visited: new Set() }
  checkTemplateBody(checker, main, data)
  for (const name of templates.keys()) {
    if (![...checker.visited].some(visit => visit.startsWith(`${name}\0`))) checkTemplateBody(checker, name, undefined)
  }
  return [...mistakes.values()].sort((left, right) => left.start - right.start)
}

interface Checker {
  readonly templates: ReadonlyMap<string, Template>
  readonly functions: Functions
  readonly mistakes: Map<string, TemplateMistake>
  /** Name and type of the data of each template that was gone through. */
  readonly visited: Set<string>
}

/** Undefined is a type that only the run tells. */
type Known = GoType | undefined

interface Context {
  readonly checker: Checker
  readonly dot: Known
  /** A stack: the last of a name counts. */
  readonly variables: { readonly name: string; readonly type: Known }[]
}

function checkTemplateBody(checker: Checker, name: string, dot: Known): void {
  const visit = `${name}\0${dot?.name ?? ''}`
  if (checker.visited.has(visit)) return
  checker.visited.add(visit)
  checkList({ checker, dot, variables: [{ name: '$', type: dot }] }, checker.templates.get(name)?.list ?? [])
}

function checkList(context: Context, list: readonly Node[]): void {
  for (const node of list) checkNode(context, node)
}

function checkNode(context: Context, node: Node): void {
  switch (node.kind) {
    case 'action':
      pipeType(context, node.pipe)
      return
    case 'if':
    case 'with':
    case 'range':
      checkBranch(context, node)
      return
    case 'template': {
      const type = node.pipe === undefined ? undefined : pipeType(context, node.pipe)
      if (context.checker.templates.has(node.name)) checkTemplateBody(context.checker, node.name, type)
      else
        report(context, { kind: 'template', message: `template ${quoted(node.name)} not defined`, start: node.start })
      return
    }
    default:
      return
  }
}

function checkBranch(context: Context, node: BranchNode): void {
  const variables = [...context.variables]
  const inner = { ...context, variables }
  const type = pipeType(inner, node.pipe)
  const element = node.kind === 'range' ? rangeTypes(inner, node, type) : undefined
  if (element !== undefined) {
    for (const [index, { name }] of node.pipe.variables.entries()) {
      const isKey = node.pipe.variables.length > 1 && index === 0
      if (!node.pipe.assigns)
        variables[variables.length - node.pipe.variables.length + index] = {
          name,
          type: isKey ? element.key : element.element,
        }
    }
  }
  const dot = node.kind === 'if' ? context.dot : node.kind === 'with' ? type : element?.element
  checkList({ ...inner, dot, variables: [...variables] }, node.list)
  checkList({ ...inner, variables: [...variables] }, node.otherwise ?? [])
  forgetAssigned(context, node)
}

/** What a branch may have assigned to a variable from outside is known no more. */
function forgetAssigned(context: Context, node: BranchNode): void {
  const assigned = new Set(assignedIn([node]))
  for (const [index, variable] of context.variables.entries()) {
    if (assigned.has(variable.name)) context.variables[index] = { ...variable, type: undefined }
  }
}

function assignedIn(list: readonly Node[]): readonly string[] {
  return list.flatMap(node => {
    if (node.kind === 'action') return node.pipe.assigns ? node.pipe.variables.map(({ name }) => name) : []
    if (node.kind !== 'if' && node.kind !== 'with' && node.kind !== 'range') return []
    const own = node.pipe.assigns ? node.pipe.variables.map(({ name }) => name) : []
    return [...own, ...assignedIn(node.list), ...assignedIn(node.otherwise ?? [])]
  })
}

function rangeTypes(context: Context, node: BranchNode, type: Known): { key: Known; element: Known } {
  switch (type?.kind) {
    case 'slice':
      return { key: intType, element: type.element }
    case 'map':
      return { key: type.key, element: type.element }
    case 'int':
    case 'uint':
      return { key: undefined, element: type }
    case 'string':
    case 'bool':
    case 'float':
    case 'struct':
      report(context, { kind: 'type', message: `range can't iterate over a ${type.name}`, start: node.start })
      return { key: undefined, element: undefined }
    default:
      return { key: undefined, element: undefined }
  }
}

function pipeType(context: Context, pipe: PipeNode): Known {
  let type: Known
  for (const [index, command] of pipe.commands.entries()) {
    type = commandType(context, command, index > 0 ? { type } : undefined)
  }
  for (const { name } of pipe.variables) {
    if (!pipe.assigns) context.variables.push({ name, type })
    else {
      const at = context.variables.findLastIndex(variable => variable.name === name)
      if (at >= 0) context.variables[at] = { name, type }
    }
  }
  return type
}

/** The result of the command before, as the last argument. */
type Piped = { readonly type: Known } | undefined

function commandType(context: Context, { operands }: CommandNode, piped: Piped): Known {
  const [first, ...args] = operands
  if (first === undefined) return undefined
  if (first.kind === 'identifier') return callType(context, first.name, first, args, piped)
  const type = operandType(context, first)
  for (const arg of args) operandType(context, arg)
  if (args.length > 0 || piped !== undefined) refuseArguments(context, first)
  return type
}

function refuseArguments(context: Context, node: Operand): void {
  const message = `can't give argument to non-function ${printedNode(node)}`
  report(context, { kind: 'arguments', message, start: node.start })
}

function operandType(context: Context, node: Operand): Known {
  switch (node.kind) {
    case 'dot':
      return context.dot
    case 'field':
      return fieldsType(context, node, context.dot)
    case 'variable':
      return fieldsType(context, node, context.variables.findLast(({ name }) => name === node.name)?.type)
    case 'chain':
      return fieldsType(context, node, operandType(context, node.operand))
    case 'pipe':
      return pipeType({ ...context }, node)
    case 'identifier':
      return callType(context, node.name, node, [], undefined)
    case 'string':
      return stringType
    case 'bool':
      return boolType
    case 'number':
      return /^[^']*[.eEpP]/.test(node.source) && !/^0[xX][^pP]*$/.test(node.source) ? floatType : intType
    case 'nil':
      return undefined
  }
}

function fieldsType(
  context: Context,
  { names, places, start }: Fields & { readonly start: number },
  receiver: Known,
): Known {
  let type = receiver
  for (const [index, name] of names.entries()) {
    if (type === undefined) return undefined
    const next = fieldType(type, name)
    if (next === 'missing') {
      const message = `can't evaluate field ${name} in type ${type.name}`
      report(context, { kind: 'field', message, start: places[index] ?? start, field: { type: type.name, name } })
      return undefined
    }
    type = next
  }
  return type
}

function fieldType(type: GoType, name: string): Known | 'missing' {
  const target = type.kind === 'pointer' && type.element !== undefined ? type.element : type
  if (target.kind === 'interface' || target.kind === 'value') return undefined
  if (target.kind === 'map' && target.key?.kind === 'string') return target.element
  return target.methods?.get(name) ?? fieldPath(target, name)?.at(-1)?.type ?? 'missing'
}

function callType(context: Context, name: string, node: Operand, args: readonly Operand[], piped: Piped): Known {
  const called = context.checker.functions.get(name)
  const types = args.map(arg => operandType(context, arg))
  if (called === undefined) return undefined
  checkCount(context, name, called, node, args.length, piped)
  for (const [index, arg] of args.entries()) checkArgument(context, called, index, arg, types[index])
  const result = called.result.kind === 'interface' || called.result.kind === 'value' ? undefined : called.result
  if (result !== undefined || !passesThrough.has(name)) return result
  return types.at(-1) ?? piped?.type
}

function checkCount(
  context: Context,
  name: string,
  { parameters, rest }: TemplateFunction,
  node: Operand,
  given: number,
  piped: Piped,
): void {
  const count = given + (piped === undefined ? 0 : 1)
  if (rest === undefined ? count === parameters.length : count >= parameters.length) return
  const wanted = rest === undefined ? `want ${parameters.length}` : `want at least ${parameters.length}`
  report(context, {
    kind: 'arguments',
    message: `wrong number of args for ${name}: ${wanted} got ${count}`,
    start: node.start,
  })
}

function checkArgument(context: Context, called: TemplateFunction, index: number, arg: Operand, type: Known): void {
  const wanted = called.parameters[index] ?? called.rest
  if (wanted === undefined || type === undefined || type.kind === 'interface' || isAssignable(type, wanted)) return
  const isNumber = arg.kind === 'number' && /^(?:int|uint|float)$/.test(wanted.kind)
  if (isNumber && (wanted.kind === 'float' || arg.int !== undefined)) return
  const isConstant = arg.kind === 'number' || arg.kind === 'string' || arg.kind === 'bool'
  const message = isConstant
    ? `expected ${wanted.kind === 'int' ? 'integer' : wanted.name}; found ${printedNode(arg)}`
    : `wrong type for value; expected ${wanted.name}; got ${type.name}`
  report(context, { kind: 'type', message, start: arg.start })
}

function report({ checker }: Context, mistake: TemplateMistake): void {
  checker.mistakes.set(`${mistake.start} ${mistake.message}`, mistake)
}

/** Functions that give back their last argument, when they give anything. */
const passesThrough: ReadonlySet<string> = new Set(['default'])
