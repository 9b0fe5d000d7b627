import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { makeCheckoutRepository } from '../lab/checkout-repository.js'
import { type GitRepository, makeGitRepository } from '../lab/git-repository.js'
import { type Lab, openLab } from '../lab/lab.js'
import { run } from '../lab/program.js'
import { describeWith } from '../lab/tools.js'

const ROOT = join(import.meta.dirname, '../..')
const POLICIES = 'flux/clusters/production/image-automation/image-policies.yaml'
const SECRET = 'flux/clusters/production/sealed-secrets/harbor-pull.yaml'

describeWith(['git', 'pre-commit'], 'the hooks for pre-commit, as the README has them', () => {
  let lab: Lab
  let config: string
  let tree: GitRepository

  beforeAll(async () => {
    lab = await openLab()
    const { url, commit } = await makeCheckoutRepository(lab)
    const readme = await readFile(join(ROOT, 'README.md'), 'utf8')
    const shown = /^```yaml\n(repos:\n[\s\S]*?)^```$/m.exec(readme)?.[1] ?? ''
    config = shown.replace('https://github.com/OWNER/fluxgate', url).replace('COMMIT', commit)
  }, 60_000)

  afterAll(() => lab.stop())

  beforeEach(async () => {
    tree = await makeGitRepository(lab)
    for (const path of ['flux/clusters', 'flux/sealing', '.github/workflows/build-and-push.yml'])
      await cp(join(ROOT, path), join(tree.folder, path), { recursive: true })
    await tree.commit({ '.pre-commit-config.yaml': config })
  })

  // Whatever wants the network finds nobody there.
  const offline = {
    http_proxy: 'http://127.0.0.1:9',
    https_proxy: 'http://127.0.0.1:9',
    ALL_PROXY: 'http://127.0.0.1:9',
  }
  const hooks = (...args: readonly string[]) =>
    run(lab, { command: 'pre-commit', args: ['run', '--color=never', ...args], cwd: tree.folder, env: offline })

  /** Breaks a file of the tree and stages it. */
  async function stage(path: string, broken: (text: string) => string): Promise<void> {
    const before = await readFile(join(tree.folder, path), 'utf8')
    const after = broken(before)
    expect(after).not.toBe(before)
    await tree.write({ [path]: after })
    await tree.git('add', path)
  }

  test('pass on a good tree', async () => {
    const { code, stdout } = await hooks('--all-files')
    expect(stdout).toMatch(/^fluxgate verify\.+Passed\nfluxgate seal check\.+Passed\n$/m)
    expect(code).toBe(0)
  }, 120_000)

  test('stop a commit with a policy that elects wrongly, and say what is wrong', async () => {
    await stage(POLICIES, text =>
      text
        .replace('numerical:', 'alphabetical:')
        .replace(/pattern: .*\n.*extract: .*/, () => "pattern: '^main-[a-f0-9]+-[0-9]+$'"),
    )
    const { code, stdout } = await hooks()
    expect(stdout).toMatch(/^fluxgate verify\.+Failed\n/m)
    expect(stdout).toContain('policy-elects-newest')
    expect(stdout).toMatch(/^fluxgate seal check\.+Passed\n/m)
    expect(code).toBe(1)
  }, 120_000)

  test('stop a commit with a sealed value that no controller opens', async () => {
    await stage(SECRET, text => text.replace(/(dockerconfigjson: )Ag.*/, '$1AgCNzwr6WTEM'))
    const { code, stdout } = await hooks('fluxgate-seal-check')
    expect(stdout).toMatch(/^fluxgate seal check\.+Failed\n/m)
    expect(stdout).toContain(`${SECRET}:`)
    expect(code).toBe(1)
  }, 120_000)

  test('do not run for a commit without YAML', async () => {
    await tree.write({ 'notes.txt': 'x\n' })
    await tree.git('add', '--all')
    const { code, stdout } = await hooks()
    expect(stdout.match(/\(no files to check\)Skipped/g)).toHaveLength(2)
    expect(code).toBe(0)
  }, 120_000)
})
