import { ACTION_INPUTS } from '../src/action-inputs.js'
import { UserError } from '../src/errors.js'
import { type Command, helpText, type Option, parseArguments, type Terminal, wrongUsage } from './command.js'
import { sealCheckCommand } from './seal-check.js'
import { sealFetchCommand } from './seal-fetch.js'

/** Secrets come from the environment: arguments are seen by everybody on the machine. */
const SECRET_VARIABLES = { 'fingerprint-key': 'FLUXGATE_FINGERPRINT_KEY', token: 'GITHUB_TOKEN' } as const

const INPUTS = ACTION_INPUTS.seal

const VALUES: Readonly<Record<string, string>> = {
  secrets: 'REQUEST.yaml|-',
  certificate: 'PATH|URL',
  renew: 'NAMES',
  mode: 'merge|replace',
  format: 'sealed-secret|sops',
  deliver: 'files|commit|pull-request',
  branch: 'BRANCH',
  check: 'DIR',
}

const OPTIONS: readonly Option[] = INPUTS.filter(({ name }) => !(name in SECRET_VARIABLES)).map(input => {
  const value = VALUES[input.name]
  return {
    name: input.name,
    description:
      input.name === 'secrets'
        ? `The request, from a file or (-) from standard input. ${input.description}`
        : input.description,
    ...(value === undefined ? {} : { value }),
    ...(input.default === '' ? {} : { default: input.default }),
  }
})

export const sealCommand: Command = {
  options: OPTIONS,
  subcommands: [sealCheckCommand, sealFetchCommand],
  help: sealHelp,
  async run(args, terminal) {
    const secret = Object.entries(SECRET_VARIABLES).find(([name]) =>
      args.some(arg => arg === `--${name}` || arg.startsWith(`--${name}=`)),
    )
    if (secret !== undefined) {
      throw wrongUsage(
        `--${secret[0]} is not taken as an argument, where everybody on the machine can read it`,
        `Put it into the environment variable ${secret[1]}`,
      )
    }
    const given = parseArguments(args, OPTIONS)
    for (const { name, default: standard } of INPUTS) terminal.values.set(name, given.get(name) ?? standard)
    for (const [name, variable] of Object.entries(SECRET_VARIABLES))
      terminal.values.set(name, terminal.runner.env[variable] ?? '')
    terminal.values.set('secrets', await readRequest(given.get('secrets'), terminal))
    const { main } = await import('../actions/seal/main.js')
    await main(terminal.runner)
    return 0
  },
}

function sealHelp(): string {
  return helpText(
    'fluxgate seal --secrets REQUEST.yaml|- [--certificate PATH|URL] [OPTIONS] | seal check [DIR] | seal fetch [OPTIONS]',
    'Seals values for the Sealed Secrets controller, offline, into the files that the request names. The fingerprint key comes from FLUXGATE_FINGERPRINT_KEY, the token from GITHUB_TOKEN. "seal check" verifies the SealedSecrets of a folder without the key; "seal fetch" gets the controller\'s certificate, and "seal fetch --help" says how to do it by hand. Exit code 2: wrong usage or request, and nothing was written.',
    OPTIONS,
    [
      'fluxgate seal fetch',
      'HARBOR_PASSWORD=… fluxgate seal --secrets request.yaml',
      'fluxgate seal --secrets - --certificate https://sealed-secrets.example/v1/cert.pem < request.yaml',
      'fluxgate seal check flux',
    ],
  )
}

async function readRequest(place: string | undefined, { runner, readInput }: Terminal): Promise<string> {
  if (place === undefined) return ''
  const text = place === '-' ? await readInput() : await runner.files.readText(place)
  if (text === undefined) throw new UserError(`option --secrets: the file ${place} does not exist`, { usage: true })
  if (text.trim() === '')
    throw new UserError(`option --secrets: ${place === '-' ? 'standard input' : place} is empty`, { usage: true })
  return text
}
