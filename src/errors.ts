/**
 * A mistake of the user's: an input, a file, the registry's refusal. It is shown without a stack.
 * The message says which input or file and line, what was found and what is accepted; `next` is the next step.
 */
export class UserError extends Error {
  override readonly name = 'UserError'
  /** What to do about it, as one sentence; shown after the message. */
  readonly next: string | undefined
  /** Whether the command line itself was wrong, and nothing was tried. */
  readonly usage: boolean

  constructor(message: string, options: { next?: string; usage?: boolean; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.next = options.next
    this.usage = options.usage ?? false
  }
}

/** Several mistakes found in one go, so that nobody has to fix them one run at a time. Never empty. */
export class UserErrors extends Error {
  override readonly name = 'UserErrors'
  readonly errors: readonly UserError[]

  constructor(errors: readonly UserError[]) {
    super(errors.map(sentence).join('\n'))
    this.errors = errors
  }
}

/** Throws what was collected: nothing, the one mistake, or all of them together. */
export function throwAll(errors: readonly UserError[]): void {
  const [only] = errors
  if (only === undefined) return
  throw errors.length === 1 ? only : new UserErrors(errors)
}

/** The user's mistakes in any thrown value, or none when it is a bug of ours. */
export function userErrorsOf(thrown: unknown): readonly UserError[] {
  if (thrown instanceof UserError) return [thrown]
  if (thrown instanceof UserErrors) return thrown.errors
  return []
}

/** Message and next step as one line of text. */
export function sentence(error: UserError): string {
  return error.next === undefined ? error.message : `${error.message}. ${error.next}`
}

/** What any thrown value says, in one line. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof UserError) return sentence(thrown)
  return thrown instanceof Error ? thrown.message : String(thrown)
}

/** An unexpected error with all its causes and stacks: a bug report, not an explanation. */
export function bugReport(thrown: unknown): string {
  const parts: string[] = []
  for (let cause: unknown = thrown, depth = 0; cause !== undefined && depth < 8; depth += 1) {
    const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
    parts.push(depth === 0 ? text : `caused by: ${text}`)
    cause = cause instanceof Error ? cause.cause : undefined
  }
  return parts.join('\n')
}
