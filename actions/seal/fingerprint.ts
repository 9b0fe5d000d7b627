import { createHmac } from 'node:crypto'
import { isMapping, member, parseJson } from '../../src/json.js'
import type { Scope } from '../../src/sealed/scope.js'

/** The annotation that says of each key which certificate it was sealed for and, with a fingerprint key, of what value. */
export const SEALS_ANNOTATION = 'fluxgate/seals'

/** What is known of one sealed value. */
export interface Seal {
  /** The first 16 hex digits of the certificate's fingerprint. */
  readonly certificate: string
  /** HMAC-SHA-256 as base64url; undefined when it was sealed without a fingerprint key. */
  readonly fingerprint: string | undefined
}

export interface FingerprintSubject {
  readonly namespace: string
  readonly name: string
  readonly key: string
  readonly scope: Scope
  /** The certificate's full fingerprint. */
  readonly certificate: string
  /** What was sealed: put another ciphertext into the file, and the fingerprint no longer speaks for it. */
  readonly ciphertext: string
}

/** Tells whether a value is the one that was sealed, and nothing else to whoever lacks the key. */
export function fingerprint(secretKey: Uint8Array, subject: FingerprintSubject, value: Uint8Array): string {
  const { namespace, name, key, scope, certificate, ciphertext } = subject
  const hmac = createHmac('sha256', secretKey)
  for (const part of ['fluxgate seal 1', namespace, name, key, scope, certificate, ciphertext]) {
    // No part can run over into the next one.
    hmac.update(`${Buffer.byteLength(part)}:${part}`)
  }
  return hmac.update(value).digest('base64url')
}

export function shortId(certificate: string): string {
  return certificate.slice(0, 16)
}

/** Reads the annotation; what is none of ours is left out. */
export function readSeals(annotations: unknown): ReadonlyMap<string, Seal> {
  const text = member(annotations, SEALS_ANNOTATION)
  const parsed = typeof text === 'string' ? parseJson(text) : undefined
  const seals = new Map<string, Seal>()
  for (const [key, written] of Object.entries(isMapping(parsed) ? parsed : {})) {
    const [, certificate, mac] = /^([0-9a-f]{16})(?:\.([A-Za-z0-9_-]{43}))?$/.exec(String(written)) ?? []
    if (certificate !== undefined) seals.set(key, { certificate, fingerprint: mac })
  }
  return seals
}

/** The annotation's text: one JSON object, keys in order. */
export function writeSeals(seals: ReadonlyMap<string, Seal>): string {
  const entries = [...seals].sort(([left], [right]) => (left < right ? -1 : 1))
  return JSON.stringify(
    Object.fromEntries(
      entries.map(([key, { certificate, fingerprint: mac }]) => [
        key,
        mac === undefined ? certificate : `${certificate}.${mac}`,
      ]),
    ),
  )
}
