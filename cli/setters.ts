import { applySetters, type Policies, parseLatestRef } from '../src/flux/setters.js'
import { writeFiles, writtenFiles } from '../src/flux/written-files.js'
import { updatePathFiles } from '../src/tree/update-path-files.js'
import { type Command, helpText, type Option, parseArguments, type Terminal, wrongUsage } from './command.js'
import { FORMAT, readFormat } from './format.js'
import { settersJson, settersText } from './setters-report.js'

const OPTIONS: readonly Option[] = [
  {
    name: 'set',
    value: 'NS:NAME=IMAGE:TAG[@DIGEST]',
    description: 'What the ImagePolicy NAME in NS has elected; NS:NAME= is a policy that has elected nothing yet',
    repeatable: true,
  },
  { name: 'write', description: 'Write the files' },
  {
    name: 'careful',
    description:
      'Change the values alone and leave every other byte as it is; Flux writes a changed file anew as a whole',
  },
  FORMAT,
]

export const settersCommand: Command = {
  options: OPTIONS,
  help: () =>
    helpText(
      'fluxgate setters DIR --set NS:NAME=IMAGE:TAG[@DIGEST] … [OPTIONS]',
      "Shows what the image-automation-controller of Flux 2.9 would write below DIR, its update.path, as a unified diff, and the files that it skips because they do not parse. Exit code 1 where Flux's automation fails as a whole.",
      OPTIONS,
      [
        'fluxgate setters flux/clusters/production --set flux-system:frontend=192.168.0.40:5000/library/frontend:main-abc1234-1700000000',
        'fluxgate setters flux --set flux-system:app=ghcr.io/me/app:1.2.3 --set flux-system:other= --format json',
        'fluxgate setters flux --set flux-system:app=ghcr.io/me/app:1.2.3 --careful --write',
      ],
    ),
  async run(args, terminal) {
    const given = parseArguments(args, OPTIONS, 1)
    const format = readFormat(given)
    const folder = await readFolder(given.positionals[0], terminal)
    const policies = readPolicies(given.all('set'))
    const { files } = terminal.runner
    const tree = await updatePathFiles(files, folder)
    const result = applySetters(tree, policies, given.get('careful') === 'true' ? 'careful' : 'flux')
    const written = await writtenFiles(files, folder, result.written)
    const writes = given.get('write') === 'true'
    if (writes) await writeFiles(files, folder, written)
    const outcome = { result, tree, policies, written, writes }
    terminal.print(format === 'json' ? settersJson(outcome) : settersText(outcome))
    return result.error === null ? 0 : 1
  },
}

async function readFolder(folder: string | undefined, { runner }: Terminal): Promise<string> {
  if (folder === undefined) throw wrongUsage('expected a folder: fluxgate setters DIR')
  if ((await runner.files.kind(folder)) === 'folder') return folder
  throw wrongUsage(`${folder} is no folder`, 'Give the folder that the automation has as its update.path')
}

const NAME = '[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?'
const POLICY = new RegExp(`^(${NAME}:${NAME})=(.*)$`, 's')

function readPolicies(settings: readonly string[]): Policies {
  const policies = new Map<string, ReturnType<typeof parseLatestRef> | null>()
  if (settings.length === 0) throw wrongUsage('expected at least one --set NS:NAME=IMAGE:TAG[@DIGEST]')
  for (const setting of settings) {
    const [, policy, reference] = POLICY.exec(setting) ?? []
    if (policy === undefined || reference === undefined) throw wrongSetting(setting, 'it does not begin with NS:NAME=')
    if (policies.has(policy)) throw wrongUsage(`option --set gives ${policy} twice`)
    const latest = reference === '' ? null : parseLatestRef(reference)
    if (latest?.tag === '') throw wrongSetting(setting, 'the image has no tag')
    policies.set(policy, latest)
  }
  return policies
}

function wrongSetting(setting: string, why: string): Error {
  return wrongUsage(`option --set is ${JSON.stringify(setting)}, ${why}: expected NS:NAME=IMAGE:TAG[@DIGEST]`)
}
