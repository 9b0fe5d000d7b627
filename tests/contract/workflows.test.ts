import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parseAllDocuments } from 'yaml'
import { isMapping, parseJson, textMember, valueAt } from '../../src/json.js'
import { type Lab, openLab } from '../lab/lab.js'
import { run } from '../lab/program.js'
import { describeWith } from '../lab/tools.js'

const ROOT = join(import.meta.dirname, '../..')
const WORKFLOWS = filesOf('.github/workflows', /\.ya?ml$/)
const ACTIONS = readdirSync(join(ROOT, 'actions')).flatMap(name => filesOf(`actions/${name}`, /^action\.ya?ml$/))
const DOCUMENTS = [
  ...filesOf('.', /\.md$/),
  ...filesOf('docs', /\.md$/),
  ...readdirSync(join(ROOT, 'actions')).flatMap(name => filesOf(`actions/${name}`, /\.md$/)),
]

/** What zizmor's strictest persona says and we do on purpose: audit and file, and why. */
const ACCEPTED: Readonly<Record<string, string>> = {
  'artipacked .github/workflows/build-and-push.yml':
    'origin is asked for the head of the branch, of a private repository too',
  'artipacked .github/workflows/release.yml': 'origin is asked for its tags, of a private repository too',
  'artipacked .github/workflows/seal.yml': 'the commit with the sealed files is pushed with them',
  'self-hosted-runner .github/workflows/build-and-push.yml':
    'the registry is in a private network; pull requests never run there',
  'secrets-outside-env .github/workflows/build-and-push.yml': 'who sets the tree up need not make an environment first',
  'secrets-outside-env .github/workflows/seal.yml': 'who sets the tree up need not make an environment first',
  'self-repository .github/workflows/build-and-push.yml':
    'this repository tries its own actions as they are in the checkout',
  'self-repository .github/workflows/pull-request.yml':
    'this repository tries its own actions as they are in the checkout',
  'self-repository .github/workflows/seal.yml': 'this repository tries its own actions as they are in the checkout',
}

function filesOf(folder: string, name: RegExp): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(entry => entry.isFile() && name.test(entry.name))
    .map(entry => relative(ROOT, join(ROOT, folder, entry.name)))
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

/** The value of every `run:` in what a workflow, an action or a part of one says. */
function commandsOf(yaml: string): readonly string[] {
  const found: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk)
    if (!isMapping(value)) return
    if (typeof value.run === 'string') found.push(value.run)
    Object.values(value).forEach(walk)
  }
  for (const document of parseAllDocuments(yaml)) walk(document.toJS())
  return found
}

function yamlBlocks(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^```ya?ml\n(.*?)^```$/gms)].map(([, block = '']) => block)
}

describe('no expression is put into a command, where its value would be code', () => {
  test.each([...WORKFLOWS, ...ACTIONS])('in %s', path => {
    for (const command of commandsOf(read(path))) expect(command).not.toContain('${{')
  })

  test('in what the documents show', () => {
    const commands = DOCUMENTS.flatMap(path => yamlBlocks(read(path)).flatMap(commandsOf))
    expect(commands.length).toBeGreaterThan(0)
    for (const command of commands) expect(command).not.toContain('${{')
  })

  test('and such a one would be found', () => {
    expect(commandsOf('jobs: {a: {steps: [{run: "echo ${{ github.head_ref }}"}]}}')).toEqual([
      'echo ${{ github.head_ref }}',
    ])
  })
})

describeWith(['actionlint', 'zizmor'], 'the workflows', () => {
  let lab: Lab

  beforeAll(async () => {
    lab = await openLab()
  })

  afterAll(() => lab.stop())

  test('are right for actionlint', async () => {
    expect(WORKFLOWS.length).toBeGreaterThan(2)
    const args = ['-no-color', ...WORKFLOWS]
    expect(await run(lab, { command: 'actionlint', args, cwd: ROOT })).toMatchObject({ code: 0, stdout: '' })
  })

  test('have nothing for the strictest persona of zizmor that is not accepted, and nothing is accepted in vain', async () => {
    const args = ['--offline', '--no-progress', '--persona=auditor', '--no-exit-codes', '--format=json']
    const { code, stdout } = await run(lab, { command: 'zizmor', args: [...args, ...WORKFLOWS, ...ACTIONS], cwd: ROOT })
    expect(code).toBe(0)
    const findings = parseJson(stdout)
    if (!Array.isArray(findings)) throw new Error(`zizmor gave no list: ${stdout}`)
    const said = findings.map(
      finding =>
        `${textMember(finding, 'ident')} ${valueAt(finding, ['locations', 0, 'symbolic', 'key', 'Local', 'verbatim_path'])}`,
    )
    expect([...new Set(said)].toSorted()).toEqual(Object.keys(ACCEPTED).toSorted())
  })
})
