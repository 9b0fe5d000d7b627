import { quoted } from '../go/quote.js'
import { unquoted } from '../go/unquote.js'
import {
  type ActionNode,
  type BranchNode,
  type CommandNode,
  type InvocationNode,
  type Node,
  type NumberNode,
  type Operand,
  type PipeNode,
  printedNode,
  type Template,
  type VariableNode,
} from './nodes.js'
import { numberConstant, runeConstant } from './number-constant.js'
import { printedToken, type Token, type TokenKind, tokensOf } from './tokens.js'

export interface ParsedTemplate {
  /** By name; the main template has the name that was given. */
  readonly templates: ReadonlyMap<string, Template>
  /** The words that stand where a function is called, with their places. */
  readonly calls: readonly { readonly name: string; readonly start: number }[]
}

export interface ParseFault {
  /** Go's text: `template: name:line: …`. */
  readonly error: string
  /** What of it is about the mistake itself. */
  readonly message: string
  /** In UTF-16 units. */
  readonly start: number
}

/**
 * Parses a Go template as text/template's Parse does. `isFunction` says which words are functions: for any other Go
 * refuses the whole template; `null` lets all pass.
 */
export function parseTemplate(
  name: string,
  text: string,
  isFunction: ((name: string) => boolean) | null,
): ParsedTemplate | ParseFault {
  const shared: Shared = {
    name,
    tokens: tokensOf(text),
    next: 0,
    furthest: 0,
    templates: new Map(),
    calls: [],
    isFunction,
  }
  try {
    const tree = newTree(shared)
    addTemplate(tree, { name, list: parseAll(tree) })
    return { templates: shared.templates, calls: shared.calls }
  } catch (thrown) {
    if (thrown instanceof ParseStop) return thrown.fault
    throw thrown
  }
}

/** Ends parsing from any depth; never leaves this file. */
class ParseStop extends Error {
  readonly fault: ParseFault

  constructor(fault: ParseFault) {
    super(fault.error)
    this.fault = fault
  }
}

interface Shared {
  readonly name: string
  readonly tokens: readonly Token[]
  next: number
  /** The last token that was looked at; its line is the line of an error. */
  furthest: number
  readonly templates: Map<string, Template>
  readonly calls: { name: string; start: number }[]
  readonly isFunction: ((name: string) => boolean) | null
}

/** What belongs to one template: the main one or a definition. */
interface Tree {
  readonly shared: Shared
  variables: string[]
  rangeDepth: number
  listDepth: number
  pipeDepth: number
  /** Where the current action started; 0 between actions. */
  actionLine: number
}

type ListEnd = { readonly kind: 'end' } | { readonly kind: 'else'; readonly start: number }

function newTree(shared: Shared, listDepth = 0): Tree {
  return { shared, variables: ['$'], rangeDepth: 0, listDepth, pipeDepth: 0, actionLine: 0 }
}

function addTemplate(tree: Tree, template: Template): void {
  const other = tree.shared.templates.get(template.name)
  if (other === undefined || isBlank(other.list)) tree.shared.templates.set(template.name, template)
  else if (!isBlank(template.list)) {
    fail(tree, `template: multiple definition of template ${quoted(template.name)}`)
  }
}

function isBlank(list: readonly Node[]): boolean {
  return list.every(node => node.kind === 'text' && node.text.trim() === '')
}

function parseAll(tree: Tree): Node[] {
  const list: Node[] = []
  while (peek(tree).kind !== 'end') {
    const definition = definitionAhead(tree)
    if (definition) {
      parseDefinition(tree)
      continue
    }
    const node = textOrAction(tree)
    if (isListEnd(node)) fail(tree, `unexpected {{${node.kind}}}`)
    else list.push(node)
  }
  return list
}

/** Steps over `{{define` when it comes next. */
function definitionAhead(tree: Tree): boolean {
  const { next } = tree.shared
  if (take(tree).kind === 'left') {
    const word = takeWord(tree)
    if (word.kind === 'keyword' && word.value === 'define') return true
  }
  tree.shared.next = next
  return false
}

