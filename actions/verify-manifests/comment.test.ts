import { describe, expect, it } from '@jest/globals'
import { parseJson, textMember } from '../../src/json.js'
import { nodeHttp } from '../../src/runner/http.js'
import type { Runner } from '../../src/runner/ports.js'
import { type Asked, loopback } from '../../tests/fakes/loopback.js'
import { sampleReport } from '../../tests/fakes/sample-report.js'
import { silentRunner } from '../../tests/fakes/silent-runner.js'
import { keepComment, pullRequestOf } from './comment.js'

const MARKER = '<!-- fluxgate verify-manifests . -->'
const PULL_REQUEST = { repository: 'me/it', number: 7 }
const BOT = { login: 'github-actions[bot]', type: 'Bot' }
const well = { ...sampleReport, verdict: 'pass' as const, findings: [] }

const server = await loopback()
const http = nodeHttp()

interface Comment {
  readonly id: number
  readonly body: string
  readonly user: { readonly login: string; readonly type: string }
}

/** GitHub's API as far as comments go; `login` is whose token it is. */
function github(comments: readonly Comment[], login?: string): Comment[] {
  const all = [...comments]
  server.asked.length = 0
  const json = (body: unknown, status = 200) => ({ status, body: JSON.stringify(body) })
  server.serve(({ method, path, body, headers }) => {
    if (headers.authorization !== 'Bearer t0ken') return json({ message: 'Bad credentials' }, 401)
    const text = textMember(parseJson(body), 'body') ?? ''
    if (path === '/user') return login === undefined ? json({ message: 'not accessible' }, 403) : json({ login })
    if (method === 'GET') {
      const query = new URL(path, server.url).searchParams
      const [size, page] = [Number(query.get('per_page')), Number(query.get('page'))]
      return json(all.slice(size * (page - 1), size * page))
    }
    if (method === 'POST' && path === '/repos/me/it/issues/7/comments') {
      all.push({ id: 1000 + all.length, body: text, user: BOT })
      return json({ id: 1 }, 201)
    }
    const id = Number(/^\/repos\/me\/it\/issues\/comments\/(\d+)$/.exec(path)?.[1])
    const index = all.findIndex(comment => comment.id === id)
    const known = all[index]
    if (method !== 'PATCH' || known === undefined) return json({ message: 'Not Found' }, 404)
    all[index] = { ...known, body: text }
    return json({ id })
  })
  return all
}

const keep = async (report = sampleReport, parts: Partial<Runner> = {}, token = 't0ken', name = '.') => {
  const runner = silentRunner({ http, env: { GITHUB_API_URL: server.url }, ...parts })
  await keepComment(report, { pullRequest: PULL_REQUEST, token, name }, runner)
  return runner.logged
}

const methods = (asked: readonly Asked[]) => asked.map(({ method }) => method)

