import { posix } from 'node:path'
import { member, textMember } from '../../json.js'
import { readSourceFile, type SourceFile } from '../../yaml/source-file.js'

/** A kustomize file, as far as it says what is applied and under which names. Paths are from the root of the tree. */
export interface KustomizeFile {
  readonly file: SourceFile
  /** `.` for the root. */
  readonly folder: string
  /** Files and folders of this tree that it lists, components last, as kustomize adds them. */
  readonly entries: readonly KustomizeEntry[]
  /** Whether it lists what lies outside of the tree: a remote base, or a path above the root. */
  readonly isOpen: boolean
  readonly namespace: string | undefined
  readonly prefix: string
  readonly suffix: string
  readonly patches: readonly PatchTarget[]
  /** Files that it reads without applying them: patches, generator inputs, values. */
  readonly reads: readonly string[]
  /** Whatever it lists or reads that is an address or leads out of the tree, as written. */
  readonly outside: readonly string[]
  /** `name` as the manifests have it, and what it becomes. */
  readonly images: readonly KustomizeImage[]
  readonly body: unknown
}

export interface KustomizeEntry {
  readonly field: 'resources' | 'bases' | 'components' | 'crds' | 'generators' | 'transformers'
  readonly index: number
  /** As written. */
  readonly text: string
  /** Undefined when it is remote or outside of the tree. */
  readonly path: string | undefined
}

export interface KustomizeImage {
  readonly index: number
  readonly name: string | undefined
  readonly newName: string | undefined
  readonly newTag: string | undefined
  readonly digest: string | undefined
}

/** What a patch or a replacement changes; an absent part matches everything. */
export interface PatchTarget {
  readonly kind: string | undefined
  /** A Go regular expression over the whole name, or a plain name. */
  readonly name: string | undefined
}

/** Finds a file of the tree by its path. */
export type FindFile = (path: string) => SourceFile | undefined

const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

export function isKustomizeFileName(path: string): boolean {
  return NAMES.includes(posix.basename(path))
}

/** Reads a kustomize file; undefined when its first document is no map. Its own type is not asked for: kustomize does not want it. */
export function readKustomizeFile(file: SourceFile, findFile: FindFile): KustomizeFile | undefined {
  const known = readBefore.get(file)
  if (known !== undefined) return known
  let looksElsewhere = false
  const read = readAnew(file, path => {
    looksElsewhere = true
    return findFile(path)
  })
  if (read !== undefined && !looksElsewhere) readBefore.set(file, read)
  return read
}

/** Most files are the same in the tree before a change and in the one after it; what others say may differ. */
const readBefore = new WeakMap<SourceFile, KustomizeFile>()

function readAnew(file: SourceFile, findFile: FindFile): KustomizeFile | undefined {
  const body = file.documents[0]?.value
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined
  const folder = posix.dirname(file.path)
  const entries = (['resources', 'bases', 'crds', 'components', 'generators', 'transformers'] as const).flatMap(field =>
    texts(body, field).map(([text, index]) => ({ field, index, text, path: pathBelow(folder, text) })),
  )
  const reads = readsOf(body, folder)
  const applied = entries.filter(({ field }) => field !== 'generators' && field !== 'transformers')
  return {
    file,
    folder,
    entries,
    isOpen: applied.some(({ path }) => path === undefined) || list(body, 'helmCharts').length > 0,
    namespace: textMember(body, 'namespace'),
    prefix: textMember(body, 'namePrefix') ?? '',
    suffix: textMember(body, 'nameSuffix') ?? '',
    patches: patchesOf(body, entries, path => findFile(pathBelow(folder, path) ?? '')),
    reads: reads.inside,
    outside: [...entries.flatMap(({ path, text }) => (path === undefined ? [text] : [])), ...reads.outside],
    images: list(body, 'images').map((image, index) => ({
      index,
      name: textMember(image, 'name'),
      newName: textMember(image, 'newName'),
      newTag: textMember(image, 'newTag'),
      digest: textMember(image, 'digest'),
    })),
    body,
  }
}