function parseDefinition(outer: Tree): void {
  const tree = newTree(outer.shared)
  const name = literal(tree, takeOneOf(tree, ['string', 'raw'], 'define clause'))
  takeOneOf(tree, ['right'], 'define clause')
  const { list, end } = itemList(tree)
  if (end.kind !== 'end') fail(tree, `unexpected {{${end.kind}}} in define clause`)
  addTemplate(tree, { name, list })
}

function itemList(tree: Tree): { list: readonly Node[]; end: ListEnd } {
  const list: Node[] = []
  tree.listDepth += 1
  if (tree.listDepth > deepest) fail(tree, `actions nest more than ${deepest} levels deep`)
  while (peekWord(tree).kind !== 'end') {
    const node = textOrAction(tree)
    if (isListEnd(node)) {
      tree.listDepth -= 1
      return { list, end: node }
    }
    list.push(node)
  }
  return fail(tree, 'unexpected EOF')
}

function isListEnd(node: Node | ListEnd): node is ListEnd {
  return node.kind === 'end' || node.kind === 'else'
}

function textOrAction(tree: Tree): Node | ListEnd {
  const token = takeWord(tree)
  if (token.kind === 'text') return { kind: 'text', start: token.start, text: token.value }
  if (token.kind !== 'left') return unexpected(tree, token, 'input')
  tree.actionLine = token.line
  const node = action(tree)
  tree.actionLine = 0
  return node
}

function action(tree: Tree): Node | ListEnd {
  const token = takeWord(tree)
  if (token.kind === 'keyword') {
    switch (token.value) {
      case 'block':
        return block(tree)
      case 'break':
      case 'continue':
        return loopControl(tree, token.value, token.start)
      case 'else':
        return elseControl(tree)
      case 'end':
        takeOneOf(tree, ['right'], 'end')
        return { kind: 'end' }
      case 'if':
      case 'range':
      case 'with':
        return branch(tree, token.value)
      case 'template':
        return invocation(tree)
    }
  }
  stepBack(tree)
  const { start } = peek(tree)
  return { kind: 'action', start, pipe: pipeline(tree, 'command', 'right') } satisfies ActionNode
}

function loopControl(tree: Tree, kind: 'break' | 'continue', start: number): Node {
  const token = takeWord(tree)
  if (token.kind !== 'right') unexpected(tree, token, `{{${kind}}}`)
  if (tree.rangeDepth === 0) fail(tree, `{{${kind}}} outside {{range}}`)
  return { kind, start }
}

/** Before `if` and `with` the list ends without a delimiter: the word is read as the start of a branch of its own. */
function elseControl(tree: Tree): ListEnd {
  const next = peekWord(tree)
  if (next.kind === 'keyword' && (next.value === 'if' || next.value === 'with'))
    return { kind: 'else', start: next.start }
  return { kind: 'else', start: takeOneOf(tree, ['right'], 'else').start }
}

function branch(tree: Tree, kind: BranchNode['kind']): BranchNode {
  const { length } = tree.variables
  const pipe = pipeline(tree, kind, 'right')
  if (kind === 'range') tree.rangeDepth += 1
  const { list, end } = itemList(tree)
  if (kind === 'range') tree.rangeDepth -= 1
  const otherwise = end.kind === 'else' ? otherList(tree, kind) : undefined
  tree.variables.length = length
  return { kind, start: pipe.start, pipe, list, otherwise }
}

function otherList(tree: Tree, kind: BranchNode['kind']): readonly Node[] {
  const next = peek(tree)
  if (next.kind === 'keyword' && next.value === kind && kind !== 'range') {
    take(tree)
    tree.listDepth += 1
    const nested = branch(tree, kind)
    tree.listDepth -= 1
    return [nested]
  }
  const { list, end } = itemList(tree)
  if (end.kind !== 'end') fail(tree, `expected end; found {{${end.kind}}}`)
  return list
}

function block(tree: Tree): InvocationNode {
  const token = takeWord(tree)
  const name = templateName(tree, token, 'block clause')
  const pipe = pipeline(tree, 'block clause', 'right')
  const inner = newTree(tree.shared, tree.listDepth)
  const { list, end } = itemList(inner)
  if (end.kind !== 'end') fail(inner, `unexpected {{${end.kind}}} in block clause`)
  addTemplate(inner, { name, list })
  return { kind: 'template', start: token.start, name, pipe }
}

