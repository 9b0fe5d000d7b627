import { isDeepStrictEqual } from 'node:util'
import { type Document, isMap, LineCounter, parseAllDocuments, type YAMLMap } from 'yaml'
import { UserError } from '../errors.js'
import { isMapping, member, textMember } from '../json.js'
import { applyEdits, EditConflict, removeMembers, setMembers } from '../yaml/edit-mapping.js'
import { blockLines, type Mapping } from '../yaml/write-mapping.js'
import { isSealedSecret } from './check.js'

/** A file of manifests, read. */
export interface SealedFile {
  readonly path: string
  readonly text: string
  readonly documents: readonly SealedDocument[]
}

export interface SealedDocument {
  /** 1-based. */
  readonly line: number
  /** What the document says. */
  readonly object: unknown
  readonly root: YAMLMap | undefined
}

/** What is to become of one SealedSecret of a file. */
export interface SealedChange {
  readonly namespace: string
  readonly name: string
  /** Every member that it is to have; those that it has beside them stay. Where there is none yet, the whole of it. */
  readonly members: Mapping
  /** Keys of `spec.encryptedData` to take away; not all that it has. */
  readonly dropped: ReadonlySet<string>
}

/**
 * Reads the documents of a file.
 *
 * @throws UserError with the line of what does not parse; the text itself is not shown
 */
export function readSealedFile(path: string, text: string): SealedFile {
  const counter = new LineCounter()
  const parsed = parseAllDocuments(text, { lineCounter: counter })
  const documents = Array.isArray(parsed) ? parsed : []
  for (const { errors } of documents) {
    const [error] = errors
    if (error === undefined) continue
    const { line } = counter.linePos(error.pos[0])
    const what = error.code.toLowerCase().replaceAll('_', ' ')
    throw new UserError(`${path}, line ${line}: is no valid YAML (${what})`, { next: 'Mend the file first' })
  }
  return {
    path,
    text,
    documents: documents.map(document => ({
      line: counter.linePos(document.contents?.range?.[0] ?? document.range[0]).line,
      object: contentOf(document, path),
      root: isMap(document.contents) ? document.contents : undefined,
    })),
  }
}

function contentOf(document: Document.Parsed, path: string): unknown {
  try {
    const content: unknown = document.toJS()
    return content
  } catch (error) {
    throw new UserError(`${path}: an alias stands for too much, or for nothing`, { cause: error })
  }
}

/**
 * The SealedSecret of a name, or undefined when the file has none.
 *
 * @throws UserError when there are two, or one of the name that has no namespace
 */
export function findSealed(file: SealedFile, namespace: string, name: string): SealedDocument | undefined {
  const named = file.documents.filter(
    ({ object }) => isSealedSecret(object) && textMember(member(object, 'metadata'), 'name') === name,
  )
  const found = named.filter(({ object }) => textMember(member(object, 'metadata'), 'namespace') === namespace)
  const [document, second] = found
  if (second !== undefined) {
    throw new UserError(`${file.path}, line ${second.line}: ${namespace}/${name} is here twice`, {
      next: 'Take one away',
    })
  }
  const homeless = named.find(({ object }) => textMember(member(object, 'metadata'), 'namespace') === undefined)
  if (document === undefined && homeless !== undefined) {
    throw new UserError(
      `${file.path}, line ${homeless.line}: the SealedSecret ${name} has no namespace, and its values are bound to one`,
      { next: `Write "namespace: ${namespace}" into its metadata, or take it away` },
    )
  }
  return document
}

/**
 * The file with its SealedSecrets changed, and new ones behind the others. What is not changed stays to the byte: comments,
 * order, line ends.
 *
 * @throws UserError where that cannot be done; nothing else is ever given back than what was asked for
 */
