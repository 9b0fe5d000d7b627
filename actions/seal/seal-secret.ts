import { isMapping, member, textMember } from '../../src/json.js'
import type { SealingCertificate } from '../../src/sealed/certificate.js'
import { sealValue } from '../../src/sealed/envelope.js'
import { labelOf, SCOPE_ANNOTATIONS, type Scope, scopeOf } from '../../src/sealed/scope.js'
import type { SealedChange } from '../../src/sealed/sealed-file.js'
import type { Mapping } from '../../src/yaml/write-mapping.js'
import { type Decision, decide, type Existing } from './decide.js'
import { fingerprint, readSeals, SEALS_ANNOTATION, type Seal, shortId, writeSeals } from './fingerprint.js'
import { generate } from './generate.js'
import { requestError } from './request.js'
import { missingKeys } from './secret-content.js'
import type { ReadySecret, Vault } from './values.js'

export interface SealOptions {
  readonly certificate: SealingCertificate
  readonly fingerprintKey: Uint8Array | undefined
  readonly mode: 'merge' | 'replace'
  readonly renews: (namespace: string, name: string, key: string) => boolean
}

/** What one secret of a run comes to. */
export interface SealedSecretResult {
  readonly change: SealedChange
  readonly decisions: readonly Decision[]
  /** Key → the public half of what was generated. */
  readonly publicKeys: ReadonlyMap<string, string>
}

/**
 * Seals what is to be sealed of a secret.
 *
 * @param object the SealedSecret that the file has; undefined when it has none
 * @param mask hides what is generated
 * @throws UserError when the outcome would be refused, or not open
 */
export function sealSecret(
  secret: ReadySecret,
  object: unknown,
  options: SealOptions,
  vault: Vault,
  mask: (bytes: Buffer) => void,
): SealedSecretResult {
  const { request, values } = secret
  const { namespace, name, scope } = request
  const { certificate, fingerprintKey } = options
  const existing = object === undefined ? undefined : existingOf(object)
  const decisions = decide({
    ...{ namespace, name, scope, values, existing, certificate, fingerprintKey, mode: options.mode },
    renews: key => options.renews(namespace, name, key),
  })
  refuse(secret, existing, object, decisions)
  const sealed: [string, string][] = []
  const publicKeys = new Map<string, string>()
  const seals = new Map<string, Seal>(existing?.seals)
  const label = labelOf(scope, namespace, name)
  for (const { key, action } of decisions) {
    if (action === 'dropped') seals.delete(key)
    if (action !== 'sealed' && action !== 'renewed') continue
    const wanted = values.get(key)
    if (wanted === undefined) continue
    const made = typeof wanted === 'string' ? generate(wanted, `${namespace}/${name}/${key}`) : undefined
    if (made !== undefined) mask(vault.keep(made.value))
    if (made?.publicKey !== undefined) publicKeys.set(key, made.publicKey)
    const value = made?.value ?? (typeof wanted === 'string' ? Buffer.alloc(0) : wanted)
    const ciphertext = sealValue(value, certificate.publicKey, label)
    const subject = { namespace, name, key, scope, certificate: certificate.fingerprint, ciphertext }
    sealed.push([key, ciphertext])
    seals.set(key, {
      certificate: shortId(certificate.fingerprint),
      fingerprint: fingerprintKey === undefined ? undefined : fingerprint(fingerprintKey, subject, value),
    })
  }
  const dropped = new Set(decisions.flatMap(({ key, action }) => (action === 'dropped' ? [key] : [])))
  const encryptedData = Object.fromEntries(sealed.sort(([left], [right]) => (left < right ? -1 : 1)))
  const members = manifest(secret, encryptedData, seals, existing)
  return { change: { namespace, name, members, dropped }, decisions, publicKeys }
}

function existingOf(object: unknown): Existing {
  const annotations = member(member(object, 'metadata'), 'annotations')
  const data = member(member(object, 'spec'), 'encryptedData')
  return {
    scope: scopeOf(annotations),
    values: new Map(Object.entries(isMapping(data) ? data : {})),
    seals: readSeals(annotations),
  }
}

/** What would be written and could not be used. */
function refuse(
  secret: ReadySecret,
  existing: Existing | undefined,
  object: unknown,
  decisions: readonly Decision[],
): void {
  const { request } = secret
  const id = `${request.namespace}/${request.name}`
  const left = decisions.filter(({ action }) => action === 'kept' || action === 'stale').map(({ key }) => key)
  if (existing !== undefined && existing.scope !== request.scope && left.length > 0) {
    throw requestError(
      request.line,
      `${id} changes its scope from ${existing.scope} to ${request.scope}, and the values of ${left.join(', ')} are not at hand: they would not open any more`,
      'Ask for them too, set "mode" to replace, or leave the scope',
    )
  }
  const type = secret.type ?? textMember(member(member(object, 'spec'), 'template'), 'type')
  const keys = new Set(decisions.filter(({ action }) => action !== 'dropped').map(({ key }) => key))
  const problem = missingKeys(type, keys)
  if (problem !== undefined) throw requestError(request.line, `${id}: ${problem}`)
}

/** The SealedSecret as kubeseal writes it; of one that is there only what is to be another. */
function manifest(
  { request, type }: ReadySecret,
  encryptedData: Readonly<Record<string, string>>,
  seals: ReadonlyMap<string, Seal>,
  existing: Existing | undefined,
): Mapping {
  const { namespace, name, scope, labels, annotations } = request
  const scopes = scopeAnnotations(scope, existing?.scope)
  const own = { ...(seals.size === 0 ? {} : { [SEALS_ANNOTATION]: writeSeals(seals) }), ...scopes }
  const names = existing === undefined ? { name, namespace } : {}
  const templateMetadata = {
    ...members('annotations', sorted({ ...annotations, ...scopes })),
    ...members('labels', sorted(labels)),
    ...names,
  }
  const shownType = type ?? (existing === undefined ? 'Opaque' : undefined)
  const template = { ...members('metadata', templateMetadata), ...(shownType === undefined ? {} : { type: shownType }) }
  const spec = { ...members('encryptedData', encryptedData), ...members('template', template) }
  return {
    ...(existing === undefined ? { apiVersion: 'bitnami.com/v1alpha1', kind: 'SealedSecret' } : {}),
    ...members('metadata', { ...members('annotations', own), ...names }),
    ...members('spec', spec),
  }
}

/** A scope that goes away is switched off where it stands. */
function scopeAnnotations(scope: Scope, before: Scope | undefined): Mapping {
  const off =
    before !== undefined && before !== 'strict' && before !== scope ? { [SCOPE_ANNOTATIONS[before]]: 'false' } : {}
  return scope === 'strict' ? off : { ...off, [SCOPE_ANNOTATIONS[scope]]: 'true' }
}

function members(key: string, content: Mapping): Mapping {
  return Object.keys(content).length === 0 ? {} : { [key]: content }
}

function sorted(texts: Mapping): Mapping {
  return Object.fromEntries(Object.entries(texts).sort(([left], [right]) => (left < right ? -1 : 1)))
}
