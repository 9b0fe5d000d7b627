import { join, normalize } from 'node:path'
import { UserError } from '../../src/errors.js'
import { annotate } from '../../src/findings/annotations.js'
import { jsonReport } from '../../src/findings/json.js'
import { markdownReport } from '../../src/findings/markdown-report.js'
import { countOf, type VerifyReport } from '../../src/findings/report.js'
import { sarifReport } from '../../src/findings/sarif.js'
import { textReport } from '../../src/findings/text.js'
import type { StatedBuilds } from '../../src/flux/inventory/image-builds.js'
import { parseInputs } from '../../src/inputs.js'
import type { Runner } from '../../src/runner/ports.js'
import { version } from '../../src/version.js'
import { eventPayload } from './base-tree.js'
import { keepComment, pullRequestOf } from './comment.js'
import { type Inputs, SECRET_INPUTS, spec } from './inputs.js'
import { ruleMarkdown } from './rule-page.js'
import { rules } from './rules/index.js'
import { verifyTree } from './verify-tree.js'

export { fixTree } from './fix-tree.js'
export { ruleMarkdown, rulesMarkdown, ruleText } from './rule-page.js'
export { rules } from './rules/index.js'
export { parseSchemaTool } from './schema-tool.js'
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
      stated: statedBuilds(inputs),
      schemaTool: inputs.schemas === 'off' ? undefined : inputs['schema-tool'],
      clusterFacts: inputs['cluster-facts'],
      ruleIds: undefined,
      changedOnly: inputs['changed-only'],
      render: inputs.render === 'auto',
      cache: inputs.cache,
    },
    runner,
  )
  await giveOut(report, inputs, runner)
  return report.verdict === 'pass' ? 0 : 1
}

function statedBuilds({ registry, images, insecure, 'tag-prefix': tagPrefix }: Inputs): StatedBuilds | undefined {
  if (registry === undefined && images.length === 0) return undefined
  if (registry !== undefined && images.length > 0) return { registry, images, insecure, tagPrefix }
  const [given, missing] = registry === undefined ? ['images', 'registry'] : ['registry', 'images']
  throw new UserError(`input "${given}" is set and "${missing}" is not: a build is stated by both`)
}

async function giveOut(report: VerifyReport, inputs: Inputs, runner: Runner): Promise<void> {
  // The folder from the root of the repository, as code scanning and annotations have their files.
  const root = normalize(inputs.path).replace(/^\.$|\/+$/g, '')
  runner.log.info(textReport(report, { colour: false, width: undefined }))
  annotate(report, runner.log, root)
  const folder = await runner.files.temporaryFolder('fluxgate-verify')
  const paths = { report: join(folder, 'report.json'), sarif: join(folder, 'report.sarif') }
  await runner.files.writeText(paths.report, jsonReport(report))
  await runner.files.writeText(
    paths.sarif,
    sarifReport(
      report,
      rules.map(rule => ({ ...rule, markdown: ruleMarkdown(rule) })),
      { version, root },
    ),
  )
  runner.output('verdict', report.verdict)
  runner.output('errors', String(report.summary.errors))
  runner.output('warnings', String(report.summary.warnings))
  runner.output('new-errors', String(countOf(report.findings, 'error', 'new')))
  runner.output('report', paths.report)
  runner.output('sarif', paths.sarif)
  await runner.summary(markdownReport(report))
  const pullRequest = inputs.comment ? pullRequestOf(await eventPayload(runner)) : undefined
  if (pullRequest !== undefined) {
    await keepComment(report, { pullRequest, token: inputs['github-token'], name: inputs.path }, runner)
  }
}
