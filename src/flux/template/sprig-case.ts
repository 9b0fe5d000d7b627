import { lowerRune, upperRune } from '../go/case.js'
import type { Functions } from './function.js'
import { textToText } from './signatures.js'

/** Sprig's snakecase, kebabcase and camelcase, which are those of huandu/xstrings. */
export const caseFunctions: Functions = new Map([
  ['snakecase', textToText(value => divided(value, '_'))],
  ['kebabcase', textToText(value => divided(value, '-'))],
  ['camelcase', textToText(pascalCase)],
])

type WordKind = 'connector' | 'punctuation' | 'upper' | 'alphabet' | 'number' | 'other'

interface Word {
  readonly kind: WordKind
  readonly text: string
}

/**
 * Words in lower case with a connector between them; a connector that is there becomes that one. A number belongs to
 * the word before it, or to the lower case letters behind it.
 */
function divided(value: string, connector: string): string {
  const words = wordsOf(value)
  let result = ''
  for (let at = 0; at < words.length; ) {
    const end = groupEnd(words, at)
    const group = words.slice(at, end)
    for (const [index, word] of group.entries()) {
      if (index === 1 && word.kind === 'number' && group.length > 2) result += connector
      result += written(word, connector)
    }
    const [last, next] = [group.at(-1), words[end]]
    if (last !== undefined && next !== undefined && isWord(last) && isWord(next)) result += connector
    at = end
  }
  return result
}

/** How far the words go that stand together: letters and a number, or a number and what hangs on it. */
function groupEnd(words: readonly Word[], at: number): number {
  const [first, second, third] = words.slice(at, at + 3)
  if (first === undefined || !isWord(first)) return at + 1
  const numberAt = first.kind === 'number' ? at : second?.kind === 'number' ? at + 1 : undefined
  if (numberAt === undefined) return at + 1
  if (numberAt > at && third?.kind !== 'alphabet') return at + 2
  const rest = words.slice(numberAt + 1).findIndex(({ kind }) => kind !== 'alphabet' && kind !== 'number')
  return rest < 0 ? words.length : numberAt + 1 + rest
}

function written({ kind, text }: Word, connector: string): string {
  return kind === 'connector'
    ? connector.repeat([...text].length)
    : kind === 'upper'
      ? text.replace(/\p{Lu}/gu, lowerRune)
      : text
}

function isWord({ kind }: Word): boolean {
  return kind !== 'connector' && kind !== 'punctuation'
}

function wordsOf(value: string): readonly Word[] {
  return Array.from(value.matchAll(word), ({ 0: text, groups = {} }) => ({
    kind: kinds.find(kind => groups[kind] !== undefined) ?? 'other',
    text,
  }))
}

/**
 * The first letter and the one behind each connector in upper case. Runs of connectors lose one, except that where
 * nothing else stands the library writes the last one twice.
 */
function pascalCase(value: string): string {
  const [, lead = '', first = '', rest = ''] = /^([-_\s]*)([^-_\s]?)(.*)$/su.exec(value) ?? []
  if (first === '') return lead + ([...lead].at(-1) ?? '')
  let result = lead
  let previous = upperRune(first)
  let lowers = isUpper(first)
  for (const character of rest) {
    let current = character
    if (isConnector(character) && isConnector(previous)) {
      result += previous
      previous = character
      continue
    }
    if (isConnector(previous)) {
      lowers = isUpper(character)
      current = upperRune(character)
    } else {
      lowers = lowers && isUpper(character)
      current = lowers ? lowerRune(character) : character
      result += previous
    }
    previous = current
  }
  return result + previous
}

function isConnector(character: string): boolean {
  return /^[-_\s]$/u.test(character)
}

function isUpper(character: string): boolean {
  return /^\p{Lu}$/u.test(character)
}

const kinds: readonly WordKind[] = ['connector', 'punctuation', 'upper', 'alphabet', 'number']
// Chinese characters are no alphabet here. Of several capitals before lower case letters the last goes with those.
const alphabet = '(?![\\u3400-\\u4d85\\u4e00-\\u9fcc\\u{20000}-\\u{2b81d}])\\p{L}'
const lower = `(?!\\p{Lu})${alphabet}`
const word = new RegExp(
  [
    '(?<connector>[-_\\s]+)',
    '(?<punctuation>\\p{P}+)',
    `(?<upper>\\p{Lu}+(?=\\p{Lu}${lower})|\\p{Lu}(?:${lower})+|\\p{Lu}+)`,
    `(?<alphabet>(?:${lower})+)`,
    '(?<number>\\p{N}+)',
    `(?:(?![-_\\s\\p{P}\\p{N}]|${alphabet}).)+`,
  ].join('|'),
  'gsu',
)
