/** Which characters are taken where a pattern leaves a choice. */
export type Taste =
  /** Digits wherever they may stand: the kindest reading. */
  | 'digits'
  /** The same, with another last digit in each run of digits of a fixed length. */
  | 'next-digits'
  /** Letters where a class names a range of them and cannot be meant for digits alone. */
  | 'letters'

/**
 * A text that a pattern surely takes, made from its literals and classes; what is repeated without an end, `.`, `\w` and
 * negated classes give the benefit of the doubt. Undefined for what is not read here, such as Unicode classes.
 *
 * @param branch which of the alternatives `a|b` is taken everywhere, from 0; the last one where there are fewer
 */
export function sampleTag(pattern: string, taste: Taste, branch = 0): string | undefined {
  const reader: Reader = { pattern, at: 0, taste, branch }
  const text = alternatives(reader)
  return text === undefined || reader.at < pattern.length ? undefined : text
}

interface Reader {
  readonly pattern: string
  at: number
  readonly taste: Taste
  readonly branch: number
}

/** Gives a text for one occurrence, or for so many. */
type Atom = (count: number, isFixed: boolean) => string

function alternatives(reader: Reader): string | undefined {
  const found: string[] = []
  for (;;) {
    const text = sequence(reader)
    if (text === undefined) return undefined
    found.push(text)
    if (reader.pattern[reader.at] !== '|') return found[Math.min(reader.branch, found.length - 1)]
    reader.at += 1
  }
}

function sequence(reader: Reader): string | undefined {
  let text = ''
  for (;;) {
    const next = reader.pattern[reader.at]
    if (next === undefined || next === '|' || next === ')') return text
    const atom = atomAt(reader)
    if (atom === undefined) return undefined
    const [count, isFixed] = repetition(reader)
    text += atom(count, isFixed)
  }
}

function atomAt(reader: Reader): Atom | undefined {
  const { pattern, at } = reader
  const next = pattern[at] ?? ''
  if (next === '(') return groupAt(reader)
  if (next === '[') return classAt(reader)
  reader.at += 1
  if (next === '^' || next === '$') return () => ''
  if (next === '.') return repeated('1')
  if (next !== '\\') return /[*+?{]/.test(next) ? undefined : repeated(next)
  const escaped = pattern[at + 1] ?? ''
  reader.at += 1
  if (escaped === 'd') return digits(reader.taste)
  if (escaped === 'w') return repeated('1')
  if (/[AzbB]/.test(escaped)) return () => ''
  return escaped === '' || /\w/.test(escaped) ? undefined : repeated(escaped)
}

function groupAt(reader: Reader): Atom | undefined {
  const head = /^\((?:\?P?<\w+>|\?:|\?[ims]+(?::|(?=\))))?/.exec(reader.pattern.slice(reader.at))?.[0] ?? '('
  reader.at += head.length
  const text = alternatives(reader)
  if (text === undefined || reader.pattern[reader.at] !== ')') return undefined
  reader.at += 1
  return repeated(text)
}

function classAt(reader: Reader): Atom | undefined {
  const found = /^\[(\^?)((?:[^\]\\[]|\\.)+)\]/.exec(reader.pattern.slice(reader.at))
  if (found === null) return undefined
  reader.at += found[0].length
  const [, negation, members = ''] = found
  if (negation !== '') return repeated('1')
  const letter = /([a-zA-Z])-[a-zA-Z]/.exec(members)?.[1]
  const hasDigits = /0-9|\\d/.test(members)
  const isHex = !/[g-zG-Z]/.test(members.replaceAll('\\d', ''))
  if (letter !== undefined && (!hasDigits || reader.taste === 'letters')) {
    // Letters and digits of any length may be meant for digits all the same; a commit never is.
    return (count, isFixed) => (hasDigits && !isHex && !isFixed ? '1' : letter).repeat(count)
  }
  if (hasDigits) return digits(reader.taste)
  const single = /^(?:\\([^\w])|([^\\]))/.exec(members)
  const character = single?.[1] ?? single?.[2]
  return character === undefined ? undefined : repeated(character)
}

function repeated(text: string): Atom {
  return count => text.repeat(count)
}

/** A run of digits such as a date's: it starts with a 2. */
function digits(taste: Taste): Atom {
  return (count, isFixed) => {
    const last = taste === 'next-digits' && isFixed ? '1' : '0'
    return count === 1 ? '1' : `2${'0'.repeat(Math.max(0, count - 2))}${last}`
  }
}

/** How often the atom before is taken, and whether the pattern says so exactly. */
function repetition(reader: Reader): readonly [count: number, isFixed: boolean] {
  const [whole = '', sign, least, most] =
    /^(?:([*+?])|\{(\d{1,3})(,\d{0,3})?\})\??/.exec(reader.pattern.slice(reader.at)) ?? []
  reader.at += whole.length
  if (whole === '') return [1, true]
  if (sign !== undefined) return [sign === '?' ? 1 : 3, false]
  const count = Number(least)
  return most === undefined ? [count, true] : [Math.max(1, count), false]
}
