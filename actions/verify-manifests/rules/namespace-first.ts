import {
  type ClusterGraph,
  clusterGraphsOf,
  type GraphNode,
  isRemote,
  waitsFor,
} from '../../../src/flux/inventory/cluster-graph.js'
import { hasVariable } from '../../../src/flux/inventory/image-loop.js'
import type { Placement } from '../../../src/flux/inventory/placement.js'
import { placeOf, titleOf, valueIn } from '../../../src/flux/inventory/resource.js'
import type { Inventory } from '../../../src/flux/inventory.js'
import type { Report, Rule, RuleContext } from '../rule.js'
import { configMap, documents, gitRepository, kustomization, namespace } from './example-trees.js'

export const namespaceFirst: Rule = {
  id: 'namespace-first',
  severity: 'error',
  summary: 'The namespace of an object is made by its own Kustomization, or by one that does not wait for it.',
  why: 'An object in a namespace that is not there cannot be applied. When the Kustomization that makes the namespace waits for that very object, both wait for ever.',
  fix: 'Move the Namespace into a Kustomization of its own that the others depend on.',
  examples: [
    {
      title: 'a namespace made by what waits for an object in it',
      files: {
        'clusters/production/apps.yaml': documents(
          gitRepository(),
          kustomization('settings', './settings'),
          kustomization('frontend', './frontend', 'dependsOn:', '  - name: settings'),
        ),
        'settings/settings.yaml': configMap('settings', 'website # expect: namespace-first'),
        'frontend/namespace.yaml': namespace('website'),
      },
    },
    {
      title: 'a namespace that nothing makes, beside one that is made',
      files: {
        'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
        'apps/namespace.yaml': namespace('website'),
        'apps/settings.yaml': configMap('settings', 'websites # expect: namespace-first'),
      },
    },
    {
      title: 'a tree that makes none but that of Flux, so that somebody else makes the others',
      files: {
        'clusters/production/flux-system/gotk-components.yaml': namespace('flux-system'),
        'clusters/production/flux-system/gotk-sync.yaml': documents(
          gitRepository(),
          kustomization('flux-system', './clusters/production'),
        ),
        'clusters/production/settings.yaml': configMap('settings', 'website'),
      },
    },
    {
      title: 'a namespace that comes first',
      files: {
        'clusters/production/apps.yaml': documents(
          gitRepository(),
          kustomization('namespaces', './namespaces'),
          kustomization('settings', './settings', 'dependsOn:', '  - name: namespaces'),
          kustomization('frontend', './frontend', 'dependsOn:', '  - name: settings'),
        ),
        'namespaces/website.yaml': namespace('website'),
        'settings/settings.yaml': configMap('settings', 'website'),
        'frontend/more-settings.yaml': configMap('more-settings', 'website'),
      },
    },
  ],
  check: context => clusterGraphsOf(context.inventory).flatMap(graph => checkCluster(graph, context)),
}

/** Every cluster has them. */
const BUILT_IN = new Set(['default', 'kube-system', 'kube-public', 'kube-node-lease', 'flux-system'])

function checkCluster(graph: ClusterGraph, context: RuleContext): readonly Report[] {
  const { inventory, config } = context
  const local = graph.nodes.filter(
    node => !isRemote(node.kustomization) && inventory.ownness(node.kustomization) !== 'no',
  )
  const makers = new Map<string, GraphNode[]>()
  for (const node of local) {
    for (const name of namespacesMadeBy(node, inventory)) makers.set(name, [...(makers.get(name) ?? []), node])
  }
  return local.flatMap(node => {
    const wanted = new Map<string, Placement>()
    for (const placement of placementsBy(node, graph, inventory)) {
      const { namespace: where, resource } = placement
      if (where === undefined || hasVariable(where) || resource.kind === 'Namespace' || wanted.has(where)) continue
      wanted.set(where, placement)
    }
    return [...wanted].flatMap(([name, placement]) => {
      if (BUILT_IN.has(name) || config.external.namespaces.has(name)) return []
      const made = makers.get(name) ?? []
      if (made.length === 0)
        return graph.isOpen || !knowsNamespaces(makers, inventory) ? [] : [nobody(name, placement, [...makers.keys()])]
      const waiting = made.filter(maker => maker !== node && waitsFor(maker).has(node))
      return waiting.length === made.length ? [deadlock(name, placement, node, waiting[0] ?? node)] : []
    })
  })
}

/** A tree that makes no namespace, besides that of Flux itself, leaves them to somebody else. */
function knowsNamespaces(makers: ReadonlyMap<string, unknown>, inventory: Inventory): boolean {
  const generates = inventory.resources.some(
    ({ group }) =>
      group === 'fluxcd.controlplane.io' || group.endsWith('.crossplane.io') || group === 'capsule.clastix.io',
  )
  return [...makers.keys()].some(name => !BUILT_IN.has(name)) && !generates
}

function namespacesMadeBy(node: GraphNode, inventory: Inventory): readonly string[] {
  return (inventory.folders.get(node.kustomization)?.objects ?? []).flatMap(({ resource, name, namespace: where }) => {
    if (resource.kind === 'Namespace' && resource.group === '') return name ?? []
    if (resource.kind !== 'HelmRelease' || valueIn(resource, 'spec', 'install', 'createNamespace') !== true) return []
    const target = valueIn(resource, 'spec', 'targetNamespace')
    return typeof target === 'string' ? target : (where ?? [])
  })
}

function placementsBy(node: GraphNode, { cluster }: ClusterGraph, inventory: Inventory): readonly Placement[] {
  return (inventory.folders.get(node.kustomization)?.objects ?? []).map(applied => ({
    ...applied,
    by: node.kustomization,
    cluster,
  }))
}

function nobody(name: string, { resource }: Placement, made: readonly string[]): Report {
  return {
    file: resource.file.path,
    span: placeOf(resource, 'metadata', 'namespace'),
    message: `nothing in this cluster makes the namespace ${name}, so ${titleOf(resource)} cannot be applied`,
    found: name,
    expected: `a namespace that exists: ${[...made].sort().join(', ')}, or one named under external.namespaces in .fluxgate.yaml`,
    fix: { text: `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}` },
  }
}

function deadlock(name: string, { resource }: Placement, node: GraphNode, maker: GraphNode): Report {
  return {
    file: resource.file.path,
    span: placeOf(resource, 'metadata', 'namespace'),
    message: `${titleOf(resource)} waits for its own namespace: ${name} is made by ${maker.name}, which waits for ${node.name}`,
    found: name,
    expected: `a namespace that is there before ${node.name} is applied`,
    fix: { text: `Move the Namespace ${name} into a Kustomization that ${node.name} depends on` },
    witness: [
      `${node.name} applies ${titleOf(resource)} into ${name}`,
      `${maker.name} makes ${name} and waits for ${pathBetween(maker, node).join(' → ')}`,
    ],
  }
}

/** Names on a way from one node to what it waits for. */
function pathBetween(from: GraphNode, to: GraphNode): readonly string[] {
  const waiting: { node: GraphNode; trail: readonly string[] }[] = [{ node: from, trail: [] }]
  const seen = new Set<GraphNode>()
  for (const { node, trail } of waiting) {
    if (node === to) return trail
    for (const { node: next } of node.dependencies) {
      if (next === undefined || seen.has(next)) continue
      seen.add(next)
      waiting.push({ node: next, trail: [...trail, next.name] })
    }
  }
  return [to.name]
}
