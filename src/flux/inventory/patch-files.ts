import { listMember, textMember } from '../../json.js'
import type { Layout } from './applied.js'
import { pathBelow } from './kustomize-file.js'

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
