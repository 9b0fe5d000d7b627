import { isUtf8 } from 'node:buffer'
import { resolve } from 'node:path'
import { throwAll, type UserError } from '../../src/errors.js'
import type { Runner } from '../../src/runner/ports.js'
import { expandHelper, helperType } from './expand-helper.js'
import type { Generated, Origin } from './origin.js'
import { requestError, type SecretRequest } from './request.js'
import { contentProblems } from './secret-content.js'

/** A secret whose values are at hand, as far as they can be. */
export interface ReadySecret {
  readonly request: SecretRequest
  /** The type that it is to have; undefined leaves it to the file. */
  readonly type: string | undefined
  /** Bytes, or what is to be generated where there is no value yet. */
  readonly values: ReadonlyMap<string, Buffer | Generated>
}

/** Kubernetes' own limit for all values of a Secret together. */
const LARGEST_SECRET = 1024 * 1024

/** Values that are wiped when they have done their work. */
export interface Vault {
  /** Keeps a value until `wipe`; gives it back. */
  keep(bytes: Buffer): Buffer
  wipe(): void
}

export function openVault(): Vault {
  const kept: Buffer[] = []
  return {
    keep(bytes) {
      kept.push(bytes)
      return bytes
    },
    wipe() {
      for (const bytes of kept) bytes.fill(0)
    },
  }
}

/** Hides a value: as it is, line by line, as base64 and in addresses. */
export function maskBytes(bytes: Buffer, mask: (secret: string) => void): void {
  if (isUtf8(bytes)) mask(bytes.toString('utf8'))
  // What is no text has this form alone; `mask` makes the same one for texts.
  else mask(bytes.toString('base64'))
}

/**
 * Gets the value of everything that is asked for, and hides each before the next one is read.
 *
 * @throws UserError or UserErrors that name all that is missing, empty or too large together
 */
export async function readValues(
  requests: readonly SecretRequest[],
  vault: Vault,
  runner: Pick<Runner, 'env' | 'files' | 'mask' | 'workspace'>,
): Promise<readonly ReadySecret[]> {
  const errors: UserError[] = []
  const secrets: ReadySecret[] = []
  for (const request of requests) secrets.push(await readSecretValues(request, vault, runner, errors))
  throwAll(errors)
  return secrets
}

async function readSecretValues(
  request: SecretRequest,
  vault: Vault,
  runner: Pick<Runner, 'env' | 'files' | 'mask' | 'workspace'>,
  errors: UserError[],
): Promise<ReadySecret> {
  const before = errors.length
  const values = new Map<string, Buffer | Generated>()
  const take = async (origin: Origin, what: string): Promise<Buffer | Generated | undefined> => {
    if (origin.kind === 'generate') return origin.what
    const found = await readOrigin(origin, runner)
    if (typeof found === 'string') errors.push(requestError(origin.line, `${what}: ${found}`))
    else {
      if (origin.kind !== 'literal') maskBytes(found, runner.mask)
      return vault.keep(found)
    }
    return undefined
  }
  for (const [key, origin] of request.data) {
    const value = await take(origin, `data "${key}"`)
    if (value !== undefined) values.set(key, value)
  }
  for (const helper of request.helpers) {
    const parts = new Map<string, Buffer | Generated>()
    for (const [key, origin] of helper.origins) {
      const value = await take(origin, `"${helper.kind}"."${key}"`)
      if (value !== undefined) parts.set(key, value)
    }
    if (parts.size < helper.origins.size) continue
    const expanded = expandHelper(helper, parts)
    for (const problem of expanded.problems) errors.push(requestError(helper.line, `"${helper.kind}": ${problem}`))
    for (const derived of expanded.derived) runner.mask(derived)
    for (const [key, value] of expanded.data) {
      if (values.has(key))
        errors.push(requestError(helper.line, `"${helper.kind}" makes the key "${key}", which is there already`))
      values.set(key, typeof value === 'string' ? value : vault.keep(value))
    }
  }
  const type = typeOf(request, errors)
  if (errors.length === before) {
    const size = [...values.values()].reduce((sum, value) => sum + (typeof value === 'string' ? 0 : value.length), 0)
    if (size > LARGEST_SECRET) {
      errors.push(
        requestError(
          request.line,
          `the values of ${request.namespace}/${request.name} have ${size} bytes: Kubernetes takes 1 MiB (${LARGEST_SECRET})`,
        ),
      )
    }
    for (const problem of contentProblems(type, values)) errors.push(requestError(request.line, problem))
  }
  return { request, type, values }
}

function typeOf({ type, helpers, line }: SecretRequest, errors: UserError[]): string | undefined {
  if (type !== undefined) return type
  const types = [...new Set(helpers.flatMap(helper => helperType(helper) ?? []))]
  if (types.length > 1)
    errors.push(requestError(line, `the helpers want the types ${types.join(' and ')}`, 'Say which with "type"'))
  return types[0]
}

/** The value, or what is wrong with it. */
async function readOrigin(
  origin: Exclude<Origin, { kind: 'generate' }>,
  runner: Pick<Runner, 'env' | 'files' | 'workspace'>,
): Promise<Buffer | string> {
  if (origin.kind === 'literal') return Buffer.from(origin.text)
  const isVariable = origin.kind === 'env'
  const source = isVariable ? `the variable ${origin.name}` : `the file ${origin.path}`
  const bytes = isVariable
    ? variable(origin.name, runner)
    : await runner.files.readBytes(resolve(runner.workspace, origin.path))
  if (bytes === undefined) return isVariable ? `${source} is not set` : `${source} does not exist`
  if (bytes.length === 0) return `${source} is empty`
  if (!origin.base64) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const text = Buffer.from(bytes).toString('latin1').replace(/\s/g, '')
  if (text === '' || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return `${source} is not base64`
  return Buffer.from(text, 'base64')
}

function variable(name: string, { env }: Pick<Runner, 'env'>): Buffer | undefined {
  const value = Object.hasOwn(env, name) ? env[name] : undefined
  return value === undefined ? undefined : Buffer.from(value)
}
