import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { newGit } from '../../tests/fakes/real-git.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { processExec } from '../runner/exec.js'
import { diskFiles } from '../runner/files.js'
import { openGit } from './repository.js'
import { workTreePaths } from './work-tree.js'

const root = temporaryFolder()
const files = diskFiles(root)

test('a tree is what git tracks or would take in, without what it ignores', async () => {
  const repository = newGit(root)
  repository.commit({ 'a.yaml': '', 'sub/b c.yaml': '', '.gitignore': 'node_modules\n' })
  mkdirSync(join(repository.folder, 'node_modules'))
  writeFileSync(join(repository.folder, 'node_modules/x.yaml'), '')
  writeFileSync(join(repository.folder, 'new.yaml'), '')
  const paths = ['.gitignore', 'a.yaml', 'new.yaml', 'sub/b c.yaml']
  expect(await workTreePaths(repository.git, files, repository.folder)).toEqual(paths)
})

test('outside of a repository a tree is every file', async () => {
  const folder = await files.temporaryFolder('plain')
  await files.writeText(join(folder, 'a/.b.yaml'), '')
  const env = { PATH: process.env.PATH, GIT_CEILING_DIRECTORIES: root }
  expect(await workTreePaths(openGit(processExec(env), folder, env), files, folder)).toEqual(['a/.b.yaml'])
})
