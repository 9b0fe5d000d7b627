import { realpathSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { textMember } from '../json.js'
import { readWithin, walkFolder } from './folder.js'
import type { Files } from './ports.js'

/** The disk. Temporary folders are made below `temporaryRoot`. */
export function diskFiles(temporaryRoot: string): Files {
  return {
    readText: path => unlessMissing(readFile(path, 'utf8'), 'EISDIR'),
    async writeText(path, text, mode = 0o644) {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, text, { mode })
      // The mode above counts only for a new file, and less the umask.
      await chmod(path, mode)
    },
    async kind(path) {
      const found = await unlessMissing(stat(path))
      if (found?.isFile()) return 'file'
      return found?.isDirectory() ? 'folder' : undefined
    },
    async temporaryFolder(name) {
      await mkdir(temporaryRoot, { recursive: true })
      return mkdtemp(join(temporaryRoot, `${name}-`))
    },
    walk: async folder => walkFolder(folder),
    readAll: async (folder, paths, most) => {
      const root = realpathSync(folder)
      return paths.map(path => readWithin(root, path, most))
    },
    async link(target, path) {
      await symlink(target, path)
    },
    async remove(path) {
      await rm(path, { recursive: true, force: true })
    },
  }
}

async function unlessMissing<Value>(reading: Promise<Value>, ...others: readonly string[]): Promise<Value | undefined> {
  try {
    return await reading
  } catch (error) {
    const code = textMember(error, 'code') ?? ''
    if (['ENOENT', 'ENOTDIR', ...others].includes(code)) return undefined
    throw error
  }
}
