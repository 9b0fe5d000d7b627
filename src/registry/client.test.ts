import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { type FakeClock, fakeClock } from '../../tests/fakes/fake-clock.js'
import { type Answered, type Asked, type Loopback, loopback, type Serve } from '../../tests/fakes/loopback.js'
import { nodeHttp } from '../runner/http.js'
import type { HttpRequest } from '../runner/ports.js'
import { openRegistry, type Registry, type RegistryOptions } from './client.js'
import { MANIFEST_TYPES, storedManifest } from './manifest.js'
import type { Retry } from './transient.js'

const LOGIN = { username: 'robot$ci', password: 'hunter2' }
const BASIC = `Basic ${Buffer.from('robot$ci:hunter2').toString('base64')}`
const INDEX = 'application/vnd.oci.image.index.v1+json'

interface Opened {
  readonly registry: Registry
  readonly server: Loopback
  readonly clock: FakeClock
  readonly retries: Retry[]
}

const json = (body: unknown, headers: Readonly<Record<string, string>> = {}, status = 200): Answered => ({
  status,
  headers,
  body: JSON.stringify(body),
})

async function open(serve: Serve, options: Partial<RegistryOptions> = {}): Promise<Opened> {
  const server = await loopback(serve)
  const clock = fakeClock()
  const retries: Retry[] = []
  const registry = openRegistry({
    registry: server.address,
    insecure: true,
    credentials: undefined,
    http: nodeHttp(),
    clock,
    signal: new AbortController().signal,
    onRetry: retry => void retries.push(retry),
    ...options,
  })
  return { registry, server, clock, retries }
}

const paths = (server: Loopback) => server.asked.map(({ method, path }) => `${method} ${path}`)

/** A registry that wants basic authentication. */
function wantsBasic(serve: Serve): Serve {
  return (asked, raw) =>
    asked.headers.authorization === BASIC
      ? serve(asked, raw)
      : json(
          { errors: [{ code: 'UNAUTHORIZED', message: 'authentication required' }] },
          { 'www-authenticate': 'Basic realm="r"' },
          401,
        )
}

interface TokenRules {
  /** Seconds that a token lasts, as the service says. */
  readonly lifetime?: number
  readonly openPing?: boolean
}

/** A registry whose tokens are good for one scope; `revoked` ends all that were given. */
function wantsTokens(serve: Serve, { lifetime = 300, openPing = false }: TokenRules = {}) {
  let given = 0
  let valid = new Map<string, string>()
  const wanted = ({ method, path }: Asked) => {
    const name = /^\/v2\/(.+)\/(?:tags|manifests|blobs)\//.exec(path)?.[1]
    if (name === undefined) return ''
    if (method === 'DELETE' && path.includes('/manifests/')) return `repository:${name}:pull,push,delete`
    return `repository:${name}:${method === 'GET' || method === 'HEAD' ? 'pull' : 'pull,push'}`
  }
  const rules: Serve = (asked, raw) => {
    const host = asked.headers.host
    if (asked.path.startsWith('/token')) {
      if (asked.headers.authorization !== BASIC) return json({ errors: [{ code: 'UNAUTHORIZED' }] }, {}, 401)
      given += 1
      const scope = new URLSearchParams(asked.path.split('?')[1]).get('scope') ?? ''
      valid.set(`Bearer token-${given}`, scope)
      return json({ token: `token-${given}`, expires_in: lifetime })
    }
    if (openPing && asked.path === '/v2/') return {}
    if (valid.get(asked.headers.authorization ?? '') === wanted(asked)) return serve(asked, raw)
    const challenge = `Bearer realm="http://${host}/token",service="test",scope="${wanted(asked)}"`
    return json({ errors: [{ code: 'UNAUTHORIZED' }] }, { 'www-authenticate': challenge }, 401)
  }
  return {
    rules,
    revoke: () => {
      valid = new Map()
    },
    tokensGiven: () => given,
  }
}

