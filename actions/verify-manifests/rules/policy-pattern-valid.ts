import { policyReports } from '../policy-verdict.js'
import type { Rule } from '../rule.js'
import { buildWorkflow, imagePolicy, imageRepository, WORKFLOW_FILE } from './image-loop-trees.js'

export const policyPatternValid: Rule = {
  id: 'policy-pattern-valid',
  severity: 'error',
  summary: 'The pattern is a regular expression of Go.',
  why: 'Go has no look-arounds, no back-references and no possessive groups. Flux stalls, and does not try again until the policy changes.',
  fix: 'Write it without them; a group does what a look-behind is used for.',
  examples: [
    {
      title: 'a look-behind',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
        'flux/policy.yaml': imagePolicy({
          pattern: "    pattern: '(?<=main-)[a-f0-9]{7}-(?P<ts>[0-9]{10})$' # expect: policy-pattern-valid",
        }),
      },
    },
    {
      title: 'a group',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
        'flux/policy.yaml': imagePolicy(),
      },
    },
  ],
  check: context => policyReports(context, 'policy-pattern-valid'),
}
