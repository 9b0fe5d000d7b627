import type { ClusterGraph, GraphNode } from '../inventory/cluster-graph.js'
import type { FluxKustomization } from '../inventory/flux-kustomization.js'

/** A Kustomization's place in the order. */
export interface AppliedStep {
  readonly kustomization: FluxKustomization
  /** `namespace/name`. */
  readonly id: string
  /** What it waits for, as `namespace/name`. */
  readonly after: readonly string[]
  /** Why it is never applied; null when it is. */
  readonly never: string | null
}

/**
 * The Kustomizations of a cluster in the order in which `dependsOn` lets them be applied; those that wait for nothing of each
 * other by their names. One that waits for itself, or for one that is suspended or nowhere, is never applied, and stands last.
 */
export function applyOrder({ nodes, isOpen }: ClusterGraph): readonly AppliedStep[] {
  const waiting = new Set([...nodes].sort((left, right) => (idOf(left) < idOf(right) ? -1 : 1)))
  const done = new Set<GraphNode>()
  const steps: AppliedStep[] = []
  // What the tree does not hold may come from elsewhere, where the cluster has more than the tree shows.
  const isReady = ({ dependencies }: GraphNode) =>
    dependencies.every(({ node }) => (node === undefined ? isOpen : done.has(node)))
  for (let ready = [...waiting].filter(isReady); ready.length > 0; ready = [...waiting].filter(isReady)) {
    for (const node of ready) {
      waiting.delete(node)
      const { isSuspended } = node.kustomization
      if (!isSuspended) done.add(node)
      steps.push(stepOf(node, isSuspended ? 'it is suspended' : null))
    }
  }
  return [...steps, ...[...waiting].map(node => stepOf(node, whyNever(node, done, isOpen)))]
}

function stepOf(node: GraphNode, never: string | null): AppliedStep {
  return { kustomization: node.kustomization, id: idOf(node), after: node.dependencies.map(idOf), never }
}

function whyNever({ dependencies }: GraphNode, done: ReadonlySet<GraphNode>, isOpen: boolean): string {
  const missing = isOpen ? undefined : dependencies.find(({ node }) => node === undefined)
  if (missing !== undefined) return `it waits for ${idOf(missing)}, which is not in the tree`
  const stuck = dependencies.filter(({ node }) => node !== undefined && !done.has(node))
  return `it waits for ${stuck.map(idOf).join(' and ')}, which never comes`
}

function idOf({ namespace, name }: { readonly namespace: string | undefined; readonly name: string }): string {
  return namespace === undefined ? name : `${namespace}/${name}`
}
