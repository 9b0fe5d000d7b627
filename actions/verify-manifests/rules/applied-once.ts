import { isBelow } from '../../../src/flux/inventory/applied.js'
import { clusterGraphsOf, identityOf, isRemote } from '../../../src/flux/inventory/cluster-graph.js'
import type { FluxKustomization } from '../../../src/flux/inventory/flux-kustomization.js'
import { type Resource, titleOf, valueIn } from '../../../src/flux/inventory/resource.js'
import { sameCluster } from '../../../src/flux/inventory/same-cluster.js'
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
    {
      title: 'two clusters without a bootstrap in the tree, with equal names and a base in common',
      files: {
        'clusters/main/apps.yaml': kustomization('apps', './apps/main'),
        'clusters/spare/apps.yaml': kustomization('apps', './apps/spare'),
        'apps/main/shop.yaml': kustomization('shop', './apps/base/shop'),
        'apps/spare/shop.yaml': kustomization('shop', './apps/base/shop'),
        'apps/base/shop/settings.yaml': configMap('settings', 'default'),
      },
    },
    {
      title: 'two of one such cluster',
      files: {
        'clusters/main/apps.yaml': kustomization('apps', './apps/main'),
        'apps/main/shop.yaml': kustomization('shop', './apps/base/shop # expect: applied-once'),
        'apps/main/stall.yaml': kustomization('stall', './apps/base/shop'),
        'apps/base/shop/settings.yaml': configMap('settings', 'default'),
      },
    },
    {
      title: 'two clusters that somebody applies by hand, each with an apps of its own, and one with both environments',
      files: {
        'clusters/source.yaml': gitRepository(),
        'clusters/production/apps.yaml': kustomization('apps', './apps/production'),
        'clusters/staging/apps.yaml': kustomization('apps', './apps/staging'),
        'clusters/staging/previews.yaml': kustomization('previews', './apps/production # expect: applied-once'),
        'apps/base/kustomization.yaml': kustomizeFile('settings.yaml'),
        'apps/base/settings.yaml': configMap('settings', 'website'),
        'apps/production/kustomization.yaml': kustomizeFile('../base', 'limits.yaml'),
        'apps/production/limits.yaml': configMap('limits', 'website'),
        'apps/staging/kustomization.yaml': kustomizeFile('../base'),
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

interface Double {
  /** The one that takes in too much. */
  readonly wide: FluxKustomization
  readonly others: Set<FluxKustomization>
  readonly objects: Resource[]
}

function doubles(kustomizations: readonly FluxKustomization[], inventory: Inventory): readonly Report[] {
  const owners = new Map<string, readonly FluxKustomization[]>()
  const found = new Map<FluxKustomization, Double>()
  const isSameCluster = sameCluster(kustomizations, inventory)
  for (const item of kustomizations) {
    if (isRemote(item) || item.isSuspended || inventory.ownness(item) !== 'yes') continue
    const own = new Set<string>()
    for (const { resource, namespace, name } of inventory.folders.get(item)?.objects ?? []) {
      const identity = identityOf(resource, namespace, name)
      if (identity === undefined || isLeftAlone(resource) || own.has(identity)) continue
      own.add(identity)
      const known = owners.get(identity) ?? []
      const owner = known.find(other => isSameCluster(other, item))
      if (owner === undefined) {
        owners.set(identity, [...known, item])
        continue
      }
      const wide = contains(owner, item) ? owner : item
      const double = found.get(wide) ?? { wide, others: new Set(), objects: [] }
      double.others.add(wide === owner ? item : owner)
      double.objects.push(resource)
      found.set(wide, double)
    }
  }
  return [...found.values()].map(reportOf)
}

function contains(outer: FluxKustomization, inner: FluxKustomization): boolean {
  return outer.path !== undefined && inner.path !== undefined && isBelow(inner.path, outer.path)
}

/** What kustomize-controller is told not to touch, or to create only once, is no tug of war. */
function isLeftAlone(resource: Resource): boolean {
  const annotations = ['kustomize.toolkit.fluxcd.io/reconcile', 'kustomize.toolkit.fluxcd.io/ssa']
  return annotations.some(name => valueIn(resource, 'metadata', 'annotations', name) !== undefined)
}

function reportOf({ wide, others, objects }: Double): Report {
  const [first] = others
  const names = [...others].map(({ resource }) => resource.name ?? '')
  const own = wide.resource.name ?? ''
  const count = objects.length === 1 ? titleOf(objects[0] ?? wide.resource) : `${objects.length} objects`
  const isInside = first !== undefined && contains(wide, first) && wide.path !== first.path
  return reportAt(wide.resource, ['spec', 'path'], {
    message: `${own} applies ${count} that ${names.join(', ')} appl${names.length === 1 ? 'ies' : 'y'} too, so each undoes what the other does`,
    found: wide.path ?? '',
    expected: 'each object under one Kustomization of the cluster',
    fix: {
      text: isInside
        ? `Add ${wide.path ?? '.'}/kustomization.yaml that lists what ${own} is to apply, without the folders of ${names.join(', ')}`
        : `Take it out of ${wide.path ?? 'one'} or of ${first?.path ?? 'the other'}`,
    },
    witness: [
      ...objects.slice(0, 5).map(resource => `${titleOf(resource)} (${resource.file.path})`),
      ...(objects.length > 5 ? [`and ${objects.length - 5} more`] : []),
      ...[wide, ...others].map(({ resource, path }) => `applied by ${resource.name ?? ''}, path ${path ?? '?'}`),
    ],
  })
}
