import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { rules } from '../../actions/verify-manifests/rules/index.js'
import { listMember, member, parseJson, textMember } from '../../src/json.js'
import { processExec } from '../../src/runner/exec.js'
import { commandLine } from '../fakes/command-line.js'
import { describeWith, locate } from '../lab/tools.js'
import { openTreeBuilder, type TreeBuilder } from '../lab/tree-builder.js'
import { builtFindingsOf, corpusFolder, findingsOf, placeOf, readTree, treeNames } from './tree.js'
import { builtWarnings, expectedWarnings } from './warnings.js'

/** Trees that work in a cluster: what the gate calls an error here is a false alarm. */
describe.each(treeNames.map(name => [name]))('%s', name => {
  const findings = findingsOf(readTree(name))

  test('has no error', () => {
    expect(
      findings.filter(({ severity }) => severity === 'error').map(finding => `${placeOf(finding)}: ${finding.message}`),
    ).toEqual([])
  })

  test('has the warnings that it deserves', () => {
    const known = new Set(rules.map(rule => rule.id))
    const expected = (expectedWarnings[name] ?? []).filter(place => known.has(place.replace(/^.* /, '')))
    expect(findings.filter(({ severity }) => severity === 'warning').map(placeOf)).toEqual(expected)
  })
})

describeWith(['kustomize'], 'built with kustomize', () => {
  let builder: TreeBuilder
  beforeAll(async () => {
    builder = await openTreeBuilder()
  })
  afterAll(() => builder.close())

  test.each(treeNames.map(name => [name]))('%s has no error, and the warnings that it deserves', async name => {
    const findings = await builtFindingsOf(name, readTree(name), builder)
    expect(findings.filter(({ severity }) => severity === 'error').map(placeOf)).toEqual([])
    expect(findings.filter(({ severity }) => severity === 'warning').map(placeOf)).toEqual(builtWarnings[name] ?? [])
  })
})

/** What the command reads and says is what the rules say of the tree: no file is left out, none comes in from around it. */
test.each(treeNames.map(name => [name]))('fluxgate verify opens the gate for %s', async name => {
  const workspace = join(corpusFolder, name)
  const { code, printed, problems } = await commandLine(['verify', workspace, '--render', 'off', '--format', 'json'], {
    workspace,
    exec: processExec(process.env),
  })
  expect(problems).toEqual([])
  const said = listMember(parseJson(printed), 'findings').map(
    finding => `${textMember(finding, 'file')}:${String(member(finding, 'line'))} ${textMember(finding, 'rule')}`,
  )
  expect(said).toEqual(findingsOf(readTree(name)).map(placeOf))
  expect(code).toBe(0)
})

test('the table of warnings names no other tree', () => {
  expect(Object.keys(expectedWarnings).filter(name => !treeNames.includes(name))).toEqual([])
})

/** With remote bases, which no test fetches. */
const REMOTE: readonly string[] = ['infrastructure', 'services', 'services/catalog', 'services/orders'].map(folder =>
  join('environment-production', folder),
)

describeWith(['kustomize'], 'every kustomize file of the corpus', () => {
  test.each(treeNames.map(name => [name]))('%s renders', name => {
    const program = locate('kustomize') ?? ''
    for (const folder of kustomizeFolders(name).filter(path => !REMOTE.includes(path))) {
      execFileSync(program, ['build', '--load-restrictor', 'LoadRestrictionsNone', join(corpusFolder, folder)])
    }
  })
})

/** Folders with a kustomization, from the corpus; components are only rendered by what uses them. */
function kustomizeFolders(name: string): readonly string[] {
  return readdirSync(join(corpusFolder, name), { recursive: true, encoding: 'utf8' })
    .filter(path => /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path))
    .filter(path => !/(?:^|\/)components\//.test(path))
    .map(path => join(name, path, '..'))
}
