import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { get, type RequestOptions } from 'node:https'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runAction, startAction } from './action-process.js'
import { buildBuildKitImage, startBuildKit } from './buildkit.js'
import { writeLogin } from './docker-config.js'
import { type DockerEngine, startDockerEngine } from './docker-engine.js'
import { startFaultServer } from './fault-server.js'
import { cloneGitRepository, makeGitRepository } from './git-repository.js'
import { harbor } from './harbor.js'
import { type Lab, openLab } from './lab.js'
import { resolveNames } from './names.js'
import { run, start, succeed, type Wrapper } from './program.js'
import { account, type Registry, startRegistry } from './registry.js'
import { tagPages } from './tag-pages.js'
import { tokenService } from './token-service.js'
import { busybox, describeWith } from './tools.js'

describeWith(['docker', 'buildkit', 'registry', 'busybox', 'crane', 'root'], 'images pushed for real', () => {
  let lab: Lab
  let wrap: Wrapper
  let engine: DockerEngine
  let registry: Registry
  let context: string

  beforeAll(async () => {
    lab = await openLab()
    wrap = await resolveNames(lab, ['registry.example'])
    engine = await startDockerEngine(lab, { wrap })
    registry = await startRegistry(lab)
    context = await makeContext(lab)
    await writeLogin(engine.configFolder, `registry.example:${registry.port}`, account)
  }, 60_000)

  afterAll(() => lab.stop(), 30_000)

  test('the docker driver pushes both platforms over plain HTTP to a name that is not loopback', async () => {
    await proveBuilder('default')
  })

  test('the remote driver does', async () => {
    const config = `[registry."registry.example:${registry.port}"]\n  http = true\n`
    const buildkit = await startBuildKit(lab, { wrap, config })
    await docker('buildx', 'create', '--name', 'far', '--driver', 'remote', buildkit.address)
    await proveBuilder('far')
  })

  test('the docker-container driver does, with BuildKit from an image built here', async () => {
    const config = join(context, '..', 'buildkitd.toml')
    await writeFile(config, `[registry."registry.example:${registry.port}"]\n  http = true\n`)
    await buildBuildKitImage(lab, engine)
    const network = ['--driver-opt', 'network=host']
    await docker('buildx', 'create', '--name', 'boxed', '--driver', 'docker-container', ...network, '--config', config)
    await proveBuilder('boxed')
  }, 60_000)

  test('a wrong password is refused', async () => {
    const { code, stderr } = await run(lab, {
      command: 'crane',
      args: ['ls', '--insecure', `${registry.address}/library/default`],
      env: { DOCKER_CONFIG: await lab.makeFolder('nobody') },
    })
    expect([code, stderr]).toEqual([1, expect.stringContaining('UNAUTHORIZED')])
  })

  async function proveBuilder(builder: string): Promise<void> {
    const image = `registry.example:${registry.port}/library/${builder}:1`
    const metadataFile = join(context, '..', `${builder}.json`)
    // The daemon's own builder: see docs/decisions/docker-driver-push.md.
    const push = builder === 'default' ? 'push=,unpack=false,store=false,registry.insecure=true' : 'push=true'
    const output = `type=image,name=${image},${push}`
    await docker(
      ...['buildx', 'build', '--builder', builder, '--platform', 'linux/amd64,linux/arm64'],
      ...['--output', output, '--metadata-file', metadataFile, context],
    )
    const reported = JSON.parse(await readFile(metadataFile, 'utf8'))['containerimage.digest']
    expect(await crane('digest', image)).toBe(`${reported}\n`)
    const index = JSON.parse(await crane('manifest', image))
    const platforms = index.manifests.map(
      (entry: { platform: { architecture: string } }) => entry.platform.architecture,
    )
    expect(platforms).toEqual(expect.arrayContaining(['amd64', 'arm64']))
  }

  function docker(...args: string[]): Promise<string> {
    return succeed(lab, { command: 'docker', args, wholeEnv: engine.env, wrap })
  }

  function crane(command: string, image: string): Promise<string> {
    return succeed(lab, { command: 'crane', args: [command, '--insecure', image], wholeEnv: engine.env, wrap })
  }
})

