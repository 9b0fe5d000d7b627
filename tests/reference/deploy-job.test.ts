import { existsSync, readFileSync, renameSync } from 'node:fs'
import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { type GitRepository, makeGitRepository } from '../lab/git-repository.js'
import { type Lab, openLab } from '../lab/lab.js'
import type { Ended } from '../lab/program.js'
import { freePort, makeSshKey } from '../lab/ssh-server.js'
import { describeWith } from '../lab/tools.js'
import { type DeployJob, type JobPlace, readDeployJob, runDeployJob, startDeployJob } from './deploy-job.js'
import { CLUSTER, copyTree, FIRST_TAG } from './tree.js'
import { startVm, type Vm } from './vm.js'

const COMPOSE = `${CLUSTER}/backend/docker-compose.backend.yml`
const JOB = `${CLUSTER}/backend/deploy-job.yaml`
const SECOND_TAG = 'main-0a1b2c3-1767229200'
const THIRD_TAG = 'main-ffffff0-1767232800'

describeWith(['root', 'openssh', 'busybox', 'kustomize', 'git'], 'the deploy Job, by SSH to a VM', () => {
  let lab: Lab
  let repository: GitRepository
  let origin: string
  let vm: Vm
  /** The Job of each tag, as the cluster gets it. */
  const jobs = new Map<string, DeployJob>()

  beforeAll(async () => {
    lab = await openLab()
    repository = await makeGitRepository(lab)
    copyTree(repository.folder)
    await repository.commit()
    origin = await repository.addOrigin()
    vm = await startVm(lab, origin)
    jobs.set(FIRST_TAG, readDeployJob(repository.folder))
    for (const tag of [SECOND_TAG, THIRD_TAG]) {
      await release(tag)
      jobs.set(tag, readDeployJob(repository.folder))
    }
  }, 60_000)

  beforeEach(() => vm.reset())

  afterAll(() => lab.stop(), 30_000)

  /** What the automation commits for a new build. */
  async function release(tag: string): Promise<void> {
    const withTag = (file: string) =>
      readFileSync(join(repository.folder, file), 'utf8').replaceAll(/main-[0-9a-f]{7}-[0-9]{10}/g, tag)
    await repository.commit({ [COMPOSE]: withTag(COMPOSE), [JOB]: withTag(JOB) })
    await repository.git('push', '--quiet', 'origin', 'master')
  }

  interface Change {
    readonly env?: Readonly<Record<string, string>>
    readonly keys?: Partial<JobPlace['keys']>
  }

  function jobOf(tag: string): DeployJob {
    const job = jobs.get(tag)
    if (job === undefined) throw new Error(`no commit has ${tag}`)
    return job
  }

  function place({ env, keys }: Change): JobPlace {
    return {
      keys: { id_ed25519: vm.ssh.key, known_hosts: vm.ssh.knownHosts, ...keys },
      env: {
        VM_HOST: '127.0.0.1',
        VM_PORT: String(vm.ssh.port),
        VM_USER: vm.ssh.user,
        VM_REPOSITORY: vm.repository.folder,
        VM_STATE: vm.state,
        HEALTH_URL: vm.healthUrl,
        HEALTH_SECONDS: '2',
        ...env,
      },
    }
  }

  function deploy(tag: string, change: Change = {}): Promise<Ended> {
    return runDeployJob(lab, jobOf(tag), place(change))
  }

  test('the first deployment pulls, starts, waits for health and puts the compose file in force', async () => {
    const { code, stdout } = await deploy(FIRST_TAG)
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('is healthy at http://127.0.0.1:') })
    expect(vm.calls()).toEqual([`pull ${FIRST_TAG}`, `up ${FIRST_TAG}`])
    expect(vm.running()).toBe(FIRST_TAG)
    expect(vm.inForce()).toBe(await repository.git('show', `HEAD~2:${COMPOSE}`).then(text => `${text}\n`))
  })

  test('deploying the same tag again changes nothing', async () => {
    await deploy(FIRST_TAG)
    const before = vm.inForce()
    expect((await deploy(FIRST_TAG)).code).toBe(0)
    expect(vm.inForce()).toBe(before)
    expect(vm.running()).toBe(FIRST_TAG)
  })

  test('a new tag replaces the old one, even when git is ahead of the cluster by another', async () => {
    await deploy(FIRST_TAG)
    expect((await deploy(SECOND_TAG)).code).toBe(0)
    expect(vm.running()).toBe(SECOND_TAG)
    expect(vm.inForce()).toContain(SECOND_TAG)
    expect((await deploy(THIRD_TAG)).code).toBe(0)
    expect(vm.running()).toBe(THIRD_TAG)
  })

  test.each(['up', 'health'] as const)(
    'when %s fails the previous version is back, and the Job fails for good',
    async how => {
      await deploy(FIRST_TAG)
      const before = vm.inForce()
      vm.calls()
      await vm.breakTag(SECOND_TAG, how)
      const { code, stdout } = await deploy(SECOND_TAG)
      expect(code).toBe(1)
      expect(stdout).toContain('The previous version is back and healthy')
      expect(vm.calls()).toEqual([`pull ${SECOND_TAG}`, `up ${SECOND_TAG}`, `up ${FIRST_TAG}`])
      expect(vm.running()).toBe(FIRST_TAG)
      expect(vm.inForce()).toBe(before)
      expect(readFileSync(join(vm.state, 'docker-compose.failed.yml'), 'utf8')).toContain(SECOND_TAG)
      expect(jobs.get(SECOND_TAG)?.triedAgain).toEqual([75])
    },
  )

  test('a first version that is not healthy is never in force', async () => {
    await vm.breakTag(FIRST_TAG, 'health')
    const { code, stdout } = await deploy(FIRST_TAG)
    expect(code).toBe(1)
    expect(stdout).toContain('there is no earlier version to go back to')
    expect(vm.inForce()).toBeUndefined()
  })

  test('images that cannot be pulled leave what runs untouched', async () => {
    await deploy(FIRST_TAG)
    vm.calls()
    await vm.breakTag(SECOND_TAG, 'pull')
    const { code, stdout } = await deploy(SECOND_TAG)
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('what ran before still runs') })
    expect(vm.calls()).toEqual([`pull ${SECOND_TAG}`])
    expect(vm.inForce()).toContain(FIRST_TAG)
  })

  test('a VM with another host key is refused before anything is sent to it', async () => {
    const knownHosts = `[127.0.0.1]:${vm.ssh.port} ${(await makeSshKey(lab)).publicKey}\n`
    const { code, stderr } = await deploy(FIRST_TAG, { keys: { known_hosts: knownHosts } })
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('has another host key than') })
    const unknown = await deploy(FIRST_TAG, { keys: { known_hosts: '' } })
    expect(unknown.code).toBe(2)
    expect(vm.calls()).toEqual([])
  })

  test('a key that the VM does not take is named', async () => {
    const other = await makeSshKey(lab)
    const { code, stderr } = await deploy(FIRST_TAG, { keys: { id_ed25519: other.key } })
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('does not take the key id_ed25519') })
  })

  test('a VM that is away is the one thing that the Job tries again', async () => {
    const { code, stderr } = await deploy(FIRST_TAG, { env: { VM_PORT: String(await freePort()) } })
    expect({ code, stderr }).toEqual({ code: 75, stderr: expect.stringContaining('is away') })
    expect(jobs.get(FIRST_TAG)?.triedAgain).toEqual([75])
  })

  test('a repository that cannot be pulled is tried again too, and nothing is deployed', async () => {
    renameSync(origin, `${origin}.away`)
    try {
      const { code, stdout } = await deploy(FIRST_TAG)
      expect({ code, stdout }).toEqual({ code: 75, stdout: expect.stringContaining('could not be pulled') })
      expect(vm.calls()).toEqual([])
    } finally {
      renameSync(`${origin}.away`, origin)
    }
  })

  test('the backend waits for the commit that brings the frontend of its tag', async () => {
    await deploy(FIRST_TAG)
    vm.calls()
    const { code, stdout } = await deploy(SECOND_TAG, { env: { FRONTEND_TAG: FIRST_TAG } })
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('Not deployed') })
    expect(vm.calls()).toEqual([])
    expect(vm.running()).toBe(FIRST_TAG)
  })

  test('a compose file that no commit has, or that names another tag, is refused', async () => {
    const job = jobOf(FIRST_TAG)
    const compose = job.scripts['docker-compose.backend.yml'] ?? ''
    jobs.set('changed', { ...job, scripts: { ...job.scripts, 'docker-compose.backend.yml': `${compose}# by hand\n` } })
    const unknown = await deploy('changed')
    expect({ code: unknown.code, stdout: unknown.stdout }).toEqual({
      code: 2,
      stdout: expect.stringContaining('No commit of'),
    })
    const other = await deploy(FIRST_TAG, { env: { BACKEND_TAG: SECOND_TAG, FRONTEND_TAG: SECOND_TAG } })
    expect({ code: other.code, stderr: other.stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(`no image with the tag ${SECOND_TAG}`),
    })
    expect(vm.calls()).toEqual([])
  })

  test('a setting that a shell could take for more than a word is refused', async () => {
    const mark = join(lab.folder, 'injected')
    const { code } = await deploy(FIRST_TAG, { env: { VM_STATE: `/srv/x;touch ${mark}` } })
    expect(code).toBe(2)
    expect(existsSync(mark)).toBe(false)
  })

  test('when the Job is ended in the middle, the VM finishes what it began, and the next Job waits for it', async () => {
    await deploy(FIRST_TAG)
    await vm.breakTag(SECOND_TAG, 'slow')
    const cut = await startDeployJob(lab, jobOf(SECOND_TAG), place({}))
    await cut.waitFor(/Deploying/)
    await until(() => vm.calls().includes(`pull ${SECOND_TAG}`))
    killGroup(cut.pid)
    await cut.ended
    expect((await deploy(THIRD_TAG)).code).toBe(0)
    expect(vm.calls()).toEqual([`up ${SECOND_TAG}`, `pull ${THIRD_TAG}`, `up ${THIRD_TAG}`])
    expect(vm.running()).toBe(THIRD_TAG)
    expect(vm.inForce()).toContain(THIRD_TAG)
  })

  test('when the Job is ended in the middle, the VM goes back by itself from a version that is not healthy', async () => {
    await deploy(FIRST_TAG)
    await vm.breakTag(SECOND_TAG, 'slow')
    await vm.breakTag(SECOND_TAG, 'health')
    const cut = await startDeployJob(lab, jobOf(SECOND_TAG), place({ env: { HEALTH_SECONDS: '5' } }))
    await until(() => vm.running() === SECOND_TAG)
    killGroup(cut.pid)
    await cut.ended
    const failed = join(vm.state, 'docker-compose.failed.yml')
    await until(() => existsSync(failed) && vm.running() === FIRST_TAG)
    expect(vm.inForce()).toContain(FIRST_TAG)
  })

  test('a deployment that was cut off is made whole by the next one', async () => {
    await deploy(FIRST_TAG)
    // The new containers run, and the Job was ended before their health was known.
    await writeFile(join(vm.state, 'docker-compose.next.yml'), 'half a file')
    const { code } = await deploy(SECOND_TAG)
    expect(code).toBe(0)
    expect(vm.inForce()).toContain(SECOND_TAG)
  })

  test('the Job changes with the compose file, not with the tag alone', async () => {
    const folder = await lab.makeFolder('tree')
    copyTree(folder)
    await appendFile(join(folder, COMPOSE), '# another limit\n')
    expect(readDeployJob(folder).configMap).not.toBe(jobs.get(FIRST_TAG)?.configMap)
  })
})

/** The shell and its ssh, as when a pod is taken away. */
function killGroup(pid: number): void {
  process.kill(-pid, 'SIGKILL')
}

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 12_000
  while (!isSo()) {
    if (Date.now() > end) throw new Error('it did not come to that within 12 s')
    await sleep(50)
  }
}
