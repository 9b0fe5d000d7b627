import { createHash, timingSafeEqual } from 'node:crypto'
import { parseDocument } from 'yaml'
import { UserError } from '../../src/errors.js'
import { isMapping, member, textMember } from '../../src/json.js'
import type { Environment, Runner } from '../../src/runner/ports.js'
import { blockLines, type Mapping } from '../../src/yaml/write-mapping.js'
import { type Decision, UNTOLD } from './decide.js'
import { fingerprint, readSeals, SEALS_ANNOTATION, type Seal, writeSeals } from './fingerprint.js'
import { generate } from './generate.js'
import { requestError } from './request.js'
import { missingKeys } from './secret-content.js'
import type { ReadySecret, Vault } from './values.js'

export interface SopsOptions {
  readonly fingerprintKey: Uint8Array | undefined
  readonly mode: 'merge' | 'replace'
  readonly renews: (namespace: string, name: string, key: string) => boolean
  /** The environment of sops: without the values. */
  readonly env: Environment
}

export interface SopsResult {
  /** The whole new file; undefined when the old one stays. */
  readonly text: string | undefined
  readonly decisions: readonly Decision[]
  readonly publicKeys: ReadonlyMap<string, string>
}

/** Recipients are sops' own matter: every file has this in the place of a certificate. */
const SOPS = createHash('sha256').update('sops').digest('hex')

/**
 * Encrypts a Secret with the installed sops and the rules of `.sops.yaml`. sops signs a file as a whole, so a file is
 * made anew with all its values, or stays.
 *
 * @param before the file's text; undefined when there is none
 * @throws UserError when sops is missing or refuses, or gives back what Flux could not read
 */
export async function sopsSecret(
  secret: ReadySecret,
  before: string | undefined,
  options: SopsOptions,
  vault: Vault,
  mask: (bytes: Buffer) => void,
  runner: Pick<Runner, 'exec' | 'workspace' | 'signal' | 'redact'>,
): Promise<SopsResult> {
  const { request, values } = secret
  const existing = before === undefined ? undefined : existingSecret(before, secret)
  const decisions = decideSops(secret, existing, options)
  const type = secret.type ?? textMember(existing, 'type') ?? 'Opaque'
  const problem = missingKeys(type, new Set(values.keys()))
  if (problem !== undefined) throw requestError(request.line, `${request.namespace}/${request.name}: ${problem}`)
  if (decisions.every(({ action }) => action === 'kept')) return { text: undefined, decisions, publicKeys: new Map() }
  const data: [string, string][] = []
  const seals = new Map<string, Seal>()
  const publicKeys = new Map<string, string>()
  for (const [key, wanted] of values) {
    const made =
      typeof wanted === 'string' ? generate(wanted, `${request.namespace}/${request.name}/${key}`) : undefined
    if (made !== undefined) mask(vault.keep(made.value))
    if (made?.publicKey !== undefined) publicKeys.set(key, made.publicKey)
    const value = made?.value ?? (typeof wanted === 'string' ? Buffer.alloc(0) : wanted)
    data.push([key, value.toString('base64')])
    const { fingerprintKey } = options
    const mac = fingerprintKey === undefined ? undefined : fingerprint(fingerprintKey, subjectOf(secret, key), value)
    seals.set(key, { certificate: SOPS.slice(0, 16), fingerprint: mac })
  }
  const { labels, annotations, name, namespace } = request
  const metadata: Mapping = {
    annotations: { ...annotations, [SEALS_ANNOTATION]: writeSeals(seals) },
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
    name,
    namespace,
  }
  const manifest: Mapping = { apiVersion: 'v1', data: Object.fromEntries(data), kind: 'Secret', metadata, type }
  const text = await encrypt(manifest, request.file, options.env, runner)
  const fault = encryptionFault(text, data)
  if (fault !== undefined) {
    throw new UserError(`${request.file}: ${fault}`, {
      next: 'The rule of .sops.yaml for it needs encrypted_regex: ^(data|stringData)$',
    })
  }
  return { text, decisions, publicKeys }
}

function subjectOf({ request }: ReadySecret, key: string) {
  const { namespace, name, scope } = request
  // It goes into the annotation before there is a ciphertext.
  return { namespace, name, key, scope, certificate: SOPS, ciphertext: '' }
}

