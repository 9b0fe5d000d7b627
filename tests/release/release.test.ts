import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { member, textMember } from '../../src/json.js'
import { type Lab, openLab } from '../lab/lab.js'
import { run, succeed } from '../lab/program.js'
import { describeWith } from '../lab/tools.js'

const SCRIPT = join(import.meta.dirname, '..', '..', 'scripts', 'release.mjs')

describeWith(['git'], 'a release', () => {
  let lab: Lab

  beforeAll(async () => {
    lab = await openLab()
  })

  afterAll(() => lab.stop())

  /** A checkout of a project at 1.2.3 whose origin is a bare repository, and GitHub's API over that repository. */
  async function project({ immutable = true } = {}) {
    const [origin, folder] = [await lab.makeFolder('origin'), await lab.makeFolder('project')]
    const git = (...args: readonly string[]) =>
      succeed(lab, { command: 'git', args: ['-c', 'user.name=x', '-c', 'user.email=x@x', ...args], cwd: folder })
    const bare = (...args: readonly string[]) => succeed(lab, { command: 'git', args, cwd: origin })
    await bare('init', '-q', '--bare', '-b', 'master')
    await git('clone', '-q', origin, '.')
    const api = await startApi(bare, immutable)
    const head = async () => (await git('rev-parse', 'HEAD')).trim()
    const commitVersion = async (
      version: string,
      changelog = `## [${version}] - 2026-01-31\n\n### Added\n\n- This.\n`,
    ) => {
      for (const name of ['package.json', 'package-lock.json'])
        await writeFile(join(folder, name), JSON.stringify({ version }))
      await writeFile(join(folder, 'CHANGELOG.md'), `# Changelog\n\n## [Unreleased]\n\n${changelog}`)
      await writeFile(join(folder, 'bundle.js'), `// ${version}\n`)
      await git('add', '-A')
      await git('commit', '-q', '-m', version)
      await git('push', '-q', 'origin', 'HEAD:master')
    }
    await commitVersion('1.2.3')
    const step = async (name: string) =>
      run(lab, {
        command: process.execPath,
        args: [SCRIPT, name],
        cwd: folder,
        env: {
          // Where a GitHub Enterprise Server has its API.
          GITHUB_API_URL: `${api.url}/api/v3`,
          GITHUB_REPOSITORY: 'example/fluxgate',
          GITHUB_SHA: await head(),
          GITHUB_TOKEN: 'token',
        },
      })
    const all = async () => {
      for (const name of ['check', 'draft', 'publish']) {
        const { code, stderr } = await step(name)
        if (code !== 0) throw new Error(`${name}: ${stderr}`)
      }
    }
    const tags = async () =>
      Object.fromEntries(
        (await bare('for-each-ref', '--format=%(refname:short) %(objectname)', 'refs/tags'))
          .trim()
          .split('\n')
          .filter(line => line !== '')
          .map(line => line.split(' ')),
      )
    return { folder, git, bare, api, head, commitVersion, step, all, tags }
  }

  /** Releases in memory; tags in the repository, made where GitHub makes them. */
  async function startApi(bare: (...args: readonly string[]) => Promise<string>, immutable: boolean) {
    const releases: Record<string, unknown>[] = []
    const answer = async (method: string, path: string, body: unknown): Promise<[number, unknown]> => {
      const [root, rest = ''] = path.split('/repos/example/fluxgate/')
      if (root !== '/api/v3') return [404, { message: 'Not Found' }]
      if (method === 'GET' && rest.startsWith('releases?')) return [200, rest.endsWith('page=1') ? releases : []]
      if (method === 'POST' && rest === 'releases') {
        releases.push({ id: releases.length + 1, immutable: false, ...Object(body) })
        return [201, releases.at(-1)]
      }
      const release = releases.find(({ id }) => rest === `releases/${id}`)
      if (method === 'PATCH' && release !== undefined) {
        Object.assign(release, body)
        if (release.draft === false) {
          Object.assign(release, { immutable })
          await bare('update-ref', `refs/tags/${release.tag_name}`, `${release.target_commitish}`)
        }
        return [200, release]
      }
      if (rest.startsWith('git/refs')) {
        const ref = textMember(body, 'ref') ?? rest.replace('git/', '')
        await bare('update-ref', ref, textMember(body, 'sha') ?? '')
        return [200, {}]
      }
      return [404, { message: 'Not Found' }]
    }
    const server = createServer(async (request, response) => {
      const given = await text(request)
      const authorized = request.headers.authorization === 'Bearer token'
      const [status, body] = authorized
        ? await answer(request.method ?? '', request.url ?? '', given === '' ? undefined : JSON.parse(given))
        : [401, {}]
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    lab.onStop(async () => {
      const closed = new Promise(resolve => server.close(resolve))
      server.closeAllConnections()
      await closed
    })
    return { url: `http://127.0.0.1:${member(server.address(), 'port')}`, releases }
  }

  test('is drafted with its part of the changelog, published, and the major tag follows; a second run changes nothing', async () => {
    const { step, all, tags, api, head } = await project()
    await step('check')
    expect(await step('draft')).toMatchObject({ code: 0, stdout: 'v1.2.3 is drafted\n' })
    expect(await tags()).toEqual({})
    expect(api.releases).toMatchObject([{ tag_name: 'v1.2.3', draft: true, body: '### Added\n\n- This.' }])
    expect(await step('publish')).toMatchObject({ code: 0, stdout: 'v1.2.3 is published, v1 leads to it\n' })
    expect(await tags()).toEqual({ v1: await head(), 'v1.2.3': await head() })
    await all()
    expect(api.releases).toHaveLength(1)
    expect(await tags()).toEqual({ v1: await head(), 'v1.2.3': await head() })
  })

  test('of a newer version moves the major tag, one of an older version does not', async () => {
    const { commitVersion, all, tags, head } = await project()
    await all()
    await commitVersion('1.10.0')
    await all()
    const newest = await head()
    expect((await tags()).v1).toBe(newest)
    await commitVersion('1.9.1')
    await all()
    expect(await tags()).toMatchObject({ v1: newest, 'v1.9.1': await head() })
  })

  test.each([
    ['a changelog without the version', '## [1.2.2] - 2026-01-31\n\n- This.\n', 'has no section "## [1.2.4]'],
    ['a version without a date', '## [1.2.4]\n\n- This.\n', 'has no date'],
    ['a version without changes', '## [1.2.4] - 2026-01-31\n\n### Added\n', 'names no change'],
  ])('is refused for %s', async (_, changelog, message) => {
    const { commitVersion, step } = await project()
    await commitVersion('1.2.4', changelog)
    const result = await step('check')
    expect(result.code).toBe(1)
    expect(result.stderr).toContain(message)
  })

  test('is refused for a version that is none, or another one in the lock', async () => {
    const { folder, commitVersion, step } = await project()
    await commitVersion('1.2')
    expect((await step('check')).stderr).toContain('a release has X.Y.Z')
    await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ version: '9.9.9' }))
    expect((await step('check')).stderr).toContain('package-lock.json is of 9.9.9')
  })

  test('is refused where the build gives other bytes, or more files', async () => {
    const { folder, step } = await project()
    const before = await readFile(join(folder, 'bundle.js'), 'utf8')
    await writeFile(join(folder, 'bundle.js'), `${before} `)
    expect((await step('check')).stderr).toContain('differs from what is committed:\nM bundle.js')
    await writeFile(join(folder, 'bundle.js'), before)
    await writeFile(join(folder, 'more.js'), '')
    expect((await step('check')).stderr).toContain('?? more.js')
  })

  test('is refused where the version was published of another commit', async () => {
    const { folder, git, all, step, tags } = await project()
    await all()
    const published = await tags()
    await writeFile(join(folder, 'bundle.js'), '// other\n')
    await git('commit', '-q', '-a', '-m', 'other')
    for (const name of ['check', 'draft', 'publish']) expect(await step(name)).toMatchObject({ code: 1 })
    expect((await step('check')).stderr).toContain('v1.2.3 is published already, of')
    expect(await tags()).toEqual(published)
  })

  test('is not published of a draft that somebody has pointed elsewhere, or of none', async () => {
    const { step, api, tags } = await project()
    expect((await step('publish')).stderr).toContain('there is no draft of v1.2.3')
    await step('draft')
    Object.assign(api.releases[0] ?? {}, { target_commitish: 'f'.repeat(40) })
    expect((await step('publish')).stderr).toContain('the draft is of ffff')
    expect(await tags()).toEqual({})
  })

  test('says so where GitHub leaves it open to changes', async () => {
    const { step } = await project({ immutable: false })
    await step('draft')
    expect((await step('publish')).stdout).toContain('switch on immutable releases')
  })
})
