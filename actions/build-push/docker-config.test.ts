import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parseJson } from '../../src/json.js'
import { processExec } from '../../src/runner/exec.js'
import { diskFiles } from '../../src/runner/files.js'
import type { Environment } from '../../src/runner/ports.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { type DockerSetup, setUpDocker } from './docker-config.js'

const root = temporaryFolder()
const REGISTRY = '192.168.0.40:5000'
const LOGIN = { username: 'robot$library+ci', password: 'hunter2 "$x" \\ \'y\' ä' }
const auth = (text: string) => Buffer.from(text).toString('base64')

interface Home {
  readonly folder: string
  readonly env: Environment
  /** Everything in the user's own docker folder, with its bytes. */
  snapshot(): string
  setUp(login?: typeof LOGIN, env?: Environment, registry?: string): Promise<DockerSetup>
}

/** A user's home with a docker configuration. */
function home(config?: unknown): Home {
  const folder = mkdtempSync(join(root, 'home-'))
  if (config !== undefined) {
    mkdirSync(join(folder, '.docker'))
    writeFileSync(join(folder, '.docker/config.json'), typeof config === 'string' ? config : JSON.stringify(config))
  }
  const env = { HOME: folder, PATH: process.env.PATH }
  return {
    folder,
    env,
    snapshot: () =>
      filesBelow(folder)
        .map(path => `${path} ${statSync(path).mode} ${readFileSync(path, 'utf8')}`)
        .join('\n'),
    setUp: (login, more = {}, registry = REGISTRY) => {
      const whole = { ...env, ...more }
      const world = { env: whole, files: diskFiles(join(root, 'temp')), exec: processExec(whole) }
      return setUpDocker(world, registry, login)
    },
  }
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}

const configOf = (setup: DockerSetup): unknown => parseJson(readFileSync(join(setup.folder, 'config.json'), 'utf8'))

/** Asks the helper of a run as docker does. */
function ask(setup: DockerSetup, host: string, verb = 'get', lineEnd = '') {
  const env = Object.fromEntries(Object.entries(setup.env).filter(([, value]) => value !== undefined))
  const { status, stdout } = spawnSync('docker-credential-fluxgate', [verb], {
    env,
    input: `${host}${lineEnd}`,
    encoding: 'utf8',
  })
  return { status, answer: parseJson(stdout), stdout }
}

