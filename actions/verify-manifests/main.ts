import { join } from 'node:path'
import { jsonReport } from '../../src/findings/json.js'
import { countOf, type VerifyReport } from '../../src/findings/report.js'
import { sarifReport } from '../../src/findings/sarif.js'
import { parseInputs } from '../../src/inputs.js'
import type { Runner } from '../../src/runner/ports.js'
import { version } from '../../src/version.js'
import { SECRET_INPUTS, spec } from './inputs.js'
import { rules } from './rules/index.js'
import { verifyTree } from './verify-tree.js'

export { rules } from './rules/index.js'
export { type VerifyOptions, verifyTree } from './verify-tree.js'

/**
 * The gate as a step of a workflow.
 *
 * @returns the exit code: 1 when the gate is closed
 * @throws UserError or UserErrors for everything that the user can mend
 */
export async function main(runner: Runner): Promise<number> {
  for (const name of SECRET_INPUTS) if (runner.input(name) !== '') runner.mask(runner.input(name))
  const inputs = parseInputs(spec, runner.input)
  const report = await verifyTree(
    {
      path: inputs.path,
      failOn: inputs['fail-on'],
      base: inputs.base,
      fluxMinor: inputs['flux-version'],
      ruleIds: undefined,
    },
    runner,
  )
  await giveOut(report, runner)
  return report.verdict === 'pass' ? 0 : 1
}

async function giveOut(report: VerifyReport, runner: Runner): Promise<void> {
  const folder = await runner.files.temporaryFolder('fluxgate-verify')
  const paths = { report: join(folder, 'report.json'), sarif: join(folder, 'report.sarif') }
  await runner.files.writeText(paths.report, jsonReport(report))
  await runner.files.writeText(
    paths.sarif,
    sarifReport(
      report,
      rules.map(rule => ({ ...rule, markdown: rule.summary })),
      { version },
    ),
  )
  runner.output('verdict', report.verdict)
  runner.output('errors', String(report.summary.errors))
  runner.output('warnings', String(report.summary.warnings))
  runner.output('new-errors', String(countOf(report.findings, 'error', 'new')))
  runner.output('report', paths.report)
  runner.output('sarif', paths.sarif)
}
