import { commitFirstFault } from '../../src/flux/commit-first.js'
import { compileRegexp } from '../../src/flux/go/regexp.js'
import type { ImagePolicyChoice, ImagePolicySpec } from '../../src/flux/image-policy.js'
import { imageOf } from '../../src/flux/inventory/elected-image.js'
import type { PlacedPolicy } from '../../src/flux/inventory/image-loop.js'
import type { Placement } from '../../src/flux/inventory/placement.js'
import { type NamedFormat, type PolicyTags, policyTagsOf } from '../../src/flux/inventory/policy-tags.js'
import { listIn, type Resource, textIn, valueIn } from '../../src/flux/inventory/resource.js'
import type { Inventory } from '../../src/flux/inventory.js'
import type { Witness } from '../../src/flux/newest-wins.js'
import { numericKeyFault } from '../../src/flux/numeric-key.js'
import { evaluatePolicy } from '../../src/flux/policy.js'
import { sampleTag } from '../../src/flux/sample-tags.js'
import { unknownGroups } from '../../src/flux/unknown-groups.js'
import { buildTagPattern, parseTag } from '../../src/image/tag.js'
import type { Key } from '../../src/yaml/source-file.js'
import { newestOutcome } from './newest-outcome.js'
import { type Report, type RuleContext, reportAt } from './rule.js'

/** What is wrong with a policy, under the rule that says it best. */
export interface PolicyFault {
  readonly rule: string
  readonly keys: readonly Key[]
  readonly message: string
  readonly found: string
  readonly expected: string
  readonly fix: string
  readonly witness: readonly string[]
}

export interface PolicyVerdict {
  readonly policy: PlacedPolicy
  readonly tags: PolicyTags
  /** Undefined when there is none, or when it cannot be told. */
  readonly fault: PolicyFault | undefined
}

const verdicts = new WeakMap<RuleContext, readonly PolicyVerdict[]>()

/** Judges every policy of a tree once for all rules, each fault by one rule only. What a patch may change is not judged. */
export function policyVerdicts(context: RuleContext): readonly PolicyVerdict[] {
  const known = verdicts.get(context)
  if (known !== undefined) return known
  const { loop, builds, markers } = context
  const judged = loop.policies.flatMap(policy => {
    if (policy.placement.isRewritten || isSubstituted(policy)) return []
    const tags = policyTagsOf(policy, builds, loop, markers)
    const fault = faultOf(policy, tags)
    // Somebody else may push the tags that the policy waits for, unless it is plainly for those of the build.
    const isCertain =
      !REJECTIONS.includes(fault?.rule ?? '') ||
      rangeFault(policy.spec) !== undefined ||
      isForBuild(policy, tags) ||
      !hasOtherPublishers(context.inventory)
    return [{ policy, tags, fault: isCertain ? fault : undefined }]
  })
  const settled = judged.map(verdict => (waitsForOthers(verdict, judged) ? { ...verdict, fault: undefined } : verdict))
  verdicts.set(context, settled)
  return settled
}

/** Where another policy of the repository takes the build's tags, one that does not is for tags that somebody else makes. */
function waitsForOthers({ policy, tags, fault }: PolicyVerdict, all: readonly PolicyVerdict[]): boolean {
  if (!REJECTIONS.includes(fault?.rule ?? '') || rangeFault(policy.spec) !== undefined || isForBuild(policy, tags)) {
    return false
  }
  const image = imageOf(policy)
  return all.some(
    other =>
      other.policy !== policy &&
      other.fault === undefined &&
      imageOf(other.policy) === image &&
      other.tags.from === 'builds',
  )
}

/** Prefix, commit and time, as the build has them. */
function isForBuild({ spec }: PlacedPolicy, tags: PolicyTags): boolean {
  const tag = sampleTag(spec.filterTags?.pattern ?? '', 'letters')
  const [, prefix] = /^(.+)-[0-9a-f]{6,12}-[0-9]{10}$/.exec(tag ?? '') ?? []
  return tags.from === 'builds' && tags.builds.some(({ tagPrefix }) => tagPrefix === prefix && prefix !== undefined)
}

const REJECTIONS = ['policy-accepts-build-tag', 'policy-semver-tags']

/** Whether a workflow pushes images by other means than build-push. */
function hasOtherPublishers({ workflows }: Inventory): boolean {
  return workflows.some(({ steps }) =>
    steps.some(
      ({ uses = '', run = '' }) =>
        /^(?!.*\/actions\/build-push(?:@|$)).*(?:build-?push|\/(?:bake|metadata)-action|push-to-registry|goreleaser|kaniko|\/ko-|\/jib)/i.test(
          uses,
        ) ||
        /\b(?:docker (?:image |compose )?(?:push|tag)|buildx|crane|skopeo|oras|regctl|nerdctl|(?:podman|buildah) push|kaniko|goreleaser|ko (?:build|publish)|earthly)\b/.test(
          run,
        ),
    ),
  )
}

