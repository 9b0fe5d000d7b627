import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from '@jest/globals'
import { nodeHttp } from '../src/runner/http.js'
import { commandLine } from '../tests/fakes/command-line.js'
import { loopback } from '../tests/fakes/loopback.js'
import { temporaryFolder } from '../tests/fakes/temporary-folder.js'

const root = temporaryFolder()

interface Case {
  readonly name: string
  readonly pattern: string
  readonly extract: string
  readonly filter: boolean
  readonly policy: string
  readonly argument: string
  readonly tags: readonly string[]
  readonly filtered: readonly string[] | null
  readonly latest: string
  readonly selectedTag: string
  readonly error: string
  readonly errorStage: string
}

describe('the command line prints what the image-reflector-controller gave', () => {
  const vectors = new URL('../tests/conformance/vectors/policy.json', import.meta.url)
  const { cases }: { cases: readonly Case[] } = JSON.parse(readFileSync(vectors, 'utf8'))

  test.each(cases)('$name', async given => {
    const filter = given.filter ? ['--pattern', given.pattern, '--extract', given.extract] : []
    const args = ['policy', ...filter, `--${given.policy}`, given.argument, '--tags-file', '-', '--format', 'json']
    const { code, printed } = await commandLine(args, { stdin: given.tags.join('\n') })
    expect(JSON.parse(printed)).toEqual({
      selectedTag: given.selectedTag || null,
      latest: given.error === '' ? given.latest : null,
      filtered: given.filtered,
      candidates: given.selectedTag === '' ? [] : expect.arrayContaining([given.selectedTag]),
      error: given.error || null,
      stage: given.errorStage || null,
    })
    expect(code).toBe(given.error === '' ? 0 : 1)
  })
})

describe('the tags of a file', () => {
  it.each([
    ['with CRLF, blanks, empty lines and a byte order mark', '\uFEFF1\r\n\r\n 3 \r\n2'],
    ['each once', '3\n3\n2\n1\n3\n'],
  ])('are read %s', async (_, stdin) => {
    const { printed } = await commandLine(['policy', '--numerical', 'asc', '--tags-file', '-'], { stdin })
    expect(printed).toBe('Flux elects 3\n  1. 3\n  2. 2\n  3. 1\n')
  })

  it('may be none: Flux waits for some', async () => {
    const { code, printed } = await commandLine(['policy', '--numerical', 'asc', '--tags-file', '-'])
    expect([code, printed]).toEqual([1, 'Flux reports: version list argument cannot be empty\nIt tries again.\n'])
  })

  it.each(['["1", "2"]', '{"name": "x", "tags": ["1"]}'])('are no JSON: %s', async stdin => {
    const { code, problems } = await commandLine(['policy', '--alphabetical', 'asc', '--tags-file', '-'], { stdin })
    expect([code, problems]).toEqual([2, [expect.stringContaining('Give one tag a line')]])
  })
})

const repository = (image: string) => `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageRepository
metadata: {name: app, namespace: flux-system}
spec: {image: ${image}, insecure: true, exclusionList: ['^9$']}
`
const policy = (name: string) => `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata: {name: ${name}, namespace: flux-system}
spec: {imageRepositoryRef: {name: app}, policy: {numerical: {order: asc}}}
`

