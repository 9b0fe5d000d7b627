import { resolve } from 'node:path'
import { buildDefaults } from '../src/build-defaults.js'
import { UserError } from '../src/errors.js'
import type { PlacedPolicy } from '../src/flux/inventory/image-loop.js'
import { takeInventory } from '../src/flux/inventory.js'
import { namedTagsIn } from '../src/flux/rehearsal/known-tags.js'
import { rehearse } from '../src/flux/rehearsal.js'
import type { TreeFile } from '../src/flux/setters.js'
import { writeFiles, writtenFiles } from '../src/flux/written-files.js'
import { headCommit } from '../src/git/commits.js'
import { openGit } from '../src/git/repository.js'
import { parseReference } from '../src/image/reference.js'
import { findKustomize, type KustomizeProgram } from '../src/kustomize/kustomize-program.js'
import { withTreeCopy } from '../src/kustomize/tree-copy.js'
import type { Environment, Exec } from '../src/runner/ports.js'
import { isManifestPath, isManifestText, withoutChartTemplates } from '../src/tree/manifest-paths.js'
import { treePaths } from '../src/tree/tree-paths.js'
import { readFiles } from '../src/tree/update-path-files.js'
import {
  type Arguments,
  type Command,
  helpText,
  type Option,
  parseArguments,
  type Terminal,
  wrongUsage,
} from './command.js'
import { FORMAT, readFormat } from './format.js'
import { liveTags } from './live-tags.js'
import { rehearsalJson, rehearsalText } from './rehearse-report.js'
import { readTagsFile } from './tags-file.js'

const OPTIONS: readonly Option[] = [
  { name: 'registry', description: 'The known tags are those that the registries have now' },
  {
    name: 'tags-file',
    value: 'FILE',
    description:
      'The known tags of every image, one a line; - is standard input. Without it and --registry they are those that the manifests name',
  },
  { name: 'workflow', value: 'FILE', description: 'The workflow that builds, when several use the action build-push' },
  {
    name: 'image',
    value: 'HOST/NAME',
    description: 'An image that the build makes; with it no workflow is read',
    repeatable: true,
  },
  { name: 'tag-prefix', value: 'P', description: "The tags' prefix; the workflow's unless told, or main" },
  { name: 'tag', value: 'TAG', description: 'The tag of the build, such as that of one which is pushed already' },
  { name: 'sha', value: 'SHA', description: 'The full commit that is built; the one that is checked out unless told' },
  { name: 'now', value: 'SECONDS', description: 'Unix seconds of the build; the clock unless told' },
  { name: 'write', description: 'Write into DIR what Flux would commit' },
  FORMAT,
]

export const rehearseCommand: Command = {
  options: OPTIONS,
  help: () =>
    helpText(
      'fluxgate rehearse [DIR] [OPTIONS]',
      "Plays the next delivery through before it happens. Reads the repository in DIR, the current folder unless told: makes the next build's tag, elects, shows what Flux commits, what changes in the cluster and in which order, and whether that commit starts the build again. Nothing is changed unless told. Exit code 1 when the build would not be deployed. Rendering needs kustomize or kubectl.",
      OPTIONS,
      [
        'fluxgate rehearse',
        'fluxgate rehearse --registry --format json',
        'fluxgate rehearse --image 192.168.0.40:5000/library/frontend --tags-file tags.txt --tag main-abc1234-1700000000',
      ],
    ),
  async run(args, terminal) {
    const given = parseArguments(args, OPTIONS, 1)
    const { runner } = terminal
    const { files, exec, env } = runner
    const format = readFormat(given)
    const folder = resolve(runner.workspace, given.positionals[0] ?? '.')
    if ((await files.kind(folder)) !== 'folder') throw wrongUsage(`${folder} is no folder`)
    const checked = readOptions(given)
    const git = openGit(exec, folder, env)
    const paths = await treePaths(runner, folder)
    const tree = await readFiles(files, folder, paths, isManifestPath)
    const inventory = takeInventory(textsOf(tree), buildDefaults)
    const tagsOf = await tagSource(given, terminal, tree)
    const rehearsal = await withTreeCopy(await installedKustomize(exec, env), runner, folder, paths, copy =>
      rehearse({
        inventory,
        files: tree,
        given: checked.contract,
        tag: checked.tag,
        sha: async () => checked.sha ?? (await headSha(git)),
        now: checked.now ?? Math.floor(runner.clock.now() / 1000),
        tagsOf,
        builder: copy,
      }),
    )
    const written = await writtenFiles(
      files,
      folder,
      rehearsal.commits.flatMap(commit => commit.written),
    )
    if (given.get('write') === 'true') await writeFiles(files, folder, written)
    const outcome = { rehearsal, written, writes: given.get('write') === 'true' }
    terminal.print(format === 'json' ? rehearsalJson(outcome) : rehearsalText(outcome))
    return rehearsal.verdict.deployed ? 0 : 1
  },
}

