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
    const invalid = values.filter((_, index) => numbers[index] === undefined)
    const [named] = order === 'random' ? sortedByBytes(invalid) : invalid
    if (named !== undefined) {
      const random = order === 'random' && new Set(invalid).size > 1
      return { error: `failed to parse invalid numeric value '${named}'`, random }
    }
    const ranked = values.map((value, index) => ({ value, number: numbers[index] ?? Number.NaN }))
    return order === 'random' ? ofMap(ranked, descending) : inSequence(ranked, descending)
  }
}

interface Ranked {
  readonly value: string
  readonly number: number
}

function inSequence(ranked: readonly Ranked[], descending: boolean): Election {
  const { value } = ranked.reduce((best, next) => (isBehind(next, best, descending) ? best : next))
  return { latest: value, candidates: [value] }
}

function ofMap(ranked: readonly Ranked[], descending: boolean): Election {
  const best = ranked.reduce((best, next) => (isBehind(next, best, descending) ? best : next))
  const disturbed = ranked.some(({ number }) => Number.isNaN(number))
  const tied = disturbed ? ranked : ranked.filter(({ number }) => number === best.number)
  const candidates = sortedByBytes(tied.map(({ value }) => value))
  if (!disturbed) return { latest: candidates.at(-1) ?? '', candidates }
  const ascending = [...ranked].sort((left, right) => compareBytes(left.value, right.value))
  return { ...inSequence(ascending, descending), candidates }
}

function isBehind(next: Ranked, best: Ranked, descending: boolean): boolean {
  return descending ? next.number > best.number : next.number < best.number
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
