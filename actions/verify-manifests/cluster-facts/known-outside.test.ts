import { describe, expect, it } from '@jest/globals'
import { takeInventory } from '../../../src/flux/inventory.js'
import { emptyConfig } from '../config.js'
import { documents, gitRepository, kustomization, namespace } from '../rules/example-trees.js'
import type { Fact } from './fact.js'
import { knownOutside } from './known-outside.js'

const fact = (kind: string, name: string, more: Partial<Fact> = {}): Fact => ({
  kind,
  namespace: kind === 'Namespace' || kind === 'CustomResourceDefinition' ? undefined : 'shop',
  name,
  kustomization: undefined,
  release: undefined,
  owner: undefined,
  isKept: false,
  fluxVersion: undefined,
  ...more,
})

const apps = { namespace: 'flux-system', name: 'apps' }

const treeOf = (files: Readonly<Record<string, string>>) => takeInventory(Object.entries(files), new Map())

const tree = {
  'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
  'apps/namespace.yaml': namespace('shop'),
}

const objectsOf = (
  facts: readonly Fact[],
  files: Readonly<Record<string, string>> = tree,
  before?: Readonly<Record<string, string>>,
) => [
  ...knownOutside(emptyConfig.external, facts, treeOf(files), before === undefined ? undefined : treeOf(before))
    .objects,
]

describe('what a cluster holds', () => {
  it('is known by what the rules ask for', () => {
    const facts = [
      fact('Namespace', 'monitoring'),
      fact('CustomResourceDefinition', 'certificates.cert-manager.io'),
      fact('Secret', 'db'),
      fact('Service', 'web'),
    ]
    const named = { ...emptyConfig.external, secrets: new Set(['a/b']) }
    const found = knownOutside(named, facts, treeOf(tree), undefined)
    expect([...found.namespaces]).toEqual(['monitoring'])
    expect([...found.crds]).toEqual(['cert-manager.io'])
    expect([...found.secrets]).toEqual(['a/b', 'shop/db'])
    expect([...found.objects]).toContain('Service/shop/web')
  })

  it('does not count where a Kustomization of the tree brings and prunes it', () => {
    const own = fact('Secret', 'db', { kustomization: apps })
    expect(objectsOf([own])).toEqual([])
    expect(objectsOf([{ ...own, isKept: true }])).toEqual(['Secret/shop/db'])
    expect(objectsOf([{ ...own, kustomization: { ...apps, name: 'others' } }])).toEqual(['Secret/shop/db'])
  })

  it('counts where the Kustomization leaves behind what it no longer applies, or comes from another repository', () => {
    const own = fact('Secret', 'db', { kustomization: apps })
    const path = 'clusters/production/apps.yaml'
    const keeping = { ...tree, [path]: tree[path].replace('prune: true', 'prune: false') }
    expect(keeping[path]).not.toBe(tree[path])
    expect(objectsOf([own], keeping)).toEqual(['Secret/shop/db'])
    const foreign = {
      ...tree,
      [path]: documents(
        gitRepository(),
        gitRepository('website').replace('example/website', 'example/other'),
        kustomization('flux-system', './clusters/production'),
        kustomization('apps', './apps').replace('name: flux-system\n  path', 'name: website\n  path'),
      ),
    }
    expect(objectsOf([own], foreign)).toEqual(['Secret/shop/db'])
  })

  it('does not count where the change removes the Kustomization', () => {
    const own = fact('Secret', 'db', { kustomization: apps })
    const without = { 'clusters/production/apps.yaml': documents(gitRepository(), kustomization('more', './apps')) }
    expect(objectsOf([own], without)).toEqual(['Secret/shop/db'])
    expect(objectsOf([own], without, tree)).toEqual([])
  })

  it('does not count where the change removes what it is made of', () => {
    const sealed = documents(`apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata:
  name: db
  namespace: shop
spec:
  encryptedData: {}
`)
    const owned = fact('Secret', 'db', { owner: { kind: 'SealedSecret', name: 'db' }, kustomization: apps })
    expect(objectsOf([owned], tree, { ...tree, 'apps/sealed.yaml': sealed })).toEqual([])
    // Flux prunes nothing that has an owner.
    expect(objectsOf([owned], tree, tree)).toEqual(['Secret/shop/db'])
    expect(
      objectsOf([owned], { ...tree, 'apps/x.yaml': sealed }, { ...tree, 'apps/sealed.yaml': sealed }),
    ).toHaveLength(1)
  })

  it('does not count where the change removes the HelmRelease', () => {
    const release = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: db
  namespace: shop
`
    const made = fact('Service', 'db', { release: { namespace: 'shop', name: 'db' }, kustomization: apps })
    expect(objectsOf([made], tree, { ...tree, 'apps/release.yaml': release })).toEqual([])
    expect(objectsOf([made], { ...tree, 'apps/release.yaml': release })).toEqual(['Service/shop/db'])
  })
})
