import pLimit from 'p-limit'
import { UserError } from '../errors.js'
import { listMember, member, parseJson } from '../json.js'
import type { Clock, Http, HttpRequest, HttpResponse } from '../runner/ports.js'
import { basicHeader, type Challenge, type Credentials, fetchToken, parseChallenge } from './authorization.js'
import { MANIFEST_TYPES, type StoredManifest, storedManifest } from './manifest.js'
import { RegistryRefusal } from './refusal.js'
import { PATIENCE, type Patience, type Retry, retryTransient } from './transient.js'

export interface RegistryOptions {
  /** `host` or `host:port`. */
  readonly registry: string
  /** Plain HTTP. */
  readonly insecure: boolean
  readonly credentials: Credentials | undefined
  readonly http: Http
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly onRetry?: (retry: Retry) => void
  readonly patience?: Patience
}

/** An OCI registry. Transient faults are tried again; every other refusal is thrown as a RegistryRefusal. */
export interface Registry {
  /** Asks for the API and logs in; how the registry wants to be asked is known afterwards. */
  ping(): Promise<Challenge>
  /** All tags, in the registry's order, every page; none when the repository does not exist yet. */
  tags(name: string): Promise<readonly string[]>
  /** The digest behind a tag or digest, or undefined when there is none. */
  digest(name: string, reference: string): Promise<string | undefined>
  manifest(name: string, reference: string): Promise<StoredManifest | undefined>
  /** A blob of at most a few megabytes, such as an image's configuration. */
  blob(name: string, digest: string): Promise<Uint8Array | undefined>
  putManifest(name: string, reference: string, manifest: StoredManifest): Promise<void>
  /** Takes a manifest away, and with it every tag that points to it. False when there was none. */
  deleteManifest(name: string, digest: string): Promise<boolean>
  /** Begins an upload and gives it up again: the only way to know that a push will be let in. */
  tryPush(name: string): Promise<void>
  /** Something else on the same host, such as Harbor's own API; any status is an answer. */
  get(path: string): Promise<HttpResponse>
}

const TIMEOUT = 30_000
const AT_ONCE = 8
/** Tags a page; registries give fewer when they want to. */
const PAGE = 1000
/** More pages than any repository has: a registry that repeats itself is not followed for ever. */
const MOST_PAGES = 1000
const MOST_HOPS = 5

export function openRegistry(options: RegistryOptions): Registry {
  const { origin } = new URL(`${options.insecure ? 'http' : 'https'}://${hostOf(options.registry)}`)
  const limit = pLimit(AT_ONCE)
  const authorize = authorizer(options, origin)

  async function send(request: HttpRequest, scope: string | undefined): Promise<HttpResponse> {
    const attempt = async () => {
      const first = await authorize.send(request, scope)
      const again = first.response.status === 401 && authorize.learn(request, first, scope)
      const { response } = again ? await authorize.send(request, scope) : first
      if (response.status >= 500 || [408, 425, 429].includes(response.status)) throw refusal(request, response)
      return response
    }
    const onRetry = options.onRetry
    return limit(() =>
      retryTransient(attempt, { ...options, ...(onRetry && { onRetry }) }, options.patience ?? PATIENCE),
    )
  }

  function refusal(request: HttpRequest, response: HttpResponse): RegistryRefusal {
    return new RegistryRefusal(request, response, options.clock.now())
  }

  function request(method: HttpRequest['method'], path: string, more: Partial<HttpRequest> = {}): HttpRequest {
    return { method, url: new URL(path, origin).href, timeout: TIMEOUT, signal: options.signal, ...more }
  }

  async function read(method: 'GET' | 'HEAD', path: string, name: string): Promise<HttpResponse | undefined> {
    const asked = request(method, path, { headers: { accept: MANIFEST_TYPES.join(', ') } })
    const response = await follow(asked, pullScope(name))
    if (response.status === 404) return undefined
    if (response.status !== 200) throw refusal(asked, response)
    return response
  }

  /** Blobs may lie elsewhere (object stores); the authorization stays here. */
  async function follow(asked: HttpRequest, scope: string): Promise<HttpResponse> {
    let { url } = asked
    for (let hop = 0; ; hop += 1) {
      const response = await send({ ...asked, url }, scope)
      const { location } = response.headers
      const redirects = [301, 302, 303, 307, 308].includes(response.status)
      if (!redirects || hop === MOST_HOPS || location === undefined || !URL.canParse(location, url)) return response
      url = new URL(location, url).href
    }
  }

  return {
    async ping() {
      const asked = request('GET', '/v2/')
      const response = await send(asked, undefined)
      if (response.status !== 200) throw refusal(asked, response)
      return authorize.challenge()
    },

    async tags(name) {
      const found: string[] = []
      let path: string | undefined = `/v2/${name}/tags/list?n=${PAGE}`
      for (let page = 0; path !== undefined; page += 1) {
        if (page === MOST_PAGES) throw new UserError(`${options.registry}/${name}: the list of tags does not end`)
        const response: HttpResponse | undefined = await read('GET', path, name)
        if (response === undefined) return found
        const body = parseJson(new TextDecoder().decode(response.body))
        if (member(body, 'tags') === undefined) {
          throw new UserError(`${options.registry}/${name}: the registry's answer is no list of tags`)
        }
        found.push(...listMember(body, 'tags').filter(tag => typeof tag === 'string'))
        path = nextPage(response.headers.link, new URL(path, origin))
      }
      return found
    },

    async digest(name, reference) {
      const response = await read('HEAD', `/v2/${name}/manifests/${reference}`, name)
      if (response === undefined) return undefined
      const digest = response.headers['docker-content-digest']
      return digest ?? (await this.manifest(name, reference))?.digest
    },

    async manifest(name, reference) {
      const response = await read('GET', `/v2/${name}/manifests/${reference}`, name)
      if (response === undefined) return undefined
      const [mediaType = ''] = (response.headers['content-type'] ?? '').split(';')
      return storedManifest(mediaType.trim(), response.body)
    },

    async blob(name, digest) {
      return (await read('GET', `/v2/${name}/blobs/${digest}`, name))?.body
    },

    async putManifest(name, reference, manifest) {
      const asked = request('PUT', `/v2/${name}/manifests/${reference}`, {
        headers: { 'content-type': manifest.mediaType },
        body: manifest.bytes,
      })
      const response = await send(asked, pushScope(name))
      if (response.status !== 201) throw refusal(asked, response)
    },

    async deleteManifest(name, digest) {
      const asked = request('DELETE', `/v2/${name}/manifests/${digest}`)
      const response = await send(asked, `repository:${name}:pull,push,delete`)
      if (response.status === 404) return false
      if (response.status !== 202 && response.status !== 200) throw refusal(asked, response)
      return true
    },

    async tryPush(name) {
      const asked = request('POST', `/v2/${name}/blobs/uploads/`, { headers: { 'content-length': '0' } })
      const response = await send(asked, pushScope(name))
      if (response.status !== 202) throw refusal(asked, response)
      const location = response.headers.location
      if (location === undefined || !URL.canParse(location, asked.url)) return
      const upload = new URL(location, asked.url)
      if (upload.origin !== origin) return
      // Nobody waits for it: an upload that is not given up is forgotten by the registry after a while.
      const giveUp = { ...asked, method: 'DELETE', url: upload.href, timeout: 5_000 } as const
      authorize.send(giveUp, pushScope(name)).catch(() => undefined)
    },

    get(path) {
      return send(request('GET', path), undefined)
    },
  }
}

