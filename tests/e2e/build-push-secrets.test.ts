import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type ActionResult, startAction } from '../lab/action-process.js'
import { type DockerEngine, startDockerEngine } from '../lab/docker-engine.js'
import { type FaultServer, startFaultServer } from '../lab/fault-server.js'
import { filesBelow } from '../lab/files-below.js'
import type { GitRepository } from '../lab/git-repository.js'
import { type Lab, openLab } from '../lab/lab.js'
import { account, type Registry, startRegistry } from '../lab/registry.js'
import { busybox, describeWith } from '../lab/tools.js'
import { crane, done, makeWebsite, push, pushStep } from './website.js'

const TOKEN = 'canary-token-5f0e1d'
const ENVIRONMENT = 'canary value of the env-file'

describeWith(['root', 'docker', 'registry', 'busybox', 'crane', 'node24'], 'build-push and secrets', () => {
  let lab: Lab
  let engine: DockerEngine
  let registry: Registry
  let faults: FaultServer

  beforeAll(async () => {
    lab = await openLab()
    ;[engine, registry] = await Promise.all([startDockerEngine(lab), startRegistry(lab)])
    faults = await startFaultServer(lab, { upstream: registry.url })
  }, 60_000)

  afterAll(() => lab.stop(), 60_000)

  /** A website whose frontend prints a secret while it is built. */
  async function secretSite(): Promise<GitRepository> {
    const website = await makeWebsite(lab)
    await copyFile(busybox('amd64'), join(website.folder, 'frontend', 'sh'))
    await website.commit({
      'frontend/Dockerfile': `FROM scratch
COPY sh /bin/sh
RUN --network=none --mount=type=secret,id=token ["/bin/sh", "-c", "cat /run/secrets/token; wc -c < /run/secrets/token > /length"]
`,
    })
    await website.git('push', '-q', 'origin', 'master')
    await writeFile(join(lab.folder, 'secrets.env'), `TOKEN="${TOKEN}"\nGREETING='${ENVIRONMENT}'\n`)
    return website
  }

  const inputs = () => ({
    'env-file': join(lab.folder, 'secrets.env'),
    images: `
- name: library/frontend
  context: frontend
  secrets: "id=token,env=TOKEN"
- name: library/backend
  context: backend
  build-args: [GREETING]
`,
  })

  function canaries(): readonly string[] {
    return [account.password, TOKEN].flatMap(secret => [secret, Buffer.from(secret).toString('base64')])
  }

  /** Every byte that a run wrote, but for the commands that tell the runner what to hide. */
  async function everything(result: ActionResult): Promise<string> {
    const log = result.log.replace(/^::add-mask::.*$/gm, '')
    const files = (await result.written()).map(file => `${file.path}\n${file.bytes.toString('latin1')}`)
    return [log, result.summary, ...Object.values(result.outputs), ...Object.values(result.state), ...files].join('\n')
  }

  test('no secret is in the log, the summary, the outputs, the state, a file or an image', async () => {
    const website = await secretSite()
    const result = done(await push(lab, website, engine, faults.address, inputs()))
    const written = await everything(result)
    for (const canary of [...canaries(), ENVIRONMENT]) expect(written).not.toContain(canary)
    expect(result.log).toContain('***')
    const config = await crane(lab, registry.address).config('library/frontend', result.outputs.tag ?? '')
    for (const canary of canaries()) expect(config).not.toContain(canary)
    await result.post()
    for (const folder of [website.folder, engine.configFolder]) {
      const holding = (await filesBelow(folder)).filter(file => canaries().some(canary => file.bytes.includes(canary)))
      expect(holding.map(file => file.path)).toEqual([])
    }
  }, 90_000)

  test('a run that fails does not say them either', async () => {
    const website = await makeWebsite(lab)
    faults.fail({ method: 'PUT', path: /manifests/, on: 'all', answer: { status: 403 } })
    const result = await push(lab, website, engine, faults.address)
    faults.clear()
    expect(result.code).toBe(1)
    const written = await everything(result)
    for (const canary of canaries()) expect(written).not.toContain(canary)
  }, 60_000)

  test('while it runs, no file and no argument holds the password', async () => {
    const website = await makeWebsite(lab)
    faults.fail({ path: /manifests/, on: [1, 2, 3, 4], delay: 3000 })
    const step = await pushStep(website, engine, faults.address)
    const running = await startAction(lab, step)
    await running.waitFor(/::group::Push/)
    await new Promise(resolve => setTimeout(resolve, 500))
    const files = (await filesBelow(lab.folder)).filter(file => file.path.includes('runner-temp'))
    expect(files.some(file => file.path.includes('fluxgate-docker'))).toBe(true)
    const commandLines = await processArguments()
    for (const canary of canaries()) {
      expect(files.filter(file => file.bytes.includes(canary)).map(file => file.path)).toEqual([])
      expect(commandLines).not.toContain(canary)
    }
    done(await running.result)
    faults.clear()
  }, 60_000)
})

async function processArguments(): Promise<string> {
  const processes = (await readdir('/proc')).filter(name => /^\d+$/.test(name))
  const lines = await Promise.all(processes.map(id => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')))
  return lines.join('\n')
}
