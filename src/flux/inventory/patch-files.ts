import type { Layout } from './applied.js'
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
