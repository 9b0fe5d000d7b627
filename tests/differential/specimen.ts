import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { isManifestPath, isManifestText, isPlainPath } from '../../src/tree/manifest-paths.js'
import { corpusFolder, treeNames } from '../corpus/tree.js'
import { ROOT } from '../reference/tree.js'

/** A tree as a repository holds it, manifests or not. */
export interface Specimen {
  readonly name: string
  /** Content by path. */
  readonly files: ReadonlyMap<string, Buffer>
}

/** Every tree that the gate must be right about: the corpus, what users copy, and the platform example. */
export function specimens(): readonly Specimen[] {
  return [
    ...treeNames.map(name => ({ name, files: filesBelow(join(corpusFolder, name)) })),
    {
      name: 'production',
      files: filesBelow(ROOT, ['flux', '.github'], path => !path.startsWith('flux/examples/')),
    },
    { name: 'platform', files: filesBelow(join(ROOT, 'flux', 'examples', 'platform')) },
  ]
}

/** What the gate reads of it, as text by path. */
export function manifestsOf({ files }: Pick<Specimen, 'files'>): ReadonlyMap<string, string> {
  return new Map(
    [...files]
      .map(([path, bytes]) => [path, bytes.toString('utf8')] as const)
      .filter(([path, text]) => isPlainPath(path) || (isManifestPath(path) && isManifestText(path, text))),
  )
}

function filesBelow(root: string, folders: readonly string[] = ['.'], wanted = (_: string) => true) {
  return new Map(
    folders
      .flatMap(folder => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
      .filter(entry => entry.isFile())
      .map(entry => relative(root, join(entry.parentPath, entry.name)))
      .filter(wanted)
      .sort()
      .map(path => [path, readFileSync(join(root, path))]),
  )
}
