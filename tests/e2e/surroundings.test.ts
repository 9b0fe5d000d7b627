import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { listMember, member, numberMember, parseJson, textMember } from '../../src/json.js'
import { type Loopback, loopback } from '../fakes/loopback.js'
import { type ActionResult, runAction } from '../lab/action-process.js'
import { makeGitRepository } from '../lab/git-repository.js'
import { type Lab, openLab } from '../lab/lab.js'
import { run } from '../lab/program.js'
import { describeWith, node } from '../lab/tools.js'

const ROOT = join(import.meta.dirname, '../..')
const ACTION = join(ROOT, 'actions/verify-manifests')
const CLI = join(ROOT, 'dist/cli/index.js')

/** A policy whose pattern is no regular expression: an error in line 10. */
const POLICY = `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata:
  name: app
  namespace: flux-system
spec:
  imageRepositoryRef:
    name: app
  filterTags:
    pattern: '^main-(?P<ts>[0-9]+$'
    extract: $ts
  policy:
    numerical:
      order: asc
---
apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageRepository
metadata:
  name: app
  namespace: flux-system
spec:
  image: harbor.example.com/library/app
  interval: 1m
`

describeWith(['node24', 'git'], 'the gate as it is run', () => {
  let lab: Lab
  let github: Loopback

  beforeAll(async () => {
    lab = await openLab()
    github = await loopback(({ method }) => ({
      status: method === 'POST' ? 201 : 200,
      body: method === 'POST' ? '{"id":1}' : '[]',
    }))
  })

  afterAll(() => lab.stop())

  /** The committed action on a pull request that adds these files. */
  async function gate(
    files: Readonly<Record<string, string>>,
    env: Readonly<Record<string, string>> = {},
  ): Promise<ActionResult> {
    const repository = await makeGitRepository(lab)
    const base = await repository.commit({ 'README.md': 'x\n' })
    const sha = await repository.commit(files)
    return runAction(lab, {
      action: ACTION,
      workspace: repository.folder,
      ref: 'refs/pull/7/merge',
      sha,
      event: {
        name: 'pull_request',
        payload: {
          number: 7,
          pull_request: { number: 7, base: { sha: base, ref: 'master' } },
          repository: { full_name: 'example/website' },
        },
      },
      inputs: { comment: 'true', 'github-token': 'a-token' },
      env: { GITHUB_BASE_REF: 'master', GITHUB_API_URL: github.url, ...env },
    })
  }

  test('at a GitHub Enterprise Server asks its API, and leads nobody to github.com', async () => {
    github.asked.length = 0
    const result = await gate(
      { 'flux/policies.yaml': POLICY },
      { GITHUB_SERVER_URL: 'https://ghe.example.com', GITHUB_API_URL: `${github.url}/api/v3` },
    )
    expect(result).toMatchObject({ code: 1, outputs: { verdict: 'fail' } })
    expect(github.asked.map(({ method, path }) => `${method} ${path.split('?')[0]}`)).toEqual([
      'GET /api/v3/repos/example/website/issues/7/comments',
      'POST /api/v3/repos/example/website/issues/7/comments',
    ])
    const sarif = await readFile(result.outputs.sarif ?? '', 'utf8')
    const results = listMember(listMember(parseJson(sarif), 'runs')[0], 'results')
    for (const text of [result.log, result.summary, JSON.stringify(results), github.asked[1]?.body ?? '']) {
      expect(text).toContain('policy-pattern-valid')
      expect(text).not.toContain('github.com')
    }
  })

  describe('tells the place of a fault', () => {
    const path = 'flux/verktøy/каталог 50%, a:b/ポリシー.yaml'

    test.each([
      ['a tree with line ends of Unix', POLICY],
      ['one with those of Windows', POLICY.replaceAll('\n', '\r\n')],
    ])('in %s, below names that are not English', async (_, text) => {
      const result = await gate({ [path]: text })
      expect(result).toMatchObject({ code: 1, outputs: { errors: '1' } })
      // As the runner reads it: what separates properties is encoded, nothing else is.
      expect(result.log).toContain('::error file=flux/verktøy/каталог 50%25%2C a%3Ab/ポリシー.yaml,line=10,')
      expect(result.log).not.toContain('%0D')
      expect(result.summary).toContain('ポリシー.yaml')
      const sarif = parseJson(await readFile(result.outputs.sarif ?? '', 'utf8'))
      const [found] = listMember(listMember(sarif, 'runs')[0], 'results')
      const place = member(listMember(found, 'locations')[0], 'physicalLocation')
      const uri = textMember(member(place, 'artifactLocation'), 'uri') ?? ''
      expect(uri).toMatch(/^[A-Za-z0-9/%._-]+$/)
      expect(uri.split('/').map(decodeURIComponent).join('/')).toBe(path)
      expect(numberMember(member(place, 'region'), 'startLine')).toBe(10)
    })
  })

  describe('in a terminal', () => {
    let folder: string

    beforeAll(async () => {
      folder = await lab.makeFolder('tree')
      await mkdir(dirname(join(folder, 'flux/policies.yaml')))
      await writeFile(join(folder, 'flux/policies.yaml'), POLICY)
    })

    const verify = async (env: Readonly<Record<string, string>>) => {
      const args = [CLI, 'verify', '--render', 'off', '--no-such']
      const wrong = await run(lab, { command: node(24) ?? '', args, cwd: folder, env })
      const { code, stdout } = await run(lab, { command: node(24) ?? '', args: args.slice(0, -1), cwd: folder, env })
      return { code, text: stdout.replace(/\d+ ms/, 'N ms'), log: wrong.stderr }
    }
    const ESCAPE = '\u001b['

    test('colours nothing that goes into a file, in CI or not, and makes no annotations there by itself', async () => {
      const plain = await verify({})
      expect(plain.code).toBe(1)
      expect(plain.text + plain.log).not.toContain(ESCAPE)
      for (const env of [
        { CI: 'true' },
        { CI: 'true', GITHUB_ACTIONS: 'true' },
        { NO_COLOR: '1' },
        { FORCE_COLOR: '0' },
      ])
        expect(await verify(env)).toEqual(plain)
    })

    test('colours where FORCE_COLOR asks for it, unless NO_COLOR forbids it', async () => {
      const coloured = await verify({ FORCE_COLOR: '1' })
      expect(coloured.text).toContain(ESCAPE)
      expect(coloured.log).toContain(ESCAPE)
      expect(await verify({ FORCE_COLOR: '1', NO_COLOR: '1' })).toEqual(await verify({}))
    })
  })
})
