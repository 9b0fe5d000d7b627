import type { ByteString } from './byte-string.js'
import { tagOf } from './node.js'

const WORDS: ReadonlyMap<ByteString, ByteString> = new Map([
  ...['true', 'True', 'TRUE', 'false', 'False', 'FALSE'].map(word => [word, '!!bool'] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map(word => [word, tagOf.null] as const),
  ...['.nan', '.NaN', '.NAN'].map(word => [word, '!!float'] as const),
  ...['', '+', '-'].flatMap(sign => ['.inf', '.Inf', '.INF'].map(word => [sign + word, '!!float'] as const)),
])

/** The tag that go-yaml v3 gives to a plain scalar of this text. A merge key is none of its concern. */
export function implicitTag(text: ByteString): ByteString {
  const word = WORDS.get(text)
  if (word !== undefined) return word
  if (text.startsWith('.')) return isGoFloat(shortened(text)) ? '!!float' : tagOf.string
  if (!/^[-+0-9]/.test(text)) return tagOf.string
  const short = shortened(text)
  return isTimestamp(short) ? '!!timestamp' : (numberTag(shortened(short.replaceAll('_', ''))) ?? tagOf.string)
}

const LONG = 10_000

/**
 * A text that has the same tag with far fewer digits: a regular expression runs out of stack on megabytes of them. A run of digits
 * stays too large for any integer, or nothing but zeros, as it was.
 */
function shortened(text: ByteString): ByteString {
  if (text.length < LONG) return text
  const run = /^[-+]?0[xX]/.test(text) ? /[0-9a-fA-F]{4096}/g : /[0-9]{4096}/g
  const few = (digits: string): string => (/[1-9a-fA-F]/.test(digits) ? '1'.padEnd(400, '0') : '0')
  return text.replace(run, few).replace(/(?:[0-9]_){2048}/g, pairs => `${few(pairs)}_`)
}

const YAML_1_1_WORDS = new Set(
  ['y', 'yes', 'on', 'n', 'no', 'off'].flatMap(word => [
    word,
    word.toUpperCase(),
    word.slice(0, 1).toUpperCase() + word.slice(1),
  ]),
)

/** Whether a YAML 1.1 reader (go-yaml v2, as kyaml asks it) takes the text for anything but a string. */
export function isYaml11NonString(text: ByteString): boolean {
  if (text === '' || text.includes('\n')) return false
  if (YAML_1_1_WORDS.has(text) || text === '-' || text === '---') return true
  const tag = implicitTag(text)
  return tag !== tagOf.string && tag !== '!!timestamp'
}

/** Go's ParseFloat on a text that starts with a dot. */
function isGoFloat(text: ByteString): boolean {
  return /^\.\d+(?:_\d+)*(?:[eE][-+]?\d+(?:_\d+)*)?$/.test(text) && Number.isFinite(Number(text.replaceAll('_', '')))
}

function numberTag(text: ByteString): ByteString | undefined {
  const integer = integerOf(text)
  if (integer !== undefined && integer >= -(2n ** 63n) && integer < (isSigned(text) ? 2n ** 63n : 2n ** 64n))
    return '!!int'
  const isDecimal = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text)
  return isDecimal && Number.isFinite(Number(text)) ? '!!float' : undefined
}

function isSigned(text: ByteString): boolean {
  return /^[-+]|^0[bo][-+]/.test(text)
}

const LONGEST_INTEGER = 80

/** Go's integer literals: 0x, 0b, 0o and a bare leading 0 for octal; a sign may also follow 0b and 0o. */
function integerOf(text: ByteString): bigint | undefined {
  const match = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/.exec(text)
  if (match === null) return oddIntegerOf(text)
  const [, sign, hexadecimal, binary, octal, decimal] = match
  const digits = (hexadecimal ?? binary ?? octal ?? decimal ?? '').replace(/^0+(?=.)/, '')
  if (digits.length > LONGEST_INTEGER) return undefined
  const base = hexadecimal !== undefined ? '0x' : binary !== undefined ? '0b' : octal !== undefined ? '0o' : ''
  const size = BigInt(base + digits)
  return sign === '-' ? -size : size
}

function oddIntegerOf(text: ByteString): bigint | undefined {
  const match = /^0([bo])([-+])([0-7]{1,80})$/.exec(text)
  if (match === null) return undefined
  const [, base, sign, digits] = match
  if (base === 'b' && /[2-7]/.test(digits ?? '')) return undefined
  const size = BigInt(`0${base}${digits}`)
  return sign === '-' ? -size : size
}

const TIMESTAMP =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(?:Z|[-+](\d{2}):(\d{2})))|(?: +(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?))?$/

function isTimestamp(text: ByteString): boolean {
  const match = TIMESTAMP.exec(text)
  if (match === null) return false
  const [year, month, day] = match.slice(1, 4).map(Number)
  const [hour, minute, second, zoneHour, zoneMinute, plainHour, plainMinute, plainSecond] = match
    .slice(4)
    .map(part => Number(part ?? 0))
  return (
    isDate(year ?? 0, month ?? 0, day ?? 0) &&
    Math.max(hour ?? 0, plainHour ?? 0) < 24 &&
    Math.max(minute ?? 0, second ?? 0, plainMinute ?? 0, plainSecond ?? 0) < 60 &&
    (zoneHour ?? 0) <= 24 &&
    (zoneMinute ?? 0) <= 60
  )
}

function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return day <= days
}
