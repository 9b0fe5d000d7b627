import { randomBytes } from 'node:crypto'
import {
  chmod,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { textMember } from '../json.js'
import type { Files } from './ports.js'

/** The disk. Temporary folders are made below `temporaryRoot`. */
export function diskFiles(temporaryRoot: string): Files {
  return {
    readBytes: path => unlessMissing(readFile(path), 'EISDIR'),
    readText: path => unlessMissing(readFile(path, 'utf8'), 'EISDIR'),
    async writeText(path, text, mode = 0o644) {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, text, { mode })
      // The mode above counts only for a new file, and less the umask.
      await chmod(path, mode)
    },
    replace,
    realPath,
    list: folder => filesBelow(folder, ''),
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

async function realPath(path: string): Promise<string> {
  const real = await unlessMissing(realpath(path))
  if (real !== undefined) return real
  const parent = dirname(path)
  return parent === path ? path : join(await realPath(parent), basename(path))
}

const LEFT_OUT: ReadonlySet<string> = new Set(['.git', 'node_modules'])

async function filesBelow(root: string, below: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, below), { withFileTypes: true })
  const found = await Promise.all(
    entries
      .sort((left, right) => (left.name < right.name ? -1 : 1))
      .map(entry => {
        const path = below === '' ? entry.name : `${below}/${entry.name}`
        if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : filesBelow(root, path)
        return entry.isFile() ? [path] : []
      }),
  )
  return found.flat()
}
