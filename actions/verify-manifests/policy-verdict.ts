import { compileRegexp } from '../../src/flux/go/regexp.js'
import type { ImagePolicySpec } from '../../src/flux/image-policy.js'
import type { PlacedPolicy } from '../../src/flux/inventory/image-loop.js'
import { type NamedFormat, type PolicyTags, policyTagsOf } from '../../src/flux/inventory/policy-tags.js'
import type { Inventory } from '../../src/flux/inventory.js'
import { newestWins, type Witness } from '../../src/flux/newest-wins.js'
import { evaluatePolicy } from '../../src/flux/policy.js'
import { unknownGroups } from '../../src/flux/unknown-groups.js'
import { buildTagPattern } from '../../src/image/tag.js'
import type { Key } from '../../src/yaml/source-file.js'
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
    // Somebody else may push the tags that the policy waits for.
    const isCertain = !REJECTIONS.includes(fault?.rule ?? '') || !hasOtherPublishers(context.inventory)
    return [{ policy, tags, fault: isCertain ? fault : undefined }]
  })
  verdicts.set(context, judged)
  return judged
}

const REJECTIONS = ['policy-accepts-build-tag', 'policy-semver-tags']

/** Whether a workflow pushes images by other means than build-push. */
function hasOtherPublishers({ workflows }: Inventory): boolean {
  return workflows.some(({ steps }) =>
    steps.some(
      ({ uses = '', run = '' }) =>
        /^docker\/(?:build-push|bake|metadata)-action@/.test(uses) ||
        /\b(?:docker (?:image )?push|buildx|crane|skopeo|oras|podman push|ko build)\b/.test(run),
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
  return choiceFault(policy.spec) ?? patternFault(policy.spec) ?? groupFault(policy) ?? orderFault(policy, tags)
}

const CHOICES = ['semver', 'alphabetical', 'numerical'] as const

function choiceFault({ policy }: ImagePolicySpec): PolicyFault | undefined {
  const chosen = CHOICES.filter(choice => policy[choice] !== undefined)
  if (chosen.length === 1) return undefined
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

function groupFault({ spec, placement }: PlacedPolicy): PolicyFault | undefined {
  const { pattern = '', extract = '' } = spec.filterTags ?? {}
  const keys = ['spec', 'filterTags', 'extract']
  const compiled = compileRegexp(pattern)
  if (extract === '' || 'error' in compiled) return undefined
  const groups = compiled.regexp.groupNames.flatMap((name, index) =>
    index === 0 ? [] : [name === '' ? `$${index}` : `$${name}`],
  )
  const expected =
    groups.length === 0 ? 'a pattern with a group, such as (?P<ts>[0-9]{10})' : `one of ${groups.join(', ')}`
  const variable = /\$\{(\w+)\}/.exec(extract)
  if (variable !== null && placement.by?.substitutes === true) {
    return {
      rule: 'policy-extract-group',
      keys,
      message: `the Kustomization that applies this policy substitutes variables, and takes ${variable[0]} for one of them: the build fails, or the group is gone`,
      found: extract,
      expected: `$${variable[1] ?? ''}, without braces`,
      fix: `extract: '$${variable[1] ?? ''}'`,
      witness: [],
    }
  }
  const [unknown] = unknownGroups(extract, compiled.regexp.groupNames)
  if (unknown === undefined) return undefined
  const meant = groups.find(group => unknown.startsWith(group.slice(1)))
  return {
    rule: 'policy-extract-group',
    keys,
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

function orderFault({ spec }: PlacedPolicy, tags: PolicyTags): PolicyFault | undefined {
  if (tags.from === 'nothing') return rangeFault(spec) ?? numberFault(spec)
  const outcomes = tags.formats.map(named => ({ named, outcome: newestWins(spec, named.format) }))
  if (outcomes.some(({ outcome }) => outcome.wins)) return undefined
  for (const { named, outcome } of outcomes) {
    if (outcome.wins) continue
    // A marker's tag that the policy does not take may be a placeholder, or from before a change of mind.
    if (outcome.fault === 'tag-rejected' && tags.from !== 'builds') return rangeFault(spec)
    return newestFault(spec, named, outcome.fault, outcome.witness)
  }
  return undefined
}

function newestFault(spec: ImagePolicySpec, { prefix }: NamedFormat, fault: string, witness: Witness): PolicyFault {
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
  const keys = spec.policy[order] === undefined ? ['spec', 'policy'] : ['spec', 'policy', order]
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
  const { pattern, extract } = spec.filterTags ?? {}
  if (spec.policy.numerical === undefined || pattern === undefined) return undefined
  const name = /^\$\{?(\w+)\}?$/.exec(extract ?? '$0')?.[1]
  const group = name === undefined || name === '0' ? undefined : groupText(pattern, name)
  const samples = group === undefined ? undefined : sampleValues(group)
  if (samples === undefined) return undefined
  const result = evaluatePolicy({ policy: { numerical: {} } }, samples)
  const fails = result.error?.startsWith('failed to parse') === true
  if (!fails && !isTied(samples)) return undefined
  return {
    rule: 'policy-numeric-key',
    keys: ['spec', 'filterTags', 'extract'],
    message: fails
      ? 'what is compared need not be a number, and one tag that is none fails the whole policy'
      : 'the numbers are above 2^53, where several tags are equal, and Flux chooses among them at random',
    found: `${extract ?? ''}, which is ${group ?? ''}`,
    expected: 'a group of at most 15 digits, such as (?P<ts>[0-9]{10})',
    fix: `pattern: '${buildTagPattern('main')}'\nextract: '$ts'`,
    witness: fails
      ? [`the group takes ${samples.at(-1) ?? ''}`, `Flux reports: ${result.error ?? ''}`]
      : [`${samples.join(' and ')} are the same number`],
  }
}

function isTied(samples: readonly string[]): boolean {
  return new Set(samples.map(Number)).size < samples.length
}

/** What stands in a named group, or in the nth; undefined when it has groups in it. */
function groupText(pattern: string, name: string): string | undefined {
  const named = new RegExp(`\\(\\?P?<${name}>((?:[^()\\\\]|\\\\.)*)\\)`).exec(pattern)?.[1]
  if (named !== undefined || !/^[1-9]$/.test(name)) return named
  return [...pattern.matchAll(/(?<!\\)\((?!\?[:imsU-])(?:\?P?<\w+>)?((?:[^()\\]|\\.)*)\)/g)][Number(name) - 1]?.[1]
}

/** Values that a plain class of characters takes at its ends; undefined where it is not plain what it is for. */
function sampleValues(group: string): readonly string[] | undefined {
  const digits = /^(?:\[0-9\]|\\d)\{(\d+)\}$/.exec(group)?.[1]
  if (digits !== undefined) {
    const count = Number(digits)
    return count < 17 ? undefined : [`2${'0'.repeat(count - 1)}`, `2${'0'.repeat(count - 2)}1`]
  }
  const letters = /^\[([^\]\\^]*)\](?:\{(\d+)[,}].*|[+*])?$/.exec(group)
  const letter = /[a-zA-Z](?=-[a-zA-Z])/.exec(letters?.[1] ?? '')?.[0]
  return letter === undefined ? undefined : [letter.repeat(Number(letters?.[2] ?? 3) || 3)]
}