interface Authorizer {
  /** Sends a request with the authorization that is known; other hosts get none. */
  send(request: HttpRequest, scope: string | undefined): Promise<Sent>
  /** Takes the challenge of a 401; false when asking again would change nothing. */
  learn(request: HttpRequest, refused: Sent, scope: string | undefined): boolean
  challenge(): Challenge
}

interface Sent {
  readonly response: HttpResponse
  /** The header that the request went with. */
  readonly authorization: string | undefined
}

function authorizer(options: RegistryOptions, origin: string): Authorizer {
  const tokens = new Map<string, Promise<{ readonly token: string; readonly until: number }>>()
  let challenge: Challenge = { scheme: 'none' }

  async function header(scope: string | undefined): Promise<string | undefined> {
    const { credentials } = options
    if (challenge.scheme === 'basic') return credentials && basicHeader(credentials)
    if (challenge.scheme === 'none') return undefined
    const key = scope ?? ''
    // Requests that come while a token is under way wait for it.
    for (let known = tokens.get(key); known !== undefined; known = tokens.get(key)) {
      const { token, until } = await known
      if (until > options.clock.now()) return `Bearer ${token}`
      if (tokens.get(key) === known) tokens.delete(key)
    }
    const asked = fetchToken(options.http, challenge, scope, credentials, {
      insecure: options.insecure,
      now: options.clock.now(),
      timeout: TIMEOUT,
      signal: options.signal,
    })
    tokens.set(key, asked)
    // A refused token must not be remembered, or the next try would fail without asking.
    asked.catch(() => tokens.delete(key))
    return `Bearer ${(await asked).token}`
  }

  const isHere = (request: HttpRequest) => new URL(request.url).origin === origin

  return {
    async send(request, scope) {
      const authorization = isHere(request) ? await header(scope) : undefined
      const headers = authorization === undefined ? request.headers : { ...request.headers, authorization }
      return { response: await options.http({ ...request, ...(headers && { headers }) }), authorization }
    },
    learn(request, { response, authorization }, scope) {
      const learned = parseChallenge(response.headers['www-authenticate'])
      if (learned.scheme === 'none' || !isHere(request)) return false
      challenge = learned
      if (learned.scheme === 'basic') {
        return options.credentials !== undefined && authorization !== basicHeader(options.credentials)
      }
      // Without one the request was sent before anybody knew: what others learned since is good.
      if (authorization !== undefined) tokens.delete(scope ?? '')
      return true
    },
    challenge: () => challenge,
  }
}

function pullScope(name: string): string {
  return `repository:${name}:pull`
}

function pushScope(name: string): string {
  return `repository:${name}:pull,push`
}

/** The path in a `Link: <…>; rel="next"`. Its host may be one that only the registry knows, behind a proxy: ours is asked. */
function nextPage(link: string | undefined, from: URL): string | undefined {
  const target = link === undefined ? undefined : /<([^>]+)>\s*;[^,]*rel="?next"?/.exec(link)?.[1]
  if (target === undefined || !URL.canParse(target, from.href)) return undefined
  const next = new URL(target, from)
  return `${next.pathname}${next.search}`
}

/** Docker Hub's registry is not where its name points. */
function hostOf(registry: string): string {
  return registry === 'docker.io' ? 'registry-1.docker.io' : registry
}
