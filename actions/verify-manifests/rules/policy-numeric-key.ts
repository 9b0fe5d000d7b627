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
      title: 'the whole tag as a number, with a word in it',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'flux/policy.yaml': imagePolicy({
          pattern: "    pattern: '^build-[0-9]+$'",
          extract: '',
          order: '    numerical: # expect: policy-numeric-key\n      order: asc',
        }),
      },
    },
    {
      title: 'a date with a dash in it',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'flux/policy.yaml': imagePolicy({
          pattern: "    pattern: '^main-(?P<date>[0-9]{8}-[0-9]{6})'",
          extract: "    extract: '$date' # expect: policy-numeric-key",
        }),
      },
    },
    {
      title: 'a word among numbers',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'flux/policy.yaml': imagePolicy({
          pattern: "    pattern: '^(?P<n>[0-9]+|latest)$'",
          extract: "    extract: '$n' # expect: policy-numeric-key",
        }),
      },
    },
    {
      title: 'a pattern that says little, as in the guide of Flux',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'flux/policy.yaml': imagePolicy({ pattern: "    pattern: '^main-[a-fA-F0-9]+-(?P<ts>.*)'" }),
      },
    },
    {
      title: 'the counter of a build',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'flux/policy.yaml': imagePolicy({
          pattern: "    pattern: '^main-(?P<n>\\d+)-[a-f0-9]{7}$'",
          extract: "    extract: '$n'",
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
