import { policyReports } from '../policy-verdict.js'
import type { Rule } from '../rule.js'
import { buildWorkflow, imagePolicy, imageRepository, WORKFLOW_FILE } from './image-loop-trees.js'

export const policySemverTags: Rule = {
  id: 'policy-semver-tags',
  severity: 'error',
  summary: 'A semver policy is for tags that are versions.',
  why: 'Flux passes over tags that are no versions without a word. With none left it reports that it cannot determine the latest version.',
  fix: 'Order by the time in the tag, or let the build make versions. Write the range as Masterminds/semver takes it.',
  examples: [
    {
      title: 'versions of a build that makes none',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
        'flux/policy.yaml': imagePolicy({
          pattern: '',
          order: "    semver:\n      range: '>=1.0.0' # expect: policy-semver-tags",
        }),
      },
    },
    {
      title: 'a range that is none',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'flux/policy.yaml': imagePolicy({
          pattern: '',
          order: "    semver:\n      range: 'newest' # expect: policy-semver-tags",
        }),
      },
    },
    {
      title: 'versions of somebody else',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'flux/policy.yaml': imagePolicy({ pattern: '', order: "    semver:\n      range: '>=1.0.0'" }),
      },
    },
  ],
  check: context => policyReports(context, 'policy-semver-tags'),
}
