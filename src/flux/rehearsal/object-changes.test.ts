import { describe, expect, test } from '@jest/globals'
import { readBuilt } from '../../kustomize/built-objects.js'
import { objectChanges as changes } from './object-changes.js'

const objectChanges = (before: string, after: string) =>
  changes(readBuilt(before, '.') ?? [], readBuilt(after, '.') ?? [])

const deployment = (image: string, extra = '') =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: app, namespace: web}\nspec: {containers: [{image: ${image}}]${extra}}\n`
const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app, namespace: web}\ndata: {a: "1"}\n'

describe('between two builds', () => {
  test('nothing differs but what was written otherwise', () => {
    const reordered =
      'kind: Deployment\napiVersion: apps/v1\nspec:\n  containers:\n    - image: "a:1"\nmetadata:\n  namespace: web\n  name: app\n'
    expect(objectChanges(`${deployment('a:1')}---\n${map}`, `${map}---\n${reordered}`)).toEqual([])
  })

  test('a changed object tells its fields', () => {
    expect(objectChanges(deployment('a:1'), deployment('a:2', ', paused: true'))).toEqual([
      {
        kind: 'Deployment',
        namespace: 'web',
        name: 'app',
        how: 'changed',
        fields: [
          { path: 'spec.containers[0].image', old: '"a:1"', new: '"a:2"' },
          { path: 'spec.paused', old: undefined, new: 'true' },
        ],
      },
    ])
  })

  test('an object with another name, namespace, kind or group is another object', () => {
    const other = deployment('a:1').replace('apps/v1', 'other/v1')
    expect(objectChanges(deployment('a:1'), other).map(({ how }) => how)).toEqual(['added', 'removed'])
    expect(objectChanges(map, '')).toMatchObject([{ kind: 'ConfigMap', how: 'removed' }])
    expect(objectChanges('', map)).toMatchObject([{ kind: 'ConfigMap', how: 'added', fields: [] }])
  })

  test('an object in another version of its group is the same one', () => {
    expect(objectChanges(deployment('a:1').replace('/v1', '/v1beta1'), deployment('a:1'))).toMatchObject([
      { how: 'changed', fields: [{ path: 'apiVersion' }] },
    ])
  })
})
