import { posix } from 'node:path'
import { isMapping, listMember, member, textMember } from '../../json.js'
import { type Key, readSourceFile, type SourceDocument, type SourceFile } from '../../yaml/source-file.js'
import type { Layout } from './applied.js'
import type { FluxKustomization } from './flux-kustomization.js'
import { pathBelow } from './kustomize-file.js'

/** A patch that may have had a part in an object: what it says, and where it stands. */
export interface PatchPlace {
  readonly file: SourceFile
  readonly document: SourceDocument
  /** Where in the document its text stands; undefined when the document is the patch. */
  readonly keys: readonly Key[] | undefined
  readonly body: unknown
  /** What it says of its own target; undefined where it says nothing. */
  readonly target: unknown
}

const FIELDS = ['patches', 'patchesStrategicMerge', 'patchesJson6902'] as const

/** The patches of a Kustomization and of the kustomize files that it takes, the outermost first, as they have the last word. */
export function patchPlacesOf(
  { resource }: FluxKustomization,
  files: ReadonlySet<string>,
  layout: Layout,
): readonly PatchPlace[] {
  const spec = member(resource.body, 'spec')
  const own = patchPlacesIn(spec, '.', () => undefined, resource.file, resource.document, [...resource.path, 'spec'])
  const inner = [...layout.kustomizeFiles.values()].flatMap(({ file, folder, body }) => {
    const [document] = file.documents
    if (document === undefined || !files.has(file.path)) return []
    return patchPlacesIn(body, folder, path => layout.fileAt(path), file, document, [])
  })
  return [...own, ...inner.sort((left, right) => depthOf(left) - depthOf(right))]
}

function depthOf({ file }: PatchPlace): number {
  return posix.dirname(file.path).split('/').length
}

/**
 * The patches that a kustomize file, or the `spec` of a Kustomization, names or writes.
 *
 * @param above where the body stands in the document
 */
export function patchPlacesIn(
  body: unknown,
  folder: string,
  fileAt: (path: string) => SourceFile | undefined,
  file: SourceFile,
  document: SourceDocument,
  above: readonly Key[],
): readonly PatchPlace[] {
  return FIELDS.flatMap(field =>
    listMember(body, field).flatMap((patch, index): readonly PatchPlace[] => {
      const keys = [...above, field, index]
      const target = member(patch, 'target')
      const inline = typeof patch === 'string' && patch.includes('\n') ? patch : textMember(patch, 'patch')
      if (inline !== undefined)
        return readSourceFile('', inline).documents.map(({ value }) => ({
          file,
          document,
          keys: typeof patch === 'string' ? keys : [...keys, 'patch'],
          body: value,
          target,
        }))
      const path = pathBelow(folder, typeof patch === 'string' ? patch : (textMember(patch, 'path') ?? ''))
      const other = path === undefined ? undefined : fileAt(path)
      if (other !== undefined)
        return other.documents.map(found => ({
          file: other,
          document: found,
          keys: undefined,
          body: found.value,
          target,
        }))
      // Older Kustomizations have the patch itself in the list.
      return isMapping(patch) && field === 'patchesStrategicMerge'
        ? [{ file, document, keys, body: patch, target: undefined }]
        : []
    }),
  )
}
