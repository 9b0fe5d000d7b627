import { isAbsolute, join, relative, sep } from 'node:path'
import { UserError } from '../errors.js'
import type { Files } from '../runner/ports.js'
import type { TreeFile } from './setters.js'

/** A file that changes on disk. */
export interface WrittenFile {
  /** From the folder, with forward slashes, links followed: it begins with `../` where a link leads out of the folder. */
  readonly path: string
  /** Undefined for a file that is new. */
  readonly before: Uint8Array | undefined
  readonly content: Uint8Array
}

/** What the results of setters come to on disk: Flux writes through links, so a file and a link to it are one. Sorted. */
export async function writtenFiles(
  files: Files,
  folder: string,
  written: readonly TreeFile[],
): Promise<readonly WrittenFile[]> {
  const root = await files.realPath(folder)
  const found = new Map<string, WrittenFile>()
  for (const { path: named, content } of written) {
    const target = await files.realPath(join(folder, named))
    const path = relative(root, target).split(sep).join('/')
    found.set(path, { path, before: await files.readBytes(target), content })
  }
  return [...found.values()].sort((left, right) => (left.path < right.path ? -1 : 1))
}

/**
 * Writes the files, but nothing outside of the folder, although Flux would follow a link there.
 *
 * @throws UserError before anything is written, for a path that leads out of the folder
 */
export async function writeFiles(files: Files, folder: string, written: readonly WrittenFile[]): Promise<void> {
  const stray = written.find(file => !isInside(file))
  if (stray !== undefined) {
    throw new UserError(`a link below ${folder} leads to ${stray.path}, outside of it: nothing was written`, {
      next: 'Flux would write there; give a folder that holds both, or write that file yourself',
    })
  }
  for (const { path, content } of written) await files.writeBytes(join(folder, path), content)
}

export function isInside({ path }: WrittenFile): boolean {
  return path !== '..' && !path.startsWith('../') && !isAbsolute(path)
}
