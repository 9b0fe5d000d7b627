import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type DockerEngine, startDockerEngine } from '../lab/docker-engine.js'
import type { GitRepository } from '../lab/git-repository.js'
import { type Lab, openLab } from '../lab/lab.js'
import { type Registry, startRegistry } from '../lab/registry.js'
import { describeWith } from '../lab/tools.js'
import { done, IMAGES, makeWebsite, push } from './website.js'

describeWith(['root', 'docker', 'registry', 'node24'], 'build-push refuses before it builds', () => {
  let lab: Lab
  let engine: DockerEngine
  let registry: Registry
  let website: GitRepository

  beforeAll(async () => {
    lab = await openLab()
    ;[engine, registry, website] = await Promise.all([startDockerEngine(lab), startRegistry(lab), makeWebsite(lab)])
  }, 60_000)

  afterAll(() => lab.stop(), 60_000)

  /** A run that must fail before anything is built; gives its log. */
  async function refused(inputs: Readonly<Record<string, string>>, address = registry.address): Promise<string> {
    const result = await push(lab, website, engine, address, inputs)
    expect(result.code).toBe(1)
    expect(result.log).not.toContain('::group::Build')
    expect(result.log).not.toContain('bug in fluxgate')
    expect(result.summary).toContain('Not published')
    return result.log
  }

  test('every wrong input is named in one go', async () => {
    const log = await refused({
      insecure: 'True',
      registry: 'http://192.168.0.40:5000/library',
      push: 'yes',
      retention: '-1',
      'on-stale': 'maybe',
      provenance: 'max',
      'tag-prefix': '-x',
      images: '- nam: library/frontend\n- name: Library/Backend\n  platforms: linux\n',
    })
    for (const input of ['insecure', 'registry', 'push', 'retention', 'on-stale', 'provenance', 'tag-prefix']) {
      expect(log).toContain(`input "${input}" is`)
    }
    expect(log).toContain('line 1: unknown key "nam": did you mean "name"?')
    expect(log).toContain('expected "library/backend"')
    expect(log).toContain('line 3: "platforms" holds "linux"')
  }, 30_000)

  test('bad YAML in images is named with its line', async () => {
    expect(await refused({ images: '- name: a/b\n  context: [\n- name: c/d' })).toMatch(/input "images", line \d/)
  }, 30_000)

  test('a missing Dockerfile, a missing context, a missing build argument and a wrong password are named together', async () => {
    const images = `
- {name: library/frontend, context: nowhere}
- {name: library/backend, context: backend, file: Dockerfile, build-args: [NOT_THERE_AT_ALL]}
`
    const log = await refused({ images, password: 'wrong' })
    expect(log).toContain('image "library/frontend": its context')
    expect(log).toContain('image "library/backend": its Dockerfile')
    expect(log).toContain('there is one at')
    expect(log).toContain('NOT_THERE_AT_ALL is in neither the env-file nor the environment')
    expect(log).toContain('refuses the login')
  }, 30_000)

  test('a wrong password is refused by the registry, and the inputs are named', async () => {
    const log = await refused({ password: 'not-the-password' })
    expect(log).toContain('refuses the login (401')
    expect(log).toContain('"username" and "password"')
  }, 30_000)

  test('a registry that nobody answers for is named with the reason', async () => {
    expect(await refused({}, '127.0.0.1:9')).toContain('cannot be reached (ECONNREFUSED)')
    expect(await refused({}, 'no-such-host.invalid:5000')).toMatch(/cannot be reached \((ENOTFOUND|EAI_AGAIN)\)/)
  }, 60_000)

  test('a registry that speaks HTTPS is not spoken to in plain HTTP, nor the other way round', async () => {
    const secure = await startRegistry(lab, { tls: { names: [] } })
    expect(await refused({}, secure.address)).toContain('speaks HTTPS, and the input "insecure" is "true"')
    expect(await refused({ insecure: 'false' })).toContain('speaks plain HTTP, and the input "insecure" is "false"')
    expect(await refused({ insecure: 'false' }, secure.address)).toContain('is not trusted here')
  }, 60_000)

  test('several problems of different kinds are told at once', async () => {
    const log = await refused({ password: 'wrong', images: '- {name: a/b, context: nowhere}', builder: 'Ünknown' })
    expect(log).toContain('input "builder"')
    const later = await refused({ password: 'wrong', images: '- {name: a/b, context: nowhere}' })
    expect(later).toContain('refuses the login')
    expect(later).toContain('its context')
  }, 60_000)

  test('a step that must run on another platform is refused with what to install; one that only copies is not', async () => {
    const foreign = await makeWebsite(lab)
    await foreign.commit({ 'frontend/Dockerfile': 'FROM scratch\nCOPY page /page\nRUN ["/page"]\n' })
    const result = await push(lab, foreign, engine, registry.address, { 'on-stale': 'allow' })
    expect(result.code).toBe(1)
    expect(result.log).toContain('has no linux/arm64')
    expect(result.log).toContain('line 3 of its Dockerfile')
    expect(result.log).toContain('QEMU')
  }, 30_000)

  test('without a Docker daemon the run says so', async () => {
    const env = { ...engine.env, DOCKER_HOST: `unix://${lab.folder}/nowhere.sock` }
    const result = await push(lab, website, undefined, registry.address, {}, { env })
    expect(result.code).toBe(1)
    expect(result.log).toContain('the Docker daemon cannot be reached')
  }, 30_000)

  test('a build that fails pushes nothing, of no image', async () => {
    const broken = await makeWebsite(lab)
    await broken.commit({ 'backend/Dockerfile': 'FROM scratch\nCOPY not-there /page\n' })
    await broken.git('push', '-q', 'origin', 'master')
    const images = IMAGES.replaceAll('library/', 'broken/')
    const result = await push(lab, broken, engine, registry.address, { images })
    expect(result.code).toBe(1)
    expect(result.log).toContain('the build failed')
    expect(result.log).toContain('not-there')
    expect(registry.log()).not.toMatch(/PUT.{0,40}broken|broken\/[a-z]+\/manifests\/sha256/)
  }, 60_000)

  test('a dry run checks everything, shows what would happen and does none of it', async () => {
    const images = IMAGES.replaceAll('library/', 'dry/')
    const result = done(await push(lab, website, engine, registry.address, { images, 'dry-run': 'true' }))
    expect(result.log).toContain('would publish')
    expect(result.outputs.tag).toMatch(/^main-/)
    expect(result.log).not.toContain('::group::Build')
    const wrong = await push(lab, website, engine, registry.address, { 'dry-run': 'true', password: 'wrong' })
    expect(wrong.code).toBe(1)
  }, 60_000)

  test('a pull request builds and never pushes', async () => {
    const images = IMAGES.replaceAll('library/', 'proposal/')
    const proposal = {
      event: { name: 'pull_request', payload: { repository: { default_branch: 'master' }, number: 7 } },
      ref: 'refs/pull/7/merge',
    }
    const result = done(await push(lab, website, engine, registry.address, { images }, proposal))
    expect(result.log).toContain('a pull request never pushes')
    expect(result.outputs.tag).toMatch(/^pr-7-/)
    expect(registry.log()).not.toContain('PUT /v2/proposal')

    const inputs = { images, 'dry-run': 'true', retention: '1', password: 'not-the-password' }
    const dry = done(await push(lab, website, engine, registry.address, inputs, proposal))
    expect(dry.log).toMatch(/::notice::Dry run: would build and not push .*: a pull request never pushes/)
    expect(dry.summary).toContain('would build and not push')
    expect(registry.log()).not.toContain('/v2/proposal')
  }, 60_000)

  test('bake files are built as they are, under our tag', async () => {
    const baked = await makeWebsite(lab)
    await baked.commit({
      'docker-bake.hcl': `
group "default" { targets = ["frontend", "backend"] }
variable "WHO" { default = "world" }
target "frontend" {
  context = "frontend"
  tags = ["baked/frontend"]
  args = { GREETING = "hello \${WHO} $\${HOME}" }
  platforms = ["linux/arm64"]
}
target "backend" { context = "backend", tags = ["${registry.address}/baked/backend:latest"] }
`
        .replace('{ context = "backend", tags', '{\n  context = "backend"\n  tags')
        .replace('latest"] }', 'latest"]\n}'),
    })
    await baked.git('push', '-q', 'origin', 'master')
    const inputs = { images: '', 'bake-files': 'docker-bake.hcl' }
    const result = done(await push(lab, baked, engine, registry.address, inputs))
    expect(JSON.parse(result.outputs.images ?? '')).toMatchObject([
      { name: 'baked/backend' },
      { name: 'baked/frontend', platforms: ['linux/arm64'] },
    ])
    const one = done(await push(lab, baked, engine, registry.address, { ...inputs, targets: 'frontend' }))
    expect(JSON.parse(one.outputs.images ?? '')).toMatchObject([{ name: 'baked/frontend' }])
  }, 60_000)

  test('an env-file gives build arguments by name, and a mistake in it is named without showing the line', async () => {
    await writeFile(join(lab.folder, 'production.env'), 'GREETING="from the env-file"\n# comment\nEMPTY=\n')
    const images = '- {name: env/frontend, context: frontend, build-args: [GREETING]}'
    const inputs = { images, 'env-file': join(lab.folder, 'production.env') }
    const result = done(await push(lab, website, engine, registry.address, inputs))
    expect(result.log).toContain('::add-mask::from the env-file')
    await writeFile(join(lab.folder, 'wrong.env'), 'A=1\nthis is a secret\n')
    const log = await refused({ images, 'env-file': join(lab.folder, 'wrong.env') })
    expect(log).toContain('line 2')
    expect(log).not.toContain('this is a secret')
  }, 60_000)

  const POLICY = (choice: string) => `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageRepository
metadata: {name: frontend, namespace: flux-system}
spec: {image: ${registry.address}/POLICED/frontend, interval: 1m, insecure: true}
---
apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata: {name: frontend, namespace: flux-system}
spec:
  imageRepositoryRef: {name: frontend}
  filterTags: {pattern: '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$', extract: '$ts'}
  policy: ${choice}
`

  test('a policy that would not elect the new tag is named with its file, and one that elects it by luck too', async () => {
    const sites = [
      ['wrong', POLICY('{numerical: {order: desc}}'), 1],
      ['lucky', POLICY('{alphabetical: {order: asc}}').replace(", extract: '$ts'", ''), 0],
      ['right', POLICY('{numerical: {order: asc}}'), 0],
    ] as const
    for (const [name, manifest, code] of sites) {
      const policed = await makeWebsite(lab)
      const images = IMAGES.replaceAll('library/', `${name}/`)
      const flux = { 'flux/images.yaml': manifest.replace('POLICED', name) }
      // By luck: whether a later build sorts behind this one depends on its commit.
      if (name !== 'lucky') done(await push(lab, policed, engine, registry.address, { images }))
      await policed.commit(flux)
      await policed.git('push', '-q', 'origin', 'master')
      const result = await push(lab, policed, engine, registry.address, { images })
      expect([name, result.code]).toEqual([name, code])
      if (name === 'wrong')
        expect(result.log).toMatch(/flux\/images\.yaml:6: the ImagePolicy flux-system\/frontend would elect main-/)
      if (name === 'lucky') expect(result.log).toContain('but not every later one')
      if (name === 'right') {
        // Two builds within one second: the second one's time is moved behind the first, and that is said.
        const warnings = result.log.split('\n').filter(line => line.startsWith('::warning::'))
        expect(warnings.filter(line => !line.includes('The clock was not ahead of'))).toEqual([])
        expect(result.summary).toContain('the policy flux-system/frontend chooses it')
      }
    }
  }, 120_000)
})
