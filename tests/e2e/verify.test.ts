import { readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { listMember, member, parseJson } from '../../src/json.js'
import { readTree } from '../corpus/tree.js'
import { type Loopback, loopback } from '../fakes/loopback.js'
import { type ActionResult, type ActionStep, runAction } from '../lab/action-process.js'
import { cloneGitRepository, type GitRepository, makeGitRepository } from '../lab/git-repository.js'
import { type Lab, openLab } from '../lab/lab.js'
import { run } from '../lab/program.js'
import { describeWith } from '../lab/tools.js'

const ROOT = join(import.meta.dirname, '..', '..')
const ACTION = join(ROOT, 'actions', 'verify-manifests')
const CLI = join(ROOT, 'dist', 'cli', 'index.js')
const POLICIES = 'flux/clusters/production/image-automation/image-policies.yaml'
const DEPLOYMENT = 'flux/clusters/production/frontend/deployment.yaml'

/** The order by commit that this project exists for, in the policies of both images. */
const byCommit = (text: string) => text.replaceAll(/numerical:/g, 'alphabetical:').replaceAll(/^ *extract:.*\n/gm, '')

describeWith(['node24'], 'verify-manifests on pull requests', () => {
  let lab: Lab
  let github: Loopback
  let comments: { id: number; body: string }[]

  beforeAll(async () => {
    lab = await openLab()
    github = await loopback()
  })

  afterAll(() => lab.stop())

  /** GitHub's API as far as comments go. */
  function serve(status = 200): void {
    comments = []
    github.asked.length = 0
    github.serve(({ method, body }) => {
      const json = (value: unknown, code = 200) => ({ status: code, body: JSON.stringify(value) })
      if (status !== 200) return json({ message: 'no' }, status)
      const text = String(member(parseJson(body), 'body') ?? '')
      if (method === 'GET')
        return json(comments.map(one => ({ ...one, user: { login: 'github-actions[bot]', type: 'Bot' } })))
      if (method === 'POST') comments.push({ id: comments.length + 1, body: text })
      else comments = comments.map(one => ({ ...one, body: text }))
      return json({ id: 1 }, method === 'POST' ? 201 : 200)
    })
  }

  async function reference(): Promise<GitRepository> {
    const repository = await makeGitRepository(lab)
    await repository.commit(Object.fromEntries(readTree('reference')))
    return repository
  }

  async function edit(repository: GitRepository, path: string, change: (text: string) => string): Promise<string> {
    const before = await readFile(join(repository.folder, path), 'utf8')
    const after = change(before)
    expect(after).not.toBe(before)
    return repository.commit({ [path]: after })
  }

  /** Runs the action as GitHub does for a pull request of the branch that is checked out into master. */
  async function verify(
    repository: GitRepository,
    base: string,
    step: Partial<ActionStep> = {},
  ): Promise<ActionResult> {
    return runAction(lab, {
      action: ACTION,
      workspace: repository.folder,
      ref: 'refs/pull/7/merge',
      sha: await repository.git('rev-parse', 'HEAD'),
      event: {
        name: 'pull_request',
        payload: {
          number: 7,
          pull_request: { number: 7, base: { sha: base, ref: 'master' } },
          repository: { full_name: 'example/website' },
        },
      },
      ...step,
      inputs: { 'github-token': '', ...step.inputs },
      env: { GITHUB_BASE_REF: 'master', GITHUB_API_URL: github.url, ...step.env },
    })
  }

  test('a change that breaks nothing passes, with its chains', async () => {
    const repository = await reference()
    const base = await repository.git('rev-parse', 'HEAD')
    await edit(repository, DEPLOYMENT, text => text.replace('replicas: 2', 'replicas: 3'))
    const result = await verify(repository, base)
    expect(result).toMatchObject({ code: 0, outputs: { verdict: 'pass', errors: '0', 'new-errors': '0' } })
    expect(result.log).not.toContain('::error')
    expect(result.summary).toContain('192.168.0.40:5000/library/frontend')
    expect(result.summary).not.toMatch(/^\| ✗ \|/m)
  })

  test('tags that sort by commit close the gate, at the line, with the tags that show it', async () => {
    const repository = await reference()
    const base = await repository.git('rev-parse', 'HEAD')
    await edit(repository, POLICIES, byCommit)
    const result = await verify(repository, base)
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'fail', 'new-errors': '2' } })
    expect(result.log).toMatch(
      /^::error .*file=flux\/clusters\/production\/image-automation\/image-policies.yaml,line=\d+/m,
    )
    expect(result.log).toContain('policy-elects-newest')
    expect(result.summary).toMatch(/Flux elects main-f{7}-\d{10}/)
    expect(result.summary).toMatch(/^\| ✗ \|/m)
    const report = parseJson(await readFile(result.outputs.report ?? '', 'utf8'))
    expect(report).toMatchObject({ verdict: 'fail', summary: { errors: 2 } })
    const sarif = parseJson(await readFile(result.outputs.sarif ?? '', 'utf8'))
    const [run] = listMember(sarif, 'runs')
    const results = listMember(run, 'results').map(found => member(found, 'ruleId'))
    expect(results.filter(rule => rule === 'policy-elects-newest')).toHaveLength(2)
  })

  test('what was there before does not close it, and what is mended is called fixed', async () => {
    const repository = await reference()
    await edit(repository, POLICIES, byCommit)
    const base = await repository.git('rev-parse', 'HEAD')
    await edit(repository, DEPLOYMENT, text => text.replace('replicas: 2', 'replicas: 3'))
    const old = await verify(repository, base)
    expect(old).toMatchObject({ code: 0, outputs: { verdict: 'pass', errors: '2', 'new-errors': '0' } })
    await repository.git('checkout', '--quiet', base, '--', '.')
    await edit(repository, POLICIES, text => text.replaceAll('alphabetical:', 'numerical:'))
    const strict = await verify(repository, base, { inputs: { 'fail-on': 'errors' } })
    expect(strict.code).toBe(1)
  })

  test('the comment is made once, kept up to date, and says when all is well', async () => {
    serve()
    const repository = await reference()
    const base = await repository.git('rev-parse', 'HEAD')
    const inputs = { comment: 'true', 'github-token': 'a-token' }
    expect((await verify(repository, base, { inputs })).code).toBe(0)
    expect(comments).toHaveLength(0)
    await edit(repository, POLICIES, byCommit)
    expect((await verify(repository, base, { inputs })).code).toBe(1)
    expect((await verify(repository, base, { inputs })).code).toBe(1)
    expect(comments).toHaveLength(1)
    expect(comments[0]?.body).toContain('policy-elects-newest')
    await repository.git('checkout', '--quiet', base, '--', '.')
    await repository.commit()
    expect((await verify(repository, base, { inputs })).code).toBe(0)
    expect(comments).toHaveLength(1)
    expect(comments[0]?.body).not.toContain('policy-elects-newest')
  })

  test.each([
    ['a fork, whose token may not comment', 403, 'a-token'],
    ['an API that is down', 503, 'a-token'],
    ['no token', 200, ''],
  ])('%s changes nothing about the gate', async (_, status, token) => {
    serve(status)
    const repository = await reference()
    const base = await repository.git('rev-parse', 'HEAD')
    await edit(repository, POLICIES, byCommit)
    const result = await verify(repository, base, { inputs: { comment: 'true', 'github-token': token } })
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'fail' } })
    expect(result.log).toMatch(/^::(?:notice|warning)/m)
    expect(result.log).not.toContain('bug in fluxgate')
  })

  test('without its base everything counts as new, and the next step is said', async () => {
    const origin = await reference()
    await edit(origin, POLICIES, byCommit)
    const shallow = await cloneGitRepository(lab, origin.folder, { depth: 1 })
    await shallow.git('remote', 'remove', 'origin')
    const result = await verify(shallow, '1'.repeat(40))
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'fail', 'new-errors': '2' } })
    expect(result.log).toMatch(/^::notice.*fetch-depth/m)
  })

  test('a folder that is no repository is checked all the same', async () => {
    const repository = await reference()
    await repository.git('rev-parse', 'HEAD')
    await run(lab, { command: 'rm', args: ['-rf', join(repository.folder, '.git')] })
    const result = await runAction(lab, {
      action: ACTION,
      workspace: repository.folder,
      inputs: { 'github-token': '' },
    })
    expect(result).toMatchObject({ code: 0, outputs: { verdict: 'pass' } })
  })

  test('wrong inputs are named together', async () => {
    const repository = await reference()
    const result = await verify(repository, '1'.repeat(40), {
      inputs: { 'fail-on': 'err', path: '../..', 'flux-version': 'two', base: '--upload-pack=x', comment: 'yes' },
    })
    expect(result.code).toBe(1)
    for (const name of ['fail-on', 'path', 'flux-version', 'base', 'comment']) {
      expect(result.log).toContain(`::error::input "${name}"`)
    }
  })

  test('a hostile tree is read within itself, and says nothing in our name', async () => {
    const repository = await reference()
    const base = await repository.git('rev-parse', 'HEAD')
    const evil = '::error::pwned%0A::set-output name=verdict::pass'
    await repository.commit({
      [`flux/${evil.replaceAll('/', '')}.yaml`]: `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: "</details><script>alert(1)</script>"\n  namespace: "\\n${evil}"\ndata: {a: yes, a: no}\n`,
      'flux/bomb.yaml': `a0: &a0 [x, x]\n${Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]\n`).join('')}`,
      'flux/deep.yaml': `a: ${'['.repeat(20_000)}\n`,
      'flux/pattern.yaml': `apiVersion: image.toolkit.fluxcd.io/v1\nkind: ImagePolicy\nmetadata: {name: slow, namespace: flux-system}\nspec:\n  imageRepositoryRef: {name: frontend}\n  filterTags: {pattern: '(a*)*(a*)*(a+)+$'}\n  policy: {alphabetical: {}}\n`,
    })
    await symlink('/etc/passwd', join(repository.folder, 'flux', 'passwd.yaml'))
    await writeFile(join(repository.folder, 'flux', 'large.yaml'), 'a: b\n'.repeat(2_500_000))
    const started = Date.now()
    const result = await verify(repository, base)
    expect(Date.now() - started).toBeLessThan(60_000)
    expect([0, 1]).toContain(result.code)
    expect(result.log).not.toMatch(/^::set-output/m)
    expect(result.log).not.toMatch(/^::error::pwned/m)
    expect(result.log).not.toContain('root:x:0:0')
    expect(result.summary).not.toContain('<script>')
    expect(result.summary).not.toContain('root:x:0:0')
    expect(result.outputs.verdict).toMatch(/^(?:pass|fail)$/)
  })
})

describe('fluxgate verify', () => {
  let lab: Lab

  beforeAll(async () => {
    lab = await openLab()
  })

  afterAll(() => lab.stop())

  const verify = (folder: string, ...args: readonly string[]) =>
    run(lab, { command: process.execPath, args: [CLI, 'verify', ...args], cwd: folder })

  test('gives 0 for a tree that works, 1 for one that does not, 2 for a wrong word or configuration', async () => {
    const repository = await makeGitRepository(lab)
    await repository.commit(Object.fromEntries(readTree('reference')))
    expect(await verify(repository.folder)).toMatchObject({ code: 0 })
    await repository.commit({ [POLICIES]: byCommit(await readFile(join(repository.folder, POLICIES), 'utf8')) })
    const closed = await verify(repository.folder, '--format', 'json')
    expect(closed.code).toBe(1)
    expect(parseJson(closed.stdout)).toMatchObject({ verdict: 'fail', chains: [{}, {}] })
    expect(await verify(repository.folder, '--fail-on', 'never')).toMatchObject({ code: 0 })
    expect(await verify(repository.folder, '--fail-on', 'no')).toMatchObject({ code: 2, stdout: '' })
    expect(await verify(repository.folder, '--base', 'nowhere')).toMatchObject({ code: 2, stdout: '' })
    await repository.write({ '.fluxgate.yaml': 'rules: {policy-elects-newst: off}\n' })
    const wrong = await verify(repository.folder)
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toContain(
      '.fluxgate.yaml:1: unknown rule "policy-elects-newst". Did you mean "policy-elects-newest"?',
    )
  })

  test('compares with a branch, and only one rule when asked', async () => {
    const repository = await makeGitRepository(lab)
    await repository.commit(Object.fromEntries(readTree('reference')))
    await repository.git('checkout', '--quiet', '-b', 'change')
    await repository.commit({ [POLICIES]: byCommit(await readFile(join(repository.folder, POLICIES), 'utf8')) })
    const { stdout, code } = await verify(
      repository.folder,
      '--base',
      'master',
      '--rule',
      'policy-elects-newest',
      '--format',
      'json',
    )
    expect(code).toBe(1)
    const findings = member(parseJson(stdout), 'findings')
    expect(
      Array.isArray(findings) && findings.map((one: unknown) => [member(one, 'rule'), member(one, 'status')]),
    ).toEqual([
      ['policy-elects-newest', 'new'],
      ['policy-elects-newest', 'new'],
    ])
  })

  test('applies what is certain to the byte, and shows it', async () => {
    const repository = await makeGitRepository(lab)
    const path = 'flux/repository.yaml'
    const text = `# kept\r\napiVersion: image.toolkit.fluxcd.io/v1\r\nkind: ImageRepository\r\nmetadata: {name: a, namespace: b}\r\nspec:\r\n  image: https://ghcr.io/example/a   # and this\r\n  interval: 1m\r\n`
    await repository.commit({ [path]: text })
    const fixed = await verify(repository.folder, '--fix')
    expect(fixed.stdout).toContain('+  image: ghcr.io/example/a   # and this')
    expect(await readFile(join(repository.folder, path), 'utf8')).toBe(text.replace('https://', ''))
    expect(await verify(repository.folder)).toMatchObject({ code: 0 })
  })
})
