import { UserError } from '../src/errors.js'
import { nearest } from '../src/nearest.js'
import type { Runner } from '../src/runner/ports.js'

/** One command of the command line. */
export interface Command {
  readonly name: string
  /** One line for the overview. */
  readonly summary: string
  help(): string
  run(args: readonly string[], terminal: Terminal): Promise<void>
}

export interface Terminal {
  readonly runner: Runner
  /** The inputs that the runner gives to an action's main function. */
  readonly values: Map<string, string>
  /** Writes to standard output. */
  print(text: string): void
}

export interface Option {
  readonly name: string
  readonly description: string
  /** What stands for the value in the help; without it the option takes none. */
  readonly value?: string
  readonly default?: string
}

/**
 * Options as `--name value` and `--name=value`; a truth may be given without its value.
 *
 * @throws UserError for what is not known, with the near option
 */
export function parseOptions(args: readonly string[], options: readonly Option[]): ReadonlyMap<string, string> {
  const given = new Map<string, string>()
  for (let at = 0; at < args.length; at += 1) {
    const written = args[at] ?? ''
    if (!written.startsWith('--')) throw new UserError(`unexpected argument ${JSON.stringify(written)}`)
    const equals = written.indexOf('=')
    const name = equals < 0 ? written.slice(2) : written.slice(2, equals)
    const option = options.find(known => known.name === name)
    if (option === undefined) throw unknownOption(name, options)
    if (given.has(name)) throw new UserError(`option --${name} is given twice`)
    if (equals >= 0) given.set(name, written.slice(equals + 1))
    else if (option.value === undefined) given.set(name, 'true')
    else {
      at += 1
      given.set(name, valueBehind(option, args[at], options))
    }
  }
  return given
}

/** The argument behind an option. That of another option is a forgotten value. */
function valueBehind(option: Option, next: string | undefined, options: readonly Option[]): string {
  if (next !== undefined && !options.some(({ name }) => next === `--${name}`)) return next
  throw new UserError(
    `option --${option.name} wants a value: --${option.name} ${option.value}`,
    next === undefined ? {} : { next: `To give it "${next}", write --${option.name}=${next}` },
  )
}

function unknownOption(name: string, options: readonly Option[]): UserError {
  const meant = nearest(
    name,
    options.map(option => option.name),
  )
  return new UserError(`unknown option --${name}`, {
    next: meant === undefined ? 'See --help' : `Did you mean --${meant}?`,
  })
}

/** The help of a command: usage, options with their defaults, examples. */
export function helpText(
  usage: string,
  summary: string,
  options: readonly Option[],
  examples: readonly string[],
): string {
  const rows = options.flatMap(option => {
    const head = `  --${option.name}${option.value === undefined ? '' : ` ${option.value}`}`
    const standard = option.default ? ` (default: ${option.default})` : ''
    return [head, ...wrap(`${option.description}${standard}`, 92).map(line => `        ${line}`)]
  })
  return [
    summary,
    '',
    `Usage: ${usage}`,
    '',
    'Options:',
    ...rows,
    '',
    'Examples:',
    ...examples.map(example => `  ${example}`),
    '',
  ].join('\n')
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.replaceAll('`', '').split(/\s+/)) {
    if (line !== '' && line.length + word.length >= width) {
      lines.push(line)
      line = ''
    }
    line += line === '' ? word : ` ${word}`
  }
  return line === '' ? lines : [...lines, line]
}