describe('the comment on a pull request', () => {
  it('is made when there is something to say, and changed in place after that', async () => {
    const comments = github([{ id: 1, body: 'Nice!', user: { login: 'you', type: 'User' } }])
    expect(await keep()).toEqual([])
    expect(comments[1]?.body).toMatch(/^<!-- fluxgate verify-manifests \. -->\n## ✗ The gate is closed/)
    expect(await keep(well)).toEqual([])
    expect(comments).toHaveLength(2)
    expect(comments[1]?.body).toContain('The gate is open: this change brings nothing new')
    expect(comments[0]?.body).toBe('Nice!')
  })

  it('is not made when there is nothing to say, and not written again when it says the same', async () => {
    const comments = github([])
    await keep(well)
    expect(comments).toEqual([])
    await keep()
    server.asked.length = 0
    await keep()
    expect(methods(server.asked)).toEqual(['GET'])
  })

  it('is found behind any number of others', async () => {
    const others = Array.from({ length: 250 }, (_, id) => ({ id, body: `b ${id}`, user: BOT }))
    const comments = github([...others, { id: 777, body: `${MARKER}\nold`, user: BOT }])
    await keep()
    expect(comments).toHaveLength(251)
    expect(comments[250]?.body).toContain('The gate is closed')
  })

  it('is never one that somebody else has put the marker into', async () => {
    const comments = github([{ id: 5, body: `${MARKER}\nall is well`, user: { login: 'mallory', type: 'User' } }])
    await keep()
    expect(comments.map(comment => comment.body.slice(0, 60))).toEqual([
      `${MARKER}\nall is well`,
      expect.stringContaining('The gate is closed'),
    ])
  })

  it('is the own one of a person whose token is used', async () => {
    const comments = github([{ id: 5, body: `${MARKER}\nold`, user: { login: 'me', type: 'User' } }], 'me')
    await keep()
    expect(comments).toHaveLength(1)
    expect(comments[0]?.body).toContain('The gate is closed')
  })

  it('is one for each gate of a repository, whatever its name holds', async () => {
    const comments = github([])
    for (const name of ['.', 'a --> <b>', 'a -->']) await keep(sampleReport, {}, 't0ken', name)
    await keep(well, {}, 't0ken', 'a --> <b>')
    expect(comments.map(({ body }) => body.split('\n')[0])).toEqual([
      MARKER,
      '<!-- fluxgate verify-manifests a%20%2D%2D%3E%20%3Cb%3E -->',
      '<!-- fluxgate verify-manifests a%20%2D%2D%3E -->',
    ])
    expect(comments[1]?.body).toContain('The gate is open')
  })

  it('fits, whatever was found, and shows no secret', async () => {
    const comments = github([])
    const [finding] = sampleReport.findings
    if (finding === undefined) throw new Error('the sample has no findings')
    const findings = Array(2_000).fill({ ...finding, status: 'new', message: 'hunter2 \ud800'.repeat(20) })
    await keep({ ...sampleReport, findings }, { redact: text => text.replaceAll('hunter2', '***') })
    const body = comments[0]?.body ?? ''
    expect(body.length).toBeLessThan(65_536)
    expect(body).toMatch(/more findings would not fit here/)
    expect(body).not.toMatch(/hunter2|\p{Surrogate}/u)
  })
})

describe('where no comment can be made', () => {
  it.each([
    [403, 'Resource not accessible by integration'],
    [404, 'Not Found'],
  ])('a notice says so: %d', async (status, message) => {
    github([])
    server.serve(({ method }) =>
      method === 'GET' ? { body: '[]' } : { status, body: JSON.stringify({ message: `${message}\n::error::x` }) },
    )
    expect(await keep()).toEqual([
      `notice: No comment on the pull request: the token may not write to it, as on pull requests from forks (POST /repos/me/it/issues/7/comments: ${status} ${message} ::error::x)`,
    ])
  })

  it('a notice says that there is no token, and nobody is asked', async () => {
    github([])
    expect(await keep(sampleReport, {}, '')).toEqual([
      'notice: No comment on the pull request: there is no token, see "github-token"',
    ])
    expect(server.asked).toEqual([])
  })

  it.each([
    ['too many requests', { status: 403, headers: { 'x-ratelimit-remaining': '0' }, body: '{"message":"rate limit"}' }],
    ['a fault of the API', { status: 502, body: '<html>' }],
    ['a wrong token', { status: 401, body: '{"message":"Bad credentials"}' }],
    ['an answer of somebody else', { status: 200, body: '<html>log in</html>' }],
  ])('a warning says why, and the gate does not fail: %s', async (_, answer) => {
    github([])
    server.serve(() => answer)
    expect(await keep()).toEqual([
      expect.stringMatching(/^warning: The comment on the pull request is not up to date: GET \/repos\/.*: \d{3}/),
    ])
  })

  it('a warning says that the API is down', async () => {
    expect(await keep(sampleReport, { env: { GITHUB_API_URL: 'http://127.0.0.1:1' } })).toEqual([
      'warning: The comment on the pull request is not up to date: the API cannot be reached (ECONNREFUSED)',
    ])
    server.serve((_, { request }) => {
      request.socket.destroy()
      return 'handled'
    })
    expect(await keep()).toEqual([expect.stringContaining('cannot be reached (ECONNRESET)')])
  })

  it('a cancelled run stops', async () => {
    const cancelled = new AbortController()
    server.serve(() => {
      cancelled.abort(new Error('cancelled'))
      return 'handled'
    })
    await expect(keep(sampleReport, { signal: cancelled.signal })).rejects.toThrow()
  })
})

describe('the pull request of an event', () => {
  it.each([
    [{ pull_request: { number: 7 }, repository: { full_name: 'me/it' } }, PULL_REQUEST],
    [{ repository: { full_name: 'me/it' } }, undefined],
    [{ pull_request: { number: '7' }, repository: { full_name: 'me/it' } }, undefined],
    [{ pull_request: { number: 7 }, repository: { full_name: 'me/it/../x' } }, undefined],
    [undefined, undefined],
  ])('of %j is %j', (payload, expected) => {
    expect(pullRequestOf(payload)).toEqual(expected)
  })
})
