import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { SEALED_VALUE, sealedSecret } from '../actions/verify-manifests/rules/sealed-trees.js'
import { EXPIRED_CERTIFICATE } from '../actions/verify-manifests/rules/sealing-certificates.js'
import { listMember, member, parseJson } from '../src/json.js'
import { processExec } from '../src/runner/exec.js'
import { commandLine } from '../tests/fakes/command-line.js'
import { newGit } from '../tests/fakes/real-git.js'
import { temporaryFolder } from '../tests/fakes/temporary-folder.js'

const folder = temporaryFolder()

beforeAll(() => {
  mkdirSync(join(folder, 'apps,x'))
  writeFileSync(
    join(folder, 'apps,x', 'config.yaml'),
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: b}\ndata:\n  mode: fast # fluxgate-ignore marker-syntax: none is here\n',
  )
})

const verify = (...args: readonly string[]) =>
  commandLine(['verify', folder, '--rule', 'ignore-needed', '--fail-on', 'warnings', ...args], {
    workspace: folder,
    exec: processExec(process.env),
  })

describe('fluxgate verify', () => {
  it('shows the findings as text, with the verdict last, and closes the gate', async () => {
    const { code, printed } = await verify()
    expect(code).toBe(1)
    expect(printed).toMatch(/^apps,x\/config.yaml\n {2}5:\d+ warning ignore-needed the comment/)
    expect(printed.trimEnd().split('\n').at(-1)).toBe('✗ The gate is closed: 1 warning')
  })

  it('shows them as JSON and as SARIF', async () => {
    expect(parseJson((await verify('--format', 'json')).printed)).toMatchObject({ verdict: 'fail' })
    const sarif = parseJson((await verify('--format=sarif')).printed)
    const [run] = listMember(sarif, 'runs')
    expect(listMember(run, 'results')).toHaveLength(1)
    expect(JSON.stringify(member(member(run, 'tool'), 'driver'))).toContain('# ignore-needed\\n')
  })

  it('shows them as commands for GitHub’s runner', async () => {
    const { printed } = await verify('--format', 'github')
    const [first, second] = printed.split('\n')
    expect(first).toMatch(
      /^::warning file=apps%2Cx\/config.yaml,line=5,endLine=5,col=\d+,endColumn=\d+::the comment .*\(ignore-needed\)%0A/,
    )
    expect(second).toBe('The gate is closed: 1 warning')
  })
})

describe('what is kept between runs', () => {
  it('says the same in the next run, and is no part of the tree that it is kept in', async () => {
    const git = newGit(folder)
    git.commit({
      'clusters/apps.yaml': kustomization('apps'),
      'apps/a.yaml': configMap('a'),
    })
    const run = async (...args: readonly string[]) => {
      const { printed } = await commandLine(['verify', git.folder, '--format', 'json', ...args], {
        workspace: git.folder,
        exec: processExec(process.env),
        env: process.env,
        codeId: async () => 'this test',
      })
      return printed.replace(/"milliseconds": \d+/, '"milliseconds": 0')
    }
    const without = await run()
    expect(listMember(parseJson(without), 'findings').length).toBeGreaterThan(0)
    expect(await run('--cache', '.cache')).toBe(without)
    expect(readFileSync(join(git.folder, '.cache/facts'), 'utf8')).toContain('fluxgate facts this test ')
    writeFileSync(join(git.folder, '.cache/more.yaml'), 'a: [\n')
    expect(await run('--cache', '.cache')).toBe(without)
  })
})

describe('what is compared with the tree before', () => {
  it('tells with --changed-only what is new and what the change can affect', async () => {
    const git = newGit(folder)
    const base = git.commit({
      'clusters/one.yaml': kustomization('one'),
      'clusters/two.yaml': kustomization('two'),
      'one/a.yaml': configMap('a'),
      'two/b.yaml': configMap('b'),
    })
    git.commit({ 'one/a.yaml': `${configMap('a')}data: {c: d, c: e}\n` })
    const run = async (...args: readonly string[]) => {
      const { printed } = await commandLine(['verify', git.folder, '--base', base, '--format', 'json', ...args], {
        workspace: git.folder,
        exec: processExec(process.env),
        env: process.env,
      })
      return listMember(parseJson(printed), 'findings')
    }
    const whole = await run()
    const changed = await run('--changed-only')
    const isShown = (finding: unknown) =>
      member(finding, 'status') === 'new' || member(finding, 'file') !== 'clusters/two.yaml'
    expect(whole.some(finding => !isShown(finding))).toBe(true)
    expect(changed.map(finding => member(finding, 'status'))).toContain('new')
    expect(changed.map(finding => member(finding, 'file'))).toContain('clusters/one.yaml')
    expect(changed).toEqual(whole.filter(isShown))
  })

  it('is told of a sealed value that was renamed, and of a certificate only when it is new', async () => {
    const git = newGit(folder)
    const base = git.commit({ 'a.yaml': sealedSecret(SEALED_VALUE), 'pub-cert.pem': EXPIRED_CERTIFICATE })
    git.commit({ 'a.yaml': undefined, 'b.yaml': sealedSecret(SEALED_VALUE, { name: 'postgres' }) })
    const args = ['--base', base, '--format', 'json', '--rule', 'sealed-moved', '--rule', 'sealed-certificate']
    const { code, printed } = await commandLine(['verify', git.folder, ...args], {
      workspace: folder,
      exec: processExec(process.env),
    })
    const findings = listMember(parseJson(printed), 'findings').map(finding =>
      ['file', 'rule', 'status'].map(name => member(finding, name)).join(' '),
    )
    expect(findings).toEqual(['b.yaml sealed-moved new', 'pub-cert.pem sealed-certificate old'])
    expect(code).toBe(1)
  })
})

/** With a fault: it does not prune. */
function kustomization(name: string): string {
  return `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: ${name}, namespace: flux-system}\nspec: {path: ./${name}, prune: false, interval: 1m, sourceRef: {kind: GitRepository, name: flux-system}}\n`
}

function configMap(name: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: a}\n`
}
