/**
 * V8's own engine for the patterns where it gives what RE2 gives, in linear time. Only a plain sequence qualifies:
 * single characters and ASCII classes with a quantifier each, capture groups without one, words to choose from that differ
 * in their first character, `^` first, `$` last. All but one of the repeated parts must be told apart from what follows by their next character, so a tag costs at most its
 * length squared; and the tag must be short ASCII. Everything else is for re2js.
 */

/** Runs the pattern on a text: the whole match and its groups, null where it does not match. */
export type NativeMatch = (text: string) => RegExpExecArray | null

/** The pattern as a native expression, or undefined when it is not provably the same. */
export function nativeRegexp(pattern: string): NativeMatch | undefined {
  const items = itemsOf(pattern)
  if (items === undefined || ambiguities(items) > 1 || width(items) > longestPattern) return undefined
  const native = new RegExp(items.map(sourceOf).join(''))
  return text => native.exec(text)
}

/** Whether a text may be given to a native expression. */
export function suitsNative(text: string): boolean {
  return text.length <= longestText && asciiOnly.test(text)
}

type Item =
  | { readonly kind: 'start' | 'end' | 'open' | 'close' }
  | { readonly kind: 'atom'; readonly set: AsciiSet; readonly min: number; readonly max: number }
  /** Words, one of which stands here; the set is that of their first characters. */
  | { readonly kind: 'choice'; readonly set: AsciiSet; readonly words: readonly string[]; readonly captures: boolean }

/** Bit n says whether character n is in the set. */
type AsciiSet = bigint

function itemsOf(pattern: string): readonly Item[] | undefined {
  const items: Item[] = []
  let depth = 0
  for (let at = 0; at < pattern.length; ) {
    const token = tokenAt(pattern, at)
    if (token === undefined) return undefined
    const { item, length } = token
    const misplaced = (item.kind === 'start' && items.length > 0) || items.at(-1)?.kind === 'end'
    depth += item.kind === 'open' ? 1 : item.kind === 'close' ? -1 : 0
    if (misplaced || depth < 0) return undefined
    items.push(item)
    at += length
  }
  return depth === 0 ? items : undefined
}

function tokenAt(pattern: string, at: number): { item: Item; length: number } | undefined {
  const rest = pattern.slice(at, at + 300)
  if (rest.startsWith('^')) return { item: { kind: 'start' }, length: 1 }
  if (rest.startsWith('$')) return { item: { kind: 'end' }, length: 1 }
  const choice = choiceAt(rest)
  if (choice !== undefined) return choice
  const group = groupStart.exec(rest)
  if (group !== null) return { item: { kind: 'open' }, length: group[0].length }
  if (rest.startsWith(')')) return quantifier.test(rest.slice(1)) ? undefined : { item: { kind: 'close' }, length: 1 }
  const atom = atomAt(rest)
  if (atom === undefined) return undefined
  const repeat = repeatAt(rest.slice(atom.length))
  if (repeat === undefined) return undefined
  return { item: { kind: 'atom', set: atom.set, ...repeat.bounds }, length: atom.length + repeat.length }
}

