import { keyPlaceOf, titleOf, valueIn } from '../../../src/flux/inventory/resource.js'
import type { Rule } from '../rule.js'
import { configMap, documents, gitRepository, kustomization } from './example-trees.js'

export const forceScope: Rule = {
  id: 'force-scope',
  severity: 'warning',
  summary: 'Only Kustomizations of Jobs force their objects.',
  why: '`force` deletes a live object and makes it anew when a change is refused: a Deployment or a volume claim is gone because of a mere mistake in an edit.',
  fix: 'Take `force` away, give the Jobs a Kustomization of their own, or mark single objects with the annotation kustomize.toolkit.fluxcd.io/force: enabled.',
  examples: [
    {
      title: 'force on more than Jobs',
      files: {
        'clusters/production/apps.yaml': documents(
          gitRepository(),
          kustomization('apps', './apps', 'force: true # expect: force-scope'),
        ),
        'apps/settings.yaml': configMap('settings', 'default'),
      },
    },
    {
      title: 'no force',
      files: {
        'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
        'apps/settings.yaml': configMap('settings', 'default'),
      },
    },
  ],
  check: ({ inventory }) =>
    inventory.kustomizations.flatMap(item => {
      const { resource } = item
      if (valueIn(resource, 'spec', 'force') !== true || inventory.ownness(item) === 'no') return []
      const others = (inventory.folders.get(item)?.objects ?? []).filter(
        ({ resource: object }) => object.kind !== 'Job',
      )
      const [first] = others
      if (first === undefined) return []
      return [
        {
          file: resource.file.path,
          span: keyPlaceOf(resource, 'spec', 'force'),
          message: `force deletes and recreates whatever of this Kustomization an edit makes invalid: ${others.length === 1 ? titleOf(first.resource) : `${titleOf(first.resource)} and ${others.length - 1} more`}`,
          found: 'force: true',
          expected: 'force only where all objects are Jobs',
          fix: { text: 'Remove the line, or move the Jobs into a Kustomization of their own' },
        },
      ]
    }),
}
