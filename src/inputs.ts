import { throwAll, UserError, userErrorsOf } from './errors.js'

/** Turns the raw text of an input into its value, or throws a UserError or UserErrors that say what is accepted. */
export type Parser<Value> = (raw: string, name: string) => Value

/** The inputs of an action: name as in `action.yml` → parser. Defaults live in `action.yml` alone. */
export type InputSpec = Readonly<Record<string, Parser<unknown>>>

/** The values that a spec gives. */
export type InputValues<Spec extends InputSpec> = { readonly [Name in keyof Spec]: ReturnType<Spec[Name]> }

/**
 * Reads every input of a spec.
 *
 * @param read gives the raw text of an input, '' when it is not set
 * @throws UserError or UserErrors that name all wrong inputs together
 */
export function parseInputs<Spec extends InputSpec>(spec: Spec, read: (name: string) => string): InputValues<Spec> {
  const errors: UserError[] = []
  const values: Record<string, unknown> = {}
  for (const [name, parse] of Object.entries(spec)) {
    try {
      values[name] = parse(trimmed(read(name)), name)
    } catch (error) {
      const found = userErrorsOf(error)
      if (found.length === 0) throw error
      errors.push(...found.map(asUsage))
    }
  }
  throwAll(errors)
  return values as InputValues<Spec>
}

/** Whatever is wrong with an input, nothing has been tried. */
function asUsage(error: UserError): UserError {
  const { message, next } = error
  return new UserError(message, { usage: true, cause: error, ...(next === undefined ? {} : { next }) })
}

/** Of several lines the first keeps its place and its indentation: in YAML both mean something. */
function trimmed(raw: string): string {
  return raw.trim().includes('\n') ? raw.trimEnd() : raw.trim()
}

export const text: Parser<string> = raw => raw

/** Text that must be there. */
export const requiredText: Parser<string> = (raw, name) => {
  if (raw === '') throw new UserError(`input "${name}" is required and not set`)
  return raw
}

/** `true` or `false`, as GitHub's own actions write them; `yes`, `True` and `1` are refused, never guessed. */
export const truth: Parser<boolean> = (raw, name) => {
  if (raw === 'true') return true
  if (raw === 'false') return false
  throw wrong(name, raw, ['true', 'false'])
}

/** One of some words. */
export function oneOf<const Word extends string>(...words: readonly Word[]): Parser<Word> {
  return (raw, name) => {
    const word = words.find(known => known === raw)
    if (word === undefined) throw wrong(name, raw, words)
    return word
  }
}

/** An absent input gives undefined. */
export function optional<Value>(parse: Parser<Value>): Parser<Value | undefined> {
  return (raw, name) => (raw === '' ? undefined : parse(raw, name))
}

/** A whole number within bounds, both included. */
export function wholeNumber(least: number, most: number): Parser<number> {
  return (raw, name) => {
    const value = Number(raw)
    if (/^[0-9]+$/.test(raw) && value >= least && value <= most) return value
    throw new UserError(`input "${name}" is ${JSON.stringify(raw)}: expected a whole number from ${least} to ${most}`)
  }
}

/** Names separated by commas, blanks or line ends. */
export const names: Parser<readonly string[]> = raw => raw.split(/[\s,]+/).filter(name => name !== '')

/** One value a line; empty lines fall away. */
export const lines: Parser<readonly string[]> = raw =>
  raw
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '')

function wrong(name: string, raw: string, words: readonly string[]): UserError {
  const accepted = words.map(word => JSON.stringify(word)).join(', ')
  return new UserError(`input "${name}" is ${JSON.stringify(raw)}: expected one of ${accepted}`)
}
