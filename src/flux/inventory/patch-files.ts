import { listMember, textMember } from '../../json.js'
import type { Layout } from './applied.js'
import { pathBelow } from './kustomize-file.js'
import type { Resource } from './resource.js'

/**
 * Whether what looks like an object is only a part of one: the patch of a kustomize file, or what configures kustomize
 * itself. Such a file may lack what the object has, and the API server never sees it.
 */
export function isPartOfObject({ file: { path } }: Resource, layout: Layout): boolean {
  let isRead = false
  for (const { entries, reads } of layout.kustomizeFiles.values()) {
    for (const entry of entries) {
      if (entry.path !== path) continue
      if (entry.field === 'resources' || entry.field === 'bases') return false
      isRead = true
    }
    isRead ||= reads.includes(path)
  }
  return isRead
}

/** Files with patches that are merged into what some kustomize files list. */
export function patchFilesOf({ kustomizeFiles }: Layout, isMeant: (path: string) => boolean): readonly string[] {
  const found = [...kustomizeFiles.values()]
    .filter(({ file }) => isMeant(file.path))
    .flatMap(({ folder, body }) =>
      [
        ...[...listMember(body, 'patches'), ...listMember(body, 'patchesJson6902')].map(patch =>
          textMember(patch, 'path'),
        ),
        ...listMember(body, 'patchesStrategicMerge'),
      ].flatMap(path => (typeof path === 'string' && !path.includes('\n') ? (pathBelow(folder, path) ?? []) : [])),
    )
  return [...new Set(found)].sort()
}
