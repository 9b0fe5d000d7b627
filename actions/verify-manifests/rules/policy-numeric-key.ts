import { policyReports } from '../policy-verdict.js'
import type { Rule } from '../rule.js'
import { buildWorkflow, imagePolicy, imageRepository, WORKFLOW_FILE } from './image-loop-trees.js'

export const policyNumericKey: Rule = {
  id: 'policy-numeric-key',
  severity: 'error',
  summary: 'What a numerical policy compares is a number that a computer tells apart.',
  why: 'One value that is no number fails the whole policy. Above 2^53 neighbours are the same number, and Flux chooses among them at random.',
  fix: 'Extract the seconds of the build, ten digits.',
  examples: [
    {
      title: 'the commit as a number',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
        'flux/policy.yaml': imagePolicy({
          pattern: "    pattern: '^main-(?P<sha>[a-f0-9]{7})-(?P<ts>[0-9]{10})$'",
          extract: "    extract: '$sha' # expect: policy-numeric-key",
        }),
      },
    },
    {
      title: 'nanoseconds',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'flux/policy.yaml': imagePolicy({
          pattern: "    pattern: '^build-(?P<ns>[0-9]{19})$'",
          extract: "    extract: '$ns' # expect: policy-numeric-key",
        }),
      },
    },
    {
      title: 'seconds',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
        'flux/policy.yaml': imagePolicy(),
      },
    },
  ],
  check: context => policyReports(context, 'policy-numeric-key'),
}
