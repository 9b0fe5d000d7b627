import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { commandLine } from '../../tests/fakes/command-line.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { binFolder, describeWith } from '../../tests/lab/tools.js'
import { member, parseJson } from '../json.js'
import { processExec } from '../runner/exec.js'
import { diskFiles } from '../runner/files.js'
import type { Exec } from '../runner/ports.js'

const root = temporaryFolder()
mkdirSync(join(root, 'temporary'))

function tree(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(root, name)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const kustomization = (name: string) =>
  `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: ${name}, namespace: flux-system}\nspec:\n  interval: 10m\n  prune: true\n  path: ./${name}\n  sourceRef: {kind: GitRepository, name: flux-system}\n`
const map = (value: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: default}\ndata: {a: "${value}"}\n`

const files = {
  'flux/one.yaml': kustomization('one'),
  'flux/two.yaml': kustomization('two'),
  'one/kustomization.yaml':
    'resources: [a.yaml]\nconfigMapGenerator: [{name: page, namespace: default, files: [index.html]}]\n',
  'one/index.html': 'hello',
  'one/a.yaml': map('1'),
  'two/kustomization.yaml': 'resources: [b.yaml]\n',
  'two/b.yaml': map('2').replace('name: a', 'name: b'),
}

/** Runs the gate and counts what is built. */
async function verify(workspace: string, ...options: readonly string[]) {
  const env = { PATH: `${binFolder}:${process.env.PATH ?? ''}`, HOME: root, TMPDIR: root }
  const real = processExec(env)
  let builds = 0
  const exec: Exec = request => {
    if (request.command === 'kustomize' && request.args[0] === 'build') builds += 1
    return real(request)
  }
  const { code, printed } = await commandLine(['verify', workspace, '--format', 'json', ...options], {
    workspace,
    exec,
    env,
    files: diskFiles(join(root, 'temporary')),
  })
  const report = parseJson(printed)
  return { code, builds, findings: member(report, 'findings'), report }
}

describeWith(['kustomize'], 'the gate', () => {
  test('builds each path once, and with a cache only what has changed since', async () => {
    const folder = tree('cached', files)
    const cache = join(root, 'cache')
    const first = await verify(folder, '--cache', cache)
    expect([first.code, first.builds]).toEqual([0, 2])
    expect((await verify(folder, '--cache', cache)).builds).toBe(0)
    writeFileSync(join(folder, 'two/b.yaml'), map('3').replace('name: a', 'name: b'))
    expect((await verify(folder, '--cache', cache)).builds).toBe(1)
    // Not a manifest, and yet a part of what is built.
    writeFileSync(join(folder, 'one/index.html'), 'good bye')
    expect((await verify(folder, '--cache', cache)).builds).toBe(1)
    expect((await verify(folder)).builds).toBe(2)
  })

  test('takes a cache that lies in the tree for no part of it', async () => {
    const folder = tree('inside', files)
    const before = await verify(folder, '--cache', '.cache')
    expect(member(member((await verify(folder, '--cache', '.cache')).report, 'summary'), 'files')).toBe(
      member(member(before.report, 'summary'), 'files'),
    )
  })

  test('says the same from its cache, and takes nothing from one that is damaged', async () => {
    const faulty = { ...files, 'two/kustomization.yaml': 'resources: [b.yaml]\nnamePrefix: x-\nimages: [{name: a}]\n' }
    const folder = tree('damaged', faulty)
    const cache = join(root, 'damaged-cache')
    const { findings } = await verify(folder, '--cache', cache)
    expect((await verify(folder, '--cache', cache)).findings).toEqual(findings)
    const path = join(cache, 'renderings.json')
    for (const text of ['', '{', '[]', readFileSync(path, 'utf8').replaceAll('"body"', '"bdy"')]) {
      writeFileSync(path, text)
      const again = await verify(folder, '--cache', cache)
      expect([again.builds, again.findings]).toEqual([2, findings])
    }
  })

  test('leaves nothing in the temporary folder, and nothing in the tree', async () => {
    const folder = tree('clean', files)
    const before = readdirSync(folder, { recursive: true }).sort()
    await verify(folder)
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before)
    expect(readdirSync(join(root, 'temporary'))).toEqual([])
  })

  test('says that nothing was built where there is no program, and goes by reading', async () => {
    const folder = tree('without', files)
    const env = { PATH: '', HOME: root, TMPDIR: root }
    const { printed, code } = await commandLine(['verify', folder], { workspace: folder, exec: processExec(env), env })
    expect(code).toBe(0)
    expect(printed.replace(/\s+/g, ' ')).toContain('neither kustomize nor kubectl was found')
    expect((await verify(folder, '--render', 'off')).builds).toBe(0)
  })
})