/** What the judgement of the policies says under one rule. */
export function policyReports(context: RuleContext, rule: string): readonly Report[] {
  return policyVerdicts(context).flatMap(({ policy: { resource }, fault }) => {
    if (fault?.rule !== rule) return []
    const { keys, message, found, expected, fix, witness } = fault
    return [
      reportAt(resource, keys, {
        message,
        found,
        expected,
        fix: { text: fix },
        ...(witness.length === 0 ? {} : { witness }),
      }),
    ]
  })
}

/** A variable in what decides, which a Kustomization will fill in; in `extract` it is a mistake (see substitutedGroup). */
function isSubstituted({ spec, placement }: PlacedPolicy): boolean {
  const { policy, filterTags } = spec
  const decides = [filterTags?.pattern, policy.semver?.range, policy.alphabetical?.order, policy.numerical?.order]
  return placement.isPatched && decides.some(text => text?.includes('${') === true)
}

function faultOf(policy: PlacedPolicy, tags: PolicyTags): PolicyFault | undefined {
  const { spec } = policy
  const early = choiceFault(spec) ?? patternFault(spec) ?? variableFault(policy)
  if (early !== undefined) return early
  const applied = specAsApplied(policy)
  return groupFault(applied) ?? orderFault(applied, tags)
}

const CHOICES = ['semver', 'alphabetical', 'numerical'] as const

function choiceFault({ policy }: ImagePolicySpec): PolicyFault | undefined {
  const chosen = CHOICES.filter(choice => policy[choice] !== undefined)
  if (chosen.length === 1) return directionFault(policy)
  return {
    rule: 'policy-single-choice',
    keys: ['spec', 'policy'],
    message:
      chosen.length === 0
        ? 'the policy says no order: every schema accepts it, and Flux stalls at run time'
        : `of ${chosen.join(' and ')} Flux takes ${chosen[0] ?? ''} and says nothing about the rest`,
    found: chosen.length === 0 ? 'no order' : chosen.join(', '),
    expected: 'one of semver, alphabetical, numerical',
    fix: 'policy:\n  numerical:\n    order: asc',
    witness: [],
  }
}

/** Flux refuses any other word at run time, whatever a schema says. */
function directionFault({ alphabetical, numerical }: ImagePolicyChoice): PolicyFault | undefined {
  const order = (alphabetical ?? numerical)?.order
  if (order === undefined || /^(?:asc|desc|)$/i.test(order)) return undefined
  return {
    rule: 'policy-single-choice',
    keys: ['spec', 'policy', alphabetical === undefined ? 'numerical' : 'alphabetical', 'order'],
    message: `there is no order "${order}", so Flux stalls`,
    found: order,
    expected: 'asc or desc',
    fix: 'order: asc',
    witness: [],
  }
}

function patternFault({ filterTags }: ImagePolicySpec): PolicyFault | undefined {
  const pattern = filterTags?.pattern
  const compiled = pattern === undefined ? undefined : compileRegexp(pattern)
  if (compiled === undefined || pattern === undefined || !('error' in compiled)) return undefined
  return {
    rule: 'policy-pattern-valid',
    keys: ['spec', 'filterTags', 'pattern'],
    message: `the pattern is none of Go's, so Flux stalls: ${compiled.error}`,
    found: pattern,
    expected: 'a regular expression of RE2: no look-arounds, no back-references, no possessive groups',
    fix: `pattern: '${buildTagPattern('main')}'`,
    witness: [],
  }
}

function variableFault({ spec, resource, placement }: PlacedPolicy): PolicyFault | undefined {
  const { extract = '' } = spec.filterTags ?? {}
  const variable = /(?<!\$)\$\{(\w+)\}/.exec(extract)
  if (variable === null || !isPostBuilt(resource, placement)) return undefined
  return {
    rule: 'policy-extract-group',
    keys: ['spec', 'filterTags', 'extract'],
    message: `the Kustomization that applies this policy substitutes variables, and takes ${variable[0]} for one of them: the build fails, or the group is gone`,
    found: extract,
    expected: `$${variable[1] ?? ''}, without braces`,
    fix: `extract: '$${variable[1] ?? ''}'`,
    witness: [],
  }
}

/** `$${ts}` is how a group is written past the substitution. */
function specAsApplied({ spec, resource, placement }: PlacedPolicy): ImagePolicySpec {
  const extract = spec.filterTags?.extract
  if (extract?.includes('$${') !== true || !isPostBuilt(resource, placement)) return spec
  return { ...spec, filterTags: { ...spec.filterTags, extract: extract.replaceAll('$${', () => '${') } }
}

