import { hasVariable } from '../../../src/flux/inventory/image-loop.js'
import { SOURCE_GROUP } from '../../../src/flux/inventory.js'
import { type Rule, reportAt } from '../rule.js'
import { configMap, documents, gitRepository, kustomization } from './example-trees.js'

export const kustomizationSource: Rule = {
  id: 'kustomization-source',
  severity: 'error',
  summary: 'The source of a Kustomization exists.',
  why: 'Flux waits for a source that is not there and applies nothing.',
  fix: 'Name a source of the cluster, with its kind, and its namespace when that is another one.',
  examples: [
    {
      title: 'a source with another name',
      files: {
        'clusters/production/apps.yaml': documents(
          gitRepository('website'),
          // The source stands behind the kind.
          kustomization('apps', './apps').replace(
            'name: flux-system\n  path',
            'name: webside # expect: kustomization-source\n  path',
          ),
          kustomization('more', './apps').replace('name: flux-system\n  path', 'name: website\n  path'),
        ),
        'apps/settings.yaml': 'mode: fast\n',
      },
    },
    {
      title: 'a source of the same namespace',
      files: {
        'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
        'apps/settings.yaml': configMap('settings', 'default'),
      },
    },
  ],
  check: ({ inventory, config }) => {
    const sources = inventory.resources.filter(
      ({ group }) => group === SOURCE_GROUP || group === 'fluxcd.controlplane.io',
    )
    // What makes sources by itself, or a tree without any, says that they come from elsewhere.
    if (sources.length === 0 || sources.some(({ group }) => group === 'fluxcd.controlplane.io')) return []
    return inventory.kustomizations.flatMap(item => {
      const { resource, source } = item
      const placements = inventory.placementsOf(resource)
      const namespace = source.namespace ?? placements[0]?.namespace
      if (source.name === '' || source.name === 'flux-system' || hasVariable(source.name) || hasVariable(namespace))
        return []
      if (placements.some(({ isPatched, by }) => isPatched || (by !== undefined && inventory.folders.get(by)?.isOpen)))
        return []
      if (config.external.objects.has(`${source.kind}/${namespace ?? ''}/${source.name}`)) return []
      const there = sources.some(
        candidate =>
          candidate.kind === source.kind &&
          inventory
            .placementsOf(candidate)
            .some(
              placement =>
                (placement.name === source.name || hasVariable(placement.name)) &&
                (placement.namespace === undefined ||
                  namespace === undefined ||
                  placement.namespace === namespace ||
                  hasVariable(placement.namespace)),
            ),
      )
      if (there) return []
      const same = sources.find(({ name }) => name === source.name)
      const names = sources
        .filter(({ kind }) => kind === source.kind)
        .map(({ namespace: where, name }) => `${where ?? ''}/${name ?? ''}`)
      return [
        reportAt(resource, ['spec', 'sourceRef', 'name'], {
          message: `there is no ${source.kind} ${namespace ?? ''}/${source.name}, so nothing is applied`,
          found: `${source.kind} ${source.name}`,
          expected: names.length === 0 ? `a ${source.kind}` : `one of ${names.join(', ')}`,
          fix: {
            text:
              same === undefined
                ? 'Name a source that exists, or add it'
                : `sourceRef:\n  kind: ${same.kind}\n  name: ${source.name}${same.namespace === undefined ? '' : `\n  namespace: ${same.namespace}`}`,
          },
        }),
      ]
    })
  },
}
