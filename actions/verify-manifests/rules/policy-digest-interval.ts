import { textIn, valueIn } from '../../../src/flux/inventory/resource.js'
import { type Rule, reportAt } from '../rule.js'
import { imagePolicy, imageRepository } from './image-loop-trees.js'

export const policyDigestInterval: Rule = {
  id: 'policy-digest-interval',
  severity: 'error',
  summary: 'A policy has an interval if, and only if, it always reflects the digest.',
  why: 'The API server refuses an ImagePolicy with `digestReflectionPolicy: Always` and no interval, and one with an interval and any other value.',
  fix: 'Give `interval` together with `digestReflectionPolicy: Always`, else leave it out.',
  examples: [
    {
      title: 'an interval for nothing',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'flux/policy.yaml': imagePolicy({ more: '  interval: 5m # expect: policy-digest-interval\n' }),
      },
    },
    {
      title: 'always, but how often',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'flux/policy.yaml': imagePolicy({
          more: '  digestReflectionPolicy: Always # expect: policy-digest-interval\n',
        }),
      },
    },
    {
      title: 'always, every ten minutes',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'flux/policy.yaml': imagePolicy({ more: '  digestReflectionPolicy: Always\n  interval: 10m\n' }),
      },
    },
  ],
  check: ({ loop }) =>
    loop.policies.flatMap(({ resource, placement, digestReflection }) => {
      if (placement.isRewritten) return []
      const interval = valueIn(resource, 'spec', 'interval')
      const isAlways = digestReflection === 'Always'
      if (isAlways === (interval !== undefined)) return []
      return [
        reportAt(resource, ['spec', isAlways ? 'digestReflectionPolicy' : 'interval'], {
          message: isAlways
            ? 'the API server refuses Always without an interval'
            : `the API server refuses an interval with digestReflectionPolicy ${digestReflection}`,
          found: isAlways ? 'no interval' : `interval: ${textIn(resource, 'spec', 'interval') ?? String(interval)}`,
          expected: isAlways ? 'an interval' : 'no interval, or digestReflectionPolicy: Always',
          fix: { text: isAlways ? 'interval: 10m' : 'Remove the interval' },
        }),
      ]
    }),
}
