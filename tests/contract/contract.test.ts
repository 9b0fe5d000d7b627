import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { ACTION_INPUTS } from '../../src/action-inputs.js'
import { type InputSpec, parseInputs } from '../../src/inputs.js'
import { member, textMember } from '../../src/json.js'

const ROOT = join(import.meta.dirname, '../..')

const ACTIONS = readdirSync(join(ROOT, 'actions')).filter(name => existsSync(join(ROOT, 'actions', name, 'action.yml')))

const read = (...path: readonly string[]) => readFileSync(join(ROOT, ...path), 'utf8')

/** The members of an object, none when it is none. */
function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

/** The rows of a generated table in a README, cells without their formatting. */
function tableOf(readme: string, part: string): readonly (readonly string[])[] {
  const [, body = ''] = new RegExp(`<!-- ${part}: generated -->\n([\\s\\S]*?)<!-- /${part} -->`).exec(readme) ?? []
  const rows = body.split('\n').filter(line => line.startsWith('|'))
  return rows.slice(2).map(row =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map(cell => cell.trim()),
  )
}

const unquoted = (cell = '') => cell.replace(/^`(.*)`$/, '$1')
const oneLine = (text: string) => text.trim().replace(/\s+/g, ' ')

/** What the sources of an action give out: every `output('name', …)`, which must be written with the name itself. */
function outputsSetBy(action: string): readonly string[] {
  const folder = join(ROOT, 'actions', action)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const sources = files.filter(path => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  const names = sources.flatMap(path =>
    [...readFileSync(join(folder, path), 'utf8').matchAll(/\boutput\(\s*([^,)]*)/g)].flatMap(([call, name = '']) => {
      const literal = /^'([a-z-]+)'$/.exec(name.trim())?.[1]
      // A function of that name may be declared; a call names its output.
      if (literal === undefined && /runner\.output|\boutput\('/.test(call)) throw new Error(`${path}: ${call}`)
      return literal === undefined ? [] : [literal]
    }),
  )
  return [...new Set(names)].sort()
}

it('finds the actions', () => {
  expect(ACTIONS).toEqual(expect.arrayContaining(['build-push', 'seal']))
})

describe.each(ACTIONS)('the action %s', action => {
  const definition: unknown = parse(read('actions', action, 'action.yml'))
  const readme = read('actions', action, 'README.md')
  const inputs = membersOf(member(definition, 'inputs'))
  const defaultOf = (name: string) => textMember(member(member(definition, 'inputs'), name), 'default') ?? ''
  const specOf = async (): Promise<InputSpec> => {
    const module: unknown = await import(`../../actions/${action}/inputs.js`)
    const parsers = membersOf(member(module, 'spec')).map(([name, parse]) => {
      if (typeof parse !== 'function') throw new Error(`the spec of ${action} has no parser for ${name}`)
      return [name, (raw: string): unknown => Reflect.apply(parse, undefined, [raw, name])] as const
    })
    return Object.fromEntries(parsers)
  }

  it('has the same inputs in action.yml, in the code, in its README and on the command line', async () => {
    const names = inputs.map(([name]) => name)
    expect(Object.keys(await specOf())).toEqual(names)
    expect(tableOf(readme, 'inputs').map(([name]) => unquoted(name))).toEqual(names)
    const onCommandLine = membersOf(ACTION_INPUTS).find(([name]) => name === action)?.[1]
    expect(onCommandLine).toEqual(
      inputs.map(([name, input]) => ({
        name,
        default: defaultOf(name),
        description: oneLine(textMember(input, 'description') ?? ''),
      })),
    )
  })

  it('says the same of each input in its README as in action.yml', () => {
    const rows = inputs.map(([name, input]) => [
      name,
      member(input, 'required') === true ? '_required_' : defaultOf(name),
      oneLine(textMember(input, 'description') ?? ''),
    ])
    const shown = tableOf(readme, 'inputs').map(([name, standard = '', meaning = '']) => [
      unquoted(name),
      unquoted(standard).replace(/^\*required\*$/, '_required_'),
      meaning.replaceAll('\\|', '|'),
    ])
    expect(shown).toEqual(rows)
  })

  it('accepts its own defaults, every one of them', async () => {
    const required = inputs.filter(([, input]) => member(input, 'required') === true).map(([name]) => name)
    const optional = Object.fromEntries(Object.entries(await specOf()).filter(([name]) => !required.includes(name)))
    expect(() => parseInputs(optional, defaultOf)).not.toThrow()
  })

  it('has a default as text for every input that is not required, and none for one that is', () => {
    for (const [name, input] of inputs) {
      const standard = member(input, 'default')
      // GitHub hands texts over; `default: true` would be another type to every other reader of YAML.
      if (member(input, 'required') === true) expect([name, standard]).toEqual([name, undefined])
      else expect([name, typeof standard]).toEqual([name, 'string'])
    }
  })

  it('has a description for every input and output', () => {
    for (const [name, part] of [...inputs, ...membersOf(member(definition, 'outputs'))]) {
      expect([name, textMember(part, 'description')]).toEqual([name, expect.stringMatching(/\S/)])
      // The runner evaluates expressions in descriptions too, and refuses the whole action.
      expect([name, textMember(part, 'description')]).toEqual([name, expect.not.stringContaining('${{')])
    }
  })

  it('declares exactly the outputs that its code sets, and its README lists them', () => {
    const outputs = membersOf(member(definition, 'outputs'))
    expect(outputs.map(([name]) => name).sort()).toEqual(outputsSetBy(action))
    expect(
      tableOf(readme, 'outputs').map(([name = '', meaning = '']) => [unquoted(name), meaning.replaceAll('\\|', '|')]),
    ).toEqual(outputs.map(([name, output]) => [name, oneLine(textMember(output, 'description') ?? '')]))
  })

  it('runs on Node 24, from a bundle that is there, and cleans up with the same one', () => {
    const runs = member(definition, 'runs')
    expect(textMember(runs, 'using')).toBe('node24')
    const main = textMember(runs, 'main') ?? ''
    expect(main).toBe(`../../dist/${action}/index.js`)
    expect(existsSync(join(ROOT, 'actions', action, main))).toBe(true)
    expect(textMember(runs, 'post') ?? main).toBe(main)
  })

  it('has a bundle that is a module', () => {
    expect(parse(read('dist', action, 'package.json'))).toEqual({ type: 'module' })
  })

  it('shows itself in the marketplace', () => {
    for (const part of ['name', 'description', 'author']) expect(textMember(definition, part)).toMatch(/\S/)
  })
})
