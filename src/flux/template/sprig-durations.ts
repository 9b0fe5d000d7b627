import type { Functions } from './function.js'
import { anyToText } from './signatures.js'
import { unwrapped, type Value } from './values.js'

/** Sprig's functions on durations that do not ask for the time. */
export const durationFunctions: Functions = new Map([
  ['duration', anyToText(value => durationText(seconds(value) * second))],
  ['durationRound', anyToText(value => roughly(nanoseconds(value)))],
])

const second = 1_000_000_000n
const minute = 60n * second
const hour = 60n * minute
const day = 24n * hour

/** A whole number of seconds as a text or an int64; any other value is none. */
function seconds(value: Value | undefined): bigint {
  const inner = unwrapped(value)
  if (inner?.kind === 'string') return /^[+-]?[0-9]{1,18}$/.test(inner.text) ? BigInt(inner.text.replace('+', '')) : 0n
  return inner?.type.name === 'int64' && 'int' in inner ? inner.int : 0n
}

/** A Go duration such as `2h45m`, or an int64 of nanoseconds. */
function nanoseconds(value: Value | undefined): bigint {
  const inner = unwrapped(value)
  if (inner?.kind === 'string') return parsedDuration(inner.text)
  return inner?.type.name === 'int64' && 'int' in inner ? inner.int : 0n
}

function parsedDuration(text: string): bigint {
  const [, sign, body = ''] = /^([+-]?)((?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+)$/.exec(text) ?? []
  let sum = 0n
  for (const [, number = '', unit = ''] of body.matchAll(/([0-9.]+)(ns|us|µs|μs|ms|s|m|h)/g)) {
    const [whole = '', fraction = ''] = number.split('.')
    const scale = units[unit] ?? 0n
    sum +=
      BigInt(whole || '0') * scale +
      (BigInt(fraction.slice(0, 18) || '0') * scale) / 10n ** BigInt(Math.min(18, fraction.length))
  }
  return sign === '-' ? -sum : sum
}

/** As Go's Duration prints itself: `1h2m3s`, `1.5s`, `0s`. */
function durationText(given: bigint): string {
  const duration = BigInt.asIntN(64, given)
  const magnitude = duration < 0n ? -duration : duration
  const sign = duration < 0n ? '-' : ''
  const rest = `${(magnitude % minute) / second}s`
  if (magnitude < minute) return sign + rest
  const minutes = `${(magnitude % hour) / minute}m${rest}`
  return sign + (magnitude < hour ? minutes : `${magnitude / hour}h${minutes}`)
}

/** In the largest unit of which there is more than one whole. */
function roughly(duration: bigint): string {
  const magnitude = duration < 0n ? -duration : duration
  const found = rough.find(([unit]) => magnitude > unit)
  return found === undefined ? '0s' : `${magnitude / found[0]}${found[1]}`
}

const rough: readonly (readonly [bigint, string])[] = [
  [365n * day, 'y'],
  [30n * day, 'mo'],
  [day, 'd'],
  [hour, 'h'],
  [minute, 'm'],
  [second, 's'],
]
const units: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1000n,
  µs: 1000n,
  μs: 1000n,
  ms: 1_000_000n,
  s: second,
  m: minute,
  h: hour,
}
