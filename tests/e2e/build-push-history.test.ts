import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type DockerEngine, startDockerEngine } from '../lab/docker-engine.js'
import { cloneGitRepository, type GitRepository } from '../lab/git-repository.js'
import { type Lab, openLab } from '../lab/lab.js'
import { type Registry, startRegistry } from '../lab/registry.js'
import { describeWith } from '../lab/tools.js'
import { crane, done, IMAGES, makeWebsite, push } from './website.js'

const MANUAL = { event: { name: 'workflow_dispatch', payload: { repository: { default_branch: 'master' } } } }
const FLUX = { name: 'fluxcdbot', email: 'fluxcdbot@example.com' }

const deployment = (tag: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: frontend
spec:
  template:
    spec:
      containers:
        - name: frontend
          image: registry.example/library/frontend:${tag} # {"$imagepolicy": "flux-system:frontend"}
`

const AUTOMATION = `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageUpdateAutomation
metadata:
  name: website
  namespace: flux-system
spec:
  git:
    commit:
      author:
        name: Delivery
        email: delivery@example.com
`

describeWith(['root', 'docker', 'registry', 'crane', 'node24'], 'build-push and the history', () => {
  let lab: Lab
  let engine: DockerEngine
  let registry: Registry
  let count = 0

  beforeAll(async () => {
    lab = await openLab()
    ;[engine, registry] = await Promise.all([startDockerEngine(lab), startRegistry(lab)])
  }, 60_000)

  afterAll(() => lab.stop(), 60_000)

  /** A website whose images have names of their own, so that tests do not see each other's tags. */
  async function site(): Promise<{ website: GitRepository; images: string; name: string }> {
    count += 1
    return {
      website: await makeWebsite(lab),
      images: IMAGES.replaceAll('library/', `site${count}/`),
      name: `site${count}/frontend`,
    }
  }

  async function commitAndPush(
    website: GitRepository,
    files: Record<string, string>,
    author = undefined as typeof FLUX | undefined,
  ) {
    const sha = await website.commit(files, author === undefined ? {} : { author })
    await website.git('push', '-q', 'origin', 'master')
    return sha
  }

  test('a re-run of an old job is refused, with both commits named; a manual run warns and goes on', async () => {
    const { website, images, name } = await site()
    const old = await website.git('rev-parse', 'HEAD')
    const head = await commitAndPush(website, { 'frontend/page': 'newer' })
    const later = done(await push(lab, website, engine, registry.address, { images }))
    await website.git('checkout', '-q', old)

    const rerun = await push(lab, website, engine, registry.address, { images })
    expect(rerun.code).toBe(1)
    expect(rerun.log).toContain(old)
    expect(rerun.log).toContain(head)
    expect(rerun.log).toContain(`published already as ${later.outputs.tag}`)
    expect(rerun.summary).toContain('on-stale')
    expect(await crane(lab, registry.address).tags(name)).toEqual([later.outputs.tag])

    const manual = done(await push(lab, website, engine, registry.address, { images }, MANUAL))
    expect(manual.log).toContain('::warning::commit')
    done(await push(lab, website, engine, registry.address, { images, 'on-stale': 'allow' }))
  }, 90_000)

  test('in a checkout of depth 1 the old commit is found to be old all the same', async () => {
    const { website, images } = await site()
    const old = await website.git('rev-parse', 'HEAD')
    const shallow = await cloneGitRepository(lab, await website.git('remote', 'get-url', 'origin'), { depth: 1 })
    expect(await shallow.git('rev-parse', 'HEAD')).toBe(old)
    const head = await commitAndPush(website, { 'frontend/page': 'newer' })
    const result = await push(lab, shallow, engine, registry.address, { images })
    expect(result.code).toBe(1)
    expect(result.log).toContain(`commit ${old} is not the head of master any more: that is ${head}, 1 newer`)
    expect(await shallow.git('for-each-ref', 'refs/fluxgate')).toBe('')
  }, 60_000)

  test('when origin does not answer, that is the reason given, and the run goes on', async () => {
    const { website, images } = await site()
    await website.git('remote', 'set-url', 'origin', `${lab.folder}/gone.git`)
    const result = done(await push(lab, website, engine, registry.address, { images }))
    expect(result.log).toContain('origin could not be asked for the head of master')
  }, 60_000)

  test('a commit of the image automation is not built, whatever the depth of the checkout', async () => {
    const { website, images, name } = await site()
    await commitAndPush(website, { 'flux/deployment.yaml': deployment('main-aaaaaaa-1700000000') })
    await commitAndPush(website, { 'flux/deployment.yaml': deployment('main-bbbbbbb-1700000001') }, FLUX)
    const shallow = await cloneGitRepository(lab, await website.git('remote', 'get-url', 'origin'), { depth: 1 })
    for (const checkout of [website, shallow]) {
      const result = done(await push(lab, checkout, engine, registry.address, { images }))
      expect(result.outputs).toEqual({ skipped: 'automation-commit' })
      expect(result.log).toContain('::notice::Nothing to build')
      expect(result.log).not.toContain('::group::')
    }
    const manual = done(await push(lab, website, engine, registry.address, { images }, MANUAL))
    expect(await crane(lab, registry.address).tags(name)).toEqual([manual.outputs.tag])
  }, 60_000)

  test('the automation is known by the author that its manifest names, and people are not', async () => {
    const { website, images } = await site()
    await commitAndPush(website, { 'flux/automation.yaml': AUTOMATION, 'flux/other.yaml': 'a: 1\n' })
    await commitAndPush(website, { 'flux/other.yaml': 'a: 2\n' }, { name: 'Delivery', email: 'delivery@example.com' })
    const skipped = done(await push(lab, website, engine, registry.address, { images }))
    expect(skipped.outputs.skipped).toBe('automation-commit')
    await commitAndPush(website, { 'flux/other.yaml': 'a: 3\n' })
    expect(done(await push(lab, website, engine, registry.address, { images })).outputs.skipped).toBe('')
    await commitAndPush(website, { 'flux/other.yaml': 'a: 4\n', 'frontend/page': 'x' }, FLUX)
    expect(done(await push(lab, website, engine, registry.address, { images })).outputs.skipped).toBe('')
  }, 90_000)

  test('commits that only the automation made since do not make a build stale', async () => {
    const { website, images } = await site()
    const built = await commitAndPush(website, { 'flux/deployment.yaml': deployment('main-aaaaaaa-1700000000') })
    await commitAndPush(website, { 'flux/deployment.yaml': deployment('main-bbbbbbb-1700000001') }, FLUX)
    await website.git('checkout', '-q', built)
    done(await push(lab, website, engine, registry.address, { images }))
  }, 60_000)

  test('a clock that is a day slow, and two builds in one second, give a later tag all the same', async () => {
    const { website, images, name } = await site()
    const first = done(await push(lab, website, engine, registry.address, { images }))
    const ahead = Math.floor(Date.now() / 1000) + 86_400
    const client = crane(lab, registry.address)
    await client.tag(name, first.outputs.tag ?? '', `main-0000000-${ahead}`)
    const second = done(await push(lab, website, engine, registry.address, { images }))
    expect(second.outputs.tag).toMatch(new RegExp(`-${ahead + 1}$`))
    expect(second.log).toContain(`main-0000000-${ahead}`)
    expect(second.summary).toContain('one second later')
    expect(await client.tags(name.replace('frontend', 'backend'))).toContain(second.outputs.tag)
  }, 60_000)

  test('a time that nothing can follow is an error that names the tag to delete', async () => {
    const { website, images, name } = await site()
    const first = done(await push(lab, website, engine, registry.address, { images }))
    await crane(lab, registry.address).tag(name, first.outputs.tag ?? '', 'main-0000000-9999999999')
    const result = await push(lab, website, engine, registry.address, { images })
    expect(result.code).toBe(1)
    expect(result.log).toContain('main-0000000-9999999999')
    expect(result.log).toContain('Delete that tag')
  }, 60_000)

  test('another branch has a prefix of its own, and one that ends like main is told apart', async () => {
    const { website, images } = await site()
    for (const [branch, pattern] of [
      ['develop', /^develop-[0-9a-f]{7}-\d{10}$/],
      ['feature/main', /^feature-main\.[0-9a-f]{8}-[0-9a-f]{7}-\d{10}$/],
    ] as const) {
      await website.git('checkout', '-q', '-B', branch)
      await website.git('push', '-q', 'origin', branch)
      const ref = `refs/heads/${branch}`
      expect(done(await push(lab, website, engine, registry.address, { images }, { ref })).outputs.tag).toMatch(pattern)
    }
  }, 60_000)

  test('retention keeps the newest builds by time, what git names, and every tag that is none of ours', async () => {
    const { website, images, name } = await site()
    const client = crane(lab, registry.address)
    const now = Math.floor(Date.now() / 1000)
    const old = ['fffffff', '0000000', 'abcdef0', '1234567'].map(
      (sha7, age) => `main-${sha7}-${now - 1000 * (age + 1)}`,
    )
    const built: string[] = []
    for (const [index, tag] of old.entries()) {
      await commitAndPush(website, { 'frontend/page': `build ${index}` })
      const run = done(await push(lab, website, engine, registry.address, { images }))
      built.push(run.outputs.tag ?? '')
      await client.tag(name, run.outputs.tag ?? '', tag)
    }
    const [first = '', , , last = ''] = built
    await client.tag(name, first, 'other-format')
    await commitAndPush(website, { 'flux/deployment.yaml': deployment(old[3] ?? ''), 'frontend/page': 'now' })

    const before = await client.tags(name)
    const dry = done(await push(lab, website, engine, registry.address, { images, retention: '2', 'dry-run': 'true' }))
    expect(await client.tags(name)).toEqual(before)
    expect(dry.log).toContain(`keep ${name}:${old[3]}: git names it`)
    expect(dry.log).toContain(`delete ${name}@sha256:`)

    const result = done(await push(lab, website, engine, registry.address, { images, retention: '2' }))
    // The two newest; what git names; and the image that a tag of another format shares.
    const kept = [result.outputs.tag, last, old[3], first, old[0], 'other-format']
    expect([...(await client.tags(name))].sort()).toEqual([...kept].sort())
  }, 120_000)

  test('retention deletes nothing when the history is too short to know what it names', async () => {
    const { website, images, name } = await site()
    for (let index = 0; index < 3; index += 1) await commitAndPush(website, { 'frontend/page': String(index) })
    const origin = await website.git('remote', 'get-url', 'origin')
    const shallow = await cloneGitRepository(lab, origin, { depth: 2 })
    await shallow.git('remote', 'set-url', 'origin', `${lab.folder}/gone.git`)
    done(await push(lab, shallow, engine, registry.address, { images }))
    const result = done(await push(lab, shallow, engine, registry.address, { images, retention: '1' }))
    expect(result.log).toContain('Old builds were not deleted')
    expect(result.log).toContain('fetch-depth: 50')
    expect(await crane(lab, registry.address).tags(name)).toHaveLength(2)
  }, 60_000)
})
