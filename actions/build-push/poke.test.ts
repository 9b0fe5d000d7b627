import { describe, expect, it } from '@jest/globals'
import { nodeHttp } from '../../src/runner/http.js'
import { fakeClock } from '../../tests/fakes/fake-clock.js'
import { jobTokens } from '../../tests/fakes/job-tokens.js'
import { type Loopback, loopback } from '../../tests/fakes/loopback.js'
import { type FakeReceiver, notificationController, webhookPath } from '../../tests/fakes/notification-controller.js'
import { silentRunner } from '../../tests/fakes/silent-runner.js'
import { poke } from './poke.js'
import type { Receiver } from './receiver.js'

const TOKEN = 'of the Receiver, long and random'
const HMAC: FakeReceiver = { name: 'build-push', proof: { token: TOKEN } }
const PUBLISHED = {
  tag: 'main-0123456-1700000000',
  images: [
    { name: 'library/frontend', reference: 'r/library/frontend:main-0123456-1700000000', digest: 'sha256:1' },
  ].map(image => ({ ...image, platforms: [], size: 1, seconds: 1 })),
}

const byHmac = (server: Loopback, receiver = HMAC, key = TOKEN): Receiver => ({
  url: new URL(`${server.url}${webhookPath(receiver)}`),
  proof: { kind: 'hmac', key },
})

/** Pokes in a world with a clock on which waiting takes no time. */
async function poked(receiver: Receiver, env = {}, signal = new AbortController().signal) {
  const masked: string[] = []
  const clock = fakeClock()
  const runner = silentRunner({ http: nodeHttp(), clock, env, signal, mask: secret => void masked.push(secret) })
  const result = await poke(receiver, PUBLISHED, runner, { timeout: 300, delay: 1_000 })
  const { pathname } = receiver.url
  // Nobody masks here: it must not be said at all.
  for (const line of [...runner.logged, result.sentence]) {
    expect(line).not.toContain(pathname.slice(6))
    expect(line).not.toContain(TOKEN)
  }
  expect(runner.logged).toEqual([`${result.asked ? 'info' : 'warning'}: ${result.sentence}`])
  return { ...result, slept: clock.slept, masked }
}

describe('a poke with an HMAC', () => {
  it('is taken by the Receiver of its token, once, and says what was published', async () => {
    const server = await loopback(notificationController([HMAC]))
    expect(await poked(byHmac(server))).toMatchObject({
      asked: true,
      sentence: `The Receiver at ${server.address} has asked Flux to scan now`,
    })
    expect(server.asked).toHaveLength(1)
    expect(JSON.parse(server.asked[0]?.body ?? '')).toEqual({
      tag: PUBLISHED.tag,
      images: [
        { name: 'library/frontend', reference: 'r/library/frontend:main-0123456-1700000000', digest: 'sha256:1' },
      ],
    })
  })

  it.each<[string, (server: Loopback) => Receiver, FakeReceiver, string]>([
    ['another token', server => byHmac(server, HMAC, 'another'), HMAC, 'answers 400, it does not take the signature'],
    [
      'another path',
      server => byHmac(server, { ...HMAC, name: 'x' }),
      HMAC,
      'answers 404, as no Receiver has this path',
    ],
    [
      'a Receiver that is suspended',
      server => byHmac(server),
      { ...HMAC, suspended: true },
      'answers 503, it is suspended',
    ],
  ])('is refused with %s, which is a warning with the cause', async (_title, receiver, there, cause) => {
    const server = await loopback(notificationController([there]))
    const { asked, sentence } = await poked(receiver(server))
    expect({ asked, sentence }).toEqual({ asked: false, sentence: expect.stringContaining(cause) })
    expect(sentence).toContain('Its next scan, at the interval of the ImageRepository, finds the tag anyway')
  })

  it.each([401, 403, 500, 502, 504, 405, 301])('of which %i is said tells a cause of its own', async status => {
    const location = `https://elsewhere.example${webhookPath(HMAC)}`
    const server = await loopback(() => ({ status, headers: { location } }))
    const { asked, sentence } = await poked(byHmac(server))
    expect(asked).toBe(false)
    expect(sentence).toContain(`the Receiver at ${server.address} answers ${status}, `)
    expect(sentence).not.toContain('elsewhere.example')
    // No redirect is followed; 5xx are tried once more.
    expect(server.asked).toHaveLength(status >= 500 ? 2 : 1)
  })

  it('is not taken for done when a web page answers', async () => {
    const server = await loopback(() => ({ headers: { 'content-type': 'text/html' }, body: '<h1>home</h1>' }))
    expect((await poked(byHmac(server))).sentence).toContain('answers 200 with a web page')
  })

  it.each(['reset', 503] as const)('is tried once more after %s, a second later', async fault => {
    const flux = notificationController([HMAC])
    const server = await loopback((asked, { request }) => {
      if (server.asked.length > 1) return flux(asked)
      if (fault !== 'reset') return { status: fault }
      request.socket.resetAndDestroy()
      return 'handled'
    })
    expect(await poked(byHmac(server))).toMatchObject({ asked: true, slept: [1_000] })
    expect(server.asked).toHaveLength(2)
  })

  it('is given up when the connection is reset each time', async () => {
    const server = await loopback((_asked, { request }) => {
      request.socket.resetAndDestroy()
      return 'handled'
    })
    expect((await poked(byHmac(server))).sentence).toContain('cannot be reached (ECONNRESET)')
    expect(server.asked).toHaveLength(2)
  })

  it.each(['nothing', 'one byte after the other'])(
    'is given up in time when %s comes, and not tried again',
    async what => {
      const server = await loopback((_asked, { response }) => {
        if (what === 'nothing') return 'handled'
        const drip = setInterval(() => response.write('x'), 50)
        response.on('close', () => clearInterval(drip))
        return 'handled'
      })
      const started = Date.now()
      expect((await poked(byHmac(server))).sentence).toContain('(no answer within 0.3 s)')
      expect(Date.now() - started).toBeLessThan(5_000)
      expect(server.asked).toHaveLength(1)
    },
  )

  it('says that nobody listens, or speaks no TLS', async () => {
    const gone = await loopback()
    const nobody = { ...byHmac(gone), url: new URL(`http://127.0.0.1:1${webhookPath(HMAC)}`) }
    expect((await poked(nobody)).sentence).toContain('127.0.0.1:1 cannot be reached (ECONNREFUSED)')
    const plain = { ...byHmac(gone), url: new URL(byHmac(gone).url.href.replace('http:', 'https:')) }
    expect((await poked(plain)).sentence).toContain('It does not speak TLS there')
  })

  it('does not break a run that is cancelled: the images are there', async () => {
    const server = await loopback(notificationController([HMAC]))
    expect((await poked(byHmac(server), {}, AbortSignal.abort())).asked).toBe(false)
  })
})

