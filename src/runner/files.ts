import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import pLimit from 'p-limit'
import { UserError } from '../errors.js'
import { textMember } from '../json.js'
import { escapes, readAllWithin, walkFolder } from './folder.js'
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
    readBytes: path => unlessMissing(readFile(path), 'EISDIR'),
    async writeBytes(path, content) {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, content)
    },
    // One after the other without waiting: for files of this size a turn of the loop takes longer than the write.
    async writeAll(folder, contents) {
      const made = new Set<string>()
      for (const [path, content] of contents) {
        const target = join(folder, path)
        const parent = dirname(target)
        if (!made.has(parent)) mkdirSync(parent, { recursive: true })
        made.add(parent)
        writeFileSync(target, content)
      }
    },
    async allFiles(folder) {
      const found: string[] = []
      await walkInto(folder, '', found)
      return found
    },
    async copy(from, to, paths) {
      const limit = pLimit(16)
      const root = await realpath(from)
      await Promise.all(paths.map(path => limit(() => copyOne(root, to, path))))
    },
    realPath: path => followLinks(resolve(path), 0),
    replace,
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
    readAll: async (folder, paths, most) => readAllWithin(folder, paths, most),
    async link(target, path) {
      await symlink(target, path)
    },
    async remove(path) {
      await rm(path, { recursive: true, force: true })
    },
  }
}

/** Collects the files below `folder/below`. Pipes, sockets and links that lead to no file are passed by. */
async function walkInto(folder: string, below: string, found: string[]): Promise<void> {
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) await walkInto(folder, path, found)
    else if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(join(folder, path))))) found.push(path)
  }
}

async function leadsToFile(link: string): Promise<boolean> {
  return (await unlessMissing(stat(link), 'ELOOP'))?.isFile() === true
}

async function copyOne(root: string, copy: string, path: string): Promise<void> {
  const from = join(root, path)
  const to = join(copy, path)
  const found = await unlessMissing(lstat(from))
  if (found?.isFile()) {
    await mkdir(dirname(to), { recursive: true })
    await copyFile(from, to)
  } else if (found?.isSymbolicLink()) {
    const target = await followLinks(from, 0).catch(() => undefined)
    if (target === undefined || escapes(root, target)) return
    await mkdir(dirname(to), { recursive: true })
    await symlink(join(copy, relative(root, target)), to)
  }
}

/** As many links in a row as Linux follows. */
const MOST_LINKS = 40

async function followLinks(path: string, passed: number): Promise<string> {
  if (passed > MOST_LINKS) throw new UserError(`${path} is a link that leads back to itself`)
  const found = await unlessMissing(realpath(path), 'ELOOP')
  if (found !== undefined || dirname(path) === path) return found ?? path
  const folder = await followLinks(dirname(path), passed)
  const target = await unlessMissing(readlink(join(folder, basename(path))), 'EINVAL')
  return target === undefined ? join(folder, basename(path)) : followLinks(resolve(folder, target), passed + 1)
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

async function replace(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const before = await unlessMissing(stat(path))
  // Beside it: a file can be put in the place of another one in one step on the same disk only.
  const draft = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const file = await open(draft, 'wx', before === undefined ? 0o644 : before.mode & 0o777)
    try {
      await file.writeFile(bytes)
      // The mode above counts less the umask, and a new file is to have the user's own.
      if (before !== undefined) await file.chmod(before.mode & 0o777)
      // Without it a crash of the machine could leave the name with nothing behind it.
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
