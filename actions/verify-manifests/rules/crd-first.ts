import {
  type ClusterGraph,
  clusterGraphsOf,
  type GraphNode,
  isRemote,
  waitsFor,
} from '../../../src/flux/inventory/cluster-graph.js'
import { helmfileCharts } from '../../../src/flux/inventory/helmfile.js'
import { placeOf, type Resource, textIn, titleOf } from '../../../src/flux/inventory/resource.js'
import { type Inventory, SOURCE_GROUP } from '../../../src/flux/inventory.js'
import type { Report, Rule, RuleContext } from '../rule.js'
import { documents, gitRepository, kustomization, kustomizeFile } from './example-trees.js'

const controller = `apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata:
  name: sealed-secrets
  namespace: flux-system
spec:
  interval: 1h
  url: https://bitnami-labs.github.io/sealed-secrets
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: sealed-secrets
  namespace: flux-system
spec:
  interval: 1h
  install:
    remediation:
      retries: 3
  upgrade:
    remediation:
      retries: 3
  chart:
    spec:
      chart: sealed-secrets
      version: 2.17.0
      sourceRef:
        kind: HelmRepository
        name: sealed-secrets
  driftDetection:
    mode: enabled
`

const sealed = (mark: string): string => `apiVersion: bitnami.com/v1alpha1${mark}
kind: SealedSecret
metadata:
  name: one
  namespace: default
spec:
  encryptedData: {}
`

const widget = (mark: string): string => `apiVersion: example.com/v1${mark}
kind: Widget
metadata:
  name: one
  namespace: default
spec:
  size: 3
`

const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widgets.example.com
spec:
  group: example.com
  scope: Namespaced
  names:
    kind: Widget
    plural: widgets
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                size:
                  type: integer
`

export const crdFirst: Rule = {
  id: 'crd-first',
  severity: 'error',
  summary: 'A custom resource comes after what brings its CRD.',
  why: 'The API server refuses an object whose CRD is not there, and then nothing at all of that Kustomization is applied, the controller beside it neither.',
  fix: 'Give the controller, or the CRD, a Kustomization of its own with `wait: true`, and let the Kustomization of the custom resources depend on it.',
  examples: [
    {
      title: 'a custom resource whose Kustomization does not wait for the CRD',
      files: {
        'clusters/production/apps.yaml': documents(
          gitRepository(),
          kustomization('crds', './crds'),
          kustomization('apps', './apps'),
        ),
        'crds/widgets.yaml': definition,
        'apps/widget.yaml': widget(' # expect: crd-first'),
      },
    },
    {
      title: 'a custom resource beside the HelmRelease of its controller',
      files: {
        'clusters/production/apps.yaml': documents(gitRepository(), kustomization('secrets', './secrets')),
        'secrets/controller.yaml': controller,
        'secrets/one.yaml': sealed(' # expect: crd-first'),
      },
    },
    {
      title: 'a CRD that comes first',
      files: {
        'clusters/production/apps.yaml': documents(
          gitRepository(),
          kustomization('crds', './crds'),
          kustomization('apps', './apps', 'dependsOn:', '  - name: crds'),
        ),
        'crds/widgets.yaml': definition,
        'apps/widget.yaml': widget(''),
      },
    },
    {
      title: 'a CRD in the same Kustomization, which Flux applies first',
      files: {
        'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
        'apps/widgets.yaml': definition,
        'apps/widget.yaml': widget(''),
      },
    },
    {
      title: 'a chart that a helmfile installs before Flux is there',
      files: {
        'clusters/production/apps.yaml': documents(gitRepository(), kustomization('secrets', './secrets')),
        'secrets/controller.yaml': controller,
        'secrets/one.yaml': sealed(''),
        'bootstrap/helmfile.d/01-apps.yaml': `releases:
  - name: sealed-secrets
    namespace: flux-system
    chart: oci://registry.example.com/charts/sealed-secrets
    version: 2.17.0
