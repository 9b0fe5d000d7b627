import { throwAll, UserError } from '../src/errors.js'
import { readImageObjects } from '../src/flux/image-objects.js'
import type { ImagePolicySpec } from '../src/flux/image-policy.js'
import { readSourceFile } from '../src/yaml/source-file.js'
import { type Arguments, type Terminal, wrongUsage } from './command.js'

/** What elects, and from what. */
export interface Subject {
  readonly spec: ImagePolicySpec
  /** Undefined without an ImageRepository: the tags are taken as they are. */
  readonly exclusionList: readonly string[] | undefined
  /** `host/name` of the ImageRepository, when the manifest has it. */
  readonly image: string | undefined
  readonly insecure: boolean
}

/** The policy that the options make up. */
export function subjectFromOptions(given: Arguments): Subject {
  if (given.get('name') !== undefined) throw wrongUsage('option --name goes with --manifest')
  const orders = ['numerical', 'alphabetical', 'semver'].filter(name => given.get(name) !== undefined)
  if (orders.length !== 1) throw wrongUsage('expected one of --numerical, --alphabetical and --semver, or --manifest')
  const pattern = given.get('pattern')
  const extract = given.get('extract')
  if (extract && pattern === undefined) throw wrongUsage('option --extract goes with --pattern')
  const numerical = given.get('numerical')
  const alphabetical = given.get('alphabetical')
  const semver = given.get('semver')
  return {
    spec: {
      policy: {
        ...(numerical === undefined ? {} : { numerical: { order: numerical } }),
        ...(alphabetical === undefined ? {} : { alphabetical: { order: alphabetical } }),
        ...(semver === undefined ? {} : { semver: { range: semver } }),
      },
      ...(pattern === undefined ? {} : { filterTags: { pattern, ...(extract === undefined ? {} : { extract }) } }),
    },
    exclusionList: undefined,
    image: undefined,
    insecure: false,
  }
}

/** The policy of a manifest: a file, a folder with all YAML files below it, or standard input for `-`. */
export async function subjectFromManifest(given: Arguments, terminal: Terminal): Promise<Subject> {
  const extra = ['pattern', 'extract', 'numerical', 'alphabetical', 'semver'].find(
    name => given.get(name) !== undefined,
  )
  if (extra !== undefined) throw wrongUsage(`option --${extra} does not go with --manifest, which has the policy`)
  const path = given.get('manifest') ?? ''
  if (path === '-' && given.get('tags-file') === '-') {
    throw wrongUsage('options --manifest and --tags-file both want standard input')
  }
  const texts = await manifests(path, terminal)
  const { policies, repositories } = readImageObjects(texts)
  const places = policies.map(({ namespace, name, file, line }) => ({ id: `${namespace}/${name}`, file, line }))
  const wanted = given.get('name')
  const found = policies.filter((_, index) => wanted === undefined || places[index]?.id === wanted)
  const [policy] = found
  if (policy === undefined) {
    throwAll(problemsIn(texts))
    const there = places.length === 0 ? 'it has none' : `it has ${places.map(({ id }) => id).join(', ')}`
    throw new UserError(`${path} has no ImagePolicy${wanted === undefined ? '' : ` ${wanted}`}: ${there}`)
  }
  if (found.length > 1) {
    const there = found.map(({ namespace, name, file, line }) => `${namespace}/${name} in ${file}:${line}`).join(', ')
    const next = wanted === undefined ? 'Choose one with --name' : 'Give the file that has the one you mean'
    throw wrongUsage(`${path} has several policies${wanted === undefined ? '' : ' of that name'}: ${there}`, next)
  }
  const repository = repositories.find(
    known => known.namespace === policy.repository.namespace && known.name === policy.repository.name,
  )
  return {
    spec: policy.spec,
    exclusionList: repository?.exclusionList,
    image: repository?.image,
    insecure: repository?.insecure ?? false,
  }
}

/** Why documents do not parse: the policy that is missing may be in one of them. */
function problemsIn(texts: Iterable<readonly [path: string, text: string]>): readonly UserError[] {
  return [...texts].flatMap(([path, text]) =>
    readSourceFile(path, text).problems.map(({ message, span }) => new UserError(`${path}:${span.line}: ${message}`)),
  )
}

/** Files with their text. */
async function manifests(
  path: string,
  { runner, readInput }: Terminal,
): Promise<readonly (readonly [path: string, text: string])[]> {
  if (path === '-') return [['-', await readInput()]]
  const text = await runner.files.readText(path)
  if (text !== undefined) return [[path, text]]
  if ((await runner.files.kind(path)) !== 'folder') throw new UserError(`option --manifest: ${path} does not exist`)
  const paths = (await runner.files.allFiles(path)).filter(name => /\.ya?ml$/.test(name)).sort()
  return Promise.all(
    paths.map(async name => [`${path}/${name}`, (await runner.files.readText(`${path}/${name}`)) ?? ''] as const),
  )
}
