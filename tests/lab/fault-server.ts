import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type Answer, type Exchange, type Layer, type Outcome, openExchange, send } from './exchange.js'
import { type Fault, faults } from './faults.js'
import type { Lab } from './lab.js'

export interface SeenRequest {
  readonly method: string
  /** With the query. */
  readonly path: string
  /** The status that the client got; 0 when it got none. */
  readonly status: number
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface FaultServer {
  readonly port: number
  /** 127.0.0.1:PORT */
  readonly address: string
  /** http://127.0.0.1:PORT */
  readonly url: string
  /** From now on this goes wrong as well. */
  fail(fault: Fault): void
  /** Nothing goes wrong any more, and no request was seen. */
  clear(): void
  /** What was asked so far, in the order of arrival. */
  requests(filter?: { method?: string; path?: RegExp; status?: number }): readonly SeenRequest[]
  stop(): Promise<void>
}

export interface FaultServerOptions {
  /** The URL of the server behind; without one only the layers answer. */
  readonly upstream?: string
  /** Asked in their order, after the faults: `tokenService`, `harbor`, `tagPages`, or a test's own. */
  readonly layers?: readonly Layer[]
}

/** A server of our own on 127.0.0.1 in front of a registry: what a registry does rarely, it does when it is told to. */
export async function startFaultServer(lab: Lab, options: FaultServerOptions = {}): Promise<FaultServer> {
  const rules = faults()
  const layers = [rules.layer, ...(options.layers ?? [])]
  let seen: (SeenRequest & { status: number })[] = []

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const entry = { method: request.method ?? '', path: request.url ?? '', status: 0, at: Date.now() }
    seen.push(entry)
    const exchange = openExchange(request, options.upstream)
    const outcome = await decide(layers, exchange).catch(noAnswer)
    if (outcome === 'hang') return
    if (outcome === 'reset') {
      request.socket.resetAndDestroy()
      return
    }
    // An answer before the request has been read to its end looks like a broken connection to many a client.
    await exchange.body()
    entry.status = outcome.status
    send(response, outcome)
  }

  const server = createServer((request, response) => {
    // What fails here is the client's going away in the middle.
    serve(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')

  const stop = async () => {
    if (!server.listening) return
    const closed = new Promise(resolve => server.close(resolve))
    server.closeAllConnections()
    await closed
  }
  lab.onStop(stop)

  return {
    port: address.port,
    address: `127.0.0.1:${address.port}`,
    url: `http://127.0.0.1:${address.port}`,
    fail: rules.add,
    clear() {
      rules.clear()
      seen = []
    },
    requests: ({ method, path, status } = {}) =>
      seen.filter(
        request =>
          (method === undefined || request.method === method) &&
          (path === undefined || path.test(request.path)) &&
          (status === undefined || request.status === status),
      ),
    stop,
  }
}

async function decide(layers: readonly Layer[], exchange: Exchange): Promise<Exclude<Outcome, undefined>> {
  for (const layer of layers) {
    const outcome = await layer(exchange)
    if (outcome !== undefined) return outcome
  }
  return exchange.forward()
}

function noAnswer(error: unknown): Answer {
  return { status: 502, body: `the server behind did not answer: ${error instanceof Error ? error.stack : error}` }
}
