import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { diskFiles } from '../runner/files.js'
import { refuseLinks, writeTogether } from './write-together.js'

const home = realpathSync(temporaryFolder())
const files = diskFiles(home)
const on = new AbortController().signal

function folder(): string {
  return mkdtempSync(join(home, 'root-'))
}

function file(path: string, before: string | undefined, content: string) {
  return { path, before: before === undefined ? undefined : Buffer.from(before), content: Buffer.from(content) }
}

describe('writing together', () => {
  test('writes all files, and makes their folders', async () => {
    const root = folder()
    writeFileSync(join(root, 'a'), 'old')
    await writeTogether(files, root, [file('a', 'old', 'new'), file('b/c/d', undefined, 'more')], on)
    expect(readFileSync(join(root, 'a'), 'utf8')).toBe('new')
    expect(readFileSync(join(root, 'b/c/d'), 'utf8')).toBe('more')
  })

  test('leaves everything as it was when one cannot be written', async () => {
    const root = folder()
    writeFileSync(join(root, 'a'), 'old')
    writeFileSync(join(root, 'file'), 'no folder')
    const written = [file('a', 'old', 'new'), file('b', undefined, 'new'), file('file/c', undefined, 'new')]
    await expect(writeTogether(files, root, written, on)).rejects.toThrow(
      /^file\/c cannot be written .*: nothing was changed$/,
    )
    expect(readFileSync(join(root, 'a'), 'utf8')).toBe('old')
    expect(readdirSync(root).sort()).toEqual(['a', 'file'])
  })

  test('leaves everything as it was when it is stopped, be it before or after the first file', async () => {
    for (const after of [0, 1]) {
      const root = folder()
      writeFileSync(join(root, 'a'), 'old')
      const stop = new AbortController()
      let count = 0
      const stopping = {
        ...files,
        async replace(path: string, bytes: Uint8Array) {
          await files.replace(path, bytes)
          count += 1
          if (count === after) stop.abort(new Error('Ctrl+C'))
        },
      }
      if (after === 0) stop.abort(new Error('Ctrl+C'))
      const written = [file('a', 'old', 'new'), file('b', undefined, 'new')]
      await expect(writeTogether(stopping, root, written, stop.signal)).rejects.toThrow(/^Ctrl\+C$/)
      expect(readFileSync(join(root, 'a'), 'utf8')).toBe('old')
      expect(readdirSync(root)).toEqual(['a'])
    }
  })

  test('says which files could not be brought back', async () => {
    const root = folder()
    const broken = {
      ...files,
      replace: (path: string, bytes: Uint8Array) =>
        path.endsWith('b') ? Promise.reject(new Error('disk full')) : files.replace(path, bytes),
      remove: () => Promise.reject(new Error('read-only')),
    }
    const written = [file('a', undefined, 'new'), file('b', undefined, 'new')]
    await expect(writeTogether(broken, root, written, on)).rejects.toThrow('disk full): and could not be undone: a')
  })

  test('writes nothing over what has changed since it was read', async () => {
    const root = folder()
    writeFileSync(join(root, 'b'), 'newer')
    for (const late of [file('b', 'old', 'new'), file('b', undefined, 'new')]) {
      await expect(writeTogether(files, root, [file('a', undefined, 'x'), late], on)).rejects.toThrow(/b has changed/)
    }
    expect(readdirSync(root).sort()).toEqual(['b'])
  })
})

describe('a path', () => {
  test('is refused where a link leads elsewhere, in whatever part of it', async () => {
    const root = folder()
    const outside = folder()
    mkdirSync(join(root, 'inside'))
    symlinkSync(outside, join(root, 'flux'))
    symlinkSync(join(root, 'inside'), join(root, 'within'))
    symlinkSync(join(outside, 'nowhere'), join(root, 'dangling'))
    for (const path of ['flux/a.yaml', 'within/a.yaml', 'dangling']) {
      await expect(refuseLinks(files, root, [path])).rejects.toThrow(`${path} is reached through a link`)
    }
    await expect(refuseLinks(files, root, ['flux/a', 'dangling', 'inside'])).rejects.toMatchObject({
      errors: [
        expect.anything(),
        expect.anything(),
        expect.objectContaining({ message: expect.stringMatching(/is a folder/) }),
      ],
    })
    await refuseLinks(files, root, ['inside/a.yaml', 'new/b/c'])
  })
})
