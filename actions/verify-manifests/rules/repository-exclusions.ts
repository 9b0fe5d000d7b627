import { evaluatePolicy } from '../../../src/flux/policy.js'
import { scanTags } from '../../../src/flux/scan.js'
import { type Rule, reportAt } from '../rule.js'
import { imagePolicy, imageRepository } from './image-loop-trees.js'

const DIGEST = `sha256-${'0123456789abcdef'.repeat(4)}`

export const repositoryExclusions: Rule = {
  id: 'repository-exclusions',
  severity: 'warning',
  summary: 'Signatures and attestations do not get to the policy.',
  why: 'cosign puts them under tags such as `sha256-….att` beside the image. Flux leaves out `.sig` by itself, and not even that with a list of your own: such a tag can be elected.',
  fix: "Exclude them: `exclusionList: ['^.*\\\\.(sig|att|sbom)$']`, or filter the tags in the policy.",
  examples: [
    {
      title: 'a policy without a filter takes attestations',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend').replace(
          'spec:\n',
          'spec: # expect: repository-exclusions\n',
        ),
        'flux/policy.yaml': imagePolicy({ pattern: '', order: '    alphabetical:\n      order: asc' }),
      },
    },
    {
      title: 'a filter keeps them out',
      files: { 'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'), 'flux/policy.yaml': imagePolicy() },
    },
  ],
  check: ({ loop }) =>
    loop.repositories.flatMap(repository => {
      const { resource, placement, exclusionList } = repository
      if (placement.isRewritten) return []
      const scan = scanTags(
        ['sig', 'att', 'sbom'].map(suffix => `${DIGEST}.${suffix}`),
        exclusionList ?? [],
      )
      if ('error' in scan) return []
      const policies = loop.policies.filter(
        policy =>
          policy.repository.state === 'found' &&
          policy.repository.target === repository &&
          !policy.placement.isRewritten,
      )
      for (const policy of policies) {
        const tag = scan.tags.find(candidate => evaluatePolicy(policy.spec, [candidate]).selectedTag === candidate)
        // Only where one would be preferred to a build, or fails an order that others pass.
        const elected =
          tag === undefined ? undefined : evaluatePolicy(policy.spec, ['main-abc1234-1700000000', tag]).selectedTag
        if (tag === undefined || elected !== tag) continue
        return [
          reportAt(
            resource,
            ['spec', exclusionList === undefined ? '' : 'exclusionList'].filter(key => key !== ''),
            {
              message: `attestations that cosign puts beside the image reach the policy ${policy.name}, and can be elected`,
              found:
                exclusionList === undefined
                  ? "no exclusionList: Flux's own leaves out .sig only"
                  : exclusionList.join(', '),
              expected: 'an exclusionList that leaves out .sig, .att and .sbom',
              fix: { text: "exclusionList:\n  - '^.*\\.(sig|att|sbom)$'" },
              witness: ['main-abc1234-1700000000', tag, `Flux elects ${tag}`],
            },
          ),
        ]
      }
      return []
    }),
}
