import { join } from 'node:path'
import type { Runner } from '../runner/ports.js'
import type { FileFacts } from './file-facts.js'
import { keptFacts } from './kept-facts.js'

/** Facts that are kept in a folder. */
export interface FactsFile {
  of(path: string, text: string): FileFacts
  /** Writes what is new, in one step. */
  close(): Promise<void>
}

/** Opens the file of facts of a folder; of a folder that is not there the first. */
export async function openFacts(
  folder: string,
  { files, codeId }: Pick<Runner, 'files' | 'codeId'>,
): Promise<FactsFile> {
  const path = join(folder, 'facts')
  const facts = keptFacts(await files.readText(path), await codeId())
  return {
    of: facts.of,
    async close() {
      const packed = facts.packed()
      if (packed !== undefined) await files.replace(path, Buffer.from(packed))
    },
  }
}
