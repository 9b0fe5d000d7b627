import { readdir, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startAction } from '../lab/action-process.js'
import { type DockerEngine, startDockerEngine } from '../lab/docker-engine.js'
import { type FaultServer, startFaultServer } from '../lab/fault-server.js'
import { type Lab, openLab } from '../lab/lab.js'
import { type Registry, startRegistry } from '../lab/registry.js'
import { describeWith } from '../lab/tools.js'
import { crane, makeWebsite, pushStep } from './website.js'

describeWith(['root', 'docker', 'registry', 'crane', 'node24'], 'build-push when it is cancelled', () => {
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

  for (const [moment, request] of [
    ['preflight', { path: /tags\/list/ }],
    ['push', { method: 'PUT', path: /blobs\/uploads/ }],
  ] as const) {
    test(`during the ${moment} it ends buildx, cleans up and leaves no tag`, async () => {
      const website = await makeWebsite(lab)
      faults.fail({ ...request, on: 'all', hang: true })
      const running = await startAction(lab, await pushStep(website, engine, faults.address))
      await running.waitFor(moment === 'push' ? /pushing layers/ : /::group::Preflight/)
      await new Promise(resolve => setTimeout(resolve, 300))
      const result = await running.cancel()
      faults.clear()
      expect(result.code).not.toBe(0)
      expect(result.log).toContain('::error::Stopped: cancelled by SIGINT')
      const left = (await result.written()).map(file => file.path)
      expect(left.filter(file => file.includes('fluxgate-docker'))).toEqual([])
      expect(await processesOf(lab, /docker-buildx|buildx bake/)).toEqual([])
      expect((await result.post()).code).toBe(0)
      const client = crane(lab, registry.address)
      expect(await client.repositories()).not.toContain('library/backend')
    }, 60_000)
  }

  test('on the daemon’s own builder, which pushes tags one by one, a tag that is there already is taken away again', async () => {
    const website = await makeWebsite(lab)
    faults.fail({ method: 'PUT', path: /backend\/manifests/, on: 'all', hang: true })
    const running = await startAction(lab, await pushStep(website, engine, faults.address))
    await running.waitFor(/::group::Push/)
    const client = crane(lab, registry.address)
    for (let wait = 0; wait < 100 && !(await client.repositories()).includes('library/frontend'); wait += 1) {
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    const result = await running.cancel()
    faults.clear()
    expect(result.log).toContain('Stopped')
    expect(result.log).not.toContain('Half published')
    // A repository that lost its last tag has none, or is not known any more.
    expect(await client.tags('library/frontend').catch(() => [])).toEqual([])
  }, 60_000)

  test('killed without mercy, the post step cleans up what is left', async () => {
    const website = await makeWebsite(lab)
    faults.fail({ path: /tags\/list/, on: 'all', hang: true })
    const running = await startAction(lab, await pushStep(website, engine, faults.address))
    await running.waitFor(/::group::Preflight/)
    await new Promise(resolve => setTimeout(resolve, 300))
    running.signal('SIGKILL')
    const result = await running.result
    faults.clear()
    const folders = async () => (await result.written()).filter(file => file.path.includes('fluxgate-docker'))
    expect((await folders()).length).toBeGreaterThan(0)
    expect((await result.post()).code).toBe(0)
    expect(await folders()).toEqual([])
  }, 60_000)
})

/** The command lines of the lab's processes that match. */
async function processesOf(lab: Lab, pattern: RegExp): Promise<readonly string[]> {
  const ids = (await readdir('/proc')).filter(name => /^\d+$/.test(name))
  const lines = await Promise.all(
    ids.map(async id => {
      const environment = await readFile(`/proc/${id}/environ`, 'utf8').catch(() => '')
      if (!environment.includes(lab.folder)) return ''
      return (await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ')
    }),
  )
  return lines.filter(line => pattern.test(line))
}