async function installedKustomize(exec: Exec, env: Environment): Promise<KustomizeProgram> {
  const program = await findKustomize(exec, env)
  if (program !== undefined) return program
  throw new UserError('neither kustomize nor kubectl was found', {
    next: 'Install one of them on this machine, or put it on PATH',
  })
}

function readOptions(given: Arguments) {
  const now = given.get('now')
  if (now !== undefined && !/^[0-9]+$/.test(now)) {
    throw wrongUsage(`option --now is ${JSON.stringify(now)}: expected unix seconds`)
  }
  if (given.get('registry') !== undefined && given.get('tags-file') !== undefined) {
    throw wrongUsage('expected one of --registry and --tags-file')
  }
  const tag = given.get('tag')
  if (tag !== undefined && parseReference(`image:${tag}`) === undefined) {
    throw wrongUsage(`option --tag is ${JSON.stringify(tag)}, which is no tag`)
  }
  const images = given.all('image')
  for (const image of images) {
    const reference = parseReference(image)
    if (reference !== undefined && reference.tag === undefined && reference.digest === undefined) continue
    throw wrongUsage(`option --image is ${JSON.stringify(image)}: expected HOST/NAME without a tag`)
  }
  const contract = { images, tagPrefix: given.get('tag-prefix'), workflow: given.get('workflow') }
  return { tag, sha: given.get('sha'), now: now === undefined ? undefined : Number(now), contract }
}

/** What the inventory is made of. */
function textsOf(tree: readonly TreeFile[]): readonly (readonly [path: string, text: string])[] {
  const manifests = new Set(withoutChartTemplates(tree.map(({ path }) => path).filter(isManifestPath)))
  return tree.flatMap(({ path, content }) => {
    if (!manifests.has(path)) return []
    const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('utf8')
    return isManifestText(path, text) ? [[path, text] as const] : []
  })
}

async function headSha(git: Parameters<typeof headCommit>[0]): Promise<string> {
  const commit = await headCommit(git).catch(() => undefined)
  if (commit !== undefined) return commit.sha
  throw new UserError('there is no git commit here to name the tag after', {
    next: 'Commit first, or give one with --sha',
  })
}

/** Where the known tags come from. */
async function tagSource(
  given: Arguments,
  terminal: Terminal,
  tree: readonly TreeFile[],
): Promise<(image: string, policies: readonly PlacedPolicy[]) => Promise<Iterable<string>>> {
  const file = given.get('tags-file')
  if (file !== undefined) {
    const tags = await readTagsFile(file, terminal)
    return async () => tags
  }
  if (given.get('registry') === undefined) {
    const named = namedTagsIn(tree)
    return async (image, policies) =>
      named(
        image,
        policies.map(({ namespace, name }) => `${namespace ?? ''}:${name}`),
      )
  }
  return async (image, policies) => {
    const insecure = policies.some(({ repository }) => repository.state === 'found' && repository.target.insecure)
    return liveTags(image, insecure, terminal.runner)
  }
}
