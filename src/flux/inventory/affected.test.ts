import { expect, test } from '@jest/globals'
import { takeInventory } from '../inventory.js'
import { affectedFiles, affectedKustomizations } from './affected.js'

const files: Readonly<Record<string, string>> = {
  'clusters/one/kustomization.yaml': 'resources: [source.yaml, infra.yaml, apps.yaml, web.yaml, vars.yaml]\n',
  'clusters/one/root.yaml': kustomization('root', './clusters/one'),
  'clusters/one/source.yaml':
    'apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: source, namespace: flux-system}\nspec: {url: https://git.example.com/a/b}\n',
  'clusters/one/infra.yaml': kustomization('infra', './infra'),
  'clusters/one/apps.yaml': kustomization('apps', './apps', '  dependsOn: [{name: infra}]\n'),
  'clusters/one/web.yaml': kustomization(
    'web',
    './web',
    '  dependsOn: [{name: apps}]\n  postBuild: {substituteFrom: [{kind: ConfigMap, name: vars}]}\n',
  ),
  'clusters/one/vars.yaml': configMap('vars'),
  'infra/a.yaml': configMap('a'),
  'apps/kustomization.yaml': 'resources: [b.yaml]\nconfigMapGenerator: [{name: c, files: [c.properties]}]\n',
  'apps/b.yaml': configMap('b'),
  'web/d.yaml': configMap('d'),
}
const inventory = takeInventory(Object.entries(files), new Map())

test.each([
  ['a manifest', 'apps/b.yaml', ['apps']],
  ['a manifest of a folder without a kustomize file', 'infra/a.yaml', ['infra']],
  ['a file that a generator reads, and no manifest', 'apps/c.properties', ['apps']],
  ['a manifest that was removed', 'apps/removed.yaml', ['apps']],
  ['the Kustomization itself, and who applies it', 'clusters/one/apps.yaml', ['apps', 'root']],
  ['the values that it puts in, and who applies them', 'clusters/one/vars.yaml', ['root', 'web']],
  ['the source, and who applies it', 'clusters/one/source.yaml', ['apps', 'infra', 'root', 'web']],
  [
    'a kustomize file that may patch the Kustomizations',
    'clusters/one/kustomization.yaml',
    ['apps', 'infra', 'root', 'web'],
  ],
  ['a file that nobody reads', 'docs/x.md', []],
])('a change reaches a Kustomization through %s', (_, path, expected) => {
  const affected = affectedKustomizations(inventory, new Set([path]))
  expect([...affected].map(({ resource }) => resource.name).sort()).toEqual(expected)
})

test('files are affected with all that waits for their Kustomization', () => {
  expect([...affectedFiles(inventory, new Set(['apps/b.yaml']))].sort()).toEqual([
    'apps/b.yaml',
    'apps/c.properties',
    'apps/kustomization.yaml',
    'clusters/one/apps.yaml',
    'clusters/one/web.yaml',
    'web/d.yaml',
  ])
})

function kustomization(name: string, path: string, more = ''): string {
  return `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: ${name}, namespace: flux-system}\nspec:\n  path: ${path}\n  sourceRef: {kind: GitRepository, name: source}\n${more}`
}

function configMap(name: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: flux-system}\n`
}
