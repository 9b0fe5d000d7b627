import { toByteString, toBytes, toText } from '../yaml/go/byte-string.js'
import { editScalars } from './setters/edit-scalars.js'
import { type FileText, fileTextOf, positionOf } from './setters/file-text.js'
import { type FoundMarker, findMarkersIn } from './setters/find-markers.js'
import { markerToken } from './setters/marker.js'
import { invalidReference, type Policies, settersOf } from './setters/policies.js'
import { type Resource, readFile } from './setters/read-file.js'
import { PipelineError } from './setters/resource.js'
import { type PipelineResult, type ResourceChange, runPipeline } from './setters/run-pipeline.js'

export type { FoundMarker, FoundValue, MarkerFault } from './setters/find-markers.js'
export { type LatestRef, type Policies, parseLatestRef, printLatestRef } from './setters/policies.js'

/** A file below `update.path`; the path is relative to it, with forward slashes. */
export interface TreeFile {
  readonly path: string
  readonly content: Uint8Array
}

/** A value that an automation changes. */
export interface SetterChange {
  /** The file as Flux reports it: '' for an item of a `kind: List`. */
  readonly file: string
  /** Those of the object, '' where it has none. */
  readonly apiVersion: string
  readonly kind: string
  readonly namespace: string
  readonly name: string
  readonly old: string
  readonly new: string
  /** `namespace:policy`, with `:tag`, `:name` or `:digest` as the marker has it. */
  readonly setter: string
  /** Where the value stands: file, line and column from 1, the column in characters. */
  readonly source: { readonly path: string; readonly line: number; readonly column: number }
}

/** A file that Flux skips, with all its documents, and only says so in a trace log. */
export interface ProblemFile {
  readonly path: string
  readonly reason: string
  /** From 1; absent when the reason has no place. */
  readonly line?: number
}

export interface SettersResult {
  readonly changes: readonly SetterChange[]
  readonly problemFiles: readonly ProblemFile[]
  /** Whole new contents, sorted by path. */
  readonly written: readonly TreeFile[]
  /** Why the automation as a whole fails and writes nothing; null when it does not. */
  readonly error: string | null
}

/**
 * `flux` gives the bytes that Flux would commit. `careful` sets the same values but leaves every byte outside the scalars alone;
 * what Flux would write as a value that no reader takes for a string (`!!null name:tag`), it writes as a string.
 */
export type SettersMode = 'flux' | 'careful'

/**
 * What the image-automation-controller (Flux 2.9) does to a tree with these policies in force. Never throws on any input: what
 * Flux skips is a problem file, what ends its run is `error`.
 */
export function applySetters(files: Iterable<TreeFile>, policies: Policies, mode: SettersMode = 'flux'): SettersResult {
  const invalid = invalidReference(policies)
  if (invalid !== undefined) return { changes: [], problemFiles: [], written: [], error: invalid }
  const all = [...files].sort((left, right) => compareInWalk(left.path, right.path))
  const directories = new Set(all.flatMap(({ path }) => parentsOf(path)))
  const problemFiles: ProblemFile[] = []
  const resources: Resource[] = []
  const texts = new Map<string, FileText>()
  for (const { path, content } of all.filter(isScreened)) {
    const file = fileTextOf(content)
    const reading = readFile(path, toByteString(path), file.text)
    if (reading.kind === 'problem') {
      const { reason, offset } = reading
      problemFiles.push(offset === undefined ? { path, reason } : { path, reason, line: positionOf(file, offset).line })
      continue
    }
    texts.set(path, file)
    for (const resource of reading.resources) resources.push(resource)
  }
  const result = runSafely(() => runPipeline(resources, settersOf(policies), path => directories.has(path)))
  if (typeof result === 'string') return { changes: [], problemFiles, written: [], error: result }
  const written = mode === 'flux' ? filesOf(result) : editedFiles(result, texts)
  const changes = result.changes.filter(({ isReported }) => isReported).map(change => reported(change, texts))
  return { changes, problemFiles, written, error: null }
}

/**
 * Every comment of a file that is a marker or was meant as one, whether Flux honours it and why not.
 * @param policies those in force; without them no policy is unknown
 */
export function findMarkers(file: TreeFile, policies?: Policies): readonly FoundMarker[] {
  const screening = isScreened(file) ? undefined : hasScreenedName(file.path) ? 'file-not-screened' : 'file-name'
  return findMarkersIn(file.path, fileTextOf(file.content), screening, policies)
}

/** Whether Flux parses a file: by its name, and by the bytes of a marker's key somewhere in it. */
export function isScreened({ path, content }: TreeFile): boolean {
  return (
    hasScreenedName(path) && Buffer.from(content.buffer, content.byteOffset, content.byteLength).includes(markerToken)
  )
}

/** `.yaml` and `.yml` in lower case, and files named `Kustomization`, in hidden folders too. */
export function hasScreenedName(path: string): boolean {
  return /\.ya?ml$/.test(path) || /(?:^|\/)Kustomization$/.test(path)
}

/** The order in which Go's `filepath.Walk` comes by: names in byte order, a folder's files at the place of its name. */
function compareInWalk(left: string, right: string): number {
  const [a, b] = [left.split('/'), right.split('/')]
  for (const [index, part] of a.entries()) {
    const other = b[index]
    if (other === undefined) return 1
    if (part !== other) return Buffer.compare(Buffer.from(part), Buffer.from(other))
  }
  return a.length - b.length
}

function parentsOf(path: string): string[] {
  const parts = path.split('/')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** The pipeline's result, or the error that ends the automation. */
function runSafely(run: () => PipelineResult): PipelineResult | string {
  try {
    return run()
  } catch (error) {
    if (error instanceof PipelineError) return toText(error.message)
    throw error
  }
}

function filesOf({ written }: PipelineResult): TreeFile[] {
  return sortedByPath([...written].map(([path, content]) => ({ path, content: toBytes(content) })))
}

function editedFiles({ changes }: PipelineResult, texts: ReadonlyMap<string, FileText>): TreeFile[] {
  const byPath = new Map<string, ResourceChange[]>()
  for (const change of changes) {
    const { source } = change.resource
    const changesInFile = byPath.get(source)
    if (changesInFile === undefined) byPath.set(source, [change])
    else changesInFile.push(change)
  }
  const edited: TreeFile[] = []
  for (const [path, changesInFile] of byPath) {
    const file = texts.get(path)
    if (file !== undefined) edited.push({ path, content: toBytes(editScalars(file, changesInFile)) })
  }
  return sortedByPath(edited)
}

function sortedByPath(files: readonly TreeFile[]): TreeFile[] {
  return [...files].sort((left, right) => (left.path < right.path ? -1 : 1))
}

function reported(
  { setting, resource, meta, file }: ResourceChange,
  texts: ReadonlyMap<string, FileText>,
): SetterChange {
  const { source: path, base } = resource
  const text = texts.get(path)
  const place =
    text === undefined || base === undefined ? { line: 1, column: 1 } : positionOf(text, base + setting.node.start)
  return {
    file,
    apiVersion: toText(meta.apiVersion),
    kind: toText(meta.kind),
    namespace: toText(meta.namespace),
    name: toText(meta.name),
    old: toText(setting.old),
    new: toText(setting.value),
    setter: setting.setter,
    source: { path, ...place },
  }
}
