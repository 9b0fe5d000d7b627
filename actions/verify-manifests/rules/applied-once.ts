import { isBelow } from '../../../src/flux/inventory/applied.js'
import { clusterGraphsOf, identityOf, isRemote } from '../../../src/flux/inventory/cluster-graph.js'
import type { FluxKustomization } from '../../../src/flux/inventory/flux-kustomization.js'
import { type Resource, titleOf, valueIn } from '../../../src/flux/inventory/resource.js'
import type { Inventory } from '../../../src/flux/inventory.js'
import { type Report, type Rule, reportAt } from '../rule.js'
import { configMap, documents, gitRepository, kustomization, kustomizeFile } from './example-trees.js'

export const appliedOnce: Rule = {
  id: 'applied-once',
  severity: 'error',
  summary: 'An object is applied by one Kustomization of its cluster.',
  why: 'Two Kustomizations that apply one object undo each other, the order of `dependsOn` no longer holds, and when one of them is pruned the object is gone.',
  fix: 'Let one of them leave it out: mostly, give the outer folder a kustomization.yaml that lists only what is its own.',
  examples: [
    {
      title: 'a bootstrap at a folder without kustomization.yaml, whose sub-folders have Kustomizations of their own',
      files: {
        'clusters/production/flux-system/gotk-sync.yaml': documents(
          gitRepository(),
          kustomization('flux-system', './clusters/production # expect: applied-once'),
        ),
        'clusters/production/apps.yaml': kustomization('apps', './clusters/production/apps'),
        'clusters/production/apps/settings.yaml': configMap('settings', 'default'),
      },
    },
    {
      title: 'a root that lists its own',
      files: {
        'clusters/production/kustomization.yaml': kustomizeFile('flux-system', 'apps.yaml'),
        'clusters/production/flux-system/kustomization.yaml': kustomizeFile('gotk-sync.yaml'),
        'clusters/production/flux-system/gotk-sync.yaml': documents(
          gitRepository(),
          kustomization('flux-system', './clusters/production'),
        ),
        'clusters/production/apps.yaml': kustomization('apps', './clusters/production/apps'),
        'clusters/production/apps/settings.yaml': configMap('settings', 'default'),
      },
    },
  ],
  check: ({ inventory }) =>
    clusterGraphsOf(inventory).flatMap(({ nodes }) =>
      doubles(
        nodes.map(node => node.kustomization),
        inventory,
      ),
    ),
}

interface Pair {
  readonly first: FluxKustomization
  readonly second: FluxKustomization
  readonly objects: Resource[]
}

function doubles(kustomizations: readonly FluxKustomization[], inventory: Inventory): readonly Report[] {
  const owners = new Map<string, FluxKustomization>()
  const pairs = new Map<string, Pair>()
  for (const item of kustomizations) {
    if (isRemote(item) || item.isSuspended || inventory.ownness(item) !== 'yes') continue
    const own = new Set<string>()
    for (const { resource, namespace, name } of inventory.folders.get(item)?.objects ?? []) {
      const identity = identityOf(resource, namespace, name)
      if (identity === undefined || isLeftAlone(resource) || own.has(identity)) continue
      own.add(identity)
      const owner = owners.get(identity)
      if (owner === undefined) owners.set(identity, item)
      else {
        const key = `${kustomizations.indexOf(owner)} ${kustomizations.indexOf(item)}`
        const pair = pairs.get(key) ?? { first: owner, second: item, objects: [] }
        pair.objects.push(resource)
        pairs.set(key, pair)
      }
    }
  }
  return [...pairs.values()].map(reportOf)
}

/** What kustomize-controller is told not to touch, or to create only once, is no tug of war. */
function isLeftAlone(resource: Resource): boolean {
  const annotations = ['kustomize.toolkit.fluxcd.io/reconcile', 'kustomize.toolkit.fluxcd.io/ssa']
  return annotations.some(name => valueIn(resource, 'metadata', 'annotations', name) !== undefined)
}

function reportOf({ first, second, objects }: Pair): Report {
  // The wider of the two takes in too much.
  const wide =
    first.path !== undefined && second.path !== undefined && isBelow(second.path, first.path) ? first : second
  const other = wide === first ? second : first
  const count = objects.length === 1 ? titleOf(objects[0] ?? wide.resource) : `${objects.length} objects`
  const isInside =
    wide.path !== undefined && other.path !== undefined && wide.path !== other.path && isBelow(other.path, wide.path)
  return reportAt(wide.resource, ['spec', 'path'], {
    message: `${wide.resource.name ?? ''} and ${other.resource.name ?? ''} both apply ${count}, so each undoes what the other does`,
    found: wide.path ?? '',
    expected: 'each object under one Kustomization of the cluster',
    fix: {
      text: isInside
        ? `Add ${wide.path}/kustomization.yaml that lists what ${wide.resource.name ?? ''} is to apply, and not the folder ${other.path}`
        : `Take it out of ${wide.path ?? 'one'} or of ${other.path ?? 'the other'}`,
    },
    witness: [
      ...objects.slice(0, 5).map(resource => `${titleOf(resource)} (${resource.file.path})`),
      ...(objects.length > 5 ? [`and ${objects.length - 5} more`] : []),
      `applied by ${first.resource.name ?? ''} (path ${first.path ?? '?'}) and by ${second.resource.name ?? ''} (path ${second.path ?? '?'})`,
    ],
  })
}
