import { byteLength, compareBytes } from './go/bytes.js'

/** A version as Masterminds/semver holds it. Build metadata plays no part in any comparison. */
export interface Version {
  readonly original: string
  readonly major: Segment
  readonly minor: Segment
  readonly patch: Segment
  /** '' for a release. */
  readonly prerelease: string
  readonly metadata: string
}

/** An unsigned 64-bit number: a bigint only where a number would not be exact. */
export type Segment = number | bigint

/**
 * A version as Flux reads it from a tag: there must be two dots; leading zeros and a leading `v` are fine. Undefined
 * for a tag that is no version, which Flux passes over without a word.
 */
export function parseTagVersion(tag: string): Version | undefined {
  const firstDot = tag.indexOf('.')
  return firstDot >= 0 && tag.indexOf('.', firstDot + 1) >= 0 ? parseVersion(tag) : undefined
}

/** A version as Masterminds' NewVersion reads it: minor and patch may be missing. */
export function parseVersion(text: string): Version | undefined {
  const found = byteLength(text) <= longestVersion ? loose.exec(text) : null
  if (found === null) return undefined
  const [, majorText = '', minorText = '0', patchText = '0', prerelease = '', metadata = ''] = found
  const major = segment(majorText)
  const minor = segment(minorText)
  const patch = segment(patchText)
  if (major === undefined || minor === undefined || patch === undefined) return undefined
  if (prerelease.split('.').some(part => leadingZero.test(part))) return undefined
  return { original: text, major, minor, patch, prerelease, metadata }
}

/** Negative, zero or positive; a pre-release comes before its release. */
export function compareVersions(left: Version, right: Version): number {
  return (
    compareSegments(left.major, right.major) ||
    compareSegments(left.minor, right.minor) ||
    compareSegments(left.patch, right.patch) ||
    comparePrereleases(left.prerelease, right.prerelease)
  )
}

/** A release ('') is the greatest; parts that fit into 64 bits are numbers and come before all others. */
export function comparePrereleases(left: string, right: string): number {
  if (left === right) return 0
  if (left === '') return 1
  if (right === '') return -1
  const lefts = left.split('.')
  const rights = right.split('.')
  for (let index = 0; index < Math.max(lefts.length, rights.length); index += 1) {
    const order = comparePart(lefts[index] ?? '', rights[index] ?? '')
    if (order !== 0) return order
  }
  return 0
}

function comparePart(left: string, right: string): number {
  if (left === right) return 0
  if (left === '') return -1
  if (right === '') return 1
  const leftNumber = segment(left)
  const rightNumber = segment(right)
  if (leftNumber !== undefined && rightNumber !== undefined) return compareSegments(leftNumber, rightNumber)
  if (leftNumber === undefined && rightNumber === undefined) return compareBytes(left, right)
  return leftNumber === undefined ? 1 : -1
}

function compareSegments(left: Segment, right: Segment): number {
  return left < right ? -1 : left > right ? 1 : 0
}

function segment(text: string): Segment | undefined {
  if (shortNumber.test(text)) return Number(text)
  if (!digitsOnly.test(text)) return undefined
  const value = BigInt(text)
  if (value <= BigInt(Number.MAX_SAFE_INTEGER)) return Number(value)
  return value <= largest ? value : undefined
}

const longestVersion = 256
const largest = 2n ** 64n - 1n
const shortNumber = /^[0-9]{1,15}$/
const digitsOnly = /^[0-9]+$/
const leadingZero = /^0[0-9]+$/
const loose =
  /^v?([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/
