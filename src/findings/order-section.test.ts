import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { hostileText } from '../../tests/fakes/sample-report.js'
import type { DeliveryOrder } from '../flux/inventory/critical-path.js'
import { duration, orderGraph, orderSection } from './order-section.js'

const step = (title: string, limit: number | undefined, ...waitsFor: readonly string[]) => ({
  title,
  limit,
  waitsFor,
  isSuspended: false,
})

const order: DeliveryOrder = {
  cluster: 'clusters/production',
  steps: [
    step('namespaces', 120),
    step('secrets', 600, 'namespaces'),
    step('monitoring', 180, 'namespaces'),
    step('apps', 180, 'secrets', 'monitoring'),
  ],
  critical: ['namespaces', 'secrets', 'apps'],
  seenAfter: 60,
  liveAfter: 1020,
}

describe('orderSection', () => {
  it('says after how long a change is live, and what adds up to that', () => {
    const section = orderSection(order)
    expect(section).toContain('<summary>clusters/production: a change is live after at most 17 min</summary>')
    expect(section).toContain(
      'Flux sees it within 1 min; the longest way is then namespaces (2 min) → secrets (10 min) → apps (3 min), with up to 1 min between them, if each keeps its time limit.',
    )
  })

  it('promises nothing where something is not known', () => {
    const steps = [step('namespaces', undefined), step('apps', 180, 'namespaces')]
    const section = orderSection({ ...order, steps, critical: ['namespaces', 'apps'], liveAfter: undefined })
    expect(section).toContain('when a change is live at the latest cannot be told')
    expect(section).toContain('namespaces (?) → apps (3 min)')
    expect(section).not.toContain('at most')
  })

  it('says that a circle never ends', () => {
    const steps = [step('first', 60, 'second'), step('second', 60, 'first')]
    const section = orderSection({ ...order, steps, critical: [], liveAfter: undefined })
    expect(section).toContain('no change is ever live there')
  })
})

describe('orderGraph', () => {
  it('draws who waits for whom, the critical path in thick lines', () => {
    expect(orderGraph(order)).toBe(`flowchart LR
  n0["namespaces - 2 min"]
  n1["secrets - 10 min"]
  n2["monitoring - 3 min"]
  n3["apps - 3 min"]
  n0 ==> n1
  n0 --> n2
  n1 ==> n3
  n2 --> n3
  classDef critical stroke:#9a6700,stroke-width:3px
  class n0,n1,n3 critical`)
  })

  it('gives labels that end where they are meant to', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (first, second) => {
        const steps = [step(`a${first}`, 60), step(`b${second}`, undefined, `a${first}`)]
        const graph = orderGraph({ ...order, steps, critical: [] }) ?? ''
        expect(graph.split('\n')).toHaveLength(4)
        for (const line of graph.split('\n').slice(1))
          expect(line).toMatch(/^ {2}(?:n\d+\["[\p{L}\p{N} ./:_✓✗?#;-]+"\]|n\d+ --> n\d+)$/u)
      }),
    )
  })

  it('draws no more than can be seen', () => {
    const steps = Array.from({ length: 81 }, (_, index) => step(`step-${index}`, 60))
    expect(orderGraph({ ...order, steps })).toBeUndefined()
  })
})

describe('duration', () => {
  it('is as short as it can be', () => {
    expect([0, 30, 60, 750, 3900].map(duration)).toEqual(['0 s', '30 s', '1 min', '12 min 30 s', '1 h 5 min'])
  })
})