function invocation(tree: Tree): InvocationNode {
  const token = takeWord(tree)
  const name = templateName(tree, token, 'template clause')
  if (takeWord(tree).kind === 'right') return { kind: 'template', start: token.start, name, pipe: undefined }
  stepBack(tree)
  return { kind: 'template', start: token.start, name, pipe: pipeline(tree, 'template clause', 'right') }
}

function templateName(tree: Tree, token: Token, context: string): string {
  return token.kind === 'string' || token.kind === 'raw' ? literal(tree, token) : unexpected(tree, token, context)
}

function pipeline(tree: Tree, context: string, end: 'right' | 'close'): PipeNode {
  const { start } = peekWord(tree)
  const { variables, assigns } = declarations(tree, context)
  const commands: CommandNode[] = []
  for (;;) {
    const token = takeWord(tree)
    if (token.kind === end) break
    if (!startsOperand.has(token.kind)) unexpected(tree, token, context)
    stepBack(tree)
    commands.push(command(tree))
  }
  if (commands.length === 0) fail(tree, `missing value for ${context}`)
  for (const [index, { operands }] of commands.entries()) {
    if (index > 0 && /^(?:bool|dot|nil|number|string)$/.test(operands[0]?.kind ?? '')) {
      fail(tree, `non executable command in pipeline stage ${index + 1}`)
    }
  }
  return { kind: 'pipe', start, variables, assigns, commands }
}

function declarations(tree: Tree, context: string): { variables: VariableNode[]; assigns: boolean } {
  const variables: VariableNode[] = []
  for (;;) {
    const variable = peekWord(tree)
    if (variable.kind !== 'variable') return { variables, assigns: false }
    const before = tree.shared.next
    take(tree)
    const next = peekWord(tree)
    const isComma = next.kind === 'char' && next.value === ','
    if (next.kind !== 'assign' && next.kind !== 'declare' && !isComma) {
      tree.shared.next = before
      return { variables, assigns: false }
    }
    takeWord(tree)
    variables.push(variableNode(variable.value, variable.start))
    tree.variables.push(variable.value)
    if (!isComma) return { variables, assigns: next.kind === 'assign' }
    if (context !== 'range' || variables.length > 1) fail(tree, `too many declarations in ${context}`)
    if (!/^(?:variable|right|close)$/.test(peekWord(tree).kind)) fail(tree, 'range can only initialize variables')
  }
}

function command(tree: Tree): CommandNode {
  const { start } = peekWord(tree)
  const operands: Operand[] = []
  for (;;) {
    peekWord(tree)
    const found = operand(tree)
    if (found !== undefined) operands.push(found)
    const token = take(tree)
    if (token.kind === 'space') continue
    if (token.kind === 'right' || token.kind === 'close') stepBack(tree)
    else if (token.kind !== 'pipe') unexpected(tree, token, 'operand')
    break
  }
  if (operands.length === 0) fail(tree, 'empty command')
  return { kind: 'command', start, operands }
}

function operand(tree: Tree): Operand | undefined {
  const found = term(tree)
  if (found === undefined || peek(tree).kind !== 'field') return found
  const { start } = peek(tree)
  const names: string[] = []
  const places: number[] = []
  while (peek(tree).kind === 'field') {
    places.push(peek(tree).start)
    names.push(take(tree).value.slice(1))
  }
  switch (found.kind) {
    case 'field':
    case 'variable':
      return { ...found, start, names: [...found.names, ...names], places: [...found.places, ...places] }
    case 'bool':
    case 'string':
    case 'number':
    case 'nil':
    case 'dot':
      return fail(tree, `unexpected . after term ${quoted(printedNode(found))}`)
    default:
      return { kind: 'chain', start, operand: found, names, places }
  }
}

