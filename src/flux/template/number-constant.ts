import { parseFloat64 } from '../go/float.js'
import { quoted } from '../go/quote.js'
import { literalUnit } from '../go/unquote.js'

export interface NumberConstant {
  readonly int: bigint | undefined
  readonly uint: bigint | undefined
  readonly float: number | undefined
}

/** Reads a number as text/template does: as everything that it can be. The error is Go's text. */
export function numberConstant(source: string): NumberConstant | { readonly error: string } {
  if (source.endsWith('i')) return { error: `complex constants are not supported: ${source}` }
  const value = integerLiteral(source)
  const int = value !== undefined && BigInt.asIntN(64, value) === value ? value : undefined
  const uint = value !== undefined && unsigned(source, value) ? value : undefined
  if (int !== undefined || uint !== undefined) return { int, uint, float: Number(int ?? uint) }
  const float = parseFloat64(source)
  if (float === undefined) return { error: `illegal number syntax: ${quoted(source)}` }
  if (!/[.eEpP]/.test(source)) return { error: `integer overflow: ${quoted(source)}` }
  const whole = Number.isInteger(float) ? BigInt(float) : undefined
  return {
    int: whole !== undefined && BigInt.asIntN(64, whole) === whole ? whole : undefined,
    uint: whole !== undefined && BigInt.asUintN(64, whole) === whole ? whole : undefined,
    float,
  }
}

/** Reads a character constant such as 'a'. The error is Go's text. */
export function runeConstant(source: string): NumberConstant | { readonly error: string } {
  const unit = literalUnit(source, 1, "'")
  if (unit === undefined) return { error: 'invalid syntax' }
  if (source.slice(1 + unit.length) !== "'") return { error: `malformed character constant: ${source}` }
  return { int: BigInt(unit.code), uint: BigInt(unit.code), float: unit.code }
}

/** A Go integer literal with its sign: decimal, 0x, 0o, 0b or a leading 0 for octal; underscores between digits. */
export function integerLiteral(source: string): bigint | undefined {
  const [, sign = '', prefix = '', digits = ''] =
    /^([+-]?)(0[xX]|0[oO]|0[bB]|0(?=[0-9_]))?([0-9a-fA-F_]+)$/.exec(source) ?? []
  const base = { '': '', '0': '0o', '0b': '0b', '0o': '0o', '0x': '0x' }[prefix.toLowerCase()]
  const allowed = { '': /^[0-9_]+$/, '0': /^[0-7_]+$/, '0b': /^[01_]+$/, '0o': /^[0-7_]+$/, '0x': /^[0-9a-fA-F_]+$/ }[
    prefix.toLowerCase()
  ]
  const separated = !/__|_$/.test(digits) && (prefix !== '' || !digits.startsWith('_'))
  if (base === undefined || allowed === undefined || !allowed.test(digits) || !separated) return undefined
  const value = BigInt(base + digits.replaceAll('_', ''))
  return sign === '-' ? -value : value
}

/** Zero may carry a sign, no other unsigned number may. */
function unsigned(source: string, value: bigint): boolean {
  return value === 0n || (!/^[+-]/.test(source) && BigInt.asUintN(64, value) === value)
}