/** A group of plain words of which at most one can match: with the first character the choice is made. */
function choiceAt(rest: string): { item: Item; length: number } | undefined {
  const [whole, sign, list] = choice.exec(rest) ?? []
  if (whole === undefined || list === undefined || /^[*+?{]/.test(rest.slice(whole.length))) return undefined
  const words = list.split('|')
  const firsts = new Set(words.map(word => word[0] ?? ''))
  if (firsts.size < words.length) return undefined
  const set = [...firsts].reduce((all, first) => all | bit(first), 0n)
  return { item: { kind: 'choice', set, words, captures: sign !== '?:' }, length: whole.length }
}

function atomAt(rest: string): { set: AsciiSet; length: number } | undefined {
  if (rest.startsWith('.')) return { set: everything & ~bit('\n'), length: 1 }
  if (rest.startsWith('[')) return classAt(rest)
  const escaped = rest.startsWith('\\') ? escapeSet(rest[1] ?? '') : undefined
  if (escaped !== undefined) return { set: escaped, length: 2 }
  const literal = /^[A-Za-z0-9_ !"#%&',\-/:;<=>@~]/.exec(rest)
  return literal === null ? undefined : { set: bit(literal[0]), length: 1 }
}

function classAt(rest: string): { set: AsciiSet; length: number } | undefined {
  const found = simpleClass.exec(rest)
  if (found === null) return undefined
  const [whole, negated, body = ''] = found
  let set = 0n
  for (const [part, escaped, from = '', to] of body.matchAll(classPart)) {
    const added = escaped === undefined ? rangeSet(from, to ?? from) : escapeSet(escaped)
    if (added === undefined || part === '') return undefined
    set |= added
  }
  return { set: negated === '^' ? everything & ~set : set, length: whole.length }
}

function escapeSet(letter: string): AsciiSet | undefined {
  if (letter === 'd') return digits
  if (letter === 'w') return wordCharacters
  if (letter === 'D') return everything & ~digits
  if (letter === 'W') return everything & ~wordCharacters
  return /^[.\-+*?()|[\]{}^$\\/]$/.test(letter) ? bit(letter) : undefined
}

function repeatAt(rest: string): { bounds: { min: number; max: number }; length: number } | undefined {
  const found = quantifier.exec(rest)
  if (found === null) return /^[*+?{]/.test(rest) ? undefined : { bounds: { min: 1, max: 1 }, length: 0 }
  const [text, sign, low = '', comma, high = ''] = found
  // A second quantifier, a lazy mark or a possessive one.
  if (/^[*+?{]/.test(rest.slice(text.length))) return undefined
  if (sign !== undefined) {
    return {
      bounds: { min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Number.POSITIVE_INFINITY },
      length: text.length,
    }
  }
  const min = Number(low)
  const max = comma === undefined ? min : high === '' ? Number.POSITIVE_INFINITY : Number(high)
  const small = min <= largestRepeat && max >= min && (max <= largestRepeat || max === Number.POSITIVE_INFINITY)
  return small ? { bounds: { min, max }, length: text.length } : undefined
}

/** How many places the engine may have to try again: an unanchored start, and repeats that overlap what follows. */
function ambiguities(items: readonly Item[]): number {
  let count = items[0]?.kind === 'start' ? 0 : 1
  for (const [index, item] of items.entries()) {
    if (item.kind === 'atom' && item.min !== item.max && (item.set & followers(items, index + 1)) !== 0n) count += 1
  }
  return count
}

function followers(items: readonly Item[], from: number): AsciiSet {
  let set = 0n
  for (const item of items.slice(from)) {
    if (item.kind !== 'atom' && item.kind !== 'choice') continue
    set |= item.set
    if (item.kind === 'choice' || item.min > 0) return set
  }
  return set
}

function width(items: readonly Item[]): number {
  return items.reduce((sum, item) => sum + widthOf(item), 0)
}

function widthOf(item: Item): number {
  if (item.kind === 'choice') return item.words.join('|').length
  return item.kind === 'atom' ? Math.max(1, item.min) : 1
}

function sourceOf(item: Item): string {
  // Letters, digits, underscores and hyphens stand for themselves.
  if (item.kind === 'choice') return `(${item.captures ? '' : '?:'}${item.words.join('|')})`
  if (item.kind !== 'atom') return markSources[item.kind]
  const characters = Array.from({ length: 128 }, (_, code) => code).filter(
    code => ((item.set >> BigInt(code)) & 1n) === 1n,
  )
  const body = characters.map(code => `\\x${code.toString(16).padStart(2, '0')}`).join('')
  const repeat = item.max === Number.POSITIVE_INFINITY ? `{${item.min},}` : `{${item.min},${item.max}}`
  return `[${body}]${item.min === 1 && item.max === 1 ? '' : repeat}`
}

function rangeSet(from: string, to: string): AsciiSet | undefined {
  const low = from.charCodeAt(0)
  const high = to.charCodeAt(0)
  return low > high ? undefined : ((1n << BigInt(high - low + 1)) - 1n) << BigInt(low)
}

function bit(character: string): AsciiSet {
  return 1n << BigInt(character.charCodeAt(0))
}

const markSources = { start: '^', end: '$', open: '(', close: ')' } as const
const longestText = 256
const longestPattern = 500
const largestRepeat = 100
const everything: AsciiSet = (1n << 128n) - 1n
const digits = rangeSet('0', '9') ?? 0n
const wordCharacters = digits | (rangeSet('a', 'z') ?? 0n) | (rangeSet('A', 'Z') ?? 0n) | bit('_')
const asciiOnly = /^[\0-\x7f]*$/
const groupStart = /^\((?:\?P?<[A-Za-z_][A-Za-z0-9_]*>)?(?!\?)/
const choice = /^\((\?:|\?P?<[A-Za-z_][A-Za-z0-9_]*>)?((?:[A-Za-z0-9_-]+\|)+[A-Za-z0-9_-]+)\)/
const quantifier = /^(?:([*+?])|\{([0-9]{1,3})(?:(,)([0-9]{0,3}))?\})/
const simpleClass = /^\[(\^?)((?:\\[dwDW.\-+/]|[A-Za-z0-9_. /+=:~@!%&*-])+)\]/
const classPart = /\\(.)|([A-Za-z0-9_. /+=:~@!%&*-])(?:-([A-Za-z0-9_. /+=:~@!%&*]))?/g
