import { bytesOf, sliceBytes } from '../go/bytes.js'
import { allowsBackquotes, quoted, quotedAscii, quotedRune } from '../go/quote.js'
import { floatText } from './float-text.js'
import { sortedEntries, unwrapped, type Value } from './values.js'

/** What stands between `%` and the verb. */
export interface Flags {
  readonly plus: boolean
  readonly minus: boolean
  readonly sharp: boolean
  readonly space: boolean
  readonly zero: boolean
  readonly width: number | undefined
  readonly precision: number | undefined
}

export const noFlags: Flags = {
  plus: false,
  minus: false,
  sharp: false,
  space: false,
  zero: false,
  width: undefined,
  precision: undefined,
}

/** A value as Go's fmt prints it with a verb. What Go cannot print so, it prints as `%!d(string=hi)`. */
export function formatValue(given: Value | undefined, verb: string, flags: Flags): string {
  const value = unwrapped(given)
  if (value === undefined) return verb === 'v' || verb === 'T' ? padded('<nil>', flags) : `%!${verb}(<nil>)`
  if (verb === 'T') return formatText(value.type.name, 's', flags)
  return formatted(value, verb, flags, 0)
}

function formatted(value: Value, verb: string, flags: Flags, depth: number): string {
  const goSyntax = verb === 'v' && flags.sharp
  const own = ownText(value)
  if (own !== undefined && !goSyntax && /^[vsxXq]$/.test(verb))
    return formatText(own, verb, { ...flags, plus: flags.plus && verb !== 'v' })
  const plain = verb === 'v' ? { ...flags, plus: false, sharp: false } : flags
  switch (value.kind) {
    case 'bool':
      return verb === 't' || verb === 'v' ? padded(String(value.bool), flags) : badVerb(value, verb, flags)
    case 'int':
    case 'uint':
      return goSyntax && value.kind === 'uint'
        ? formatInteger(value.int, 'x', { ...plain, sharp: true })
        : /^[vdboOxXcqU]$/.test(verb)
          ? formatInteger(value.int, verb, plain)
          : badVerb(value, verb, flags)
    case 'float':
      return /^[vgGfFeE]$/.test(verb) ? formatFloat(value.float, verb, plain) : badVerb(value, verb, flags)
    case 'string':
      if (goSyntax) return padded(quoted(value.text), flags)
      return /^[vsxXq]$/.test(verb) ? formatText(value.text, verb, plain) : badVerb(value, verb, flags)
    case 'interface':
      if (value.inner !== undefined) return formatted(value.inner, verb, flags, depth + 1)
      return goSyntax ? `${value.type.name}(nil)` : '<nil>'
    case 'pointer':
      return value.target === undefined
        ? goSyntax
          ? `(${value.type.name})(nil)`
          : verb === 'v'
            ? padded('<nil>', flags)
            : badVerb(value, verb, flags)
        : `&${formatted(value.target, verb, flags, depth + 1)}`
    case 'slice':
    case 'map':
    case 'struct':
      return composite(value, verb, flags, depth)
  }
}

/** What the value's own String method gives. */
function ownText(value: Value): string | undefined {
  if (value.kind === 'struct') return value.text
  return value.kind === 'pointer' ? value.target?.text : undefined
}

function composite(
  value: Value & { kind: 'slice' | 'map' | 'struct' },
  verb: string,
  flags: Flags,
  depth: number,
): string {
  const goSyntax = verb === 'v' && flags.sharp
  const named = verb === 'v' && (flags.plus || flags.sharp)
  const inner = (part: Value) => formatted(part, verb, flags, depth + 1)
  const join = (parts: readonly string[]) => parts.join(goSyntax ? ', ' : ' ')
  if (value.kind === 'struct') {
    const fields = [...value.fields].map(([name, field]) => (named ? `${name}:` : '') + inner(field))
    return `${goSyntax ? value.type.name : ''}{${join(fields)}}`
  }
  const isNil = value.kind === 'map' ? value.entries === null : value.items === null
  if (goSyntax && isNil) return `${value.type.name}(nil)`
  if (value.kind === 'map') {
    const entries = join(sortedEntries(value).map(entry => `${inner(entry.key)}:${inner(entry.value)}`))
    return goSyntax ? `${value.type.name}{${entries}}` : `map[${entries}]`
  }
  const items = join((value.items ?? []).map(inner))
  return goSyntax ? `${value.type.name}{${items}}` : `[${items}]`
}

