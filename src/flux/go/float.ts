/**
 * A number as Go's strconv.ParseFloat(text, 64) reads it; undefined where Go reports an error (syntax or range).
 * Accepts decimal and hexadecimal floating-point literals, single underscores between digits, and `inf`, `infinity`
 * and `nan` in any case. NaN is a value, not an error.
 */
export function parseFloat64(text: string): number | undefined {
  if (shortInteger.test(text)) return Number(text)
  if (special.test(text)) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  if (notANumber.test(text)) return Number.NaN
  const hexadecimal = hexFloat.exec(text)
  const value = hexadecimal === null ? decimalValue(text) : hexValue(hexadecimal)
  return value === undefined || Number.isFinite(value) ? value : undefined
}

function decimalValue(text: string): number | undefined {
  return decimal.test(text) && !misplacedUnderscore.test(text) ? Number(text.replaceAll('_', '')) : undefined
}

function hexValue([text, sign = '', whole = '', fraction = '', exponent = '']: RegExpExecArray): number | undefined {
  if (misplacedHexUnderscore.test(text)) return undefined
  const digits = (whole + fraction).replaceAll('_', '')
  if (digits === '') return undefined
  const scale = clampedExponent(exponent.replaceAll('_', '')) - 4 * fraction.replaceAll('_', '').length
  const value = scaled(digits, scale)
  return sign === '-' ? -value : value
}

/** Exponents this far out are zero or infinite whatever the digits are. */
function clampedExponent(text: string): number {
  return Math.max(-100_000, Math.min(100_000, Number(text)))
}

/** digits (hex) × 2^scale, rounded to nearest, ties to even. */
function scaled(digits: string, scale: number): number {
  const significant = digits.replace(/^0+/, '')
  if (significant === '') return 0
  const kept = significant.slice(0, 32)
  const sticky = /[^0]/.test(significant.slice(32)) ? 1n : 0n
  const mantissa = (BigInt(`0x${kept}`) << 1n) | sticky
  const power = scale + 4 * (significant.length - kept.length) - 1
  const top = mantissa.toString(2).length + power
  if (top > 1024) return Number.POSITIVE_INFINITY
  const drop = BigInt(Math.max(-1074, top - 53) - power)
  if (drop <= 0n) return Number(mantissa) * 2 ** power
  const rounded = roundedShift(mantissa, drop)
  return Number(rounded) * 2 ** Math.max(-1074, top - 53)
}

function roundedShift(value: bigint, bits: bigint): bigint {
  const shifted = value >> bits
  const rest = value - (shifted << bits)
  const half = 1n << (bits - 1n)
  return rest > half || (rest === half && (shifted & 1n) === 1n) ? shifted + 1n : shifted
}

const shortInteger = /^[0-9]{1,15}$/
const special = /^[+-]?inf(?:inity)?$/i
const notANumber = /^nan$/i
const decimal = /^[+-]?(?:_*[0-9][0-9_]*(?:\.[0-9_]*)?|_*\._*[0-9][0-9_]*)(?:[eE][+-]?[0-9][0-9_]*)?$/
const hexFloat = /^([+-]?)0[xX]([0-9a-fA-F_]*)(?:\.([0-9a-fA-F_]*))?[pP]([+-]?[0-9][0-9_]*)$/
// An underscore needs a digit on both sides; the prefix 0x counts as one.
const misplacedUnderscore = /(?:^|[^0-9])_|_(?:$|[^0-9])/
const misplacedHexUnderscore = /(?:^|[^0-9a-fA-FxX])_|_(?:$|[^0-9a-fA-F])/
