import { keyPlaceOf, titleOf, valueIn } from '../../../src/flux/inventory/resource.js'
import type { Rule } from '../rule.js'
import { documents, gitRepository, kustomization } from './example-trees.js'

const job = (ttl: string): string => `apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
  namespace: default
spec:
${ttl}  template:
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: registry.example.com/team/migrate:1.0.0
`

export const jobTtl: Rule = {
  id: 'job-ttl',
  severity: 'warning',
  summary: 'A Job that a Kustomization applies is not collected when it is done.',
  why: 'Once the Job is collected, the next reconciliation finds it missing and creates it again: it runs at every interval.',
  fix: 'Leave `ttlSecondsAfterFinished` out. The Job of the next version takes its place.',
  examples: [
    {
      title: 'a Job that is collected',
      files: {
        'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
        'apps/job.yaml': job('  ttlSecondsAfterFinished: 600 # expect: job-ttl\n'),
      },
    },
    {
      title: 'a Job that stays',
      files: {
        'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
        'apps/job.yaml': job(''),
      },
    },
  ],
  check: ({ inventory }) =>
    inventory.ofKind('batch', 'Job').flatMap(resource => {
      const seconds = valueIn(resource, 'spec', 'ttlSecondsAfterFinished')
      const applied = inventory.placementsOf(resource).filter(({ by }) => by !== undefined)
      const isLeft =
        valueIn(resource, 'metadata', 'annotations', 'kustomize.toolkit.fluxcd.io/reconcile') === 'disabled'
      if (seconds === undefined || isLeft || applied.length === 0 || applied.some(({ isPatched }) => isPatched))
        return []
      const { by } = applied[0] ?? {}
      const interval = by === undefined ? undefined : valueIn(by.resource, 'spec', 'interval')
      return [
        {
          file: resource.file.path,
          span: keyPlaceOf(resource, 'spec', 'ttlSecondsAfterFinished'),
          message: `${titleOf(resource)} is collected ${String(seconds)} s after it is done, and created and run again at the next reconciliation${typeof interval === 'string' ? `, every ${interval}` : ''}`,
          found: `ttlSecondsAfterFinished: ${String(seconds)}`,
          expected: 'no ttlSecondsAfterFinished',
          fix: { text: 'Remove the line' },
        },
      ]
    }),
}
