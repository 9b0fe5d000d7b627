import { isUtf8 } from 'node:buffer'
import { closeSync, constants, type Dirent, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { textMember } from '../json.js'
import type { Files, FolderEntry, ReadFile } from './ports.js'

/** The disk. Temporary folders are made below `temporaryRoot`. */
export function diskFiles(temporaryRoot: string): Files {
  return {
    readText: path => unlessMissing(readFile(path, 'utf8'), 'EISDIR'),
    async readWithin(root, paths, largest) {
      const realRoot = realpathSync.native(root)
      // Without promises it takes a third of the time, and nothing else waits meanwhile.
      return paths.map(path => ({ path, content: contentWithin(realRoot, path, largest) }))
    },
    async entries(folder) {
      const found = await unlessMissing(readdir(folder, { withFileTypes: true }))
      return (found ?? []).map(entry => ({ name: entry.name, kind: kindOf(entry) })).sort(byName)
    },
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
    async link(target, path) {
      await symlink(target, path)
    },
    async remove(path) {
      await rm(path, { recursive: true, force: true })
    },
  }
}

function contentWithin(realRoot: string, path: string, largest: number): ReadFile['content'] {
  let descriptor: number | undefined
  try {
    const real = realpathSync.native(join(realRoot, path))
    if (!isWithin(realRoot, real)) return { unread: 'outside' }
    // A pipe must not be waited for.
    descriptor = openSync(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    const state = fstatSync(descriptor)
    if (!state.isFile()) return { unread: 'missing' }
    if (state.size > largest) return { unread: 'too-large' }
    const bytes = readFileSync(descriptor)
    return isUtf8(bytes) ? { text: bytes.toString('utf8') } : { unread: 'not-text' }
  } catch (error) {
    if (isMissing(error, ['ELOOP', 'ENXIO'])) return { unread: 'missing' }
    throw error
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

function isWithin(root: string, path: string): boolean {
  const way = relative(root, path)
  return way !== '..' && !way.startsWith(`..${sep}`)
}

function kindOf(entry: Dirent): FolderEntry['kind'] {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  return entry.isSymbolicLink() ? 'link' : 'other'
}

function byName(left: FolderEntry, right: FolderEntry): number {
  return left.name < right.name ? -1 : 1
}

async function unlessMissing<Value>(reading: Promise<Value>, ...others: readonly string[]): Promise<Value | undefined> {
  try {
    return await reading
  } catch (error) {
    if (isMissing(error, others)) return undefined
    throw error
  }
}

function isMissing(error: unknown, others: readonly string[]): boolean {
  return ['ENOENT', 'ENOTDIR', ...others].includes(textMember(error, 'code') ?? '')
}
