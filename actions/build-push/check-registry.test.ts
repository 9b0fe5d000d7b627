import { describe, expect, it } from '@jest/globals'
import { sentence } from '../../src/errors.js'
import type { Credentials } from '../../src/registry/authorization.js'
import { openRegistry } from '../../src/registry/client.js'
import { nodeHttp } from '../../src/runner/http.js'
import { fakeClock } from '../../tests/fakes/fake-clock.js'
import { type Answered, type Asked, type Loopback, loopback, type Serve } from '../../tests/fakes/loopback.js'
import { checkRegistry, type RegistryQuestion } from './check-registry.js'

const LOGIN: Credentials = { username: 'me', password: 'hunter2' }

interface Asking extends Partial<RegistryQuestion> {
  readonly credentials?: Credentials
  readonly address?: string
}

/** The problems as sentences with the address replaced, and the tags. */
async function checked(serve: Serve, { credentials, ...more }: Asking = {}) {
  const server = await loopback(serve)
  const address = more.address ?? server.address
  const insecure = more.insecure ?? true
  const http = nodeHttp()
  const clock = fakeClock()
  const registry = openRegistry({
    registry: address,
    insecure,
    credentials,
    http,
    clock,
    signal: new AbortController().signal,
  })
  const names = ['library/frontend', 'library/backend']
  const question = {
    registry,
    address,
    insecure,
    hasCredentials: credentials !== undefined,
    names,
    push: true,
    http,
    ...more,
  }
  const { errors, tags } = await checkRegistry(question)
  return { problems: errors.map(error => sentence(error).replaceAll(address, 'REGISTRY')), tags, server }
}

const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answered => ({
  status,
  headers,
  body: JSON.stringify(body),
})
const denied = (status: number, code: string, message: string) => json(status, { errors: [{ code, message }] })

/** A registry that lets everybody in; a test changes single answers. */
function open(change: (asked: Asked) => Answered | undefined = () => undefined): Serve {
  return asked => {
    const changed = change(asked)
    if (changed !== undefined) return changed
    if (asked.method === 'POST') return { status: 202, headers: { location: '/upload' } }
    if (asked.path.includes('/tags/list')) return json(200, { tags: [`main-0123456-17000000${asked.path.length}`] })
    return { status: asked.method === 'DELETE' ? 204 : 200 }
  }
}

const uploads = (server: Loopback) => server.asked.filter(asked => asked.method === 'POST').length

describe('a registry that lets a push in', () => {
  it('is found without fault, and tells the tags of each image', async () => {
    const { problems, tags, server } = await checked(open())
    expect(problems).toEqual([])
    expect([...tags.keys()].sort()).toEqual(['library/backend', 'library/frontend'])
    expect(tags.get('library/frontend')).toHaveLength(1)
    expect(uploads(server)).toBe(2)
  })

  it('is only read when nothing is to be pushed', async () => {
    const { problems, server } = await checked(open(), { push: false })
    expect(problems).toEqual([])
    expect(uploads(server)).toBe(0)
  })
})

describe('a registry that does not answer', () => {
  it('is named with the system’s reason', async () => {
    const { problems } = await checked(open(), { address: '127.0.0.1:1' })
    expect(problems).toEqual([
      'the registry REGISTRY cannot be reached (ECONNREFUSED). Check the address and the port, and that this machine reaches it',
    ])
  })

  it('over HTTPS because it speaks plain HTTP is told with the input', async () => {
    const { problems } = await checked(open(), { insecure: false })
    expect(problems).toEqual([
      'the registry REGISTRY speaks plain HTTP, and the input "insecure" is "false". Set insecure: true',
    ])
  })

  it('over plain HTTP because it speaks HTTPS is told with the input', async () => {
    const { problems } = await checked(() => ({
      status: 400,
      body: 'Client sent an HTTP request to an HTTPS server.\n',
    }))
    expect(problems).toEqual([
      'the registry REGISTRY speaks HTTPS, and the input "insecure" is "true". Set insecure: false',
    ])
  })

  it('as a registry is none', async () => {
    expect((await checked(() => ({ status: 404 }))).problems).toEqual([
      'REGISTRY answers, but is no image registry (404 on /v2/)',
    ])
    expect((await checked(() => ({ status: 502, body: '<h1>Bad Gateway</h1>' }))).problems).toEqual([
      expect.stringMatching(/^the registry REGISTRY does not answer as it should: .*502 \(Bad Gateway\)$/),
    ])
  })
})

describe('a registry that wants a login', () => {
  const closed: Serve = () =>
    json(401, { errors: [{ code: 'UNAUTHORIZED', message: 'no' }] }, { 'www-authenticate': 'Basic realm="r"' })

  it('says so once, with the inputs to set', async () => {
    expect((await checked(closed)).problems).toEqual([
      'the registry REGISTRY wants a login (401: UNAUTHORIZED: no). Set the inputs "username" and "password", or log in before (docker login)',
    ])
  })

  it('and refuses this one says which inputs to check, without showing them', async () => {
    const { problems } = await checked(closed, { credentials: LOGIN })
    expect(problems).toEqual([
      'the registry REGISTRY refuses the login (401: UNAUTHORIZED: no). Check the inputs "username" and "password"',
    ])
  })

  it('only for a push says so once for all images', async () => {
    const { problems } = await checked(
      open(asked => (asked.method === 'POST' ? denied(401, 'UNAUTHORIZED', 'no') : undefined)),
    )
    expect(problems).toEqual([expect.stringMatching(/^the registry REGISTRY wants a login/)])
  })
})

