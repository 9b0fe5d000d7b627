import { isAbsolute, join } from 'node:path'
import { applyFixes } from '../../src/findings/apply-fixes.js'
import type { VerifyReport } from '../../src/findings/report.js'
import type { Runner } from '../../src/runner/ports.js'
import { LARGEST_FILE } from '../../src/yaml/source-file.js'

export interface FixedTree {
  /** What was changed, as unified diffs; '' when nothing was. */
  readonly diff: string
  /** How many findings are left that nothing was done about. */
  readonly left: number
}

/** Writes the fixes that are certain into the files of a tree, byte by byte, each file in one step. */
export async function fixTree(
  path: string,
  report: VerifyReport,
  runner: Pick<Runner, 'files' | 'workspace'>,
): Promise<FixedTree> {
  const root = isAbsolute(path) ? path : join(runner.workspace, path)
  const findings = report.findings.filter(({ status }) => status !== 'fixed')
  const names = [...new Set(findings.flatMap(({ fix }) => fix?.edits?.map(edit => edit.file) ?? []))]
  const read = await runner.files.readAll(root, names, LARGEST_FILE)
  const texts = new Map(names.flatMap((name, index) => [[name, read[index]] as const].filter(isRead)))
  const { files, applied } = applyFixes(findings, texts)
  for (const file of files) {
    // Through a link, which stays one.
    await runner.files.replace(await runner.files.realPath(join(root, file.path)), Buffer.from(file.text))
  }
  return { diff: files.map(file => file.diff).join(''), left: findings.length - applied.length }
}

function isRead(entry: readonly [string, string | undefined]): entry is readonly [string, string] {
  return entry[1] !== undefined
}
