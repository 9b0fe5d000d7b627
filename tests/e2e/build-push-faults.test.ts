import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startBuildKit } from '../lab/buildkit.js'
import { type DockerEngine, startDockerEngine } from '../lab/docker-engine.js'
import type { Layer } from '../lab/exchange.js'
import { refusal } from '../lab/exchange.js'
import { type FaultServer, startFaultServer } from '../lab/fault-server.js'
import type { GitRepository } from '../lab/git-repository.js'
import { harbor } from '../lab/harbor.js'
import { type Lab, openLab } from '../lab/lab.js'
import { succeed } from '../lab/program.js'
import { account, type Registry, startRegistry } from '../lab/registry.js'
import { tagPages } from '../lab/tag-pages.js'
import { tokenService } from '../lab/token-service.js'
import { describeWith } from '../lab/tools.js'
import { done, makeWebsite, push } from './website.js'

const UPLOAD = /\/v2\/library\/backend\/blobs\/uploads\//
const BACKEND_MANIFEST = /\/v2\/library\/backend\/manifests\//

describeWith(['root', 'docker', 'registry', 'buildkit', 'node24'], 'build-push against a registry with faults', () => {
  let lab: Lab
  let engine: DockerEngine
  let website: GitRepository
  /** Each test has a registry of its own, so that what is published is what this test published. */
  let registry: Registry

  beforeAll(async () => {
    lab = await openLab()
    engine = await startDockerEngine(lab)
    website = await makeWebsite(lab)
    const kit = await startBuildKit(lab)
    const create = ['buildx', 'create', '--name', 'far', '--driver', 'remote', kit.address]
    await succeed(lab, { command: 'docker', args: create, env: engine.env })
  }, 60_000)

  afterAll(() => lab.stop(), 60_000)

  async function server(layers: readonly Layer[] = []): Promise<FaultServer> {
    registry = await startRegistry(lab, { auth: false })
    return startFaultServer(lab, { upstream: registry.url, layers })
  }

  async function published(name: string): Promise<readonly string[]> {
    const response = await fetch(`${registry.url}/v2/library/${name}/tags/list`)
    const body: unknown = await response.json()
    return typeof body === 'object' && body !== null && 'tags' in body && Array.isArray(body.tags) ? body.tags : []
  }

  const builders = [
    ['docker', ''],
    ['remote', 'far'],
  ] as const

  for (const [driver, builder] of builders) {
    test(`a 429 is waited for as long as the registry asks, and the ${driver} driver does not build again`, async () => {
      const faults = await server()
      faults.fail({
        method: 'POST',
        path: UPLOAD,
        on: [2, 3, 4, 5, 6, 7, 8],
        answer: { status: 429, headers: { 'retry-after': '1' } },
      })
      const result = done(await push(lab, website, engine, faults.address, { builder }))
      expect(await published('backend')).toEqual([result.outputs.tag])
      expect(await published('frontend')).toEqual([result.outputs.tag])
      expect(result.log.match(/::group::Build/g)).toHaveLength(1)
    }, 90_000)

    test(`a 502 in the middle of a push with the ${driver} driver passes`, async () => {
      const faults = await server()
      faults.fail({ method: 'PUT', path: UPLOAD, answer: { status: 502, body: 'bad gateway' } })
      faults.fail({ method: 'PUT', path: BACKEND_MANIFEST, answer: { status: 502, body: 'bad gateway' } })
      const result = done(await push(lab, website, engine, faults.address, { builder }))
      expect(await published('backend')).toEqual([result.outputs.tag])
      expect(faults.requests({ method: 'PUT', path: BACKEND_MANIFEST, status: 502 })).toHaveLength(1)
    }, 90_000)

    test(`a connection that breaks in the middle of an upload with the ${driver} driver is made anew`, async () => {
      const faults = await server()
      faults.fail({ method: 'PUT', path: UPLOAD, reset: { afterBytes: 20 } })
      faults.fail({ method: 'PATCH', path: UPLOAD, reset: { afterBytes: 20 } })
      const result = done(await push(lab, website, engine, faults.address, { builder }))
      expect(await published('backend')).toEqual([result.outputs.tag])
      expect(faults.requests({ path: UPLOAD, status: 0 }).length).toBeGreaterThan(0)
    }, 90_000)

    test(`a registry that fails for good ends a run of the ${driver} driver after three tries, and the log says what exists`, async () => {
      const faults = await server()
      faults.fail({ method: 'PUT', path: BACKEND_MANIFEST, on: 'all', answer: { status: 503 } })
      const result = await push(lab, website, engine, faults.address, { builder })
      expect(result.code).toBe(1)
      expect(await published('backend')).toEqual([])
      expect(result.log).toContain('after 3 tries')
      if (driver === 'docker') {
        expect(await published('frontend')).toEqual([result.outputs.tag])
        expect(result.log).toMatch(/Half published: \S+ exists in \S+frontend and not in \S+backend/)
      } else {
        expect(await published('frontend')).toEqual([])
        expect(result.log).not.toContain('Half published')
      }
      expect(result.summary).toContain('Not published')
    }, 120_000)
  }

  for (const [status, code] of [
    [400, 'MANIFEST_INVALID'],
    [401, 'UNAUTHORIZED'],
    [403, 'DENIED'],
    [404, 'NAME_UNKNOWN'],
    [412, 'PRECONDITION'],
  ] as const) {
    test(`a ${status} is an answer: nothing is tried again`, async () => {
      const faults = await server()
      faults.fail({ method: 'PUT', path: BACKEND_MANIFEST, on: 'all', answer: refusal(status, code, 'no thanks') })
      const result = await push(lab, website, engine, faults.address, { builder: 'far' })
      expect(result.code).toBe(1)
      expect(result.log).toContain('the push failed: ')
      expect(result.log).not.toContain('try 2')
      expect([await published('frontend'), await published('backend')]).toEqual([[], []])
    }, 60_000)
  }

  test('slow answers are waited for', async () => {
    const faults = await server()
    faults.fail({ path: /^\/v2\//, on: [1, 2, 3, 4, 5, 6, 7, 8], delay: 700 })
    const result = done(await push(lab, website, engine, faults.address))
    expect(await published('backend')).toEqual([result.outputs.tag])
  }, 60_000)

  test('bearer tokens are fetched for each repository, and anew when they run out', async () => {
    const faults = await server([tokenService({ ...account, lifetime: 1 })])
    const result = done(await push(lab, website, engine, faults.address))
    expect(await published('backend')).toEqual([result.outputs.tag])
  }, 60_000)

  test('a tag list in pages is read to its end, so a tag of the last page counts', async () => {
    const faults = await server([tagPages(2)])
    const first = done(await push(lab, website, engine, faults.address))
    const ahead = 4_000_000_000
    for (const tag of ['a', 'b', 'c', `main-abcdef0-${ahead}`, 'z1', 'z2']) {
      await copyTag(faults, 'library/backend', first.outputs.tag ?? '', tag)
    }
    const second = done(await push(lab, website, engine, faults.address, { 'on-stale': 'allow' }))
    expect(second.outputs.tag).toMatch(new RegExp(`-${ahead + 1}$`))
  }, 60_000)

  test('a whole run works with Harbor, whose robot accounts have a dollar in their names', async () => {
    const faults = await server(harbor(account))
    const result = done(await push(lab, website, engine, faults.address))
    expect(await published('backend')).toEqual([result.outputs.tag])
  }, 60_000)

  test('a one-part name and a missing project are named before anything is built, for Harbor answers them with 400', async () => {
    const faults = await server(harbor(account))
    const images = '- {name: frontend, context: frontend}\n- {name: nowhere/backend, context: backend}'
    const result = await push(lab, website, engine, faults.address, { images })
    expect(result.code).toBe(1)
    expect(result.log).toContain('Harbor at')
    expect(result.log).toContain('"library/frontend"')
    expect(result.log).toContain('Harbor project "nowhere"')
    expect(result.log).not.toContain('::group::Build')
  }, 60_000)

  test('without a login Harbor’s 400 is explained as what it is', async () => {
    const faults = await server(harbor({ ...account, anonymousPull: true }))
    const result = await push(lab, website, engine, faults.address, { username: '', password: '' })
    expect(result.code).toBe(1)
    expect(result.log).toMatch(/wants a login|without a login/)
    expect(result.log).toContain('"username" and "password"')
  }, 60_000)

  test('an older Harbor refuses attestations, and the error says which input turns them off', async () => {
    const faults = await server(harbor({ ...account, refusesAttestations: true }))
    const refused = await push(lab, website, engine, faults.address, { provenance: 'true', builder: 'far' })
    expect(refused.code).toBe(1)
    expect(refused.log).toContain('provenance: false')
    expect([await published('frontend'), await published('backend')]).toEqual([[], []])
    done(await push(lab, website, engine, faults.address, { builder: 'far' }))
  }, 90_000)

  for (const [status, words] of [
    [507, 'no room left'],
    [403, 'A full quota or a policy'],
  ] as const) {
    test(`a full quota that Harbor answers with ${status} is called by its name`, async () => {
      const faults = await server(harbor({ ...account, quota: { bytes: 10, status } }))
      const result = await push(lab, website, engine, faults.address, { builder: 'far' })
      expect(result.code).toBe(1)
      expect(result.summary).toContain(words)
      expect(result.summary).not.toContain('uploads/0')
    }, 60_000)
  }

  test('a tag that somebody else takes in the same second is not overwritten', async () => {
    const faults = await server()
    const first = done(await push(lab, website, engine, faults.address))
    // The list hides the tag, as a registry's cache may: only the question for the tag itself finds it.
    faults.fail({ path: /tags\/list/, on: 'all', answer: { status: 200, body: '{"tags":[]}' } })
    faults.fail({
      method: 'HEAD',
      path: /\/v2\/library\/backend\/manifests\/main-/,
      answer: { status: 200, headers: { 'docker-content-digest': `sha256:${'0'.repeat(64)}` } },
    })
    const second = await push(lab, website, engine, faults.address)
    expect(second.code).toBe(1)
    expect(second.log).toContain('exists already')
    expect(await published('backend')).toEqual([first.outputs.tag])
  }, 60_000)

  test('a tag refused as immutable gets its own words', async () => {
    const faults = await server()
    const answer = refusal(412, 'PRECONDITION', "'library/backend:x' configured as immutable.")
    faults.fail({ method: 'PUT', path: /backend\/manifests\/main-/, on: 'all', answer })
    const result = await push(lab, website, engine, faults.address, { builder: 'far' })
    expect(result.code).toBe(1)
    expect(result.log).toContain('makes tags immutable')
    expect(result.log).toMatch(/Half published: \S+ exists in \S+frontend and not in \S+backend/)
  }, 60_000)

  test('an image that landed without one of its platforms fails the run, and is named', async () => {
    const faults = await server()
    const images = '- {name: library/backend, context: backend, platforms: "linux/amd64,linux/arm64"}'
    const good = done(await push(lab, website, engine, faults.address, { images: images.replace(',linux/arm64', '') }))
    const single = await fetch(`${registry.url}/v2/library/backend/manifests/${good.outputs.tag}`, {
      headers: {
        accept: 'application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json',
      },
    })
    const body = await single.text()
    const type = single.headers.get('content-type') ?? ''
    faults.fail({
      method: 'GET',
      path: /backend\/manifests\/main-/,
      on: 'all',
      answer: { status: 200, headers: { 'content-type': type }, body },
    })
    const result = await push(lab, website, engine, faults.address, { images })
    expect(result.code).toBe(1)
    expect(result.log).toMatch(/library\/backend:main-\S+ is sha256:\S+ in the registry, and sha256:\S+ was pushed/)
  }, 60_000)

  async function copyTag(faults: FaultServer, name: string, from: string, to: string): Promise<void> {
    const accept = 'application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json'
    const manifest = await fetch(`${faults.url}/v2/${name}/manifests/${from}`, { headers: { accept } })
    await fetch(`${faults.url}/v2/${name}/manifests/${to}`, {
      method: 'PUT',
      headers: { 'content-type': manifest.headers.get('content-type') ?? '' },
      body: await manifest.text(),
    })
  }
})
