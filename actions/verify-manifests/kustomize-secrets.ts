import { type KustomizeFile, pathBelow } from '../../src/flux/inventory/kustomize-file.js'
import { type PatchPlace, patchPlacesIn } from '../../src/flux/inventory/patch-places.js'
import type { Inventory, PlainFile } from '../../src/flux/inventory.js'
import { isMapping, listMember, member, textMember } from '../../src/json.js'
import { isPlainSecret } from '../../src/secrets/plain-value.js'
import { type Key, partAt, type SourceDocument, spanAt } from '../../src/yaml/source-file.js'
import type { Report } from './rule.js'

/** A report, and the characters of the file that it is about. */
export interface PlainValue {
  readonly report: Report
  readonly start: number
  readonly end: number
}

const EXPECTED = 'a SealedSecret, or a file that SOPS has encrypted'

/** Values of secrets that stand in clear where kustomize takes them from: literals and env files of generators, and patches. */
export function kustomizeSecrets(inventory: Inventory): readonly PlainValue[] {
  const { layout, kustomizations, plain } = inventory
  const byPath = new Map(plain.map(file => [file.path, file]))
  const inFiles = [...layout.kustomizeFiles.values()].flatMap(kustomize => {
    const { file, body } = kustomize
    const [document] = file.documents
    if (document === undefined) return []
    return [
      ...literals(kustomize, document),
      ...envs(kustomize, byPath),
      ...patches(patchPlacesIn(body, '.', inPlace, file, document, [])),
    ]
  })
  const inKustomizations = kustomizations.flatMap(({ resource }) => {
    const { file, document, path, body } = resource
    return patches(patchPlacesIn(member(body, 'spec'), '.', inPlace, file, document, [...path, 'spec']))
  })
  return [...new Map([...inFiles, ...inKustomizations].map(value => [placeOf(value), value])).values()]
}

/** Files are not asked for. */
const inPlace = () => undefined

/** An env file may be read by several generators, and a Kustomization applied by several others. */
function placeOf({ report: { file, span, found } }: PlainValue): string {
  return JSON.stringify([file, span, found])
}

function literals({ file, body }: KustomizeFile, document: SourceDocument): readonly PlainValue[] {
  return listMember(body, 'secretGenerator').flatMap((generator, index) =>
    listMember(generator, 'literals').flatMap((literal, at) => {
      const [key, value] = assignment(typeof literal === 'string' ? literal : '')
      if (key === undefined || !isPlainSecret(value, false, true)) return []
      const keys = ['secretGenerator', index, 'literals', at]
      const report = {
        file: file.path,
        span: spanAt(file, document, keys),
        message: `the secret generator ${textMember(generator, 'name') ?? ''} has the value of "${key}" in clear`,
        found: `a literal for ${key}, not shown`,
        expected: EXPECTED,
        fix: { text: 'Take the literal out, seal its value with `fluxgate seal`, and replace it: it has been seen' },
      }
      return [{ report, ...rangeAt(document, keys) }]
    }),
  )
}

/** Lines of env files. What SOPS has encrypted says so in each value. */
function envs({ folder, body }: KustomizeFile, plain: ReadonlyMap<string, PlainFile>): readonly PlainValue[] {
  return listMember(body, 'secretGenerator').flatMap(generator => {
    const name = textMember(generator, 'name') ?? ''
    return [...listMember(generator, 'envs'), member(generator, 'env')].flatMap(path => {
      const file = typeof path === 'string' ? plain.get(pathBelow(folder, path) ?? '') : undefined
      return file === undefined ? [] : envLines(file, name)
    })
  })
}

function envLines({ path, text }: PlainFile, generator: string): readonly PlainValue[] {
  let start = 0
  return text.split('\n').flatMap((line, index) => {
    const at = start
    start += line.length + 1
    const [key, value] = assignment(line.trim())
    if (key === undefined || key.startsWith('#') || key.startsWith('sops_') || !isPlainSecret(value, false, true))
      return []
    const report = {
      file: path,
      span: { line: index + 1, column: 1, endLine: index + 1, endColumn: line.length + 1 },
      message: `the secret generator ${generator} takes the value of "${key}" from a file that has it in clear`,
      found: `a line for ${key}, not shown`,
      expected: EXPECTED,
      fix: {
        text: 'Encrypt the file with SOPS, or seal its values with `fluxgate seal`, and replace them: they have been seen',
      },
    }
    return [{ report, start: at, end: at + line.length }]
  })
}

function assignment(text: string): readonly (string | undefined)[] {
  return (/^([^=]+)=(.*)$/s.exec(text) ?? []).slice(1)
}

/** Patches that are written in place; those in files are read as the parts of objects that they are. */
function patches(places: readonly PatchPlace[]): readonly PlainValue[] {
  return places.flatMap(({ file, document, keys, body, target }) => {
    const found = keys === undefined ? [] : plainKeys(body, textMember(target, 'kind'))
    if (keys === undefined || found.length === 0) return []
    const names = found.map(key => `"${key}"`).join(', ')
    const report = {
      file: file.path,
      span: spanAt(file, document, keys),
      message: `a patch of a Secret has the value of ${names} in clear`,
      found: `a patch with ${names}, not shown`,
      expected: EXPECTED,
      fix: { text: 'Take the values out, seal them with `fluxgate seal`, and replace them: they have been seen' },
    }
    return [{ report, ...rangeAt(document, keys) }]
  })
}

/** The keys of a Secret to which a patch gives a value that can be read. */
function plainKeys(patch: unknown, target: string | undefined): readonly string[] {
  if (Array.isArray(patch)) return target === 'Secret' ? patch.flatMap(keysOfOperation) : []
  const kind = textMember(patch, 'kind')
  return kind === 'Secret' || (kind === undefined && target === 'Secret')
    ? ['data', 'stringData'].flatMap(field => keysIn(member(patch, field), field))
    : []
}

function keysOfOperation(operation: unknown): readonly string[] {
  const [, field = '', key] = /^\/(data|stringData)(?:\/(.+))?$/.exec(textMember(operation, 'path') ?? '') ?? []
  if (field === '') return []
  const value = member(operation, 'value')
  return key === undefined ? keysIn(value, field) : keysIn({ [key]: value }, field)
}

function keysIn(values: unknown, field: string): readonly string[] {
  if (!isMapping(values)) return []
  return Object.entries(values).flatMap(([key, value]) => (isPlainSecret(value, field === 'data', true) ? [key] : []))
}

function rangeAt(document: SourceDocument, keys: readonly Key[]): Pick<PlainValue, 'start' | 'end'> {
  const { start, end } = partAt(document, keys) ?? { start: 0, end: 0 }
  return { start, end }
}
