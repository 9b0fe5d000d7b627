import { expect, test } from '@jest/globals'
import { newGit, type RealGit } from '../../tests/fakes/real-git.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { findBase } from './base.js'

const root = temporaryFolder()
const ME = ['-c', 'user.name=somebody', '-c', 'user.email=somebody@example.com']

interface PullRequest {
  readonly origin: RealGit
  readonly fork: string
  readonly base: string
  readonly head: string
  readonly merge: string
}

/** A branch that left master, a master that went on, and the merge that GitHub makes of both. */
function pullRequest(): PullRequest {
  const origin = newGit(root)
  const fork = origin.commit({ 'a.yaml': 'a: 1\n' })
  origin.run('checkout', '--quiet', '-b', 'change')
  const head = origin.commit({ 'b.yaml': 'b: 1\n' })
  origin.run('checkout', '--quiet', 'master')
  const base = origin.commit({ 'c.yaml': 'c: 1\n' })
  origin.run('checkout', '--quiet', '--detach')
  origin.run(...ME, 'merge', '--quiet', '--no-ff', '--no-edit', 'change')
  const merge = origin.run('rev-parse', 'HEAD')
  origin.run('branch', 'merged')
  origin.run('config', 'uploadpack.allowAnySHA1InWant', 'true')
  return { origin, fork, base, head, merge }
}

const payload = (sha: string) => ({ pull_request: { base: { sha } } })

test('takes the first parent of the merge that GitHub checks out', async () => {
  const { origin, fork, base, merge } = pullRequest()
  // The event may name an older base than the merge was made with.
  expect(await findBase(origin.git, undefined, { payload: payload(fork), sha: merge })).toEqual({ commit: base })
})

test('fetches the base that a shallow checkout lacks', async () => {
  const { origin, base, merge } = pullRequest()
  const shallow = origin.clone('--depth=1', '--branch=merged')
  expect(await findBase(shallow.git, undefined, { payload: payload(base), sha: merge })).toEqual({ commit: base })
})

test('takes the place where the branch left when the branch itself is checked out, even if it ends in a merge', async () => {
  const { origin, fork, base } = pullRequest()
  origin.run('checkout', '--quiet', 'change')
  expect(await findBase(origin.git, undefined, { payload: payload(base), sha: 'f'.repeat(40) })).toEqual({
    commit: fork,
  })
  origin.run(...ME, 'merge', '--quiet', '--no-ff', '--no-edit', 'master')
  expect(await findBase(origin.git, undefined, { payload: payload(base), sha: 'f'.repeat(40) })).toEqual({
    commit: base,
  })
})

test('takes what the user names, as a branch of the remote too', async () => {
  const { origin, fork } = pullRequest()
  const clone = origin.clone('--branch=change')
  expect(await findBase(clone.git, 'master', { payload: {}, sha: undefined })).toEqual({ commit: fork })
})

test('says what is missing and how to bring it when the base is nowhere', async () => {
  const lonely = newGit(root)
  lonely.commit({ 'a.yaml': 'a: 1\n' })
  const found = await findBase(lonely.git, undefined, { payload: payload('1'.repeat(40)), sha: undefined })
  expect(found).toMatchObject({
    missing: expect.stringContaining('1111111'),
    next: expect.stringContaining('fetch-depth'),
  })
})

test('has nothing to compare with outside of a pull request', async () => {
  const { origin } = pullRequest()
  expect(await findBase(origin.git, undefined, { payload: {}, sha: undefined })).toBeUndefined()
})
