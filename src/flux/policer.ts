import { compareBytes, sortedByBytes } from './go/bytes.js'
import { upperCase } from './go/case.js'
import { parseFloat64 } from './go/float.js'
import type { ImagePolicyChoice } from './image-policy.js'
import { parseRange, type SemverRange } from './semver-range.js'
import { compareVersions, parseTagVersion, type Version } from './semver-version.js'

/** Elects one of some values. */
export type Policer = (values: readonly string[], order: InputOrder) => Election

/**
 * How Flux comes by the values. `descending`: straight from the scan. `random`: out of a Go map, as after every filter;
 * then we go through them in ascending order and name all that could be elected.
 */
export type InputOrder = 'descending' | 'random'

export type Election =
  | { readonly latest: string; readonly candidates: readonly string[] }
  /** Flux's text; `random` when it could as well name another value. */
  | { readonly error: string; readonly random: boolean }

export type ChosenPolicer = { readonly policer: Policer; readonly kind: PolicerKind } | { readonly error: string }

export type PolicerKind = 'semver' | 'alphabetical' | 'numerical'

/** The policer that Flux builds from `spec.policy`, or Flux's text for a policy that is none. */
export function policerOf(choice: ImagePolicyChoice): ChosenPolicer {
  if (choice.semver !== undefined) return semverPolicer(choice.semver.range)
  const kind = choice.alphabetical !== undefined ? 'alphabetical' : 'numerical'
  const block = choice.alphabetical ?? choice.numerical
  if (block === undefined) return { error: 'given ImagePolicyChoice object is invalid' }
  const order = upperCase(block.order ?? '')
  if (order !== '' && order !== 'ASC' && order !== 'DESC') {
    return { error: `invalid order argument provided: '${order}', must be one of: ASC, DESC` }
  }
  const descending = order === 'DESC'
  return { policer: nonEmpty(kind === 'numerical' ? numerical(descending) : alphabetical(descending)), kind }
}

function semverPolicer(text: string): ChosenPolicer {
  const parsed = parseRange(text)
  return 'error' in parsed ? parsed : { policer: nonEmpty(semver(parsed.range)), kind: 'semver' }
}

function nonEmpty(policer: Policer): Policer {
  return (values, order) =>
    values.length === 0 ? { error: 'version list argument cannot be empty', random: false } : policer(values, order)
}

function alphabetical(descending: boolean): Policer {
  return values => {
    const latest = values.reduce((best, value) => (compareBytes(value, best) < 0 === descending ? value : best))
    return { latest, candidates: [latest] }
  }
}

/** A greater number wins; Flux goes on to the later of two equal ones, and NaN is equal to everything. */
function numerical(descending: boolean): Policer {
  return (values, order) => {
    const numbers = values.map(parseFloat64)
    if (numbers.includes(undefined)) return notNumeric(values, numbers, order)
    const sign = descending ? -1 : 1
    const keys = numbers.map(number => sign * (number ?? Number.NaN))
    if (order === 'descending') return inSequence(values, keys)
    return keys.some(Number.isNaN) ? disturbed(values, keys) : greatest(values, keys)
  }
}

function notNumeric(values: readonly string[], numbers: readonly (number | undefined)[], order: InputOrder): Election {
  const invalid = values.filter((_, index) => numbers[index] === undefined)
  const [named] = order === 'random' ? sortedByBytes(invalid) : invalid
  const random = order === 'random' && new Set(invalid).size > 1
  return { error: `failed to parse invalid numeric value '${named}'`, random }
}

function inSequence(values: readonly string[], keys: readonly number[]): Election {
  let best = 0
  for (let index = 1; index < keys.length; index += 1) if (!isLess(keys[index], keys[best])) best = index
  const latest = values[best] ?? ''
  return { latest, candidates: [latest] }
}

function isLess(left: number | undefined, right: number | undefined): boolean {
  return left !== undefined && right !== undefined && left < right
}

/** Beside NaN any value can come out. */
function disturbed(values: readonly string[], keys: readonly number[]): Election {
  const keyOf = new Map(values.map((value, index) => [value, keys[index] ?? Number.NaN]))
  const candidates = sortedByBytes(values)
  return {
    ...inSequence(
      candidates,
      candidates.map(value => keyOf.get(value) ?? Number.NaN),
    ),
    candidates,
  }
}

function greatest(values: readonly string[], keys: readonly number[]): Election {
  let most = Number.NEGATIVE_INFINITY
  for (const key of keys) if (key > most) most = key
  const candidates = sortedByBytes(values.filter((_, index) => keys[index] === most))
  return { latest: candidates.at(-1) ?? '', candidates }
}

/** The greatest version within the range; of equal ones (they differ in build metadata or in writing) the first. */
function semver(range: SemverRange): Policer {
  return (values, order) => {
    let best: Version | undefined
    let tied: string[] = []
    for (const value of values) {
      const version = parseTagVersion(value)
      if (version === undefined || !range(version)) continue
      const comparison = best === undefined ? 1 : compareVersions(version, best)
      if (comparison > 0) tied = []
      if (comparison >= 0) tied.push(value)
      if (comparison > 0) best = version
    }
    const candidates = order === 'random' ? sortedByBytes(tied) : tied.slice(0, 1)
    const [latest] = candidates
    if (latest === undefined) return { error: 'unable to determine latest version from provided list', random: false }
    return { latest, candidates }
  }
}
