import type { ImagePolicySpec } from './image-policy.js'
import { evaluatePolicy, type PolicyResult } from './policy.js'
import { sampleTag, type Taste } from './sample-tags.js'

/** What is wrong with the numbers of a policy, whatever its builds are. */
export interface NumericKeyFault {
  /** No tag gives a number, or one that the pattern takes does not, or two that differ give the same one. */
  readonly kind: 'never' | 'sometimes' | 'tied'
  /** Tags that the pattern takes and that show it. */
  readonly tags: readonly string[]
  readonly result: PolicyResult
}

/**
 * What the pattern alone proves about a numerical order: tags that it surely takes, made from its literals and explicit
 * classes, are elected from. Undefined when nothing is proven, and for any other order.
 */
export function numericKeyFault(spec: ImagePolicySpec): NumericKeyFault | undefined {
  const { policy, filterTags } = spec
  const pattern = filterTags?.pattern
  const isNumerical = policy.semver === undefined && policy.alphabetical === undefined && policy.numerical !== undefined
  if (pattern === undefined || !isNumerical) return undefined
  const kind = tagsOf(spec, pattern, 'digits')
  const outcomes = [...new Set([...kind, ...tagsOf(spec, pattern, 'letters')])].map(tag => ({
    tags: [tag],
    result: evaluatePolicy(spec, [tag]),
  }))
  const failing = outcomes.find(({ result }) => isNoNumber(result))
  if (failing !== undefined) {
    return { kind: outcomes.every(({ result }) => isNoNumber(result)) ? 'never' : 'sometimes', ...failing }
  }
  const next = tagsOf(spec, pattern, 'next-digits')
  for (const [index, tag] of kind.entries()) {
    const tags = [tag, next[index] ?? tag]
    const result = evaluatePolicy(spec, tags)
    if (result.random) return { kind: 'tied', tags, result }
  }
  return undefined
}

function isNoNumber({ error }: PolicyResult): boolean {
  return error?.startsWith('failed to parse') === true
}

const BRANCHES = [0, 1, 2, 3, 4]

/** Only what the pattern really takes is evidence. */
function tagsOf(spec: ImagePolicySpec, pattern: string, taste: Taste): readonly string[] {
  return BRANCHES.flatMap(branch => {
    const tag = sampleTag(pattern, taste, branch)
    if (tag === undefined || tag === '') return []
    const { stage, error } = evaluatePolicy(spec, [tag])
    return stage === 'InvalidPolicy' || error?.startsWith('version list') === true ? [] : [tag]
  })
}
