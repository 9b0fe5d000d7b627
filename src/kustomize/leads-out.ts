import type { Layout } from '../flux/inventory/applied.js'
import { type KustomizeFile, pathBelow } from '../flux/inventory/kustomize-file.js'
import { isMapping, listMember } from '../json.js'
import { oncePer } from '../once-per.js'
import { readSourceFile, type SourceFile } from '../yaml/source-file.js'

/**
 * Fields whose values kustomize never takes for a path, or that it refuses before it reads one, as charts are off. Every other
 * one counts, also one that nobody knows: kustomize takes `Path:` for `path:`, and knows names that it once had.
 */
const HARMLESS = new Set([
  'annotations',
  'buildMetadata',
  'commonAnnotations',
  'commonLabels',
  'fieldSpecs',
  'generatorOptions',
  'helmChartInflationGenerator',
  'helmCharts',
  'helmGlobals',
  'images',
  'jsonOp',
  'labels',
  'literals',
  'metadata',
  'options',
  'patch',
  'source',
  'target',
  'targets',
  'vars',
])

const PLUGINS = ['generators', 'transformers', 'validators']

const reasons = oncePer((layout: Layout) => oncePer((file: KustomizeFile) => reasonOf(file, layout)))

/**
 * Why a kustomize file must not be built here: it, or a plugin that it configures, may have kustomize read what is not in the
 * repository. Flux jails a build in the repository, and nothing jails it here, so what is not understood is refused.
 */
export function leadsOut(kustomize: KustomizeFile, layout: Layout): string | undefined {
  return reasons(layout)(kustomize)
}

function reasonOf({ file, folder, outside, body }: KustomizeFile, layout: Layout): string | undefined {
  const [known] = outside
  const text = known ?? textOut(file, folder)
  if (text !== undefined) {
    const isPath = /^\.{0,2}\//.test(text)
    return `${file.path} wants ${shortened(text)}, ${isPath ? 'which lies outside of the repository' : 'and no remote base is followed'}`
  }
  if (isOddlyWritten(file)) return `${file.path} is written in a way that kustomize may read otherwise`
  for (const [name, value] of Object.entries(isMapping(body) ? body : {})) {
    if (!PLUGINS.includes(name.toLowerCase()) || !Array.isArray(value)) continue
    for (const entry of listMember(body, name)) {
      const plugin = typeof entry === 'string' ? pluginIn(entry, folder, layout) : undefined
      if (plugin === undefined || isOddlyWritten(plugin) || textOut(plugin, folder) !== undefined)
        return `${file.path} has a plugin, ${typeof entry === 'string' ? shortened(entry) : 'no text'}, that may read files elsewhere`
    }
  }
  return undefined
}

function shortened(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 100)
}

/** The configuration of a plugin, in place or in a file; undefined for a folder, as what is built there may be anything. */
function pluginIn(text: string, folder: string, layout: Layout): SourceFile | undefined {
  return text.includes('\n') ? readSourceFile('', text) : layout.fileAt(pathBelow(folder, text) ?? '')
}

/** What is broken, and what the two readers of YAML may see otherwise: types that are told, and line ends of old. */
function isOddlyWritten({ text, problems, documents }: SourceFile): boolean {
  return (
    problems.length > 0 ||
    documents.some(({ doubledKeys }) => doubledKeys.length > 0) ||
    /(?:^|[\s[{,:?-])!(?![=\s])|^%|\r(?!\n)|[\0\u0085\u2028\u2029]/m.test(text)
  )
}

/** The first text of a file that is an address or a path out of the tree. */
function textOut({ documents }: SourceFile, folder: string): string | undefined {
  for (const { value } of documents) {
    for (const text of textsIn(value)) if (isOut(text, folder)) return text
  }
  return undefined
}

function* textsIn(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value
  if (Array.isArray(value)) for (const item of value) yield* textsIn(item)
  if (isMapping(value)) for (const [name, item] of Object.entries(value)) if (!HARMLESS.has(name)) yield* textsIn(item)
}

/** A generator's entry may be `key=path`. */
function isOut(text: string, folder: string): boolean {
  const named = /^[^\n=]*=(.*)$/s.exec(text)?.[1]
  return [text, ...(named === undefined ? [] : [named])].some(
    path => /^[a-z][a-z0-9+.-]*:\/\/|^[^\s/]+@[^\s/]+:/i.test(path) || pathBelow(folder, path) === undefined,
  )
}
