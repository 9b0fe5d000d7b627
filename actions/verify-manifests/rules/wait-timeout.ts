import { goDuration } from '../../../src/flux/go/duration.js'
import { hasVariable } from '../../../src/flux/inventory/image-loop.js'
import { keyPlaceOf, listIn, placeOf, textIn, valueIn } from '../../../src/flux/inventory/resource.js'
import type { Report, Rule } from '../rule.js'
import { configMap, documents, gitRepository, kustomization } from './example-trees.js'

export const waitTimeout: Rule = {
  id: 'wait-timeout',
  severity: 'warning',
  summary: 'A Kustomization that waits has time for it, and its health checks count.',
  why: 'Below 30 seconds hardly anything becomes ready, and the Kustomization fails again and again. With `wait` everything is waited for, and Flux does not look at `healthChecks`.',
  fix: 'Give a timeout of at least 30 seconds; write either `wait` or `healthChecks`.',
  examples: [
    {
      title: 'ten seconds, and health checks that are not looked at',
      files: {
        'clusters/production/apps.yaml': documents(
          gitRepository(),
          kustomization(
            'apps',
            './apps',
            'timeout: 10s # expect: wait-timeout',
            'wait: true',
            'healthChecks: # expect: wait-timeout',
            '  - apiVersion: v1',
            '    kind: ConfigMap',
            '    name: settings',
            '    namespace: default',
          ),
        ),
        'apps/settings.yaml': configMap('settings', 'default'),
      },
    },
    {
      title: 'three minutes',
      files: {
        'clusters/production/apps.yaml': documents(
          gitRepository(),
          kustomization('apps', './apps', 'timeout: 3m', 'wait: true'),
        ),
        'apps/settings.yaml': configMap('settings', 'default'),
      },
    },
  ],
  check: ({ inventory }) =>
    inventory.kustomizations.flatMap(({ resource }): readonly Report[] => {
      const timeout = textIn(resource, 'spec', 'timeout')
      const seconds = timeout === undefined || hasVariable(timeout) ? undefined : goDuration(timeout)
      const file = resource.file.path
      const short = seconds !== undefined && seconds < 30
      const dead = valueIn(resource, 'spec', 'wait') === true && listIn(resource, 'spec', 'healthChecks').length > 0
      return [
        ...(short
          ? [
              {
                file,
                span: placeOf(resource, 'spec', 'timeout'),
                message: `a timeout of ${timeout ?? ''} leaves no time to become ready`,
                found: timeout ?? '',
                expected: 'at least 30s',
                fix: { text: 'timeout: 3m' },
              },
            ]
          : []),
        ...(dead
          ? [
              {
                file,
                span: keyPlaceOf(resource, 'spec', 'healthChecks'),
                message: 'with `wait: true` Flux does not look at these health checks',
                found: 'wait: true and healthChecks',
                expected: 'one of them',
                fix: { text: 'Remove healthChecks, or wait' },
              },
            ]
          : []),
      ]
    }),
}
