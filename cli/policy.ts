import { UserError } from '../src/errors.js'
import { explainPolicy } from '../src/flux/explain.js'
import { scanTags } from '../src/flux/scan.js'
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
import { policyJson, policyText } from './policy-report.js'
import { type Subject, subjectFromManifest, subjectFromOptions } from './policy-subject.js'
import { readTagsFile } from './tags-file.js'

const OPTIONS: readonly Option[] = [
  {
    name: 'manifest',
    value: 'FILE',
    description: 'A file or a folder with the ImagePolicy and its ImageRepository; - is standard input',
  },
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

export const policyCommand: Command = {
  options: OPTIONS,
  help: () =>
    helpText(
      'fluxgate policy (--manifest FILE [--name NS/NAME] | --pattern P --extract E --numerical asc …) (--tags-file FILE | --registry)',
      'Elects a tag as the image-reflector-controller of Flux 2.9 does, offline. Exit code 1 where Flux reports an error.',
      OPTIONS,
      [
        "fluxgate policy --pattern '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$' --extract '$ts' --numerical asc --tags-file tags.txt",
        'fluxgate policy --manifest flux/image-automation --name flux-system/frontend --registry --format json',
        'crane ls 192.168.0.40:5000/library/frontend | fluxgate policy --manifest flux/image-policies.yaml --tags-file -',
      ],
    ),
  async run(args, terminal) {
    const given = parseArguments(args, OPTIONS)
    const format = readFormat(given)
    const subject =
      given.get('manifest') === undefined ? subjectFromOptions(given) : await subjectFromManifest(given, terminal)
    const tags = await readTags(given, subject, terminal)
    const { exclusionList } = subject
    const scan = exclusionList === undefined ? { tags, excluded: [] } : scanTags(tags, exclusionList)
    if ('error' in scan) throw new UserError(`the ImageRepository's exclusionList fails its scan: ${scan.error}`)
    const explanation = explainPolicy(subject.spec, scan.tags)
    terminal.print(format === 'json' ? policyJson(explanation) : policyText(explanation, scan.excluded.length))
    return explanation.result.error === null ? 0 : 1
  },
}

async function readTags(given: Arguments, subject: Subject, terminal: Terminal): Promise<readonly string[]> {
  const file = given.get('tags-file')
  if ((file === undefined) === (given.get('registry') === undefined)) {
    throw wrongUsage('expected one of --tags-file and --registry')
  }
  if (file !== undefined) return readTagsFile(file, terminal)
  if (subject.image === undefined) {
    throw wrongUsage('option --registry needs the ImageRepository of the policy in the manifest')
  }
  return liveTags(subject.image, subject.insecure, terminal.runner)
}
