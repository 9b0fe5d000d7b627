import { keyPlaceOf, placeOf, type Resource, valueIn } from '../../../src/flux/inventory/resource.js'
import type { Report, Rule } from '../rule.js'
import { DRIFT, helmRelease, PINNED, REMEDIATED } from './helm-release-tree.js'

export const helmRemediation: Rule = {
  id: 'helm-remediation',
  severity: 'warning',
  summary: 'A HelmRelease tries again, or goes back, when an install or an upgrade fails.',
  why: 'Without retries a failed install or upgrade stays failed until somebody changes the release or resets it by hand.',
  fix: 'Give `install.remediation.retries` and `upgrade.remediation.retries`, or the strategy RetryOnFailure.',
  examples: [
    {
      title: 'failures stay',
      files: {
        'web.yaml': helmRelease(PINNED, ...DRIFT).replace(
          '\nspec:\n  interval: 5m',
          '\nspec: # expect: helm-remediation\n  interval: 5m',
        ),
      },
    },
    {
      title: 'an upgrade without retries',
      files: {
        'web.yaml': helmRelease(
          PINNED,
          ...DRIFT,
          'install:',
          '  remediation:',
          '    retries: 3',
          '    remediateLastFailure: true',
          'upgrade:',
          '  remediation:',
          '    retries: 0 # expect: helm-remediation',
        ),
      },
    },
    { title: 'both try again', files: { 'web.yaml': helmRelease(PINNED, ...DRIFT, ...REMEDIATED) } },
  ],
  check: ({ inventory }) =>
    inventory.ofKind('helm.toolkit.fluxcd.io', 'HelmRelease').flatMap((resource): readonly Report[] => {
      if (inventory.placementsOf(resource).some(({ isPatched }) => isPatched)) return []
      const lacking = (['install', 'upgrade'] as const).filter(action => !recovers(resource, action))
      if (
        lacking.length === 2 &&
        lacking.every(action => valueIn(resource, 'spec', action, 'remediation') === undefined)
      ) {
        return [report(resource, keyPlaceOf(resource, 'spec'), 'a failed install or upgrade', 'no remediation')]
      }
      return lacking.map(action => {
        const path = ['spec', action, 'remediation', 'retries']
        const written = valueIn(resource, ...path)
        const place = written === undefined ? keyPlaceOf(resource, 'spec', action) : placeOf(resource, ...path)
        return report(
          resource,
          place,
          `a failed ${action}`,
          written === undefined ? `${action} without remediation` : `retries: ${String(written)}`,
        )
      })
    }),
}

/** A negative number tries without end; `remediateLastFailure` goes back even without a retry. */
function recovers(resource: Resource, action: 'install' | 'upgrade'): boolean {
  const retries = valueIn(resource, 'spec', action, 'remediation', 'retries')
  return (
    (typeof retries === 'number' && retries !== 0) ||
    (retries !== undefined && typeof retries !== 'number') ||
    valueIn(resource, 'spec', action, 'remediation', 'remediateLastFailure') === true ||
    valueIn(resource, 'spec', action, 'strategy', 'name') === 'RetryOnFailure'
  )
}

function report(resource: Resource, span: Report['span'], what: string, found: string): Report {
  return {
    file: resource.file.path,
    span,
    message: `${what} stays failed until somebody intervenes`,
    found,
    expected: 'retries that are not 0, remediateLastFailure, or the strategy RetryOnFailure',
    fix: { text: 'install:\n  remediation:\n    retries: 3\nupgrade:\n  remediation:\n    retries: 3' },
  }
}
