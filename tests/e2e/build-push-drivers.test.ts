import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { buildBuildKitImage, startBuildKit } from '../lab/buildkit.js'
import { type DockerEngine, startDockerEngine } from '../lab/docker-engine.js'
import { type Lab, openLab } from '../lab/lab.js'
import { resolveNames } from '../lab/names.js'
import { succeed, type Wrapper } from '../lab/program.js'
import { type Registry, startRegistry } from '../lab/registry.js'
import { describeWith } from '../lab/tools.js'
import { BOTH_PLATFORMS, crane, done, makeWebsite, push } from './website.js'

/** Docker takes 127.0.0.1 for insecure by itself; a name shows that plain HTTP is our doing. */
const NAME = 'harbor.example'

describeWith(['root', 'docker', 'registry', 'buildkit', 'crane', 'node24'], 'build-push on every driver', () => {
  let lab: Lab
  let wrap: Wrapper
  let engine: DockerEngine
  let registry: Registry
  let address: string

  beforeAll(async () => {
    lab = await openLab()
    wrap = await resolveNames(lab, [NAME])
    ;[engine, registry] = await Promise.all([startDockerEngine(lab, { wrap }), startRegistry(lab)])
    address = `${NAME}:${registry.port}`
    const kit = await startBuildKit(lab, { wrap })
    await buildBuildKitImage(lab, engine)
    const create = ['buildx', 'create', '--name', 'far', '--driver', 'remote', kit.address]
    await succeed(lab, { command: 'docker', args: create, env: engine.env })
  }, 120_000)

  afterAll(() => lab.stop(), 60_000)

  for (const [driver, builder] of [
    ['docker', ''],
    ['remote', 'far'],
    ['docker-container', 'made-for-this'],
  ] as const) {
    test(`the ${driver} driver publishes both images under one tag, over plain HTTP and with a login`, async () => {
      const website = await makeWebsite(lab)
      const result = done(await push(lab, website, engine, address, { builder }, { wrap }))
      expect(result.log).toContain(`using ${driver} driver`)

      const { tag } = result.outputs
      const sha = await website.git('rev-parse', 'HEAD')
      expect(tag).toMatch(new RegExp(`^main-${sha.slice(0, 7)}-[0-9]{10}$`))
      const client = crane(lab, address, wrap)
      expect(await client.platforms('library/frontend', tag ?? '')).toEqual(['linux/arm64'])
      expect(await client.platforms('library/backend', tag ?? '')).toEqual(['linux/amd64'])
      expect(JSON.parse(result.outputs.digests ?? '')).toEqual({
        'library/frontend': await client.digest('library/frontend', tag ?? ''),
        'library/backend': await client.digest('library/backend', tag ?? ''),
      })
      expect(JSON.parse(result.outputs.images ?? '')).toMatchObject([
        { name: 'library/frontend', reference: `${address}/library/frontend:${tag}`, platforms: ['linux/arm64'] },
        { name: 'library/backend', reference: `${address}/library/backend:${tag}`, platforms: ['linux/amd64'] },
      ])
      expect(JSON.parse(await client.config('library/frontend', tag ?? ''))).toMatchObject({
        config: { Labels: { 'org.opencontainers.image.revision': sha } },
      })
    }, 120_000)

    test(`the ${driver} driver publishes both images for both platforms, and the same commit gives the same images`, async () => {
      const website = await makeWebsite(lab)
      const inputs = { builder, images: BOTH_PLATFORMS, 'no-cache': 'true' }
      const first = done(await push(lab, website, engine, address, inputs, { wrap }))
      const second = done(await push(lab, website, engine, address, inputs, { wrap }))
      expect(second.outputs.tag).not.toBe(first.outputs.tag)
      expect(second.outputs.digests).toBe(first.outputs.digests)
      const client = crane(lab, address, wrap)
      for (const name of ['library/frontend', 'library/backend']) {
        expect(await client.platforms(name, second.outputs.tag ?? '')).toEqual(['linux/amd64', 'linux/arm64'])
      }
    }, 120_000)
  }

  test('a builder that was made is kept, and made anew only when its configuration changes', async () => {
    const website = await makeWebsite(lab)
    const container = () =>
      succeed(lab, { command: 'docker', args: ['ps', '-q', '--no-trunc', '--filter', 'name=kept'], env: engine.env })
    done(await push(lab, website, engine, address, { builder: 'kept' }, { wrap }))
    const made = await container()
    done(await push(lab, website, engine, address, { builder: 'kept' }, { wrap }))
    expect(made).not.toBe('')
    expect(await container()).toBe(made)

    const other = await startRegistry(lab)
    const third = done(await push(lab, website, engine, `${NAME}:${other.port}`, { builder: 'kept' }, { wrap }))
    expect(third.log).toContain('The builder "kept" is made anew')
    expect(await container()).not.toBe(made)
    const again = await push(lab, website, engine, address, { builder: 'kept' }, { wrap })
    expect(again.log).not.toContain('made anew')
  }, 180_000)

  test('of a builder with several nodes each builds its platform, and no tag but ours is pushed', async () => {
    const nodes = await Promise.all([startBuildKit(lab, { wrap }), startBuildKit(lab, { wrap })])
    for (const [index, platform] of ['linux/amd64', 'linux/arm64'].entries()) {
      const more = index === 0 ? [] : ['--append']
      const where = ['--driver', 'remote', '--platform', platform, nodes[index]?.address ?? '']
      await succeed(lab, {
        command: 'docker',
        args: ['buildx', 'create', '--name', 'two-nodes', ...more, ...where],
        env: engine.env,
      })
    }
    const website = await makeWebsite(lab)
    const images = BOTH_PLATFORMS.replaceAll('library/', 'nodes/')
    const result = done(await push(lab, website, engine, address, { builder: 'two-nodes', images }, { wrap }))
    const client = crane(lab, address, wrap)
    for (const name of ['nodes/frontend', 'nodes/backend']) {
      expect(await client.tags(name)).toEqual([result.outputs.tag])
      expect(await client.platforms(name, result.outputs.tag ?? '')).toEqual(['linux/amd64', 'linux/arm64'])
    }
  }, 90_000)

  test('a daemon without the containerd image store gets a builder of its own', async () => {
    const plain = await startDockerEngine(lab, { wrap, containerdStore: false })
    await succeed(lab, {
      command: 'sh',
      args: ['-c', `docker save moby/buildkit:buildx-stable-1 | docker -H ${plain.host} load`],
      env: engine.env,
    })
    const website = await makeWebsite(lab)
    const result = done(await push(lab, website, plain, address, {}, { wrap }))
    expect(result.log).toContain('the builder "fluxgate" is used')
    const named = await push(lab, website, plain, address, { builder: 'default' }, { wrap })
    expect(named.code).toBe(1)
    expect(named.log).toContain('containerd-snapshotter')
  }, 180_000)

  test('the user’s own docker configuration stays as it was, and nothing of the run’s is left', async () => {
    const website = await makeWebsite(lab)
    const before = await succeed(lab, { command: 'find', args: [engine.configFolder, '-ls'] })
    const result = done(await push(lab, website, engine, address, {}, { wrap }))
    const left = (await result.written()).map(file => file.path)
    expect(left.filter(path => path.includes('fluxgate'))).toEqual([])
    const post = await result.post()
    expect(post.code).toBe(0)
    const after = await succeed(lab, { command: 'find', args: [engine.configFolder, '-ls'] })
    expect(after.replace(/.*buildx.*\n/g, '')).toBe(before.replace(/.*buildx.*\n/g, ''))
  }, 60_000)
})
