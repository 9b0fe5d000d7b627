import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { describeWith } from '../../../tests/lab/tools.js'
import { openTreeBuilder, type TreeBuilder } from '../../../tests/lab/tree-builder.js'
import type { Inventory } from '../inventory.js'
import { originOf, type Resource, valueIn } from './resource.js'

const kustomization = (name: string, path: string, more = '') => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: ${name}
  namespace: flux-system
spec:
  interval: 10m
  path: ${path}
  prune: true
  sourceRef:
    kind: GitRepository
    name: flux-system
${more}`

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 1
  template:
    spec:
      containers:
        - name: app
          image: app
`

describeWith(['kustomize'], 'an object that kustomize built', () => {
  let builder: TreeBuilder
  beforeAll(async () => {
    builder = await openTreeBuilder()
  })
  afterAll(() => builder.close())

  const built = (files: Readonly<Record<string, string>>): Promise<Inventory> =>
    builder.inventoryOf(Object.entries(files))

  const base = {
    'base/kustomization.yaml': 'resources: [web.yaml]\n',
    'base/web.yaml': deployment,
  }

  test('is there once for each result, under the place where it is written', async () => {
    const inventory = await built({
      ...base,
      'one/kustomization.yaml': 'resources: [../base]\nnamespace: one\nimages: [{name: app, newTag: "1"}]\n',
      'two/kustomization.yaml': 'resources: [../base]\nnamespace: two\npatches: [{path: more.yaml}]\n',
      'two/more.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 3\n  template:\n    spec:\n      containers:\n        - name: side\n          image: side:2\n',
      'flux/one.yaml': kustomization('one', './one'),
      'flux/two.yaml': kustomization('two', './two'),
    })
    const found = inventory.ofKind('apps', 'Deployment')
    expect(found.map(resource => inventory.placementsOf(resource).map(({ namespace }) => namespace))).toEqual([
      ['one'],
      ['two'],
    ])
    const [one, two] = found
    const images = (resource: Resource | undefined) =>
      resource && valueIn(resource, 'spec', 'template', 'spec', 'containers')
    expect(images(one)).toEqual([{ name: 'app', image: 'app:1' }])
    expect(images(two)).toEqual([
      { name: 'side', image: 'side:2' },
      { name: 'app', image: 'app' },
    ])
    expect(two && originOf(two, 'spec', 'replicas')).toMatchObject({ file: 'two/more.yaml', span: { line: 6 } })
    expect(two && originOf(two, 'spec', 'template', 'spec', 'containers', 0, 'image')).toMatchObject({
      file: 'two/more.yaml',
      span: { line: 11 },
    })
    expect(two && originOf(two, 'spec', 'template', 'spec', 'containers', 1, 'image')).toMatchObject({
      file: 'base/web.yaml',
      span: { line: 11 },
    })
  })

  test('is gone where a patch deletes it', async () => {
    const inventory = await built({
      ...base,
      'one/kustomization.yaml':
        'resources: [../base]\npatches:\n  - patch: |\n      $patch: delete\n      apiVersion: apps/v1\n      kind: Deployment\n      metadata: {name: web}\n',
      'flux/one.yaml': kustomization('one', './one'),
    })
    expect(inventory.ofKind('apps', 'Deployment')).toEqual([])
  })

  test('may be a Kustomization, whose patches then count', async () => {
    const inventory = await built({
      ...base,
      'flux/root.yaml': kustomization(
        'root',
        './apps',
        '  patches:\n    - target: {kind: Kustomization}\n      patch: |\n        - op: add\n          path: /spec/targetNamespace\n          value: from-the-root\n',
      ),
      'apps/kustomization.yaml': 'resources: [web.yaml]\n',
      'apps/web.yaml': kustomization('web', './base'),
    })
    const [web] = inventory.ofKind('apps', 'Deployment')
    expect(web && inventory.placementsOf(web).map(({ namespace }) => namespace)).toEqual(['from-the-root'])
  })

  test('may be one of a generator, known by the name that it gets', async () => {
    const inventory = await built({
      'one/kustomization.yaml': 'configMapGenerator: [{name: page, literals: [a=b]}]\n',
      'flux/one.yaml': kustomization('one', './one'),
    })
    const generated = [...inventory.folders.values()].flatMap(folder => folder.generated)
    expect(generated).toMatchObject([
      { body: { kind: 'ConfigMap', metadata: { name: expect.stringMatching(/^page-[a-z0-9]{10}$/) } } },
    ])
  })
})
