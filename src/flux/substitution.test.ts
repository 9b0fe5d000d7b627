import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isVariableName, substitute } from './substitution.js'
import { parseSubstitutions } from './substitution-parse.js'

interface Vectors {
  readonly variables: Readonly<Record<string, string>>
  readonly cases: readonly {
    readonly strict: boolean
    readonly input: string
    readonly output: string
    readonly error: string | null
  }[]
}

const file = new URL('../../tests/conformance/vectors/substitution.json', import.meta.url)
const vectors: Vectors = JSON.parse(readFileSync(file, 'utf8'))

describe('postBuild substitution gives what the kustomize-controller gave', () => {
  test.each(vectors.cases)('strict $strict: $input', ({ strict, input, output, error }) => {
    expect(substitute(input, vectors.variables, { strict })).toEqual({ output, error })
  })
})

describe('the bash subset', () => {
  const variables = { NAME: 'façade', PATH: 'usr/local/bin.tar.gz', N: '2', EMPTY: '' }
  test.each([
    ['${#NAME}', '7', 'a length counts bytes'],
    ['${NAME^}', 'Façade', 'one caret raises the first letter'],
    ['${PATH##*/}', 'bin.tar.gz', 'two signs cut as much as matches'],
    ['${PATH#*/}', 'local/bin.tar.gz', 'one sign cuts as little as matches'],
    ['${PATH%.*}', 'usr/local/bin.tar', 'a percent sign cuts at the end'],
    ['${PATH%%.*}', 'usr/local/bin', 'two cut as much as matches there'],
    ['${PATH//\\//-}', 'usr-local-bin.tar.gz', 'a slash in a pattern is escaped'],
    ['${PATH/#usr/opt}', 'opt/local/bin.tar.gz', 'a hash binds the pattern to the start'],
    ['${PATH/%gz/xz}', 'usr/local/bin.tar.xz', 'a percent sign binds it to the end'],
    ['${UNSET:-${N}${N}}', '22', 'a default may hold references'],
    ['${EMPTY:-a}', 'a', 'an empty value takes the default'],
    ['${PATH:4:${N}}', 'lo', 'a position may be a reference'],
    ['${PATH:-2}', 'usr/local/bin.tar.gz', 'a colon and a minus make a default, never a position'],
    ['${PATH: -2}', 'usr/local/bin.tar.gz', 'a position with a blank is no number and changes nothing'],
    ['$$$${N}', '$${N}', 'every pair of dollars is one'],
  ])('%s gives %s: %s', (input, output) => {
    expect(substitute(input, variables, { strict: true })).toEqual({ output, error: null })
  })

  test('a negative length makes Flux 2.9.4 panic, and the panic is named', () => {
    expect(substitute('${PATH:1:-2}', variables, { strict: true }).error).toContain('slice bounds out of range [:-1]')
  })

  test('line ends are taken out of values', () => {
    expect(substitute('a: ${KEY}', { KEY: 'x\ny\n' }, { strict: true }).output).toBe('a: xy')
  })

  test('a default does not excuse an unset variable inside of it', () => {
    const { error } = substitute('${A:-${B}}', {}, { strict: true })
    expect(error).toBe('variable not set (strict mode): "B"')
  })

  test('a reference tells its name, its operator and where it stands', () => {
    const parsed = parseSubstitutions('a: $${x} ${ts:-0}')
    expect(parsed).toEqual({
      parts: ['a: ${x} ', { variable: 'ts', operator: ':-', args: ['0'], start: 9, end: 17 }],
    })
  })

  test('a fault tells where the wrong reference starts', () => {
    expect(parseSubstitutions('a: ${{ github.sha }}')).toEqual({ error: 'unable to parse variable name', start: 3 })
  })

  test('a variable name is made of ASCII letters, digits and underscores and starts with no digit', () => {
    expect(['_a1', 'A', '1a', 'a-b', 'é', ''].map(isVariableName)).toEqual([true, true, false, false, false, false])
  })
})

describe('hostile input', () => {
  const fragments = fc.constantFrom(
    '$',
    '{',
    '}',
    '${',
    '#',
    '%',
    '/',
    ':',
    '-',
    '\\',
    'a',
    'X',
    '[',
    '*',
    '\0',
    'é',
    '😀',
  )
  const hostile = fc.array(fc.oneof(fragments, fc.string()), { maxLength: 40 }).map(parts => parts.join(''))

  test('no text and no values make it throw', () => {
    fc.assert(
      fc.property(hostile, hostile, fc.boolean(), (text, value, strict) => {
        const { output, error } = substitute(text, { X: value, a: value }, { strict })
        expect([typeof output, error === null || error.length > 0]).toEqual(['string', true])
      }),
      { numRuns: 2000 },
    )
  })

  test('deep nesting and long lines end within a second', () => {
    const started = performance.now()
    expect(substitute('${a:-'.repeat(200_000), {}, { strict: false }).error).toContain('nest more than 500 levels')
    expect(substitute('$'.repeat(2_000_000), {}, { strict: false }).output).toHaveLength(1_000_000)
    expect(substitute('${X##*a*b*c}', { X: 'a'.repeat(1_000_000) }, { strict: false }).error).toContain(
      'too long to trim',
    )
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
