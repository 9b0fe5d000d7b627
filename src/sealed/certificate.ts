import { type KeyObject, X509Certificate } from 'node:crypto'
import { UserError } from '../errors.js'

/** The public half of a controller's key pair. */
export interface SealingCertificate {
  /** Where it comes from, for people: a path, an address, an input. */
  readonly source: string
  readonly publicKey: KeyObject
  readonly modulus: Uint8Array
  /** SHA-256 of the certificate, in hex. */
  readonly fingerprint: string
  /** Milliseconds since 1970. */
  readonly validFrom: number
  /** Milliseconds since 1970. */
  readonly validTo: number
}

const PEM_BLOCK = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g
const LEAST_BITS = 2048
const DAY = 24 * 60 * 60 * 1000

/** A certificate that ends sooner is a warning. */
const NEAR_DAYS = 30

/**
 * Reads every certificate of a PEM text.
 *
 * @throws UserError when there is none, or one that the controller cannot have made
 */
export function readCertificates(text: string, source: string): readonly SealingCertificate[] {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
    throw new UserError(`${source} holds a private key: expected the controller's public certificate`, {
      next: 'Whoever has that key opens every sealed secret: take it away from here',
    })
  }
  const blocks = text.match(PEM_BLOCK) ?? []
  if (blocks.length === 0) {
    throw new UserError(`${source} holds no certificate: expected "-----BEGIN CERTIFICATE-----"`, {
      next: 'fluxgate seal fetch --help shows how to get one from the controller',
    })
  }
  return blocks.map(block => readCertificate(block, source))
}

function readCertificate(pem: string, source: string): SealingCertificate {
  const certificate = parsed(pem, source)
  const { publicKey } = certificate
  if (publicKey.asymmetricKeyType !== 'rsa') {
    throw new UserError(`the key of the certificate in ${source} is ${publicKey.asymmetricKeyType}: expected RSA`)
  }
  const modulus = Buffer.from(publicKey.export({ format: 'jwk' }).n ?? '', 'base64url')
  const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0
  if (bits < LEAST_BITS) {
    throw new UserError(`the key of the certificate in ${source} has ${bits} bits: expected at least ${LEAST_BITS}`)
  }
  return {
    source,
    publicKey,
    modulus,
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    validFrom: Date.parse(certificate.validFrom),
    validTo: Date.parse(certificate.validTo),
  }
}

function parsed(pem: string, source: string): X509Certificate {
  try {
    return new X509Certificate(pem)
  } catch (error) {
    throw new UserError(`the certificate in ${source} cannot be read: it is damaged or cut off`, { cause: error })
  }
}

/**
 * The newest certificate that is valid now: the one that the controller takes for new values.
 *
 * @param now milliseconds since 1970
 * @throws UserError when none is valid
 */
export function newestCertificate(certificates: readonly SealingCertificate[], now: number): SealingCertificate {
  const newestFirst = [...certificates].sort((left, right) => right.validFrom - left.validFrom)
  const valid = newestFirst.find(({ validFrom, validTo }) => validFrom <= now && now <= validTo)
  if (valid !== undefined) return valid
  const problems = newestFirst.map(certificate => `${certificate.source} ${expiryProblem(certificate, now)?.text}`)
  throw new UserError(`no certificate to seal with: ${problems.join('; ')}`, {
    next: 'Get the current one from the controller: fluxgate seal fetch',
  })
}

export interface ExpiryProblem {
  /** Whether it cannot be used any more, or not yet. */
  readonly invalid: boolean
  /** Goes on behind the certificate's source. */
  readonly text: string
}

/** What is wrong with the days of a certificate; undefined when nothing is. */
export function expiryProblem(
  { validFrom, validTo }: Pick<SealingCertificate, 'validFrom' | 'validTo'>,
  now: number,
): ExpiryProblem | undefined {
  if (now < validFrom) return { invalid: true, text: `is valid from ${day(validFrom)} on, and that is to come` }
  if (now > validTo) return { invalid: true, text: `expired on ${day(validTo)}` }
  if (validTo - now > NEAR_DAYS * DAY) return undefined
  return { invalid: false, text: `expires on ${day(validTo)}, in ${Math.floor((validTo - now) / DAY)} days` }
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