describe('rights of an account', () => {
  it('that are missing are named for each image, in the order of the images', async () => {
    const { problems, tags } = await checked(
      open(asked => (asked.method === 'POST' ? denied(403, 'DENIED', 'no push') : undefined)),
      { credentials: LOGIN },
    )
    expect(problems).toEqual([
      'the account may not push to REGISTRY/library/frontend (403: DENIED: no push). Check its rights',
      'the account may not push to REGISTRY/library/backend (403: DENIED: no push). Check its rights',
    ])
    expect(tags.size).toBe(0)
  })

  it('for reading are told apart from those for pushing', async () => {
    const { problems } = await checked(
      open(asked => (asked.path.includes('/tags/') ? denied(403, 'DENIED', 'no') : undefined)),
      {
        credentials: LOGIN,
        push: false,
      },
    )
    expect(problems[0]).toMatch(/^the account may not read REGISTRY\/library\/frontend/)
  })
})

describe('Harbor', () => {
  const harbor = (change?: (asked: Asked) => Answered | undefined) =>
    open(asked => {
      if (asked.path.startsWith('/service/token')) return json(200, { token: 't' })
      if (asked.path === '/v2/' && asked.headers.authorization === undefined) {
        const realm = `http://${asked.headers.host}/service/token`
        return json(401, {}, { 'www-authenticate': `Bearer realm="${realm}",service="harbor-registry"` })
      }
      return change?.(asked)
    })

  it('wants a project in the name, and is not asked for a name without one', async () => {
    const { problems, server } = await checked(harbor(), { credentials: LOGIN, names: ['frontend', 'library/backend'] })
    expect(problems).toEqual([
      'image "frontend": Harbor at REGISTRY wants project/repository and answers 400 to anything else. Name it with its project, such as "library/frontend"',
    ])
    expect(uploads(server)).toBe(1)
  })

  it('is known by its own API where a proxy answers for it', async () => {
    const { problems } = await checked(
      open(asked => (asked.path === '/api/v2.0/systeminfo' ? json(200, { auth_mode: 'db_auth' }) : undefined)),
      { names: ['frontend'] },
    )
    expect(problems).toEqual([expect.stringMatching(/^image "frontend": Harbor at REGISTRY wants project\/repository/)])
  })

  it('is not taken for what another registry is that knows one-part names', async () => {
    for (const answer of [{ status: 404 }, { status: 200, body: '<html>' }, json(200, {})]) {
      const { problems } = await checked(
        open(asked => (asked.path.startsWith('/api/') ? answer : undefined)),
        { names: ['frontend'] },
      )
      expect(problems).toEqual([])
    }
  })

  it.each([
    [400, /^the registry refuses REGISTRY\/library\/frontend .*Check that the Harbor project "library" exists/],
    [403, /^the account may not push to REGISTRY\/library\/frontend .*Give it a role in the Harbor project "library"/],
    [
      404,
      /^the registry has no place for REGISTRY\/library\/frontend \(404\)\. Make the Harbor project "library" first$/,
    ],
  ])('that answers %d to a push names the project', async (status, problem) => {
    const change = (asked: Asked) => (asked.method === 'POST' ? denied(status, 'X', 'no') : undefined)
    const { problems } = await checked(harbor(change), { credentials: LOGIN, names: ['library/frontend'] })
    expect(problems).toEqual([expect.stringMatching(problem)])
  })
})

describe('what goes wrong for one image', () => {
  it('does not hide what goes wrong for the others', async () => {
    const { problems, tags } = await checked(
      open(asked => {
        if (asked.path.startsWith('/v2/a/')) return { status: 200, body: '<html>Please sign in</html>' }
        if (asked.path.startsWith('/v2/b/')) return { status: 503 }
        return asked.path.startsWith('/v2/c/') ? denied(403, 'DENIED', 'no') : undefined
      }),
      { names: ['a/x', 'b/x', 'c/x', 'd/x'], push: false, credentials: LOGIN },
    )
    expect(problems).toEqual([
      "REGISTRY/a/x: the registry's answer is no list of tags",
      expect.stringMatching(/^asking the registry for REGISTRY\/b\/x failed \(.*503\)$/),
      expect.stringMatching(/^the account may not read REGISTRY\/c\/x/),
    ])
    expect([...tags.keys()]).toEqual(['d/x'])
  })

  it('may be a reset, which is named by its code', async () => {
    const server = await loopback((asked, raw) => {
      if (!asked.path.includes('/tags/')) return open()(asked, raw)
      raw.request.socket.resetAndDestroy()
      return 'handled'
    })
    const { problems } = await checked(open(), { address: server.address, names: ['a/x'] })
    expect(problems).toEqual(['asking the registry for REGISTRY/a/x failed (ECONNRESET)'])
  })
})
