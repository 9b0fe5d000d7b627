import { describe, expect, test } from '@jest/globals'
import { takeInventory } from '../flux/inventory.js'
import { fluxOverlay } from './flux-overlay.js'

function overlayOf(spec: Readonly<Record<string, unknown>>, files: Readonly<Record<string, string>>): unknown {
  const object = { apiVersion: 'kustomize.toolkit.fluxcd.io/v1', kind: 'Kustomization', metadata: { name: 'x' }, spec }
  const inventory = takeInventory([['flux.yaml', JSON.stringify(object)], ...Object.entries(files)], new Map())
  const [kustomization] = inventory.kustomizations
  return kustomization && fluxOverlay(kustomization, inventory.layout, '../../tree')
}

const plain = { 'app/kustomization.yaml': 'resources: [a.yaml]\n', 'app/a.yaml': 'kind: A\n' }

describe('what Flux builds', () => {
  test('is the path alone where nothing is added to it', () => {
    expect(overlayOf({ path: './app' }, plain)).toEqual({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      buildMetadata: ['originAnnotations'],
      resources: ['../../tree/app'],
    })
  })

  test('has what the Kustomization adds', () => {
    const spec = {
      path: 'app',
      targetNamespace: 'web',
      namePrefix: 'a-',
      nameSuffix: '-z',
      patches: [{ patch: 'kind: A', target: { kind: 'A' } }],
      images: [{ name: 'i', newTag: '2' }],
      components: ['../extra'],
    }
    expect(overlayOf(spec, plain)).toMatchObject({
      resources: ['../../tree/app'],
      namespace: 'web',
      namePrefix: 'a-',
      nameSuffix: '-z',
      patches: spec.patches,
      images: spec.images,
      components: ['../../tree/extra'],
    })
  })

  test('lists what lies below a path without a kustomize file, and folders that have one as a whole', () => {
    const files = {
      'app/b.yaml': 'kind: B\n',
      'app/deep/c.yml': 'kind: C\n',
      'app/own/kustomization.yaml': '',
      'app/own/d.yaml': '',
    }
    expect(overlayOf({ path: './app' }, files)).toMatchObject({
      resources: ['../../tree/app/own', '../../tree/app/b.yaml', '../../tree/app/deep/c.yml'],
    })
  })

  test('is nothing where the path leads out of the tree', () => {
    expect(overlayOf({ path: '../elsewhere' }, plain)).toBeUndefined()
  })
})
