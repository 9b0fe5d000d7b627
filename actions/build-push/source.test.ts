import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { ACTION_INPUTS } from '../../src/action-inputs.js'
import { parseInputs } from '../../src/inputs.js'
import { processExec } from '../../src/runner/exec.js'
import { diskFiles } from '../../src/runner/files.js'
import type { Environment, Runner } from '../../src/runner/ports.js'
import { fakeClock } from '../../tests/fakes/fake-clock.js'
import { newGit, type RealGit } from '../../tests/fakes/real-git.js'
import { type SilentRunner, silentRunner } from '../../tests/fakes/silent-runner.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { spec } from './inputs.js'
import { readSource, skipAutomationCommit } from './source.js'

const root = temporaryFolder()
/** A folder that is in no repository. */
const plain = temporaryFolder()

const TREE = `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageUpdateAutomation
metadata: {name: website, namespace: flux-system}
spec: {git: {commit: {author: {name: robot, email: robot@example.org}}}}
`
const deployment = (tag: string) => `image: r/app:${tag} # {"$imagepolicy": "flux-system:app"}\n`

function website(): RealGit {
  const repository = newGit(root)
  repository.commit({ 'flux/image.yaml': TREE, 'flux/app.yaml': deployment('main-0000000-1700000000'), 'app.js': '1' })
  return repository
}

function inputs(given: Readonly<Record<string, string>> = {}) {
  const defaults = new Map<string, string>(ACTION_INPUTS['build-push'].map(input => [input.name, input.default]))
  return parseInputs(spec, name => ({ registry: 'r', ...given })[name] ?? defaults.get(name) ?? '')
}

interface World extends SilentRunner {
  readonly outputs: Map<string, string>
  readonly summaries: string[]
}

function world(folder: string, kind: Runner['kind'], more: Environment = {}): World {
  const env = { PATH: process.env.PATH, HOME: root, GIT_CEILING_DIRECTORIES: `${root}:${plain}`, ...more }
  const outputs = new Map<string, string>()
  const summaries: string[] = []
  const runner = silentRunner({
    kind,
    env,
    workspace: folder,
    exec: processExec(env),
    files: diskFiles(root),
    clock: fakeClock(),
    output: (name, value) => void outputs.set(name, value),
    summary: async markdown => void summaries.push(markdown),
  })
  return { ...runner, outputs, summaries }
}

/** A run on GitHub for the commit that is checked out. */
function pushed(repository: RealGit, ref = 'refs/heads/master', more: Environment = {}): World {
  const payload = join(repository.folder, '..', 'event.json')
  writeFileSync(payload, JSON.stringify({ repository: { default_branch: 'master' } }))
  return world(repository.folder, 'github', {
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: ref,
    GITHUB_SHA: repository.run('rev-parse', 'HEAD'),
    GITHUB_EVENT_PATH: payload,
    ...more,
  })
}

