import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { parseInputs } from '../../src/inputs.js'
import { isMapping, listMember, member, textMember } from '../../src/json.js'
import { processExec } from '../../src/runner/exec.js'
import { commandLine } from '../fakes/command-line.js'
import { temporaryFolder } from '../fakes/temporary-folder.js'
import { type GitRepository, makeGitRepository } from '../lab/git-repository.js'
import { type Lab, openLab } from '../lab/lab.js'
import { run, succeed } from '../lab/program.js'
import { describeWith } from '../lab/tools.js'

/** What the READMEs show to be copied: every workflow, step and command in them is tried. */
const ROOT = join(import.meta.dirname, '../..')
const READMES = ['README.md', ...readdirSync(join(ROOT, 'actions')).map(name => `actions/${name}/README.md`)]

const snippets = READMES.flatMap(path =>
  [...readFileSync(join(ROOT, path), 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', text = ''], index) => ({ name: `${path}, snippet ${index + 1}`, language, text }),
  ),
)
const yaml = snippets.filter(({ language }) => language === 'yaml')
const workflows = yaml.filter(({ text }) => member(parse(text), 'jobs') !== undefined)

const membersOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  isMapping(value) ? Object.entries(value) : []

/** The steps of a workflow, or of a list of steps. */
function stepsIn(text: string): readonly unknown[] {
  const document: unknown = parse(text)
  if (Array.isArray(document)) return document
  const jobs = member(document, 'jobs')
  return isMapping(jobs) ? Object.values(jobs).flatMap(job => listMember(job, 'steps')) : []
}

const uses = yaml.flatMap(({ name, text }) =>
  stepsIn(text).flatMap(step => {
    const action = /^OWNER\/fluxgate\/actions\/([a-z-]+)@COMMIT$/.exec(textMember(step, 'uses') ?? '')?.[1]
    return action === undefined ? [] : [{ name, action, given: member(step, 'with') }]
  }),
)

it('finds a workflow for each action', () => {
  expect([...new Set(uses.map(({ action }) => action))].sort()).toEqual(['build-push', 'seal', 'verify-manifests'])
  expect(workflows.length).toBeGreaterThanOrEqual(4)
})

it.each(yaml)('$name is YAML', ({ text }) => {
  expect(() => parse(text)).not.toThrow()
})

describe('what a snippet gives an action', () => {
  it.each(uses)('is accepted by it: $name, $action', async ({ action, given }) => {
    const module: unknown = await import(`../../actions/${action}/inputs.js`)
    const spec = Object.fromEntries(
      membersOf(member(module, 'spec')).map(([name, read]) => {
        if (typeof read !== 'function') throw new Error(`no parser for ${name}`)
        return [name, (raw: string): unknown => Reflect.apply(read, undefined, [raw, name])] as const
      }),
    )
    const definition: unknown = parse(readFileSync(join(ROOT, 'actions', action, 'action.yml'), 'utf8'))
    const inputs = member(definition, 'inputs')
    for (const name of Object.keys(isMapping(given) ? given : {})) expect(Object.keys(spec)).toContain(name)
    const value = (name: string) => String(member(given, name) ?? textMember(member(inputs, name), 'default') ?? '')
    expect(() => parseInputs(spec, value)).not.toThrow()
  })
})

describe('a command that a snippet shows', () => {
  const workspace = temporaryFolder()
  const commands = snippets
    .filter(({ language }) => language === 'sh')
    .flatMap(({ name, text }) =>
      [...text.matchAll(/(?:github:OWNER\/fluxgate|dist\/cli\/index\.js|^fluxgate) +([^#\n]*)/gm)].map(
        ([, args = '']) => ({ name, args: args.trim().split(/\s+/) }),
      ),
    )

  it('is there', () => {
    expect(commands.length).toBeGreaterThanOrEqual(2)
  })

  it.each(commands)('is understood: $args', async ({ args }) => {
    const { code, problems } = await commandLine(args, { workspace, exec: processExec(process.env) })
    expect([code, problems]).toEqual([0, []])
  })
})

describeWith(['git', 'kustomize'], 'a command of docs/cli.md', () => {
  const cli = join(ROOT, 'dist/cli/index.js')
  const [, code = ''] = /^```sh\n([\s\S]*?)^```$/m.exec(readFileSync(join(ROOT, 'docs/cli.md'), 'utf8')) ?? []
  const lines = code.split('\n').filter(line => line !== '')
  let lab: Lab
  let repository: GitRepository

  beforeAll(async () => {
    lab = await openLab()
    repository = await makeGitRepository(lab)
    for (const path of ['flux/clusters', 'flux/sealing', '.github/workflows/build-and-push.yml'])
      cpSync(join(ROOT, path), join(repository.folder, path), { recursive: true })
    await repository.commit({ 'tags.txt': 'main-abc1234-1700000000\nmain-def5678-1700000001\n' })
  })

  afterAll(() => lab.stop())

  it('is there', () => {
    expect(lines.length).toBeGreaterThanOrEqual(8)
  })

  it.each(lines)('does what it says and changes nothing: %s', async line => {
    const script = `fluxgate() { "$CLI" "$@"; }; ${line}`
    const ran = { command: 'bash', args: ['-c', script], env: { CLI: cli }, cwd: repository.folder }
    const { code: ended, stdout, stderr } = await run(lab, ran)
    expect([ended, stderr]).toEqual([0, expect.not.stringContaining('error:')])
    expect(stdout + stderr).not.toBe('')
    expect(await repository.git('status', '--porcelain')).toBe('')
  })
})

describeWith(['actionlint'], 'a workflow in a README', () => {
  const folder = temporaryFolder()

  it.each(workflows)(
    'passes actionlint: $name',
    async ({ text }) => {
      const lab = await openLab()
      try {
        const path = join(folder, 'workflow.yml')
        writeFileSync(path, text)
        await succeed(lab, { command: 'actionlint', args: ['-no-color', path] })
      } finally {
        await lab.stop()
      }
    },
    30_000,
  )
})
