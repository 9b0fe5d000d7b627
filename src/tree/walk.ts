import { posix } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import type { Files } from '../runner/ports.js'

/** Folders below folders to this depth are entered; the rest is no tree of manifests. */
const DEEPEST = 64

interface IgnoreFile {
  /** Of the file, from the root. */
  readonly folder: string
  readonly rules: Ignore
}

/**
 * Every file below a folder by its path from it, sorted within each folder; what a `.gitignore` names is left out, as git
 * would. Links are listed as files and never entered.
 */
export async function walk(files: Files, root: string): Promise<readonly string[]> {
  const found: string[] = []
  const enter = async (folder: string, above: readonly IgnoreFile[], depth: number): Promise<void> => {
    const entries = await files.entries(posix.join(root, folder))
    const ignores = [...above]
    if (entries.some(({ name, kind }) => name === '.gitignore' && kind === 'file')) {
      const text = (await files.readText(posix.join(root, folder, '.gitignore'))) ?? ''
      ignores.push({ folder, rules: ignore().add(text) })
    }
    for (const { name, kind } of entries) {
      const path = posix.join(folder, name)
      if (name === '.git' || kind === 'other' || isIgnored(path, kind === 'folder', ignores)) continue
      if (kind !== 'folder') found.push(path)
      else if (depth < DEEPEST) await enter(path, ignores, depth + 1)
    }
  }
  await enter('.', [], 0)
  return found
}

/** The file nearest to the path decides, if it says anything about it. */
function isIgnored(path: string, isFolder: boolean, ignores: readonly IgnoreFile[]): boolean {
  for (const { folder, rules } of ignores.toReversed()) {
    const said = rules.test(posix.relative(folder, path) + (isFolder ? '/' : ''))
    if (said.ignored || said.unignored) return said.ignored
  }
  return false
}