describe('what is built', () => {
  it('is the commit that is checked out, on the branch that the event names', async () => {
    const repository = website()
    const source = await readSource(inputs(), pushed(repository))
    expect(source).toMatchObject({
      commit: { sha: repository.run('rev-parse', 'HEAD') },
      event: { kind: 'push', mainLine: true },
      branch: 'master',
      prefix: 'main',
      automation: { fluxPath: 'flux', authors: [{ name: 'robot', email: 'robot@example.org' }] },
    })
  })

  it('has the prefix of its own branch elsewhere', async () => {
    const repository = website()
    expect((await readSource(inputs(), pushed(repository, 'refs/heads/develop'))).prefix).toBe('develop')
    expect((await readSource(inputs(), pushed(repository, 'refs/heads/feature/x'))).prefix).toMatch(/^feature-x\./)
  })

  it('may be another commit than the event’s, which is said', async () => {
    const repository = website()
    const runner = pushed(repository, 'refs/heads/master', { GITHUB_SHA: 'f'.repeat(40) })
    const { commit } = await readSource(inputs(), runner)
    expect(runner.logged).toEqual([
      `notice: The event names commit ${'f'.repeat(40)}, and ${commit.sha} is checked out: the tag names the latter`,
    ])
  })

  it('is what a person has checked out in a terminal, where main and master are the main line', async () => {
    const repository = website()
    expect(await readSource(inputs(), world(repository.folder, 'terminal'))).toMatchObject({
      event: { kind: 'manual', mainLine: true },
      prefix: 'main',
    })
    repository.run('switch', '--quiet', '--create', 'develop')
    expect((await readSource(inputs(), world(repository.folder, 'terminal'))).prefix).toBe('develop')
    repository.run('switch', '--quiet', '--detach')
    await expect(readSource(inputs(), world(repository.folder, 'terminal'))).rejects.toThrow(/no branch is checked out/)
  })

  it('goes by the branch that origin calls its own, where a clone knows it', async () => {
    const repository = website()
    repository.run('branch', '--move', 'trunk')
    const clone = repository.clone()
    expect((await readSource(inputs(), world(clone.folder, 'terminal'))).event.mainLine).toBe(true)
    clone.run('switch', '--quiet', '--create', 'main')
    expect((await readSource(inputs(), world(clone.folder, 'terminal'))).event.mainLine).toBe(false)
  })

  it('is the event’s commit where there is no repository, with a warning', async () => {
    const runner = world(plain, 'github', {
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: 'a'.repeat(40),
    })
    expect((await readSource(inputs(), runner)).commit.sha).toBe('a'.repeat(40))
    expect(runner.logged).toEqual([expect.stringMatching(/^warning: There is no git repository here/)])
  })

  it('is nothing where there is neither a repository nor an event', async () => {
    const runner = world(plain, 'terminal')
    await expect(readSource(inputs(), runner)).rejects.toThrow(/is no git repository with a commit/)
  })
})

describe('a push of the image automation', () => {
  const robot = { name: 'robot', email: 'robot@example.org' }

  it('is not built: the run ends well, and says why', async () => {
    const repository = website()
    const sha = repository.commit({ 'flux/app.yaml': deployment('main-1111111-1700000001') }, robot)
    const runner = pushed(repository)
    expect(await skipAutomationCommit(await readSource(inputs(), runner), runner)).toBe(true)
    expect(runner.logged).toEqual([`notice: Nothing to build: commit ${sha} was made by the image automation`])
    expect([...runner.outputs]).toEqual([['skipped', 'automation-commit']])
    expect(runner.summaries).toEqual([expect.stringContaining('Nothing to build')])
  })

  it('is built when a person asks for it', async () => {
    const repository = website()
    repository.commit({ 'flux/app.yaml': deployment('main-1111111-1700000001') }, robot)
    const runner = pushed(repository, 'refs/heads/master', { GITHUB_EVENT_NAME: 'workflow_dispatch' })
    expect(await skipAutomationCommit(await readSource(inputs(), runner), runner)).toBe(false)
    expect(runner.logged).toEqual([])
  })

  it('is not looked for without a Flux folder, or without markers in it', async () => {
    const repository = newGit(root)
    repository.commit({ 'flux/a.yaml': 'a: 1\n' }, { name: 'flux' })
    repository.commit({ 'flux/a.yaml': 'a: 2\n' }, { name: 'flux' })
    const runner = pushed(repository)
    expect(await skipAutomationCommit(await readSource(inputs(), runner), runner)).toBe(false)
    expect(await skipAutomationCommit(await readSource(inputs({ 'flux-path': '' }), runner), runner)).toBe(false)
  })

  it('is not guessed at when its parent cannot be had, and how to mend that is said', async () => {
    const repository = website()
    repository.commit({ 'flux/app.yaml': deployment('main-1111111-1700000001') }, robot)
    const clone = repository.clone('--depth=1')
    clone.run('remote', 'set-url', 'origin', join(root, 'nowhere'))
    const runner = pushed(clone)
    expect(await skipAutomationCommit(await readSource(inputs(), runner), runner)).toBe(false)
    expect(runner.logged).toEqual([expect.stringMatching(/^warning: .* is not known: .*fetch-depth: 2/)])
  })

  it('is told from a person’s push', async () => {
    const repository = website()
    repository.commit({ 'app.js': '2' })
    const runner = pushed(repository)
    expect(await skipAutomationCommit(await readSource(inputs(), runner), runner)).toBe(false)
  })
})
