import { timingSafeEqual } from 'node:crypto'
import type { SealingCertificate } from '../../src/sealed/certificate.js'
import { fitsKey } from '../../src/sealed/check.js'
import { readEnvelope } from '../../src/sealed/envelope.js'
import type { Scope } from '../../src/sealed/scope.js'
import { fingerprint, type Seal, shortId } from './fingerprint.js'
import type { Generated } from './origin.js'

/** What becomes of one key, and why. */
export interface Decision {
  readonly key: string
  /** `stale` is kept, too, though it was sealed for another certificate: its value is not at hand. */
  readonly action: 'sealed' | 'renewed' | 'kept' | 'dropped' | 'stale'
  readonly reason: string
}

/** What a file has of a secret. */
export interface Existing {
  readonly scope: Scope
  readonly values: ReadonlyMap<string, unknown>
  readonly seals: ReadonlyMap<string, Seal>
}

export interface Situation {
  readonly namespace: string
  readonly name: string
  readonly scope: Scope
  /** Every value that is asked for. */
  readonly values: ReadonlyMap<string, Uint8Array | Generated>
  readonly existing: Existing | undefined
  readonly certificate: Pick<SealingCertificate, 'fingerprint' | 'modulus'>
  readonly fingerprintKey: Uint8Array | undefined
  readonly mode: 'merge' | 'replace'
  /** Whether the user wants a key to be sealed anew. */
  readonly renews: (key: string) => boolean
}

/** Decides for every key of a secret. Sealing is random: whatever can stay must stay, or each run would change the file. */
export function decide(situation: Situation): readonly Decision[] {
  const { values, existing, mode } = situation
  const asked = [...values.keys()].map(key => decideAsked(key, situation))
  const others = [...(existing?.values ?? [])].filter(([key]) => !values.has(key))
  return [
    ...asked,
    ...others.map(([key, written]): Decision => {
      if (mode === 'replace') return { key, action: 'dropped', reason: 'not in the request' }
      if (isForAnother(key, written, situation)) return { key, action: 'stale', reason: ANOTHER }
      return { key, action: 'kept', reason: 'not in the request' }
    }),
  ]
}

/** The reason for what is kept because nobody can tell. */
export const UNTOLD = 'whether it changed is not known without a fingerprint key'

const ANOTHER = 'sealed for another certificate, and its value is not at hand'

function decideAsked(key: string, situation: Situation): Decision {
  const { existing, renews, scope } = situation
  const written = existing?.values.get(key)
  if (existing === undefined || written === undefined) return { key, action: 'sealed', reason: 'new' }
  if (typeof written !== 'string' || 'problem' in readEnvelope(written)) {
    return { key, action: 'sealed', reason: 'the file has no sealed value there' }
  }
  if (renews(key)) return { key, action: 'renewed', reason: 'named in "renew"' }
  if (existing.scope !== scope) return { key, action: 'renewed', reason: `the scope changes from ${existing.scope}` }
  const value = situation.values.get(key)
  if (typeof value === 'string') {
    if (isForAnother(key, written, situation)) return { key, action: 'stale', reason: ANOTHER }
    return { key, action: 'kept', reason: 'generated before' }
  }
  if (isForAnother(key, written, situation)) return { key, action: 'renewed', reason: 'the certificate is another one' }
  return decideByFingerprint(key, written, value ?? new Uint8Array(), situation)
}

function decideByFingerprint(key: string, ciphertext: string, value: Uint8Array, situation: Situation): Decision {
  const { fingerprintKey, existing, namespace, name, scope, certificate } = situation
  if (fingerprintKey === undefined) {
    return { key, action: 'kept', reason: UNTOLD }
  }
  const known = existing?.seals.get(key)?.fingerprint
  if (known === undefined) return { key, action: 'renewed', reason: 'it had no fingerprint' }
  const subject = { namespace, name, key, scope, certificate: certificate.fingerprint, ciphertext }
  const own = fingerprint(fingerprintKey, subject, value)
  if (known.length === own.length && timingSafeEqual(Buffer.from(known), Buffer.from(own))) {
    return { key, action: 'kept', reason: 'unchanged' }
  }
  return { key, action: 'renewed', reason: 'the value changed' }
}

/** Whether a value is known to be sealed for another certificate: by its record, or because the key cannot have made it. */
function isForAnother(key: string, written: unknown, { existing, certificate }: Situation): boolean {
  const record = existing?.seals.get(key)
  const envelope = typeof written === 'string' ? readEnvelope(written) : undefined
  if (envelope !== undefined && !('problem' in envelope) && !fitsKey(envelope.wrappedKey, certificate)) return true
  return record !== undefined && record.certificate !== shortId(certificate.fingerprint)
}
