import { type Flags, formatValue, noFlags } from './format-verb.js'
import { unwrapped, type Value } from './values.js'

/** Go's fmt.Sprint: operands with a blank between two that are both no strings. */
export function sprint(values: readonly (Value | undefined)[]): string {
  let result = ''
  for (const [index, value] of values.entries()) {
    const isText = unwrapped(value)?.kind === 'string'
    if (index > 0 && !isText && unwrapped(values[index - 1])?.kind !== 'string') result += ' '
    result += formatValue(value, 'v', noFlags)
  }
  return result
}

/** Go's fmt.Sprintln: operands with a blank between any two, and a line end. */
export function sprintln(values: readonly (Value | undefined)[]): string {
  return `${values.map(value => formatValue(value, 'v', noFlags)).join(' ')}\n`
}

/** Go's fmt.Sprintf, its reports of mistakes (`%!d(MISSING)`, `%!(EXTRA int=1)`) included. */
export function sprintf(format: string, values: readonly (Value | undefined)[]): string {
  const state: State = { format, values, at: 0, argument: 0, reordered: false, output: '' }
  while (state.at < format.length) {
    const percent = format.indexOf('%', state.at)
    const end = percent < 0 ? format.length : percent
    state.output += format.slice(state.at, end)
    state.at = end + 1
    if (percent >= 0) state.output += directive(state)
  }
  return state.output + (state.reordered ? '' : extra(values.slice(state.argument)))
}

interface State {
  readonly format: string
  readonly values: readonly (Value | undefined)[]
  at: number
  argument: number
  reordered: boolean
  output: string
}

function directive(state: State): string {
  const signs = take(state, /[#0+\- ]*/y)
  const report: string[] = []
  const first = takeIndex(state)
  const width = takeSize(state, report, '%!(BADWIDTH)', first === 'found')
  const second =
    state.format[state.at] === '.' && state.at + 1 < state.format.length
      ? takePrecision(state, report, width.afterIndex)
      : undefined
  const afterIndex = second?.afterIndex ?? width.afterIndex
  const third = afterIndex ? 'none' : takeIndex(state)
  const verb = takeVerb(state)
  if (verb === '') return `${report.join('')}%!(NOVERB)`
  if (verb === '%') return `${report.join('')}%`
  const bad = [first, second?.index, third].includes('bad') || width.bad || second?.bad === true
  if (bad) return `${report.join('')}%!${verb}(BADINDEX)`
  if (state.argument >= state.values.length) return `${report.join('')}%!${verb}(MISSING)`
  const value = state.values[state.argument]
  state.argument += 1
  const negative = (width.size ?? 0) < 0
  const flags: Flags = {
    plus: signs.includes('+'),
    minus: signs.includes('-') || negative,
    sharp: signs.includes('#'),
    space: signs.includes(' '),
    zero: signs.includes('0') && !negative,
    width: width.size === undefined ? undefined : Math.abs(width.size),
    precision: second?.size,
  }
  return report.join('') + (verb === 'w' ? `%!w(${described(value)})` : formatValue(value, verb, flags))
}

interface Size {
  readonly size: number | undefined
  readonly bad: boolean
  readonly afterIndex: boolean
  readonly index?: Index
}

type Index = 'none' | 'found' | 'bad'

/** Digits, or `*` for the value of an operand. */
function takeSize(state: State, report: string[], complaint: string, afterIndex: boolean): Size {
  if (state.format[state.at] !== '*') {
    const digits = take(state, /[0-9]*/y)
    const size = digits === '' || Number(digits) > largestSize ? undefined : Number(digits)
    return { size, bad: afterIndex && size !== undefined, afterIndex }
  }
  state.at += 1
  const operand = unwrapped(state.values[state.argument])
  state.argument += state.argument < state.values.length ? 1 : 0
  const size = operand !== undefined && 'int' in operand ? Number(operand.int) : Number.NaN
  const usable = Math.abs(size) <= largestSize
  if (!usable) report.push(complaint)
  return { size: usable ? size : undefined, bad: false, afterIndex: false }
}

function takePrecision(state: State, report: string[], afterIndex: boolean): Size {
  state.at += 1
  const index = takeIndex(state)
  const star = state.format[state.at] === '*'
  const precision = takeSize(state, report, '%!(BADPREC)', index === 'found')
  const size = star ? ((precision.size ?? -1) < 0 ? undefined : precision.size) : (precision.size ?? 0)
  if (star && precision.size !== undefined && precision.size < 0) report.push('%!(BADPREC)')
  return { size, bad: afterIndex, afterIndex: precision.afterIndex, index }
}

/** `[2]`: the number of the operand that comes next. */
function takeIndex(state: State): Index {
  if (state.format[state.at] !== '[') return 'none'
  state.reordered = true
  const bracket = take(state, /\[[^\]]*\]/y)
  if (bracket === '') state.at += 1
  const index = /^\[[0-9]+\]$/.test(bracket) ? Number(bracket.slice(1, -1)) - 1 : -1
  if (index < 0 || index >= state.values.length) return 'bad'
  state.argument = index
  return 'found'
}

function takeVerb(state: State): string {
  const verb = String.fromCodePoint(state.format.codePointAt(state.at) ?? 0)
  if (state.at >= state.format.length) return ''
  state.at += verb.length
  return verb
}

function take(state: State, pattern: RegExp): string {
  pattern.lastIndex = state.at
  const text = pattern.exec(state.format)?.[0] ?? ''
  state.at += text.length
  return text
}

function extra(values: readonly (Value | undefined)[]): string {
  return values.length === 0 ? '' : `%!(EXTRA ${values.map(described).join(', ')})`
}

function described(value: Value | undefined): string {
  const inner = unwrapped(value)
  return inner === undefined ? '<nil>' : `${inner.type.name}=${formatValue(inner, 'v', noFlags)}`
}

const largestSize = 1_000_000
