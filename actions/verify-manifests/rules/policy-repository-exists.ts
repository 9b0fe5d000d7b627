import { repositoryAdmits } from '../../../src/flux/inventory/image-loop.js'
import { nearest } from '../../../src/nearest.js'
import { type Report, type Rule, reportAt } from '../rule.js'
import { imagePolicy, imageRepository } from './image-loop-trees.js'

export const policyRepositoryExists: Rule = {
  id: 'policy-repository-exists',
  severity: 'error',
  summary: 'The ImageRepository of a policy exists, and the policy may use it.',
  why: 'Without it the policy elects nothing. One of another namespace has to name the namespaces that may use it in `accessFrom`.',
  fix: 'Name an ImageRepository of the same namespace, or add `accessFrom`.',
  examples: [
    {
      title: 'a repository with another name',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'flux/policy.yaml': imagePolicy().replace(
          '    name: frontend\n',
          '    name: front-end # expect: policy-repository-exists\n',
        ),
      },
    },
    {
      title: 'a repository of another namespace that admits nobody',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'flux/policy.yaml': imagePolicy()
          .replace('namespace: flux-system', 'namespace: team')
          .replace(
            '    name: frontend\n',
            '    name: frontend\n    namespace: flux-system # expect: policy-repository-exists\n',
          ),
      },
    },
    {
      title: 'a repository that is there',
      files: { 'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'), 'flux/policy.yaml': imagePolicy() },
    },
  ],
  check: ({ loop, inventory, config }) =>
    loop.policies.flatMap((policy): readonly Report[] => {
      const { reference, repository, resource, namespace } = policy
      const where = reference.namespace ?? namespace
      if (repository.state === 'found') {
        if (repositoryAdmits(repository.target, policy, inventory) !== false) return []
        const keys = reference.namespace === undefined ? ['name'] : ['namespace']
        return [
          reportAt(resource, ['spec', 'imageRepositoryRef', ...keys], {
            message: `ImageRepository ${where ?? ''}/${reference.name} does not admit policies of the namespace ${namespace ?? ''}`,
            found: 'no accessFrom that names the namespace',
            expected: 'accessFrom in the ImageRepository, or a policy in its namespace',
            fix: {
              text: `accessFrom:\n  namespaceSelectors:\n    - matchLabels:\n        kubernetes.io/metadata.name: ${namespace ?? 'NAMESPACE'}`,
            },
          }),
        ]
      }
      if (
        repository.state === 'unknown' ||
        config.external.objects.has(`ImageRepository/${where ?? ''}/${reference.name}`)
      )
        return []
      const names = loop.repositories.map(other => other.name)
      // A tree without any has them elsewhere.
      if (names.length === 0 && reference.name !== '') return []
      const meant = nearest(reference.name, names)
      const moved = loop.repositories.find(other => other.name === reference.name)
      return [
        reportAt(resource, ['spec', 'imageRepositoryRef', 'name'], {
          message:
            reference.name === ''
              ? 'the policy names no ImageRepository'
              : `there is no ImageRepository ${where ?? ''}/${reference.name}, so the policy elects nothing`,
          found: reference.name,
          expected: `one of ${[...new Set(loop.repositories.map(other => `${other.namespace ?? ''}/${other.name}`))].join(', ')}`,
          fix: {
            text:
              moved?.namespace !== undefined
                ? `imageRepositoryRef:\n  name: ${moved.name}\n  namespace: ${moved.namespace}`
                : meant === undefined
                  ? 'Name an ImageRepository that exists, or add it'
                  : `name: ${meant}`,
          },
        }),
      ]
    }),
}
