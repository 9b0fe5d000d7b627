import { expect, test } from '@jest/globals'
import { takeInventory } from '../flux/inventory.js'
import { undecryptingOf } from './undecrypted.js'

const ENC = 'ENC[AES256_GCM,data:eA==,iv:aQ==,tag:dA==,type:str]'

function encrypted(more: object = {}): string {
  const sops = { mac: ENC, lastmodified: '2026-05-04T10:00:00Z', encrypted_regex: '^(data|spec)$' }
  return JSON.stringify({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, data: { x: ENC }, sops, ...more })
}

const flux = (spec: object = {}): string =>
  JSON.stringify({
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name: 'apps', namespace: 'flux-system' },
    spec: { path: './apps', sourceRef: { kind: 'GitRepository', name: 'flux-system' }, ...spec },
  })

const inGenerator = (generator: string): string => `${generator}:\n  - name: a\n    files: [a.json=a.yaml]\n`

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['an encrypted Secret', { 'flux/k.yaml': flux(), 'apps/a.yaml': encrypted() }, ['apps: apps/a.yaml']],
  [
    'one further below',
    {
      'flux/k.yaml': flux(),
      'apps/kustomization.yaml': 'resources: [../base]',
      'base/kustomization.yaml': 'resources: [a.yaml]',
      'base/a.yaml': encrypted(),
    },
    ['apps: base/a.yaml'],
  ],
  [
    'one that is decrypted',
    { 'flux/k.yaml': flux({ decryption: { provider: 'sops' } }), 'apps/a.yaml': encrypted() },
    [],
  ],
  ['one of a Kustomization at rest', { 'flux/k.yaml': flux({ suspend: true }), 'apps/a.yaml': encrypted() }, []],
  [
    'one of a Kustomization that is patched',
    {
      'flux/k.yaml': flux(),
      'flux/kustomization.yaml': 'resources: [k.yaml]\npatches: [{path: p.yaml, target: {kind: Kustomization}}]',
      'flux/p.yaml': '- op: add\n',
      'apps/a.yaml': encrypted(),
    },
    [],
  ],
  [
    'one for an operator',
    {
      'flux/k.yaml': flux(),
      'apps/a.yaml': encrypted({ apiVersion: 'isindir.github.com/v1alpha3', kind: 'SopsSecret' }),
    },
    [],
  ],
  [
    'one that asks to be left as it is',
    {
      'flux/k.yaml': flux(),
      'apps/a.yaml': encrypted({
        metadata: { name: 'a', annotations: { 'kustomize.toolkit.fluxcd.io/decryption': 'disabled' } },
      }),
    },
    [],
  ],
  [
    'the input of a secret generator',
    { 'flux/k.yaml': flux(), 'apps/kustomization.yaml': inGenerator('secretGenerator'), 'apps/a.yaml': encrypted() },
    ['apps: apps/a.yaml'],
  ],
  [
    'the input of a ConfigMap, which Flux decrypts in no case',
    { 'flux/k.yaml': flux(), 'apps/kustomization.yaml': inGenerator('configMapGenerator'), 'apps/a.yaml': encrypted() },
    [],
  ],
  [
    'one that the source may leave out',
    {
      'flux/k.yaml': flux(),
      'flux/source.yaml': JSON.stringify({
        apiVersion: 'source.toolkit.fluxcd.io/v1',
        kind: 'GitRepository',
        metadata: { name: 'flux-system', namespace: 'flux-system' },
        spec: { ignore: '/apps/a.yaml' },
      }),
      'apps/a.yaml': encrypted(),
    },
    [],
  ],
  ['one in a hidden folder', { 'flux/k.yaml': flux(), 'apps/.old/a.yaml': encrypted() }, []],
  ['one that nobody applies', { 'flux/k.yaml': flux(), 'talos/a.yaml': encrypted() }, []],
])('%s', (_, files, expected) => {
  const found = undecryptingOf(takeInventory(Object.entries(files), new Map()))
  expect(found.map(({ kustomization, files: paths }) => `${kustomization.resource.name}: ${paths}`)).toEqual(expected)
})
