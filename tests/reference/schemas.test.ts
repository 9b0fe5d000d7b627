import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import { isMapping, listMember, member, parseJson, textMember, valueAt } from '../../src/json.js'
import { type Lab, openLab } from '../lab/lab.js'
import { run } from '../lab/program.js'
import { describeWith, schemasFolder } from '../lab/tools.js'
import { writeCrdSchemas } from './crd-schemas.js'
import { CLUSTER, ROOT, render } from './tree.js'

const PLATFORM = 'flux/examples/platform'

/** What Flux adds to a kustomization before it builds it; none of the trees asks for it, so what kustomize renders is what is applied. */
const ADDED = [
  'targetNamespace',
  'namePrefix',
  'nameSuffix',
  'commonMetadata',
  'patches',
  'images',
  'components',
  'postBuild',
]

describeWith(['kustomize', 'kubeconform', 'schemas'], 'every object that Flux applies from the tree', () => {
  let lab: Lab
  let crds: string

  beforeAll(async () => {
    lab = await openLab()
    crds = await lab.makeFolder('crds')
    writeCrdSchemas(join(schemasFolder, 'crds'), crds)
  })

  afterAll(() => lab.stop())

  /** The objects of a cluster: what bootstrap applies, and what each Kustomization does, by their paths from a root. */
  function objectsOf(root: string, cluster: string): readonly unknown[] {
    const top = render(join(ROOT, root, cluster))
    const specs = top.filter(object => member(object, 'kind') === 'Kustomization').map(object => member(object, 'spec'))
    for (const spec of specs) expect(ADDED.filter(field => member(spec, field) !== undefined)).toEqual([])
    const paths = specs.map(spec => textMember(spec, 'path') ?? '').filter(path => path !== `./${cluster}`)
    expect(paths.length).toBeGreaterThan(3)
    return [...top, ...paths.flatMap(path => render(join(ROOT, root, path)))].map(decrypted)
  }

  /** What kubeconform says of objects that it does not find right, or does not know. */
  async function faultsOf(objects: readonly unknown[], version: string): Promise<readonly string[]> {
    const file = join(await lab.makeFolder('objects'), 'objects.yaml')
    writeFileSync(file, objects.map(object => stringify(object)).join('---\n'))
    const kinds = join(schemasFolder, 'kubernetes', version, '{{.ResourceKind}}{{.KindSuffix}}.json')
    const custom = join(crds, '{{.Group}}', '{{.ResourceKind}}_{{.ResourceAPIVersion}}.json')
    const args = ['-strict', '-verbose', '-output', 'json', '-schema-location', kinds, '-schema-location', custom, file]
    const { stdout, stderr } = await run(lab, { command: 'kubeconform', args })
    const said = listMember(parseJson(stdout), 'resources')
    expect({ stderr, count: said.length }).toEqual({ stderr: '', count: objects.length })
    return said
      .filter(entry => textMember(entry, 'status') !== 'statusValid')
      .map(entry => `${textMember(entry, 'kind')} ${textMember(entry, 'name')}: ${textMember(entry, 'msg')}`)
  }

  const versions = readdirSync(join(schemasFolder, 'kubernetes'))

  test.each(versions)('fits its schema of Kubernetes %s', async version => {
    const objects = objectsOf('.', CLUSTER)
    expect(objects.length).toBeGreaterThan(30)
    expect(await faultsOf(objects, version)).toEqual([])
  })

  test.each(versions)('of the platform example, for both clusters, fits its schema of Kubernetes %s', async version => {
    const objects = ['stage', 'production'].flatMap(name => objectsOf(PLATFORM, `clusters/${name}`))
    expect(objects.length).toBeGreaterThan(30)
    expect(await faultsOf(objects, version)).toEqual([])
  })

  test.each([
    ['Deployment', ['spec', 'template', 'spec', 'containers', 0], { imagePullPolicies: 'Always' }],
    ['Receiver', ['spec'], { type: 'generic-hmacs' }],
    ['ImagePolicy', ['spec', 'filterTags'], { patterns: '^main' }],
    ['Ingress', ['spec', 'rules', 0, 'http', 'paths', 0], { pathType: 5 }],
    ['SealedSecret', ['spec'], { encryptedDatas: {} }],
  ])('a slip in a %s is found', async (kind, path, slip) => {
    const objects = objectsOf('.', CLUSTER).filter(object => member(object, 'kind') === kind)
    const place = valueAt(objects[0], path)
    if (!isMapping(place)) throw new Error(`there is no ${kind} with ${path.join('.')}`)
    Object.assign(place, slip)
    expect(await faultsOf(objects, versions[0] ?? '')).toEqual([expect.stringContaining(`${kind} `)])
  })
})

/** As Flux applies it: what SOPS adds is gone. */
function decrypted(object: unknown): unknown {
  if (!isMapping(object)) return object
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== 'sops'))
}
