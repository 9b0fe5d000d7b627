import { describe, expect, it } from '@jest/globals'
import { takeInventory } from '../inventory.js'
import { deliveryOrders } from './critical-path.js'

const source = `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: {name: flux-system, namespace: flux-system}
spec: {interval: 1m, url: 'https://github.com/example/website', ref: {branch: master}}
`

const kustomization = (name: string, dependsOn: readonly string[], times: string): string => `---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: ${name}, namespace: flux-system}
spec:
  path: ./${name}
  prune: true
  sourceRef: {kind: GitRepository, name: flux-system}
  dependsOn: [${dependsOn.map(other => `{name: ${other}}`).join(', ')}]
  ${times}
`

const configMap = (name: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: default}\n`

function ordersOf(
  ...kustomizations: readonly (readonly [name: string, dependsOn: readonly string[], times: string])[]
) {
  return deliveryOrders(
    takeInventory(
      [
        ['sync.yaml', source + kustomizations.map(parts => kustomization(...parts)).join('')],
        ...kustomizations.map(([name]) => [`${name}/settings.yaml`, configMap(name)] as const),
      ],
      new Map(),
    ),
  )
}

describe('deliveryOrders', () => {
  it('adds up the time limits on the way that takes longest, and half a minute for each look at a dependency', () => {
    const [order] = ordersOf(
      ['namespaces', [], 'timeout: 2m'],
      ['secrets', ['namespaces'], 'timeout: 10m'],
      ['monitoring', ['namespaces'], 'timeout: 3m'],
      ['apps', ['secrets', 'monitoring'], 'timeout: 3m'],
    )
    expect(order?.critical).toEqual(['namespaces', 'secrets', 'apps'])
    expect(order?.seenAfter).toBe(60)
    expect(order?.liveAfter).toBe(60 + 120 + 30 + 600 + 30 + 180)
    expect(order?.steps.map(({ title, waitsFor }) => [title, ...waitsFor])).toEqual([
      ['namespaces'],
      ['secrets', 'namespaces'],
      ['monitoring', 'namespaces'],
      ['apps', 'secrets', 'monitoring'],
    ])
  })

  it('takes the interval less half a minute where no time limit is given, and half a minute at least', () => {
    const [order] = ordersOf(['first', [], 'interval: 10m'], ['second', ['first'], 'timeout: 5s'])
    expect(order?.steps.map(({ limit }) => limit)).toEqual([570, 30])
  })

  it('promises nothing where a Kustomization is suspended', () => {
    const [order] = ordersOf(['first', [], 'timeout: 2m\n  suspend: true'], ['second', ['first'], 'timeout: 2m'])
    expect(order?.critical).toEqual(['first', 'second'])
    expect(order?.liveAfter).toBeUndefined()
  })

  it('promises nothing where a time limit is a variable or a dependency is missing', () => {
    const [variable] = ordersOf(['first', [], "timeout: '${LIMIT}'"], ['second', ['first'], 'timeout: 2m'])
    expect(variable?.liveAfter).toBeUndefined()
    const [missing] = ordersOf(['first', [], 'timeout: 2m'], ['second', ['first', 'third'], 'timeout: 2m'])
    expect(missing?.liveAfter).toBeUndefined()
  })

  it('has no critical path through a circle', () => {
    const [order] = ordersOf(['first', ['second'], 'timeout: 2m'], ['second', ['first'], 'timeout: 2m'])
    expect(order?.critical).toEqual([])
    expect(order?.liveAfter).toBeUndefined()
  })

  it('leaves out a cluster in which nothing waits for anything', () => {
    expect(ordersOf(['first', [], 'timeout: 2m'], ['second', [], 'timeout: 2m'])).toEqual([])
  })
})
