import { nearest } from '../src/nearest.js'
import { type Command, type Terminal, wrongUsage } from './command.js'
import type { Completed } from './completion.js'

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
  const entry = COMMANDS.find(known => known.name === name)
  if (entry === undefined) {
    const meant = nearest(
      name,
      COMMANDS.map(known => known.name),
    )
    const hint = meant === undefined ? 'See fluxgate --help' : `Did you mean "${meant}"?`
    throw wrongUsage(`unknown command "${name}"`, hint)
  }
  const command = await entry.load()
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.print(command.help(rest))
    return 0
  }
  return command.run(rest, terminal)
}

/** What shells complete: it reads every command, which nothing else does. */
async function allCommands(): Promise<readonly Completed[]> {
  const all: Completed[] = []
  for (const { name, summary, load } of COMMANDS) all.push({ name, summary, options: (await load()).options })
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
    'fluxgate COMMAND --help shows the options of a command, with examples.',
    '',
  ].join('\n')
}
