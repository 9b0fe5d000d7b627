import { lookup } from 'node:dns/promises'
import * as plain from 'node:http'
import * as tls from 'node:https'
import type { Http, Resolve } from './ports.js'

/** Answers are documents (manifests, lists, tokens), never layers: more than this is a fault or an attack. */
const LARGEST_BODY = 32 * 1024 * 1024
const TIMEOUT = 30_000

/** HTTP with connections kept for the next request. */
export function nodeHttp(): Http {
  const agents = {
    plain: new plain.Agent({ keepAlive: true, maxSockets: 16 }),
    tls: new tls.Agent({ keepAlive: true, maxSockets: 16 }),
  }
  return request =>
    new Promise((resolve, reject) => {
      const url = new URL(request.url)
      const secure = url.protocol === 'https:'
      const body = typeof request.body === 'string' ? Buffer.from(request.body) : request.body
      const options = {
        method: request.method,
        agent: secure ? agents.tls : agents.plain,
        headers: {
          'user-agent': 'fluxgate',
          ...(body === undefined ? {} : { 'content-length': String(body.length) }),
          ...request.headers,
        },
        timeout: request.timeout ?? TIMEOUT,
        ...(request.signal === undefined ? {} : { signal: request.signal }),
      }
      const sent = (secure ? tls : plain).request(url, options, response => {
        const chunks: Buffer[] = []
        let size = 0
        response.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size > LARGEST_BODY) response.destroy(systemError('EMSGSIZE', `the answer of ${url.host} is too large`))
          else chunks.push(chunk)
        })
        response.on('error', reject)
        response.on('end', () => {
          const headers = Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [
              name,
              Array.isArray(value) ? value.join(', ') : String(value),
            ]),
          )
          resolve({ status: response.statusCode ?? 0, headers, body: Buffer.concat(chunks) })
        })
      })
      sent.on('timeout', () => sent.destroy(systemError('ETIMEDOUT', `${url.host} did not answer in time`)))
      sent.on('error', reject)
      sent.end(body)
    })
}

function systemError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}

/** Names as the system resolves them, its hosts file included. */
export const systemResolve: Resolve = async host => {
  try {
    return (await lookup(host, { all: true })).map(found => found.address)
  } catch {
    return []
  }
}
