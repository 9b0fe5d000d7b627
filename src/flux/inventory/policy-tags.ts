import { buildTag, parseTag, prefixProblem, printTag } from '../../image/tag.js'
import type { ImagePolicySpec } from '../image-policy.js'
import type { TagFormat } from '../newest-wins.js'
import { evaluatePolicy } from '../policy.js'
import { type ImageBuild, matchBuild } from './image-builds.js'
import type { ImageLoop, PlacedPolicy } from './image-loop.js'
import { imageAt } from './marked-image.js'
import type { Markers } from './markers.js'

/** What tags a policy has to choose among, and how that is known. */
export type PolicyTags =
  /** The builds say it. `accepted`: of these the policy takes at least one; none when it takes no build's tags. */
  | { readonly from: 'builds'; readonly builds: readonly ImageBuild[]; readonly formats: readonly NamedFormat[] }
  /** The tag that a marker of the policy has now is a build's. */
  | { readonly from: 'marker'; readonly formats: readonly NamedFormat[] }
  /** The policy's own pattern admits the tags of a build and little else, so they are meant. */
  | { readonly from: 'pattern'; readonly formats: readonly NamedFormat[] }
  | { readonly from: 'nothing' }

export interface NamedFormat {
  readonly prefix: string
  readonly format: TagFormat
}

/** Finds out which tags a policy is for. */
export function policyTagsOf(
  policy: PlacedPolicy,
  builds: readonly ImageBuild[],
  loop: ImageLoop,
  markers: Markers,
): PolicyTags {
  const built = buildsOf(policy, builds, loop)
  const prefixes = new Set(built.flatMap(build => build.tagPrefix ?? []))
  if (prefixes.size > 0)
    return { from: 'builds', builds: built, formats: formatsFor(policy.spec, built, [...prefixes]) }
  const marked = markers.all.flatMap(marker => {
    const isOwn = marker.policy.state === 'found' && marker.policy.policies.includes(policy)
    return isOwn ? (parseTag(imageAt(marker)?.tag ?? '')?.prefix ?? []) : []
  })
  // A branch's own name may be the prefix as well, and what lies in git may be a placeholder.
  if (marked.length > 0) return { from: 'marker', formats: [...new Set(marked)].map(formatOf) }
  const prefix = prefixMeantBy(policy.spec)
  return prefix === undefined ? { from: 'nothing' } : { from: 'pattern', formats: [formatOf(prefix)] }
}

/** Builds of the image that the policy's repository scans, or is meant to. */
function buildsOf(
  { repository, spec }: PlacedPolicy,
  builds: readonly ImageBuild[],
  { repositories }: ImageLoop,
): readonly ImageBuild[] {
  const image = repository.state === 'found' ? repository.target.image : undefined
  if (image === undefined) return []
  const match = matchBuild(
    image,
    repositories.flatMap(other => other.image ?? []),
    builds,
  )
  if (match.state === 'same') return match.builds
  return match.state === 'differs' && isMeantForBuild(spec, match.build) ? [match.build] : []
}

/** Whether a policy, as far as its filter says, is for the tags of a build and not for somebody's versions. */
export function isMeantForBuild(spec: ImagePolicySpec, { tagPrefix }: ImageBuild): boolean {
  return spec.policy.semver === undefined && accepts(spec, formatOf(tagPrefix ?? 'main').format)
}

/** Tags of the main line; those of another branch where the policy is plainly for that one. */
function formatsFor(
  spec: ImagePolicySpec,
  builds: readonly ImageBuild[],
  prefixes: readonly string[],
): readonly NamedFormat[] {
  const main = prefixes.map(formatOf)
  if (main.some(({ format }) => accepts(spec, format))) return main
  const pattern = spec.filterTags?.pattern ?? ''
  const literal = literalPrefix(pattern)
  const isOpen = builds.some(({ otherPrefixes }) => otherPrefixes === undefined)
  const others =
    isOpen && literal !== undefined ? [literal] : builds.flatMap(({ otherPrefixes }) => otherPrefixes ?? [])
  const own = others.map(formatOf).filter(({ format }) => accepts(spec, format))
  return own.length > 0 ? own : main
}

export function formatOf(prefix: string): NamedFormat {
  return { prefix, format: (sha, seconds) => printTag(buildTag(prefix, sha, seconds)) }
}

const SAMPLES = ['0123456', 'fedcba9', '1234567', 'abcdefa', '0000000', 'ffffff0'].map(sha7 => sha7.padEnd(40, '0'))

/** Whether a policy's filter takes every sample of a format. */
function accepts(spec: ImagePolicySpec, format: TagFormat): boolean {
  return SAMPLES.every(sha => passesFilter(spec, format(sha, 1_700_000_000)))
}

/** Whether a tag gets through the filter, whatever the order makes of it. */
export function passesFilter({ filterTags }: ImagePolicySpec, tag: string): boolean {
  const pattern = filterTags?.pattern
  const filter = pattern === undefined ? {} : { filterTags: { pattern } }
  return evaluatePolicy({ policy: { alphabetical: {} }, ...filter }, [tag]).error === null
}

/**
 * The prefix of the builds that a pattern is meant for: it starts with it, admits its tags for many commits, and no other kind of tag
 * that people make with that prefix: versions, dates, counters, words.
 */
function prefixMeantBy(spec: ImagePolicySpec): string | undefined {
  const pattern = spec.filterTags?.pattern
  const prefix = pattern === undefined ? undefined : literalPrefix(pattern)
  if (prefix === undefined || !accepts(spec, formatOf(prefix).format)) return undefined
  const others = [
    '1.2.3',
    'v1.2.3',
    '20240131',
    '20240131120000',
    '42',
    'latest',
    'abc1234',
    'abc1234-42',
    '42-abc1234',
    'abc1234-20240131',
  ]
  return others.some(rest => passesFilter(spec, `${prefix}-${rest}`)) ? undefined : prefix
}

/** `main` of `^main-[a-f0-9]{7}-…`. */
function literalPrefix(pattern: string): string | undefined {
  const prefix = /^\^?([A-Za-z0-9_](?:[A-Za-z0-9_-]|\\\.)*?)-(?:\(\?P?<\w+>|\()?(?:\[|\\w|\.\*|\.\+|\()/
    .exec(pattern)?.[1]
    ?.replaceAll('\\.', '.')
  return prefix === undefined || prefixProblem(prefix) !== undefined ? undefined : prefix
}
