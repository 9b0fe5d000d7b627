import { compareFindings, type Finding } from '../../src/findings/finding.js'
import { imageBuildsOf, type StatedBuilds } from '../../src/flux/inventory/image-builds.js'
import { imageLoopOf } from '../../src/flux/inventory/image-loop.js'
import { markersOf } from '../../src/flux/inventory/markers.js'
import type { Inventory } from '../../src/flux/inventory.js'
import type { Config } from './config.js'
import { type Ignore, ignoresIn } from './ignores.js'
import type { FluxVersion, Rule, RuleContext } from './rule.js'
import { ignoreNeeded } from './rules/ignore-needed.js'

export interface LintRequest {
  readonly inventory: Inventory
  readonly config: Config
  readonly flux: FluxVersion
  readonly rules: readonly Rule[]
  /** What the user says about the build where no workflow does. */
  readonly stated?: StatedBuilds | undefined
  /** The tree before the change, where there is one. */
  readonly base?: Inventory | undefined
  /** Milliseconds since 1970; undefined: what depends on the day is not judged. */
  readonly now?: number | undefined
  /** What others found, such as a schema tool; it is ignored and counted like ours. */
  readonly more?: readonly Finding[]
}

/**
 * What the rules have to say about a tree: less what the configuration switches off and what comments hide, each fault once,
 * sorted by place.
 */
export function lint({ rules, more = [], ...request }: LintRequest): readonly Finding[] {
  return lintWith(contextOf(request), rules, more)
}

/** All that rules go by, made once. */
export function contextOf(request: Omit<LintRequest, 'rules' | 'more'>): RuleContext {
  const { inventory, config, flux, stated, base, now } = request
  const loop = imageLoopOf(inventory)
  const builds = imageBuildsOf(inventory, stated)
  return { inventory, loop, markers: markersOf(inventory, loop), builds, config, flux, base, now }
}

/** See lint; for whoever needs the context too. */
export function lintWith(context: RuleContext, rules: readonly Rule[], more: readonly Finding[]): readonly Finding[] {
  const { inventory, config } = context
  const found = [...rules.flatMap(rule => reportsOf(rule, context)), ...more]
  const leveled = found.flatMap(finding => atConfiguredLevel(finding, config))
  const ignores = [...inventory.files.values()].flatMap(ignoresIn)
  const used = new Set<Ignore>()
  const shown = leveled.filter(finding => {
    const hiding = ignores.filter(ignore => ignore.reason !== '' && hides(ignore, finding))
    for (const ignore of hiding) used.add(ignore)
    return hiding.length === 0
  })
  const stale = ignores
    .filter(ignore => !used.has(ignore))
    .map(ignore =>
      ignoreNeeded(
        ignore,
        rules.map(rule => rule.id),
      ),
    )
    .flatMap(finding => atConfiguredLevel(finding, config))
  return distinct([...shown, ...stale])
}

function reportsOf(rule: Rule, context: RuleContext): readonly Finding[] {
  return [...rule.check(context)].map(report => ({
    ...report,
    rule: rule.id,
    severity: report.severity ?? rule.severity,
  }))
}

function atConfiguredLevel(finding: Finding, { rules, isExcluded }: Config): readonly Finding[] {
  const level = rules.get(finding.rule)
  if (level === 'off' || isExcluded(finding.file)) return []
  return [level === undefined ? finding : { ...finding, severity: level }]
}

function hides(ignore: Ignore, { file, rule, span }: Finding): boolean {
  return ignore.file === file && ignore.rule === rule && ignore.line === span.line
}

/** An object that reaches several clusters is judged once for each, and says the same. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>()
  return [...findings].sort(compareFindings).filter(({ file, rule, span, message }) => {
    const key = JSON.stringify([file, rule, span.line, span.column, message])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