describe("a poke with the job's OIDC token", () => {
  const AUDIENCE = 'notification-controller'

  async function world(audience = AUDIENCE) {
    const tokens = jobTokens()
    const github = await loopback(asked => tokens.answer(asked))
    const receiver: FakeReceiver = { name: 'oidc', proof: { accepts: jwt => tokens.accepts(jwt, AUDIENCE) } }
    const server = await loopback(notificationController([receiver]))
    const env = {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${github.url}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: tokens.requestToken,
    }
    const asked: Receiver = {
      url: new URL(`${server.url}${webhookPath(receiver)}`),
      proof: { kind: 'job-token', audience },
    }
    return { tokens, github, server, env, receiver: asked }
  }

  it('is taken when the audience is that of the Receiver; both tokens are masked', async () => {
    const { tokens, github, env, receiver } = await world()
    expect(await poked(receiver, env)).toMatchObject({ asked: true, masked: [tokens.requestToken, ...tokens.given] })
    expect(tokens.given).toHaveLength(1)
    expect(github.asked[0]?.path).toBe('/token?api-version=2.0&audience=notification-controller')
  })

  it('is refused for another audience, which the warning names', async () => {
    const { env, receiver } = await world('somebody-else')
    const { asked, sentence } = await poked(receiver, env)
    expect({ asked, sentence }).toEqual({
      asked: false,
      sentence: expect.stringContaining('its audience "somebody-else"'),
    })
  })

  it.each([
    ['refuses', { status: 403 }, 'GitHub answers 403 and gives the job no OIDC token'],
    ['says nothing', { body: '{}' }, "GitHub's answer holds no OIDC token"],
    ['says no JSON', { body: '<html>' }, "GitHub's answer holds no OIDC token"],
  ])('is a warning when GitHub %s, and the Receiver is not asked', async (_title, answer, cause) => {
    const { github, server, env, receiver } = await world()
    github.serve(() => answer)
    expect((await poked(receiver, env)).sentence).toContain(cause)
    expect(server.asked).toEqual([])
  })

  it('asks GitHub once more when it fails', async () => {
    const { tokens, github, env, receiver } = await world()
    github.serve(asked => (github.asked.length > 1 ? tokens.answer(asked) : { status: 503 }))
    expect(await poked(receiver, env)).toMatchObject({ asked: true, slept: [1_000] })
  })
})
