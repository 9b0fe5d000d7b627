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
