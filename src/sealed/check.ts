import { isMapping, member, textMember } from '../json.js'
import { hasPlaceholderWord } from '../secrets/placeholder.js'
import type { SealingCertificate } from './certificate.js'
import { type Envelope, readEnvelope } from './envelope.js'
import { SCOPE_ANNOTATIONS, scopeOf } from './scope.js'

/** A fault of a SealedSecret that can be seen without the key. */
export interface SealedProblem {
  readonly rule: 'sealed-structure' | 'sealed-scope' | 'sealed-placeholder'
  readonly severity: 'error' | 'warning'
  /** The member that is at fault: `['spec', 'encryptedData', 'password']`. */
  readonly path: readonly string[]
  readonly message: string
  /** What to do, as one sentence. */
  readonly fix: string
}

/** Whether a parsed document is a SealedSecret of the Bitnami controller. */
export function isSealedSecret(object: unknown): boolean {
  return (
    textMember(object, 'kind') === 'SealedSecret' &&
    textMember(object, 'apiVersion')?.startsWith('bitnami.com/') === true
  )
}

/**
 * Checks a SealedSecret (see `isSealedSecret`) offline. What no key is needed for is proven; whether a value opens, only
 * the controller knows.
 *
 * @param certificates of the controller, as far as they are known: they say how long a session key must be
 */
export function checkSealedSecret(
  object: unknown,
  certificates: readonly SealingCertificate[] = [],
): readonly SealedProblem[] {
  return [...checkValues(object, certificates), ...checkScope(object)]
}

function checkValues(object: unknown, certificates: readonly SealingCertificate[]): readonly SealedProblem[] {
  const spec = member(object, 'spec')
  const data = member(spec, 'encryptedData')
  const path = ['spec', 'encryptedData']
  if (!isMapping(data)) {
    // The blob of the first versions; the controller still opens it.
    const blob = member(spec, 'data')
    if (typeof blob === 'string') return checkValue(blob, ['spec', 'data'], certificates)
    const found = data === undefined || data === null ? 'is missing' : 'is no mapping'
    return [structure(spec === undefined ? [] : ['spec'], `spec.encryptedData ${found}: nothing is sealed here`, SEAL)]
  }
  return Object.entries(data).flatMap(([key, value]) => checkValue(value, [...path, key], certificates))
}

function checkValue(
  value: unknown,
  path: readonly string[],
  certificates: readonly SealingCertificate[],
): readonly SealedProblem[] {
  const name = JSON.stringify(path.at(-1))
  if (typeof value !== 'string') {
    if (value === null) return [placeholder(path, `${name} is empty`)]
    return [structure(path, `${name} is no text: expected a sealed value`, SEAL)]
  }
  const envelope = readEnvelope(value)
  if ('problem' in envelope) {
    // A value that can be opened is never called a placeholder, whatever words it holds.
    if (isPlaceholder(value)) return [placeholder(path, `${name} is a placeholder, no sealed value`)]
    return [structure(path, `${name} ${envelope.problem}`, SEAL)]
  }
  return checkKey(envelope, path, certificates)
}

const SEAL = 'Seal the value again: fluxgate seal'

function placeholder(path: readonly string[], message: string): SealedProblem {
  return { rule: 'sealed-placeholder', severity: 'error', path, message, fix: SEAL }
}

function structure(path: readonly string[], message: string, fix: string): SealedProblem {
  return { rule: 'sealed-structure', severity: 'error', path, message, fix }
}

