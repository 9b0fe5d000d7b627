import { policyReports } from '../policy-verdict.js'
import type { Rule } from '../rule.js'
import { buildWorkflow, imagePolicy, imageRepository, WORKFLOW_FILE } from './image-loop-trees.js'

export const policyElectsNewest: Rule = {
  id: 'policy-elects-newest',
  severity: 'error',
  summary: 'Of the builds of an image, Flux elects the newest.',
  why: 'An order by commit, or by anything that does not grow with time, works on the first day and then sticks: new builds are not deployed, or an old one comes back.',
  fix: 'Take the time out of the tag with a group and order by it as a number.',
  examples: [
    {
      title: 'the whole tag as text, which sorts by commit',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
        'flux/policy.yaml': imagePolicy({
          extract: '',
          order: '    alphabetical: # expect: policy-elects-newest\n      order: asc',
        }),
      },
    },
    {
      title: 'the other way round, which elects the lowest commit',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
        'flux/policy.yaml': imagePolicy({
          extract: "    extract: '$0'",
          order: '    alphabetical: # expect: policy-elects-newest\n      order: desc',
        }),
      },
    },
    {
      title: 'numbers, the smallest first',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
        'flux/policy.yaml': imagePolicy({ order: '    numerical:\n      order: desc # expect: policy-elects-newest' }),
      },
    },
    {
      title: 'a pattern that shows what it is for, without a workflow',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'flux/policy.yaml': imagePolicy({
          extract: '',
          order: '    alphabetical: # expect: policy-elects-newest\n      order: asc',
        }),
      },
    },
    {
      title: 'a pattern with the commit in front, whatever the end of the tag is',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'flux/policy.yaml': imagePolicy({
          pattern: "    pattern: '^(main|master)-[a-fA-F0-9]+-.*'",
          extract: '',
          order: '    alphabetical: # expect: policy-elects-newest\n      order: asc',
        }),
      },
    },
    {
      title: 'nothing but the commit',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'flux/policy.yaml': imagePolicy({
          pattern: "    pattern: '^[a-f0-9]{7}$'",
          extract: '',
          order: '    alphabetical: # expect: policy-elects-newest\n      order: asc',
        }),
      },
    },
    {
      title: 'a date in front of the commit',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'flux/policy.yaml': imagePolicy({
          pattern: "    pattern: '^[0-9]{8}-[a-f0-9]{7}-[0-9]+$'",
          extract: '',
          order: '    alphabetical:\n      order: asc',
        }),
      },
    },
    {
      title: 'the time, as a number',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
        'flux/policy.yaml': imagePolicy(),
      },
    },
    {
      title: 'the time, as text of ten digits',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
        'flux/policy.yaml': imagePolicy({ order: '    alphabetical:\n      order: asc' }),
      },
    },
  ],
  check: context => policyReports(context, 'policy-elects-newest'),
}
