import { resolve } from 'node:path'
import { isMap, LineCounter, parseAllDocuments } from 'yaml'
import { UserError, userErrorsOf } from '../../src/errors.js'
import { isMapping, listMember, textMember } from '../../src/json.js'
import type { Place, Runner } from '../../src/runner/ports.js'
import { expiryProblem, readCertificates, type SealingCertificate } from '../../src/sealed/certificate.js'
import { checkSealedSecret, isSealedSecret, type Renaming, renamingProblem } from '../../src/sealed/check.js'
import { treePaths } from '../../src/tree/tree-paths.js'

export interface TreeProblem {
  readonly rule: string
  readonly severity: 'error' | 'warning'
  readonly place: Place
  readonly message: string
  readonly fix: string
}

export interface TreeCheck {
  /** SealedSecrets that were looked at. */
  readonly checked: number
  /** Sorted by place. */
  readonly problems: readonly TreeProblem[]
}

/**
 * Verifies every SealedSecret below a folder without the key: structure, sizes, scope, placeholders, and the
 * certificates that lie there.
 *
 * @param folder as the user wrote it; places are told below it
 * @throws UserError when there is no such folder
 */
export async function checkTree(
  folder: string,
  runner: Pick<Runner, 'exec' | 'env' | 'files' | 'workspace' | 'clock'>,
): Promise<TreeCheck> {
  const root = resolve(runner.workspace, folder)
  if ((await runner.files.kind(root)) !== 'folder')
    throw new UserError(`the folder ${folder} does not exist`, { usage: true })
  const paths = await treePaths(runner, root)
  const shown = (path: string) => (folder === '.' ? path : `${folder.replace(/\/+$/, '')}/${path}`)
  const problems: TreeProblem[] = []
  const certificates: SealingCertificate[] = []
  for (const path of paths.filter(isCertificateFile)) {
    const text = (await runner.files.readText(`${root}/${path}`)) ?? ''
    certificates.push(...readTreeCertificates(text, shown(path), runner.clock.now(), problems))
  }
  const documents: Found[] = []
  for (const path of paths.filter(name => /\.ya?ml$/.test(name))) {
    const text = (await runner.files.readText(`${root}/${path}`)) ?? ''
    if (/SealedSecret|^(?:resources|namePrefix|nameSuffix|namespace):/m.test(text))
      documents.push(...readDocuments(path, text))
  }
  const renamings = renamingsOf(documents)
  const sealed = documents.filter(({ object }) => isSealedSecret(object))
  for (const { path, object, lineOf } of sealed) {
    const renamed = (renamings.get(path) ?? []).flatMap(renaming => renamingProblem(object, renaming) ?? [])
    for (const { rule, severity, path: at, message, fix } of [...checkSealedSecret(object, certificates), ...renamed]) {
      problems.push({ rule, severity, place: { file: shown(path), line: lineOf(at) }, message, fix })
    }
  }
  return { checked: sealed.length, problems: problems.sort(byPlace) }
}

/** The public half alone; a TLS certificate of something else has another name. */
function isCertificateFile(path: string): boolean {
  return /(?:^|\/)(?:pub-cert|sealed-secrets[^/]*|[^/]*sealing[^/]*)\.(?:pem|crt)$/.test(path)
}

function readTreeCertificates(
  text: string,
  file: string,
  now: number,
  problems: TreeProblem[],
): readonly SealingCertificate[] {
  const fix = 'Get the current one from the controller: fluxgate seal fetch'
  const warn = (message: string) =>
    void problems.push({ rule: 'sealed-certificate', severity: 'warning', place: { file, line: 1 }, message, fix })
  try {
    const certificates = readCertificates(text, file)
    const newest = [...certificates].sort((left, right) => right.validFrom - left.validFrom)[0]
    const problem = newest === undefined ? undefined : expiryProblem(newest, now)
    if (problem !== undefined) warn(`the certificate ${problem.text}`)
    return certificates
  } catch (error) {
    const mistakes = userErrorsOf(error)
    if (mistakes.length === 0) throw error
    for (const { message } of mistakes) warn(message)
    return []
  }
}

interface Found {
  /** Below the root. */
  readonly path: string
  readonly object: unknown
  /** The line of a member, or of the nearest one above it that is there. */
  readonly lineOf: (member: readonly string[]) => number
}

/** What does not parse is none of ours to judge here. */
function readDocuments(path: string, text: string): readonly Found[] {
  const counter = new LineCounter()
  const documents = parseAllDocuments(text, { lineCounter: counter })
  return (Array.isArray(documents) ? documents : []).flatMap(document => {
    const { contents, errors } = document
    if (errors.length > 0 || !isMap(contents)) return []
    const lineOf = (at: readonly string[]) => {
      for (let length = at.length; length > 0; length -= 1) {
        const parent = length === 1 ? contents : contents.getIn(at.slice(0, length - 1), true)
        const pair = isMap(parent) ? parent.items.find(({ key }) => String(key) === at[length - 1]) : undefined
        const range = isMap(parent) && pair !== undefined ? rangeOf(pair.key) : undefined
        if (range !== undefined) return counter.linePos(range).line
      }
      return counter.linePos(contents.range?.[0] ?? 0).line
    }
    try {
      const object: unknown = document.toJS()
      return [{ path, object, lineOf }]
    } catch {
      return []
    }
  })
}

function rangeOf(node: unknown): number | undefined {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined
  return Array.isArray(range) ? Number(range[0]) : undefined
}

/** File → what the kustomizations that list it, and nothing in between, make of its names. */
function renamingsOf(documents: readonly Found[]): ReadonlyMap<string, readonly Renaming[]> {
  const renamings = new Map<string, Renaming[]>()
  for (const { path, object } of documents) {
    if (!/(?:^|\/)kustomization\.ya?ml$/.test(path) || !isMapping(object)) continue
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    const given = ['namePrefix', 'nameSuffix', 'namespace'].flatMap(key => {
      const value = textMember(object, key)
      return value === undefined ? [] : [[key, value] as const]
    })
    for (const resource of listMember(object, 'resources')) {
      if (typeof resource !== 'string' || given.length === 0) continue
      const file = `${folder}${resource.replace(/^\.\//, '')}`
      renamings.set(file, [...(renamings.get(file) ?? []), Object.fromEntries(given)])
    }
  }
  return renamings
}

function byPlace({ place: left }: TreeProblem, { place: right }: TreeProblem): number {
  return left.file === right.file ? (left.line ?? 0) - (right.line ?? 0) : left.file < right.file ? -1 : 1
}

/** Says what a check has found; gives the number of errors. */
export function tellCheck({ checked, problems }: TreeCheck, { log }: Pick<Runner, 'log'>): number {
  for (const { rule, severity, place, message, fix } of problems) log[severity](`${message} (${rule}). ${fix}`, place)
  const errors = problems.filter(({ severity }) => severity === 'error').length
  log.info(`${checked} SealedSecrets checked: ${errors} errors, ${problems.length - errors} warnings`)
  return errors
}
