import { UserError } from '../errors.js'
import { numberMember, parseJson, textMember } from '../json.js'
import type { Http } from '../runner/ports.js'
import { RegistryRefusal } from './refusal.js'

export interface Credentials {
  readonly username: string
  readonly password: string
}

/** How a registry wants to be asked, from its `WWW-Authenticate`. */
export type Challenge =
  | { readonly scheme: 'none' }
  | { readonly scheme: 'basic' }
  | { readonly scheme: 'bearer'; readonly realm: string; readonly service: string | undefined }

/** The challenge of a `WWW-Authenticate` header; of several the first that is known. */
export function parseChallenge(header: string | undefined): Challenge {
  if (header === undefined) return { scheme: 'none' }
  const bearer = /(?:^|,\s*)Bearer\s+(.*)$/i.exec(header)?.[1]
  if (bearer !== undefined) {
    const realm = parameter(bearer, 'realm')
    if (realm !== undefined) return { scheme: 'bearer', realm, service: parameter(bearer, 'service') }
  }
  return /(?:^|,\s*)Basic\b/i.test(header) ? { scheme: 'basic' } : { scheme: 'none' }
}

export function basicHeader(credentials: Credentials): string {
  return `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`
}

/**
 * Asks a token service for a token (the distribution specification's token authentication).
 *
 * @param scope such as `repository:library/frontend:pull,push`
 * @returns the token and the moment (milliseconds since 1970) after which it is not to be used
 * @throws RegistryRefusal when the service refuses
 */
export async function fetchToken(
  http: Http,
  challenge: { readonly realm: string; readonly service: string | undefined },
  scope: string | undefined,
  credentials: Credentials | undefined,
  options: {
    readonly insecure: boolean
    readonly now: number
    readonly timeout: number
    readonly signal?: AbortSignal
  },
): Promise<{ readonly token: string; readonly until: number }> {
  const url = tokenUrl(challenge, scope, options.insecure)
  const headers = credentials === undefined ? {} : { authorization: basicHeader(credentials) }
  const { timeout, signal } = options
  const response = await http({ method: 'GET', url, headers, timeout, ...(signal && { signal }) })
  if (response.status !== 200) throw new RegistryRefusal({ method: 'GET', url }, response, options.now)
  const body: unknown = parseJson(new TextDecoder().decode(response.body))
  const token = textMember(body, 'token') ?? textMember(body, 'access_token')
  if (token === undefined) throw new UserError(`the token service ${challenge.realm} answered without a token`)
  const seconds = numberMember(body, 'expires_in') ?? 60
  return { token, until: options.now + Math.max(seconds - 5, 1) * 1000 }
}

/** The realm comes from the registry: the password goes to it over TLS, unless plain HTTP was asked for. */
function tokenUrl(
  challenge: { readonly realm: string; readonly service: string | undefined },
  scope: string | undefined,
  insecure: boolean,
): string {
  const url = URL.canParse(challenge.realm) ? new URL(challenge.realm) : undefined
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new UserError(
      `the registry names ${JSON.stringify(challenge.realm)} as its token service, which is no address`,
    )
  }
  if (url.protocol === 'http:' && !insecure) {
    throw new UserError(
      `the registry names a token service on plain HTTP, ${challenge.realm}; the password is not sent there`,
      {
        next: 'Give the registry an https realm, or set "insecure" if the network is your own',
      },
    )
  }
  if (challenge.service !== undefined) url.searchParams.set('service', challenge.service)
  if (scope !== undefined) url.searchParams.set('scope', scope)
  return url.href
}

function parameter(parameters: string, name: string): string | undefined {
  return new RegExp(`(?:^|[\\s,])${name}="([^"]*)"`, 'i').exec(parameters)?.[1]
}
