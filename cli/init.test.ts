import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Cancelled } from '../src/runner/cancellation.js'
import { processExec } from '../src/runner/exec.js'
import { diskFiles } from '../src/runner/files.js'
import { commandLine } from '../tests/fakes/command-line.js'
import { newGit, type RealGit } from '../tests/fakes/real-git.js'
import { silentRunner } from '../tests/fakes/silent-runner.js'
import { temporaryFolder } from '../tests/fakes/temporary-folder.js'

const root = temporaryFolder()
const ROOT = join(import.meta.dirname, '..')
const env = {
  PATH: process.env.PATH,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CEILING_DIRECTORIES: root,
}
const PIN = `me/fluxgate@${'0123456789'.repeat(4)}`
const VALUES = ['--registry', '10.1.2.3:5000', '--insecure', '--vm', 'me@10.1.2.4:2222', '--repo', 'acme/shop']
const NEW = [...VALUES, '--fluxgate', PIN]
const VALUES_FILE = 'flux/fluxgate-values.yaml'
const GATE = '.github/workflows/pull-request.yml'
const KUSTOMIZATION = 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata:\n  name: apps\n'

async function init(git: RealGit, args: readonly string[], answer?: string) {
  const { log, logged } = silentRunner()
  const parts = { workspace: git.folder, exec: processExec(env), env, files: diskFiles(root), log }
  const ran = await commandLine(['init', ...args], answer === undefined ? parts : { ...parts, answer })
  return { ...ran, logged }
}

function read(git: RealGit, path: string): string {
  return readFileSync(join(git.folder, path), 'utf8')
}

function write(git: RealGit, path: string, text: string): void {
  mkdirSync(dirname(join(git.folder, path)), { recursive: true })
  writeFileSync(join(git.folder, path), text)
}

/** What git has that differs from its last commit. */
function changes(git: RealGit): string {
  return git.run('status', '--porcelain', '--untracked-files=all')
}

async function withTree(): Promise<RealGit> {
  const git = newGit(root)
  await init(git, [...NEW, '--write'])
  git.commit()
  return git
}

