import { describe, expect, test } from '@jest/globals'
import { takeInventory } from '../inventory.js'

const kustomization = (path: string, more = '') => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: ${path}, namespace: flux-system}
spec:
  path: ./${path}
  sourceRef: {kind: GitRepository, name: flux-system}
${more}`
const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: _}\n'
const settings = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n'

describe('the names of namespaces', () => {
  test('a kustomize file with a namespace renames each Namespace below it, and no prefix does', () => {
    expect(
      names({
        'ks.yaml': kustomization('media'),
        'media/kustomization.yaml': 'namespace: media\nnamePrefix: our-\nresources: [namespace.yaml, settings.yaml]\n',
        'media/namespace.yaml': namespace,
        'media/settings.yaml': settings,
      }),
    ).toEqual(['Namespace media', 'ConfigMap our-settings'])
  })

  test('so does the targetNamespace of a Flux Kustomization', () => {
    expect(
      names({
        'ks.yaml': kustomization('media', '  targetNamespace: tenant\n  namePrefix: our-\n'),
        'media/namespace.yaml': namespace,
        'media/settings.yaml': settings,
      }),
    ).toEqual(['Namespace tenant', 'ConfigMap our-settings'])
  })
})

test('what a patched Kustomization applies may be patched, for the patch may bring more', () => {
  const patch = `  patches:
    - target: {kind: Kustomization}
      patch: |
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: _}
        spec: {patches: [{path: defaults.yaml}]}
`
  const inventory = takeInventory(
    Object.entries({
      'ks.yaml': kustomization('apps', patch),
      'apps/media.yaml': kustomization('media'),
      'apps/settings.yaml': settings,
      'media/settings.yaml': settings,
    }),
    new Map(),
  )
  const rewritten = inventory.resources.filter(resource =>
    inventory.placementsOf(resource).some(({ isRewritten }) => isRewritten),
  )
  expect(rewritten.map(({ file }) => file.path)).toEqual(['apps/media.yaml', 'media/settings.yaml'])
})

function names(files: Readonly<Record<string, string>>): readonly string[] {
  const inventory = takeInventory(Object.entries(files), new Map())
  return inventory.resources
    .filter(({ kind }) => kind !== 'Kustomization')
    .flatMap(resource => inventory.placementsOf(resource).map(({ name }) => `${resource.kind} ${name}`))
}

test('a configuration that only follows generated names changes nothing else', () => {
  const rewritten = (configuration: string) => {
    const files = {
      'kustomization.yaml': 'resources: [settings.yaml]\nconfigurations: [config.yaml]\n',
      'config.yaml': configuration,
      'settings.yaml': settings,
    }
    const inventory = takeInventory(Object.entries(files), new Map())
    return inventory.resources.flatMap(resource => inventory.placementsOf(resource).map(found => found.isRewritten))
  }
  expect(rewritten('nameReference: [{kind: ConfigMap, fieldSpecs: [{path: spec/valuesFrom/name}]}]\n')).toEqual([false])
  expect(rewritten('images: [{path: spec/values/image}]\n')).toEqual([true])
})
