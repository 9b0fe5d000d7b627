import { originOf, textIn, valueIn } from '../../../src/flux/inventory/resource.js'
import type { Rule } from '../rule.js'
import { DRIFT, helmRelease, PINNED, REMEDIATED } from './helm-release-tree.js'

export const helmVersion: Rule = {
  id: 'helm-version',
  severity: 'warning',
  summary: 'The version of a chart is pinned.',
  why: 'With no version, or an open range, a new chart is rolled out the moment it is published, without a commit that anybody could look at or take back.',
  fix: 'Write the exact version, and let a bot propose new ones.',
  examples: [
    {
      title: 'whatever is newest',
      files: { 'web.yaml': helmRelease('      chart: web # expect: helm-version', ...DRIFT, ...REMEDIATED) },
    },
    {
      title: 'an open range',
      files: {
        'web.yaml': helmRelease(
          '      chart: web\n      version: ">=1.0.0" # expect: helm-version',
          ...DRIFT,
          ...REMEDIATED,
        ),
      },
    },
    { title: 'one version', files: { 'web.yaml': helmRelease(PINNED, ...DRIFT, ...REMEDIATED) } },
  ],
  check: ({ inventory }) =>
    inventory.ofKind('helm.toolkit.fluxcd.io', 'HelmRelease').flatMap(resource => {
      const chart = textIn(resource, 'spec', 'chart', 'spec', 'chart')
      const kind = textIn(resource, 'spec', 'chart', 'spec', 'sourceRef', 'kind')
      // The chart of a git repository or a bucket has the version of its source.
      if (chart === undefined || kind !== 'HelmRepository') return []
      if (inventory.placementsOf(resource).some(({ isPatched }) => isPatched)) return []
      const version = valueIn(resource, 'spec', 'chart', 'spec', 'version')
      if (version !== undefined && !isOpen(String(version))) return []
      return [
        {
          ...originOf(resource, 'spec', 'chart', 'spec', version === undefined ? 'chart' : 'version'),
          message: `every new version of the chart ${chart} is rolled out by itself`,
          found: version === undefined ? 'no version' : String(version),
          expected: 'one version, or a range of patch or minor versions',
          fix: { text: 'version: 1.2.3' },
        },
      ]
    }),
}

/** A range that takes new major versions. One within a major or minor version is a choice that people make on purpose. */
function isOpen(version: string): boolean {
  const text = version.trim()
  return text === '*' || text === '' || /^[xX]$/.test(text) || (/^>/.test(text) && !text.includes('<'))
}
