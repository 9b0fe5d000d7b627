import { expect, it } from '@jest/globals'
import { condition, gitRepository, kustomization, kustomizations } from '../../tests/fakes/cluster-objects.js'
import { type LiveObject, liveObjects } from './live-object.js'
import { blockers, expectedOf, type RolloutRow, rolloutRows } from './rollout.js'

const live = (...items: readonly object[]): readonly LiveObject[] => liveObjects({ items })

it('orders Kustomizations so that none stands before what it waits for', () => {
  const order = expectedOf(live(...kustomizations()).toReversed()).map(({ id }) => id.replace('flux-system/', ''))
  expect(order.indexOf('sealed-secrets')).toBeGreaterThan(order.indexOf('sealed-secrets-controller'))
  expect(order.indexOf('backend')).toBe(8)
  expect(order).toHaveLength(9)
})

it('puts a circle last, and names all of it as what hangs', () => {
  const objects = live(kustomization('a', { after: ['b'] }), kustomization('b', { after: ['a'] }), kustomization('c'))
  const expected = expectedOf(objects)
  expect(expected.map(({ id }) => id)).toEqual(['flux-system/c', 'flux-system/a', 'flux-system/b'])
  const rows = expected.map((entry): RolloutRow => ({ ...entry, state: 'waiting', reason: '', message: '' }))
  expect(blockers(rows.slice(1)).map(({ id }) => id)).toEqual(['flux-system/a', 'flux-system/b'])
})

it('does not take the condition of an older generation for the present', () => {
  const [object] = live(kustomization('a'))
  const body = { ...kustomization('a'), metadata: { ...kustomization('a').metadata, generation: 2 } }
  const state = (item: LiveObject | undefined) =>
    rolloutRows([{ id: 'flux-system/a', after: [] }], item === undefined ? [] : [item], live(gitRepository()))[0]?.state
  expect([state(object), state(live(body)[0]), state(undefined)]).toEqual(['ready', 'progressing', 'absent'])
})

it('goes by Stalled before Ready, and by the suspension before both', () => {
  const conditions = [condition('Ready', 'True', 'x', ''), condition('Stalled', 'True', 'BuildFailed', 'no')]
  const states = [kustomization('a', { conditions }), kustomization('a', { conditions, isSuspended: true })].map(
    item => rolloutRows([{ id: 'flux-system/a', after: [] }], live(item), [])[0]?.state,
  )
  expect(states).toEqual(['stalled', 'suspended'])
})
