import { posix } from 'node:path'
import type { SourceFile } from '../../yaml/source-file.js'
import type { Layout } from './applied.js'
import { isKustomizeFileName, type KustomizeFile, readKustomizeFile } from './kustomize-file.js'
import type { Resource } from './resource.js'
import { fetchingOf, IGNORE_FILE } from './source-ignore.js'

/** How the files of a tree lie, for finding what a folder comes to. */
export function layoutOf(
  files: ReadonlyMap<string, SourceFile>,
  resources: ReadonlyMap<string, readonly Resource[]>,
  plain: readonly { readonly path: string; readonly text: string }[],
): Layout {
  const kustomizeFiles = new Map<string, KustomizeFile>()
  const manifests: string[] = []
  for (const [path, file] of files) {
    if (/\.ya?ml$/.test(path)) manifests.push(path)
    if (!isKustomizeFileName(path)) continue
    const read = readKustomizeFile(file, found => files.get(found))
    const folder = posix.dirname(path)
    if (read !== undefined && !kustomizeFiles.has(folder)) kustomizeFiles.set(folder, read)
  }
  manifests.sort(compareText)
  return {
    kustomizeFiles,
    kustomizeFileIn: folder => kustomizeFiles.get(folder),
    resourcesOf: path => resources.get(path) ?? [],
    isFile: path => files.has(path),
    fileAt: path => files.get(path),
    fetching: fetchingOf(
      plain.filter(({ path }) => posix.basename(path) === IGNORE_FILE),
      [...resources.values()].flat().filter(({ group }) => group === 'source.toolkit.fluxcd.io'),
    ),
    filesBelow(folder) {
      if (folder === '.') return manifests
      const prefix = `${folder}/`
      const first = firstFrom(manifests, prefix)
      let last = first
      while (manifests[last]?.startsWith(prefix)) last += 1
      return manifests.slice(first, last)
    },
  }
}

/** The index of the first text that is not less than `least`. */
function firstFrom(sorted: readonly string[], least: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < least) low = middle + 1
    else high = middle
  }
  return low
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
