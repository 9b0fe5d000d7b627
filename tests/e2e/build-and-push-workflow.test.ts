import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type DockerEngine, startDockerEngine } from '../lab/docker-engine.js'
import { type GitRepository, makeGitRepository } from '../lab/git-repository.js'
import { type Lab, openLab } from '../lab/lab.js'
import { run, succeed } from '../lab/program.js'
import { account, type Registry, startRegistry } from '../lab/registry.js'
import { describeWith, node } from '../lab/tools.js'
import { crane } from './website.js'

const ROOT = join(import.meta.dirname, '..', '..')
const WORKFLOW = '.github/workflows/build-and-push.yml'

describeWith(
  ['root', 'docker', 'registry', 'busybox', 'crane', 'act', 'node24'],
  'the build-and-push workflow, run on the host by a local runner of workflows',
  () => {
    let lab: Lab
    let engine: DockerEngine
    let registry: Registry
    let repository: GitRepository

    beforeAll(async () => {
      lab = await openLab()
      ;[engine, registry, repository] = await Promise.all([
        startDockerEngine(lab),
        startRegistry(lab),
        makeGitRepository(lab),
      ])
      const tracked = await succeed(lab, {
        command: 'git',
        args: ['-C', ROOT, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
      })
      for (const file of tracked.split('\0').filter(name => name !== '' && !name.startsWith('tests/'))) {
        await mkdir(dirname(join(repository.folder, file)), { recursive: true })
        await cp(join(ROOT, file), join(repository.folder, file), { force: true }).catch(() => undefined)
      }
      for (const file of [WORKFLOW, 'flux/clusters/production/image-automation/image-repositories.yaml']) {
        const text = await readFile(join(repository.folder, file), 'utf8')
        await repository.write({ [file]: text.replaceAll('192.168.0.40:5000', registry.address) })
      }
      await repository.commit({})
      await symlink(join(ROOT, '.tools'), join(repository.folder, '.tools'))
    }, 60_000)

    afterAll(() => lab.stop(), 60_000)

    /** Runs the workflow as it stands, at the lab's registry, with the account told from outside. */
    async function act(
      event: 'push' | 'workflow_dispatch',
      payload: Readonly<Record<string, unknown>>,
    ): Promise<string> {
      const eventFile = join(lab.folder, `${event}.json`)
      const repositoryPayload = { default_branch: 'master', full_name: 'example/website' }
      await writeFile(
        eventFile,
        JSON.stringify({ ref: 'refs/heads/master', repository: repositoryPayload, ...payload }),
      )
      const { code, stdout, stderr } = await run(lab, {
        command: 'act',
        args: [
          event,
          ...['--workflows', WORKFLOW, '--platform', 'self-hosted=-self-hosted', '--use-gitignore=false'],
          ...['--eventpath', eventFile],
          ...['--secret', 'HARBOR_USERNAME', '--secret', 'HARBOR_PASSWORD'],
        ],
        cwd: repository.folder,
        env: {
          ...engine.env,
          PATH: `${dirname(node(24) ?? '')}:${engine.env.PATH}`,
          HARBOR_USERNAME: account.username,
          HARBOR_PASSWORD: account.password,
        },
      })
      if (code !== 0) throw new Error(`act ended with ${code}:\n${stdout}\n${stderr}`)
      return stdout
    }

    test('a push to master publishes both images; a manual run publishes the one that was chosen', async () => {
      const log = await act('push', {})
      expect(log).toContain('Job succeeded')
      expect(log).not.toContain(account.password)
      const client = crane(lab, registry.address)
      const [tag] = await client.tags('library/frontend')
      expect(await client.tags('library/backend')).toEqual([tag])
      expect(await client.platforms('library/frontend', tag ?? '')).toEqual(['linux/arm64'])
      expect(await client.platforms('library/backend', tag ?? '')).toEqual(['linux/amd64'])

      await act('workflow_dispatch', { inputs: { images: 'frontend' } })
      expect(await client.tags('library/frontend')).toHaveLength(2)
      expect(await client.tags('library/backend')).toEqual([tag])
    }, 120_000)
  },
)
