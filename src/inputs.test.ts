import { describe, expect, it } from '@jest/globals'
import { UserError, UserErrors, userErrorsOf } from './errors.js'
import {
  lines,
  names,
  oneOf,
  optional,
  type Parser,
  parseInputs,
  requiredText,
  text,
  truth,
  wholeNumber,
} from './inputs.js'

function problemOf(parse: Parser<unknown>, raw: string): string {
  try {
    parse(raw, 'level')
  } catch (error) {
    const [problem] = userErrorsOf(error)
    if (problem !== undefined) return problem.message
    throw error
  }
  return ''
}

describe('an input that is a truth', () => {
  it('is true or false as written', () => {
    expect(truth('true', 'push')).toBe(true)
    expect(truth('false', 'push')).toBe(false)
  })

  it.each(['True', 'yes', '1', '', 'TRUE', 'falsch'])('is refused as %j, never guessed', raw => {
    expect(problemOf(truth, raw)).toBe(`input "level" is ${JSON.stringify(raw)}: expected one of "true", "false"`)
  })
})

describe('an input that is one of some words', () => {
  it('is that word', () => {
    expect(oneOf('fail', 'warn')('warn', 'level')).toBe('warn')
  })

  it('names all that are accepted when it is none of them', () => {
    expect(problemOf(oneOf('fail', 'warn'), 'Fail')).toBe('input "level" is "Fail": expected one of "fail", "warn"')
  })
})

describe('an input that is a whole number', () => {
  it.each([
    ['1', 1],
    ['100', 100],
    ['007', 7],
  ])('is %j read as %d', (raw, value) => {
    expect(wholeNumber(1, 100)(raw, 'level')).toBe(value)
  })

  it.each(['0', '101', '-1', '+1', '1.0', '1e1', '0x10', 'abc', '', ' 1', '9'.repeat(400)])('is refused as %j', raw => {
    expect(problemOf(wholeNumber(1, 100), raw)).toMatch(
      /^input "level" is ".*": expected a whole number from 1 to 100$/,
    )
  })
})

describe('other inputs', () => {
  it('may have to be there', () => {
    expect(requiredText('x', 'level')).toBe('x')
    expect(problemOf(requiredText, '')).toBe('input "level" is required and not set')
  })

  it('may be absent', () => {
    expect(optional(truth)('', 'level')).toBeUndefined()
    expect(optional(truth)('true', 'level')).toBe(true)
    expect(problemOf(optional(truth), 'x')).toMatch(/expected one of/)
  })

  it('may be names with commas, blanks or line ends between them', () => {
    expect(names('frontend, backend\n  worker\tcron,,', 'targets')).toEqual(['frontend', 'backend', 'worker', 'cron'])
    expect(names('', 'targets')).toEqual([])
  })

  it('may be lines, of which empty ones fall away', () => {
    expect(lines(' a b \r\n\n c \n', 'files')).toEqual(['a b', 'c'])
  })
})

describe('the inputs of an action', () => {
  const spec = { registry: requiredText, push: truth, keep: optional(wholeNumber(1, 9)), list: text }

  it('are read by name, without the blanks around them', () => {
    const given: Record<string, string> = { registry: ' ghcr.io\n', push: 'true ' }
    expect(parseInputs(spec, name => given[name] ?? '')).toEqual({
      registry: 'ghcr.io',
      push: true,
      keep: undefined,
      list: '',
    })
  })

  it('are all named together when several are wrong', () => {
    const given: Record<string, string> = { push: 'yes', keep: 'many' }
    expect(() => parseInputs(spec, name => given[name] ?? '')).toThrow(
      new UserErrors([
        new UserError('input "registry" is required and not set'),
        new UserError('input "push" is "yes": expected one of "true", "false"'),
        new UserError('input "keep" is "many": expected a whole number from 1 to 9'),
      ]),
    )
  })

  it('are named together although a parser finds several mistakes in one of them', () => {
    const many: Parser<string> = () => {
      throw new UserErrors([new UserError('first'), new UserError('second')])
    }
    expect(() => parseInputs({ images: many, push: truth }, () => 'x')).toThrow(/first\nsecond\ninput "push" is "x"/)
  })

  it('keep the indentation of their first line and its number when they have several', () => {
    expect(parseInputs({ list: text }, () => '\n  - a\n  - b\n\n')).toEqual({ list: '\n  - a\n  - b' })
  })

  it('do not hide a bug in a parser', () => {
    const broken: Parser<string> = () => {
      throw new TypeError('bug')
    }
    expect(() => parseInputs({ broken }, () => '')).toThrow(TypeError)
  })
})
