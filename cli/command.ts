import { UserError } from '../src/errors.js'
import { nearest } from '../src/nearest.js'
import type { Runner, Screen } from '../src/runner/ports.js'
import { wrapped } from '../src/wrapped.js'

/** One command of the command line. */
export interface Command {
  /** What parseArguments is given, so that shells can complete it. */
  readonly options: readonly Option[]
  /** What may stand behind the command's name, with options of its own. */
  readonly subcommands?: readonly NamedCommand[]
  help(): string
  /** Gives the exit code, 0 when it gives none. */
  // biome-ignore lint/suspicious/noConfusingVoidType: most commands only ever succeed or throw
  run(args: readonly string[], terminal: Terminal): Promise<number | void>
}

export interface NamedCommand extends Command {
  readonly name: string
  /** One line for an overview. */
  readonly summary: string
}

export interface Terminal {
  readonly runner: Runner
  /** The inputs that the runner gives to an action's main function. */
  readonly values: Map<string, string>
  /** Writes to standard output. */
  print(text: string): void
  /** What standard output can show. */
  readonly screen: Screen
  /** All of standard input. */
  readInput(): Promise<string>
  /** Asks whoever sits there for one line; undefined where nobody does. */
  readonly ask: ((question: string) => Promise<string>) | undefined
  /** Path of this program, as it was started. */
  readonly program: string
}

export interface Option {
  readonly name: string
  readonly description: string
  /** What stands for the value in the help; without it the option takes none. */
  readonly value?: string
  readonly default?: string
  /** Whether it may be given more than once. */
  readonly repeatable?: true
}

/** A command line, taken apart. */
export interface Arguments {
  /** The value of an option; 'true' or 'false' for one that takes none. */
  get(name: string): string | undefined
  /** Every value of a repeatable option. */
  all(name: string): readonly string[]
  readonly positionals: readonly string[]
}

/**
 * Options as `--name value` and `--name=value`, and what stands by itself.
 *
 * @param positionals how many arguments may stand by themselves
 * @throws UserError for what is not known, with the near option
 */
export function parseArguments(args: readonly string[], options: readonly Option[], positionals = 0): Arguments {
  const given = new Map<string, string[]>()
  const free: string[] = []
  for (let at = 0; at < args.length; at += 1) {
    const written = args[at] ?? ''
    if (!written.startsWith('--')) {
      if (free.length === positionals) throw wrongUsage(`unexpected argument ${JSON.stringify(written)}`)
      free.push(written)
      continue
    }
    const equals = written.indexOf('=')
    const name = equals < 0 ? written.slice(2) : written.slice(2, equals)
    const option = options.find(known => known.name === name)
    if (option === undefined) throw unknownOption(name, options)
    const before = given.get(name) ?? []
    if (before.length > 0 && !option.repeatable) throw wrongUsage(`option --${name} is given twice`)
    if (option.value === undefined && equals >= 0 && !['true', 'false'].includes(written.slice(equals + 1))) {
      const value = JSON.stringify(written.slice(equals + 1))
      throw wrongUsage(`option --${name}: ${value} is no truth value: expected "true" or "false"`)
    }
    const own = equals >= 0 ? written.slice(equals + 1) : option.value === undefined ? 'true' : undefined
    if (own === undefined) at += 1
    given.set(name, [...before, own ?? valueBehind(option, args[at], options)])
  }
  return { get: name => given.get(name)?.[0], all: name => given.get(name) ?? [], positionals: free }
}

/** A command line that cannot be understood; the exit code is 2. */
export function wrongUsage(message: string, next = 'See --help'): UserError {
  return new UserError(message, { next, usage: true })
}

/** The argument behind an option. That of another option is a forgotten value. */
function valueBehind(option: Option, next: string | undefined, options: readonly Option[]): string {
  if (next !== undefined && !options.some(({ name }) => next === `--${name}`)) return next
  const what = `option --${option.name} wants a value: --${option.name} ${option.value}`
  throw next === undefined ? wrongUsage(what) : wrongUsage(what, `To give it "${next}", write --${option.name}=${next}`)
}

function unknownOption(name: string, options: readonly Option[]): UserError {
  const meant = nearest(name, [...options.map(option => option.name), 'help'])
  return wrongUsage(`unknown option --${name}`, meant === undefined ? 'See --help' : `Did you mean --${meant}?`)
}

/** The help of a command: usage, options with their defaults if it has any, examples. */
export function helpText(
  usage: string,
  summary: string,
  options: readonly Option[],
  examples: readonly string[],
): string {
  const rows = options.flatMap(option => {
    const head = `  --${option.name}${option.value === undefined ? '' : ` ${option.value}`}`
    const standard = option.default ? ` (default: ${option.default})` : ''
    return [head, ...wrapped(`${option.description}${standard}`.replaceAll('`', ''), 92).map(line => `        ${line}`)]
  })
  return [
    ...wrapped(summary, 96),
    '',
    `Usage: ${usage}`,
    '',
    ...(rows.length === 0 ? [] : ['Options:', ...rows, '']),
    'Examples:',
    ...examples.map(example => `  ${example}`),
    '',
  ].join('\n')
}
