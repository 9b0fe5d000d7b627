import { hasVariable, type PlacedRepository } from '../../../src/flux/inventory/image-loop.js'
import { providersOf } from '../../../src/flux/inventory/secrets.js'
import { nearest } from '../../../src/nearest.js'
import { type Rule, reportAt } from '../rule.js'
import { imagePolicy, imageRepository } from './image-loop-trees.js'

const sealed = (name: string): string => `apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata:
  name: ${name}
  namespace: flux-system
spec:
  encryptedData: {}
`

export const repositorySecret: Rule = {
  id: 'repository-secret',
  severity: 'error',
  summary: 'The secret that an ImageRepository logs in with exists in its namespace.',
  why: 'Without it the scan fails, and no new tag is seen.',
  fix: 'Add the secret to the namespace of the ImageRepository, sealed or encrypted, or name one under external.secrets in .fluxgate.yaml.',
  examples: [
    {
      title: 'a secret of that name is nowhere, and another one is',
      files: {
        'flux/repository.yaml': imageRepository(
          'ghcr.io/example/frontend',
          'secretRef:',
          '  name: harbor-credential # expect: repository-secret',
        ),
        'flux/policy.yaml': imagePolicy(),
        'flux/secret.yaml': sealed('harbor-credentials'),
      },
    },
    {
      title: 'a secret that is sealed',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend', 'secretRef:', '  name: harbor-credentials'),
        'flux/policy.yaml': imagePolicy(),
        'flux/secret.yaml': sealed('harbor-credentials'),
      },
    },
    {
      title: 'secrets in git, and none of them for a registry: that one was made by hand',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend', 'secretRef:', '  name: ghcr-login'),
        'flux/policy.yaml': imagePolicy(),
        'flux/secret.yaml': sealed('discord-webhook'),
      },
    },
    {
      title: 'credentials of registries are in git, and these are not',
      files: {
        'flux/repository.yaml': imageRepository(
          'ghcr.io/example/frontend',
          'secretRef:',
          '  name: ghcr-login # expect: repository-secret',
        ),
        'flux/policy.yaml': imagePolicy(),
        'website/secret.yaml': `${sealed('pull')}  template:\n    type: kubernetes.io/dockerconfigjson\n`.replace(
          'namespace: flux-system',
          'namespace: website',
        ),
      },
    },
    {
      title: 'a tree that has no secrets at all: they come from elsewhere',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend', 'secretRef:', '  name: harbor-credentials'),
        'flux/policy.yaml': imagePolicy(),
      },
    },
  ],
  check: ({ loop, inventory, config }) => {
    const providers = providersOf(inventory)
    return loop.repositories.flatMap((repository: PlacedRepository) => {
      const { resource, secretName, namespace, placement } = repository
      if (secretName === undefined || namespace === undefined || placement.isRewritten || hasVariable(secretName))
        return []
      if (config.external.secrets.has(`${namespace}/${secretName}`) || providers.mayProvide(namespace, secretName))
        return []
      const there = providers.namesIn(namespace)
      // Who keeps no credentials of a registry in git made this one by hand; a name that is nearly there is a slip.
      const isSlip = providers.hasName(secretName) || nearest(secretName, there) !== undefined
      if (!isSlip && !providers.hasRegistryCredentials) return []
      return [
        reportAt(resource, ['spec', 'secretRef', 'name'], {
          message: `nothing brings a secret ${namespace}/${secretName}, so the registry cannot be scanned`,
          found: secretName,
          expected: there.length === 0 ? `a secret ${secretName} in ${namespace}` : `one of ${there.join(', ')}`,
          fix: {
            text: `Seal ${namespace}/${secretName} with \`fluxgate seal\`, or name it under external.secrets in .fluxgate.yaml`,
          },
        }),
      ]
    })
  },
}
