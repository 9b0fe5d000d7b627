import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { processExec } from '../../src/runner/exec.js'
import { diskFiles } from '../../src/runner/files.js'
import { nodeHttp } from '../../src/runner/http.js'
import { loopback } from '../../tests/fakes/loopback.js'
import { newGit, type RealGit } from '../../tests/fakes/real-git.js'
import { silentRunner } from '../../tests/fakes/silent-runner.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { deliverCommit, deliverPullRequest } from './deliver.js'

const root = temporaryFolder()
const env = { PATH: process.env.PATH, HOME: root, GIT_CONFIG_NOSYSTEM: '1' }
const server = await loopback()

/** A repository and a clone of it, as a checkout step makes it, with a file that was sealed. */
function checkout(...options: readonly string[]): { origin: RealGit; work: RealGit } {
  const origin = newGit(root)
  origin.commit({ 'flux/a.yaml': 'old\n', other: 'old\n' })
  origin.commit({ more: 'x' })
  origin.run('config', 'receive.denyCurrentBranch', 'ignore')
  const work = origin.clone(...options)
  writeFileSync(join(work.folder, 'flux/a.yaml'), 'sealed\n')
  writeFileSync(join(work.folder, 'flux/b.yaml'), 'new\n')
  return { origin, work }
}

const delivery = { files: ['flux/a.yaml', 'flux/b.yaml'], message: 'Seal web/app\n\n- web/app k: renewed (x)\n', env }

function runnerIn({ folder }: RealGit, more: Record<string, string> = {}) {
  return silentRunner({
    kind: 'github',
    workspace: folder,
    env: { ...env, GITHUB_API_URL: `${server.url}/api/v3`, GITHUB_REPOSITORY: 'example/website', ...more },
    exec: processExec(env),
    files: diskFiles(join(root, 'temporary')),
    http: nodeHttp(),
  })
}

describe('a commit', () => {
  it.each([
    ['a full checkout', []],
    ['a shallow one', ['--depth=1']],
  ])('goes onto the branch of %s, with the sealed files alone', async (_, options) => {
    const { origin, work } = checkout(...options)
    writeFileSync(join(work.folder, 'other'), 'changed by an earlier step\n')
    writeFileSync(join(work.folder, 'staged'), 'staged by an earlier step\n')
    work.run('add', 'staged')
    await deliverCommit(delivery, runnerIn(work))
    expect(origin.run('log', '-1', '--format=%an|%s|%b', 'master').trim()).toBe(
      'github-actions[bot]|Seal web/app|- web/app k: renewed (x)',
    )
    expect(origin.run('diff', '--name-status', 'master~1', 'master')).toBe('M\tflux/a.yaml\nA\tflux/b.yaml')
    expect(origin.run('show', 'master:flux/a.yaml')).toBe('sealed')
    // The work tree is as it was, on top of the new commit.
    expect(work.run('rev-parse', 'HEAD')).toBe(origin.run('rev-parse', 'master'))
    expect(work.run('status', '--porcelain')).toBe(' M other\nA  staged')
  })

  it('is not made from what is no branch, or not its head at origin: a proposal of a stranger’s would go with it', async () => {
    const { origin, work } = checkout()
    const before = origin.run('rev-parse', 'master')
    work.run('checkout', '--quiet', '--detach', 'HEAD')
    await expect(deliverCommit(delivery, runnerIn(work, { GITHUB_REF: 'refs/pull/1/merge' }))).rejects.toThrow(
      'refs/pull/1/merge is checked out, and no branch',
    )
    work.run('-c', 'user.name=x', '-c', 'user.email=x@x', 'commit', '--quiet', '--allow-empty', '-m', 'a proposal')
    await expect(deliverCommit(delivery, runnerIn(work, { GITHUB_REF: 'refs/heads/master' }))).rejects.toThrow(
      'the commit would carry more than the sealed files',
    )
    expect(origin.run('rev-parse', 'master')).toBe(before)
  })

  it('is not made on a branch that has moved', async () => {
    const { origin, work } = checkout()
    origin.commit({ more: 'y' })
    await expect(deliverCommit(delivery, runnerIn(work))).rejects.toThrow('master at origin is at')
  })
})

describe('a pull request', () => {
  const options = { branch: 'fluxgate/seal', token: 'canary-token' }

  it('is opened from a branch of its own', async () => {
    const { origin, work } = checkout()
    server.serve(({ method }) =>
      method === 'GET' ? { body: '[]' } : { status: 201, body: '{"html_url":"https://x/pull/7"}' },
    )
    server.asked.length = 0
    expect(await deliverPullRequest(delivery, options, runnerIn(work))).toBe('Opened the pull request https://x/pull/7')
    expect(server.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/v3/repos/example/website/pulls?state=open&base=master&head=example%3Afluxgate%2Fseal',
      'POST /api/v3/repos/example/website/pulls',
    ])
    expect(JSON.parse(server.asked[1]?.body ?? '')).toEqual({
      title: 'Seal web/app',
      body: '- web/app k: renewed (x)',
      head: 'fluxgate/seal',
      base: 'master',
    })
    expect(server.asked[1]?.headers.authorization).toBe('Bearer canary-token')
    expect(origin.run('diff', '--name-only', 'master', 'fluxgate/seal')).toBe('flux/a.yaml\nflux/b.yaml')
    expect(work.run('symbolic-ref', 'HEAD')).toBe('refs/heads/master')
  })

  it('that is open is brought up to date', async () => {
    const { origin, work } = checkout()
    server.serve(({ method }) => ({ body: method === 'GET' ? '[{"number":7}]' : '{"html_url":"https://x/pull/7"}' }))
    await deliverPullRequest(delivery, options, runnerIn(work))
    writeFileSync(join(work.folder, 'flux/a.yaml'), 'sealed again\n')
    server.asked.length = 0
    expect(await deliverPullRequest(delivery, options, runnerIn(work))).toContain('up to date')
    expect(server.asked.at(-1)).toMatchObject({ method: 'PATCH', path: '/api/v3/repos/example/website/pulls/7' })
    expect(origin.run('show', 'fluxgate/seal:flux/a.yaml')).toBe('sealed again')
    expect(origin.run('rev-list', '--count', 'master..fluxgate/seal')).toBe('1')
  })

  it('that GitHub refuses is told with its reason, without the token', async () => {
    const { work } = checkout()
    server.serve(() => ({ status: 403, body: '{"message":"Resource not accessible by integration"}' }))
    const failure = await deliverPullRequest(delivery, options, runnerIn(work)).catch((error: unknown) => error)
    expect(String(failure)).toContain('403, Resource not accessible by integration')
    expect(JSON.stringify(failure)).not.toContain('canary-token')
  })

  it('does not come from the branch that it goes to', async () => {
    const { work } = checkout()
    await expect(deliverPullRequest(delivery, { ...options, branch: 'master' }, runnerIn(work))).rejects.toThrow(
      'needs another one',
    )
  })
})
