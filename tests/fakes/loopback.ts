import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { afterAll } from '@jest/globals'

export interface Asked {
  readonly method: string
  /** With the query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
}

export interface Answered {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string | Uint8Array
}

/** What a test does with a request: an answer, or the raw response for one that is not well behaved. */
export type Serve = (asked: Asked, raw: { request: IncomingMessage; response: ServerResponse }) => Answered | 'handled'

export interface Loopback {
  /** `127.0.0.1:PORT` */
  readonly address: string
  /** `http://127.0.0.1:PORT`, or `https:` with a certificate. */
  readonly url: string
  /** Everything that was asked, in order. */
  readonly asked: Asked[]
  /** From now on requests are answered this way. */
  serve(serve: Serve): void
}

const servers: Server[] = []

afterAll(async () => {
  await Promise.all(
    servers.map(async server => {
      const closed = new Promise(resolve => server.close(resolve))
      server.closeAllConnections()
      await closed
    }),
  )
})

/** A real HTTP server on a free port of this machine, with TLS when it has a certificate; it ends with the tests of the file. */
export async function loopback(
  serve: Serve = () => ({ status: 404 }),
  certificate?: { readonly cert: string; readonly key: string },
): Promise<Loopback> {
  const asked: Asked[] = []
  let current = serve
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const entry: Asked = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, value?.toString()])),
        body: Buffer.concat(chunks).toString(),
      }
      asked.push(entry)
      const answer = current(entry, { request, response })
      if (answer === 'handled') return
      const headers = Object.entries(answer.headers ?? {}).map(([name, value]): [string, string | string[]] => [
        name,
        typeof value === 'string' ? value : [...value],
      ])
      for (const [name, value] of headers) response.setHeader(name, value)
      response.writeHead(answer.status ?? 200)
      response.end(answer.body ?? '')
    })
  }
  const server = certificate === undefined ? createServer(listener) : createTlsServer(certificate, listener)
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  const name = `127.0.0.1:${address.port}`
  return {
    address: name,
    url: `${certificate === undefined ? 'http' : 'https'}://${name}`,
    asked,
    serve(next) {
      current = next
    },
  }
}
