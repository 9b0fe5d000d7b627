import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { isAutomationCommit } from '../../src/flux/automation-commit.js'
import { changesOf } from '../../src/git/commits.js'
import { openGit } from '../../src/git/repository.js'
import { buildTag, printTag } from '../../src/image/tag.js'
import { member, valueAt } from '../../src/json.js'
import { processExec } from '../../src/runner/exec.js'
import { crane, done, IMAGES, push } from '../e2e/website.js'
import { type DockerEngine, startDockerEngine } from '../lab/docker-engine.js'
import { type GitRepository, makeGitRepository } from '../lab/git-repository.js'
import { type Lab, openLab } from '../lab/lab.js'
import { succeed } from '../lab/program.js'
import { type Registry, startRegistry } from '../lab/registry.js'
import { describeWith } from '../lab/tools.js'
import { FLUX_AUTHOR, reconcileImages } from './controllers.js'
import { readDeployJob } from './deploy-job.js'
import { commandsWith } from './setup-document.js'
import { CLUSTER, copyTree, FIRST_TAG, render } from './tree.js'

const FRONTEND = '192.168.0.40:5000/library/frontend'
const BACKEND = '192.168.0.40:5000/library/backend'

/** What the cluster would run at the commit that is checked out: the tag of each image in every place. */
function deployed(repository: string): Readonly<Record<string, string>> {
  const deployment = render(join(repository, CLUSTER, 'frontend')).find(
    object => member(object, 'kind') === 'Deployment',
  )
  const { env, scripts } = readDeployJob(repository)
  const compose = /image: (\S+)/.exec(scripts['docker-compose.backend.yml'] ?? '')?.[1] ?? ''
  return {
    deployment: tagOf(String(valueAt(deployment, ['spec', 'template', 'spec', 'containers', 0, 'image']))),
    compose: tagOf(compose),
    job: env.BACKEND_TAG ?? '',
    jobsFrontend: env.FRONTEND_TAG ?? '',
  }
}

function tagOf(image: string): string {
  return image.slice(image.lastIndexOf(':') + 1)
}

function everywhere(tag: string): Readonly<Record<string, string>> {
  return { deployment: tag, compose: tag, job: tag, jobsFrontend: tag }
}

async function makeSite(lab: Lab): Promise<GitRepository> {
  const repository = await makeGitRepository(lab)
  copyTree(repository.folder)
  return repository
}

describeWith(['git', 'kustomize'], 'the closed loop, by machine', () => {
  let lab: Lab
  let repository: GitRepository

  beforeAll(async () => {
    lab = await openLab()
    repository = await makeSite(lab)
    await repository.commit()
    await repository.addOrigin()
  }, 60_000)

  afterAll(() => lab.stop())

  test('ten builds: each supersedes the one before, everywhere, and nothing starts the build again', async () => {
    const tags = new Map<string, string[]>([
      [FRONTEND, [FIRST_TAG]],
      [BACKEND, [FIRST_TAG]],
    ])
    const publish = (tag: string) => {
      for (const known of tags.values()) known.push(tag)
    }
    const git = openGit(processExec(lab.env), repository.folder, lab.env)
    let seconds = 1_767_225_600
    let before = FIRST_TAG
    for (let round = 1; round <= 10; round += 1) {
      // A person's commit, whose SHA nobody can foresee, and its build some time later.
      const source = await repository.commit({ 'frontend/page': randomBytes(16).toString('hex') })
      await repository.git('push', '--quiet', 'origin', 'master')
      seconds += 1 + (randomBytes(2).readUInt16BE() % 4000)
      const tag = printTag(buildTag('main', source, seconds))
      publish(tag)

      const { elected, sha, commit } = await reconcileImages(repository, tags)
      expect(Object.fromEntries(elected)).toEqual({ [BACKEND]: tag, [FRONTEND]: tag })
      expect(deployed(repository.folder)).toEqual(everywhere(tag))

      // The commit: what it says, whose it is, that it is on master, and that the workflow and build-push leave it alone.
      const [made] = await changesOf(git, '-1', sha ?? '')
      expect(made?.author).toEqual(FLUX_AUTHOR)
      expect(await repository.git('rev-parse', 'origin/master')).toBe(sha)
      expect(await repository.git('log', '-1', '--format=%B')).toContain(
        `- flux-system:frontend: ${FRONTEND}:${before} -> ${FRONTEND}:${tag}`,
      )
      expect(commit?.restarts).toEqual([
        {
          workflow: '.github/workflows/build-and-push.yml',
          starts: false,
          why: expect.stringContaining('path filters'),
        },
      ])
      expect(made !== undefined && isAutomationCommit(made, CLUSTER, [])).toBe(true)
      // Markers alone: a file that is rewritten otherwise would show here.
      expect(made?.files.flatMap(({ lines }) => lines).every(line => line.includes('"$imagepolicy"'))).toBe(true)

      // Neither another scan nor an older build that comes late changes anything.
      publish(printTag(buildTag('main', randomBytes(20).toString('hex'), seconds - 1)))
      const again = await reconcileImages(repository, tags)
      expect({ sha: again.sha, elected: [...again.elected.values()] }).toEqual({ sha: undefined, elected: [tag, tag] })
      before = tag
    }
  }, 120_000)
})

