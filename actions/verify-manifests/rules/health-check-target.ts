import {
  type ClusterGraph,
  clusterGraphsOf,
  type GraphNode,
  isRemote,
  placedIn,
} from '../../../src/flux/inventory/cluster-graph.js'
import { hasVariable } from '../../../src/flux/inventory/image-loop.js'
import { isBuiltIn, mayMake, type Sought } from '../../../src/flux/inventory/object-makers.js'
import { openNamespaces } from '../../../src/flux/inventory/open-namespaces.js'
import { patchesOf } from '../../../src/flux/inventory/patch-texts.js'
import type { Placement } from '../../../src/flux/inventory/placement.js'
import { listIn, valueIn } from '../../../src/flux/inventory/resource.js'
import { textMember } from '../../../src/json.js'
import { nearest } from '../../../src/nearest.js'
import { type Report, type Rule, type RuleContext, reportAt } from '../rule.js'
import { configMap, documents, gitRepository, kustomization, namespace } from './example-trees.js'

const tree = (name: string): Readonly<Record<string, string>> => ({
  'clusters/production/apps.yaml': documents(
    gitRepository(),
    kustomization(
      'apps',
      './apps',
      'timeout: 5m',
      'healthChecks:',
      '  - apiVersion: apps/v1',
      '    kind: Deployment',
      `    name: ${name}`,
      '    namespace: website',
    ),
  ),
  'apps/namespace.yaml': namespace('website'),
  'apps/settings.yaml': configMap('settings', 'website'),
  'apps/web.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: frontend
  namespace: website
spec:
  selector:
    matchLabels: {app: frontend}
  template:
    metadata:
      labels: {app: frontend}
    spec:
      containers:
        - name: web
          image: ghcr.io/example/web:1.2.3
`,
})

export const healthCheckTarget: Rule = {
  id: 'health-check-target',
  severity: 'error',
  summary: 'What a Kustomization checks the health of exists in its cluster.',
  why: 'Flux waits for an object that is not there until the time limit, then calls the Kustomization failed, again and again; whatever depends on it is never applied.',
  fix: 'Name an object that is applied, with its kind and its namespace, or set `wait: true` instead.',
  examples: [
    { title: 'a Deployment under another name', files: tree('website # expect: health-check-target') },
    { title: 'a Deployment that is applied', files: tree('frontend') },
  ],
  check: context => {
    const mayChange = patchesOf(context.inventory)
    return clusterGraphsOf(context.inventory).flatMap(graph => {
      const placed = placedIn(graph.cluster, context.inventory)
      return graph.nodes
        .filter(({ kustomization: { resource } }) =>
          context.inventory.placementsOf(resource).every(placement => !mayChange(placement, /healthChecks|wait/)),
        )
        .flatMap(node => checkNode(node, placed, graph, context))
    })
  },
}

function checkNode(
  node: GraphNode,
  placed: readonly Placement[],
  graph: ClusterGraph,
  context: RuleContext,
): readonly Report[] {
  const { kustomization } = node
  const { resource } = kustomization
  const checks = listIn(resource, 'spec', 'healthChecks')
  // With `wait` Flux never looks at them.
  if (checks.length === 0 || valueIn(resource, 'spec', 'wait') === true || isRemote(kustomization)) return []
  return checks.flatMap((check, index) => {
    const kind = textMember(check, 'kind')
    const name = textMember(check, 'name')
    const namespace = textMember(check, 'namespace')
    if (
      kind === undefined ||
      name === undefined ||
      namespace === undefined ||
      [kind, name, namespace].some(hasVariable)
    )
      return []
    const sought = { kind, namespace, name }
    const group = groupOf(textMember(check, 'apiVersion'))
    const sameKind = placed.filter(item => item.resource.kind === kind && item.resource.group === group)
    if (sameKind.some(item => isNamed(item, namespace, name))) return []
    if (mayBeThere(sought, group, sameKind, placed, graph, context)) return []
    return [reportOf(sought, index, sameKind, node)]
  })
}

function reportOf(
  { kind, namespace, name }: Sought,
  index: number,
  sameKind: readonly Placement[],
  { kustomization: { resource }, name: by }: GraphNode,
): Report {
  const there = [...new Set(sameKind.map(item => `${item.namespace ?? ''}/${item.name ?? ''}`))].sort()
  const sameName = sameKind.find(item => item.name === name)?.namespace
  const neighbours = sameKind.flatMap(item => (item.namespace === namespace ? (item.name ?? []) : []))
  const meant = nearest(name, neighbours) ?? (neighbours.length === 1 ? neighbours[0] : undefined)
  return reportAt(resource, ['spec', 'healthChecks', index, sameName === undefined ? 'name' : 'namespace'], {
    message: `${by} waits for the health of ${kind} ${namespace}/${name}, which nothing brings: it fails each time, after its time limit`,
    found: `${namespace}/${name}`,
    expected: there.length === 0 ? `a ${kind} that is applied` : `one of ${there.join(', ')}`,
    fix: {
      text:
        sameName !== undefined
          ? `namespace: ${sameName}`
          : meant !== undefined
            ? `name: ${meant}`
            : 'Name what is applied, or take the entry away',
    },
  })
}

function isNamed(
  { namespace, name, resource, isRewritten }: Placement,
  wantedNamespace: string,
  wanted: string,
): boolean {
  const names = isRewritten ? [name, resource.name] : [name]
  return (
    (names.includes(wanted) || hasVariable(name)) &&
    (namespace === undefined || hasVariable(namespace) || namespace === wantedNamespace)
  )
}

/** Whether a chart, an operator, another repository or a person may bring it. */
function mayBeThere(
  sought: Sought,
  group: string,
  sameKind: readonly Placement[],
  placed: readonly Placement[],
  graph: ClusterGraph,
  { inventory, config }: RuleContext,
): boolean {
  const { kind, namespace, name } = sought
  const open = openNamespaces(graph, inventory)
  if (open === 'all' || open.has(namespace) || isBuiltIn(sought, placed)) return true
  if (config.external.objects.has(`${kind}/${namespace}/${name}`)) return true
  const isFilled = placed.some(
    item => item.by !== undefined && (item.namespace === namespace || item.name === namespace),
  )
  if (!isFilled || [...inventory.files.values()].some(file => file.problems.length > 0 && file.text.includes(name)))
    return true
  // A chart may bring a HelmRelease, but hardly one that the tree has in another namespace.
  const isElsewhere = group.endsWith('.toolkit.fluxcd.io') && sameKind.some(item => item.name === name)
  return !isElsewhere && placed.some(maker => mayMake(maker, sought))
}

function groupOf(apiVersion: string | undefined): string {
  const slash = apiVersion?.indexOf('/') ?? -1
  return apiVersion === undefined || slash < 0 ? '' : apiVersion.slice(0, slash)
}
