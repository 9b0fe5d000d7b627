import { hasVariable } from '../../../src/flux/inventory/image-loop.js'
import { type Resource, textIn, valueIn } from '../../../src/flux/inventory/resource.js'
import { type Inventory, SOURCE_GROUP } from '../../../src/flux/inventory.js'
import { type Report, type Rule, reportAt } from '../rule.js'
import { DRIFT, helmRelease, PINNED, REMEDIATED } from './helm-release-tree.js'

export const helmSource: Rule = {
  id: 'helm-source',
  severity: 'error',
  summary: 'The source of a HelmRelease exists.',
  why: 'Flux waits for a source that is not there, and neither installs nor upgrades the chart.',
  fix: 'Name a source of the cluster, with its kind, and its namespace when that is another one.',
  examples: [
    {
      title: 'a source with another name',
      files: {
        'web.yaml': helmRelease(PINNED, ...DRIFT, ...REMEDIATED).replace(
          '        name: charts\n',
          '        name: chart # expect: helm-source\n',
        ),
      },
    },
    { title: 'a source of the same namespace', files: { 'web.yaml': helmRelease(PINNED, ...DRIFT, ...REMEDIATED) } },
  ],
  check: ({ inventory, config }) =>
    inventory.ofKind('helm.toolkit.fluxcd.io', 'HelmRelease').flatMap((resource): readonly Report[] => {
      const keys =
        valueIn(resource, 'spec', 'chartRef') === undefined
          ? ['spec', 'chart', 'spec', 'sourceRef']
          : ['spec', 'chartRef']
      const kind = textIn(resource, ...keys, 'kind') ?? 'HelmRepository'
      const name = textIn(resource, ...keys, 'name')
      const placements = inventory.placementsOf(resource)
      const namespace = textIn(resource, ...keys, 'namespace') ?? placements[0]?.namespace
      if (name === undefined || namespace === undefined || hasVariable(name) || hasVariable(namespace)) return []
      if (config.external.objects.has(`${kind}/${namespace}/${name}`) || mayBeElsewhere(resource, inventory)) return []
      const sources = inventory.ofKind(SOURCE_GROUP, kind)
      if (sources.some(source => isNamed(source, namespace, name, inventory))) return []
      const sameName = sources.find(source => source.name === name)
      return [
        reportAt(resource, [...keys, 'name'], {
          message: `there is no ${kind} ${namespace}/${name}, so the chart is neither installed nor upgraded`,
          found: `${kind} ${name}`,
          expected:
            sources.length === 0
              ? `a ${kind}`
              : `one of ${sources.map(source => `${source.namespace ?? ''}/${source.name ?? ''}`).join(', ')}`,
          fix: {
            text:
              sameName?.namespace === undefined
                ? 'Name a source that exists, or add it'
                : `namespace: ${sameName.namespace}`,
          },
        }),
      ]
    }),
}

/** A tree without any source has them elsewhere; so may one with remote bases, or whose objects something else makes. */
function mayBeElsewhere(resource: Resource, inventory: Inventory): boolean {
  const placements = inventory.placementsOf(resource)
  const isMade = inventory.resources.some(({ group }) => group === 'fluxcd.controlplane.io')
  const hasSources = inventory.resources.some(({ group, kind }) => group === SOURCE_GROUP && kind !== 'GitRepository')
  const isOpen = [...inventory.folders.values()].some(folder => folder.isOpen)
  return isMade || isOpen || !hasSources || placements.some(({ isPatched, by }) => isPatched && by === undefined)
}

function isNamed(source: Resource, namespace: string, name: string, inventory: Inventory): boolean {
  return inventory
    .placementsOf(source)
    .some(
      placement =>
        (placement.name === name || hasVariable(placement.name)) &&
        (placement.namespace === undefined || hasVariable(placement.namespace) || placement.namespace === namespace),
    )
}
