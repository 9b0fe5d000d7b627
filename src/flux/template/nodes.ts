import { quoted } from '../go/quote.js'

/** The tree of a Go template. `start` is where Go places a node, in UTF-16 units from the start of the template. */
export type Node =
  | TextNode
  | ActionNode
  | BranchNode
  | InvocationNode
  | { readonly kind: 'break' | 'continue'; readonly start: number }

export interface TextNode {
  readonly kind: 'text'
  readonly start: number
  readonly text: string
}

export interface ActionNode {
  readonly kind: 'action'
  readonly start: number
  readonly pipe: PipeNode
}

/** `if`, `range` and `with`; an `else if` is a branch within the other list. */
export interface BranchNode {
  readonly kind: 'if' | 'range' | 'with'
  readonly start: number
  readonly pipe: PipeNode
  readonly list: readonly Node[]
  readonly otherwise: readonly Node[] | undefined
}

/** `{{template "name" pipe}}`. */
export interface InvocationNode {
  readonly kind: 'template'
  readonly start: number
  readonly name: string
  readonly pipe: PipeNode | undefined
}

export interface PipeNode {
  readonly kind: 'pipe'
  readonly start: number
  /** Variables that it declares or assigns, with their `$`. */
  readonly variables: readonly VariableNode[]
  readonly assigns: boolean
  /** Never empty. */
  readonly commands: readonly CommandNode[]
}

export interface CommandNode {
  readonly kind: 'command'
  readonly start: number
  /** Never empty. */
  readonly operands: readonly Operand[]
}

export type Operand =
  | PipeNode
  | ChainNode
  | VariableNode
  | NumberNode
  | { readonly kind: 'identifier'; readonly start: number; readonly name: string }
  | FieldNode
  | { readonly kind: 'string'; readonly start: number; readonly text: string; readonly source: string }
  | { readonly kind: 'bool'; readonly start: number; readonly value: boolean }
  | { readonly kind: 'dot' | 'nil'; readonly start: number }

/** Fields of the dot. Go places a node of several fields at the second one. */
export interface FieldNode extends Fields {
  readonly kind: 'field'
  readonly start: number
}

/** Fields of something that is no field itself: `(pipe).A.B`. */
export interface ChainNode extends Fields {
  readonly kind: 'chain'
  readonly start: number
  readonly operand: Operand
}

export interface Fields {
  readonly names: readonly string[]
  /** Where each of them stands, in UTF-16 units. */
  readonly places: readonly number[]
}

/** A variable and fields of its value. */
export interface VariableNode extends Fields {
  readonly kind: 'variable'
  readonly start: number
  /** With its `$`. */
  readonly name: string
}

/** A constant: every reading that the literal allows. */
export interface NumberNode {
  readonly kind: 'number'
  readonly start: number
  readonly source: string
  readonly int: bigint | undefined
  readonly uint: bigint | undefined
  readonly float: number | undefined
}

export interface Template {
  readonly name: string
  readonly list: readonly Node[]
}

export type AnyNode = Node | CommandNode | Operand

/** A node as Go writes it back, which is how its error texts show the place. */
export function printedNode(node: AnyNode): string {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'action':
      return `{{${printedNode(node.pipe)}}}`
    case 'break':
    case 'continue':
      return `{{${node.kind}}}`
    case 'if':
    case 'range':
    case 'with':
      return printedBranch(node)
    case 'template':
      return `{{template ${quoted(node.name)}${node.pipe === undefined ? '' : ` ${printedNode(node.pipe)}`}}}`
    case 'pipe':
      return printedPipe(node)
    case 'command':
      return node.operands.map(printedOperand).join(' ')
    case 'chain':
      return `${printedOperand(node.operand)}.${node.names.join('.')}`
    case 'variable':
      return [node.name, ...node.names].join('.')
    case 'number':
    case 'string':
      return node.source
    case 'identifier':
      return node.name
    case 'field':
      return `.${node.names.join('.')}`
    case 'bool':
      return String(node.value)
    case 'dot':
      return '.'
    case 'nil':
      return 'nil'
  }
}

function printedBranch({ kind, pipe, list, otherwise }: BranchNode): string {
  const other = otherwise === undefined ? '' : `{{else}}${otherwise.map(printedNode).join('')}`
  return `{{${kind} ${printedNode(pipe)}}}${list.map(printedNode).join('')}${other}{{end}}`
}

function printedPipe({ variables, assigns, commands }: PipeNode): string {
  const declared = variables.length === 0 ? '' : `${variables.map(printedNode).join(', ')} ${assigns ? '=' : ':='} `
  return declared + commands.map(printedNode).join(' | ')
}

function printedOperand(operand: Operand): string {
  return operand.kind === 'pipe' ? `(${printedNode(operand)})` : printedNode(operand)
}
