import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { commandLine } from '../tests/fakes/command-line.js'
import { temporaryFolder } from '../tests/fakes/temporary-folder.js'
import { type Command, parseArguments } from './command.js'
import { allCommands } from './run.js'

const folder = temporaryFolder()
const all = (await allCommands()).flatMap((command): { words: readonly string[]; command: Command }[] => [
  { words: [command.name], command },
  ...(command.subcommands ?? []).map(sub => ({ words: [command.name, sub.name], command: sub })),
])
const titled = all.map(({ words, command }) => ({ title: words.join(' '), words, command }))
const options = titled.flatMap(({ title, words, command }) =>
  command.options.map(({ name }) => ({ title, words, name })),
)

it('is there for every command and what stands behind one', () => {
  expect(titled.map(({ title }) => title)).toEqual(
    expect.arrayContaining(['verify', 'seal', 'seal check', 'seal fetch']),
  )
  expect(options.length).toBeGreaterThan(50)
})

describe.each(titled)('fluxgate $title --help', ({ title, words, command }) => {
  it('shows the usage, every option and an example that the command understands', async () => {
    const { code, printed, problems } = await commandLine([...words, '--help'])
    expect([code, problems]).toEqual([0, []])
    expect(printed).toMatch(new RegExp(`^Usage: fluxgate ${title}( |$)`, 'm'))
    for (const option of command.options) {
      const value = option.value === undefined ? '' : ` ${option.value}`
      expect(printed).toContain(`\n  --${option.name}${value}\n`)
    }
    const [, examples = ''] = printed.split('\nExamples:\n')
    const lines = examples.trim().split(/\n */)
    expect(lines[0]).toContain('fluxgate')
    for (const line of lines) {
      const given = argumentsOf(line)
      const target = titled.findLast(entry => entry.words.every((word, index) => given[index] === word))
      expect([line, target?.words[0]]).toEqual([line, words[0]])
      const rest = given.slice(target?.words.length)
      expect(() => parseArguments(rest, target?.command.options ?? [], 1)).not.toThrow()
    }
  })

  it('is shown by -h too', async () => {
    expect((await commandLine([...words, '-h'])).printed).toBe(command.help())
  })

  it('is offered where --help is misspelt', async () => {
    const { code, problems } = await commandLine([...words, '--hel'])
    expect([code, problems]).toEqual([2, ['unknown option --hel | Did you mean --help?']])
  })
})

it.each(options)('names the near option where it is misspelt: $title --$name', async ({ words, name }) => {
  const { code, problems, printed } = await commandLine([...words, `--${name}x`, 'value'])
  expect([code, problems, printed]).toEqual([2, [`unknown option --${name}x | Did you mean --${name}?`], ''])
})

it('names the near command behind a command', async () => {
  expect(await commandLine(['seal', 'chek'])).toMatchObject({
    code: 2,
    problems: ['unknown command "seal chek" | Did you mean "seal check"?'],
  })
})

/** What the shell gives fluxgate for an example, with whatever else the line has: variables, pipes, redirections, comments. */
function argumentsOf(line: string): readonly string[] {
  const log = join(folder, 'arguments')
  rmSync(log, { force: true })
  for (const name of ['.zfunc', '.config/fish/completions']) mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'request.yaml'), '')
  const script = `fluxgate() { printf '%s\\n' "$@" >"$LOG"; }; crane() { :; }; eval "$1"; wait`
  const env = { PATH: process.env.PATH, HOME: folder, LOG: log, GITHUB_SHA: '0'.repeat(40) }
  const { status, stderr } = spawnSync('bash', ['-c', script, 'bash', line], { cwd: folder, env, encoding: 'utf8' })
  expect([line, status, stderr]).toEqual([line, 0, ''])
  return readFileSync(log, 'utf8').trimEnd().split('\n')
}