const tagList: Serve = () => json({ name: 'library/app', tags: ['main-0123456-1700000000'] })

describe('asking for the API', () => {
  it('tells that no login is wanted', async () => {
    const { registry, server } = await open(() => ({}))
    expect(await registry.ping()).toEqual({ scheme: 'none' })
    expect(paths(server)).toEqual(['GET /v2/'])
  })

  it('logs in as the registry wants it', async () => {
    const { registry } = await open(
      wantsBasic(() => ({})),
      { credentials: LOGIN },
    )
    expect(await registry.ping()).toEqual({ scheme: 'basic' })
    const bearer = wantsTokens(() => ({}))
    const { registry: other, server } = await open(bearer.rules, { credentials: LOGIN })
    expect(await other.ping()).toEqual({ scheme: 'bearer', realm: `${server.url}/token`, service: 'test' })
  })

  it('gives the registry’s refusal when there is no login, or a wrong one', async () => {
    const { registry, server } = await open(wantsBasic(() => ({})))
    await expect(registry.ping()).rejects.toMatchObject({ status: 401, codes: ['UNAUTHORIZED'] })
    expect(server.asked).toHaveLength(1)
    const wrong = await open(
      wantsBasic(() => ({})),
      { credentials: { ...LOGIN, password: 'wrong' } },
    )
    await expect(wrong.registry.ping()).rejects.toMatchObject({ status: 401 })
    expect(wrong.server.asked.length).toBeLessThanOrEqual(2)
  })

  it('does not send a password that was not asked for', async () => {
    const { registry, server } = await open(() => ({}), { credentials: LOGIN })
    await registry.ping()
    expect(server.asked[0]?.headers.authorization).toBeUndefined()
  })
})

describe('the password', () => {
  it('is sent along at once when it is known to be wanted', async () => {
    const { registry, server } = await open(wantsBasic(tagList), { credentials: LOGIN })
    await registry.ping()
    await registry.tags('library/app')
    await registry.tags('library/app')
    expect(server.asked.map(asked => asked.headers.authorization)).toEqual([undefined, BASIC, BASIC, BASIC])
  })

  it('goes to the token service alone, never beside a token', async () => {
    const tokens = wantsTokens(tagList)
    const { registry, server } = await open(tokens.rules, { credentials: LOGIN })
    await registry.ping()
    await registry.tags('library/app')
    const told = server.asked.filter(asked => asked.headers.authorization === BASIC)
    expect(told.every(asked => asked.path.startsWith('/token'))).toBe(true)
  })

  it('is wanted by each of several first requests at once, and all of them get through', async () => {
    const names = ['library/a', 'library/b', 'library/c', 'library/d']
    const basic = await open(wantsBasic(tagList), { credentials: LOGIN })
    const asked = names.map(name => basic.registry.tags(name))
    expect(await Promise.all(asked)).toHaveLength(4)
    const tokens = wantsTokens(tagList, { openPing: true })
    const bearer = await open(tokens.rules, { credentials: LOGIN })
    expect(await bearer.registry.ping()).toEqual({ scheme: 'none' })
    expect(await Promise.all(names.map(name => bearer.registry.tags(name)))).toHaveLength(4)
  })
})

