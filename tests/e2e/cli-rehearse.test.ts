import { cp, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Lab, openLab } from '../lab/lab.js'
import { type Ended, run, succeed } from '../lab/program.js'
import { describeWith, locate } from '../lab/tools.js'

const ROOT = join(import.meta.dirname, '..', '..')
const CLI = join(ROOT, 'dist', 'cli', 'index.js')
const IMAGE = '192.168.0.40:5000/library/frontend'

describeWith(['kustomize', 'git'], 'the committed command line', () => {
  let lab: Lab
  let site: string

  beforeAll(async () => {
    lab = await openLab()
    site = await lab.makeFolder('site')
    for (const part of ['flux', '.github']) {
      await cp(join(ROOT, 'examples/website', part), join(site, part), { recursive: true })
    }
    await git('init', '--quiet', '--initial-branch=main')
    await git('add', '--all')
    await git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message', 'site')
  })

  afterAll(() => lab.stop())

  function git(...args: readonly string[]): Promise<string> {
    return succeed(lab, { command: 'git', args, cwd: site })
  }

  function fluxgate(...args: readonly string[]): Promise<Ended> {
    return run(lab, { command: process.execPath, args: [CLI, ...args], cwd: site })
  }

  test('rehearses the delivery of the repository that one stands in', async () => {
    const head = (await git('rev-parse', 'HEAD')).slice(0, 7)
    const { code, stdout, stderr } = await fluxgate('rehearse')
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout).toMatch(new RegExp(`^The build: main-${head}-[0-9]{10}, of ${IMAGE} and `))
    expect(stdout).toMatch(/\nThis build will be deployed: .*\n$/)
    expect(await git('status', '--porcelain')).toBe('')
  })

  test('shows what Flux would write, and an empty diff when it has', async () => {
    const set = ['--set', `flux-system:frontend=${IMAGE}:main-abc1234-1800000000`]
    const shown = await fluxgate('setters', 'flux', ...set)
    expect(shown).toMatchObject({ code: 0, stdout: expect.stringContaining(`+          image: ${IMAGE}:main-abc1234`) })
    await fluxgate('setters', 'flux', ...set, '--write')
    expect(await git('diff', '--stat')).toContain('1 file changed, 1 insertion(+), 1 deletion(-)')
    const again = await fluxgate('setters', 'flux', ...set)
    expect(again.stdout).toBe('flux-system:frontend changes nothing: its marker has the value already\n')
    await git('checkout', '--quiet', '.')
  })

  test('needs kustomize or kubectl, and says so', async () => {
    const programs = await lab.makeFolder('programs')
    await symlink(locate('git') ?? '', join(programs, 'git'))
    const args = [CLI, 'rehearse', '--sha', 'a'.repeat(40)]
    const ended = await run(lab, { command: process.execPath, args, cwd: site, env: { PATH: programs } })
    expect(ended).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('neither kustomize nor kubectl was found'),
    })
  })
})