describe('the docker configuration of a run', () => {
  it('knows the login of the inputs', async () => {
    const setup = await home().setUp(LOGIN)
    expect(setup.credentials).toEqual(LOGIN)
    expect(configOf(setup)).toEqual({ auths: {}, credHelpers: { [REGISTRY]: 'fluxgate' } })
    expect(ask(setup, REGISTRY).answer).toEqual({
      ServerURL: REGISTRY,
      Username: LOGIN.username,
      Secret: LOGIN.password,
    })
  })

  it('has no password in any file, whoever’s', async () => {
    const { setUp } = home({ auths: { 'ghcr.io': { auth: auth('me:hunter3') } } })
    const setup = await setUp(LOGIN)
    for (const path of filesBelow(setup.folder)) {
      const text = readFileSync(path, 'utf8')
      for (const secret of [
        'hunter2',
        'hunter3',
        auth('me:hunter3'),
        auth(LOGIN.password),
        auth('me:hunter3').slice(0, 8),
      ]) {
        expect(text).not.toContain(secret)
      }
    }
  })

  it('is for its owner only', async () => {
    const setup = await home().setUp(LOGIN)
    const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)
    expect(modeOf(setup.folder)).toBe('700')
    expect(modeOf(join(setup.folder, 'config.json'))).toBe('600')
    expect(modeOf(join(setup.folder, 'docker-credential-fluxgate'))).toBe('700')
  })

  it('leaves the user’s own as it was, and takes over all that is in it', async () => {
    const own = home({
      auths: { 'ghcr.io': { auth: auth('me:hunter3') } },
      proxies: { default: { httpProxy: 'http://proxy:3128' } },
      currentContext: 'farm',
      credHelpers: { 'ecr.example': 'ecr-login' },
    })
    mkdirSync(join(own.folder, '.docker/contexts/meta'), { recursive: true })
    mkdirSync(join(own.folder, '.docker/cli-plugins'))
    const before = own.snapshot()
    const setup = await own.setUp(LOGIN)
    expect(own.snapshot()).toBe(before)
    expect(configOf(setup)).toEqual({
      auths: {},
      proxies: { default: { httpProxy: 'http://proxy:3128' } },
      currentContext: 'farm',
      credHelpers: { 'ecr.example': 'ecr-login', 'ghcr.io': 'fluxgate', [REGISTRY]: 'fluxgate' },
    })
    expect(readlinkSync(join(setup.folder, 'contexts'))).toBe(join(own.folder, '.docker/contexts'))
    expect(readdirSync(setup.folder).sort()).toEqual([
      'cli-plugins',
      'config.json',
      'contexts',
      'docker-credential-fluxgate',
    ])
    expect(ask(setup, 'ghcr.io').answer).toMatchObject({ Username: 'me', Secret: 'hunter3' })
  })

  it('keeps builders in the user’s own place, so that they outlive the run', async () => {
    const own = home()
    expect((await own.setUp()).env).toMatchObject({ BUILDX_CONFIG: join(own.folder, '.docker/buildx') })
    const told = await own.setUp(undefined, { BUILDX_CONFIG: '/srv/buildx' })
    expect(told).toMatchObject({ buildxFolder: '/srv/buildx', env: { BUILDX_CONFIG: '/srv/buildx' } })
  })

  it('begins from the folder that DOCKER_CONFIG names, unless that is empty', async () => {
    const own = home({ auths: { [REGISTRY]: { auth: auth('home:one') } } })
    const other = home({ auths: { [REGISTRY]: { auth: auth('other:two') } } })
    expect((await own.setUp(undefined, { DOCKER_CONFIG: join(other.folder, '.docker') })).credentials?.username).toBe(
      'other',
    )
    const empty = await own.setUp(undefined, { DOCKER_CONFIG: '', BUILDX_CONFIG: '' })
    expect(empty.credentials?.username).toBe('home')
    expect(empty.buildxFolder).toBe(join(own.folder, '.docker/buildx'))
  })

  it('is in front of everything else on the path', async () => {
    const setup = await home().setUp(LOGIN)
    expect(setup.env.DOCKER_CONFIG).toBe(setup.folder)
    expect(setup.env.PATH?.split(':')[0]).toBe(setup.folder)
  })

  it('names the file when the user’s own is broken', async () => {
    await expect(home('{broken').setUp(LOGIN)).rejects.toThrow(/\.docker\/config\.json is no JSON/)
  })

  it.each(['[]', 'null', '7', '{"auths": 7, "credHelpers": []}', '{"auths": {"x": null, "y": {"auth": "%%%"}}}'])(
    'is not upset by a strange one: %s',
    async text => {
      const setup = await home(text).setUp(LOGIN)
      expect(configOf(setup)).toMatchObject({ credHelpers: { [REGISTRY]: 'fluxgate' } })
      expect(ask(setup, REGISTRY).answer).toMatchObject({ Secret: LOGIN.password })
    },
  )
})