describe('tokens', () => {
  it('are asked for once per repository and right, and used again', async () => {
    const tokens = wantsTokens((asked, raw) => (asked.method === 'POST' ? { status: 202 } : tagList(asked, raw)))
    const { registry } = await open(tokens.rules, { credentials: LOGIN })
    await registry.ping()
    await Promise.all([registry.tags('library/a'), registry.tags('library/a')])
    await registry.tags('library/a')
    expect(tokens.tokensGiven()).toBe(2)
    await registry.tags('library/b')
    await registry.tryPush('library/a')
    expect(tokens.tokensGiven()).toBe(4)
  })

  it('are asked for anew before they end', async () => {
    const tokens = wantsTokens(tagList, { lifetime: 60 })
    const { registry, clock } = await open(tokens.rules, { credentials: LOGIN })
    await registry.ping()
    await registry.tags('library/a')
    clock.pass(50_000)
    await registry.tags('library/a')
    expect(tokens.tokensGiven()).toBe(2)
    clock.pass(6_000)
    await registry.tags('library/a')
    expect(tokens.tokensGiven()).toBe(3)
  })

  it('are asked for anew when the registry does not take them any more', async () => {
    const tokens = wantsTokens(tagList)
    const { registry } = await open(tokens.rules, { credentials: LOGIN })
    await registry.ping()
    await registry.tags('library/a')
    tokens.revoke()
    expect(await registry.tags('library/a')).toHaveLength(1)
    expect(tokens.tokensGiven()).toBe(3)
  })

  it('that give no right are not asked for again and again', async () => {
    const refusing: Serve = (asked, raw) =>
      asked.path.startsWith('/token')
        ? json({ token: 'powerless' })
        : json(
            { errors: [{ code: 'DENIED' }] },
            { 'www-authenticate': `Bearer realm="http://${raw.request.headers.host}/token"` },
            401,
          )
    const { registry, server } = await open(refusing, { credentials: LOGIN })
    await expect(registry.tags('library/a')).rejects.toMatchObject({ status: 401, codes: ['DENIED'] })
    expect(server.asked.length).toBeLessThanOrEqual(4)
  })

  it('that are refused once are asked for at the next request', async () => {
    let fail = true
    const tokens = wantsTokens(tagList)
    const { registry } = await open(
      (asked, raw) => (fail && asked.path.startsWith('/token') ? json({}, {}, 403) : tokens.rules(asked, raw)),
      { credentials: LOGIN },
    )
    await expect(registry.tags('library/a')).rejects.toMatchObject({ status: 403 })
    fail = false
    expect(await registry.tags('library/a')).toHaveLength(1)
  })

  it('are asked for again after a fault of their service', async () => {
    let faults = 1
    const tokens = wantsTokens(tagList)
    const { registry, retries } = await open(
      (asked, raw) => {
        if (!asked.path.startsWith('/token') || faults === 0) return tokens.rules(asked, raw)
        faults -= 1
        return { status: 503 }
      },
      { credentials: LOGIN },
    )
    expect(await registry.tags('library/a')).toHaveLength(1)
    expect(retries).toHaveLength(1)
  })
})

describe('the tags of a repository', () => {
  it('are all of them, page by page, whatever form the link has', async () => {
    const pages: Readonly<Record<string, Answered>> = {
      '/v2/library/app/tags/list?n=1000': json(
        { tags: ['a', 'b'] },
        { link: '</v2/library/app/tags/list?n=1000&last=b>; rel="next"' },
      ),
      '/v2/library/app/tags/list?n=1000&last=b': json({ tags: ['c'] }, { link: '<?last=c&n=1000>; rel=next' }),
      '/v2/library/app/tags/list?last=c&n=1000': json(
        { tags: ['d'] },
        { link: '<http://behind.proxy:5000/v2/library/app/tags/list?last=d>; rel="next", </other>; rel="prev"' },
      ),
      '/v2/library/app/tags/list?last=d': json({ tags: ['e'] }),
    }
    const { registry, server } = await open(asked => pages[asked.path] ?? { status: 500 })
    expect(await registry.tags('library/app')).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(server.asked).toHaveLength(4)
  })

  it('are none when the repository does not exist yet, or lost all of its tags', async () => {
    const { registry, server } = await open(() => json({ errors: [{ code: 'NAME_UNKNOWN' }] }, {}, 404))
    expect(await registry.tags('library/app')).toEqual([])
    server.serve(() => json({ name: 'library/app', tags: null }))
    expect(await registry.tags('library/app')).toEqual([])
  })

  it('are not taken for none when the answer is no list: a login page would hide every published tag', async () => {
    const { registry, server } = await open(() => ({ status: 200, body: '<html>Please sign in</html>' }))
    await expect(registry.tags('library/app')).rejects.toThrow(/127\.0\.0\.1.*library\/app.*no list of tags/)
    server.serve(() => json({ name: 'library/app' }))
    await expect(registry.tags('library/app')).rejects.toThrow(/no list of tags/)
  })

  it('leave out what is no text', async () => {
    const { registry } = await open(() => json({ tags: ['a', 7, null, 'b'] }))
    expect(await registry.tags('library/app')).toEqual(['a', 'b'])
  })

  it('do not go on for ever when the registry repeats itself', async () => {
    const { registry, server } = await open(asked => json({ tags: ['a'] }, { link: `<${asked.path}>; rel="next"` }))
    await expect(registry.tags('library/app')).rejects.toThrow(/the list of tags does not end/)
    expect(server.asked.length).toBeLessThan(2000)
  })

  it('that nobody may read are a refusal', async () => {
    const { registry } = await open(() => json({ errors: [{ code: 'DENIED', message: 'no' }] }, {}, 403))
    await expect(registry.tags('library/app')).rejects.toMatchObject({ status: 403, words: 'DENIED: no' })
  })
})

