import type { Rule } from '../rule.js'
import { gitRepository, kustomization } from './example-trees.js'
import { sealedReports } from './sealed-reports.js'
import { SEALED_VALUE, sealedSecret } from './sealed-trees.js'

const CLUSTER_WIDE = 'sealedsecrets.bitnami.com/cluster-wide'

const template = (annotation: string): string => `  template:
    metadata:
      annotations:
        ${annotation}
`

export const sealedScope: Rule = {
  id: 'sealed-scope',
  severity: 'error',
  summary: 'A sealed secret reaches the cluster under the name and namespace that it was sealed for.',
  why: 'The name and namespace are part of what was sealed, as far as the scope says. `kustomize build` renames it without a word, and the controller can no longer open it.',
  fix: 'Seal it for the name and namespace that it gets, or for a wider scope, or take it out of the kustomization that renames it.',
  examples: [
    {
      title: 'a prefix gives it another name',
      files: {
        'kustomization.yaml': 'namePrefix: staging- # expect: sealed-scope\nresources:\n  - database.yaml\n',
        'database.yaml': sealedSecret(SEALED_VALUE),
      },
    },
    {
      title: 'Flux gives it another namespace',
      files: {
        'clusters/production/flux.yaml': `${gitRepository()}---\n${kustomization('apps', './apps', 'targetNamespace: shop # expect: sealed-scope')}`,
        'apps/database.yaml': sealedSecret(SEALED_VALUE),
      },
    },
    {
      title: 'the template is wider than the SealedSecret itself',
      files: {
        'database.yaml': `${sealedSecret(SEALED_VALUE)}${template(`${CLUSTER_WIDE}: "true" # expect: sealed-scope`)}`,
      },
    },
    {
      title: 'a prefix, and a secret that may be opened anywhere',
      files: {
        'kustomization.yaml': 'namePrefix: staging-\nresources:\n  - database.yaml\n',
        'database.yaml': sealedSecret(SEALED_VALUE).replace(
          'spec:',
          `  annotations:\n    ${CLUSTER_WIDE}: "true"\nspec:`,
        ),
      },
    },
  ],
  check: context => sealedReports('sealed-scope', 'the name, namespace and scope that it was sealed for', context),
}
