import { clusterGraphsOf } from '../../../src/flux/inventory/cluster-graph.js'
import { hasVariable } from '../../../src/flux/inventory/image-loop.js'
import { nearest } from '../../../src/nearest.js'
import { type Report, type Rule, type RuleContext, reportAt } from '../rule.js'
import { configMap, documents, gitRepository, kustomization } from './example-trees.js'

export const dependsOnExists: Rule = {
  id: 'depends-on-exists',
  severity: 'error',
  summary: 'Everything that a Kustomization depends on is a Kustomization of its cluster.',
  why: 'Flux waits for a dependency that is not there, for ever, and never applies the Kustomization.',
  fix: 'Name a Kustomization of the same cluster, with its namespace when that is another one.',
  examples: [
    {
      title: 'a dependency that nobody makes',
      files: {
        'clusters/production/apps.yaml': documents(
          gitRepository(),
          kustomization('infrastructure', './infrastructure'),
          kustomization('apps', './apps', 'dependsOn:', '  - name: infra # expect: depends-on-exists'),
        ),
        'infrastructure/settings.yaml': configMap('settings', 'default'),
        'apps/settings.yaml': configMap('other-settings', 'default'),
      },
    },
    {
      title: 'a dependency in the same namespace',
      files: {
        'clusters/production/apps.yaml': documents(
          gitRepository(),
          kustomization('infrastructure', './infrastructure'),
          kustomization('apps', './apps', 'dependsOn:', '  - name: infrastructure'),
        ),
        'infrastructure/settings.yaml': configMap('settings', 'default'),
        'apps/settings.yaml': configMap('other-settings', 'default'),
      },
    },
  ],
  check: context => clusterGraphsOf(context.inventory).flatMap(graph => (graph.isOpen ? [] : missing(graph, context))),
}

function missing(
  { nodes }: ReturnType<typeof clusterGraphsOf>[number],
  { inventory, config }: RuleContext,
): readonly Report[] {
  return nodes.flatMap(({ kustomization: { resource }, dependencies }) =>
    dependencies.flatMap(({ index, namespace, name, node }) => {
      const isKnown = !hasVariable(name) && !hasVariable(namespace) && name !== ''
      const isExternal = config.external.objects.has(`Kustomization/${namespace ?? ''}/${name}`)
      if (node !== undefined || !isKnown || isExternal) return []
      const release = inventory.ofKind('helm.toolkit.fluxcd.io', 'HelmRelease').find(found => found.name === name)
      const meant = nearest(
        name,
        nodes.map(other => other.name),
      )
      const hint =
        release !== undefined
          ? `${name} is a HelmRelease, and dependsOn takes Kustomizations only: name the Kustomization that applies ${release.file.path}`
          : meant === undefined
            ? 'Remove the entry, or add the Kustomization'
            : `Write \`name: ${meant}\``
      return [
        reportAt(resource, ['spec', 'dependsOn', index, 'name'], {
          message: `${resource.name ?? ''} waits for the Kustomization ${namespace ?? ''}/${name}, which nothing in this cluster makes, so it is never applied`,
          found: name,
          expected: `one of ${nodes.map(other => other.name).join(', ')}`,
          fix: { text: hint },
        }),
      ]
    }),
  )
}
