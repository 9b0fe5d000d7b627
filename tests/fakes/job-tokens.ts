import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { parseJson, textMember } from '../../src/json.js'
import type { Answered, Asked } from './loopback.js'

export interface JobTokens {
  /** What a job may ask with: ACTIONS_ID_TOKEN_REQUEST_TOKEN. */
  readonly requestToken: string
  /** Every token that was given out. */
  readonly given: readonly string[]
  /** Answers what comes to ACTIONS_ID_TOKEN_REQUEST_URL. */
  answer(asked: Asked): Answered
  /** Whether a token is one of ours, for that audience, and still good. */
  accepts(jwt: string, audience: string): boolean
}

const ISSUER = 'https://token.actions.githubusercontent.com'

/** GitHub's service that gives jobs their OIDC tokens, with a key of its own: RS256, good for five minutes. */
export function jobTokens(): JobTokens {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const requestToken = 'request-token-that-only-this-job-has'
  const given: string[] = []

  function make(audience: string): string {
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: ISSUER,
      aud: audience,
      sub: 'repo:example/website:ref:refs/heads/master',
      iat: now,
      exp: now + 300,
    }
    const parts = [{ alg: 'RS256', typ: 'JWT', kid: 'lab' }, claims].map(part => base64url(JSON.stringify(part)))
    return `${parts.join('.')}.${sign('RSA-SHA256', Buffer.from(parts.join('.')), privateKey).toString('base64url')}`
  }

  return {
    requestToken,
    given,
    answer({ method, path, headers }) {
      const { pathname, searchParams } = new URL(path, 'http://localhost')
      if (pathname !== '/token' || method !== 'GET') return { status: 404 }
      if (headers.authorization !== `Bearer ${requestToken}`) return { status: 401 }
      const token = make(searchParams.get('audience') ?? 'https://github.com/example')
      given.push(token)
      return {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ count: token.length, value: token }),
      }
    },
    accepts(jwt, audience) {
      const [header = '', payload = '', signature = '', ...more] = jwt.split('.')
      if (more.length > 0) return false
      const claims = parseJson(Buffer.from(payload, 'base64url').toString())
      const isSigned = verify(
        'RSA-SHA256',
        Buffer.from(`${header}.${payload}`),
        publicKey,
        Buffer.from(signature, 'base64url'),
      )
      return isSigned && textMember(claims, 'iss') === ISSUER && textMember(claims, 'aud') === audience
    },
  }
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url')
}
