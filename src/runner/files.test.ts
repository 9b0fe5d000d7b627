import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
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

describe('writing many files', () => {
  it('makes the folders above them, for texts and bytes', async () => {
    const folder = join(root, 'many')
    await files.writeAll(folder, [
      ['a.txt', 'tëxt'],
      ['x/y/b.bin', Uint8Array.of(0, 255)],
      ['x/y/c.txt', ''],
    ])
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('tëxt')
    expect([...readFileSync(join(folder, 'x/y/b.bin'))]).toEqual([0, 255])
    expect(readFileSync(join(folder, 'x/y/c.txt'), 'utf8')).toBe('')
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

describe('bytes', () => {
  it('are read and written as they are, through links, and a file keeps its mode', async () => {
    const path = join(root, 'bytes/deep/file')
    await files.writeBytes(path, Uint8Array.of(0, 255, 13, 10))
    chmodSync(path, 0o600)
    symlinkSync(path, join(root, 'to-bytes'))
    await files.writeBytes(join(root, 'to-bytes'), Uint8Array.of(254, 0))
    expect([...((await files.readBytes(path)) ?? [])]).toEqual([254, 0])
    expect(modeOf(path)).toBe('600')
  })

  it.each(['missing', 'bytes', 'bytes/deep/file/below'])('are none where no file is: %s', async path => {
    await files.writeBytes(join(root, 'bytes/deep/file'), new Uint8Array())
    expect(await files.readBytes(join(root, path))).toBeUndefined()
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

describe('the files below a folder', () => {
  it('are all of them, links to files too; no other link, and nothing that would make a reader wait', async () => {
    const folder = await files.temporaryFolder('all')
    for (const path of ['a/b/c.yaml', '.hidden/.d', 'e f']) await files.writeText(join(folder, path), '')
    symlinkSync('a/b/c.yaml', join(folder, 'to-file'))
    symlinkSync('a', join(folder, 'to-folder'))
    symlinkSync('gone', join(folder, 'to-nothing'))
    symlinkSync('round', join(folder, 'round'))
    execFileSync('mkfifo', [join(folder, 'pipe')])
    symlinkSync('pipe', join(folder, 'to-pipe'))
    expect([...(await files.allFiles(folder))].sort()).toEqual(['.hidden/.d', 'a/b/c.yaml', 'e f', 'to-file'])
  })
})

describe('a copy', () => {
  it('has the named files and links as they are, without what is not there', async () => {
    const [from, to] = [await files.temporaryFolder('from'), await files.temporaryFolder('to')]
    await files.writeBytes(join(from, 'a/b'), Uint8Array.of(255))
    await files.writeText(join(from, 'c'), 'no')
    symlinkSync('a/b', join(from, 'link'))
    symlinkSync('a', join(from, 'to-folder'))
    symlinkSync(join(from, 'a/b'), join(from, 'absolute'))
    symlinkSync('/etc/hostname', join(from, 'out'))
    symlinkSync('../..', join(from, 'above'))
    symlinkSync('around', join(from, 'around'))
    await files.copy(from, to, ['a/b', 'link', 'to-folder', 'gone', 'a', 'absolute', 'out', 'above', 'around'])
    expect([...((await files.readBytes(join(to, 'link'))) ?? [])]).toEqual([255])
    await files.writeBytes(join(to, 'link'), Uint8Array.of(1))
    expect([...((await files.readBytes(join(from, 'a/b'))) ?? [])]).toEqual([255])
    expect([...((await files.readBytes(join(to, 'absolute'))) ?? [])]).toEqual([1])
    expect([...(await files.allFiles(to))].sort()).toEqual(['a/b', 'absolute', 'link'])
    expect(await files.kind(join(to, 'to-folder'))).toBe('folder')
  })
})

describe('where a path leads', () => {
  it('is told with all links followed, whether or not something is there', async () => {
    const folder = await files.realPath(await files.temporaryFolder('real'))
    mkdirSync(join(folder, 'a'))
    symlinkSync('a', join(folder, 'to-a'))
    symlinkSync('a/new', join(folder, 'to-new'))
    symlinkSync('/nowhere/x', join(folder, 'out'))
    const real = (path: string) => files.realPath(join(folder, path))
    expect(await real('to-a')).toBe(join(folder, 'a'))
    expect(await real('to-a/b/c')).toBe(join(folder, 'a/b/c'))
    expect(await real('to-new')).toBe(join(folder, 'a/new'))
    expect(await real('out')).toBe('/nowhere/x')
    expect(await real('out/../y')).toBe(join(folder, 'y'))
  })

  it('is a mistake to ask for a link that leads back to itself', async () => {
    symlinkSync('loop', join(root, 'loop'))
    await expect(files.realPath(join(root, 'loop'))).rejects.toThrow('leads back to itself')
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
