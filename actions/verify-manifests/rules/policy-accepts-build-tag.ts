import { policyReports } from '../policy-verdict.js'
import type { Rule } from '../rule.js'
import { buildWorkflow, imagePolicy, imageRepository, WORKFLOW_FILE } from './image-loop-trees.js'

export const policyAcceptsBuildTag: Rule = {
  id: 'policy-accepts-build-tag',
  severity: 'error',
  summary: 'The policy takes the tags that the build makes.',
  why: 'Otherwise no tag is left: Flux reports that the version list is empty, and the tag in git stays for ever.',
  fix: 'Give the pattern that fits the build.',
  examples: [
    {
      title: 'a pattern for another prefix',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
        'flux/policy.yaml': imagePolicy({
          pattern: "    pattern: '^release-[a-f0-9]{7}-(?P<ts>[0-9]{10})$' # expect: policy-accepts-build-tag",
        }),
      },
    },
    {
      title: 'a pattern for commits of eight digits',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
        'flux/policy.yaml': imagePolicy({
          pattern: "    pattern: '^main-[a-f0-9]{8}-(?P<ts>[0-9]{10})$' # expect: policy-accepts-build-tag",
        }),
      },
    },
    {
      title: 'the pattern of the build',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
        'flux/policy.yaml': imagePolicy(),
      },
    },
  ],
  check: context => policyReports(context, 'policy-accepts-build-tag'),
}
