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
  /** The node that was last looked at: where Go says that an error is. */
  at: AnyNode
}

/** Ends a run with an error at a node. */
export class ExecFault extends Error {
  override readonly name = 'ExecFault'
  readonly node: AnyNode
  readonly template: string
  /** Where the mistake is, which may be behind the start of the node. */
  readonly place: number

  constructor({ at, template }: Scope, message: string, place = at.start) {
    super(message)
    this.node = at
    this.template = template
    this.place = place
  }
}

export function fail(scope: Scope, message: string, place?: number): never {
  throw new ExecFault(scope, message, place)
}

/** Counts one step; a template that takes far more than any message needs is stopped. */
export function chargeStep(scope: Scope): void {
  scope.machine.steps += 1
  if (scope.machine.steps > mostSteps) fail(scope, `fluxgate stops a template after ${mostSteps} steps`)
}

/** Counts output in the same way. */
export function chargeOutput(scope: Scope, size: number): void {
  scope.machine.size += size
  if (scope.machine.size > largestOutput) fail(scope, `fluxgate stops a message after ${largestOutput} characters`)
}

const mostSteps = 200_000
const largestOutput = 1_000_000
