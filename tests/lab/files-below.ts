import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

export interface WrittenFile {
  /** Relative to the folder. */
  readonly path: string
  readonly bytes: Buffer
}

/** Every regular file below a folder, hidden ones too, sorted by path: to search for what must not be there. */
export async function filesBelow(folder: string): Promise<readonly WrittenFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  return Promise.all(
    paths.toSorted().map(async path => ({ path: relative(folder, path), bytes: await readFile(path) })),
  )
}