describe('a manifest', () => {
  const bytes = Buffer.from('{"manifests":[]}')
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`

  it('is read as it is, with the types that are understood', async () => {
    const { registry, server } = await open(() => ({ headers: { 'content-type': INDEX }, body: bytes }))
    const manifest = await registry.manifest('library/app', 'main')
    expect(manifest).toMatchObject({ mediaType: INDEX, digest })
    expect(Buffer.from(manifest?.bytes ?? []).equals(bytes)).toBe(true)
    expect(server.asked[0]).toMatchObject({
      path: '/v2/library/app/manifests/main',
      headers: { accept: MANIFEST_TYPES.join(', ') },
    })
  })

  it('has its type without what a proxy adds to it', async () => {
    const { registry } = await open(() => ({ headers: { 'content-type': `${INDEX}; charset=utf-8` }, body: bytes }))
    expect((await registry.manifest('library/app', 'main'))?.mediaType).toBe(INDEX)
  })

  it('is none when there is none', async () => {
    const { registry } = await open(() => ({ status: 404 }))
    expect(await registry.manifest('library/app', 'main')).toBeUndefined()
    expect(await registry.digest('library/app', 'main')).toBeUndefined()
    expect(await registry.blob('library/app', digest)).toBeUndefined()
  })

  it('has its digest in the header of HEAD, or else in its bytes', async () => {
    const { registry, server } = await open(() => ({ headers: { 'docker-content-digest': digest } }))
    expect(await registry.digest('library/app', 'main')).toBe(digest)
    expect(paths(server)).toEqual(['HEAD /v2/library/app/manifests/main'])
    server.serve(asked => (asked.method === 'HEAD' ? {} : { body: bytes }))
    expect(await registry.digest('library/app', 'main')).toBe(digest)
  })

  it('is put under a tag with its own type and bytes', async () => {
    const { registry, server } = await open(() => ({ status: 201 }))
    await registry.putManifest('library/app', 'main-0123456-1700000000', storedManifest(INDEX, bytes))
    expect(server.asked[0]).toMatchObject({
      method: 'PUT',
      path: '/v2/library/app/manifests/main-0123456-1700000000',
      headers: { 'content-type': INDEX, 'content-length': String(bytes.length) },
      body: bytes.toString(),
    })
  })

  it('that is not taken is a refusal, at once', async () => {
    for (const status of [400, 403, 404, 409, 412, 200]) {
      const { registry, server } = await open(() => json({ errors: [{ code: 'MANIFEST_INVALID' }] }, {}, status))
      await expect(registry.putManifest('library/app', 'x', storedManifest(INDEX, bytes))).rejects.toMatchObject({
        status,
      })
      expect(server.asked).toHaveLength(1)
    }
  })

  it('is deleted by its digest, and whether there was one is told', async () => {
    const { registry, server } = await open(() => ({ status: 202 }))
    expect(await registry.deleteManifest('library/app', digest)).toBe(true)
    expect(paths(server)).toEqual([`DELETE /v2/library/app/manifests/${digest}`])
    server.serve(() => ({ status: 404 }))
    expect(await registry.deleteManifest('library/app', digest)).toBe(false)
    server.serve(() => json({ errors: [{ code: 'UNSUPPORTED' }] }, {}, 405))
    await expect(registry.deleteManifest('library/app', digest)).rejects.toMatchObject({ status: 405 })
  })
})

describe('a blob', () => {
  const digest = `sha256:${'a'.repeat(64)}`

  it('may lie on another host, which never sees the login', async () => {
    const store = await loopback(() => ({ body: 'blob' }))
    const { registry } = await open(
      wantsBasic(() => ({ status: 307, headers: { location: `${store.url}/store?signature=x` } })),
      {
        credentials: LOGIN,
      },
    )
    expect(Buffer.from((await registry.blob('library/app', digest)) ?? []).toString()).toBe('blob')
    expect(paths(store)).toEqual(['GET /store?signature=x'])
    expect(store.asked[0]?.headers.authorization).toBeUndefined()
  })

  it('that lies elsewhere on the same host is asked for with the login', async () => {
    const { registry } = await open(
      wantsBasic(asked =>
        asked.path.startsWith('/store') ? { body: 'blob' } : { status: 302, headers: { location: '/store/x' } },
      ),
      { credentials: LOGIN },
    )
    expect(Buffer.from((await registry.blob('library/app', digest)) ?? []).toString()).toBe('blob')
  })

  it('is asked for again when the other host has a fault', async () => {
    let faults = 2
    const store = await loopback((_, { request }) => {
      faults -= 1
      if (faults === 1) return { status: 503 }
      if (faults === 0) {
        request.socket.resetAndDestroy()
        return 'handled'
      }
      return { body: 'blob' }
    })
    const { registry, clock } = await open(() => ({ status: 307, headers: { location: store.url } }))
    expect(Buffer.from((await registry.blob('library/app', digest)) ?? []).toString()).toBe('blob')
    expect(clock.slept).toHaveLength(2)
  })

  it('that is sent from host to host for ever is a refusal', async () => {
    const { registry, server } = await open(asked => ({ status: 302, headers: { location: `${asked.path}x` } }))
    await expect(registry.blob('library/app', digest)).rejects.toMatchObject({ status: 302 })
    expect(server.asked.length).toBeLessThan(20)
  })
})

describe('trying whether a push is let in', () => {
  it('begins an upload and gives it up, wherever the registry puts it', async () => {
    for (const location of ['/v2/library/app/blobs/uploads/1?state=x', 'absolute', '1?state=x']) {
      const { registry, server } = await open(asked => {
        if (asked.method === 'DELETE') return { status: 204 }
        const absolute = `http://${asked.headers.host}/v2/library/app/blobs/uploads/1?state=x`
        return { status: 202, headers: { location: location === 'absolute' ? absolute : location } }
      })
      await registry.tryPush('library/app')
      while (server.asked.length < 2) await new Promise(resolve => setTimeout(resolve, 5))
      expect(paths(server)).toEqual([
        'POST /v2/library/app/blobs/uploads/',
        'DELETE /v2/library/app/blobs/uploads/1?state=x',
      ])
    }
  })

  it('does not go to another host with the login', async () => {
    const other = await loopback(() => ({ status: 204 }))
    const { registry } = await open(
      wantsBasic(() => ({ status: 202, headers: { location: `${other.url}/upload` } })),
      {
        credentials: LOGIN,
      },
    )
    await registry.tryPush('library/app')
    expect(other.asked).toEqual([])
  })

  it('is content when the upload cannot be given up, or has no place', async () => {
    const { registry, server } = await open(asked =>
      asked.method === 'DELETE' ? { status: 500 } : { status: 202, headers: { location: '/upload' } },
    )
    await registry.tryPush('library/app')
    server.serve(() => ({ status: 202 }))
    await registry.tryPush('library/app')
    server.serve(() => ({ status: 202, headers: { location: 'http://[' } }))
    await registry.tryPush('library/app')
  })

  it('gives the registry’s refusal', async () => {
    const { registry } = await open(() => json({ errors: [{ code: 'DENIED', message: 'no push for you' }] }, {}, 403))
    await expect(registry.tryPush('library/app')).rejects.toMatchObject({
      status: 403,
      words: 'DENIED: no push for you',
    })
  })
})

