import { UserError } from '../src/errors.js'
import { type DroppedReason, explainPolicy, type PolicyExplanation } from '../src/flux/explain.js'
import { readImageObjects } from '../src/flux/image-objects.js'
import type { ImagePolicySpec } from '../src/flux/image-policy.js'
import { scanTags } from '../src/flux/scan.js'
import { parseReference } from '../src/image/reference.js'
import { openRegistry } from '../src/registry/client.js'
import { RegistryRefusal } from '../src/registry/refusal.js'
import { systemCode } from '../src/registry/transient.js'
import type { Runner } from '../src/runner/ports.js'
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

const OPTIONS: readonly Option[] = [
  { name: 'manifest', value: 'FILE', description: 'A file with the ImagePolicy, and with its ImageRepository' },
  { name: 'name', value: 'NS/NAME', description: 'The ImagePolicy in the manifest; needed when there are several' },
  { name: 'pattern', value: 'P', description: 'filterTags.pattern; without it there is no filter' },
  { name: 'extract', value: 'E', description: 'filterTags.extract' },
  { name: 'numerical', value: 'asc|desc', description: 'Order by number' },
  { name: 'alphabetical', value: 'asc|desc', description: 'Order by text' },
  { name: 'semver', value: 'RANGE', description: 'The highest version of a range' },
  { name: 'tags-file', value: 'FILE', description: 'The tags, one a line; - is standard input' },
  { name: 'registry', description: "The tags that the registry of the manifest's ImageRepository has now" },
  FORMAT,
]

/** How many lines of a kind people are shown. */
const SHOWN = 10

export const policyCommand: Command = {
  help: () =>
    helpText(
      'fluxgate policy (--manifest FILE [--name NS/NAME] | --pattern P --extract E --numerical asc …) (--tags-file FILE | --registry)',
      'Elects a tag as the image-reflector-controller of Flux 2.9 does, offline. Exit code 1 where Flux reports an error.',
      OPTIONS,
      [
        "fluxgate policy --pattern '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$' --extract '$ts' --numerical asc --tags-file tags.txt",
        'fluxgate policy --manifest flux/image-policies.yaml --name flux-system/frontend --registry --format json',
      ],
    ),
  async run(args, terminal) {
    const { runner, print } = terminal
    const given = parseArguments(args, OPTIONS)
    const format = readFormat(given)
    const subject = given.get('manifest') === undefined ? fromOptions(given) : await fromManifest(given, runner)
    const tags = await readTags(given, subject, terminal)
    const { exclusionList } = subject
    const scan = exclusionList === undefined ? { tags, excluded: [] } : scanTags(tags, exclusionList)
    if ('error' in scan) throw new UserError(`the ImageRepository's exclusionList fails its scan: ${scan.error}`)
    const explanation = explainPolicy(subject.spec, scan.tags)
    print(format === 'json' ? json(explanation) : text(explanation, scan.excluded.length))
    return explanation.result.error === null ? 0 : 1
  },
}

interface Subject {
  readonly spec: ImagePolicySpec
  /** Undefined without an ImageRepository: the tags are taken as they are. */
  readonly exclusionList: readonly string[] | undefined
  /** `host/name` of the ImageRepository, when the manifest has it. */
  readonly image: string | undefined
  readonly insecure: boolean
}