describe('the login of a run', () => {
  it('is that of the inputs, before that of the user', async () => {
    const setup = await home({ auths: { [REGISTRY]: { auth: auth('me:old') } } }).setUp(LOGIN)
    expect(setup.credentials).toEqual(LOGIN)
    expect(ask(setup, REGISTRY).answer).toMatchObject({ Secret: LOGIN.password })
  })

  it('is the user’s when the inputs have none, and its password may hold colons', async () => {
    const setup = await home({ auths: { [REGISTRY]: { auth: auth('me:a:b:c') } } }).setUp()
    expect(setup.credentials).toEqual({ username: 'me', password: 'a:b:c' })
  })

  it.each([`https://${REGISTRY}`, `http://${REGISTRY}/`, `https://${REGISTRY}/v1/`, `https://${REGISTRY}/v2/`])(
    'is found under the name that an older docker gave it: %s',
    async key => {
      const setup = await home({ auths: { [key]: { auth: auth('me:pw') } } }).setUp()
      expect(setup.credentials).toEqual({ username: 'me', password: 'pw' })
      expect(ask(setup, REGISTRY).answer).toMatchObject({ Secret: 'pw' })
    },
  )

  it('of Docker Hub goes by the address that docker has for it', async () => {
    const setup = await home().setUp(LOGIN, {}, 'docker.io')
    expect(ask(setup, 'https://index.docker.io/v1/').answer).toMatchObject({ Secret: LOGIN.password })
    const own = await home({ auths: { 'https://index.docker.io/v1/': { auth: auth('me:pw') } } }).setUp(
      undefined,
      {},
      'docker.io',
    )
    expect(own.credentials).toEqual({ username: 'me', password: 'pw' })
  })

  it('comes from the user’s own helper when that keeps it', async () => {
    const own = home({ credsStore: 'test', credHelpers: { 'ghcr.io': 'other' } })
    const bin = join(own.folder, 'bin')
    mkdirSync(bin)
    const script =
      '#!/bin/sh\nread -r host\n[ "$1" = get ] && echo "{\\"Username\\":\\"me\\",\\"Secret\\":\\"for $host\\"}"\n'
    writeFileSync(join(bin, 'docker-credential-test'), script)
    chmodSync(join(bin, 'docker-credential-test'), 0o755)
    writeFileSync(join(bin, 'docker-credential-other'), '#!/bin/sh\necho credentials not found; exit 1\n')
    chmodSync(join(bin, 'docker-credential-other'), 0o755)
    const path = { PATH: `${bin}:${process.env.PATH}` }
    expect((await own.setUp(undefined, path)).credentials).toEqual({ username: 'me', password: `for ${REGISTRY}` })
    expect((await own.setUp(undefined, path, 'ghcr.io')).credentials).toBeUndefined()
    expect((await own.setUp(LOGIN, path)).credentials).toEqual(LOGIN)
  })

  it('is none when nobody has one', async () => {
    const setup = await home().setUp()
    expect(setup.credentials).toBeUndefined()
    expect(configOf(setup)).toEqual({ auths: {}, credHelpers: {} })
  })
})

describe('the helper of a run', () => {
  it('answers for each host its own login, with a line end behind the host or not', async () => {
    const setup = await home({ auths: { a: { auth: auth('a:1') }, 'a:5000': { auth: auth('b:2') } } }).setUp(LOGIN)
    for (const lineEnd of ['', '\n']) {
      expect(ask(setup, 'a', 'get', lineEnd).answer).toMatchObject({ Username: 'a', Secret: '1' })
      expect(ask(setup, 'a:5000', 'get', lineEnd).answer).toMatchObject({ Username: 'b', Secret: '2' })
      expect(ask(setup, REGISTRY, 'get', lineEnd).answer).toMatchObject({ Secret: LOGIN.password })
    }
  })

  it('says nothing of other hosts, and forgets and keeps nothing', async () => {
    const setup = await home().setUp(LOGIN)
    for (const host of ['', '*', '192.168.0.40', `${REGISTRY}0`, 'x']) expect(ask(setup, host).stdout).toBe('')
    const before = filesBelow(setup.folder).map(path => readFileSync(path, 'utf8'))
    for (const verb of ['store', 'erase', 'list'])
      expect(ask(setup, REGISTRY, verb)).toMatchObject({ status: 0, stdout: '' })
    expect(filesBelow(setup.folder).map(path => readFileSync(path, 'utf8'))).toEqual(before)
  })

  it('knows an identity token by the name that docker has for it', async () => {
    const setup = await home({ auths: { a: { identitytoken: 'tok', auth: auth('x:') } } }).setUp()
    expect(ask(setup, 'a').answer).toEqual({ ServerURL: 'a', Username: '<token>', Secret: 'tok' })
  })
})