function isPlaceholder(value: string): boolean {
  return value.trim() === '' || hasPlaceholderWord(value) || /encrypted[-_ ]|sealed[-_ ]|\.\.\.|\$\{|\{\{/i.test(value)
}

function checkKey(
  { wrappedKey }: Envelope,
  path: readonly string[],
  certificates: readonly SealingCertificate[],
): readonly SealedProblem[] {
  if (certificates.length === 0 || certificates.some(certificate => fitsKey(wrappedKey, certificate))) return []
  const name = JSON.stringify(path.at(-1))
  const bytes = [...new Set(certificates.map(({ modulus }) => modulus.length))]
  const message = `${name} has a session key of ${wrappedKey.length} bytes that ${certificates.map(({ source }) => source).join(', ')} (${bytes.join(', ')} bytes) cannot have sealed`
  // The controller keeps its former keys, which may have had another length.
  if (USUAL_BYTES.has(wrappedKey.length) && !bytes.includes(wrappedKey.length)) {
    const fix = 'It opens only if the controller still has such a key: seal it again with the current certificate'
    return [{ rule: 'sealed-structure', severity: 'warning', path, message, fix }]
  }
  if (bytes.includes(wrappedKey.length)) return []
  return [structure(path, message, 'Seal the value again with the current certificate: fluxgate seal')]
}

const USUAL_BYTES = new Set([256, 384, 512, 1024])

/** Whether the session key may be one for this certificate: as long as its modulus, and a smaller number. */
export function fitsKey(wrappedKey: Uint8Array, { modulus }: Pick<SealingCertificate, 'modulus'>): boolean {
  return wrappedKey.length === modulus.length && Buffer.compare(wrappedKey, modulus) < 0
}

function checkScope(object: unknown): readonly SealedProblem[] {
  const own = member(member(object, 'metadata'), 'annotations')
  const templateMetadata = member(member(member(object, 'spec'), 'template'), 'metadata')
  const template = member(templateMetadata, 'annotations')
  const problems: SealedProblem[] = []
  for (const annotation of Object.values(SCOPE_ANNOTATIONS)) {
    const path = ['metadata', 'annotations', annotation]
    const value = member(own, annotation)
    if (value === undefined || value === 'true' || value === 'false' || value === '') continue
    if (typeof value === 'string') {
      const message = `${annotation} is ${JSON.stringify(value)}: only "true" widens the scope, so it stays as narrow as without it`
      problems.push({ rule: 'sealed-scope', severity: 'warning', path, message, fix: 'Write "true", or take it away' })
    } else {
      const message = `${annotation} is ${JSON.stringify(value)} and no text: the API server refuses the object`
      problems.push({ rule: 'sealed-scope', severity: 'error', path, message, fix: `Write ${annotation}: "true"` })
    }
  }
  const scope = scopeOf(own)
  const wanted = scopeOf(template)
  // kubeseal gives the template the name and every annotation that the Secret had.
  const isWhole =
    textMember(templateMetadata, 'name') !== undefined && textMember(templateMetadata, 'namespace') !== undefined
  if (scope !== 'strict' && isWhole && wanted === 'strict' && problems.length === 0) {
    problems.push({
      rule: 'sealed-scope',
      severity: 'warning',
      path: ['metadata', 'annotations', SCOPE_ANNOTATIONS[scope]],
      message: `the SealedSecret's annotations say ${scope}, and the template that kubeseal wrote does not: sealed as strict, it cannot be opened so`,
      fix: `Seal it again as ${scope}, or take ${SCOPE_ANNOTATIONS[scope]} away`,
    })
  }
  const widens = wanted !== 'strict' && wanted !== scope && scope !== 'cluster-wide'
  if (widens && problems.length === 0) {
    problems.push({
      rule: 'sealed-scope',
      severity: 'error',
      path: ['spec', 'template', 'metadata', 'annotations', SCOPE_ANNOTATIONS[wanted]],
      message: `the template says ${wanted}, and the SealedSecret's own annotations say ${scope}: the controller opens by the latter`,
      fix: `Add ${SCOPE_ANNOTATIONS[wanted]}: "true" to metadata.annotations, or seal again as ${scope}`,
    })
  }
  return problems
}

/** What kustomize and Flux make of the name and namespace of an object. */
export interface Placed {
  /** Undefined where nothing says. */
  readonly name: string | undefined
  readonly namespace: string | undefined
}

/** What is at odds with what a SealedSecret was sealed for. */
export interface Renamed {
  readonly part: 'name' | 'namespace'
  readonly from: string
  readonly to: string
}

/**
 * What kustomize and Flux change of the name and namespace that a SealedSecret was sealed for; undefined when the controller can open it
 * all the same. Its template may show that it was sealed for the other name all along.
 */
export function renamedBy(object: unknown, placed: Placed): Renamed | undefined {
  const metadata = member(object, 'metadata')
  const scope = scopeOf(member(metadata, 'annotations'))
  const template = member(member(member(object, 'spec'), 'template'), 'metadata')
  const change = (part: 'name' | 'namespace'): Renamed | undefined => {
    const from = textMember(metadata, part)
    const to = placed[part]
    // Without a namespace of its own it was sealed for one that the kustomization may well give it.
    if (from === undefined || to === undefined || from === to || textMember(template, part) === to) return undefined
    return `${from}${to}`.includes('$') ? undefined : { part, from, to }
  }
  if (scope === 'cluster-wide') return undefined
  return change('namespace') ?? (scope === 'strict' ? change('name') : undefined)
}