function term(tree: Tree): Operand | undefined {
  const token = takeWord(tree)
  const { start, value } = token
  switch (token.kind) {
    case 'identifier':
      tree.shared.calls.push({ name: value, start })
      if (tree.shared.isFunction?.(value) === false) fail(tree, `function ${quoted(value)} not defined`, start)
      return { kind: 'identifier', start, name: value }
    case 'dot':
    case 'nil':
      return { kind: token.kind, start }
    case 'variable':
      return useVariable(tree, token)
    case 'field':
      return { kind: 'field', start, names: [value.slice(1)], places: [start] }
    case 'bool':
      return { kind: 'bool', start, value: value === 'true' }
    case 'rune':
    case 'number':
    case 'complex':
      return numberNode(tree, token)
    case 'open':
      return parenthesized(tree)
    case 'string':
    case 'raw':
      return { kind: 'string', start, text: literal(tree, token), source: value }
    default:
      stepBack(tree)
      return undefined
  }
}

function parenthesized(tree: Tree): PipeNode {
  if (tree.pipeDepth >= deepest) fail(tree, 'max expression depth exceeded')
  tree.pipeDepth += 1
  const pipe = pipeline(tree, 'parenthesized pipeline', 'close')
  tree.pipeDepth -= 1
  return pipe
}

function useVariable(tree: Tree, { value, start }: Token): VariableNode {
  return tree.variables.includes(value)
    ? variableNode(value, start)
    : fail(tree, `undefined variable ${quoted(value)}`, start)
}

function variableNode(name: string, start: number): VariableNode {
  return { kind: 'variable', start, name, names: [], places: [] }
}

function numberNode(tree: Tree, { kind, value, start }: Token): NumberNode {
  const constant = kind === 'rune' ? runeConstant(value) : numberConstant(value)
  return 'error' in constant ? fail(tree, constant.error, start) : { kind: 'number', start, source: value, ...constant }
}

function literal(tree: Tree, { value, start }: Token): string {
  return unquoted(value) ?? fail(tree, 'invalid syntax', start)
}

function takeOneOf(tree: Tree, kinds: readonly TokenKind[], context: string): Token {
  const token = takeWord(tree)
  return kinds.includes(token.kind) ? token : unexpected(tree, token, context)
}

/** The next token; the last one again and again at the end. */
function take(tree: Tree): Token {
  const token = peek(tree)
  tree.shared.next += 1
  return token
}

function peek({ shared }: Tree): Token {
  const last = shared.tokens.length - 1
  shared.furthest = Math.max(shared.furthest, Math.min(shared.next, last))
  return shared.tokens[Math.min(shared.next, last)] ?? endless
}

/** The next token that is no space. */
function takeWord(tree: Tree): Token {
  while (peek(tree).kind === 'space') tree.shared.next += 1
  return take(tree)
}

/** Looks at the next token that is no space; the spaces before it are gone. */
function peekWord(tree: Tree): Token {
  while (peek(tree).kind === 'space') tree.shared.next += 1
  return peek(tree)
}

function stepBack({ shared }: Tree): void {
  shared.next -= 1
}

function unexpected(tree: Tree, token: Token, context: string): never {
  if (token.kind !== 'error') return fail(tree, `unexpected ${printedToken(token)} in ${context}`, token.start)
  const elsewhere = tree.actionLine !== 0 && tree.actionLine !== token.line
  const started = ` started at ${tree.shared.name}:${tree.actionLine}`
  const extra = !elsewhere ? '' : token.value.endsWith(' action') ? started : ` in action${started}`
  return fail(tree, token.value + extra, token.start)
}

function fail({ shared }: Tree, message: string, start?: number): never {
  const token = shared.tokens[shared.furthest] ?? endless
  const error = `template: ${shared.name}:${token.line}: ${message}`
  throw new ParseStop({ error, message, start: start ?? token.start })
}

const endless: Token = { kind: 'end', value: '', start: 0, line: 1 }
// Go allows far more; no message needs them, and our stack does not hold them.
const deepest = 200
const startsOperand: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'bool',
  'rune',
  'complex',
  'dot',
  'field',
  'identifier',
  'number',
  'nil',
  'raw',
  'string',
  'variable',
  'open',
])
