import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { listMember, member, parseJson, textMember, valueAt } from '../../src/json.js'
import { systemClock } from '../../src/runner/clock.js'
import { processExec } from '../../src/runner/exec.js'
import { commandLine } from '../fakes/command-line.js'
import { type Lab, openLab } from '../lab/lab.js'
import { run } from '../lab/program.js'
import { describeWith } from '../lab/tools.js'
import { CLUSTER, ROOT, render } from './tree.js'

const PLATFORM = join(ROOT, 'flux/examples/platform')
const REGISTRY = '192.168.0.40:5000/library'

/** What the gate prints of a folder as JSON, from the sources. */
async function report(folder: string, ...options: readonly string[]): Promise<unknown> {
  const args = ['verify', folder, '--format', 'json', '--fail-on', 'warnings', ...options]
  const { printed, problems } = await commandLine(args, {
    workspace: ROOT,
    exec: processExec(process.env),
    // Certificates are judged by the day.
    clock: systemClock,
  })
  expect(problems).toEqual([])
  return parseJson(printed)
}

/** `state: from → to`, of each link of an image's chain. */
function linksOf(found: unknown, image: string): readonly string[] {
  const chain = listMember(found, 'chains').find(entry => textMember(entry, 'image') === image)
  return listMember(chain, 'links').map(
    link => `${textMember(link, 'state')}: ${textMember(link, 'from')} → ${textMember(link, 'to')}`,
  )
}

describe('the gate on the reference tree', () => {
  test.each(['2.7', '2.8', '2.9'])('has nothing to say for Flux %s, not even a note', async version => {
    expect(await report(ROOT, '--flux-version', version)).toMatchObject({ verdict: 'pass', findings: [] })
  })

  test.each(['2.7', '2.9'])('has nothing to say of the platform example for Flux %s', async version => {
    const found = await report(PLATFORM, '--flux-version', version)
    expect(found).toMatchObject({ verdict: 'pass', findings: [] })
    expect(valueAt(found, ['summary', 'documents'])).toBeGreaterThan(30)
  })

  test('the chain of each image is proven link by link', async () => {
    const found = await report(ROOT)
    expect(listMember(found, 'chains').map(chain => textMember(chain, 'image'))).toEqual([
      `${REGISTRY}/backend`,
      `${REGISTRY}/frontend`,
    ])
    for (const name of ['backend', 'frontend']) {
      const links = linksOf(found, `${REGISTRY}/${name}`)
      expect(links.length).toBeGreaterThan(10)
      expect(links.filter(link => !link.startsWith('proven: '))).toEqual([])
    }
  })

  test('the links are those of the reference deployment', async () => {
    const found = await report(ROOT)
    const [backend, frontend] = ['backend', 'frontend'].map(name => linksOf(found, `${REGISTRY}/${name}`))
    for (const [name, links] of [
      ['backend', backend],
      ['frontend', frontend],
    ] as const) {
      expect(links).toEqual(
        expect.arrayContaining([
          'proven: workflow build and push → build-push in job images',
          `proven: build-push in job images → ${REGISTRY}/${name}`,
          `proven: ${REGISTRY}/${name} → ImageRepository flux-system/${name}`,
          `proven: ImageRepository flux-system/${name} → ImagePolicy flux-system/${name}`,
          `proven: tag main-<sha7>-<seconds> → ImagePolicy flux-system/${name}`,
          `proven: Kustomization flux-system/flux-system at ${CLUSTER} → Kustomization flux-system/${name}`,
        ]),
      )
    }
    const compose = `${CLUSTER}/backend/docker-compose.backend.yml`
    expect(backend).toEqual(
      expect.arrayContaining([
        `proven: ImagePolicy flux-system/backend → marker in ${compose}`,
        `proven: ImageUpdateAutomation flux-system/website → marker in ${compose}`,
        `proven: marker in ${compose} → Job backend-deploy`,
        'proven: ImagePolicy flux-system/backend → marker in Job backend-deploy',
        'proven: SealedSecret website/vm-ssh-key → Job backend-deploy',
        'proven: Job backend-deploy → 192.168.0.50 by SSH',
        'proven: Kustomization flux-system/frontend → Kustomization flux-system/backend',
      ]),
    )
    expect(frontend).toEqual(
      expect.arrayContaining([
        'proven: ImagePolicy flux-system/frontend → marker in Deployment frontend',
        'proven: ImageUpdateAutomation flux-system/website → marker in Deployment frontend',
        'proven: Kustomization flux-system/frontend → Deployment frontend',
      ]),
    )
  })
})

