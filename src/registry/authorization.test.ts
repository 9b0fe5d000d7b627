import { describe, expect, it } from '@jest/globals'
import { fakeClock } from '../../tests/fakes/fake-clock.js'
import type { Http, HttpRequest } from '../runner/ports.js'
import { basicHeader, fetchToken, parseChallenge } from './authorization.js'

describe('the challenge of a registry', () => {
  it.each([
    [undefined, { scheme: 'none' }],
    ['', { scheme: 'none' }],
    ['Basic realm="Registry Realm"', { scheme: 'basic' }],
    ['basic', { scheme: 'basic' }],
    ['Negotiate', { scheme: 'none' }],
    ['Negotiate, Basic realm="x"', { scheme: 'basic' }],
    [
      'Bearer realm="http://192.168.0.40:5000/service/token",service="harbor-registry"',
      { scheme: 'bearer', realm: 'http://192.168.0.40:5000/service/token', service: 'harbor-registry' },
    ],
    [
      'bearer Realm="https://ghcr.io/token", Service="ghcr.io", scope="repository:me/app:pull"',
      { scheme: 'bearer', realm: 'https://ghcr.io/token', service: 'ghcr.io' },
    ],
    ['Bearer realm="https://a/token"', { scheme: 'bearer', realm: 'https://a/token', service: undefined }],
    [
      'Basic realm="x", Bearer realm="https://a/token"',
      { scheme: 'bearer', realm: 'https://a/token', service: undefined },
    ],
    ['Bearer error="x"', { scheme: 'none' }],
  ])('%j is understood', (header, challenge) => {
    expect(parseChallenge(header)).toEqual(challenge)
  })
})

it('logs in with names and passwords of any characters', () => {
  const header = basicHeader({ username: 'robot$library+ci', password: 'pä:ss' })
  expect(Buffer.from(header.replace('Basic ', ''), 'base64').toString()).toBe('robot$library+ci:pä:ss')
})

describe('a token', () => {
  const challenge = { realm: 'https://auth.example/token?x=1', service: 'my registry' }
  const clock = fakeClock()
  const options = { insecure: false, now: clock.now(), timeout: 1000 }
  const credentials = { username: 'me', password: 'hunter2' }
  const answering =
    (status: number, body: string, seen: HttpRequest[] = []): Http =>
    async request => {
      seen.push(request)
      return { status, headers: {}, body: new TextEncoder().encode(body) }
    }

  it('is asked for with its scope, the service and the login', async () => {
    const seen: HttpRequest[] = []
    const http = answering(200, '{"token":"t","expires_in":300}', seen)
    const given = await fetchToken(http, challenge, 'repository:a/b:pull,push', credentials, options)
    expect(given).toEqual({ token: 't', until: clock.now() + 295_000 })
    expect(seen[0]).toMatchObject({
      method: 'GET',
      url: 'https://auth.example/token?x=1&service=my+registry&scope=repository%3Aa%2Fb%3Apull%2Cpush',
      headers: { authorization: basicHeader(credentials) },
    })
  })

  it('is asked for without a login when there is none', async () => {
    const seen: HttpRequest[] = []
    await fetchToken(
      answering(200, '{"access_token":"t"}', seen),
      { ...challenge, service: undefined },
      undefined,
      undefined,
      options,
    )
    expect(seen[0]?.url).toBe('https://auth.example/token?x=1')
    expect(seen[0]?.headers).toEqual({})
  })

  it('is good for a minute when the service does not say how long', async () => {
    const { until } = await fetchToken(answering(200, '{"access_token":"t"}'), challenge, undefined, undefined, options)
    expect(until - clock.now()).toBe(55_000)
  })

  it('is never so old that it is not used once', async () => {
    for (const seconds of [0, -10, 3]) {
      const http = answering(200, `{"token":"t","expires_in":${seconds}}`)
      expect((await fetchToken(http, challenge, undefined, undefined, options)).until).toBeGreaterThan(clock.now())
    }
  })

  it('is refused with the service’s own words, and without the password', async () => {
    const http = answering(401, '{"errors":[{"code":"UNAUTHORIZED","message":"incorrect username or password"}]}')
    const refused = await fetchToken(http, challenge, undefined, credentials, options).catch((error: unknown) => error)
    expect(refused).toMatchObject({ status: 401, words: 'UNAUTHORIZED: incorrect username or password' })
    expect(String(refused)).not.toContain('hunter2')
  })

  it.each(['{}', '{"token":""}', '{"token":7}', '<html>', ''])('is missing in %j, which is said', async body => {
    await expect(fetchToken(answering(200, body), challenge, undefined, undefined, options)).rejects.toThrow(
      /auth\.example.* answered without a token/,
    )
  })

  it.each(['token', '/token', 'ftp://a/token', 'file:///etc/passwd', ''])('is not asked for at %j', async realm => {
    const http = answering(200, '{"token":"t"}')
    await expect(fetchToken(http, { realm, service: undefined }, undefined, credentials, options)).rejects.toThrow(
      /which is no address/,
    )
  })

  it('is asked for over plain HTTP only where that was said', async () => {
    const seen: HttpRequest[] = []
    const http = answering(200, '{"token":"t"}', seen)
    const plain = { realm: 'http://auth.example/token', service: undefined }
    await expect(fetchToken(http, plain, undefined, credentials, options)).rejects.toThrow(/password is not sent there/)
    expect(seen).toEqual([])
    await fetchToken(http, plain, undefined, credentials, { ...options, insecure: true })
    expect(seen).toHaveLength(1)
  })
})
