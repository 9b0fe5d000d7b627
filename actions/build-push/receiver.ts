import { UserError } from '../../src/errors.js'
import type { Parser } from '../../src/inputs.js'
import type { Environment } from '../../src/runner/ports.js'
import type { Inputs } from './inputs.js'

/** A Flux Receiver that is asked for a scan, and how a request shows that it may ask. */
export interface Receiver {
  readonly url: URL
  readonly proof: { readonly kind: 'hmac'; readonly key: string } | { readonly kind: 'job-token'; audience: string }
}

const EXPECTED = 'expected "https://HOST" and the Receiver\'s status.webhookPath ("/hook/" and 64 hex digits)'

/** Nothing of the value is shown: whoever knows a Receiver's path may knock there. */
export const receiverAddress: Parser<URL | undefined> = (raw, name) => {
  if (raw === '') return undefined
  // Of "https:///hook/…" a URL makes the host "hook".
  const url = /^https?:\/\/[^/]/i.test(raw) && URL.canParse(raw) ? new URL(raw) : undefined
  if (url === undefined) {
    throw new UserError(`input "${name}" is no http or https address: ${EXPECTED}`)
  }
  if (url.username !== '' || url.password !== '') {
    throw new UserError(`input "${name}" has a login in it, which no Receiver asks for: ${EXPECTED}`)
  }
  if (url.pathname === '/') throw new UserError(`input "${name}" has no path: ${EXPECTED}`)
  return url
}

/** What of a Receiver's address is to be hidden, in whatever form it was written: all behind the host. */
export function secretParts(raw: string): readonly string[] {
  const path = raw.trim().replace(/^[a-z]+:\/\/[^/?#]*/i, '')
  // Short ones protect nothing, and hiding a "/" would hide every one.
  return [path, ...path.split(/[/?#]/)].filter(part => part.length >= 16)
}

/**
 * The Receiver of the inputs; undefined when there is none.
 *
 * Over plain HTTP only an HMAC is sent: who listens learns no key from it, and repeating it makes Flux scan once more and nothing
 * else. The job's token is a credential, and goes over TLS alone.
 *
 * @throws UserError when the run has nothing to show to it
 */
export function chooseReceiver(
  inputs: Pick<Inputs, 'receiver' | 'receiver-token' | 'receiver-audience'>,
  env: Environment,
): Receiver | undefined {
  const { receiver: url, 'receiver-token': key, 'receiver-audience': audience } = inputs
  if (url === undefined) return undefined
  if (key !== '') return { url, proof: { kind: 'hmac', key } }
  if (!env.ACTIONS_ID_TOKEN_REQUEST_URL || !env.ACTIONS_ID_TOKEN_REQUEST_TOKEN) {
    throw new UserError(
      'input "receiver" is set, "receiver-token" is not, and the job has no OIDC token to show instead',
      {
        next: 'Set receiver-token to the "token" of the Receiver\'s secret (type generic-hmac), or give the job the permission id-token: write (type generic-oidc, Flux 2.9)',
      },
    )
  }
  if (url.protocol !== 'https:') {
    throw new UserError(
      'input "receiver" is a plain http address, and without "receiver-token" the job\'s OIDC token would go over it',
      {
        next: 'Give the https address, or set receiver-token (type generic-hmac): its value is never sent',
      },
    )
  }
  return { url, proof: { kind: 'job-token', audience } }
}
