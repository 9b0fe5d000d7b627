/**
 * A number as Go's strconv.FormatFloat writes it with the verbs e, E, f, F, g and G. Without precision it takes the
 * fewest digits that tell the number apart; with one it rounds its exact value, a half to the even digit.
 */
export function floatText(value: number, verb: string, precision?: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf'
  const sign = value < 0 || Object.is(value, -0) ? '-' : ''
  const magnitude = Math.abs(value)
  const text = magnitudeText(
    magnitude,
    verb.toLowerCase(),
    precision === undefined ? undefined : Math.min(precision, 1000),
  )
  return sign + (verb === verb.toUpperCase() ? text.toUpperCase() : text)
}

/** The value is 0.digits × 10^point; no digits for zero. */
interface Decimal {
  readonly digits: string
  readonly point: number
}

function magnitudeText(magnitude: number, verb: string, precision: number | undefined): string {
  const exact = precision === undefined ? shortest(magnitude) : exactDecimal(magnitude)
  switch (verb) {
    case 'e': {
      const decimal = precision === undefined ? exact : rounded(exact, precision + 1)
      return scientific(decimal, precision ?? Math.max(0, decimal.digits.length - 1))
    }
    case 'f': {
      const decimal = precision === undefined ? exact : rounded(exact, exact.point + precision)
      return fixed(decimal, precision ?? Math.max(0, decimal.digits.length - decimal.point))
    }
    default:
      return general(exact, precision)
  }
}

/** Scientific only where the number is very small or has more digits before the point than it may show. */
function general(exact: Decimal, precision: number | undefined): string {
  const allowed = precision === undefined ? undefined : Math.max(1, precision)
  const decimal = allowed === undefined ? exact : rounded(exact, allowed)
  const count = decimal.digits.length
  const exponent = count === 0 ? 0 : decimal.point - 1
  const limit = allowed === undefined ? 6 : allowed > count && count >= decimal.point ? count : allowed
  if (exponent < -4 || exponent >= Math.max(limit, allowed === undefined ? 6 : 0))
    return scientific(decimal, Math.max(0, count - 1))
  return fixed(decimal, Math.max(0, count - decimal.point))
}

function scientific({ digits, point }: Decimal, places: number): string {
  const exponent = digits === '' ? 0 : point - 1
  const shown = digits.padEnd(places + 1, '0')
  const mantissa = places === 0 ? shown.slice(0, 1) : `${shown.slice(0, 1)}.${shown.slice(1, places + 1)}`
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
}

function fixed({ digits, point }: Decimal, places: number): string {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0'
  const fraction = point >= 0 ? digits.slice(point) : '0'.repeat(-point) + digits
  return places === 0 ? whole : `${whole}.${fraction.slice(0, places).padEnd(places, '0')}`
}

function shortest(magnitude: number): Decimal {
  const [mantissa = '', exponent = '0'] = magnitude.toExponential().split('e')
  return trimmed(mantissa.replace('.', ''), Number(exponent) + 1)
}

function exactDecimal(magnitude: number): Decimal {
  const { mantissa, exponent } = binary(magnitude)
  if (exponent >= 0) return trimmed(String(mantissa << BigInt(exponent)), undefined)
  const digits = String(mantissa * 5n ** BigInt(-exponent))
  return trimmed(digits, digits.length + exponent)
}

/** The number is mantissa × 2^exponent. */
function binary(magnitude: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, magnitude)
  const bits = view.getBigUint64(0)
  const biased = Number(bits >> 52n)
  const fraction = bits & ((1n << 52n) - 1n)
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: biased - 1075 }
}

function trimmed(digits: string, point: number | undefined): Decimal {
  const significant = digits.replace(/^0+/, '')
  const shift = digits.length - significant.length
  const kept = significant.replace(/0+$/, '')
  return { digits: kept, point: kept === '' ? 0 : (point ?? digits.length) - shift }
}

/** The first so many digits; below zero of them there is nothing left. */
function rounded(decimal: Decimal, count: number): Decimal {
  const { digits, point } = decimal
  if (count >= digits.length) return decimal
  if (count < 0) return { digits: '', point: 0 }
  const kept = digits.slice(0, count)
  const rest = digits.slice(count)
  const isOdd = Number(kept.at(-1) ?? '0') % 2 === 1
  const up = rest[0] === '5' && rest.length === 1 ? isOdd : (rest[0] ?? '0') >= '5'
  if (!up) return trimmed(kept, point)
  const next = String(BigInt(kept === '' ? '0' : kept) + 1n)
  return trimmed(next, point + next.length - count)
}
