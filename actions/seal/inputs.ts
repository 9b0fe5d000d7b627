import { UserError } from '../../src/errors.js'
import { type InputValues, lines, names, oneOf, optional, text, truth } from '../../src/inputs.js'
import { parseRequest } from './request.js'

export const spec = {
  secrets: parseRequest,
  certificate: certificatePlaces,
  insecure: truth,
  'fingerprint-key': optional(fingerprintKey),
  renew: names,
  mode: oneOf('merge', 'replace'),
  format: oneOf('sealed-secret', 'sops'),
  deliver: oneOf('files', 'commit', 'pull-request'),
  branch: branchName,
  token: text,
  check: optional(text),
}

export type Inputs = InputValues<typeof spec>

/** Inputs whose values are secrets: masked before anything else is read, and never taken from arguments. */
export const SECRET_INPUTS: readonly string[] = ['fingerprint-key', 'token']

/** Certificates in PEM, or the places to get them from. */
export type CertificateInput = { readonly pem: string } | { readonly places: readonly string[] }

function certificatePlaces(raw: string, name: string): CertificateInput {
  if (raw.includes('-----BEGIN')) return { pem: raw }
  const places = lines(raw, name)
  if (places.length > 0) return { places }
  throw new UserError(`input "${name}" is empty: expected a path, an address or a certificate in PEM`, { usage: true })
}

/** With a guessable key whoever reads the repository could try values until a fingerprint fits. */
function fingerprintKey(raw: string, name: string): Buffer {
  const key = Buffer.from(raw)
  if (key.length >= 16) return key
  throw new UserError(`input "${name}" has ${key.length} characters: expected at least 16, made by chance`, {
    next: 'openssl rand -base64 32 makes one',
    usage: true,
  })
}

function branchName(raw: string, name: string): string {
  const good = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(raw) && !/\.\.|\/\/|\.lock(?:\/|$)|[./]$|\/\./.test(raw)
  if (good) return raw
  throw new UserError(
    `input "${name}" is ${JSON.stringify(raw)}: expected the name of a branch, such as "fluxgate/seal"`,
  )
}