function groupFault(spec: ImagePolicySpec): PolicyFault | undefined {
  const { pattern = '', extract = '' } = spec.filterTags ?? {}
  const compiled = compileRegexp(pattern)
  if (extract === '' || 'error' in compiled) return undefined
  const groups = compiled.regexp.groupNames.flatMap((name, index) =>
    index === 0 ? [] : [name === '' ? `$${index}` : `$${name}`],
  )
  const expected =
    groups.length === 0 ? 'a pattern with a group, such as (?P<ts>[0-9]{10})' : `one of ${groups.join(', ')}`
  const [unknown] = unknownGroups(extract, compiled.regexp.groupNames)
  if (unknown === undefined) return undefined
  const meant = groups.find(group => unknown.startsWith(group.slice(1)))
  return {
    rule: 'policy-extract-group',
    keys: ['spec', 'filterTags', 'extract'],
    message: `the pattern has no group "${unknown}", and Flux puts nothing in its place, without an error${meant === undefined ? '' : ': a name is the longest run of letters, digits and _'}`,
    found: extract,
    expected,
    fix:
      groups[0] === undefined
        ? `pattern: '${buildTagPattern('main')}'\nextract: '$ts'`
        : `extract: '${meant ?? groups[0]}'`,
    witness: [
      `every tag gives ${JSON.stringify(extract.replaceAll(`\${${unknown}}`, '').replaceAll(`$${unknown}`, ''))}`,
    ],
  }
}

/** Whether variables are filled in: with at least one given, and unless the object says otherwise. */
function isPostBuilt(resource: Resource, { by }: Placement): boolean {
  if (by === undefined) return false
  const variables = valueIn(by.resource, 'spec', 'postBuild', 'substitute')
  const hasVariables = typeof variables === 'object' && variables !== null && Object.keys(variables).length > 0
  if (!hasVariables && listIn(by.resource, 'spec', 'postBuild', 'substituteFrom').length === 0) return false
  const key = 'kustomize.toolkit.fluxcd.io/substitute'
  return ['annotations', 'labels'].every(part => textIn(resource, 'metadata', part, key) !== 'disabled')
}

function orderFault(spec: ImagePolicySpec, tags: PolicyTags): PolicyFault | undefined {
  const range = rangeFault(spec)
  if (range !== undefined) return range
  if (tags.from === 'nothing') return numberFault(spec) ?? commitFault(spec)
  const outcomes = tags.formats.map(named => ({ named, outcome: newestOutcome(spec, named) }))
  if (outcomes.some(({ outcome }) => outcome.wins)) return undefined
  for (const { named, outcome } of outcomes) {
    if (outcome.wins) continue
    // A marker's tag that the policy does not take may be a placeholder, or from before a change of mind.
    if (outcome.fault === 'tag-rejected' && tags.from !== 'builds') return undefined
    return newestFault(spec, named.prefix, outcome.fault, outcome.witness, isTurned(spec, named))
  }
  return undefined
}

/** Without a build: the pattern is for tags with the commit in front, and no ending makes the order right. */
function commitFault(spec: ImagePolicySpec): PolicyFault | undefined {
  const outcome = commitFirstFault(spec)
  if (outcome === undefined) return undefined
  const tag = outcome.witness.builds[0]?.tag ?? ''
  return newestFault(spec, parseTag(tag)?.prefix ?? 'main', outcome.fault, outcome.witness)
}

