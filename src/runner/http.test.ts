import { describe, expect, it } from '@jest/globals'
import { loopback } from '../../tests/fakes/loopback.js'
import { systemCode } from '../registry/transient.js'
import { nodeHttp, systemResolve } from './http.js'

const http = nodeHttp()
const server = await loopback()

async function codeOf(failing: Promise<unknown>): Promise<string | undefined> {
  return systemCode(
    await failing.then(
      () => undefined,
      (error: unknown) => error,
    ),
  )
}

describe('an HTTP exchange', () => {
  it('gives status, headers and body as they are', async () => {
    server.serve(() => ({
      status: 418,
      headers: { 'X-Tea': 'green', 'x-two': ['a', 'b'] },
      body: Buffer.from([0, 255, 10]),
    }))
    const response = await http({ method: 'GET', url: `${server.url}/v2/?a=b` })
    expect(response.status).toBe(418)
    expect(response.headers).toMatchObject({ 'x-tea': 'green', 'x-two': 'a, b' })
    expect([...response.body]).toEqual([0, 255, 10])
    expect(server.asked.at(-1)).toMatchObject({
      method: 'GET',
      path: '/v2/?a=b',
      headers: { 'user-agent': 'fluxgate' },
    })
  })

  it('sends headers and a body, a text or bytes', async () => {
    server.serve(() => ({ status: 201 }))
    await http({ method: 'PUT', url: server.url, headers: { 'content-type': 'x/y' }, body: 'tëxt' })
    expect(server.asked.at(-1)).toMatchObject({
      method: 'PUT',
      body: 'tëxt',
      headers: { 'content-type': 'x/y', 'content-length': '5' },
    })
    await http({ method: 'POST', url: server.url, body: new TextEncoder().encode('bytes') })
    expect(server.asked.at(-1)).toMatchObject({ method: 'POST', body: 'bytes' })
  })

  it('follows no redirect: whoever asked knows what may be sent on', async () => {
    server.serve(() => ({ status: 307, headers: { location: `${server.url}/elsewhere` } }))
    expect((await http({ method: 'GET', url: `${server.url}/here` })).status).toBe(307)
    expect(server.asked.at(-1)?.path).toBe('/here')
  })

  it('gives an empty body to HEAD', async () => {
    server.serve((_, { response }) => {
      response.writeHead(200, { 'content-length': '1000', 'docker-content-digest': 'sha256:x' }).end()
      return 'handled'
    })
    const response = await http({ method: 'HEAD', url: server.url })
    expect(response.body.length).toBe(0)
    expect(response.headers['docker-content-digest']).toBe('sha256:x')
  })

  it('keeps its connection for the next request', async () => {
    const ports = new Set<number | undefined>()
    server.serve((_, { request }) => {
      ports.add(request.socket.remotePort)
      return {}
    })
    const fresh = nodeHttp()
    for (let count = 0; count < 3; count += 1) await fresh({ method: 'GET', url: server.url })
    expect(ports.size).toBe(1)
  })
})

describe('an HTTP exchange that fails', () => {
  it('tells that nobody listens', async () => {
    expect(await codeOf(http({ method: 'GET', url: 'http://127.0.0.1:1/' }))).toBe('ECONNREFUSED')
  })

  it('tells that the connection was reset, before the answer and in the middle of it', async () => {
    server.serve((_, { request }) => {
      request.socket.resetAndDestroy()
      return 'handled'
    })
    expect(await codeOf(http({ method: 'GET', url: server.url }))).toBe('ECONNRESET')
    server.serve((_, { request, response }) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half', () => request.socket.destroy())
      return 'handled'
    })
    expect(await codeOf(http({ method: 'GET', url: server.url }))).toBe('ECONNRESET')
  })

  it('tells that no answer came in time, before it and in the middle of it', async () => {
    server.serve(() => 'handled')
    expect(await codeOf(http({ method: 'GET', url: server.url, timeout: 30 }))).toBe('ETIMEDOUT')
    server.serve((_, { response }) => {
      response.writeHead(200, { 'content-length': '100' }).write('half')
      return 'handled'
    })
    expect(await codeOf(http({ method: 'GET', url: server.url, timeout: 30 }))).toBe('ETIMEDOUT')
  })

  it('ends when the run is cancelled, before and while it is under way', async () => {
    const controller = new AbortController()
    server.serve(() => {
      controller.abort()
      return 'handled'
    })
    const options = { method: 'GET' as const, url: server.url, signal: controller.signal }
    await expect(http(options)).rejects.toThrow(/abort/i)
    await expect(http(options)).rejects.toThrow(/abort/i)
  })

  it('refuses an answer that is larger than any document', async () => {
    server.serve((_, { response }) => {
      const part = Buffer.alloc(1024 * 1024)
      const write = () => {
        if (!response.destroyed) response.write(part, write)
      }
      response.on('error', () => undefined)
      response.writeHead(200)
      write()
      return 'handled'
    })
    const failure = await http({ method: 'GET', url: server.url }).catch((error: unknown) => error)
    expect(systemCode(failure)).toBe('EMSGSIZE')
    expect(String(failure)).toMatch(/answer of 127\.0\.0\.1:\d+ is too large/)
  })

  it('tells that plain HTTP was met where TLS was spoken', async () => {
    server.serve(() => ({}))
    expect(await codeOf(http({ method: 'GET', url: server.url.replace('http:', 'https:') }))).toMatch(
      /^(?:EPROTO|ERR_SSL_)/,
    )
  })
})

describe('a host name', () => {
  it('is resolved as the system does', async () => {
    expect(await systemResolve('localhost')).toEqual(expect.arrayContaining([expect.stringMatching(/^(?:127\.|::1$)/)]))
    expect(await systemResolve('127.0.0.1')).toEqual(['127.0.0.1'])
  })

  it('has no address when it does not exist', async () => {
    expect(await systemResolve('no-such-host.invalid')).toEqual([])
  })
})
