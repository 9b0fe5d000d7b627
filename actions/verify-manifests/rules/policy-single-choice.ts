import { policyReports } from '../policy-verdict.js'
import type { Rule } from '../rule.js'
import { buildWorkflow, imagePolicy, imageRepository, WORKFLOW_FILE } from './image-loop-trees.js'

export const policySingleChoice: Rule = {
  id: 'policy-single-choice',
  severity: 'error',
  summary: 'A policy has one order.',
  why: 'With none Flux stalls at run time, which no schema shows. With several it takes semver before alphabetical before numerical, and says nothing.',
  fix: 'Keep the one that is meant.',
  examples: [
    {
      title: 'no order',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
        'flux/policy.yaml': imagePolicy({ order: '', mark: ' # expect: policy-single-choice' }),
      },
    },
    {
      title: 'two orders',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
        'flux/policy.yaml': imagePolicy({
          mark: ' # expect: policy-single-choice',
          order: '    alphabetical:\n      order: asc\n    numerical:\n      order: asc',
        }),
      },
    },
    {
      title: 'a direction that there is not',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'flux/policy.yaml': imagePolicy({
          order: '    numerical:\n      order: newest # expect: policy-single-choice',
        }),
      },
    },
    {
      title: 'a direction that the schema does not have either',
      files: {
        'flux/crd.yaml': policyCrd(),
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'flux/policy.yaml': imagePolicy({
          order: '    numerical:\n      order: ascending # expect: policy-single-choice',
        }),
      },
    },
    {
      title: 'one order',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
        'flux/policy.yaml': imagePolicy(),
      },
    },
  ],
  check: context => policyReports(context, 'policy-single-choice'),
}

/** As much of the CRD as says which directions there are. */
function policyCrd(): string {
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: imagepolicies.image.toolkit.fluxcd.io
spec:
  group: image.toolkit.fluxcd.io
  scope: Namespaced
  names: {kind: ImagePolicy, plural: imagepolicies}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              x-kubernetes-preserve-unknown-fields: true
              properties:
                policy:
                  type: object
                  properties:
                    numerical:
                      type: object
                      properties:
                        order: {type: string, enum: [asc, desc]}
`
}
