import { describe, expect, it } from '@jest/globals'
import { userErrorsOf } from '../src/errors.js'
import { helpText, type Option, parseOptions } from './command.js'

const OPTIONS: readonly Option[] = [
  { name: 'registry', value: 'HOST', description: 'Where to' },
  { name: 'tag-prefix', value: 'P', description: 'The prefix', default: 'main' },
  { name: 'insecure', description: 'Plain HTTP' },
]

function problemOf(...args: readonly string[]): string {
  try {
    parseOptions(args, OPTIONS)
  } catch (error) {
    const [problem] = userErrorsOf(error)
    if (problem !== undefined) return `${problem.message} | ${problem.next}`
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
    expect(Object.fromEntries(parseOptions(args, OPTIONS))).toEqual(expected)
  })

  it.each([
    [['--regsitry', 'x'], 'unknown option --regsitry | Did you mean --registry?'],
    [['--tagprefix=x'], 'unknown option --tagprefix | Did you mean --tag-prefix?'],
    [['--xyz'], 'unknown option --xyz | See --help'],
    [['--'], 'unknown option -- | See --help'],
    [['ghcr.io'], 'unexpected argument "ghcr.io" | undefined'],
    [['-r', 'x'], 'unexpected argument "-r" | undefined'],
    [['--insecure', 'true'], 'unexpected argument "true" | undefined'],
    [['--registry'], 'option --registry wants a value: --registry HOST | undefined'],
    [['--registry', 'a', '--registry=b'], 'option --registry is given twice | undefined'],
    [
      ['--registry', '--insecure'],
      'option --registry wants a value: --registry HOST | To give it "--insecure", write --registry=--insecure',
    ],
  ])('%j are refused', (args, problem) => {
    expect(problemOf(...args)).toBe(problem)
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
    const long = helpText('x', 'x', [{ name: 'a', description: 'word '.repeat(100) }], [])
    expect(Math.max(...long.split('\n').map(line => line.length))).toBeLessThanOrEqual(100)
    expect(long.match(/word/g)).toHaveLength(100)
  })
})
