import { policyReports } from '../policy-verdict.js'
import type { Rule } from '../rule.js'
import { buildWorkflow, imagePolicy, imageRepository, WORKFLOW_FILE } from './image-loop-trees.js'

const substituting = `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 10m
  path: ./apps
  prune: true
  sourceRef:
    kind: GitRepository
    name: flux-system
  postBuild:
    substitute:
      domain: example.com
`

export const policyExtractGroup: Rule = {
  id: 'policy-extract-group',
  severity: 'error',
  summary: 'What is extracted is a group of the pattern.',
  why: 'Flux puts nothing in the place of a group that is not there, and says nothing: every tag is worth the same, and the smallest one is pinned for ever. Where a Kustomization substitutes variables, `${ts}` is taken for one.',
  fix: "Name a group of the pattern, without braces: `extract: '$ts'`.",
  examples: [
    {
      title: 'a group that the pattern does not have',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
        'flux/policy.yaml': imagePolicy({ extract: "    extract: '$timestamp' # expect: policy-extract-group" }),
      },
    },
    {
      title: 'a name that goes on too far',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'flux/policy.yaml': imagePolicy({ extract: "    extract: '$ts_x' # expect: policy-extract-group" }),
      },
    },
    {
      title: 'braces where variables are filled in',
      files: {
        'clusters/home/apps.yaml': substituting,
        'apps/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'apps/policy.yaml': imagePolicy({ extract: "    extract: '${ts}' # expect: policy-extract-group" }),
      },
    },
    {
      title: 'braces past the variables',
      files: {
        'clusters/home/apps.yaml': substituting,
        'apps/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'apps/policy.yaml': imagePolicy({ extract: "    extract: '$${ts}'" }),
      },
    },
    {
      title: 'braces where nothing is filled in',
      files: {
        'clusters/home/apps.yaml': substituting.slice(0, substituting.indexOf('  postBuild:')),
        'apps/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'apps/policy.yaml': imagePolicy({ extract: "    extract: '${ts}'" }),
      },
    },
    {
      title: 'a group of the pattern',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
        'flux/policy.yaml': imagePolicy(),
      },
    },
  ],
  check: context => policyReports(context, 'policy-extract-group'),
}