describeWith(
  ['root', 'docker', 'registry', 'crane', 'node24', 'git', 'kustomize'],
  'the closed loop once, with the committed build-push, buildx and a registry',
  () => {
    let lab: Lab
    let engine: DockerEngine
    let registry: Registry
    let repository: GitRepository

    beforeAll(async () => {
      lab = await openLab()
      ;[engine, registry, repository] = await Promise.all([startDockerEngine(lab), startRegistry(lab), makeSite(lab)])
      for (const file of [
        '.github/workflows/build-and-push.yml',
        ...['image-automation/image-repositories.yaml', 'frontend/deployment.yaml'].map(path => join(CLUSTER, path)),
        join(CLUSTER, 'backend/docker-compose.backend.yml'),
      ]) {
        const path = join(repository.folder, file)
        writeFileSync(path, readFileSync(path, 'utf8').replaceAll('192.168.0.40:5000', registry.address))
      }
      await repository.commit({
        'frontend/Dockerfile': 'FROM scratch\nCOPY page /page\n',
        'frontend/page': 'frontend',
        'backend/Dockerfile': 'FROM scratch\nCOPY page /page\n',
        'backend/page': 'backend',
      })
      await repository.addOrigin()
    }, 60_000)

    afterAll(() => lab.stop(), 60_000)

    test('pushed, elected, written back, rendered; the automation’s commit is not built, the next build supersedes, a re-tag rolls back', async () => {
      const inputs = { images: IMAGES, 'flux-path': CLUSTER }
      const client = crane(lab, registry.address)
      const names = ['library/frontend', 'library/backend']
      const scan = async () =>
        new Map(
          await Promise.all(names.map(async name => [`${registry.address}/${name}`, await client.tags(name)] as const)),
        )

      const first = done(await push(lab, repository, engine, registry.address, inputs))
      await reconcileImages(repository, await scan())
      expect(deployed(repository.folder)).toEqual(everywhere(first.outputs.tag ?? ''))
      expect(await client.platforms('library/frontend', first.outputs.tag ?? '')).toEqual(['linux/arm64'])

      const skipped = done(await push(lab, repository, engine, registry.address, inputs))
      expect(skipped.outputs).toEqual({ skipped: 'automation-commit' })

      await repository.commit({ 'frontend/page': 'newer' })
      await repository.git('push', '--quiet', 'origin', 'master')
      const second = done(await push(lab, repository, engine, registry.address, inputs))
      const { elected } = await reconcileImages(repository, await scan())
      expect([...elected.values()]).toEqual([second.outputs.tag, second.outputs.tag])
      expect(deployed(repository.folder)).toEqual(everywhere(second.outputs.tag ?? ''))
      expect(second.outputs.tag).not.toBe(first.outputs.tag)

      // A plain revert is undone: the policy still elects the newest tag.
      await repository.git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'revert', '--no-edit', 'HEAD')
      expect(deployed(repository.folder)).toEqual(everywhere(first.outputs.tag ?? ''))
      await reconcileImages(repository, await scan())
      expect(deployed(repository.folder)).toEqual(everywhere(second.outputs.tag ?? ''))

      // The good images under a newer tag hold.
      const [good, bad] = [first.outputs.tag ?? '', second.outputs.tag ?? '']
      while (Date.now() / 1000 < Number(bad.split('-').at(-1)) + 1) await sleep(100)
      const rollback = commandsWith('crane tag').replace(FIRST_TAG, good).replace('192.168.0.40:5000', registry.address)
      await succeed(lab, { command: 'bash', args: ['--norc', '-euc', rollback] })
      await reconcileImages(repository, await scan())
      const back = deployed(repository.folder).job ?? ''
      expect(back.replace(/[0-9]{10}$/, '')).toBe(good.replace(/[0-9]{10}$/, ''))
      expect(back).not.toBe(good)
      expect(deployed(repository.folder)).toEqual(everywhere(back))
      for (const name of names) expect(await client.digest(name, back)).toBe(await client.digest(name, good))
    }, 90_000)
  },
)
