import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { takeInventory } from '../flux/inventory.js'
import { fluxOverlay } from './flux-overlay.js'

type Texts = Readonly<Record<string, string>>

function fluxOf(spec: Readonly<Record<string, unknown>>, files: Texts) {
  const object = { apiVersion: 'kustomize.toolkit.fluxcd.io/v1', kind: 'Kustomization', metadata: { name: 'x' }, spec }
  const inventory = takeInventory([['flux.yaml', JSON.stringify(object)], ...Object.entries(files)], new Map())
  const [kustomization] = inventory.kustomizations
  return kustomization && fluxOverlay(kustomization, inventory.layout, '../../tree')
}

function overlayOf(spec: Readonly<Record<string, unknown>>, files: Texts): unknown {
  const made = fluxOf(spec, files)
  return made === undefined ? undefined : parse(made.text)
}

/** The kustomize file of the path as Flux writes it. */
function writtenOf(spec: Readonly<Record<string, unknown>>, files: Texts): unknown {
  const text = fluxOf({ path: './app', ...spec }, files)?.instead?.text
  return text === undefined ? undefined : parse(text)
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
    }
    expect(overlayOf(spec, plain)).toMatchObject({
      resources: ['../../tree/app'],
      namespace: 'web',
      namePrefix: 'a-',
      nameSuffix: '-z',
      patches: spec.patches,
      images: spec.images,
    })
    expect(writtenOf(spec, plain)).toBeUndefined()
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

  test('is the kustomize file itself with components, for which what it says holds too', () => {
    const files = { ...plain, 'app/kustomization.yaml': 'namespace: web\nresources: [a.yaml]\ncomponents: [../one]\n' }
    const spec = { components: ['../extra'], patches: [{ patch: 'kind: A' }] }
    expect(overlayOf({ path: './app', ...spec }, files)).toEqual(overlayOf({ path: './app' }, plain))
    expect(writtenOf(spec, files)).toEqual({
      namespace: 'web',
      resources: ['a.yaml'],
      components: ['../one', '../extra'],
      patches: spec.patches,
    })
  })

  test('has a prefix, a suffix and images in the place of those of the kustomize file', () => {
    const file = 'namePrefix: a-\nimages: [{name: i, newName: j, newTag: "1"}, {name: k, newTag: "1"}]\n'
    const files = { ...plain, 'app/kustomization.yaml': file }
    expect(writtenOf({ namePrefix: 'b-' }, files)).toMatchObject({ namePrefix: 'b-' })
    expect(writtenOf({ images: [{ name: 'i', digest: 'sha256:x' }] }, files)).toMatchObject({
      images: [
        { name: 'i', newName: 'j', digest: 'sha256:x' },
        { name: 'k', newTag: '1' },
      ],
    })
    expect(writtenOf({ images: [{ name: 'i', newName: 'l' }] }, files)).toMatchObject({
      images: [{ name: 'i', newName: 'l', newTag: '1' }, { name: 'k' }],
    })
  })

  test('leaves out components that are not there only where it is told to', () => {
    const files = { ...plain, 'one/kustomization.yaml': 'kind: Component\n' }
    const spec = { components: ['../none', '../one'] }
    expect(writtenOf(spec, files)).toMatchObject({ components: ['../none', '../one'] })
    expect(writtenOf({ ...spec, ignoreMissingComponents: true }, files)).toMatchObject({ components: ['../one'] })
  })

  test('has no file in the place of a patch', () => {
    expect(overlayOf({ path: './app', patches: [{ path: '/a', patch: 'kind: A' }] }, plain)).toMatchObject({
      patches: [{ patch: 'kind: A' }],
    })
  })

  test('is nothing where the path leads out of the tree', () => {
    expect(overlayOf({ path: '../elsewhere' }, plain)).toBeUndefined()
  })
})
