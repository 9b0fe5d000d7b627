import { readSourceFile } from '../../yaml/source-file.js'
import type { Layout } from '../inventory/applied.js'
import type { Build } from '../inventory/build.js'
import { clusterGraphsOf } from '../inventory/cluster-graph.js'
import type { FluxKustomization } from '../inventory/flux-kustomization.js'
import { type Inventory, inventoryOf } from '../inventory.js'
import type { TreeFile } from '../setters.js'
import { type AppliedStep, applyOrder } from './apply-order.js'
import type { DeliveryCommit } from './commits.js'
import { type ObjectChange, objectChanges } from './object-changes.js'

/** A Kustomization in which something changes. */
export interface DeliveryStep extends AppliedStep {
  readonly changes: readonly ObjectChange[]
  /** Why it cannot be built afterwards; null when it can. */
  readonly error: string | null
  /** Every file of the tree that has a part in it. */
  readonly files: ReadonlySet<string>
}

/** Builds from a tree that may be changed. */
export interface Builder {
  build(kustomization: FluxKustomization, layout: Layout): Promise<Build>
  write(written: readonly TreeFile[]): Promise<void>
}

/** The Kustomizations that the commits change something in, in the order in which they are applied. */
export async function deliverySteps(
  inventory: Inventory,
  commits: readonly DeliveryCommit[],
  builder: Builder,
): Promise<readonly DeliveryStep[]> {
  const written = commits.flatMap(commit => commit.written)
  if (written.length === 0) return []
  const later = inventoryWith(inventory, written)
  const paths = new Set(written.map(({ path }) => path))
  const concerned = ({ folders, kustomizations, ownness }: Inventory) =>
    kustomizations.filter(kustomization => {
      if (ownness(kustomization) === 'no') return false
      const files = folders.get(kustomization)?.files ?? new Set()
      return paths.has(kustomization.resource.file.path) || [...paths].some(path => files.has(path))
    })
  const builds = async (from: Inventory) =>
    new Map(
      await Promise.all(
        concerned(from).map(async kustomization => {
          const build = await builder.build(kustomization, from.layout)
          return [keyOf(kustomization), build] as const
        }),
      ),
    )
  const before = await builds(inventory)
  await builder.write(written)
  const after = await builds(later)
  return ordered(later).flatMap((step): readonly DeliveryStep[] => {
    const build = after.get(keyOf(step.kustomization))
    if (build === undefined) return []
    const files = later.folders.get(step.kustomization)?.files ?? new Set<string>()
    if ('error' in build) return [{ ...step, changes: [], error: build.error, files }]
    const previous = before.get(keyOf(step.kustomization))
    const changes = objectChanges(
      previous !== undefined && 'objects' in previous ? previous.objects : [],
      build.objects,
    )
    return changes.length === 0 ? [] : [{ ...step, changes, error: null, files }]
  })
}

/** Cluster by cluster; one that reaches none by itself stands for itself. */
function ordered(inventory: Inventory): readonly AppliedStep[] {
  const steps = clusterGraphsOf(inventory).flatMap(applyOrder)
  const placed = new Set(steps.map(({ kustomization }) => kustomization))
  const rest = inventory.kustomizations.filter(kustomization => !placed.has(kustomization))
  return [
    ...steps.filter(({ kustomization }) => placed.delete(kustomization)),
    ...rest.map(kustomization => {
      const { namespace, name = '' } = kustomization.resource
      return { kustomization, id: namespace === undefined ? name : `${namespace}/${name}`, after: [], never: null }
    }),
  ]
}

function keyOf({ resource }: FluxKustomization): string {
  return JSON.stringify([resource.file.path, resource.namespace, resource.name])
}

function inventoryWith(inventory: Inventory, written: readonly TreeFile[]): Inventory {
  const files = new Map(inventory.files)
  for (const { path, content } of written) {
    files.set(
      path,
      readSourceFile(path, Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString()),
    )
  }
  return inventoryOf(
    [...files].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, file]) => file),
    new Map(),
    inventory.plain,
  )
}
