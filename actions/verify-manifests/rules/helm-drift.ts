import { keyPlaceOf, originOf, textIn } from '../../../src/flux/inventory/resource.js'
import type { Rule } from '../rule.js'
import { DRIFT, helmRelease, PINNED, REMEDIATED } from './helm-release-tree.js'

export const helmDrift: Rule = {
  id: 'helm-drift',
  severity: 'note',
  summary: 'A HelmRelease puts right what somebody changes in the cluster.',
  why: 'Without drift detection helm-controller looks at the cluster only when the chart or the values change: what is edited or deleted by hand stays so.',
  fix: 'Write `driftDetection: {mode: enabled}`, with `ignore` for what other controllers write.',
  examples: [
    {
      title: 'no drift detection',
      files: {
        'web.yaml': helmRelease(PINNED, ...REMEDIATED).replace(
          '\nspec:\n  interval: 5m',
          '\nspec: # expect: helm-drift\n  interval: 5m',
        ),
      },
    },
    { title: 'drift is put right', files: { 'web.yaml': helmRelease(PINNED, ...REMEDIATED, ...DRIFT) } },
  ],
  check: ({ inventory }) =>
    inventory.ofKind('helm.toolkit.fluxcd.io', 'HelmRelease').flatMap(resource => {
      const mode = textIn(resource, 'spec', 'driftDetection', 'mode')
      if (mode === 'enabled' || mode === 'warn' || inventory.placementsOf(resource).some(({ isPatched }) => isPatched))
        return []
      return [
        {
          ...(mode === undefined
            ? { file: resource.file.path, span: keyPlaceOf(resource, 'spec') }
            : originOf(resource, 'spec', 'driftDetection', 'mode')),
          message: 'what is changed by hand in the cluster stays changed until the next upgrade',
          found: mode === undefined ? 'no driftDetection' : `mode: ${mode}`,
          expected: 'driftDetection.mode: enabled',
          fix: { text: 'driftDetection:\n  mode: enabled' },
        },
      ]
    }),
}
