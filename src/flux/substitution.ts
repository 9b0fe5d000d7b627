import { bytesOf, sliceBytes, textOf, wellFormed } from './go/bytes.js'
import { lowerCase, lowerRune, upperCase, upperRune } from './go/case.js'
import { type GlobMatch, globMatches } from './go/glob.js'
import { quoted } from './go/quote.js'
import { type Part, parseSubstitutions, type Reference } from './substitution-parse.js'

export interface SubstitutionResult {
  /** The text with its variables replaced. After an error what Flux holds then, which it never applies. */
  readonly output: string
  /** The text of Flux's error. */
  readonly error: string | null
}

export interface SubstitutionOptions {
  /** Whether a variable that is not set is an error where the text gives no default: so since Flux 2.9. */
  readonly strict: boolean
}

/** The names that postBuild accepts; any other fails the whole Kustomization. */
export function isVariableName(name: string): boolean {
  return /^[_a-zA-Z][_a-zA-Z0-9]*$/.test(name)
}

/**
 * Replaces `${…}` as the kustomize-controller's postBuild does with one manifest: `$name` stays, `$$` is `$`. Line ends
 * are taken out of the values. Flux runs it only for a Kustomization that sets at least one variable.
 */
export function substitute(
  text: string,
  variables: Readonly<Record<string, string>>,
  { strict }: SubstitutionOptions,
): SubstitutionResult {
  const parsed = parseSubstitutions(text)
  if ('error' in parsed) return { output: text, error: parsed.error }
  const lookUp: Lookup = name => (Object.hasOwn(variables, name) ? variables[name]?.replaceAll('\n', '') : undefined)
  let output = ''
  for (const part of parsed.parts) {
    const value = evaluate(part, lookUp, strict)
    if (typeof value !== 'string') return { output: '', error: value.error }
    output += value
  }
  return { output: wellFormed(output), error: null }
}

/** Undefined for a variable that is not set. */
type Lookup = (name: string) => string | undefined

type Evaluated = string | { readonly error: string }

function evaluate(part: Part, lookUp: Lookup, strict: boolean): Evaluated {
  if (typeof part === 'string') return part
  const args: string[] = []
  for (const argument of part.args) {
    const value = evaluate(argument, lookUp, strict)
    if (typeof value !== 'string') return value
    args.push(value)
  }
  const value = lookUp(part.variable)
  if (value === undefined && strict && !hasDefault(part)) {
    return { error: `variable not set (strict mode): ${quoted(part.variable)}` }
  }
  return apply(part, value ?? '', args)
}

/** Whether a reference says what stands there when its variable is not set. */
export function hasDefault({ operator }: Reference): boolean {
  return [':-', ':+', ':=', ':?', '='].includes(operator)
}

function apply({ operator, variable }: Reference, value: string, args: readonly string[]): Evaluated {
  const [first = '', second = ''] = args
  switch (operator) {
    case ',':
      return withFirst(value, lowerRune)
    case ',,':
      return lowerCase(value)
    case '^':
      return withFirst(value, upperRune)
    case '^^':
      return upperCase(value)
    case ':':
      return substring(value, args)
    case '/':
      return replaceFirst(value, first, second)
    case '//':
      return replaceAll(value, first, second)
    case '/#':
      return args.length === 2 && value.startsWith(first) ? replaceFirst(value, first, second) : value
    case '/%':
      return args.length === 2 && value.endsWith(first) ? value.slice(0, value.length - first.length) + second : value
    case '#':
      return args.length === 0 ? String(bytesOf(value).length) : withoutPrefix(value, first, 'shortest', variable)
    case '##':
      return withoutPrefix(value, first, 'longest', variable)
    case '%':
      return withoutSuffix(value, first, 'shortest', variable)
    case '%%':
      return withoutSuffix(value, first, 'longest', variable)
    default:
      // Also `:?`, which in bash would fail, and `:+`, which in bash would give nothing when the variable is not set.
      return value === '' ? args.join('') : value
  }
}

function withFirst(value: string, map: (character: string) => string): string {
  const [first = ''] = value
  return map(first) + value.slice(first.length)
}

function replaceFirst(value: string, pattern: string, replacement: string): string {
  return value.replace(pattern, () => replacement)
}

/** An empty pattern is found before every character and at the end. */
function replaceAll(value: string, pattern: string, replacement: string): string {
  if (pattern !== '') return value.replaceAll(pattern, () => replacement)
  return replacement + [...value].map(character => character + replacement).join('')
}

/** Positions count bytes. What is no number leaves the value whole; a negative length makes the library panic. */
function substring(value: string, [positionText = '', lengthText]: readonly string[]): Evaluated {
  const size = bytesOf(value).length
  const position = integer(positionText)
  const length = lengthText === undefined ? size : integer(lengthText)
  if (position === undefined) return value
  const start = position < 0 ? Math.max(0, size + position) : position
  if (lengthText === undefined || (length !== undefined && start + length >= size)) return sliceBytes(value, start)
  if (length === undefined) return value
  if (length < 0) {
    const bounds = start + length < 0 ? `:${start + length}` : `${start}:${start + length}`
    return { error: `panic: runtime error: slice bounds out of range [${bounds}]` }
  }
  return sliceBytes(value, start, start + length)
}

/** What Go's strconv.Atoi accepts. */
function integer(text: string): number | undefined {
  if (!/^[+-]?[0-9]+$/.test(text)) return undefined
  const value = BigInt(text.replace('+', ''))
  return BigInt.asIntN(64, value) === value ? Number(value) : undefined
}

type Extent = 'shortest' | 'longest'

function withoutPrefix(value: string, pattern: string, extent: Extent, variable: string): Evaluated {
  const rest = trimmed(bytesOf(value), bytesOf(pattern), extent)
  return rest === undefined ? { error: `the value of ${quoted(variable)} is too long to trim` } : textOf(rest)
}

/** The library turns value and pattern around, brackets and escapes included, trims the front and turns back. */
function withoutSuffix(value: string, pattern: string, extent: Extent, variable: string): Evaluated {
  const rest = withoutPrefix(reversed(value), reversed(pattern), extent, variable)
  return typeof rest === 'string' ? reversed(rest) : rest
}

/** The bytes without the prefix that matches; the empty prefix is never tried. Undefined when that would take too long. */
function trimmed(value: Uint8Array, pattern: Uint8Array, extent: Extent): Uint8Array | undefined {
  if (value.length * value.length * (pattern.length + 1) > mostSteps) return undefined
  let cut = 0
  for (let length = value.length; length > 0; length -= 1) {
    const matches: GlobMatch = globMatches(pattern, value.subarray(0, length))
    if (matches === 'bad pattern') return value
    if (matches) cut = length
    if (matches && extent === 'longest') break
  }
  return value.subarray(cut)
}

function reversed(text: string): string {
  return [...text].reverse().join('')
}

const mostSteps = 1_000_000_000