/** A path of a kustomize file seen from the root of the tree; undefined when it is an address or leads out of it. */
export function pathBelow(folder: string, text: string): string | undefined {
  if (/^[a-z+]+:\/\/|^git@|^github\.com\/|[?&]ref=|^\/|::/.test(text)) return undefined
  const path = posix.normalize(posix.join(folder, text)).replace(/(?<=.)\/$/, '')
  return path === '..' || path.startsWith('../') ? undefined : path
}

function patchesOf(body: unknown, entries: readonly KustomizeEntry[], findFile: FindFile): readonly PatchTarget[] {
  // Transformers and configurations from files can change anything.
  const anything =
    entries.some(({ field }) => field === 'transformers') ||
    texts(body, 'configurations').some(([path]) => !onlyFollowsNames(findFile(path)))
  const targets: PatchTarget[] = anything ? [{ kind: undefined, name: undefined }] : []
  for (const patch of [...list(body, 'patches'), ...list(body, 'patchesJson6902')]) {
    const target = member(patch, 'target')
    if (target === undefined)
      targets.push(...targetsNamedIn(textMember(patch, 'patch') ?? textMember(patch, 'path'), findFile))
    else targets.push({ kind: textMember(target, 'kind'), name: textMember(target, 'name') })
  }
  for (const [patch] of texts(body, 'patchesStrategicMerge')) targets.push(...targetsNamedIn(patch, findFile))
  for (const replacement of list(body, 'replacements')) {
    if (textMember(replacement, 'path') !== undefined) targets.push({ kind: undefined, name: undefined })
    for (const target of list(replacement, 'targets')) {
      const select = member(target, 'select')
      targets.push({ kind: textMember(select, 'kind'), name: textMember(select, 'name') })
    }
  }
  return targets
}

/** A configuration that says where names of generated ConfigMaps and Secrets stand changes those, and no other value. */
function onlyFollowsNames(file: SourceFile | undefined): boolean {
  const body = file?.documents[0]?.value
  return typeof body === 'object' && body !== null && Object.keys(body).every(key => key === 'nameReference')
}

/** The objects that a patch names, written in place or in a file; anything, where it names none. */
function targetsNamedIn(patch: string | undefined, findFile: FindFile): readonly PatchTarget[] {
  const anything = [{ kind: undefined, name: undefined }]
  if (patch === undefined) return anything
  const file = patch.includes('\n') ? readSourceFile('', patch) : findFile(patch)
  if (file === undefined || file.problems.length > 0 || file.documents.length === 0) return anything
  return file.documents.map(({ value }) => ({
    kind: textMember(value, 'kind'),
    name: textMember(member(value, 'metadata'), 'name'),
  }))
}

/** The files that it reads: paths from the root of the tree, and what is none of it as it is written. */
function readsOf(
  body: unknown,
  folder: string,
): { readonly inside: readonly string[]; readonly outside: readonly string[] } {
  const found = { inside: [] as string[], outside: [] as string[] }
  const add = (text: string | undefined): void => {
    if (text === undefined || text.includes('\n')) return
    const path = pathBelow(folder, text)
    if (path === undefined) found.outside.push(text)
    else found.inside.push(path)
  }
  for (const patch of [...list(body, 'patches'), ...list(body, 'patchesJson6902'), ...list(body, 'replacements')])
    add(textMember(patch, 'path'))
  for (const field of ['patchesStrategicMerge', 'configurations', 'generators', 'transformers', 'validators', 'crds']) {
    for (const [text] of texts(body, field)) add(text)
  }
  for (const field of ['configMapGenerator', 'secretGenerator']) {
    for (const generator of list(body, field)) {
      for (const [text] of texts(generator, 'files')) add(text.slice(text.indexOf('=') + 1))
      for (const [text] of texts(generator, 'envs')) add(text)
      add(textMember(generator, 'env'))
    }
  }
  for (const chart of list(body, 'helmCharts')) add(textMember(chart, 'valuesFile'))
  add(textMember(member(body, 'openapi'), 'path'))
  return found
}

function list(value: unknown, name: string): readonly unknown[] {
  const found = member(value, name)
  return Array.isArray(found) ? found : []
}

function texts(value: unknown, name: string): readonly (readonly [text: string, index: number])[] {
  return list(value, name).flatMap((text, index) =>
    typeof text === 'string' && text !== '' ? [[text, index] as const] : [],
  )
}