`,
      },
    },
    {
      title: 'CRDs from an address, beside the chart that goes without them',
      files: {
        'clusters/production/apps.yaml': documents(gitRepository(), kustomization('secrets', './secrets')),
        'secrets/kustomization.yaml': kustomizeFile(
          'https://charts.example.com/sealed-secrets/crds.yaml',
          'controller.yaml',
          'one.yaml',
        ),
        'secrets/controller.yaml': controller,
        'secrets/one.yaml': sealed(''),
      },
    },
    {
      title: "CRDs from the chart's own repository",
      files: {
        'clusters/production/apps.yaml': documents(
          gitRepository(),
          kustomization('flux-system', './clusters/production'),
          kustomization('secrets', './secrets'),
        ),
        'clusters/production/crds.yaml': documents(
          gitRepository('sealed-secrets').replace('example/website', 'example/sealed-secrets'),
          kustomization('sealed-secrets-crds', './helm/sealed-secrets/crds').replace(
            'name: flux-system\n  path',
            'name: sealed-secrets\n  path',
          ),
        ),
        'secrets/controller.yaml': controller,
        'secrets/one.yaml': sealed(''),
      },
    },
  ],
  check: context => clusterGraphsOf(context.inventory).flatMap(graph => checkCluster(graph, context)),
}

/** API groups whose CRDs a chart of that name brings, as their own documentation says. */
const CHARTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['sealed-secrets', ['bitnami.com']],
  ['cert-manager', ['cert-manager.io', 'acme.cert-manager.io']],
  ['external-secrets', ['external-secrets.io']],
  ['kube-prometheus-stack', ['monitoring.coreos.com']],
  ['prometheus-operator-crds', ['monitoring.coreos.com']],
  ['metallb', ['metallb.io']],
  ['kyverno', ['kyverno.io']],
  ['cloudnative-pg', ['postgresql.cnpg.io']],
  ['traefik', ['traefik.io']],
  ['longhorn', ['longhorn.io']],
])

/** Who brings a group: a CRD of the tree by its kind, or a chart for the whole group. */
interface Providers {
  readonly crds: ReadonlyMap<string, readonly GraphNode[]>
  readonly charts: ReadonlyMap<string, readonly { readonly node: GraphNode; readonly release: Resource }[]>
}

function checkCluster(graph: ClusterGraph, { inventory, config }: RuleContext): readonly Report[] {
  const nodes = graph.nodes.filter(
    node => !isRemote(node.kustomization) && inventory.ownness(node.kustomization) === 'yes',
  )
  const providers = providersOf(nodes, inventory)
  const bootstrapped = groupsOf(helmfileCharts(inventory))
  const hidden = graph.nodes.filter(
    ({ kustomization: item }) => inventory.folders.get(item)?.isOpen === true || inventory.ownness(item) !== 'yes',
  )
  const appliers = appliersIn(nodes, inventory)
  return nodes.flatMap(node => {
    // Whoever applies a Kustomization has applied its own CRDs before.
    const parents = (appliers.get(node.kustomization.resource) ?? []).filter(other => other !== node)
    const before = new Set([...waitsFor(node), ...parents])
    if (hidden.some(other => other === node || before.has(other) || isNamedForCrds(other))) return []
    const said = new Set<string>()
    return (inventory.folders.get(node.kustomization)?.objects ?? []).flatMap(({ resource }) => {
      const { group, kind } = resource
      const key = `${group}/${kind}`
      if (
        said.has(key) ||
        config.external.crds.has(group) ||
        bootstrapped.has(group) ||
        group.endsWith('.toolkit.fluxcd.io')
      )
        return []
      // What two Kustomizations apply is that fault's matter first.
      const owners = new Set(
        inventory.placementsOf(resource).flatMap(({ by, cluster }) => (cluster === graph.cluster ? [by] : [])),
      )
      const report = owners.size > 1 ? undefined : judge(resource, node, before, providers)
      if (report === undefined) return []
      said.add(key)
      return [report]
    })
  })
}

function groupsOf(charts: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...charts].flatMap(chart => CHARTS.get(chart) ?? []))
}

/** One that the tree does not show all of, from an address or another source, may bring any CRD. */
function isNamedForCrds({ name, kustomization }: GraphNode): boolean {
  return /crd/i.test(`${name} ${kustomization.path ?? ''}`)
}

/** Who applies each object. */
function appliersIn(nodes: readonly GraphNode[], { folders }: Inventory): ReadonlyMap<Resource, readonly GraphNode[]> {
  const found = new Map<Resource, GraphNode[]>()
  for (const node of nodes) {
    for (const { resource } of folders.get(node.kustomization)?.objects ?? []) {
      const known = found.get(resource)
      if (known === undefined) found.set(resource, [node])
      else known.push(node)
    }
  }
  return found
}

function judge(
  resource: Resource,
  node: GraphNode,
  before: ReadonlySet<GraphNode>,
  { crds, charts }: Providers,
): Report | undefined {
  const definitions = crds.get(`${resource.group}/${resource.kind}`) ?? []
  const releases = charts.get(resource.group) ?? []
  const bringers = [...definitions, ...releases.map(({ node: other }) => other)]
  // Flux applies CRDs before the rest of the same Kustomization; a HelmRelease only asks for them.
  if (bringers.length === 0 || definitions.includes(node) || bringers.some(other => before.has(other))) return undefined
  const beside = releases.find(({ node: other }) => other === node)
  if (beside !== undefined) {
    return reportOf(resource, {
      message: `${titleOf(resource)} is applied together with ${titleOf(beside.release)}, which brings its CRD: the API server refuses it, and the HelmRelease is not applied either`,
      expected: `the HelmRelease in a Kustomization that ${node.name} depends on`,
      fix: {
        text: `Move ${beside.release.file.path} into a Kustomization of its own with \`wait: true\`, and let ${node.name} depend on it`,
      },
      witness: [`${node.name} applies ${resource.file.path} and ${beside.release.file.path}`],
    })
  }
  const [other] = bringers
  if (other === undefined) return undefined
  const waits = waitsFor(other).has(node)
  return reportOf(resource, {
    message: waits
      ? `${titleOf(resource)} is applied by ${node.name}, and its CRD is brought by ${other.name}, which waits for ${node.name}: neither is ever applied`
      : `${titleOf(resource)} is applied by ${node.name}, which does not wait for ${other.name}, which brings its CRD: until that is there, nothing of ${node.name} is applied`,
    expected: `${node.name} depends on ${other.name}`,
    fix: {
      text: waits ? `Take the dependency of ${other.name} on ${node.name} away` : `dependsOn:\n  - name: ${other.name}`,
    },
    witness: [`${resource.group}/${resource.kind} comes from ${other.name} (${other.kustomization.path ?? '?'})`],
  })
}

