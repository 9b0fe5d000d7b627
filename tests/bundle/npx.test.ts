import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { textMember } from '../../src/json.js'
import { type CheckoutRepository, makeCheckoutRepository } from '../lab/checkout-repository.js'
import { filesBelow } from '../lab/files-below.js'
import { type Lab, openLab } from '../lab/lab.js'
import { run, succeed } from '../lab/program.js'
import { describeWith } from '../lab/tools.js'

/** Scripts that npm runs where a package comes from git or is installed; with one of them it would fetch all that we build with. */
const INSTALL_SCRIPTS = [
  'preinstall',
  'install',
  'postinstall',
  'prepublish',
  'prepare',
  'prepack',
  'postpack',
  'build',
]
const SHA = 'a'.repeat(40)

describeWith(['git', 'npm'], 'the repository as a package', () => {
  let lab: Lab
  let repository: CheckoutRepository

  beforeAll(async () => {
    lab = await openLab()
    repository = await makeCheckoutRepository(lab)
  }, 60_000)

  afterAll(() => lab.stop())

  /** An empty home, and a registry at which nobody listens. */
  async function npm(cwd: string, ...args: readonly string[]) {
    const home = await lab.makeFolder('home')
    const env = {
      PATH: lab.env.PATH ?? '',
      HOME: home,
      npm_config_registry: 'http://127.0.0.1:9',
      npm_config_fetch_retries: '0',
    }
    return { home, ...(await run(lab, { command: 'npm', args, cwd, wholeEnv: env })) }
  }

  test('installs nothing else and runs nothing when it is installed', async () => {
    const definition: unknown = JSON.parse(await readFile(join(import.meta.dirname, '../../package.json'), 'utf8'))
    if (typeof definition !== 'object' || definition === null) throw new Error('package.json is no object')
    for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies'])
      expect(Object.keys(definition)).not.toContain(kind)
    const scripts = 'scripts' in definition && typeof definition.scripts === 'object' ? (definition.scripts ?? {}) : {}
    expect(Object.keys(scripts).filter(name => INSTALL_SCRIPTS.includes(name))).toEqual([])
    expect(textMember('bin' in definition ? definition.bin : undefined, 'fluxgate')).toBe('dist/cli/index.js')
  })

  test('runs from git by one command, in an empty home, without a registry', async () => {
    const folder = await lab.makeFolder('elsewhere')
    const ran = await npm(folder, 'exec', '--yes', `--package=git+${repository.url}`, '--', 'fluxgate', 'verify')
    expect(ran.stdout).toContain('nothing of Flux is here')
    expect(ran.code).toBe(0)
    expect(await readdir(folder)).toEqual([])
    expect(await readdir(ran.home)).toEqual(['.npm'])
  }, 180_000)

  test('holds what the command line needs and no more, and that runs where nothing is installed', async () => {
    const clone = join(await lab.makeFolder('clone'), 'fluxgate')
    await succeed(lab, { command: 'git', args: ['clone', '--quiet', repository.url, clone] })
    const { code, stdout } = await npm(clone, 'pack', '--silent', '--pack-destination', lab.folder)
    expect(code).toBe(0)
    await succeed(lab, { command: 'tar', args: ['-xzf', join(lab.folder, stdout.trim()), '-C', lab.folder] })
    const packed = join(lab.folder, 'package')
    const needed = [
      ...['LICENSE', 'README.md', 'package.json'],
      ...(await belowOf(clone, 'dist/cli')),
      ...(await belowOf(clone, 'examples/repository')),
      ...(await belowOf(clone, 'flux')),
    ]
    expect((await filesBelow(packed)).map(({ path }) => path)).toEqual(needed.toSorted())

    const folder = await lab.makeFolder('elsewhere')
    const home = await lab.makeFolder('home')
    const fluxgate = (...args: readonly string[]) =>
      run(lab, {
        command: join(packed, 'dist/cli/index.js'),
        args,
        cwd: folder,
        wholeEnv: { PATH: lab.env.PATH ?? '', HOME: home },
      })
    expect(await fluxgate('tag', '--sha', SHA, '--now', '1700000000')).toMatchObject({
      code: 0,
      stdout: 'main-aaaaaaa-1700000000\n',
    })
    expect(await fluxgate('verify')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('nothing of Flux is here'),
    })
    expect(await fluxgate('init', '--help')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Usage: fluxgate init'),
    })
    await mkdir(join(folder, 'repository'))
    await succeed(lab, {
      command: 'git',
      args: ['init', '--quiet', '--initial-branch=main', join(folder, 'repository')],
    })
    const init = await fluxgate(
      'init',
      'repository',
      '--registry',
      'harbor.example.com',
      '--vm',
      'deploy@10.0.0.9',
      '--repo',
      'example/website',
      '--fluxgate',
      `example/fluxgate@${SHA}`,
    )
    expect([init.stderr, init.stdout]).toEqual([
      expect.not.stringContaining('error'),
      expect.stringContaining('+++ b/flux/clusters/production/'),
    ])
    expect(await readdir(home)).toEqual([])
  }, 180_000)
})

async function belowOf(root: string, folder: string): Promise<readonly string[]> {
  return (await filesBelow(join(root, folder))).map(({ path }) => `${folder}/${path}`)
}
