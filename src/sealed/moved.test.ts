import { expect, test } from '@jest/globals'
import { takeInventory } from '../flux/inventory.js'
import { movedMessage, movedValues } from './moved.js'

const VALUE = Buffer.concat([Buffer.from([1, 0]), Buffer.alloc(290, 7)]).toString('base64')

function sealed({ name = 'app', namespace = 'web', annotation = '', value = VALUE } = {}): string {
  const annotations = annotation === '' ? '' : `  annotations: {sealedsecrets.bitnami.com/${annotation}: "true"}\n`
  const where = namespace === '' ? '' : `  namespace: ${namespace}\n`
  return `apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata:\n  name: ${name}\n${where}${annotations}spec:\n  encryptedData: {password: ${value}}\n`
}

type Files = Readonly<Record<string, string>>

function messages(now: Files, before?: Files): readonly string[] {
  const base = before && takeInventory(Object.entries(before), new Map())
  return movedValues(takeInventory(Object.entries(now), new Map()), base).map(movedMessage)
}

const kustomization = (text: string): string => `${text}\nresources: [a.yaml]\n`

test.each<[string, Files, Files | undefined, number]>([
  ['another name', { 'a.yaml': sealed({ name: 'b' }) }, { 'a.yaml': sealed() }, 1],
  ['another namespace', { 'a.yaml': sealed({ namespace: 'b' }) }, { 'a.yaml': sealed() }, 1],
  ['a wider scope', { 'a.yaml': sealed({ annotation: 'cluster-wide' }) }, { 'a.yaml': sealed() }, 1],
  ['a copy beside it', { 'a.yaml': sealed(), 'b.yaml': sealed({ name: 'b' }) }, { 'a.yaml': sealed() }, 1],
  ['two copies and no base', { 'a.yaml': sealed(), 'b.yaml': sealed({ name: 'b' }) }, undefined, 1],
  ['another file', { 'z/b.yaml': sealed() }, { 'a.yaml': sealed() }, 0],
  ['one value in two clusters', { 'x/a.yaml': sealed(), 'y/a.yaml': sealed() }, undefined, 0],
  [
    'another name in a scope that leaves it free',
    { 'a.yaml': sealed({ name: 'b', annotation: 'namespace-wide' }) },
    { 'a.yaml': sealed({ annotation: 'namespace-wide' }) },
    0,
  ],
  [
    'a value that is new',
    { 'a.yaml': sealed({ name: 'b', value: VALUE.replace('A', 'B') }) },
    { 'a.yaml': sealed() },
    0,
  ],
  ['a placeholder', { 'a.yaml': sealed({ value: 'x' }), 'b.yaml': sealed({ name: 'b', value: 'x' }) }, undefined, 0],
  ['a namespace that was not known', { 'a.yaml': sealed() }, { 'a.yaml': sealed({ namespace: '' }) }, 0],
  [
    'a namespace that kustomize gave before',
    { 'a.yaml': sealed() },
    { 'a.yaml': sealed({ namespace: '' }), 'kustomization.yaml': kustomization('namespace: web') },
    0,
  ],
  [
    'another namespace from kustomize',
    { 'a.yaml': sealed({ namespace: '' }), 'kustomization.yaml': kustomization('namespace: shop') },
    { 'a.yaml': sealed({ namespace: '' }), 'kustomization.yaml': kustomization('namespace: web') },
    1,
  ],
  [
    'a prefix that becomes part of the name',
    { 'a.yaml': sealed({ name: 'prod-app' }) },
    { 'a.yaml': sealed(), 'kustomization.yaml': kustomization('namePrefix: prod-') },
    0,
  ],
])('%s', (_, now, before, count) => {
  expect(messages(now, before)).toHaveLength(count)
})

test('no part of a value is told', () => {
  const [message = ''] = messages({ 'a.yaml': sealed({ name: 'b' }) }, { 'a.yaml': sealed() })
  expect(message).toMatch(/^the value of "password" was sealed for SealedSecret web\/app \(strict\) and now stands in/)
  expect(message).not.toContain(VALUE.slice(0, 8))
})
