import { join } from 'node:path'
import { UserError } from '../errors.js'
import type { Files } from '../runner/ports.js'

/**
 * The texts of files that are there, by path.
 *
 * @throws UserError for what is no UTF-8: written back it would be another file
 */
export async function repositoryTexts(
  files: Files,
  root: string,
  paths: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const path of new Set(paths)) {
    const bytes = await files.readBytes(join(root, path))
    if (bytes === undefined) continue
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
    if (Buffer.compare(Buffer.from(text), bytes) !== 0) throw new UserError(`${path} is no UTF-8 text`)
    found.set(path, text)
  }
  return found
}
