import { type ClusterGraph, clusterGraphsOf, placedIn } from '../../../src/flux/inventory/cluster-graph.js'
import { hasVariable } from '../../../src/flux/inventory/image-loop.js'
import { podSpecKeys } from '../../../src/flux/inventory/image-places.js'
import { isMaker, mayMakePods } from '../../../src/flux/inventory/object-makers.js'
import { openNamespaces } from '../../../src/flux/inventory/open-namespaces.js'
import { patchesOf } from '../../../src/flux/inventory/patch-texts.js'
import type { Placement } from '../../../src/flux/inventory/placement.js'
import { type Resource, titleOf, valueIn } from '../../../src/flux/inventory/resource.js'
import type { Inventory } from '../../../src/flux/inventory.js'
import { isMapping, listMember, member } from '../../../src/json.js'
import { type Report, type Rule, reportAt } from '../rule.js'
import { documents, gitRepository, kustomization, namespace } from './example-trees.js'

const tree = (selector: string, more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
  'apps/namespace.yaml': namespace('website'),
  'apps/web.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: website
spec:
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: ghcr.io/example/web:1.2.3
`,
  'apps/service.yaml': `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: website
spec:
  selector:
    ${selector}
  ports:
    - port: 80
`,
  ...more,
})

export const selectorMatches: Rule = {
  id: 'selector-matches',
  severity: 'warning',
  summary: 'The selector of a Service fits the pods of a workload in its namespace.',
  why: 'A Service that selects no pod has no endpoints: every request to it is refused, and nothing reports a fault.',
  fix: "Write the labels of the workload's pod template into the selector.",
  examples: [
    { title: 'a label with another value', files: tree('app: website # expect: selector-matches') },
    { title: 'the label of the pods', files: tree('app: web') },
    {
      title: 'pods that a custom resource makes',
      files: tree('app: website', {
        'apps/site.yaml': 'apiVersion: example.com/v1\nkind: Site\nmetadata:\n  name: website\n  namespace: website\n',
      }),
    },
  ],
  check: ({ inventory }) => {
    const mayChange = patchesOf(inventory)
    const added = addedLabels(inventory)
    return clusterGraphsOf(inventory).flatMap(graph => checkCluster(graph, inventory, mayChange, added))
  },
}

type Labels = ReadonlyMap<string, unknown>

function checkCluster(
  graph: ClusterGraph,
  inventory: Inventory,
  mayChange: ReturnType<typeof patchesOf>,
  added: readonly Labels[],
): readonly Report[] {
  const open = openNamespaces(graph, inventory)
  if (open === 'all') return []
  const placed = placedIn(graph.cluster, inventory)
  const makers = placed.filter(({ resource }) => isMaker(resource))
  const workloads = placed.filter(({ resource }) => podSpecKeys(resource) !== undefined)
  return placed.flatMap((service): readonly Report[] => {
    const { resource, namespace: where, by, cluster } = service
    if (resource.kind !== 'Service' || resource.group !== '' || by === undefined || cluster !== graph.cluster) return []
    const selector = labelsIn(valueIn(resource, 'spec', 'selector'))
    if (selector.size === 0 || where === undefined || hasVariable(where) || open.has(where)) return []
    if (mayChange(service, /selector/) || makers.some(maker => mayMakePods(maker, where))) return []
    const near = workloads.filter(
      ({ namespace }) => namespace === undefined || namespace === where || hasVariable(namespace),
    )
    // Pods of a namespace without any workload come from elsewhere.
    if (near.length === 0 || near.some(workload => mayChange(workload, /labels/))) return []
    const templates = near.map(workload => ({ workload, labels: templateLabels(workload.resource) }))
    const best = templates
      .map(template => ({
        ...template,
        missing: [...selector].filter(pair => !fits(pair, [template.labels, ...added])),
      }))
      .sort((left, right) => left.missing.length - right.missing.length)[0]
    const [key] = best?.missing[0] ?? []
    if (best === undefined || key === undefined) return []
    // What runs in a pod may label it, such as the leader of several; so do the controllers of Jobs and StatefulSets.
    if (best.missing.length < selector.size && !best.labels.has(key)) return []
    if (/(?:^|\.)(?:apps|batch|statefulset)\.kubernetes\.io\//.test(key)) return []
    return [reportOf(resource, key, best.workload, best.labels)]
  })
}

function fits([key, value]: readonly [string, unknown], labels: readonly Labels[]): boolean {
  return labels.some(found => found.get(key) === value || hasVariable(text(found.get(key)))) || hasVariable(text(value))
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function templateLabels(resource: Resource): Labels {
  const metadata = [...(podSpecKeys(resource) ?? []).slice(0, -1), 'metadata', 'labels']
  return labelsIn(valueIn(resource, ...metadata))
}

function labelsIn(value: unknown): Labels {
  return new Map(isMapping(value) ? Object.entries(value) : [])
}

/** Labels that kustomize files add to pods. */
function addedLabels({ layout }: Inventory): readonly Labels[] {
  return [...layout.kustomizeFiles.values()].flatMap(({ body }) => [
    labelsIn(member(body, 'commonLabels')),
    ...listMember(body, 'labels').map(entry => labelsIn(member(entry, 'pairs'))),
  ])
}

function reportOf(resource: Resource, key: string, { resource: workload }: Placement, labels: Labels): Report {
  const written = [...labels].map(([name, value]) => `${name}: ${String(value)}`)
  return reportAt(resource, ['spec', 'selector', key], {
    message: `${titleOf(resource)} selects no pod of its namespace, so it has no endpoints`,
    found: `${key}: ${String(valueIn(resource, 'spec', 'selector', key))}`,
    expected: `labels of ${titleOf(workload)}: ${written.join(', ')}`,
    fix: {
      text: labels.has(key) ? `${key}: ${String(labels.get(key))}` : 'Select labels of the pod template',
    },
  })
}
