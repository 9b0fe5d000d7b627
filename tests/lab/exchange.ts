import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string | Uint8Array
}

/** What may come of a request; undefined leaves it to whoever is asked next. */
export type Outcome = Answer | 'reset' | 'hang' | undefined

/** One request to a server of the lab, before it is answered. */
export interface Exchange {
  readonly method: string
  /** With the host that the client named. */
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  /** Reads the body to its end, or until so many bytes have come. */
  body(upTo?: number): Promise<Buffer>
  /** Asks the server behind, with this request unless told otherwise. */
  forward(other?: { method: string; path: string; accept?: string }): Promise<Answer>
}

export type Layer = (exchange: Exchange) => Promise<Outcome>

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  }
}

/** An error in the form of the distribution specification. */
export function refusal(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
  return json(status, { errors: [{ code, message }] }, headers)
}

/** The parts of a request to a repository; undefined for any other path. */
export function repositoryRequest(url: URL): { name: string; kind: string; reference: string } | undefined {
  const [, name, kind, reference] = url.pathname.match(/^\/v2\/(.+?)\/(manifests|blobs|tags|referrers)\/(.+)$/) ?? []
  return name === undefined || kind === undefined || reference === undefined ? undefined : { name, kind, reference }
}

/** The user and password of basic authentication, where the request has them. */
export function basicCredentials(headers: IncomingHttpHeaders): { username: string; password: string } | undefined {
  const [, encoded] = headers.authorization?.match(/^Basic (.+)$/i) ?? []
  if (encoded === undefined) return undefined
  const text = Buffer.from(encoded, 'base64').toString()
  const colon = text.indexOf(':')
  return colon === -1 ? undefined : { username: text.slice(0, colon), password: text.slice(colon + 1) }
}

export function openExchange(request: IncomingMessage, upstream: string | undefined): Exchange {
  const method = request.method ?? 'GET'
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`)
  const body = bodyReader(request)
  return {
    method,
    url,
    headers: request.headers,
    body,
    async forward(other) {
      const { method: verb, path, accept } = other ?? { method, path: `${url.pathname}${url.search}` }
      if (upstream === undefined) return refusal(404, 'NOT_FOUND', 'nothing stands behind this server')
      const headers = new Headers()
      for (const name of passedOn) {
        const value = request.headers[name]
        if (value !== undefined) headers.set(name, String(value))
      }
      if (accept !== undefined) headers.set('accept', accept)
      const bytes = await body()
      const response = await fetch(`${upstream}${path}`, {
        method: verb,
        headers,
        redirect: 'manual',
        ...(verb === 'GET' || verb === 'HEAD' ? {} : { body: new Uint8Array(bytes) }),
      })
      return {
        status: response.status,
        headers: Object.fromEntries([...response.headers].filter(([name]) => !ofTheConnection.has(name))),
        body: new Uint8Array(await response.arrayBuffer()),
      }
    },
  }
}

export function send(response: ServerResponse, { status, headers = {}, body = '' }: Answer): void {
  response.statusCode = status
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (response.req.method !== 'HEAD') response.setHeader('content-length', Buffer.byteLength(body))
  response.end(response.req.method === 'HEAD' ? undefined : body)
}

const passedOn = ['accept', 'authorization', 'content-type', 'content-range', 'range', 'if-none-match'] as const
const ofTheConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-encoding', 'date'])

/** What has been read once is given again, so that a layer can look at a body which then goes on to the server behind. */
function bodyReader(request: IncomingMessage): (upTo?: number) => Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  let over = false
  const iterator: AsyncIterator<Buffer> = request[Symbol.asyncIterator]()
  return async (upTo = Number.POSITIVE_INFINITY) => {
    while (!over && length < upTo) {
      const { done, value } = await iterator.next()
      if (done) over = true
      else {
        chunks.push(value)
        length += value.length
      }
    }
    return Buffer.concat(chunks)
  }
}