type Said = Required<Pick<Report, 'message' | 'expected' | 'fix' | 'witness'>>

function reportOf(resource: Resource, said: Said): Report {
  return {
    file: resource.file.path,
    span: placeOf(resource, 'apiVersion'),
    found: `${textIn(resource, 'apiVersion') ?? ''} ${resource.kind}`,
    ...said,
  }
}

function providersOf(nodes: readonly GraphNode[], inventory: Inventory): Providers {
  const crds = new Map<string, GraphNode[]>()
  const charts = new Map<string, { node: GraphNode; release: Resource }[]>()
  for (const node of nodes) {
    for (const { resource } of inventory.folders.get(node.kustomization)?.objects ?? []) {
      if (resource.kind === 'CustomResourceDefinition') {
        const key = `${textIn(resource, 'spec', 'group') ?? ''}/${textIn(resource, 'spec', 'names', 'kind') ?? ''}`
        crds.set(key, [...(crds.get(key) ?? []), node])
      }
      if (resource.kind !== 'HelmRelease') continue
      for (const group of CHARTS.get(chartOf(resource, inventory)) ?? []) {
        charts.set(group, [...(charts.get(group) ?? []), { node, release: resource }])
      }
    }
  }
  return { crds, charts }
}

/** The name of a release's chart; of one in an artifact, the last part of its address. */
function chartOf(release: Resource, inventory: Inventory): string {
  const reference = textIn(release, 'spec', 'chartRef', 'name')
  const source = inventory
    .ofKind(SOURCE_GROUP, textIn(release, 'spec', 'chartRef', 'kind') ?? 'OCIRepository')
    .find(({ name }) => reference !== undefined && name === reference)
  const address = source === undefined ? undefined : textIn(source, 'spec', 'url')
  return textIn(release, 'spec', 'chart', 'spec', 'chart') ?? address?.split('/').at(-1) ?? ''
}