describeWith(['kustomize'], 'rendered', () => {
  const kustomizations = () => render(join(ROOT, CLUSTER)).filter(object => member(object, 'kind') === 'Kustomization')

  test('the root holds what Flux needs and the Kustomizations, and nothing that they apply', () => {
    expect(kindsOf(render(join(ROOT, CLUSTER)))).toEqual(['GitRepository', 'Kustomization', 'Namespace'])
  })

  test('every folder of the tree is the path of a Kustomization', () => {
    const paths = kustomizations()
      .map(object => textMember(member(object, 'spec'), 'path'))
      .filter(path => path !== `./${CLUSTER}`)
    const folders = readdirSync(join(ROOT, CLUSTER), { withFileTypes: true })
      .filter(entry => entry.isDirectory() && entry.name !== 'flux-system')
      .map(({ name }) => `./${CLUSTER}/${name}`)
    expect(paths.toSorted()).toEqual(folders.toSorted())
  })

  test('every Kustomization renders to objects, prunes, and waits for what it applies', () => {
    for (const object of kustomizations()) {
      const spec = member(object, 'spec')
      const path = textMember(spec, 'path') ?? ''
      // Bootstrap's own waits for nothing; and a registry that is away or empty is no failed rollout.
      const waits = path !== `./${CLUSTER}` && path !== `./${CLUSTER}/image-automation`
      expect({ path, wait: member(spec, 'wait') === true }).toEqual({ path, wait: waits })
      expect({ path, prune: member(spec, 'prune') }).toEqual({ path, prune: true })
      expect(render(join(ROOT, path)).length).toBeGreaterThan(0)
    }
  })

  test('the platform example renders, with three tiers of values for its release', () => {
    for (const cluster of ['stage', 'production']) {
      const paths = render(join(PLATFORM, 'clusters', cluster))
        .filter(object => member(object, 'kind') === 'Kustomization')
        .map(object => textMember(member(object, 'spec'), 'path') ?? '')
      expect(paths).toHaveLength(5)
      const objects = paths.flatMap(path => render(join(PLATFORM, path)))
      const release = objects.find(object => member(object, 'kind') === 'HelmRelease')
      const tiers = listMember(member(release, 'spec'), 'valuesFrom').map(tier => textMember(tier, 'name'))
      const secrets = objects.filter(object => member(object, 'kind') === 'Secret')
      const names = secrets.map(secret => valueAt(secret, ['metadata', 'name']))
      const given = cluster === 'production' ? tiers : tiers.filter(name => name !== 'portal-values-enterprise')
      expect(names).toEqual(expect.arrayContaining(given))
    }
  })

  test('both halves of the ingress lead to a Service that is there', () => {
    const objects = ['ingress', 'frontend'].flatMap(folder => render(join(ROOT, CLUSTER, folder)))
    const ingress = objects.find(object => member(object, 'kind') === 'Ingress')
    const paths = listMember(valueAt(ingress, ['spec', 'rules', 0, 'http']), 'paths')
    const services = objects.filter(object => member(object, 'kind') === 'Service')
    const names = services.map(service => valueAt(service, ['metadata', 'name']))
    expect(paths.map(path => textMember(path, 'path'))).toEqual(['/api', '/'])
    for (const path of paths) expect(names).toContain(valueAt(path, ['backend', 'service', 'name']))
    const slice = objects.find(object => member(object, 'kind') === 'EndpointSlice')
    expect(valueAt(slice, ['endpoints', 0, 'addresses'])).toEqual(['192.168.0.50'])
  })
})

describeWith(['git'], 'the committed command line on this repository', () => {
  let lab: Lab

  beforeAll(async () => {
    lab = await openLab()
  })

  afterAll(() => lab.stop())

  test('has no finding, and leaves the gate open', async () => {
    const cli = join(ROOT, 'dist', 'cli', 'index.js')
    const args = [cli, 'verify', ROOT, '--fail-on', 'warnings', '--format', 'json']
    // A shallow or a bare checkout is fine, no checkout is not.
    expect(existsSync(join(ROOT, '.git'))).toBe(true)
    const { code, stdout, stderr } = await run(lab, { command: process.execPath, args })
    expect(stderr).toBe('')
    const found: unknown = JSON.parse(stdout)
    expect(listMember(found, 'findings')).toEqual([])
    expect(code).toBe(0)
  })
})

function kindsOf(objects: readonly unknown[]): readonly string[] {
  return [...new Set(objects.map(object => textMember(object, 'kind') ?? ''))].toSorted()
}
