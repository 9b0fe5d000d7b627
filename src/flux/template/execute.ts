import { byteLength } from '../go/bytes.js'
import { quoted } from '../go/quote.js'
import { evaluatePipe } from './evaluate.js'
import { formatValue, noFlags } from './format-verb.js'
import type { Functions } from './function.js'
import { chargeOutput, chargeStep, ExecFault, fail, type Machine, type Scope } from './machine.js'
import { type BranchNode, type InvocationNode, type Node, type PipeNode, printedNode, type Template } from './nodes.js'
import { indirect, int, isTrue, sortedEntries, type Value } from './values.js'

export interface Execution {
  /** What was written, up to an error. */
  readonly output: string
  readonly fault: ExecutionFault | null
}

export interface ExecutionFault {
  /** Go's text: `template: name:line:column: executing "name" at <node>: …`. */
  readonly error: string
  /** What of it is about the mistake itself. */
  readonly message: string
  /** In UTF-16 units from the start of the template. */
  readonly start: number
}

/** Runs a parsed template as text/template's Execute does. `source` is its text, for the places in errors. */
export function executeTemplate(
  templates: ReadonlyMap<string, Template>,
  name: string,
  source: string,
  functions: Functions,
  data: Value,
): Execution {
  const machine: Machine = { templates, functions, output: [], size: 0, steps: 0 }
  try {
    const list = templates.get(name)?.list ?? []
    const variables = [{ name: '$', value: data }]
    walkList({ machine, template: name, depth: 0, variables, at: { kind: 'dot', start: 0 } }, data, list)
    return { output: machine.output.join(''), fault: null }
  } catch (thrown) {
    if (!(thrown instanceof ExecFault)) throw thrown
    return { output: machine.output.join(''), fault: executionFault(thrown, name, source) }
  }
}

function executionFault(
  { node, message, template, place: start }: ExecFault,
  name: string,
  source: string,
): ExecutionFault {
  const before = source.slice(0, node.start)
  const lines = before.split('\n')
  const place = `${name}:${lines.length}:${byteLength(lines.at(-1) ?? '')}`
  const error = `template: ${place}: executing ${quoted(template)} at <${printedNode(node)}>: ${message}`
  return { error, message, start }
}

/** How a list ended; a loop acts on the last two. */
type Ending = 'done' | 'break' | 'continue'

function walkList(scope: Scope, dot: Value | undefined, list: readonly Node[]): Ending {
  for (const node of list) {
    const ending = walk(scope, dot, node)
    if (ending !== 'done') return ending
  }
  return 'done'
}

function walk(scope: Scope, dot: Value | undefined, node: Node): Ending {
  scope.at = node
  chargeStep(scope)
  switch (node.kind) {
    case 'text':
      write(scope, node.text)
      return 'done'
    case 'action': {
      const value = evaluatePipe(scope, dot, node.pipe)
      scope.at = node
      if (node.pipe.variables.length === 0) write(scope, printed(value))
      return 'done'
    }
    case 'if':
    case 'with':
      return walkBranch(scope, dot, node)
    case 'range':
      return walkRange(scope, dot, node)
    case 'template':
      walkTemplate(scope, dot, node)
      return 'done'
    case 'break':
    case 'continue':
      return node.kind
  }
}

/** Without a value Go prints `<no value>`, and `<nil>` for a pointer to nothing. */
function printed(value: Value | undefined): string {
  const direct = value?.kind === 'pointer' && value.target?.text === undefined ? indirect(value) : value
  if (direct?.kind === 'interface' && direct.inner === undefined) return '<nil>'
  return direct === undefined ? '<no value>' : formatValue(direct, 'v', noFlags)
}

function write(scope: Scope, text: string): void {
  scope.machine.output.push(text)
  chargeOutput(scope, text.length)
}

function walkBranch(scope: Scope, dot: Value | undefined, { kind, pipe, list, otherwise }: BranchNode): Ending {
  const { length } = scope.variables
  const value = evaluatePipe(scope, dot, pipe)
  const ending = isTrue(value)
    ? walkList(scope, kind === 'with' ? value : dot, list)
    : walkList(scope, dot, otherwise ?? [])
  scope.variables.length = length
  return ending
}

function walkRange(scope: Scope, dot: Value | undefined, node: BranchNode): Ending {
  const { length } = scope.variables
  const value = indirect(evaluatePipe(scope, dot, node.pipe))
  const mark = scope.variables.length
  let turns = 0
  for (const { key, element } of turnsOf(scope, node, value)) {
    turns += 1
    bindLoopVariables(scope, node.pipe, key, element)
    const ending = walkList(scope, element, node.list)
    scope.variables.length = mark
    if (ending === 'break') break
  }
  const ending = turns === 0 ? walkList(scope, dot, node.otherwise ?? []) : 'done'
  scope.variables.length = length
  return ending
}

interface Turn {
  readonly key: Value | undefined
  readonly element: Value | undefined
}

function* turnsOf(scope: Scope, node: BranchNode, value: Value | undefined): Generator<Turn> {
  switch (value?.kind) {
    case undefined:
      return
    case 'int':
    case 'uint':
      if (node.pipe.variables.length > 1) {
        fail(scope, `can't use ${value.int} to iterate over more than one variable`)
      }
      for (let index = 0n; index < value.int; index += 1n) yield { key: undefined, element: { ...value, int: index } }
      return
    case 'slice':
      for (const [index, element] of (value.items ?? []).entries()) yield { key: int(index), element }
      return
    case 'map':
      for (const entry of sortedEntries(value)) yield { key: entry.key, element: entry.value }
      return
    default:
      fail(scope, `range can't iterate over ${formatValue(value, 'v', noFlags)}`)
  }
}

/** The variables of the pipeline are on the stack already, the last one on top. */
function bindLoopVariables(scope: Scope, pipe: PipeNode, key: Value | undefined, element: Value | undefined): void {
  const { variables } = scope
  const names = pipe.variables.map(({ name }) => name)
  const values = names.length > 1 ? [key, element] : [element]
  for (const [index, name] of names.entries()) {
    const at = pipe.assigns
      ? variables.findLastIndex(variable => variable.name === name)
      : variables.length - names.length + index
    variables[at] = { name, value: values[index] }
  }
}

function walkTemplate(scope: Scope, dot: Value | undefined, node: InvocationNode): void {
  const template = scope.machine.templates.get(node.name)
  if (template === undefined) fail(scope, `template ${quoted(node.name)} not defined`)
  if (scope.depth >= deepestTemplate) fail(scope, `exceeded maximum template depth (${deepestTemplate})`)
  const value = node.pipe === undefined ? undefined : evaluatePipe(scope, dot, node.pipe)
  const inner = { ...scope, template: node.name, depth: scope.depth + 1, variables: [{ name: '$', value }] }
  walkList(inner, value, template.list)
}

// Go allows 100,000; no message needs them, and our stack does not hold them.
const deepestTemplate = 200
