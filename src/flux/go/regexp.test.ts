import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { RE2JS } from 're2js'
import { captureAutomaton } from './capture-automaton.js'
import { expand } from './expand.js'
import { nativeRegexp, suitsNative } from './native-regexp.js'
import { compileRegexp, type GoRegexp } from './regexp.js'
import { programOf } from './regexp-program.js'

function compiled(pattern: string): GoRegexp {
  const result = compileRegexp(pattern)
  if ('error' in result) throw new Error(result.error)
  return result.regexp
}

describe('compileRegexp', () => {
  test.each([
    ['(a', 'error parsing regexp: missing closing ): `(a`'],
    ['a)', 'error parsing regexp: unexpected ): `a)`'],
    ['(?!a)', 'error parsing regexp: invalid or unsupported Perl syntax: `(?!`'],
    ['(?<=a)', 'error parsing regexp: invalid named capture: `(?<=a)`'],
    ['a\\', 'error parsing regexp: trailing backslash at end of expression: ``'],
    ['[z-a]', 'error parsing regexp: invalid character class range: `z-a`'],
    ['(?P<n>a)(?P<n>(', 'error parsing regexp: missing closing ): `(?P<n>a)(?P<n>(`'],
    ['\\p{Old_Italic}', 'error parsing regexp: invalid character class range: `\\p{Old_Italic}`'],
  ])('refuses %s in the words of Go', (pattern, error) => {
    expect(compileRegexp(pattern)).toEqual({ error })
  })

  test('a group name may stand twice, and the first group that took part counts', () => {
    const regexp = compiled('(?P<n>a)|(?P<n>b)')
    expect(regexp.groupNames).toEqual(['', 'n', 'n'])
    expect(expand('$n', regexp.groupNames, regexp.find('b') ?? [])).toBe('b')
  })

  test('class names are read generously', () => {
    expect(compiled('^\\p{lowercase letter}\\p{GREEK}$').matches('aΔ')).toBe(true)
  })

  test('names in brackets, quotes and escapes are no groups', () => {
    expect(compiled('[(?P<a>]\\Q(?P<b>\\E\\((?P<c>x)').groupNames).toEqual(['', 'c'])
  })

  test('all matches are found as Go finds them: no empty one right behind another', () => {
    expect(
      compiled('a*')
        .findAll('baac')
        .map(({ start, end }) => [start, end]),
    ).toEqual([
      [0, 0],
      [1, 3],
      [4, 4],
    ])
  })
})

describe('expand', () => {
  const { groupNames, find } = compiled('(?P<ts>[0-9]+)-(?P<x>y)?')
  test.each([
    ['$ts', '12'],
    ['${ts}x', '12x'],
    ['$tsx', ''],
    ['$1$2', '12'],
    ['$0', '12-'],
    ['$01', ''],
    ['$$ts', '$ts'],
    ['${ts', '${ts'],
    ['$-$', '$-$'],
    ['$x', ''],
    ['$é', ''],
  ])('%s gives %p', (template, expected) => {
    expect(expand(template, groupNames, find('12-') ?? [])).toBe(expected)
  })
})

describe('the automaton', () => {
  const word = fc.constantFrom(
    'a',
    'b',
    '.',
    '^',
    '$',
    '\\b',
    '\\B',
    '(?m)^',
    '(?m)$',
    '\\z',
    '(',
    ')',
    '(?:',
    '|',
    '*',
    '+',
    '?',
    '*?',
    '+?',
    '??',
    '{2}',
    '{0,3}',
    '[ab]',
    '[^a]',
    '\\w',
    '\\pL',
    '(?i)',
    '(?s)',
    'é',
    '\\n',
  )
  const pattern = fc.array(word, { maxLength: 9 }).map(words => words.join(''))
  const text = fc
    .array(fc.constantFrom('a', 'b', 'A', '\n', 'é', '😀', '-'), { maxLength: 10 })
    .map(parts => parts.join(''))

  test('finds the groups that re2js finds', () => {
    let used = 0
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 4, maxLength: 4 }), (source, texts) => {
        if ('error' in compileRegexp(source)) return
        const reference = RE2JS.compile(source)
        const program = programOf(reference)
        const count = reference.groupCount() + 1
        const find = program === undefined ? undefined : captureAutomaton(program, count)
        used += 1
        for (const each of texts) {
          const matcher = reference.matcher(each)
          const expected = matcher.find()
            ? Array.from({ length: count }, (_, at) => [matcher.start(at), matcher.end(at)]).flat()
            : 'no match'
          expect({ source, each, groups: find?.(each, 0) }).toEqual({ source, each, groups: expected })
        }
      }),
      { numRuns: 3000 },
    )
    expect(used).toBeGreaterThan(500)
  })

  test('gives up where every text leads to new threads, and the pattern is matched all the same', () => {
    const reference = RE2JS.compile('(a|b)*a(a|b){20}')
    const program = programOf(reference)
    const find = program === undefined ? undefined : captureAutomaton(program, reference.groupCount() + 1)
    const texts = Array.from({ length: 3000 }, (_, index) =>
      ((index * 2654435761) >>> 0).toString(2).padStart(32, '0').repeat(3),
    )
    const words = texts.map(digits => digits.replaceAll('0', 'a').replaceAll('1', 'b'))
    expect(words.map(each => find?.(each, 0)).at(-1)).toBe('gave up')
    const { find: findAnyway } = compiled('(a|b)*a(a|b){20}')
    expect(words.filter(each => findAnyway(each) === undefined)).toEqual([])
  })
})

