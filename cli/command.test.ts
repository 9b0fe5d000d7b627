import { describe, expect, it } from '@jest/globals'
import { userErrorsOf } from '../src/errors.js'
import { helpText, type Option, parseArguments } from './command.js'

const OPTIONS: readonly Option[] = [
  { name: 'registry', value: 'HOST', description: 'Where to' },
  { name: 'tag-prefix', value: 'P', description: 'The prefix', default: 'main' },
  { name: 'insecure', description: 'Plain HTTP' },
]

const RULES: readonly Option[] = [
  ...OPTIONS,
  { name: 'skip', value: 'RULE', description: 'Leave out', repeatable: true },
]

function problemOf(...args: readonly string[]): string {
  try {
    parseArguments(args, OPTIONS)
  } catch (error) {
    const [problem] = userErrorsOf(error)
    if (problem?.usage) return `${problem.message} | ${problem.next}`
    throw error
  }
  return ''
}

describe('options', () => {
  it.each([
    [['--registry', 'ghcr.io', '--insecure'], { registry: 'ghcr.io', insecure: 'true' }],
    [['--registry=ghcr.io', '--insecure=false'], { registry: 'ghcr.io', insecure: 'false' }],
    [['--insecure', '--registry', 'a=b'], { insecure: 'true', registry: 'a=b' }],
    [['--registry=a=b='], { registry: 'a=b=' }],
    [['--registry', ''], { registry: '' }],
    [['--registry='], { registry: '' }],
    [['--tag-prefix', '-x'], { 'tag-prefix': '-x' }],
    [[], {}],
  ])('%j are read', (args, expected) => {
    const read = parseArguments(args, OPTIONS)
    expect(read.positionals).toEqual([])
    const given = OPTIONS.flatMap(({ name }) => (read.get(name) === undefined ? [] : [[name, read.get(name)]]))
    expect(Object.fromEntries(given)).toEqual(expected)
  })

  it.each([
    [['--regsitry', 'x'], 'unknown option --regsitry | Did you mean --registry?'],
    [['--tagprefix=x'], 'unknown option --tagprefix | Did you mean --tag-prefix?'],
    [['--xyz'], 'unknown option --xyz | See --help'],
    [['--'], 'unknown option -- | See --help'],
    [['ghcr.io'], 'unexpected argument "ghcr.io" | See --help'],
    [['-r', 'x'], 'unexpected argument "-r" | See --help'],
    [['--insecure=yes'], 'option --insecure: "yes" is no truth value: expected "true" or "false" | See --help'],
    [['--insecure='], 'option --insecure: "" is no truth value: expected "true" or "false" | See --help'],
    [['--insecure', 'true'], 'unexpected argument "true" | See --help'],
    [['--registry'], 'option --registry wants a value: --registry HOST | See --help'],
    [['--registry', 'a', '--registry=b'], 'option --registry is given twice | See --help'],
    [
      ['--registry', '--insecure'],
      'option --registry wants a value: --registry HOST | To give it "--insecure", write --registry=--insecure',
    ],
  ])('%j are refused', (args, problem) => {
    expect(problemOf(...args)).toBe(problem)
  })
})

describe('arguments', () => {
  it('may be given several times where that means something', () => {
    const read = parseArguments(['--skip', 'a', '--skip=b'], RULES)
    expect(read.all('skip')).toEqual(['a', 'b'])
    expect(read.get('skip')).toBe('a')
    expect(read.all('registry')).toEqual([])
  })

  it('may stand by themselves, as many as are wanted', () => {
    expect(parseArguments(['flux', '--insecure', '-'], RULES, 2).positionals).toEqual(['flux', '-'])
    expect(() => parseArguments(['flux', 'more'], RULES, 1)).toThrow('unexpected argument "more"')
  })
})

describe('the help of a command', () => {
  const help = helpText('x [OPTIONS]', 'Does x.', OPTIONS, ['x --insecure'])

  it('has everything that one needs to begin', () => {
    expect(help).toBe(`Does x.

Usage: x [OPTIONS]

Options:
  --registry HOST
        Where to
  --tag-prefix P
        The prefix (default: main)
  --insecure
        Plain HTTP

Examples:
  x --insecure
`)
  })

  it('fits into a terminal, however long a description is', () => {
    const long = helpText('x', 'word '.repeat(100), [{ name: 'a', description: 'word '.repeat(100) }], [])
    expect(Math.max(...long.split('\n').map(line => line.length))).toBeLessThanOrEqual(100)
    expect(long.match(/word/g)).toHaveLength(200)
  })
})
