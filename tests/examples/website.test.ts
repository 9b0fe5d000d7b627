import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type DockerEngine, startDockerEngine } from '../lab/docker-engine.js'
import { type Lab, openLab } from '../lab/lab.js'
import { succeed } from '../lab/program.js'
import { describeWith } from '../lab/tools.js'

const website = join(import.meta.dirname, '..', '..', 'examples', 'website')

describeWith(['docker', 'busybox', 'root'], 'the example website', () => {
  let lab: Lab
  let engine: DockerEngine

  beforeAll(async () => {
    lab = await openLab()
    engine = await startDockerEngine(lab)
    await succeed(lab, { command: join(website, 'prepare') })
    for (const image of ['frontend', 'backend']) {
      await docker('buildx', 'build', '--load', '--tag', image, join(website, image))
    }
  }, 60_000)

  afterAll(() => lab.stop(), 30_000)

  test.each(['frontend', 'backend'])('%s is built for arm64 without emulation', async image => {
    const folder = await lab.makeFolder('arm64')
    await docker('buildx', 'build', '--platform', 'linux/arm64', '--output', folder, join(website, image))
    const program = await readFile(join(folder, 'bin', 'busybox'))
    const machine = program.readUInt16LE(18)
    expect(machine).toBe(0xb7)
  })

  test('the frontend serves its page', async () => {
    const container = await up('frontend')
    expect(await ask(container, 'http://127.0.0.1:8080/')).toContain('<h1>Delivered by Flux</h1>')
  })

  test('the backend says that it is well, and Docker believes it', async () => {
    const container = await up('backend')
    const health = JSON.parse(await ask(container, 'http://127.0.0.1:3001/api/health'))
    expect(health).toEqual({
      status: 'ok',
      host: expect.any(String),
      platform: expect.stringMatching(/x86_64|aarch64/),
    })
    await expect(ask(container, 'http://127.0.0.1:3001/other')).rejects.toThrow('404')
    const end = Date.now() + 15_000
    while ((await state(container)) === 'starting' && Date.now() < end) await sleep(200)
    expect(await state(container)).toBe('healthy')
  }, 30_000)

  test('nobody runs as root, and stopping is quick', async () => {
    for (const image of ['frontend', 'backend']) {
      const container = await up(image)
      expect(await docker('exec', container, '/bin/busybox', 'id', '-u')).toBe('65532\n')
      const started = Date.now()
      await docker('stop', container)
      expect(Date.now() - started).toBeLessThan(5000)
    }
  })

  async function up(image: string): Promise<string> {
    const container = (await docker('run', '--detach', '--network', 'none', image)).trim()
    // The engine says "started" a moment before the server listens.
    const port = image === 'frontend' ? '8080' : '3001'
    const listening = `until netstat -ltn | grep -q :${port}; do sleep 0.1; done`
    await docker('exec', container, '/bin/busybox', 'timeout', '10', '/bin/busybox', 'sh', '-c', listening)
    return container
  }

  /** Asks inside the container: it has a network of its own, with a loopback and nothing else. */
  function ask(container: string, url: string): Promise<string> {
    return docker('exec', container, '/bin/busybox', 'wget', '-q', '-T', '5', '-O', '-', url)
  }

  async function state(container: string): Promise<string> {
    return (await docker('inspect', '--format', '{{.State.Health.Status}}', container)).trim()
  }

  function docker(...args: string[]): Promise<string> {
    return succeed(lab, { command: 'docker', args, wholeEnv: engine.env })
  }
})
