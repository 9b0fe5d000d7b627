import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { diskFiles } from './files.js'

const root = temporaryFolder()
const files = diskFiles(join(root, 'made/on/demand'))
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

describe('reading a file', () => {
  it('gives its text', async () => {
    writeFileSync(join(root, 'a.txt'), 'tëxt\r\n')
    expect(await files.readText(join(root, 'a.txt'))).toBe('tëxt\r\n')
  })

  it.each(['missing', 'a.txt/below', 'missing/deep'])('gives nothing when there is none: %s', async path => {
    writeFileSync(join(root, 'a.txt'), '')
    expect(await files.readText(join(root, path))).toBeUndefined()
  })

  it('gives nothing when it is a folder, which a user may name by mistake', async () => {
    expect(await files.readText(root)).toBeUndefined()
  })
})

describe('writing a file', () => {
  it('makes the folders above it', async () => {
    await files.writeText(join(root, 'x/y/z.txt'), 'text')
    expect(readFileSync(join(root, 'x/y/z.txt'), 'utf8')).toBe('text')
    expect(modeOf(join(root, 'x/y/z.txt'))).toBe('644')
  })

  it('sets the mode, whatever the umask and a file from before say', async () => {
    const path = join(root, 'secret')
    writeFileSync(path, 'old', { mode: 0o666 })
    const umask = process.umask(0o077)
    try {
      await files.writeText(path, 'new', 0o600)
      await files.writeText(join(root, 'script'), '#!/bin/sh', 0o755)
    } finally {
      process.umask(umask)
    }
    expect([modeOf(path), modeOf(join(root, 'script'))]).toEqual(['600', '755'])
    expect(readFileSync(path, 'utf8')).toBe('new')
  })
})

describe('putting a file in the place of another one', () => {
  const path = join(root, 'replaced/deep/a.yaml')
  const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0, 0xff, 0x0a])

  it('makes it where there was none, and keeps its mode where there was one', async () => {
    await files.replace(path, Buffer.from('one'))
    chmodSync(path, 0o640)
    await files.replace(path, bytes)
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(await files.readBytes(path)).toEqual(bytes)
    expect(modeOf(path)).toBe('640')
    expect(readdirSync(join(root, 'replaced/deep'))).toEqual(['a.yaml'])
  })

  it('leaves nothing behind when it fails', async () => {
    mkdirSync(join(root, 'replaced/folder/full'), { recursive: true })
    await expect(files.replace(join(root, 'replaced/folder'), bytes)).rejects.toThrow()
    expect(readdirSync(join(root, 'replaced')).sort()).toEqual(['deep', 'folder'])
  })
})

describe('the real path', () => {
  it('has every link followed, as far as the path exists', async () => {
    const inside = realpathSync(root)
    mkdirSync(join(root, 'real'), { recursive: true })
    symlinkSync(join(root, 'real'), join(root, 'link'))
    expect(await files.realPath(join(root, 'link'))).toBe(join(inside, 'real'))
    expect(await files.realPath(join(root, 'link/not/there'))).toBe(join(inside, 'real/not/there'))
  })
})

describe('the files below a folder', () => {
  it('are listed in order, without what git and npm keep, and without following links', async () => {
    const tree = join(root, 'tree')
    for (const folder of ['b', '.git', 'a/node_modules']) mkdirSync(join(tree, folder), { recursive: true })
    for (const file of ['z.yaml', 'b/x.yaml', 'a/y.yaml', '.git/config', 'a/node_modules/m.js']) {
      writeFileSync(join(tree, file), '')
    }
    symlinkSync(tree, join(tree, 'loop'))
    expect(await files.list(tree)).toEqual(['a/y.yaml', 'b/x.yaml', 'z.yaml'])
  })
})

describe('what stands at a path', () => {
  it('is a file, a folder, or nothing, and links are followed', async () => {
    mkdirSync(join(root, 'folder'), { recursive: true })
    writeFileSync(join(root, 'file'), '')
    symlinkSync(join(root, 'folder'), join(root, 'to-folder'))
    symlinkSync(join(root, 'nowhere'), join(root, 'to-nothing'))
    const kinds = ['folder', 'file', 'to-folder', 'to-nothing', 'missing', 'file/below'].map(name =>
      files.kind(join(root, name)),
    )
    expect(await Promise.all(kinds)).toEqual(['folder', 'file', 'folder', undefined, undefined, undefined])
    expect(await files.kind('/dev/null')).toBeUndefined()
  })
})

describe('a temporary folder', () => {
  it('is new, empty, and for its owner only', async () => {
    const [one, two] = [await files.temporaryFolder('docker'), await files.temporaryFolder('docker')]
    expect(one).not.toBe(two)
    expect(one.startsWith(join(root, 'made/on/demand', 'docker-'))).toBe(true)
    expect(readdirSync(one)).toEqual([])
    expect(modeOf(one)).toBe('700')
  })
})

describe('removing', () => {
  it('takes a folder away with all it holds, but not what its links point to', async () => {
    mkdirSync(join(root, 'kept'), { recursive: true })
    writeFileSync(join(root, 'kept/file'), 'x')
    const folder = await files.temporaryFolder('gone')
    await files.writeText(join(folder, 'a/b'), 'x')
    await files.link(join(root, 'kept'), join(folder, 'link'))
    expect(readFileSync(join(folder, 'link/file'), 'utf8')).toBe('x')
    await files.remove(folder)
    expect(await files.kind(folder)).toBeUndefined()
    expect(readFileSync(join(root, 'kept/file'), 'utf8')).toBe('x')
  })

  it('is done when there is nothing', async () => {
    await files.remove(join(root, 'never/was'))
  })
})
