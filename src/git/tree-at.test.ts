import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { newGit } from '../../tests/fakes/real-git.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { textsAt, treeAt } from './tree-at.js'

const root = temporaryFolder()

test('says what of a commit the work tree has otherwise, moved or no longer', async () => {
  const repository = newGit(root)
  const long = Array.from({ length: 20 }, (_, index) => `line ${index}\n`).join('')
  const base = repository.commit({
    'a.yaml': 'a: 1\n',
    'b.yaml': 'b: 1\n',
    'sub/c d.yaml': long,
    'gone.yaml': 'x: 1\n',
  })
  repository.commit({ 'b.yaml': 'b: 2\n', 'sub/c d.yaml': undefined, 'über/e.yaml': `${long}more\n` })
  rmSync(join(repository.folder, 'gone.yaml'))
  const tree = await treeAt(repository.git, base)
  expect([...tree.paths].sort()).toEqual(['a.yaml', 'b.yaml', 'gone.yaml', 'sub/c d.yaml'])
  expect([...tree.changed].sort()).toEqual(['b.yaml', 'gone.yaml', 'sub/c d.yaml'])
  expect([...tree.renames]).toEqual([['sub/c d.yaml', 'über/e.yaml']])
})

test('reads texts as a commit has them, whatever the work tree says', async () => {
  const repository = newGit(root)
  const base = repository.commit({ 'a.yaml': 'a: "ü"\n', 'b.yaml': 'b: 1\n' })
  writeFileSync(join(repository.folder, 'a.yaml'), 'a: other\n')
  const texts = await textsAt(repository.git, base, ['a.yaml', 'missing.yaml', 'b.yaml'])
  expect([...texts]).toEqual([
    ['a.yaml', 'a: "ü"\n'],
    ['b.yaml', 'b: 1\n'],
  ])
})

test('reads what comes behind a file that is no UTF-8', async () => {
  const repository = newGit(root)
  const base = repository.commit({
    'a.yaml': Buffer.from([0x61, 0xff, 0xfe, 0x0a]),
    'b.yaml': 'b: 1\n',
    'c.yaml': 'c: 1\n',
  })
  const texts = await textsAt(repository.git, base, ['a.yaml', 'b.yaml', 'c.yaml'])
  expect(texts.get('b.yaml')).toBe('b: 1\n')
  expect(texts.get('c.yaml')).toBe('c: 1\n')
})
