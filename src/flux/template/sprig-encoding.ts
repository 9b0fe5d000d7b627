import { createHash } from 'node:crypto'
import { bytesOf, textOf } from '../go/bytes.js'
import type { Functions } from './function.js'
import { textToText } from './signatures.js'

/** Sprig's encodings and checksums. */
export const encodingFunctions: Functions = new Map([
  ['b64enc', textToText(value => Buffer.from(bytesOf(value)).toString('base64'))],
  ['b64dec', textToText(value => decoded(value, base64))],
  ['b32enc', textToText(base32Text)],
  ['b32dec', textToText(value => decoded(value, base32))],
  ['sha1sum', textToText(value => checksum('sha1', value))],
  ['sha256sum', textToText(value => checksum('sha256', value))],
  ['sha512sum', textToText(value => checksum('sha512', value))],
  ['adler32sum', textToText(value => String(adler32(bytesOf(value))))],
])

interface Encoding {
  readonly alphabet: string
  /** Bits that a character holds. */
  readonly bits: 5 | 6
  /** Characters that belong together, padding included. */
  readonly group: 4 | 8
  readonly name: string
  /** How many characters may be padding. */
  readonly padding: readonly number[]
  /** Whether the places in errors count the line ends that decoding passes over. */
  readonly countsLineEnds: boolean
}

/** Decodes as Go does, line ends ignored; what is wrong comes as the text of Go's error. */
function decoded(value: string, { alphabet, bits, group, name, padding, countsLineEnds }: Encoding): string {
  const result: number[] = []
  let buffer = 0
  let held = 0
  const bytes = countsLineEnds ? bytesOf(value) : bytesOf(value.replace(/[\r\n]/g, ''))
  const digits = Array.from(bytes, (byte, at) => ({ character: String.fromCharCode(byte), at })).filter(
    ({ character }) => !/[\r\n]/.test(character),
  )
  const data = digits.findIndex(({ character }) => character === '=')
  const end = data < 0 ? digits.length : data
  for (const { character, at } of digits.slice(0, end)) {
    const index = alphabet.indexOf(character)
    if (index < 0) return `illegal ${name} data at input byte ${at}`
    buffer = ((buffer << bits) | index) & 0x1fff
    held += bits
    if (held >= 8) {
      held -= 8
      result.push((buffer >> held) & 0xff)
    }
  }
  const pad = digits.length - end
  const padded = digits.slice(end).every(({ character }) => character === '=')
  const halfPadded = group === 4 && end % 4 === 2 && pad === 1
  const wrong = digits.length % group !== 0 || !padding.includes(pad) || !padded
  return wrong
    ? `illegal ${name} data at input byte ${halfPadded ? bytes.length : wrongPlace(digits, end, group)}`
    : textOf(Uint8Array.from(result))
}

/** Without padding the group that is not whole, else its first padding. */
function wrongPlace(digits: readonly { at: number }[], end: number, group: number): number {
  return (digits[end] ?? digits[digits.length - (digits.length % group)])?.at ?? 0
}

function base32Text(value: string): string {
  let result = ''
  let buffer = 0
  let held = 0
  for (const byte of bytesOf(value)) {
    buffer = ((buffer << 8) | byte) & 0xffff
    held += 8
    while (held >= 5) {
      held -= 5
      result += base32.alphabet[(buffer >> held) & 31]
    }
  }
  if (held > 0) result += base32.alphabet[(buffer << (5 - held)) & 31]
  return result.padEnd(Math.ceil(result.length / 8) * 8, '=')
}

function checksum(algorithm: string, value: string): string {
  return createHash(algorithm).update(bytesOf(value)).digest('hex')
}

function adler32(bytes: Uint8Array): number {
  let low = 1
  let high = 0
  for (const byte of bytes) {
    low = (low + byte) % 65521
    high = (high + low) % 65521
  }
  return high * 65536 + low
}

const base64: Encoding = {
  alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  bits: 6,
  group: 4,
  name: 'base64',
  padding: [0, 1, 2],
  countsLineEnds: true,
}
const base32: Encoding = {
  alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  bits: 5,
  group: 8,
  name: 'base32',
  padding: [0, 1, 3, 4, 6],
  countsLineEnds: false,
}
