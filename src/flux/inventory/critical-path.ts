import { goDuration } from '../go/duration.js'
import { type Inventory, SOURCE_GROUP } from '../inventory.js'
import { type ClusterGraph, clusterGraphsOf, type GraphNode, waitsFor } from './cluster-graph.js'
import { type Resource, textIn } from './resource.js'

/** In which order a cluster takes a change in, and how long that lasts at most. Times are seconds. */
export interface DeliveryOrder {
  /** The path of the root; '' where the tree has none. */
  readonly cluster: string
  /** Sorted by the place of their manifests. */
  readonly steps: readonly DeliveryStep[]
  /** Titles of the steps that take longest one after the other, the first to be applied first; empty where some wait in a circle. */
  readonly critical: readonly string[]
  /** Until Flux sees a commit, at most; undefined where the tree does not say it. */
  readonly seenAfter: number | undefined
  /**
   * Until a change is live that each step takes in within its time limit; undefined where one never ends, a limit on the way is
   * not known, or more may be waited for than the tree shows.
   */
  readonly liveAfter: number | undefined
}

export interface DeliveryStep {
  /** Its name, with the namespace where another one has that name too. */
  readonly title: string
  /** Titles. */
  readonly waitsFor: readonly string[]
  /** The time limit; undefined where it is not known. */
  readonly limit: number | undefined
  readonly isSuspended: boolean
}

/** Seconds between two looks at a dependency that is not ready, as the kustomize-controller has them unless told otherwise. */
export const DEPENDENCY_WAIT = 30

/** For each cluster with a Kustomization that waits for another. */
export function deliveryOrders(inventory: Inventory): readonly DeliveryOrder[] {
  return clusterGraphsOf(inventory)
    .filter(({ nodes }) => nodes.some(({ dependencies }) => dependencies.some(({ node }) => node !== undefined)))
    .map(graph => orderOf(graph, inventory))
}

function orderOf({ cluster, nodes, isOpen }: ClusterGraph, inventory: Inventory): DeliveryOrder {
  const titles = titlesOf(nodes)
  const title = (node: GraphNode) => titles.get(node) ?? node.name
  const hasCircle = nodes.some(node => waitsFor(node).has(node))
  const path = hasCircle ? [] : longest(nodes)
  const limits = path.map(({ kustomization: { resource, isSuspended } }) =>
    isSuspended ? undefined : limitOf(resource),
  )
  const seenAfter = intervalOf(path[0], inventory)
  const isComplete = nodes.every(({ dependencies }) => dependencies.every(({ node }) => node !== undefined))
  return {
    cluster: cluster.name,
    steps: nodes.map(node => ({
      title: title(node),
      waitsFor: node.dependencies.flatMap(({ node: other }) => (other === undefined ? [] : title(other))),
      limit: limitOf(node.kustomization.resource),
      isSuspended: node.kustomization.isSuspended,
    })),
    critical: path.map(title),
    seenAfter,
    liveAfter: isComplete && !isOpen && path.length > 0 ? total(seenAfter, limits) : undefined,
  }
}

/** Each step begins at the next look at the one before it. */
function total(seenAfter: number | undefined, limits: readonly (number | undefined)[]): number | undefined {
  let sum = (limits.length - 1) * DEPENDENCY_WAIT
  for (const part of [seenAfter, ...limits]) {
    if (part === undefined) return undefined
    sum += part
  }
  return sum
}

function titlesOf(nodes: readonly GraphNode[]): ReadonlyMap<GraphNode, string> {
  const isShared = (node: GraphNode) => nodes.some(other => other !== node && other.name === node.name)
  return new Map(nodes.map(node => [node, isShared(node) ? `${node.namespace ?? '?'}/${node.name}` : node.name]))
}

/** The way that takes longest; of several the one that ends first in the order of the nodes. There may be no circle. */
function longest(nodes: readonly GraphNode[]): readonly GraphNode[] {
  interface Way {
    readonly seconds: number
    readonly last: GraphNode
    readonly before: Way | undefined
  }
  const known = new Map<GraphNode, Way>()
  const wayTo = (node: GraphNode): Way => {
    const found = known.get(node)
    if (found !== undefined) return found
    let before: Way | undefined
    for (const { node: dependency } of node.dependencies) {
      const way = dependency === undefined ? undefined : wayTo(dependency)
      if (way !== undefined && (before === undefined || way.seconds > before.seconds)) before = way
    }
    const own = limitOf(node.kustomization.resource) ?? 0
    const way = { seconds: (before === undefined ? 0 : before.seconds + DEPENDENCY_WAIT) + own, last: node, before }
    known.set(node, way)
    return way
  }
  let best: Way | undefined
  for (const way of nodes.map(wayTo)) if (best === undefined || way.seconds > best.seconds) best = way
  const path: GraphNode[] = []
  for (let way = best; way !== undefined; way = way.before) path.unshift(way.last)
  return path
}

/** `spec.timeout`, or the interval less 30 s; at least 30 s, as the kustomize-controller has it. */
function limitOf(resource: Resource): number | undefined {
  const timeout = textIn(resource, 'spec', 'timeout')
  const interval = textIn(resource, 'spec', 'interval')
  const written = timeout === undefined ? secondsOf(interval) : secondsOf(timeout)
  if (written === undefined) return undefined
  return Math.max(30, timeout === undefined ? written - 30 : written)
}

function secondsOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : goDuration(text)
}

function intervalOf(node: GraphNode | undefined, inventory: Inventory): number | undefined {
  if (node === undefined) return undefined
  const { source, resource } = node.kustomization
  const namespace = source.namespace ?? node.namespace ?? resource.namespace
  const found = inventory
    .ofKind(SOURCE_GROUP, source.kind)
    .filter(candidate =>
      inventory
        .placementsOf(candidate)
        .some(placement => placement.name === source.name && placement.namespace === namespace),
    )
  // Clusters with the same name for it may look at different times: the latest counts.
  const seconds = found.map(candidate => secondsOf(textIn(candidate, 'spec', 'interval')))
  if (seconds.length === 0 || seconds.includes(undefined)) return undefined
  return Math.max(...seconds.flatMap(value => value ?? []))
}
