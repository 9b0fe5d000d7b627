import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { processExec } from '../../src/runner/exec.js'
import { diskFiles } from '../../src/runner/files.js'
import { newGit } from '../../tests/fakes/real-git.js'
import { silentRunner } from '../../tests/fakes/silent-runner.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { cacheFolder } from './cache-folder.js'

const root = temporaryFolder()

function runnerIn(workspace: string) {
  return silentRunner({ workspace, exec: processExec(process.env), env: process.env, files: diskFiles(root) })
}

test('a folder that is not there yet is taken, and one that git does not track', async () => {
  const { folder } = newGit(root)
  const runner = runnerIn(folder)
  expect(await cacheFolder('.cache', runner)).toBe(join(folder, '.cache'))
  mkdirSync(join(folder, '.cache'))
  writeFileSync(join(folder, '.cache', 'facts'), '')
  expect(await cacheFolder('.cache', runner)).toBe(join(folder, '.cache'))
  expect(await cacheFolder(root, runner)).toBe(root)
  expect(runner.logged).toEqual([])
})

test('a folder that the change itself brings is not, by whatever way it is reached', async () => {
  const git = newGit(root)
  git.commit({ 'deep/.cache/facts': 'what they want to be true\n' })
  symlinkSync('deep', join(git.folder, 'link'))
  for (const cache of ['deep/.cache', 'link/.cache', join(git.folder, 'deep')]) {
    const runner = runnerIn(git.folder)
    expect(await cacheFolder(cache, runner)).toBeUndefined()
    expect(runner.logged).toEqual([expect.stringMatching(/^warning: The cache .* is not used: git tracks files in it/)])
  }
})
