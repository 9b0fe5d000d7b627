import { CallFault } from './function.js'

/**
 * Arithmetic on numbers as they are written, as sprig does it with shopspring/decimal: 0.1 + 0.2 is 0.3. A quotient
 * has sixteen places behind the point, rounded away from zero at the half.
 */
export function decimalOperation(operator: '+' | '-' | '*' | '/', numbers: readonly number[]): number {
  const [first = zero, ...others] = numbers.map(decimalOf)
  return numberOf(others.reduce((result, next) => operate(operator, result, next), first))
}

interface Decimal {
  /** The value is coefficient / 10^places; places are never negative. */
  readonly coefficient: bigint
  readonly places: number
}

function decimalOf(number: number): Decimal {
  if (!Number.isFinite(number)) throw new CallFault(`Cannot create a Decimal from ${infinityName(number)}`)
  const [, mantissa = '0', exponent = '0'] = /^(.*?)(?:e(.*))?$/.exec(String(number)) ?? []
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const places = fraction.length - Number(exponent)
  const coefficient = BigInt(whole + fraction)
  return places < 0 ? { coefficient: coefficient * 10n ** BigInt(-places), places: 0 } : { coefficient, places }
}

function infinityName(number: number): string {
  return Number.isNaN(number) ? 'NaN' : number > 0 ? '+Inf' : '-Inf'
}

function operate(operator: '+' | '-' | '*' | '/', left: Decimal, right: Decimal): Decimal {
  const places = Math.max(left.places, right.places)
  const [a, b] = [scaled(left, places), scaled(right, places)]
  switch (operator) {
    case '+':
      return { coefficient: a + b, places }
    case '-':
      return { coefficient: a - b, places }
    case '*':
      return { coefficient: left.coefficient * right.coefficient, places: left.places + right.places }
    case '/':
      if (b === 0n) throw new CallFault('decimal division by 0')
      return { coefficient: roundedQuotient(a * 10n ** quotientPlaces, b), places: Number(quotientPlaces) }
  }
}

function scaled({ coefficient, places }: Decimal, to: number): bigint {
  return coefficient * 10n ** BigInt(to - places)
}

function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  const rest = dividend % divisor
  const twice = 2n * (rest < 0n ? -rest : rest)
  const away = rest < 0n !== divisor < 0n ? -1n : 1n
  return twice >= (divisor < 0n ? -divisor : divisor) ? quotient + away : quotient
}

function numberOf({ coefficient, places }: Decimal): number {
  return Number(`${coefficient}e-${places}`)
}

const zero: Decimal = { coefficient: 0n, places: 0 }
const quotientPlaces = 16n
