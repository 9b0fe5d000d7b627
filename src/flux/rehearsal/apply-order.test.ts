import { describe, expect, test } from '@jest/globals'
import { clusterGraphsOf } from '../inventory/cluster-graph.js'
import { takeInventory } from '../inventory.js'
import { applyOrder } from './apply-order.js'

/** Kustomizations by name, with what they wait for. */
function orderOf(waits: Readonly<Record<string, readonly string[]>>, suspended: readonly string[] = [], more = '') {
  const files = Object.entries(waits).map(([name, dependsOn]) => {
    const dependencies = dependsOn.map(other => ({ name: other }))
    const spec = {
      path: name,
      suspend: suspended.includes(name),
      dependsOn: dependencies,
      sourceRef: { name: 'flux-system' },
    }
    const object = {
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata: { name, namespace: 'flux' },
      spec,
    }
    return [`flux/${name}.yaml`, JSON.stringify(object)] as const
  })
  const [graph] = clusterGraphsOf(takeInventory([...files, ['more.yaml', more]], new Map()))
  if (graph === undefined) throw new Error('no cluster')
  return applyOrder(graph).map(({ id, never }) => (never === null ? id : `${id}: ${never}`))
}

describe('Kustomizations are applied', () => {
  test('behind what they wait for, else by name', () => {
    expect(orderOf({ c: ['a'], b: [], a: [], d: ['c', 'b'] })).toEqual(['flux/a', 'flux/b', 'flux/c', 'flux/d'])
    expect(orderOf({ a: ['z'], z: [] })).toEqual(['flux/z', 'flux/a'])
  })

  test('never when they wait for themselves, or for one that does', () => {
    expect(orderOf({ a: ['b'], b: ['a'], c: ['a'], d: [] })).toEqual([
      'flux/d',
      'flux/a: it waits for flux/b, which never comes',
      'flux/b: it waits for flux/a, which never comes',
      'flux/c: it waits for flux/a, which never comes',
    ])
  })

  test('never when what they wait for is not there, or they or it are suspended', () => {
    expect(orderOf({ a: ['gone'] })).toEqual(['flux/a: it waits for flux/gone, which is not in the tree'])
    expect(orderOf({ a: [], b: ['a'] }, ['a'])).toEqual([
      'flux/a: it is suspended',
      'flux/b: it waits for flux/a, which never comes',
    ])
  })

  test('behind what the tree does not hold, where something else may bring it', () => {
    const elsewhere = '{apiVersion: fluxcd.controlplane.io/v1, kind: ResourceSet, metadata: {name: x}}'
    expect(orderOf({ a: ['gone'] }, [], elsewhere)).toEqual(['flux/a'])
  })

  test('in a long chain soon', () => {
    const chain = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`k${n}`, n === 0 ? [] : [`k${n - 1}`]]))
    const started = performance.now()
    expect(orderOf(chain)).toHaveLength(500)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