function badVerb(value: Value, verb: string, flags: Flags): string {
  return `%!${verb}(${value.type.name}=${formatted(value, 'v', flags, 0)})`
}

function formatText(text: string, verb: string, flags: Flags): string {
  if (verb === 'x' || verb === 'X') return hexBytes(text, verb, flags)
  const cut = flags.precision === undefined ? text : [...text].slice(0, flags.precision).join('')
  if (verb !== 'q') return padded(cut, flags)
  if (flags.sharp && allowsBackquotes(cut)) return padded(`\`${cut}\``, flags)
  return padded(flags.plus ? quotedAscii(cut) : quoted(cut), flags)
}

function hexBytes(text: string, verb: string, flags: Flags): string {
  const bytes = [...bytesOf(flags.precision === undefined ? text : sliceBytes(text, 0, flags.precision))]
  const digits = bytes.map(byte => byte.toString(16).padStart(2, '0'))
  const prefix = flags.sharp ? '0x' : ''
  const joined = digits.length === 0 ? '' : prefix + digits.join(flags.space ? ` ${prefix}` : '')
  return padded(verb === 'X' ? joined.toUpperCase() : joined, flags)
}

function formatInteger(value: bigint, verb: string, flags: Flags): string {
  const code = value >= 0n && value <= 0x10ffffn ? Number(value) : 0xfffd
  if (verb === 'c') return padded(String.fromCodePoint(isSurrogate(code) ? 0xfffd : code), flags)
  if (verb === 'q') return padded(quotedRune(code, flags.plus), flags)
  if (verb === 'U') return formatUnicode(value, flags)
  const base = verb === 'b' ? 2 : verb === 'o' || verb === 'O' ? 8 : verb === 'x' || verb === 'X' ? 16 : 10
  const negative = value < 0n
  const magnitude = negative ? -value : value
  if (flags.precision === 0 && value === 0n) return ' '.repeat(flags.width ?? 0)
  const hasSign = negative || flags.plus || flags.space
  const zeroed = flags.zero && !flags.minus ? (flags.width ?? 0) - (hasSign ? 1 : 0) : 0
  const digits = magnitude.toString(base).padStart(flags.precision ?? zeroed, '0')
  const sharpPrefix = base === 16 ? '0x' : base === 2 ? '0b' : base === 8 && !digits.startsWith('0') ? '0' : ''
  const prefix = (verb === 'O' ? '0o' : '') + (flags.sharp ? sharpPrefix : '')
  const sign = negative ? '-' : flags.plus ? '+' : flags.space ? ' ' : ''
  const text = verb === 'X' ? (prefix + digits).toUpperCase() : prefix + digits
  return padded(sign + text, { ...flags, zero: false })
}

function formatUnicode(value: bigint, flags: Flags): string {
  const digits = BigInt.asUintN(64, value)
    .toString(16)
    .toUpperCase()
    .padStart(Math.max(4, flags.precision ?? 0), '0')
  return padded(`U+${digits}`, { ...flags, zero: false })
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff
}

function formatFloat(value: number, verb: string, flags: Flags): string {
  const precision = flags.precision ?? (/^[fFeE]$/.test(verb) ? 6 : undefined)
  const text = floatText(value, verb === 'v' ? 'g' : verb, precision)
  const unsigned = text.replace(/^[+-]/, '')
  const sign = text.startsWith('-') ? '-' : flags.plus ? '+' : flags.space ? ' ' : text.startsWith('+Inf') ? '+' : ''
  if (!Number.isFinite(value)) return padded(sign + unsigned, { ...flags, zero: false })
  const zeros = flags.zero && !flags.minus ? (flags.width ?? 0) - sign.length : 0
  return padded(sign + unsigned.padStart(zeros, '0'), flags)
}

function padded(text: string, { width, minus, zero }: Flags): string {
  const missing = (width ?? 0) - [...text].length
  if (missing <= 0) return text
  return minus ? text + ' '.repeat(missing) : (zero ? '0' : ' ').repeat(missing) + text
}
