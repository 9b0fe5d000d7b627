import { expect, it } from '@jest/globals'
import { compareVersions, oldestKubernetes, parseVersion } from './versions.js'

it('reads versions as Flux and Kubernetes write them, and compares them by their numbers', () => {
  expect(parseVersion('v1.33.4+k3s1')).toMatchObject({ major: 1, minor: 33, patch: 4 })
  expect(parseVersion('2.9')).toBeUndefined()
  const [older, newer] = [parseVersion('v2.9.5'), parseVersion('2.10.0')]
  if (older === undefined || newer === undefined) throw new Error('both are versions')
  expect(compareVersions(older, newer)).toBeLessThan(0)
  expect(compareVersions(newer, { ...newer, text: 'v2.10.0' })).toBe(0)
})

it('knows the oldest Kubernetes of a Flux, and nothing of one that is older than those it knows', () => {
  expect([6, 7, 8, 9, 12].map(oldestKubernetes)).toEqual([undefined, 32, 33, 33, 33])
})
