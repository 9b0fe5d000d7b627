import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { readAllWithin, walkFolder } from './folder.js'

const root = temporaryFolder()

function write(folder: string, files: Readonly<Record<string, string>>): string {
  const path = join(root, folder)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), text)
  }
  return path
}

test('walks what git would track, nested ignore files included', () => {
  const folder = write('walk', {
    '.gitignore': '*.log\n/build/\n!keep.log\n',
    'a.yaml': '',
    'x.log': '',
    'keep.log': '',
    'build/b.yaml': '',
    'sub/build/c.yaml': '',
    'sub/.gitignore': 'secret*\n!secret.example.yaml\n*.tmp\n',
    'sub/secret.yaml': '',
    'sub/secret.example.yaml': '',
    'sub/deep/x.tmp': '',
    '.hidden/d.yaml': '',
  })
  const walked = walkFolder(folder)
  execFileSync('git', ['init', '--quiet'], { cwd: folder })
  const tracked = execFileSync('git', ['ls-files', '--others', '--exclude-standard'], { cwd: folder, encoding: 'utf8' })
  expect(walked).toEqual(tracked.trim().split('\n').sort())
  expect(walked).toContain('sub/secret.example.yaml')
})

test('follows links within the folder, and none that leads out of it', () => {
  write('outside', { 'secret.yaml': 'password: x\n' })
  const folder = write('links', { 'a.yaml': 'a: 1\n', 'sub/b.yaml': 'b: 1\n' })
  symlinkSync('a.yaml', join(folder, 'inside.yaml'))
  symlinkSync('../outside/secret.yaml', join(folder, 'out.yaml'))
  symlinkSync('../outside', join(folder, 'folder'))
  symlinkSync('/etc/hostname', join(folder, 'absolute.yaml'))
  symlinkSync('loop.yaml', join(folder, 'loop.yaml'))
  expect(readAllWithin(folder, ['inside.yaml'], 100)[0]).toBe('a: 1\n')
  for (const path of [
    'out.yaml',
    'folder/secret.yaml',
    'absolute.yaml',
    'loop.yaml',
    '../outside/secret.yaml',
    'sub',
    'none.yaml',
  ]) {
    expect(readAllWithin(folder, [path], 100)[0]).toBeUndefined()
  }
})

test('reads no more of a large file than shows that it is one', () => {
  const folder = write('large', { 'a.yaml': 'x'.repeat(1000) })
  expect(readAllWithin(folder, ['a.yaml'], 100)[0]).toHaveLength(101)
})

test('names what may not be read, as it would go unchecked', () => {
  const folder = write('shut', { 'open.yaml': 'a: 1\n', 'shut.yaml': 'b: 2\n' })
  for (const path of [root, folder]) chmodSync(path, 0o755)
  chmodSync(join(folder, 'shut.yaml'), 0o000)
  asAnybody(() => {
    expect(() => readAllWithin(folder, ['open.yaml', 'shut.yaml'], 100)).toThrow('shut.yaml cannot be read (EACCES)')
    expect(readAllWithin(folder, ['open.yaml', 'none.yaml'], 100)).toEqual(['a: 1\n', undefined])
  })
})

/** Root may read everything. */
function asAnybody(act: () => void): void {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(65_534)
  try {
    act()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}
