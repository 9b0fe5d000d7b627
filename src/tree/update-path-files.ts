import { join } from 'node:path'
import pLimit from 'p-limit'
import { UserError } from '../errors.js'
import { hasScreenedName, type TreeFile } from '../flux/setters.js'
import { textMember } from '../json.js'
import type { Files } from '../runner/ports.js'

/** How many files are open at once. */
const OPEN = 32

/**
 * The files below an automation's `update.path` as the image-automation-controller comes by them: hidden ones too, no ignore file applies, links to
 * files are read through, links to folders not entered. What it passes by for its name comes without its content.
 *
 * @throws UserError for what cannot be read, where the controller's whole run fails
 */
export async function updatePathFiles(files: Files, folder: string): Promise<readonly TreeFile[]> {
  return readFiles(files, folder, await readable(folder, files.allFiles(folder)), hasScreenedName)
}

/** Files of a folder by their paths from there; the content of those that are wanted. What is no file is left out. */
export async function readFiles(
  files: Files,
  folder: string,
  paths: readonly string[],
  isWanted: (path: string) => boolean,
): Promise<readonly TreeFile[]> {
  const limit = pLimit(OPEN)
  const found = await Promise.all(
    paths.map(path =>
      isWanted(path)
        ? limit(async () => ({ path, content: await readable(path, files.readBytes(join(folder, path))) }))
        : { path, content: new Uint8Array() },
    ),
  )
  return found.flatMap(({ path, content }) => (content === undefined ? [] : [{ path, content }]))
}

async function readable<Value>(path: string, reading: Promise<Value>): Promise<Value> {
  try {
    return await reading
  } catch (error) {
    const code = textMember(error, 'code')
    if (code === undefined) throw error
    throw new UserError(`${path} cannot be read (${code})`, { cause: error })
  }
}
