import { resolve } from 'node:path'
import { UserError } from '../../src/errors.js'
import { takeInventory } from '../../src/flux/inventory.js'
import type { Place, Runner } from '../../src/runner/ports.js'
import { certificateProblems } from '../../src/sealed/certificate-files.js'
import { sealedProblems, sealedSecretsOf } from '../../src/sealed/sealed-tree.js'
import { readTree } from '../../src/tree/read-tree.js'

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
  const inventory = takeInventory(await readTree(runner, root), new Map())
  const shown = (path: string) => (folder === '.' ? path : `${folder.replace(/\/+$/, '')}/${path}`)
  const sealed = sealedProblems(inventory).map(({ rule, severity, file, span, message, fix }) => ({
    rule,
    severity,
    place: { file: shown(file), line: span.line },
    message,
    fix,
  }))
  const certificates = certificateProblems(inventory.certificates, runner.clock.now()).map(
    ({ path, message, fix }) => ({
      rule: 'sealed-certificate',
      severity: 'warning' as const,
      place: { file: shown(path), line: 1 },
      message,
      fix,
    }),
  )
  return { checked: sealedSecretsOf(inventory).length, problems: [...sealed, ...certificates].sort(byPlace) }
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
