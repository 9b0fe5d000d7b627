import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { FACTS_COMMAND } from '../../actions/verify-manifests/cluster-facts/table.js'
import {
  configMap,
  documents,
  gitRepository,
  kustomization,
  namespace,
} from '../../actions/verify-manifests/rules/example-trees.js'
import { type ActionResult, runAction } from '../lab/action-process.js'
import { type GitRepository, makeGitRepository } from '../lab/git-repository.js'
import { type Lab, openLab } from '../lab/lab.js'
import { run } from '../lab/program.js'
import { describeWith } from '../lab/tools.js'

const ROOT = join(import.meta.dirname, '..', '..')
const CLI = join(ROOT, 'dist', 'cli', 'index.js')

const SETTINGS = 'apps/settings.yaml'

/** A Deployment that needs the ConfigMap `settings` of the namespace `website`. */
const TREE = {
  'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
  'apps/namespace.yaml': namespace('website'),
  [SETTINGS]: configMap('settings', 'website'),
  'apps/web.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: website
spec:
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: ghcr.io/example/web:1.2.3
          envFrom:
            - configMapRef:
                name: settings
`,
}

/** The table of FACTS_COMMAND for one object, as kubectl aligns it. */
function table(values: Readonly<Record<string, string>>): string {
  const columns = [...FACTS_COMMAND.matchAll(/([A-Z-]+):\./g)].map(match => match[1] ?? '')
  const width = (column: string) => Math.max(column.length, (values[column] ?? '<none>').length) + 3
  const row = (text: (column: string) => string) =>
    columns
      .map(column => text(column).padEnd(width(column)))
      .join('')
      .trimEnd()
  return `${row(column => column)}\n${row(column => values[column] ?? '<none>')}\n`
}

const fact = { KIND: 'ConfigMap', NAMESPACE: 'website', NAME: 'settings' }
const own = { ...fact, KUSTOMIZATION: 'apps', 'KUSTOMIZATION-NAMESPACE': 'flux-system' }

/** A repository whose last commit removes the ConfigMap. */
async function removed(lab: Lab): Promise<{ readonly repository: GitRepository; readonly base: string }> {
  const repository = await makeGitRepository(lab)
  const base = await repository.commit(TREE)
  await repository.commit({ [SETTINGS]: undefined })
  return { repository, base }
}

describe('fluxgate verify --cluster-facts', () => {
  let lab: Lab

  beforeAll(async () => {
    lab = await openLab()
  })

  afterAll(() => lab.stop())

  const verify = ({ folder }: GitRepository, ...args: readonly string[]) =>
    run(lab, { command: process.execPath, args: [CLI, 'verify', ...args], cwd: folder })

  test('knows what the cluster holds, and what goes with this change', async () => {
    const { repository } = await removed(lab)
    const without = await verify(repository)
    expect(without).toMatchObject({ code: 1 })
    expect(without.stdout).toContain('nothing brings a ConfigMap website/settings')
    await repository.write({ 'facts.txt': table(fact) })
    expect(await verify(repository, '--cluster-facts', 'facts.txt')).toMatchObject({ code: 0 })
    await repository.write({ 'facts.txt': table(own) })
    const pruned = await verify(repository, '--cluster-facts', 'facts.txt')
    expect(pruned).toMatchObject({ code: 1 })
    expect(pruned.stdout).toContain('nothing brings a ConfigMap website/settings')
  })

  test('reads JSON that lies in the tree without taking it for a part of the tree', async () => {
    const { repository } = await removed(lab)
    const metadata = { namespace: 'website', name: 'settings' }
    const item = { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { mode: '{{ x' } }
    const list = { apiVersion: 'v1', kind: 'List', items: [item] }
    await repository.write({ 'apps/facts.json': JSON.stringify(list) })
    const found = await verify(repository, '--cluster-facts', 'apps/facts.json', '--format', 'json')
    expect(found).toMatchObject({ code: 0 })
    expect(found.stdout).not.toContain('facts.json')
  })

  test('gives 2 and the next step for what is no such file, and shows nothing of it', async () => {
    const { repository } = await removed(lab)
    const secret = { kind: 'Secret', metadata: { namespace: 'a', name: 'b' }, data: { password: 'Q0FOQVJZ' } }
    await repository.write({ 'loud.json': JSON.stringify({ items: [secret] }), 'wrong.txt': 'CANARY\n' })
    const loud = await verify(repository, '--cluster-facts', 'loud.json')
    expect(loud).toMatchObject({ code: 2, stdout: '' })
    expect(loud.stderr).toMatch(/cluster facts loud\.json:1: item 1 is a Secret with its data.*Delete the file/)
    const wrong = await verify(repository, '--cluster-facts', 'wrong.txt')
    expect(wrong).toMatchObject({ code: 2, stdout: '' })
    expect(wrong.stderr).toMatch(/cluster facts wrong\.txt:1: .*Make it with the command of .*README/)
    expect(`${loud.stderr}${wrong.stderr}`).not.toMatch(/CANARY|Q0FO/)
    expect(await verify(repository, '--cluster-facts', 'no.txt')).toMatchObject({ code: 2, stdout: '' })
  })
})

describeWith(['node24'], 'the input cluster-facts', () => {
  let lab: Lab

  beforeAll(async () => {
    lab = await openLab()
  })

  afterAll(() => lab.stop())

  async function verify(repository: GitRepository, base: string, file: string): Promise<ActionResult> {
    return runAction(lab, {
      action: join(ROOT, 'actions', 'verify-manifests'),
      workspace: repository.folder,
      inputs: { base, 'cluster-facts': file, 'github-token': '' },
    })
  }

  test('opens the gate for what is there, and closes it for what the change removes', async () => {
    const { repository, base } = await removed(lab)
    await repository.write({ 'facts.txt': table(fact) })
    const open = await verify(repository, base, 'facts.txt')
    expect(open).toMatchObject({ code: 0, outputs: { verdict: 'pass', 'new-errors': '0' } })
    await repository.write({ 'facts.txt': table(own) })
    const closed = await verify(repository, base, 'facts.txt')
    expect(closed).toMatchObject({ code: 1, outputs: { verdict: 'fail', 'new-errors': '1' } })
    expect(closed.log).toContain('reference-exists')
  })

  test('does not follow a link of the change out of the checkout', async () => {
    const { repository, base } = await removed(lab)
    const outside = join(repository.folder, '..', 'outside.txt')
    await writeFile(outside, table(fact))
    await symlink(outside, join(repository.folder, 'link.txt'))
    const result = await verify(repository, base, 'link.txt')
    expect(result.code).toBe(1)
    expect(result.log).toContain('cluster facts link.txt: it is a link that leads elsewhere')
  })
})
