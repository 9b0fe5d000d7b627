import { randomUUID } from 'node:crypto'
import {
  type Answer,
  basicCredentials,
  type Exchange,
  json,
  type Layer,
  refusal,
  repositoryRequest,
} from './exchange.js'

export interface TokenServiceOptions {
  readonly username: string
  readonly password: string
  /** The path of the token service on the same server; `/token` unless told. */
  readonly path?: string
  /** The name in the challenge; `lab-registry` unless told. */
  readonly service?: string
  /** Seconds that a token is good for; 60 unless told. */
  readonly lifetime?: number
  /** Whether somebody without an account may pull; not unless told. */
  readonly anonymousPull?: boolean
  /** What the account may do (`pull`, `push`, `delete`); everything unless told. */
  readonly may?: (repository: string, action: string) => boolean
}

interface Grant {
  readonly repository: string
  readonly actions: readonly string[]
}

/**
 * Bearer authentication as registries have it: a challenge that names the token service and the scope, and opaque tokens
 * that are good for the granted scopes only, and not for long. The server behind needs no authentication of its own.
 */
export function tokenService(options: TokenServiceOptions): Layer {
  const { path = '/token', lifetime = 60 } = options
  const tokens = new Map<string, { grants: readonly Grant[]; expires: number }>()

  return async exchange => {
    if (exchange.url.pathname === path) {
      const answer = await grant(exchange, options)
      if (!('grants' in answer)) return answer
      const token = randomUUID()
      tokens.set(token, { grants: answer.grants, expires: Date.now() + lifetime * 1000 })
      const issued = new Date().toISOString()
      return json(200, { token, access_token: token, expires_in: lifetime, issued_at: issued })
    }
    if (!exchange.url.pathname.startsWith('/v2/')) return undefined
    const [, token] = exchange.headers.authorization?.match(/^Bearer (.+)$/i) ?? []
    const known = token === undefined ? undefined : tokens.get(token)
    if (known === undefined) return challenge(exchange, options, token === undefined ? undefined : 'invalid_token')
    if (known.expires < Date.now()) return challenge(exchange, options, 'invalid_token')
    const needed = neededGrant(exchange)
    const isGranted =
      needed === undefined || needed.actions.every(action => holds(known.grants, needed.repository, action))
    return isGranted ? undefined : challenge(exchange, options, 'insufficient_scope')
  }
}

/** Like the real ones, gives a token with fewer rights rather than refusing; only wrong credentials are refused. */
async function grant(exchange: Exchange, options: TokenServiceOptions): Promise<Answer | { grants: readonly Grant[] }> {
  // Docker's clients ask with POST and a form first, the way of OAuth 2, and then with GET and basic authentication.
  const form = new URLSearchParams(exchange.method === 'POST' ? (await exchange.body()).toString() : '')
  const username = form.get('username')
  const password = form.get('password')
  const given = username !== null && password !== null ? { username, password } : basicCredentials(exchange.headers)
  if (given !== undefined && (given.username !== options.username || given.password !== options.password)) {
    return refusal(401, 'UNAUTHORIZED', 'incorrect username or password')
  }
  const scopes = [...exchange.url.searchParams.getAll('scope'), ...form.getAll('scope')].flatMap(scope =>
    scope.split(' '),
  )
  const may = given === undefined ? anonymous(options) : (options.may ?? (() => true))
  return {
    grants: scopes.flatMap(scope => {
      const [, repository, actions] = scope.match(/^repository:(.+):([a-z,*]+)$/) ?? []
      if (repository === undefined || actions === undefined) return []
      return [{ repository, actions: actions.split(',').filter(action => may(repository, action)) }]
    }),
  }
}

function anonymous({ anonymousPull = false }: TokenServiceOptions): (repository: string, action: string) => boolean {
  return (_, action) => anonymousPull && action === 'pull'
}

function neededGrant({ method, url }: Exchange): Grant | undefined {
  const request = repositoryRequest(url)
  if (request === undefined) return undefined
  if (method === 'GET' || method === 'HEAD') return { repository: request.name, actions: ['pull'] }
  if (method === 'DELETE') return { repository: request.name, actions: ['delete'] }
  return { repository: request.name, actions: ['pull', 'push'] }
}

function holds(grants: readonly Grant[], repository: string, action: string): boolean {
  return grants.some(grant => grant.repository === repository && grant.actions.includes(action))
}

function challenge(exchange: Exchange, options: TokenServiceOptions, error: string | undefined): Answer {
  const { path = '/token', service = 'lab-registry' } = options
  const needed = neededGrant(exchange)
  const parts = [`realm="${exchange.url.origin}${path}"`, `service="${service}"`]
  if (needed !== undefined) parts.push(`scope="repository:${needed.repository}:${needed.actions.join(',')}"`)
  if (error !== undefined) parts.push(`error="${error}"`)
  return refusal(401, 'UNAUTHORIZED', 'authentication required', { 'www-authenticate': `Bearer ${parts.join(',')}` })
}
