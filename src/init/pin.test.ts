import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { newGit } from '../../tests/fakes/real-git.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { processExec } from '../runner/exec.js'
import { diskFiles } from '../runner/files.js'
import { ownPin, parsePin, pinned } from './pin.js'

const root = temporaryFolder()
const COMMIT = '0123456789abcdef0123456789abcdef01234567'
const env = {
  PATH: process.env.PATH,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CEILING_DIRECTORIES: root,
}
const runner = { exec: processExec(env), env, files: diskFiles(root) }

test('a pin is a repository and a full commit, never what can be moved', () => {
  expect(parsePin(`me/fluxgate@${COMMIT}`)).toEqual({ repository: 'me/fluxgate', commit: COMMIT })
  for (const text of [
    'me/fluxgate',
    'me/fluxgate@v1',
    'me/fluxgate@main',
    `me/fluxgate@${COMMIT.slice(1)}`,
    `fluxgate@${COMMIT}`,
  ])
    expect(parsePin(text)).toMatch(/expected OWNER\/NAME@COMMIT/)
})

test('the OWNER of the documents is nobody that a workflow could trust', () => {
  expect(parsePin(`OWNER/fluxgate@${COMMIT}`)).toMatch(/^still has OWNER in it/)
})

test('a template gets the pin at every action of ours, and nowhere else', () => {
  const text = '- uses: OWNER/fluxgate/actions/seal@COMMIT\n- uses: actions/checkout@COMMIT\n'
  const repository = 'me/fork'
  expect(pinned(text, { repository, commit: COMMIT })).toBe(
    `- uses: me/fork/actions/seal@${COMMIT}\n- uses: actions/checkout@COMMIT\n`,
  )
})

test('the own commit is taken when origin has it, and only then', async () => {
  const git = newGit(root)
  const commit = git.commit({ 'dist/cli/index.js': '' })
  expect(await ownPin(runner, git.folder)).toBeUndefined()
  git.run('remote', 'add', 'origin', 'git@github.com:me/fluxgate.git')
  expect(await ownPin(runner, git.folder)).toBeUndefined()
  git.run('update-ref', 'refs/remotes/origin/main', commit)
  expect(await ownPin(runner, git.folder)).toEqual({ repository: 'me/fluxgate', commit })
  git.commit({ 'local.txt': '' })
  expect(await ownPin(runner, git.folder)).toBeUndefined()
})

test("of a folder within somebody else's repository, and of none, there is no own commit", async () => {
  const git = newGit(root)
  const commit = git.commit({ a: '' })
  git.run('remote', 'add', 'origin', 'https://github.com/them/website')
  git.run('update-ref', 'refs/remotes/origin/main', commit)
  const within = join(git.folder, 'node_modules/fluxgate')
  mkdirSync(within, { recursive: true })
  expect(await ownPin(runner, within)).toBeUndefined()
  const nowhere = join(root, 'plain')
  mkdirSync(nowhere)
  expect(await ownPin(runner, nowhere)).toBeUndefined()
  const without = { ...runner, exec: processExec({ PATH: nowhere }), env: { PATH: nowhere } }
  expect(await ownPin(without, git.folder)).toBeUndefined()
})