function fromOptions(given: Arguments): Subject {
  if (given.get('name') !== undefined) throw wrongUsage('option --name goes with --manifest')
  const orders = ['numerical', 'alphabetical', 'semver'].filter(name => given.get(name) !== undefined)
  if (orders.length !== 1) throw wrongUsage('expected one of --numerical, --alphabetical and --semver, or --manifest')
  const pattern = given.get('pattern')
  const extract = given.get('extract')
  if (extract !== undefined && pattern === undefined) throw wrongUsage('option --extract goes with --pattern')
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

async function fromManifest(given: Arguments, runner: Runner): Promise<Subject> {
  const extra = ['pattern', 'extract', 'numerical', 'alphabetical', 'semver'].find(
    name => given.get(name) !== undefined,
  )
  if (extra !== undefined) throw wrongUsage(`option --${extra} does not go with --manifest, which has the policy`)
  const path = given.get('manifest') ?? ''
  const content = await runner.files.readText(path)
  if (content === undefined) throw new UserError(`option --manifest: ${path} does not exist`)
  const { policies, repositories } = readImageObjects([[path, content]])
  const names = policies.map(policy => `${policy.namespace}/${policy.name}`)
  const wanted = given.get('name')
  const found = policies.filter((_, index) => wanted === undefined || names[index] === wanted)
  const [policy] = found
  if (policy === undefined) {
    const there = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`
    throw new UserError(`${path} has no ImagePolicy${wanted === undefined ? '' : ` ${wanted}`}: ${there}`)
  }
  if (found.length > 1) throw wrongUsage(`${path} has several policies (${names.join(', ')})`, 'Choose one with --name')
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

async function readTags(
  given: Arguments,
  subject: Subject,
  { runner, readInput }: Terminal,
): Promise<readonly string[]> {
  const file = given.get('tags-file')
  if ((file === undefined) === (given.get('registry') === undefined)) {
    throw wrongUsage('expected one of --tags-file and --registry')
  }
  if (file === undefined) return liveTags(subject, runner)
  const content = file === '-' ? await readInput() : await runner.files.readText(file)
  if (content === undefined) throw new UserError(`option --tags-file: ${file} does not exist`)
  return content.split(/\r?\n/).filter(tag => tag !== '')
}

/** The login comes from FLUXGATE_USERNAME and FLUXGATE_PASSWORD, where the registry wants one. */
async function liveTags({ image, insecure }: Subject, runner: Runner): Promise<readonly string[]> {
  const reference = image === undefined ? undefined : parseReference(image)
  if (reference === undefined) {
    throw wrongUsage('option --registry needs the ImageRepository of the policy in the manifest')
  }
  const { FLUXGATE_USERNAME: username, FLUXGATE_PASSWORD: password } = runner.env
  if (password) runner.mask(password)
  const registry = openRegistry({
    registry: reference.registry ?? 'docker.io',
    insecure,
    credentials: username && password ? { username, password } : undefined,
    ...runner,
  })
  try {
    return await registry.tags(reference.name)
  } catch (error) {
    const code = systemCode(error)
    if (error instanceof RegistryRefusal) throw new UserError(`the tags of ${image} cannot be read: ${error.message}`)
    if (code !== undefined) throw new UserError(`the registry of ${image} cannot be reached (${code})`)
    throw error
  }
}

function json({ result }: PolicyExplanation): string {
  const { selectedTag, latest, filtered, candidates, error, stage } = result
  return `${JSON.stringify({ selectedTag, latest, filtered, candidates, error, stage })}\n`
}

const REASONS: Readonly<Record<DroppedReason, string>> = {
  'not-matched': 'the pattern does not match',
  'same-value': 'another tag has the same value, and Flux keeps one',
  'not-a-version': 'no version',
  'outside-range': 'outside of the range',
  'not-a-number': 'no number: fails the whole policy',
  unordered: 'NaN has no order',
}

function text({ result, tags }: PolicyExplanation, excluded: number): string {
  const verdict =
    result.error === null
      ? result.random
        ? [`Flux chooses at random between: ${result.candidates.join(', ')}`]
        : [`Flux elects ${result.selectedTag}`]
      : [`Flux reports: ${result.error}`, result.retries ? 'It tries again.' : 'It stalls until the policy changes.']
  const rankedTags = tags.filter(tag => tag.rank !== null)
  const lines = rankedTags.slice(0, SHOWN).map(tag => `  ${tag.rank}. ${tag.tag}${shownValue(tag)}`)
  const more = rankedTags.length > SHOWN ? [`  … and ${rankedTags.length - SHOWN} more`] : []
  const dropped = Object.entries(REASONS).flatMap(([reason, words]) => {
    const some = tags.filter(tag => tag.dropped === reason)
    if (some.length === 0) return []
    const names = some.slice(0, SHOWN).map(tag => tag.tag)
    return [`  ${some.length} dropped, ${words}: ${names.join(', ')}${some.length > SHOWN ? ', …' : ''}`]
  })
  const hidden = excluded === 0 ? [] : [`  ${excluded} excluded by the ImageRepository`]
  return `${[...verdict, ...lines, ...more, ...dropped, ...hidden].join('\n')}\n`
}

function shownValue({ tag, value }: { readonly tag: string; readonly value: string | null }): string {
  return value === null || value === tag ? '' : ` (${value})`
}