export function changeSealedFile(file: SealedFile, changes: readonly SealedChange[]): string {
  const targets = changes.map(change => ({ change, document: findSealed(file, change.namespace, change.name) }))
  let text = applyEdits(
    file.text,
    targets.flatMap(({ change, document }) =>
      document?.root === undefined
        ? []
        : guarded(file, document.line, () => setMembers(file.text, rootOf(document), change.members)),
    ),
  )
  for (const { change, document } of targets) if (document === undefined) text = appended(text, change.members)
  if (targets.some(({ change }) => change.dropped.size > 0)) text = withoutDropped(file.path, text, changes)
  // A file that was empty holds nothing but what was written.
  if (text !== file.text && file.documents.length > 0) verify(file, text, targets)
  return text
}

function rootOf({ root }: SealedDocument): YAMLMap {
  if (root === undefined) throw new EditConflict('the document is no mapping', 0)
  return root
}

function guarded<Value>(file: SealedFile, line: number, edit: () => Value): Value {
  try {
    return edit()
  } catch (error) {
    if (!(error instanceof EditConflict)) throw error
    throw unchangeable(file.path, lineAt(file.text, error.offset) ?? line, error.message)
  }
}

function unchangeable(path: string, line: number, why: string): UserError {
  return new UserError(`${path}, line ${line}: cannot be changed in place: ${why}`, {
    next: 'Write it in the plain way, or take the SealedSecret away to have it written anew',
  })
}

function lineAt(text: string, offset: number): number | undefined {
  return offset === 0 ? undefined : text.slice(0, offset).split('\n').length
}

function appended(text: string, members: Mapping): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const document = ['---', ...blockLines(members), ''].join(eol)
  return text === '' || text === '\uFEFF' || text.endsWith('\n') ? text + document : text + eol + document
}

function withoutDropped(path: string, text: string, changes: readonly SealedChange[]): string {
  const file = readSealedFile(path, text)
  const edits = changes.flatMap(({ namespace, name, dropped }) => {
    const document = findSealed(file, namespace, name)
    const data = document?.root?.getIn(['spec', 'encryptedData'])
    if (dropped.size === 0 || document === undefined || !isMap(data)) return []
    return guarded(file, document.line, () => removeMembers(text, data, dropped))
  })
  return applyEdits(text, edits)
}

/** What was written must say just what was wanted, or it is not written. */
function verify(
  before: SealedFile,
  text: string,
  targets: readonly { readonly change: SealedChange; readonly document: SealedDocument | undefined }[],
): void {
  const changeOf = new Map(targets.map(({ change, document }) => [document, change]))
  const wanted = before.documents.map(document => {
    const change = changeOf.get(document)
    return change === undefined ? document.object : changed(document.object, change)
  })
  const added = targets.flatMap(({ change, document }) => (document === undefined ? [change.members] : []))
  const after = readAgain(before.path, text)
  // An empty document, of a file that is all comments, goes into the one behind it.
  const real = (objects: readonly unknown[]) => objects.filter(object => object !== null && object !== undefined)
  if (isDeepStrictEqual(real(after), real([...wanted, ...added]))) return
  const [first] = targets
  throw unchangeable(before.path, first?.document?.line ?? 1, 'its form is one that cannot be edited safely')
}

function readAgain(path: string, text: string): readonly unknown[] {
  try {
    return readSealedFile(path, text).documents.map(({ object }) => object)
  } catch {
    return []
  }
}

function changed(object: unknown, { members, dropped }: SealedChange): unknown {
  const merged = merge(object, members)
  if (dropped.size === 0) return merged
  const spec = member(merged, 'spec')
  const data = Object.entries(member(spec, 'encryptedData') ?? {}).filter(([key]) => !dropped.has(key))
  return merge(merged, {}, { spec: { ...(isMapping(spec) ? spec : {}), encryptedData: Object.fromEntries(data) } })
}

function merge(object: unknown, members: Mapping, replaced: Readonly<Record<string, unknown>> = {}): unknown {
  const own = isMapping(object) ? object : {}
  const set = Object.entries(members).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : merge(member(own, key), value),
  ])
  return { ...own, ...Object.fromEntries(set), ...replaced }
}