describe('the native engine', () => {
  const set = fc.constantFrom('a', '-', '.', '\\.', '[a-f0-9]', '[^a]', '\\d', '\\w', '[0-9]', '[a-z-]', '\\W')
  const quantifier = fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}', '{0,}')
  const part = fc.tuple(set, quantifier).map(([atom, repeat]) => atom + repeat)
  const group = fc.array(part, { maxLength: 2 }).map(parts => `(?P<g>${parts.join('')})`)
  const choice = fc.constantFrom('(?:a|b)', '(?:ab|b-|0)', '(?P<g>af|f_)', '(a|ab)', '(?:a|b)?', '(?:a||b)')
  const pattern = fc
    .tuple(
      fc.constantFrom('^', ''),
      fc.array(fc.oneof(part, group, choice), { maxLength: 5 }),
      fc.constantFrom('$', ''),
    )
    .map(([start, parts, end]) => start + parts.join('') + end)
  const text = fc.array(fc.constantFrom('a', 'b', 'f', 'g', '0', '9', '-', '.', '_', '\n'), { maxLength: 12 })

  test('finds what re2js finds wherever it is used', () => {
    let used = 0
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 5, maxLength: 5 }), (source, texts) => {
        const native = nativeRegexp(source.replace(/\?P<g>/g, ''))
        if (native === undefined) return
        used += 1
        for (const characters of texts) {
          const matcher = RE2JS.compile(source.replace(/\?P<g>/g, '')).matcher(characters.join(''))
          const expected = matcher.find()
            ? Array.from({ length: matcher.groupCount() + 1 }, (_, at) => matcher.group(at))
            : null
          expect(native(characters.join(''))?.slice() ?? null).toEqual(expected)
        }
      }),
      { numRuns: 3000 },
    )
    expect(used).toBeGreaterThan(300)
  })

  test.each([
    '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$',
    'main-[a-f0-9]{7}-(?P<ts>[0-9]+)',
    '^.*-(?P<ts>[0-9]+)$',
    '^v?(\\d+)\\.(\\d+)\\.(\\d+)$',
    '^(?:main|release)-[a-f0-9]{7}-(?P<ts>[0-9]{10})$',
    '^(?P<env>dev|prod)-(?P<n>[0-9]+)$',
  ])('runs the usual pattern %s', usual => {
    expect(nativeRegexp(usual)).toBeDefined()
  })

  test.each([
    '(a+)+$',
    'a*a*a*b',
    '.*.*x',
    '(a|ab)',
    '(?:a|b)+',
    '(?:a|)',
    '(?:a.|b)',
    'a+?',
    '(?i)a',
    '\\ba',
    '\\pL',
    '[[:alpha:]]',
    'é',
    '(a)*',
    'a{101}',
    'a++',
    '^^a',
    'a$b',
    '(?:a)',
    '[',
  ])('leaves %s to re2js', other => {
    expect(nativeRegexp(other)).toBeUndefined()
  })

  test('takes no long text and nothing beyond ASCII', () => {
    expect([suitsNative('a'.repeat(256)), suitsNative('a'.repeat(257)), suitsNative('é')]).toEqual([true, false, false])
  })
})
