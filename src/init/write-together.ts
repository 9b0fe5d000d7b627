import { join } from 'node:path'
import { messageOf, throwAll, UserError } from '../errors.js'
import type { WrittenFile } from '../flux/written-files.js'
import type { Files } from '../runner/ports.js'

/**
 * Writes all files or none: when one cannot be written, or the user stops it, those before it are what they were again. Each is written
 * in one step.
 *
 * @param root a real path
 * @throws UserError with the files as they were before; the signal's reason, with the same
 */
export async function writeTogether(
  files: Files,
  root: string,
  written: readonly WrittenFile[],
  signal: AbortSignal,
): Promise<void> {
  for (const { path, before } of written) {
    const now = await files.readBytes(join(root, path))
    if (!isSame(now, before)) {
      throw new UserError(`${path} has changed since it was read: nothing was written`, { next: 'Run it again' })
    }
  }
  const done: WrittenFile[] = []
  for (const file of written) {
    try {
      signal.throwIfAborted()
      await files.replace(join(root, file.path), file.content)
      done.unshift(file)
    } catch (error) {
      const stuck = await undo(files, root, done)
      if (signal.aborted && stuck.length === 0) throw error
      const after = stuck.length === 0 ? 'nothing was changed' : `and could not be undone: ${stuck.join(', ')}`
      throw new UserError(`${file.path} cannot be written (${messageOf(error)}): ${after}`, { cause: error })
    }
  }
}

/** Gives the paths that could not be brought back. */
async function undo(files: Files, root: string, done: readonly WrittenFile[]): Promise<readonly string[]> {
  const stuck: string[] = []
  for (const { path, before } of done) {
    try {
      if (before === undefined) await files.remove(join(root, path))
      else await files.replace(join(root, path), before)
    } catch {
      stuck.push(path)
    }
  }
  return stuck
}

/**
 * Refuses what is no plain file of the repository: a path that a link leads elsewhere, and a folder in a file's place.
 *
 * @param root a real path
 */
export async function refuseLinks(files: Files, root: string, paths: readonly string[]): Promise<void> {
  const errors: UserError[] = []
  for (const path of paths) {
    const place = join(root, path)
    if ((await files.realPath(place)) !== place) {
      errors.push(
        new UserError(`${path} is reached through a link, and none is followed`, { next: 'Put the file itself there' }),
      )
    } else if ((await files.kind(place)) === 'folder') {
      errors.push(new UserError(`${path} is a folder, where a file belongs`))
    }
  }
  throwAll(errors)
}

function isSame(left: Uint8Array | undefined, right: Uint8Array | undefined): boolean {
  if (left === undefined || right === undefined) return left === right
  return Buffer.compare(left, right) === 0
}