describeWith(['docker', 'registry', 'busybox', 'root'], 'a build on the older image store', () => {
  test('runs a command in the image', async () => {
    await withLab(async lab => {
      const engine = await startDockerEngine(lab, { containerdStore: false })
      const context = await makeContext(lab)
      await writeFile(join(context, 'Dockerfile'), runningDockerfile)
      const args = ['buildx', 'build', '--progress', 'plain', context]
      const { code, stderr } = await run(lab, { command: 'docker', args, wholeEnv: engine.env })
      expect([code, stderr]).toEqual([0, expect.stringContaining('it runs on amd64')])
    })
  })
})

describeWith(['registry', 'crane'], 'the fault server', () => {
  let lab: Lab
  let registry: Registry
  const layer = Buffer.alloc(300_000, 'layer')

  beforeAll(async () => {
    lab = await openLab()
    registry = await startRegistry(lab, { auth: false })
  })
  afterAll(() => lab.stop())

  test('passes everything on, and counts', async () => {
    const server = await startFaultServer(lab, { upstream: registry.url })
    await push(server.address, 'library/plain:1')
    expect(await crane(server.address, 'ls', 'library/plain')).toBe('1\n')
    expect(server.requests({ method: 'PUT', path: /\/manifests\/1$/ })).toMatchObject([{ status: 201 }])
    expect(server.requests({ path: /tags\/list/ })).toHaveLength(1)
  })

  test('answers a fault as often as it is told, and lets a retry through', async () => {
    const server = await startFaultServer(lab, { upstream: registry.url })
    server.fail({ method: 'PUT', path: /\/manifests\//, on: [1, 2], answer: { status: 502 } })
    await push(server.address, 'library/flaky:1')
    expect(server.requests({ method: 'PUT', path: /\/manifests\// }).map(seen => seen.status)).toEqual([502, 502, 201])
  })

  test('breaks an upload in the middle', async () => {
    const server = await startFaultServer(lab, { upstream: registry.url })
    server.fail({ method: 'PATCH', path: /\/uploads\//, on: 'all', reset: { afterBytes: 1000 } })
    const started = await fetch(`${server.url}/v2/library/cut/blobs/uploads/`, { method: 'POST' })
    const upload = fetch(new URL(started.headers.get('location') ?? '', server.url), { method: 'PATCH', body: layer })
    await expect(upload).rejects.toMatchObject({
      cause: { code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET|EPIPE/) },
    })
    expect(server.requests({ method: 'PATCH' })).toMatchObject([{ status: 0 }])
  })

  test('leaves a request without an answer', async () => {
    const server = await startFaultServer(lab, { upstream: registry.url })
    server.fail({ path: /\/v2\/$/, hang: true })
    await expect(fetch(`${server.url}/v2/`, { signal: AbortSignal.timeout(100) })).rejects.toThrow('timeout')
    expect((await fetch(`${server.url}/v2/`)).status).toBe(200)
  })

  test('does what was asked and then denies it', async () => {
    const server = await startFaultServer(lab, { upstream: registry.url })
    const refusal = { status: 502, headers: { 'retry-after': '1' }, body: 'bad gateway' }
    server.fail({ method: 'DELETE', path: /\/manifests\//, served: true, delay: 50, answer: refusal })
    await push(server.address, 'library/gone:1')
    const digest = (await crane(server.address, 'digest', 'library/gone:1')).trim()
    const started = Date.now()
    const answer = await fetch(`${server.url}/v2/library/gone/manifests/${digest}`, { method: 'DELETE' })
    expect([answer.status, answer.headers.get('retry-after'), await answer.text()]).toEqual([502, '1', 'bad gateway'])
    expect(Date.now() - started).toBeGreaterThanOrEqual(49)
    await expect(crane(server.address, 'digest', 'library/gone:1')).rejects.toThrow('404')
  })

  test('answers 502 when nothing stands behind it any more', async () => {
    const gone = await startRegistry(lab)
    const server = await startFaultServer(lab, { upstream: gone.url })
    await gone.stop()
    expect((await fetch(`${server.url}/v2/`)).status).toBe(502)
    expect(server.requests({ status: 502 })).toHaveLength(1)
  })

  test('gives tags in pages that a client can follow', async () => {
    const server = await startFaultServer(lab, { upstream: registry.url, layers: [tagPages(2)] })
    for (const tag of ['b', 'a', 'd', 'c', 'e']) await push(server.address, `library/pages:${tag}`)
    expect(await crane(server.address, 'ls', 'library/pages')).toBe('a\nb\nc\nd\ne\n')
    expect(server.requests({ path: /tags\/list/ })).toHaveLength(3)
  })

  test('speaks bearer authentication with a client that knows it', async () => {
    const may = (repository: string, action: string) => repository === 'library/mine' || action === 'pull'
    const server = await startFaultServer(lab, { upstream: registry.url, layers: [tokenService({ ...account, may })] })
    const config = await login(server.address)
    await push(server.address, 'library/mine:1', config)
    expect(await crane(server.address, 'ls', 'library/mine', config)).toBe('1\n')
    await expect(push(server.address, 'library/other:1', config)).rejects.toThrow('UNAUTHORIZED')
    await expect(crane(server.address, 'ls', 'library/mine')).rejects.toThrow('UNAUTHORIZED')
    expect(server.requests({ path: /^\/token/, status: 200 }).length).toBeGreaterThan(0)
  })

  test('lets a token go stale', async () => {
    const layers = [tokenService({ ...account, lifetime: 0.05 })]
    const server = await startFaultServer(lab, { upstream: registry.url, layers })
    const asked = await fetch(`${server.url}/token?scope=repository:library/plain:pull`, { headers: basic() })
    const { token } = Object(await asked.json())
    const headers = { authorization: `Bearer ${token}` }
    expect((await fetch(`${server.url}/v2/library/plain/tags/list`, { headers })).status).toBe(200)
    await sleep(60)
    const stale = await fetch(`${server.url}/v2/library/plain/tags/list`, { headers })
    expect([stale.status, stale.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('invalid_token'),
    ])
  })

  test('behaves like Harbor', async () => {
    const layers = harbor({ ...account, immutableTags: /^v/, refusesAttestations: true, quota: { bytes: 2_000 } })
    const server = await startFaultServer(lab, { upstream: registry.url, layers })
    const config = await login(server.address)
    await push(server.address, 'library/site:v1', config)
    await expect(push(server.address, 'library/site:v1', config, 'other')).rejects.toThrow('configured as immutable')
    await expect(push(server.address, 'site:1', config)).rejects.toThrow('400 Bad Request')
    await expect(push(server.address, 'secret/site:1', config)).rejects.toThrow('project secret not found')
    await expect(push(server.address, 'library/big:1', config, layer.toString())).rejects.toThrow('storage resource')
    const anonymous = await fetch(`${server.url}/v2/library/site/blobs/uploads/`, { method: 'POST' })
    expect(anonymous.status).toBe(400)
    const info = await fetch(`${server.url}/api/v2.0/systeminfo`)
    expect(await info.json()).toMatchObject({ harbor_version: expect.any(String) })
    const projects = `${server.url}/api/v2.0/projects?project_name=`
    const statuses = ['library', 'secret'].map(async name => (await fetch(projects + name, { method: 'HEAD' })).status)
    expect(await Promise.all(statuses)).toEqual([200, 404])
    expect((await fetch(`${server.url}/v2/`)).headers.get('www-authenticate')).toContain('service="harbor-registry"')
  })

  function basic() {
    return { authorization: `Basic ${Buffer.from(`${account.username}:${account.password}`).toString('base64')}` }
  }

  async function login(address: string): Promise<string> {
    const folder = await lab.makeFolder('docker-config')
    await writeLogin(folder, address, account)
    return folder
  }

  async function push(address: string, image: string, config?: string, content = image): Promise<void> {
    const folder = await lab.makeFolder('image')
    await writeFile(join(folder, 'content'), content)
    await succeed(lab, { command: 'tar', args: ['-cf', 'layer.tar', 'content'], cwd: folder })
    const args = [
      'append',
      '--insecure',
      '--oci-empty-base',
      '-f',
      join(folder, 'layer.tar'),
      '-t',
      `${address}/${image}`,
    ]
    await succeed(lab, { command: 'crane', args, env: { DOCKER_CONFIG: config ?? folder } })
  }

  async function crane(address: string, command: string, image: string, config?: string): Promise<string> {
    const env = { DOCKER_CONFIG: config ?? (await lab.makeFolder('nobody')) }
    return succeed(lab, { command: 'crane', args: [command, '--insecure', `${address}/${image}`], env })
  }
})

describeWith(['registry', 'openssl'], 'a registry with TLS', () => {
  test('speaks HTTPS with its own certificate, and nothing else', async () => {
    await withLab(async lab => {
      const registry = await startRegistry(lab, { tls: { names: ['registry.example'] } })
      expect((await fetch(registry.url.replace('https', 'http'))).status).toBe(400)
      const ca = await readFile(registry.certificateFile ?? '')
      const at = { host: '127.0.0.1', port: registry.port, servername: 'registry.example', path: '/v2/' }
      expect(await statusOf({ ...at, ca })).toBe(401)
      expect(await statusOf({ ...at, ca, auth: `${account.username}:${account.password}` })).toBe(200)
      await expect(statusOf(at)).rejects.toThrow('self-signed certificate')
    })
  })

  function statusOf(options: RequestOptions): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const answered = (response: IncomingMessage) => resolve(response.resume().statusCode)
      get({ ...options, agent: false }, answered).once('error', reject)
    })
  }
})

describeWith(['node20'], 'an action as a process', () => {
  test('gets its inputs, and its files are read back', async () => {
    await withLab(async lab => {
      const action = await makeAction(
        lab,
        'require("fs").appendFileSync(process.env.GITHUB_OUTPUT, "a=1\\nb<<E\\nx\\ny\\nE\\n");' +
          'require("fs").appendFileSync(process.env.GITHUB_STATE, "kept=it\\n");' +
          'require("fs").appendFileSync(process.env.GITHUB_STEP_SUMMARY, "# done");' +
          'require("fs").writeFileSync(process.env.RUNNER_TEMP + "/left", "canary");' +
          'console.log(process.env["INPUT_DRY-RUN"], process.env["INPUT_TWO_WORDS"], process.env.STATE_kept)',
      )
      const result = await runAction(lab, { action, inputs: { 'two words': 'said' }, workspace: lab.folder, node: 20 })
      expect(result).toMatchObject({
        code: 0,
        log: 'false said undefined\n',
        outputs: { a: '1', b: 'x\ny' },
        summary: '# done',
      })
      expect((await result.written()).map(file => file.path)).toContain('left')
      expect((await result.post()).log).toBe('false said it\n')
    })
  })

  test('is cancelled as the runner does it', async () => {
    await withLab(async lab => {
      const action = await makeAction(
        lab,
        'setInterval(() => {}, 1000);' +
          'process.on("SIGINT", () => { console.log("asked to stop"); process.exit(3) });console.log("up")',
      )
      const running = await startAction(lab, { action, inputs: {}, workspace: lab.folder, node: 20 })
      await running.waitFor(/up/)
      expect(await running.cancel()).toMatchObject({ code: 3, log: 'up\nasked to stop\n' })
    })
  })

  describeWith(['root'], 'in a world with names of its own', () => {
    test('reaches them, and hears the signals that are sent to it', async () => {
      await withLab(async lab => {
        const server = await startFaultServer(lab, { layers: [async () => ({ status: 200, body: 'hello' })] })
        const ask = `fetch("http://registry.example:${server.port}/").then(answer => answer.text()).then(console.log)`
        const action = await makeAction(
          lab,
          `process.on("SIGINT", () => process.exit(3)); ${ask}; setInterval(() => {}, 1000)`,
        )
        const wrap = await resolveNames(lab, ['registry.example'])
        const running = await startAction(lab, { action, inputs: {}, workspace: lab.folder, node: 20, wrap })
        await running.waitFor(/hello/)
        expect(await running.cancel()).toMatchObject({ code: 3 })
      })
    })
  })

  async function makeAction(lab: Lab, script: string): Promise<string> {
    const folder = await lab.makeFolder('action')
    await writeFile(join(folder, 'index.cjs'), script)
    const inputs = 'inputs:\n  dry-run:\n    default: "false"\n  two words: {}\n'
    await writeFile(
      join(folder, 'action.yml'),
      `${inputs}runs:\n  using: node24\n  main: index.cjs\n  post: index.cjs\n`,
    )
    return folder
  }
})

describeWith(['git'], 'a git repository', () => {
  test('has the same SHAs every time, an origin and shallow clones', async () => {
    await withLab(async lab => {
      const repository = await makeGitRepository(lab)
      await repository.commit({ 'a/b.txt': 'one\n' })
      const head = await repository.commit(
        { 'a/b.txt': undefined, c: 'x' },
        { message: 'Bot', author: { name: 'fluxcdbot', email: 'bot@example.com' } },
      )
      expect(head).toBe('892e479e63256124eda595380c8b60b856f4dc75')
      const origin = await repository.addOrigin()
      const clone = await cloneGitRepository(lab, origin, { depth: 1 })
      expect(await clone.git('rev-list', '--count', 'HEAD')).toBe('1')
      expect(await clone.git('log', '--format=%H %an %at')).toBe(`${head} fluxcdbot 1700000060`)
    })
  })
})

describe('the end of a lab', () => {
  test('takes everything with it, and says what would not go', async () => {
    const lab = await openLab()
    await start(lab, { command: 'sh', args: ['-c', 'setsid sleep 300 & echo up'] }).waitFor(/up/)
    await expect(lab.stop()).rejects.toThrow(/still ran: sleep 300/)
    expect(leftOf(lab.folder)).toEqual([])
  })

  describeWith(['docker', 'buildkit', 'busybox', 'root'], 'when the test process is killed', () => {
    test('the guard ends the engine, its containers and its mounts', async () => {
      await withLab(async lab => {
        const jest = join(import.meta.dirname, '..', '..', 'node_modules', 'jest', 'bin', 'jest.js')
        const script = join(import.meta.dirname, 'fixtures', 'lab-that-waits.ts')
        // An environment without this lab's mark: the other lab has its own guard, and must be proved by it alone.
        const inner = spawn(process.execPath, ['--experimental-vm-modules', jest, '--testMatch', script], {
          stdio: ['ignore', 'pipe', 'ignore'],
        })
        lab.onStop(async () => void inner.kill('SIGKILL'))
        let output = ''
        for await (const chunk of inner.stdout) {
          output += chunk
          if (output.includes('is up\n')) break
        }
        const [, folder] = output.match(/lab (\S+) is up/) ?? []
        if (folder === undefined) throw new Error(`the other lab did not come up:\n${output}`)
        expect(leftOf(folder).length).toBeGreaterThan(5)
        inner.kill('SIGKILL')
        const end = Date.now() + 20_000
        while (leftOf(folder).length > 0 && Date.now() < end) await sleep(100)
        expect(leftOf(folder)).toEqual([])
      })
    }, 60_000)
  })
})

const runningDockerfile = `FROM scratch
COPY --chmod=755 amd64/busybox /bin/busybox
RUN --network=none ["/bin/busybox", "sh", "-c", "echo it runs on amd64"]
`

/** A context whose image has busybox for each platform, from scratch. */
async function makeContext(lab: Lab): Promise<string> {
  const context = await lab.makeFolder('context')
  for (const architecture of ['amd64', 'arm64'] as const) {
    await mkdir(join(context, architecture))
    await copyFile(busybox(architecture), join(context, architecture, 'busybox'))
  }
  const dockerfile = 'FROM scratch\nARG TARGETARCH\nCOPY --chmod=755 ${TARGETARCH}/busybox /bin/busybox\n'
  await writeFile(join(context, 'Dockerfile'), dockerfile)
  return context
}

async function withLab(body: (lab: Lab) => Promise<void>): Promise<void> {
  const lab = await openLab()
  try {
    await body(lab)
  } finally {
    await lab.stop()
  }
}

/** What still speaks of a lab: its folder, mounts, and processes that carry its mark. */
function leftOf(folder: string): readonly string[] {
  const left = existsSync(folder) ? [folder] : []
  for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    for (const file of ['environ', 'mountinfo']) {
      try {
        if (readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(folder)) left.push(`${pid} ${file}`)
      } catch {
        // It ended meanwhile.
      }
    }
  }
  return left
}