describe('a manifest', () => {
  const folder = join(root, 'automation')
  mkdirSync(join(folder, 'deep'), { recursive: true })
  writeFileSync(join(folder, 'repositories.yaml'), repository('r.example/app'))
  writeFileSync(join(folder, 'deep/policies.yml'), `${policy('app')}---\n${policy('other')}`)

  it('may be a folder, where the repository stands in another file', async () => {
    const args = ['policy', '--manifest', folder, '--name', 'flux-system/app', '--tags-file', '-']
    const { code, printed } = await commandLine(args, { stdin: '8\n9\n' })
    expect([code, printed]).toEqual([0, 'Flux elects 8\n  1. 8\n  1 excluded by the ImageRepository\n'])
  })

  it('may come from standard input', async () => {
    writeFileSync(join(root, 'tags'), '8\n9\n')
    const args = ['policy', '--manifest', '-', '--tags-file', join(root, 'tags'), '--format', 'json']
    const { printed } = await commandLine(args, { stdin: policy('app') })
    expect(JSON.parse(printed)).toMatchObject({ selectedTag: '9' })
    const both = await commandLine(['policy', '--manifest', '-', '--tags-file', '-'])
    expect([both.code, both.problems]).toEqual([2, [expect.stringContaining('both want standard input')]])
  })

  it('with several policies wants a name, and says where they are', async () => {
    const { code, problems } = await commandLine(['policy', '--manifest', folder, '--tags-file', '-'])
    expect(code).toBe(2)
    expect(problems).toEqual([
      `${folder} has several policies: flux-system/app in ${folder}/deep/policies.yml:1, flux-system/other in ${folder}/deep/policies.yml:6 | Choose one with --name`,
    ])
  })

  it('that has the named policy twice is not chosen from', async () => {
    writeFileSync(join(root, 'twice.yaml'), `${policy('app')}---\n${policy('app')}`)
    const args = ['policy', '--manifest', join(root, 'twice.yaml'), '--name', 'flux-system/app', '--tags-file', '-']
    expect((await commandLine(args)).problems).toEqual([
      expect.stringMatching(/several policies of that name: .*:1, .*:6/),
    ])
  })

  it('that lacks the policy and does not parse shows where', async () => {
    writeFileSync(join(root, 'broken.yaml'), `${policy('app')}---\nspec: [\n---\nkind: *x\n`)
    const args = ['policy', '--manifest', join(root, 'broken.yaml'), '--tags-file', '-', '--name', 'flux-system/other']
    const { code, problems } = await commandLine(args)
    expect(code).toBe(1)
    expect(problems[0]).toMatch(/broken\.yaml:[67]: /)
    expect((await commandLine(args.slice(0, 5), { stdin: '1' })).printed).toContain('Flux elects 1')
  })

  it('that is not there is named', async () => {
    const { code, problems } = await commandLine(['policy', '--manifest', '/no/such', '--tags-file', '-'])
    expect([code, problems]).toEqual([1, ['option --manifest: /no/such does not exist']])
  })

  it('gives the registry that is asked for live tags, and the login comes from the environment', async () => {
    const server = await loopback(({ path, headers }) => {
      if (!path.includes('/tags/list')) return {}
      if (headers.authorization === undefined)
        return { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="r"' } }
      return { body: JSON.stringify({ name: 'library/app', tags: ['7', '9', '8'] }) }
    })
    writeFileSync(join(root, 'live.yaml'), `${repository(`${server.address}/library/app`)}---\n${policy('app')}`)
    const env = { FLUXGATE_USERNAME: 'me', FLUXGATE_PASSWORD: 'hunter2' }
    const masked: string[] = []
    const { printed, problems } = await commandLine(['policy', '--manifest', join(root, 'live.yaml'), '--registry'], {
      http: nodeHttp(),
      env,
      mask: secret => void masked.push(secret),
    })
    expect(problems).toEqual([])
    expect(printed).toContain('Flux elects 8\n')
    expect(masked).toContain('hunter2')
  })
})

describe('a wrong command line ends with exit code 2', () => {
  it.each([
    [['--tags-file', '-'], 'expected one of --numerical, --alphabetical and --semver'],
    [['--numerical', 'asc', '--semver', '1.x', '--tags-file', '-'], 'expected one of --numerical'],
    [['--numerical', 'asc', '--extract', '$1', '--tags-file', '-'], '--extract goes with --pattern'],
    [['--numerical', 'asc'], 'expected one of --tags-file and --registry'],
    [['--numerical', 'asc', '--tags-file', '-', '--registry'], 'expected one of --tags-file and --registry'],
    [['--numerical', 'asc', '--registry'], '--registry needs the ImageRepository'],
    [['--numerical', 'asc', '--tags-file', '-', '--format', 'yaml'], 'expected text or json'],
    [['--manifest', root, '--semver', '1.x', '--tags-file', '-'], '--semver does not go with --manifest'],
    [['--name', 'a/b', '--numerical', 'asc', '--tags-file', '-'], '--name goes with --manifest'],
  ])('%j', async (args, problem) => {
    const { code, problems } = await commandLine(['policy', ...args])
    expect(problems.join()).toContain(problem)
    expect(code).toBe(2)
  })
})
