import type { ImagePolicySpec } from './image-policy.js'
import { type Elector, electorOf, type PolicyResult } from './policy.js'

/** Makes the tag of a build from its commit (40 hex digits) and the time in whole Unix seconds. */
export type TagFormat = (sha: string, seconds: number) => string

export interface Build {
  readonly sha: string
  readonly seconds: number
  readonly tag: string
}

/** Builds, from the oldest to the newest, and what Flux would elect if they were all there is. */
export interface Witness {
  readonly builds: readonly Build[]
  readonly result: PolicyResult
}

export type NewestFault =
  /** The policy is invalid, or a tag that a build can make fails it as a whole. */
  | 'policy-error'
  /** The policy does not take a tag that a build can make. */
  | 'tag-rejected'
  | 'older-elected'
  /** Flux chooses at random between the newest and an older build. */
  | 'random'

export type NewestWins = {
  /** Of two builds in one second neither is the newest; this is what Flux makes of them, and no fault. */
  readonly sameSecond: Witness
} & ({ readonly wins: true } | { readonly wins: false; readonly fault: NewestFault; readonly witness: Witness })

/**
 * Whether the newest build is elected whatever the commits are. Decided by electing from builds made for the purpose:
 * commits at both ends of the order and such as read like numbers, one second apart and far apart, across each place
 * where a digit of the clock turns over. The witness of a fault is the smallest one: a single build if one shows it.
 */
export function newestWins(spec: ImagePolicySpec, format: TagFormat): NewestWins {
  const elect = electorOf(spec)
  const sameSecond = witnessOf(elect, [buildOf(format, lowest, noon), buildOf(format, highest, noon)])
  for (const builds of constellations(format)) {
    const witness = witnessOf(elect, builds)
    const fault = faultOf(witness)
    if (fault !== undefined) return { wins: false, fault, witness, sameSecond }
  }
  return { wins: true, sameSecond }
}

/** Single builds first, then pairs of different commits, the nearest in time first, then rebuilds of one commit. */
function* constellations(format: TagFormat): Generator<readonly Build[]> {
  for (const sha of commits) for (const seconds of times) yield [buildOf(format, sha, seconds)]
  for (const rebuild of [false, true]) {
    for (const [older, newer] of moments) {
      for (const [first, second] of pairs) {
        if ((first === second) === rebuild) yield [buildOf(format, first, older), buildOf(format, second, newer)]
      }
    }
  }
}

function buildOf(format: TagFormat, sha: string, seconds: number): Build {
  return { sha, seconds, tag: format(sha, seconds) }
}

function witnessOf(elect: Elector, builds: readonly Build[]): Witness {
  return { builds, result: elect(builds.map(({ tag }) => tag)) }
}

function faultOf({ builds, result }: Witness): NewestFault | undefined {
  if (result.error !== null) return isRejection(result.error) ? 'tag-rejected' : 'policy-error'
  if (result.candidates.length > 1) return 'random'
  return result.selectedTag === builds.at(-1)?.tag ? undefined : 'older-elected'
}

function isRejection(error: string): boolean {
  return error.startsWith('version list') || error.startsWith('unable to determine latest')
}

const lowest = '0'.repeat(40)
const highest = 'f'.repeat(40)
// Next to both ends: commits that are numbers, that overflow a number and that begin with each kind of digit.
const commits: readonly string[] = [
  highest,
  lowest,
  '1e99999'.padEnd(40, '9'),
  '0e00000'.padEnd(40, '0'),
  '9'.repeat(40),
  '1234567'.padEnd(40, '8'),
  'a'.repeat(40),
  'abc1234'.padEnd(40, 'd'),
]
const pairs = commits.flatMap(first => commits.map((second): readonly [string, string] => [first, second]))
const noon = 1_700_000_000
const moments: readonly (readonly [number, number])[] = [
  [noon, noon + 1],
  [noon + 9, noon + 10],
  [1_699_999_999, noon],
  [noon, noon + 86_400],
  [1_999_999_999, 2_000_000_000],
  [9_999_999_998, 9_999_999_999],
]
const times: readonly number[] = [...new Set(moments.flat())]
