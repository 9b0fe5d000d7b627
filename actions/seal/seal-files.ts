import { throwAll, UserError, userErrorsOf } from '../../src/errors.js'
import type { Environment, Runner } from '../../src/runner/ports.js'
import { changeSealedFile, findSealed, readSealedFile } from '../../src/sealed/sealed-file.js'
import type { CertificateInput } from './inputs.js'
import { loadCertificate } from './load-certificate.js'
import type { Row, SealReport } from './report.js'
import { sealSecret } from './seal-secret.js'
import { sopsSecret } from './sops.js'
import { maskBytes, type ReadySecret, type Vault } from './values.js'

interface FileOptions {
  readonly fingerprintKey: Uint8Array | undefined
  readonly mode: 'merge' | 'replace'
  readonly renews: (namespace: string, name: string, key: string) => boolean
  readonly env: Environment
}

export interface Outcome extends SealReport {
  /** What is to be written: as the request names it, where it really is, and the whole new text. */
  readonly files: readonly { readonly file: string; readonly path: string; readonly text: string }[]
}

/**
 * Seals all secrets of a run; nothing is written yet.
 *
 * @param places file of the request → its real path
 */
export async function sealFiles(
  secrets: readonly ReadySecret[],
  places: ReadonlyMap<string, string>,
  options: FileOptions & { readonly certificate: CertificateInput; readonly insecure: boolean },
  vault: Vault,
  runner: Runner,
): Promise<Outcome> {
  const certificate = await loadCertificate(options.certificate, options.insecure, runner)
  const rows: Row[] = []
  const publicKeys: Record<string, string> = {}
  const files: Outcome['files'][number][] = []
  const errors: UserError[] = []
  // Two names may lead to one file.
  for (const [path, group] of byPlace(secrets, places)) {
    await collect(errors, async () => {
      const [{ request }] = group
      const file = readSealedFile(request.file, await readText(path, request.file, runner))
      const results = group.map(secret => {
        const { namespace, name } = secret.request
        const object = findSealed(file, namespace, name)?.object
        const sealed = sealSecret(secret, object, { ...options, certificate }, vault, bytes =>
          maskBytes(bytes, runner.mask),
        )
        for (const decision of sealed.decisions) rows.push({ ...decision, namespace, name, file: secret.request.file })
        for (const [key, line] of sealed.publicKeys) publicKeys[`${namespace}/${name}/${key}`] = line
        return sealed.change
      })
      const text = changeSealedFile(file, results)
      if (text !== file.text) files.push({ file: request.file, path, text })
    })
  }
  throwAll(errors)
  return { rows, publicKeys, certificate, remarks: [], files }
}

/** The same under SOPS: one Secret a file. */
export async function sopsFiles(
  secrets: readonly ReadySecret[],
  places: ReadonlyMap<string, string>,
  options: FileOptions,
  vault: Vault,
  runner: Runner,
): Promise<Outcome> {
  const rows: Row[] = []
  const publicKeys: Record<string, string> = {}
  const files: Outcome['files'][number][] = []
  const errors: UserError[] = []
  for (const [path, [secret, second]] of byPlace(secrets, places)) {
    await collect(errors, async () => {
      const { namespace, name, file } = secret.request
      if (second !== undefined) {
        throw new UserError(
          `${file} is the file of ${namespace}/${name} and of ${second.request.namespace}/${second.request.name}: under SOPS each needs its own`,
          { usage: true },
        )
      }
      const before = (await runner.files.kind(path)) === undefined ? undefined : await readText(path, file, runner)
      const result = await sopsSecret(secret, before, options, vault, bytes => maskBytes(bytes, runner.mask), runner)
      for (const decision of result.decisions) rows.push({ ...decision, namespace, name, file })
      for (const [key, line] of result.publicKeys) publicKeys[`${namespace}/${name}/${key}`] = line
      if (result.text !== undefined) files.push({ file, path, text: result.text })
    })
  }
  throwAll(errors)
  return { rows, publicKeys, certificate: undefined, remarks: [], files }
}

type Group = [ReadySecret, ...ReadySecret[]]

function byPlace(secrets: readonly ReadySecret[], places: ReadonlyMap<string, string>): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>()
  for (const secret of secrets) {
    const path = places.get(secret.request.file) ?? secret.request.file
    const group = groups.get(path)
    if (group === undefined) groups.set(path, [secret])
    else group.push(secret)
  }
  return groups
}

/** The user's mistakes in every file are told together. */
async function collect(errors: UserError[], work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const mistakes = userErrorsOf(error)
    if (mistakes.length === 0) throw error
    errors.push(...mistakes)
  }
}

/** '' for a file that is not there. What is not UTF-8 would not come out as it went in. */
async function readText(path: string, file: string, { files }: Pick<Runner, 'files'>): Promise<string> {
  if ((await files.kind(path)) === 'folder')
    throw new UserError(`${file} is a folder: expected a file`, { usage: true })
  const bytes = await files.readBytes(path)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes ?? new Uint8Array())
  } catch (error) {
    throw new UserError(`${file} is not UTF-8: it cannot be changed`, { cause: error })
  }
}