describe('a faulty registry', () => {
  it('is asked again after 429, as late as it wants', async () => {
    let faults = 2
    const { registry, clock, retries } = await open((asked, raw) => {
      faults -= 1
      return faults >= 0 ? { status: 429, headers: { 'retry-after': '3' } } : tagList(asked, raw)
    })
    expect(await registry.tags('library/app')).toHaveLength(1)
    expect(clock.slept).toEqual([3000, 3000])
    expect(retries.map(retry => retry.attempt)).toEqual([1, 2])
  })

  it('is asked five times in all', async () => {
    const { registry, server, clock } = await open(() => ({ status: 502, body: '<h1>Bad Gateway</h1>' }))
    await expect(registry.tags('library/app')).rejects.toMatchObject({ status: 502, words: 'Bad Gateway' })
    expect(server.asked).toHaveLength(5)
    expect(clock.slept).toEqual([500, 1000, 2000, 4000])
  })

  it('is asked again after a reset', async () => {
    let faults = 1
    const { registry } = await open((asked, raw) => {
      faults -= 1
      if (faults < 0) return tagList(asked, raw)
      raw.request.socket.resetAndDestroy()
      return 'handled'
    })
    expect(await registry.tags('library/app')).toHaveLength(1)
  })

  it('is not asked again after a status that will not pass', async () => {
    for (const status of [400, 403, 404, 501]) {
      const { registry, server } = await open(() => ({ status }))
      await registry.tryPush('library/app').catch(() => undefined)
      expect(server.asked).toHaveLength(1)
    }
  })

  it('is left in peace when the run is cancelled', async () => {
    const controller = new AbortController()
    const { registry, server } = await open(
      () => {
        controller.abort(new Error('cancelled'))
        return { status: 502 }
      },
      { signal: controller.signal },
    )
    await expect(registry.tags('library/app')).rejects.toThrow()
    expect(server.asked).toHaveLength(1)
  })

  it('is not waited for while it is silent about a token and the run is cancelled', async () => {
    const controller = new AbortController()
    const { registry } = await open(
      (asked, raw) => {
        if (!asked.path.startsWith('/token')) return wantsTokens(tagList).rules(asked, raw)
        controller.abort(new Error('cancelled'))
        return 'handled'
      },
      { signal: controller.signal, credentials: LOGIN },
    )
    await expect(registry.tags('library/app')).rejects.toThrow(/abort|cancelled/i)
  })
})

describe('another question to the same host', () => {
  it('is answered whatever the status', async () => {
    const { registry, server } = await open(() => ({ status: 404, body: 'no' }))
    expect(await registry.get('/api/v2.0/ping')).toMatchObject({ status: 404 })
    expect(paths(server)).toEqual(['GET /api/v2.0/ping'])
  })
})

it('asks Docker Hub where its registry is, which is not where its name points', async () => {
  const seen: HttpRequest[] = []
  const registry = openRegistry({
    registry: 'docker.io',
    insecure: false,
    credentials: undefined,
    clock: fakeClock(),
    signal: new AbortController().signal,
    async http(request) {
      seen.push(request)
      return { status: 200, headers: {}, body: new Uint8Array() }
    },
  })
  await registry.ping()
  expect(seen[0]?.url).toBe('https://registry-1.docker.io/v2/')
})