function existingSecret(text: string, { request }: ReadySecret): unknown {
  const document = parseDocument(text)
  const object: unknown = document.errors.length > 0 ? undefined : document.toJS()
  const metadata = member(object, 'metadata')
  const same = textMember(metadata, 'name') === request.name && textMember(metadata, 'namespace') === request.namespace
  if (same && textMember(object, 'kind') === 'Secret' && isMapping(member(object, 'sops'))) return object
  throw new UserError(
    `${request.file} is there and is not the Secret ${request.namespace}/${request.name} under SOPS`,
    {
      next: 'A file under SOPS holds one Secret: choose another "file"',
    },
  )
}

function decideSops(secret: ReadySecret, existing: unknown, options: SopsOptions): readonly Decision[] {
  const { request, values } = secret
  if (existing === undefined) return [...values.keys()].map(key => ({ key, action: 'sealed', reason: 'new' }))
  const there = Object.keys({ ...toObject(member(existing, 'data')), ...toObject(member(existing, 'stringData')) })
  const seals = readSeals(member(member(existing, 'metadata'), 'annotations'))
  const decisions = [...values].map(([key, value]): Decision => {
    if (!there.includes(key)) return { key, action: 'sealed', reason: 'new' }
    if (options.renews(request.namespace, request.name, key))
      return { key, action: 'renewed', reason: 'named in "renew"' }
    if (typeof value === 'string') return { key, action: 'kept', reason: 'generated before' }
    if (options.fingerprintKey === undefined) {
      return { key, action: 'kept', reason: UNTOLD }
    }
    const known = Buffer.from(seals.get(key)?.fingerprint ?? '')
    const own = Buffer.from(fingerprint(options.fingerprintKey, subjectOf(secret, key), value))
    if (known.length === own.length && timingSafeEqual(known, own)) return { key, action: 'kept', reason: 'unchanged' }
    return { key, action: 'renewed', reason: known.length === 0 ? 'it had no fingerprint' : 'the value changed' }
  })
  const others = there.filter(key => !values.has(key))
  const replaced = others.map((key): Decision => ({ key, action: 'dropped', reason: 'not in the request' }))
  const all = [...decisions, ...(options.mode === 'replace' ? replaced : [])]
  const changes = all.some(({ action }) => action !== 'kept')
  const lost = changes ? [...(options.mode === 'merge' ? others : []), ...keptGenerated(secret, decisions)] : []
  if (lost.length > 0) {
    throw requestError(
      request.line,
      `sops encrypts a file as a whole, and the values of ${lost.join(', ')} in ${request.file} are not at hand`,
      'Ask for all keys of the file; a generated one can be named in "renew"',
    )
  }
  return all.map(decision =>
    changes && decision.action === 'kept'
      ? { ...decision, action: 'renewed', reason: 'encrypted again with the others' }
      : decision,
  )
}

function keptGenerated({ values }: ReadySecret, decisions: readonly Decision[]): readonly string[] {
  return decisions
    .filter(({ key, action }) => action === 'kept' && typeof values.get(key) === 'string')
    .map(({ key }) => key)
}

function toObject(value: unknown): Readonly<Record<string, unknown>> {
  return isMapping(value) ? value : {}
}

async function encrypt(
  manifest: Mapping,
  file: string,
  env: Environment,
  { exec, workspace, signal, redact }: Pick<Runner, 'exec' | 'workspace' | 'signal' | 'redact'>,
): Promise<string> {
  const args = ['encrypt', '--filename-override', file, '--input-type', 'yaml', '--output-type', 'yaml']
  const stdin = `${blockLines(manifest).join('\n')}\n`
  const result = await exec({ command: 'sops', args, cwd: workspace, env, stdin, signal })
  if (result.code === 0) return result.stdout
  const reason = redact(result.stderr).trim().split('\n').slice(-3).join(' ')
  throw new UserError(`sops does not encrypt ${file}: ${reason || `exit code ${result.code}`}`, {
    next: 'It needs a creation rule in .sops.yaml whose path_regex fits the file, and sops 3.10 or newer',
  })
}

/** What is wrong with the outcome of sops; undefined when Flux can read it and nothing is in the clear. */
export function encryptionFault(
  text: string,
  data: readonly (readonly [key: string, base64: string])[],
): string | undefined {
  const document = parseDocument(text)
  const object: unknown = document.errors.length > 0 ? undefined : document.toJS()
  if (!/^ENC\[/.test(textMember(member(object, 'sops'), 'mac') ?? '')) return 'what sops gave back has no MAC'
  if (textMember(object, 'kind') !== 'Secret') return 'sops encrypted the kind too, and Flux must be able to read it'
  for (const [key] of data) {
    if (!/^ENC\[AES256_GCM,/.test(textMember(member(object, 'data'), key) ?? ''))
      return `sops left "${key}" in the clear`
  }
  return undefined
}
