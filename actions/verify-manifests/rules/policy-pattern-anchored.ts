import type { ImagePolicySpec } from '../../../src/flux/image-policy.js'
import type { PolicyTags } from '../../../src/flux/inventory/policy-tags.js'
import { evaluatePolicy } from '../../../src/flux/policy.js'
import { buildTagPattern, parseTag } from '../../../src/image/tag.js'
import { policyVerdicts } from '../policy-verdict.js'
import { type Rule, reportAt } from '../rule.js'
import { buildWorkflow, imagePolicy, imageRepository, WORKFLOW_FILE } from './image-loop-trees.js'

export const policyPatternAnchored: Rule = {
  id: 'policy-pattern-anchored',
  severity: 'warning',
  summary: 'The pattern takes the tags of the build and no others.',
  why: 'Flux looks for the pattern anywhere in a tag. A tag that somebody pushes by hand, or that another branch makes, can win the election.',
  fix: 'Begin the pattern with ^, end it with $, and say how many characters there are.',
  examples: [
    {
      title: 'no end',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
        'flux/policy.yaml': imagePolicy({
          pattern: "    pattern: '^main-[a-fA-F0-9]+-(?P<ts>[0-9]+)' # expect: policy-pattern-anchored",
        }),
      },
    },
    {
      title: 'both ends',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
        'flux/policy.yaml': imagePolicy(),
      },
    },
  ],
  check: context =>
    policyVerdicts(context).flatMap(({ policy: { spec, resource }, tags, fault }) => {
      const pattern = spec.filterTags?.pattern
      if (fault !== undefined || pattern === undefined || tags.from === 'nothing') return []
      const intruder = intruderOf(spec, tags)
      if (intruder === undefined) return []
      const { tag, newest, prefix } = intruder
      return [
        reportAt(resource, ['spec', 'filterTags', 'pattern'], {
          message: 'the pattern also takes tags that no build makes, and such a tag can be elected',
          found: pattern,
          expected: buildTagPattern(prefix),
          fix: { text: `pattern: '${buildTagPattern(prefix)}'` },
          witness: [`newest build: ${newest}`, `not of a build: ${tag}`, `Flux elects ${tag}`],
        }),
      ]
    }),
}

const NOW = 1_700_000_000

/** A tag that is no build's, later than the newest build, and elected before it. */
function intruderOf(spec: ImagePolicySpec, tags: Exclude<PolicyTags, { readonly from: 'nothing' }>) {
  for (const { prefix, format } of tags.formats) {
    const newest = format('abc1234'.padEnd(40, '0'), NOW)
    if (evaluatePolicy(spec, [newest]).selectedTag !== newest) continue
    const later = format('def5678'.padEnd(40, '0'), NOW + 1)
    const tag = [`${later}-debug`, `test-${later}`, `${prefix}-cafe-1234567-${NOW + 1}`].find(
      candidate =>
        parseTag(candidate)?.prefix !== prefix && evaluatePolicy(spec, [newest, candidate]).selectedTag === candidate,
    )
    if (tag !== undefined) return { tag, newest, prefix }
  }
  return undefined
}