function newestFault(
  spec: ImagePolicySpec,
  prefix: string,
  fault: string,
  witness: Witness,
  isDirection = false,
): PolicyFault {
  const { builds, result } = witness
  const newest = builds.at(-1)?.tag ?? ''
  const order = CHOICES.find(choice => spec.policy[choice] !== undefined) ?? 'numerical'
  const right = `filterTags:\n  pattern: '${buildTagPattern(prefix)}'\n  extract: '$ts'\npolicy:\n  numerical:\n    order: asc`
  const made =
    builds.length === 1
      ? [`the build makes ${newest}`]
      : builds.map(({ tag }, index) => `${index === builds.length - 1 ? 'newest' : 'older'}: ${tag}`)
  if (fault === 'tag-rejected') {
    return {
      rule: order === 'semver' ? 'policy-semver-tags' : 'policy-accepts-build-tag',
      keys: order === 'semver' ? ['spec', 'policy', 'semver', 'range'] : ['spec', 'filterTags', 'pattern'],
      message:
        order === 'semver'
          ? 'no tag of the build is a version, so Flux never elects one'
          : 'the policy takes no tag of the build, so Flux never elects one',
      found: order === 'semver' ? (spec.policy.semver?.range ?? '') : (spec.filterTags?.pattern ?? ''),
      expected: order === 'semver' ? 'an order by the time in the tag' : `a pattern that takes ${newest}`,
      fix: right,
      witness: [...made, `Flux reports: ${result.error ?? ''}`],
    }
  }
  if (order === 'numerical' && (fault === 'random' || result.error?.startsWith('failed to parse') === true)) {
    return {
      rule: 'policy-numeric-key',
      keys:
        spec.filterTags?.extract === undefined ? ['spec', 'policy', 'numerical'] : ['spec', 'filterTags', 'extract'],
      message:
        fault === 'random'
          ? 'the numbers are above 2^53, where several tags are equal, and Flux chooses among them at random'
          : 'what is compared is no number, and one such tag fails the whole policy',
      found: spec.filterTags?.extract ?? 'the whole tag',
      expected: 'the time of the build: ten digits',
      fix: right,
      witness: [
        ...made,
        result.error === null ? `Flux elects one of ${result.candidates.join(', ')}` : `Flux reports: ${result.error}`,
      ],
    }
  }
  const keys = isDirection ? ['spec', 'policy', order, 'order'] : ['spec', 'policy', order]
  return {
    rule: 'policy-elects-newest',
    keys,
    message:
      fault === 'policy-error'
        ? `the policy fails: ${result.error ?? ''}`
        : 'the newest build is not the one that Flux elects: what is compared does not grow with the time of the build',
    found: `${order}${orderOf(spec, order)} on ${spec.filterTags?.extract ?? 'the whole tag'}`,
    expected: 'the newest build, whatever its commit is',
    fix: right,
    witness: [
      ...made,
      result.error === null
        ? result.random
          ? `Flux elects one of ${result.candidates.join(', ')}, at random`
          : `Flux elects ${result.selectedTag ?? ''}`
        : `Flux reports: ${result.error}`,
    ],
  }
}

/** Whether the other direction would be right. */
function isTurned(spec: ImagePolicySpec, named: NamedFormat): boolean {
  const order = spec.policy.numerical === undefined ? 'alphabetical' : 'numerical'
  const direction = spec.policy[order]?.order
  if (direction === undefined) return false
  const other = direction.toLowerCase() === 'desc' ? 'asc' : 'desc'
  return newestOutcome({ ...spec, policy: { [order]: { order: other } } }, named).wins
}

function orderOf({ policy }: ImagePolicySpec, order: (typeof CHOICES)[number]): string {
  if (order === 'semver') return ` ${policy.semver?.range ?? ''}`
  const direction = policy[order]?.order
  return direction === undefined ? '' : ` ${direction}`
}

/** A range that is none fails whatever the tags are. */
function rangeFault(spec: ImagePolicySpec): PolicyFault | undefined {
  const range = spec.policy.semver?.range
  if (range === undefined) return undefined
  const result = evaluatePolicy({ policy: { semver: { range } } }, ['1.0.0'])
  if (result.stage !== 'InvalidPolicy') return undefined
  return {
    rule: 'policy-semver-tags',
    keys: ['spec', 'policy', 'semver', 'range'],
    message: `the range is none, so Flux stalls: ${result.error ?? ''}`,
    found: range,
    expected: "a range of versions, such as '>=1.0.0 <2.0.0'",
    fix: "range: '>=1.0.0'",
    witness: [],
  }
}

/** What can be told of a numerical order by the pattern alone: a group of letters, or of too many digits. */
function numberFault(spec: ImagePolicySpec): PolicyFault | undefined {
  const fault = numericKeyFault(spec)
  if (fault === undefined) return undefined
  const { kind, tags, result } = fault
  const extract = spec.filterTags?.extract
  return {
    rule: 'policy-numeric-key',
    keys: extract === undefined ? ['spec', 'policy', 'numerical'] : ['spec', 'filterTags', 'extract'],
    message:
      kind === 'tied'
        ? 'the numbers are above 2^53, where several tags are equal, and Flux chooses among them at random'
        : kind === 'never'
          ? 'what is compared is never a number, and the policy fails with any tag that the pattern takes'
          : 'what is compared need not be a number, and one tag that is none fails the whole policy',
    found: `${extract ?? 'the whole tag'} of ${spec.filterTags?.pattern ?? ''}`,
    expected: 'a group of at most 15 digits, such as (?P<ts>[0-9]{10})',
    fix: `pattern: '${buildTagPattern('main')}'\nextract: '$ts'`,
    witness:
      kind === 'tied'
        ? [`${tags.join(' and ')} are the same number`, `Flux elects one of ${result.candidates.join(', ')}, at random`]
        : [`the pattern takes ${tags.join(', ')}`, `Flux reports: ${result.error ?? ''}`],
  }
}
