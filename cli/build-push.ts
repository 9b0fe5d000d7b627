import { ACTION_INPUTS } from '../src/action-inputs.js'
import { UserError } from '../src/errors.js'
import { type Command, helpText, type Option, parseArguments, wrongUsage } from './command.js'

/** Secrets come from the environment: arguments are seen by everybody on the machine. */
const VARIABLES = { password: 'FLUXGATE_PASSWORD', 'receiver-token': 'FLUXGATE_RECEIVER_TOKEN' } as const

const INPUTS = ACTION_INPUTS['build-push']

const OPTIONS: readonly Option[] = INPUTS.filter(input => !Object.hasOwn(VARIABLES, input.name)).map(input => {
  const truth = input.default === 'true' || input.default === 'false'
  return {
    name: input.name,
    description: input.description,
    ...(truth && input.default === 'false' && !['provenance', 'sbom'].includes(input.name) ? {} : { value: 'VALUE' }),
    ...(input.default === '' ? {} : { default: input.default }),
  }
})

export const buildPushCommand: Command = {
  options: OPTIONS,
  help: () =>
    helpText(
      'fluxgate build-push --registry HOST[:PORT] --images @FILE [OPTIONS]',
      `Builds images with docker buildx and pushes them under one tag. The password comes from ${VARIABLES.password}, the token of a Receiver from ${VARIABLES['receiver-token']}. A value @FILE is read from the file.`,
      OPTIONS,
      [
        'fluxgate build-push --registry 192.168.0.40:5000 --insecure --images @images.yaml --dry-run',
        `${VARIABLES.password}=… fluxgate build-push --registry ghcr.io --username me --images "- name: me/app"`,
      ],
    ),
  async run(args, { runner, values }) {
    for (const [name, variable] of Object.entries(VARIABLES)) {
      if (!args.some(arg => arg === `--${name}` || arg.startsWith(`--${name}=`))) continue
      throw wrongUsage(
        `the ${name} is not taken as an argument, where everybody on the machine can read it`,
        `Put it into the environment variable ${variable}`,
      )
    }
    const given = parseArguments(args, OPTIONS)
    for (const { name, default: standard } of INPUTS) {
      const value = given.get(name) ?? standard
      values.set(name, value.startsWith('@') ? await readValue(value.slice(1), name, runner) : value)
    }
    for (const [name, variable] of Object.entries(VARIABLES)) values.set(name, runner.env[variable] ?? '')
    const { main } = await import('../actions/build-push/main.js')
    await main(runner)
  },
}

async function readValue(
  path: string,
  option: string,
  runner: { readonly files: { readText(path: string): Promise<string | undefined> } },
): Promise<string> {
  const text = await runner.files.readText(path)
  if (text === undefined) throw new UserError(`option --${option}: the file ${path} does not exist`, { usage: true })
  return text
}
