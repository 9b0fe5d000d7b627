import { keyPlaceOf, originOf, valueIn } from '../../../src/flux/inventory/resource.js'
import type { Rule } from '../rule.js'
import { configMap, documents, gitRepository, kustomization } from './example-trees.js'

export const kustomizationPrune: Rule = {
  id: 'kustomization-prune',
  severity: 'note',
  summary: 'A Kustomization removes what is no longer in git.',
  why: 'Without `prune` an object that is deleted in git stays in the cluster, and git is no longer the truth.',
  fix: 'Write `prune: true`.',
  examples: [
    {
      title: 'what is deleted stays',
      files: {
        'clusters/production/apps.yaml': documents(
          gitRepository(),
          kustomization('apps', './apps').replace('prune: true', 'prune: false # expect: kustomization-prune'),
        ),
        'apps/settings.yaml': configMap('settings', 'default'),
      },
    },
    {
      title: 'what is deleted goes',
      files: {
        'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
        'apps/settings.yaml': configMap('settings', 'default'),
      },
    },
  ],
  check: ({ inventory }) =>
    inventory.kustomizations.flatMap(({ resource }) => {
      const prune = valueIn(resource, 'spec', 'prune')
      if (prune === true || (prune !== undefined && prune !== false)) return []
      if (inventory.placementsOf(resource).some(({ isPatched }) => isPatched)) return []
      return [
        {
          ...(prune === false
            ? originOf(resource, 'spec', 'prune')
            : { file: resource.file.path, span: keyPlaceOf(resource, 'spec') }),
          message: 'what is deleted in git stays in the cluster',
          found: prune === false ? 'prune: false' : 'no prune',
          expected: 'prune: true',
          fix: { text: 'prune: true' },
        },
      ]
    }),
}
