import type { Functions } from './function.js'
import type { AnyNode, Template } from './nodes.js'
import type { Value } from './values.js'

/** What one run of a template shares. */
export interface Machine {
  readonly templates: ReadonlyMap<string, Template>
  readonly functions: Functions
  readonly output: string[]
  /** Of the output, in UTF-16 units. */
  size: number
  steps: number
}

/** What one invocation of a template has of its own. */
export interface Scope {
  readonly machine: Machine
  /** The name of the template that runs. */
  readonly template: string
  readonly depth: number
  /** A stack: the last of a name counts. */
  readonly variables: { readonly name: string; readonly value: Value | undefined }[]
}

/** Ends a run with an error at a node. */
export class ExecFault extends Error {
  override readonly name = 'ExecFault'
  readonly node: AnyNode
  readonly template: string

  constructor(scope: Scope, node: AnyNode, message: string) {
    super(message)
    this.node = node
    this.template = scope.template
  }
}

export function fail(scope: Scope, node: AnyNode, message: string): never {
  throw new ExecFault(scope, node, message)
}

/** Counts one step; a template that takes far more than any message needs is stopped. */
export function chargeStep(scope: Scope, node: AnyNode): void {
  scope.machine.steps += 1
  if (scope.machine.steps > mostSteps) fail(scope, node, `fluxgate stops a template after ${mostSteps} steps`)
}

/** Counts output in the same way. */
export function chargeOutput(scope: Scope, node: AnyNode, size: number): void {
  scope.machine.size += size
  if (scope.machine.size > largestOutput)
    fail(scope, node, `fluxgate stops a message after ${largestOutput} characters`)
}

const mostSteps = 200_000
const largestOutput = 1_000_000