describe('in an empty repository', () => {
  test('the diff is shown, it applies, and nothing is written', async () => {
    const git = newGit(root)
    const { code, printed, logged } = await init(git, NEW)
    expect(code).toBe(0)
    expect(logged.at(-1)).toMatch(/^info: Nothing was written. Run it again with --write to write these \d+ files$/)
    expect(changes(git)).toBe('')
    execFileSync('git', ['apply'], { cwd: git.folder, input: printed, env })
    const applied = changes(git)
    git.run('clean', '--quiet', '-fd')
    expect((await init(git, [...NEW, '--write'])).printed).toBe(printed)
    expect(changes(git)).toBe(applied)
    expect(applied).toContain(VALUES_FILE)
    expect(applied).not.toContain('flux/examples')
  })

  test('it says what is left to do, first of all that the secrets are made up', async () => {
    const { logged } = await init(newGit(root), [...NEW, '--write'])
    expect(logged).toContainEqual(expect.stringMatching(/^info: Written: \d+ files$/))
    expect(logged).toContainEqual(
      expect.stringMatching(/made up.*fluxgate seal --secrets flux\/sealing\/request\.yaml/),
    )
    expect(logged).toContainEqual(expect.stringMatching(/HARBOR_USERNAME/))
  })

  test('workflows use the pin, and templates leave no gap to fill in', async () => {
    const git = await withTree()
    const paths = git.run('ls-files').split('\n')
    const texts = paths.map(path => read(git, path)).join('\n')
    const uses = [...texts.matchAll(/uses: (\S+\/actions\/[a-z-]+@\S+)/g)].map(match => match[1]?.split('/actions/')[0])
    expect(uses).toHaveLength(3)
    expect(texts.match(new RegExp(`@${PIN.split('@')[1]}$`, 'gm'))).toHaveLength(3)
    expect(texts).not.toMatch(/@COMMIT|uses: OWNER/)
  })

  test('a second run has nothing to do', async () => {
    const git = await withTree()
    const { code, printed, logged } = await init(git, [...NEW, '--write'])
    expect({ code, printed }).toEqual({ code: 0, printed: '' })
    expect(logged).toContainEqual(expect.stringMatching(/^info: Nothing to write/))
    expect(changes(git)).toBe('')
  })

  test('repository and branch come from git, unless told', async () => {
    const git = newGit(root)
    git.run('remote', 'add', 'origin', 'git@github.com:them/site.git')
    await init(git, ['--registry', 'r.lan', '--vm', 'a@10.0.0.1', '--fluxgate', PIN, '--write'])
    expect(read(git, VALUES_FILE)).toMatch(/^repo: them\/site\nbranch: master$/m)
    expect(read(git, VALUES_FILE)).toMatch(/^insecure: false$/m)
  })

  test('everything that is wrong or missing is named together, and nothing is written', async () => {
    const git = newGit(root)
    const { code, problems } = await init(git, [
      '--registry',
      'http://r',
      '--vm',
      'host',
      '--fluxgate',
      'a/b@v1',
      '--write',
    ])
    expect(code).toBe(2)
    expect(problems).toEqual([
      expect.stringMatching(/^option --registry: "http:\/\/r" has a scheme/),
      expect.stringMatching(/^option --vm: "host" has no user/),
      expect.stringMatching(/^option --repo is missing: /),
      expect.stringMatching(/^option --fluxgate: "a\/b@v1" is no pin: /),
    ])
    expect(changes(git)).toBe('')
  })

  test('a VM with a host name needs an address for the Service', async () => {
    const args = [...NEW.filter(arg => !arg.startsWith('me@10')), '--vm', 'me@vm.lan'].filter(
      (arg, at, all) => !(arg === '--vm' && all[at + 1] === '--repo'),
    )
    const git = newGit(root)
    expect((await init(git, args)).problems).toEqual([expect.stringMatching(/--vm-address$/)])
    expect((await init(git, [...args, '--vm-address', '10.0.0.9', '--write'])).problems).toEqual([])
    expect(read(git, 'flux/clusters/production/ingress/backend-service.yaml')).toContain('addresses: ["10.0.0.9"]')
  })

  test('a branch that is not the default one of origin is warned of', async () => {
    const git = newGit(root)
    const commit = git.commit({ a: '' })
    git.run('update-ref', 'refs/remotes/origin/main', commit)
    git.run('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main')
    expect((await init(git, NEW)).logged).not.toContainEqual(expect.stringMatching(/^warning/))
    expect((await init(git, [...NEW, '--branch', 'develop'])).logged).toContainEqual(
      expect.stringMatching(/^warning: the branch "develop" is not the default one of origin, which is "main"/),
    )
  })

  test("a file of the user's is left alone, and it is said what to do", async () => {
    const git = newGit(root)
    git.commit({ '.github/workflows/build-and-push.yml': 'on: push\njobs: {}\n', [GATE]: 'on: push\njobs: {}\n' })
    const { logged } = await init(git, [...NEW, '--write'])
    expect(read(git, GATE)).toBe('on: push\njobs: {}\n')
    expect(changes(git)).not.toMatch(/^ M/m)
    expect(logged).toContainEqual(
      expect.stringMatching(
        /^warning: \.github\/workflows\/build-and-push\.yml is there already, and is left as it is\. Compare it with .* move yours away and run fluxgate init --fluxgate me\/fluxgate@[0-9]{40}$/,
      ),
    )
    expect(logged).toContainEqual(
      expect.stringMatching(/pull-request\.yml is there .*"uses: me\/fluxgate\/actions\/verify-manifests@/),
    )
    expect((await init(git, ['--registry', 'other.lan', '--write'])).code).toBe(0)
    rmSync(join(git.folder, '.github/workflows/build-and-push.yml'))
    const again = await init(git, ['--fluxgate', PIN, '--write'])
    expect(again.code).toBe(0)
    expect(again.printed.match(/^diff --git .*$/gm)).toHaveLength(1)
    expect(read(git, '.github/workflows/build-and-push.yml')).toMatch(/ registry: other\.lan .*/)
    expect(read(git, GATE)).toBe('on: push\njobs: {}\n')
  })

  test('what a workflow of the user has already is not added twice: the gate', async () => {
    const git = newGit(root)
    git.commit({
      '.github/workflows/ci.yml': 'jobs:\n  a:\n    steps:\n      - uses: them/fluxgate/actions/verify-manifests@abc\n',
    })
    const { logged } = await init(git, [...NEW, '--write'])
    expect(logged).toContainEqual('warning: .github/workflows/ci.yml has the gate already, and is left as it is')
    expect(existsSync(join(git.folder, GATE))).toBe(false)
    expect(existsSync(join(git.folder, VALUES_FILE))).toBe(true)
  })

  test('a run that was interrupted is taken up where it stopped', async () => {
    const git = await withTree()
    const whole = git.run('rev-parse', 'HEAD^{tree}')
    for (const path of [VALUES_FILE, GATE, 'flux/clusters/production/ingress/ingress.yaml'])
      rmSync(join(git.folder, path))
    const { code } = await init(git, [...NEW, '--write'])
    expect(code).toBe(0)
    git.run('add', '--all')
    expect(git.run('write-tree')).toBe(whole)
  })

  test('nothing is written after Ctrl+C', async () => {
    const git = newGit(root)
    const parts = { workspace: git.folder, exec: processExec(env), env, files: diskFiles(root) }
    const signal = AbortSignal.abort(new Cancelled('cancelled by SIGINT'))
    await expect(commandLine(['init', ...NEW, '--write'], { ...parts, signal })).rejects.toThrow(Cancelled)
    expect(changes(git)).toBe('')
  })

  test('nothing is written through a link', async () => {
    const git = newGit(root)
    const outside = join(root, 'outside')
    mkdirSync(outside, { recursive: true })
    symlinkSync(outside, join(git.folder, '.github'))
    const { code, problems } = await init(git, [...NEW, '--write'])
    expect(code).toBe(1)
    expect(problems).toContainEqual(expect.stringMatching(/pull-request\.yml is reached through a link/))
    expect(existsSync(join(outside, 'workflows'))).toBe(false)
    expect(existsSync(join(git.folder, 'flux'))).toBe(false)
  })
})

describe('in a terminal', () => {
  test.each([
    ['yes', true],
    ['y', false],
    ['', false],
    ['no', false],
  ])('the answer "%s" writes: %s', async (answer, writes) => {
    const git = newGit(root)
    const { code, printed } = await init(git, NEW, answer)
    expect(code).toBe(0)
    expect(printed).toContain('+++ b/flux/')
    expect(existsSync(join(git.folder, VALUES_FILE))).toBe(writes)
  })
})

describe('in a repository with the tree', () => {
  test('one value is changed, everywhere and nowhere else', async () => {
    const git = await withTree()
    const { printed, logged } = await init(git, ['--vm', 'me@10.9.9.9', '--write'])
    expect(git.run('diff', '--name-only').split('\n')).toEqual([
      'flux/clusters/production/backend/deploy-job.yaml',
      'flux/clusters/production/ingress/backend-service.yaml',
      VALUES_FILE,
    ])
    expect(printed.match(/^\+ .*$/gm)).toHaveLength(3)
    expect(logged).toContainEqual(expect.stringMatching(/--renew website\/vm-ssh-key$/))
  })

  test('a value that is changed in the values file is set everywhere', async () => {
    const git = await withTree()
    write(git, VALUES_FILE, read(git, VALUES_FILE).replace('branch: master', 'branch: trunk'))
    expect((await init(git, ['--write'])).code).toBe(0)
    expect(git.run('grep', '--count', '-w', 'trunk').split('\n')).toHaveLength(4)
    expect(git.run('diff', '--unified=0')).not.toMatch(/^\+.*master/m)
    expect(git.run('diff', '--unified=0').match(/^-.*\bmaster\b/gm)).toHaveLength(5)
  })

  test("a line of somebody else's with the old value is named", async () => {
    const git = await withTree()
    git.commit({ 'flux/clusters/production/frontend/extra.yaml': 'image: 10.1.2.3:5000/library/extra:1\n' })
    const { logged } = await init(git, ['--registry', '10.1.2.30:5000', '--write'])
    expect(logged).toContainEqual(
      expect.stringMatching(/^warning: flux\/clusters\/production\/frontend\/extra\.yaml:1 still has 10\.1\.2\.3:5000/),
    )
    expect(read(git, 'flux/clusters/production/frontend/extra.yaml')).toContain('10.1.2.3:5000')
  })

  test('a place that is gone stops everything', async () => {
    const git = await withTree()
    git.commit({ 'flux/clusters/production/frontend/deployment.yaml': 'kind: Deployment\n' })
    const { code, problems } = await init(git, ['--registry', 'r.lan', '--write'])
    expect(code).toBe(1)
    expect(problems).toEqual([expect.stringMatching(/deployment\.yaml: the place of frontend-image and registry/)])
    expect(changes(git)).toBe('')
  })

  test('mistakes in the values file are named with their lines', async () => {
    const git = await withTree()
    const text = read(git, VALUES_FILE).replace('vm: me@10.1.2.4:2222', 'vm: 10.1.2.4').replace('branch: ', 'brunch: ')
    git.commit({ [VALUES_FILE]: text })
    const { problems } = await init(git, ['--write'])
    expect(problems).toEqual([
      expect.stringMatching(/^flux\/fluxgate-values\.yaml:\d+: unknown value "brunch" \| Did you mean "branch"\?$/),
      expect.stringMatching(/has no "branch"/),
      expect.stringMatching(/^flux\/fluxgate-values\.yaml:\d+: vm "10\.1\.2\.4" has no user/),
    ])
    expect(changes(git)).toBe('')
  })

  test('a file with bytes that are no UTF-8 is not touched', async () => {
    const git = await withTree()
    const path = 'flux/clusters/production/ingress/backend-service.yaml'
    git.commit({ [path]: Buffer.concat([Buffer.from('# \xff\n', 'latin1'), Buffer.from(read(git, path))]) })
    const { problems } = await init(git, ['--vm', 'me@10.9.9.9', '--write'])
    expect(problems).toEqual([expect.stringMatching(/backend-service\.yaml is no UTF-8 text/)])
    expect(changes(git)).toBe('')
  })

  test('this repository has every value at its places', async () => {
    const { log, logged } = silentRunner()
    const parts = { workspace: ROOT, exec: processExec(process.env), env: process.env, files: diskFiles(root), log }
    expect(await commandLine(['init'], parts)).toMatchObject({ code: 0, printed: '' })
    expect(logged.filter(line => !/default one of origin/.test(line))).toEqual([
      expect.stringMatching(/^info: Nothing to write/),
    ])
  })
})

describe('in a repository with a tree of its own', () => {
  test('the gate is added and nothing else, with no more rights than it needs', async () => {
    const git = newGit(root)
    git.commit({ 'clusters/apps.yaml': KUSTOMIZATION })
    const { code } = await init(git, ['--fluxgate', PIN, '--write'])
    expect(code).toBe(0)
    expect(changes(git)).toBe(`?? .fluxgate.yaml\n?? ${GATE}`)
    expect(read(git, GATE)).toContain(`uses: ${PIN.replace('@', '/actions/verify-manifests@')}`)
    expect(read(git, GATE)).not.toMatch(/^[^#]*: write/m)
    expect(
      read(git, '.fluxgate.yaml')
        .split('\n')
        .every(line => line === '' || line.startsWith('#')),
    ).toBe(true)
    git.commit()
    expect(await init(git, ['--fluxgate', PIN, '--write'])).toMatchObject({ code: 0, printed: '' })
  })

  test('what is commented out in its configuration is right once the # is gone', async () => {
    const git = newGit(root)
    git.commit({ 'clusters/apps.yaml': KUSTOMIZATION })
    await init(git, ['--fluxgate', PIN, '--write'])
    const text = read(git, '.fluxgate.yaml').replaceAll(/^# (?=[a-z-]+:| )/gm, '')
    expect(text).toMatch(/^external:\n {2}secrets:/m)
    write(git, '.fluxgate.yaml', text)
    const parts = { workspace: git.folder, exec: processExec(env), env, files: diskFiles(root) }
    const { problems } = await commandLine(['verify', git.folder], parts)
    expect(problems).toEqual([])
  })

  test('values have no place there', async () => {
    const git = newGit(root)
    git.commit({ 'clusters/apps.yaml': KUSTOMIZATION })
    const { code, problems } = await init(git, [...NEW, '--write'])
    expect(code).toBe(2)
    expect(problems).toEqual([
      expect.stringMatching(
        /^--registry, --insecure, --repo, --vm: this repository has a tree of Flux's already \(clusters\/apps\.yaml\)/,
      ),
    ])
    expect(changes(git)).toBe('')
  })

  test('a gate that is there in another workflow is not added twice', async () => {
    const git = newGit(root)
    git.commit({
      'clusters/apps.yaml': KUSTOMIZATION,
      '.github/workflows/ci.yml': 'jobs:\n  a:\n    steps:\n      - uses: them/fluxgate/actions/verify-manifests@abc\n',
      '.fluxgate.yaml': 'exclude: [docs/**]\n',
    })
    const { printed, logged } = await init(git, ['--fluxgate', PIN, '--write'])
    expect(printed).toBe('')
    expect(logged.filter(line => line.startsWith('warning'))).toHaveLength(1)
    expect(logged).toContainEqual('warning: .github/workflows/ci.yml has the gate already, and is left as it is')
    expect(changes(git)).toBe('')
  })
})

test('a folder within a repository is refused: workflows belong to its root', async () => {
  const git = newGit(root)
  git.commit({ 'sub/a': '' })
  const { code, problems } = await init(git, [...NEW, 'sub'])
  expect(code).toBe(2)
  expect(problems).toEqual([expect.stringMatching(/is a folder within the repository .* \| .*run init there/)])
})

test('a folder that is no repository is set up all the same', async () => {
  const folder = join(root, 'no-repository')
  mkdirSync(folder)
  const parts = { workspace: root, exec: processExec(env), env, files: diskFiles(root) }
  expect(await commandLine(['init', 'no-repository', ...NEW, '--write'], parts)).toMatchObject({ code: 0 })
  expect(readFileSync(join(folder, VALUES_FILE), 'utf8')).toMatch(/^branch: main$/m)
})

test('without the reference tree beside the program it says what is missing', async () => {
  const git = newGit(root)
  const alone = join(root, 'alone/dist/cli')
  mkdirSync(alone, { recursive: true })
  cpSync(join(ROOT, 'dist/cli/package.json'), join(alone, 'index.js'))
  const parts = { workspace: git.folder, exec: processExec(env), env, files: diskFiles(root) }
  const { problems } = await commandLine(['init', ...NEW], { ...parts, program: join(alone, 'index.js') })
  expect(problems).toEqual([
    expect.stringMatching(/^the reference tree is not where .* \| Run dist\/cli\/index\.js of a whole checkout/),
  ])
})
