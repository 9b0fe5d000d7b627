import { nearest } from '../src/nearest.js'
import { version } from '../src/version.js'
import { type Command, type NamedCommand, type Terminal, wrongUsage } from './command.js'

interface Entry {
  readonly name: string
  /** One line for the overview. */
  readonly summary: string
  /** What a command needs is read when it is called: printing a tag must not wait for a YAML parser. */
  readonly load: () => Promise<Command>
}

const COMMANDS: readonly Entry[] = [
  {
    name: 'bootstrap',
    summary: 'Install Flux in a cluster, have it follow a tree, and wait until all is ready',
    load: async () => (await import('./bootstrap.js')).bootstrapCommand,
  },
  {
    name: 'build-push',
    summary: 'Build images and push all of them under one sortable tag',
    load: async () => (await import('./build-push.js')).buildPushCommand,
  },
  {
    name: 'completion',
    summary: 'Print the completion of commands and options for a shell',
    load: async () => (await import('./completion.js')).completionCommand(allCommands),
  },
  {
    name: 'doctor',
    summary: 'Check a running delivery link by link, and say which one is broken',
    load: async () => (await import('./doctor.js')).doctorCommand,
  },
  {
    name: 'explain',
    summary: 'Show what a rule of the gate demands, and why',
    load: async () => (await import('./explain.js')).explainCommand,
  },
  {
    name: 'init',
    summary: 'Set up a repository: the tree, its values, or the gate alone',
    load: async () => (await import('./init.js')).initCommand,
  },
  {
    name: 'policy',
    summary: 'Show which tag Flux elects, and why',
    load: async () => (await import('./policy.js')).policyCommand,
  },
  {
    name: 'rehearse',
    summary: 'Play the next delivery through before it happens',
    load: async () => (await import('./rehearse.js')).rehearseCommand,
  },
  {
    name: 'seal',
    summary: 'Seal values as SealedSecrets, check those of a folder, fetch the certificate',
    load: async () => (await import('./seal.js')).sealCommand,
  },
  {
    name: 'setters',
    summary: 'Show what Flux would write into a tree for elected images',
    load: async () => (await import('./setters.js')).settersCommand,
  },
  {
    name: 'tag',
    summary: 'Print the tag of a build and nothing else',
    load: async () => (await import('./tag.js')).tagCommand,
  },
  {
    name: 'verify',
    summary: 'Check what Flux will make of a tree, and gate the merge',
    load: async () => (await import('./verify.js')).verifyCommand,
  },
]

/**
 * Runs a command line.
 *
 * @param args without node and the program
 */
// biome-ignore lint/suspicious/noConfusingVoidType: see Command
export async function run(args: readonly string[], terminal: Terminal): Promise<number | void> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.print(overview())
    return 0
  }
  if (name === '--version' || name === '-V') {
    terminal.print(`${version}\n`)
    return 0
  }
  const { load } = named(name, COMMANDS, '')
  const command = await load()
  const { subcommands = [] } = command
  const [word = ''] = rest
  const isSub = subcommands.length > 0 && word !== '' && !word.startsWith('-')
  const [chosen, own] = isSub ? [named(word, subcommands, `${name} `), rest.slice(1)] : [command, rest]
  if (own.includes('--help') || own.includes('-h')) {
    terminal.print(chosen.help())
    return 0
  }
  return chosen.run(own, terminal)
}

/**
 * @param before what stands before the name
 * @throws UserError where it is not known, with the near one
 */
function named<T extends { readonly name: string }>(name: string, all: readonly T[], before: string): T {
  const found = all.find(known => known.name === name)
  if (found !== undefined) return found
  const meant = nearest(
    name,
    all.map(known => known.name),
  )
  const hint = meant === undefined ? `See fluxgate ${before}--help` : `Did you mean "${before}${meant}"?`
  throw wrongUsage(`unknown command "${before}${name}"`, hint)
}

/** What shells complete: it reads every command, which nothing else does. */
export async function allCommands(): Promise<readonly NamedCommand[]> {
  const all: NamedCommand[] = []
  for (const { name, summary, load } of COMMANDS) all.push({ name, summary, ...(await load()) })
  return all
}

function overview(): string {
  const width = Math.max(...COMMANDS.map(command => command.name.length))
  const rows = COMMANDS.map(command => `  ${command.name.padEnd(width)}  ${command.summary}`)
  return [
    'fluxgate: makes GitOps delivery with Flux safe',
    '',
    'Usage: fluxgate COMMAND [OPTIONS]',
    '',
    ...rows,
    '',
    'fluxgate COMMAND --help shows the options of a command, with examples; fluxgate --version the version.',
    '',
  ].join('\n')
}
