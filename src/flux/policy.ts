import { applyFilter, compileFilter, type FilteredTags } from './filter-tags.js'
import { sortedByBytes } from './go/bytes.js'
import type { ImagePolicySpec } from './image-policy.js'
import { type Election, policerOf } from './policer.js'

/** What an ImagePolicy makes of the tags of its repository. */
export interface PolicyResult {
  /** The elected tag; null after an error. */
  readonly selectedTag: string | null
  /** What was compared: the extracted value, or the tag where there is no filter; null after an error. */
  readonly latest: string | null
  /** The values that the filter left, ascending by bytes; null where there is no filter or it never ran. */
  readonly filtered: readonly string[] | null
  /** Every tag that Flux could elect, ascending: one, unless the choice is random; none after an error. */
  readonly candidates: readonly string[]
  /** The text of Flux's policy code. */
  readonly error: string | null
  /** `InvalidPolicy`: the policy itself is wrong. `Failure`: these tags cannot be elected from. */
  readonly stage: PolicyErrorStage | null
  /** Whether Flux tries again by itself. An invalid policy stalls until somebody changes it. */
  readonly retries: boolean
  /** Flux's own choice (of the tag, or of the value that the error names) depends on Go's random map order. */
  readonly random: boolean
  /** Reason and message of the Ready condition that the controller writes after an error. */
  readonly condition: { readonly reason: string; readonly message: string } | null
}

export type PolicyErrorStage = 'InvalidPolicy' | 'Failure'

/** Elects from the tags of a scan, given in any order. */
export type Elector = (tags: readonly string[]) => PolicyResult

/**
 * Elects a tag as the image-reflector-controller of Flux 2.9 does: build the policer, filter, elect, map back to the
 * tag. `tags` are those of the scan (see scanTags), in any order. Never throws; what Flux reports is in the result.
 * After an error the tag that was elected before stays in force.
 */
export function evaluatePolicy(spec: ImagePolicySpec, tags: readonly string[]): PolicyResult {
  return electorOf(spec)(tags)
}

/** The policy made ready for many lists of tags. */
export function electorOf(spec: ImagePolicySpec): Elector {
  const chosen = policerOf(spec.policy)
  if ('error' in chosen) return () => failed('InvalidPolicy', chosen.error, `invalid policy: ${chosen.error}`)
  const { policer } = chosen
  if (spec.filterTags === undefined) {
    return tags => resultOf(policer(sortedByBytes(tags).reverse(), 'descending'), tags, null)
  }
  const filter = compileFilter(spec.filterTags)
  if ('error' in filter) return tags => (tags.length === 0 ? noTags() : failed('InvalidPolicy', filter.error))
  return tags => {
    const filtered = applyFilter(filter.extract, tags)
    return resultOf(policer([...filtered.keys()], 'random'), tags, filtered)
  }
}

function resultOf(election: Election, tags: readonly string[], filtered: FilteredTags | null): PolicyResult {
  const values = filtered === null ? null : sortedByBytes(filtered.keys())
  if ('error' in election) {
    const result = tags.length === 0 ? noTags() : failed('Failure', election.error)
    return { ...result, filtered: values, random: election.random }
  }
  const tagOf = (value: string) => filtered?.get(value) ?? value
  return {
    selectedTag: tagOf(election.latest),
    latest: election.latest,
    filtered: values,
    candidates: sortedByBytes(election.candidates.map(tagOf)),
    error: null,
    stage: null,
    retries: false,
    random: election.candidates.length > 1,
    condition: null,
  }
}

/** The controller does not come to the policy while the scan has stored no tag; it waits and says so. */
function noTags(): PolicyResult {
  const message = 'retrying in 30s error: no tags in database'
  const result = failed('Failure', 'version list argument cannot be empty', message)
  return { ...result, condition: { reason: 'DependencyNotReady', message } }
}

function failed(stage: PolicyErrorStage, error: string, message = error): PolicyResult {
  return {
    selectedTag: null,
    latest: null,
    filtered: null,
    candidates: [],
    error,
    stage,
    retries: stage === 'Failure',
    random: false,
    condition: { reason: stage, message },
  }
}
