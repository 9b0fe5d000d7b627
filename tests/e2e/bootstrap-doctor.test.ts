import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { COMPONENTS } from '../../src/cluster/bootstrap-command.js'
import { controllers, gitRepository, kustomizations, waitingFor } from '../fakes/cluster-objects.js'
import { gitHubRepository } from '../fakes/github-repository.js'
import { type Loopback, loopback } from '../fakes/loopback.js'
import { newGit, type RealGit } from '../fakes/real-git.js'
import { type Lab, openLab } from '../lab/lab.js'
import { run, start } from '../lab/program.js'
import { type ClusterState, type StandInCluster, standInCluster } from '../lab/stand-in-cluster.js'
import { describeWith } from '../lab/tools.js'
import { copyTree, readTree } from '../reference/tree.js'

const CLI = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'index.js')
const TOKEN = 'ghp_canary'

describeWith(['git'], 'the committed command line at a cluster', () => {
  let lab: Lab
  let git: RealGit
  let github: Loopback

  beforeAll(async () => {
    lab = await openLab()
    git = newGit(lab.folder)
    copyTree(git.folder)
    // Nothing is asked but this machine: a registry without tags is there.
    const registry = await loopback()
    for (const path of readTree(git.folder).keys()) {
      const file = join(git.folder, path)
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('192.168.0.40:5000', registry.address))
    }
    const head = git.commit()
    git.run('remote', 'add', 'origin', 'https://github.com/example/website.git')
    github = await gitHubRepository({ scopes: 'repo', token: TOKEN, head })
  })

  afterAll(() => lab.stop())

  function program(cluster: StandInCluster, ...args: readonly string[]) {
    const wholeEnv = { ...cluster.env, GITHUB_TOKEN: TOKEN, GITHUB_API_URL: github.url }
    return { command: process.execPath, args: [CLI, ...args], cwd: git.folder, wholeEnv }
  }

  const fresh: ClusterState = { kubernetes: 'v1.34.1', isAdmin: true, flux: { version: 'v2.9.5' } }
  const objects = [...controllers(COMPONENTS), gitRepository()]

  test('is bootstrapped, and the second time left as it is', async () => {
    const brings = [...objects, ...kustomizations()]
    const cluster = await standInCluster(lab.folder, { ...fresh, flux: { version: 'v2.9.5', brings } })
    const first = await run(lab, program(cluster, 'bootstrap'))
    expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining('All 9 Kustomizations are ready.') })
    expect(first.stderr).toContain('✔ all components are healthy')
    const second = await run(lab, program(cluster, 'bootstrap'))
    expect(second).toMatchObject({ code: 0, stderr: expect.stringContaining('Nothing to install') })
    expect(cluster.calls().filter(call => call.startsWith('flux bootstrap'))).toHaveLength(1)
    const everything = [first.stdout, first.stderr, second.stdout, second.stderr, ...cluster.calls()].join('\n')
    expect(everything).not.toContain(TOKEN)
    expect(git.run('status', '--porcelain')).toBe('')
  })

  test.each([
    [
      'flux works',
      { flux: { version: 'v2.9.5', sleeps: 'installed components' } },
      /✔ installed components/,
      /flux bootstrap was stopped in the middle\. It had got as far as "installed components"/,
    ],
    [
      'it waits',
      {
        served: ['kustomizations', 'gitrepositories'],
        objects: [...objects, ...kustomizations({ ingress: waitingFor('frontend') })],
      },
      /ingress +waiting/,
      /No longer waiting\. Flux itself goes on/,
    ],
  ])('ends what it has started when Ctrl+C comes while %s', async (_, state, moment, said) => {
    const cluster = await standInCluster(lab.folder, { ...fresh, ...state })
    const running = start(lab, program(cluster, 'bootstrap'))
    await running.waitFor(moment)
    running.signal('SIGINT')
    // The lab's guard finds a program that is left behind.
    const { code, stderr } = await running.ended
    expect(code).toBe(130)
    expect(stderr).toMatch(said)
    expect(stderr).toContain('Stopped: cancelled by SIGINT')
  })

  test('is looked at by doctor, which exits with 1 where a link is broken', async () => {
    const cluster = await standInCluster(lab.folder, {
      ...fresh,
      served: ['kustomizations', 'gitrepositories'],
      objects: [...objects, ...kustomizations({ frontend: { isSuspended: true } })],
    })
    const cwd = git.clone().folder
    const { code, stdout, stderr } = await run(lab, { ...program(cluster, 'doctor', '--format', 'json'), cwd })
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    const broken = JSON.parse(stdout).sections.flatMap(({ checks }: { checks: { state: string; subject: string }[] }) =>
      checks.filter(({ state }) => state === 'broken').map(({ subject }) => subject),
    )
    expect(broken).toContain('commit → Kustomization flux-system/frontend:')
  })
})
