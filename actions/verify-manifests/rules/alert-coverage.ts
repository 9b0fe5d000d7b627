import { type ClusterGraph, clusterGraphsOf, type GraphNode } from '../../../src/flux/inventory/cluster-graph.js'
import { hasVariable } from '../../../src/flux/inventory/image-loop.js'
import { patchesOf } from '../../../src/flux/inventory/patch-texts.js'
import type { Placement } from '../../../src/flux/inventory/placement.js'
import { listIn, valueIn } from '../../../src/flux/inventory/resource.js'
import type { Inventory } from '../../../src/flux/inventory.js'
import { textMember } from '../../../src/json.js'
import { type Report, type Rule, reportAt } from '../rule.js'
import { configMap, documents, gitRepository, kustomization } from './example-trees.js'

const GROUP = 'notification.toolkit.fluxcd.io'

const alert = (name: string): string => `apiVersion: notification.toolkit.fluxcd.io/v1beta3
kind: Provider
metadata:
  name: chat
  namespace: flux-system
spec:
  type: slack
  address: https://slack.com/api/chat.postMessage
  channel: deliveries
---
apiVersion: notification.toolkit.fluxcd.io/v1beta3
kind: Alert
metadata:
  name: failures
  namespace: flux-system
spec:
  providerRef:
    name: chat
  eventSources:
    - kind: Kustomization
      name: ${name}
`

const tree = (mark: string, covered: string): Readonly<Record<string, string>> => ({
  'clusters/production/apps.yaml': documents(
    gitRepository(),
    kustomization('alerts', './alerts'),
    kustomization(`apps${mark}`, './apps'),
  ),
  'alerts/alert.yaml': alert(covered),
  'apps/settings.yaml': configMap('settings', 'default'),
})

export const alertCoverage: Rule = {
  id: 'alert-coverage',
  severity: 'note',
  summary: 'An Alert tells of the failures of every Kustomization.',
  why: 'A Kustomization that fails changes nothing in the cluster any more, and nobody hears of it.',
  fix: "Name it under eventSources of an Alert, or every one of a namespace with `name: '*'`.",
  examples: [
    { title: 'a Kustomization that no Alert names', files: tree(' # expect: alert-coverage', 'alerts') },
    { title: 'an Alert for all of them', files: tree('', "'*'") },
  ],
  check: ({ inventory }) => {
    const alerts = inventory.ofKind(GROUP, 'Alert')
    if (alerts.length === 0) return isBootstrapped(inventory) ? nothingAtAll(inventory) : []
    const mayChange = patchesOf(inventory)
    return clusterGraphsOf(inventory).flatMap(graph => {
      const placed = alerts.flatMap(resource =>
        inventory.placementsOf(resource).filter(({ cluster }) => cluster === undefined || cluster === graph.cluster),
      )
      const isKnown = !graph.isOpen && placed.every(placement => !mayChange(placement, /eventSources|suspend/))
      return isKnown && placed.length > 0 ? uncovered(graph, placed) : []
    })
  },
}

/** Whether the tree shows what it installs of Flux, and that it can tell. */
function isBootstrapped({ resources }: Inventory): boolean {
  return resources.some(({ kind, name }) => kind === 'Deployment' && name === 'notification-controller')
}

function nothingAtAll(inventory: Inventory): readonly Report[] {
  const graphs = clusterGraphsOf(inventory)
  const [first] = graphs.flatMap(graph => (graph.isOpen ? [] : byImportance(graph.nodes)))
  if (first === undefined || graphs.some(({ isOpen }) => isOpen)) return []
  return [
    reportAt(first.kustomization.resource, ['metadata', 'name'], {
      message: 'no Alert is in the tree, so nobody hears when a Kustomization fails',
      found: 'no Alert',
      expected: "an Alert with `kind: Kustomization` and `name: '*'` under eventSources",
      fix: { text: 'Add a Provider and an Alert' },
    }),
  ]
}

/** The root comes last: what it applies says more about what is not told. */
function byImportance(nodes: readonly GraphNode[]): readonly GraphNode[] {
  return [...nodes.filter(({ name }) => name !== 'flux-system'), ...nodes.filter(({ name }) => name === 'flux-system')]
}

function uncovered({ nodes }: ClusterGraph, alerts: readonly Placement[]): readonly Report[] {
  const silent = byImportance(nodes).filter(node => !alerts.some(alert => covers(alert, node)))
  const [first] = silent
  if (first === undefined) return []
  const others = silent.slice(1).map(({ name }) => name)
  return [
    reportAt(first.kustomization.resource, ['metadata', 'name'], {
      message: `no Alert tells when ${first.name} fails${others.length === 0 ? '' : `, nor for ${others.join(', ')}`}`,
      found: first.name,
      expected: `an Alert with ${first.name} under eventSources`,
      fix: {
        text: `eventSources:\n  - kind: Kustomization\n    name: '*'${first.namespace === undefined ? '' : `\n    namespace: ${first.namespace}`}`,
      },
    }),
  ]
}

function covers({ resource, namespace }: Placement, node: GraphNode): boolean {
  if (valueIn(resource, 'spec', 'suspend') === true) return false
  return listIn(resource, 'spec', 'eventSources').some(source => {
    const kind = textMember(source, 'kind')
    const name = textMember(source, 'name')
    const where = textMember(source, 'namespace') ?? namespace
    if (hasVariable(kind) || hasVariable(name) || hasVariable(where)) return true
    const isNamed = name === '*' || name === node.name
    return kind === 'Kustomization' && isNamed && [undefined, '*', node.namespace].includes(where)
  })
}
