import type { Finding } from '../../src/findings/finding.js'
import { judge } from '../../src/findings/judge.js'
import { type Base, countOf, type FailOn, type VerifyReport, verdictOf } from '../../src/findings/report.js'
import { holdsLine, type PolicyMarker } from '../../src/flux/deliveries/joint.js'
import { deliveryChains } from '../../src/flux/deliveries.js'
import { affectedFiles } from '../../src/flux/inventory/affected.js'
import { deliveryOrders } from '../../src/flux/inventory/critical-path.js'
import type { StatedBuilds } from '../../src/flux/inventory/image-builds.js'
import { titleOf } from '../../src/flux/inventory/resource.js'
import type { Inventory } from '../../src/flux/inventory.js'
import { CONFIG_FILE, type Config } from './config.js'
import { contextOf, lint, lintWith } from './lint.js'
import type { FluxVersion, Rule, RuleContext } from './rule.js'
import { ignoreNeededRule } from './rules/ignore-needed.js'

/** A tree and all that is asked of it. */
export interface VerifyRequest {
  readonly inventory: Inventory
  readonly config: Config
  readonly flux: FluxVersion
  readonly rules: readonly Rule[]
  readonly stated: StatedBuilds | undefined
  /** What a schema tool found in the tree. */
  readonly schemaFindings: readonly Finding[]
  readonly unchecked: readonly string[]
  readonly unbuilt: readonly string[]
  readonly failOn: FailOn
  readonly base: BaseTree | undefined
  /** Whether only what the change can affect is told, where there is a base. */
  readonly changedOnly: boolean
  /** Milliseconds since 1970. */
  readonly now: number
  readonly milliseconds: () => number
}

/** The tree before the change. */
export interface BaseTree {
  readonly commit: Base
  /** Takes stock of it; it need not be asked for where nothing was found. */
  readonly load: () => Promise<LoadedBase>
  /** Old path to new path. */
  readonly renames: ReadonlyMap<string, string>
  /** Every file that differs, manifests or not, by its path before and now. */
  readonly changed: ReadonlySet<string>
}

export interface LoadedBase {
  readonly inventory: Inventory
  readonly schemaFindings: readonly Finding[]
}

/** Judges a tree, and the change that led to it. */
export async function verify(request: VerifyRequest): Promise<VerifyReport> {
  const { inventory, config, flux, rules, stated, base, failOn, schemaFindings, unchecked, unbuilt } = request
  const isPartial = base !== undefined && request.changedOnly && !base.changed.has(CONFIG_FILE)
  // One rule compares what is sealed.
  const early =
    isPartial && inventory.ofKind('bitnami.com', 'SealedSecret').length === 0 ? undefined : await base?.load()
  const context = contextOf({ ...request, base: early?.inventory })
  const now = lintWith(context, rules, schemaFindings)
  // What is only told where the change brings it needs no tree before as long as there is nothing to tell.
  const former = early ?? (isPartial && now.length === 0 ? undefined : await base?.load())
  const affected = isPartial ? affectedBy(inventory, base.changed, former) : undefined
  const asked = affected === undefined ? rules : rulesToCompare(rules, now)
  const before = base &&
    former && {
      findings:
        asked.length === 0
          ? []
          : lint({
              inventory: former.inventory,
              config,
              flux,
              rules: asked,
              stated,
              now: request.now,
              more: former.schemaFindings,
            }),
      renames: base.renames,
      textBefore: (path: string) => former.inventory.files.get(path)?.text,
      textNow: (path: string) => inventory.files.get(path)?.text,
    }
  const findings = judge(now, before).filter(
    ({ file, status }) => affected === undefined || status === 'new' || (status === 'old' && affected.has(file)),
  )
  return {
    verdict: verdictOf(findings, failOn),
    findings,
    chains: deliveryChains(context, policyMarkers(context), now),
    orders: deliveryOrders(inventory),
    summary: {
      files: inventory.files.size,
      documents: [...inventory.files.values()].reduce((sum, { documents }) => sum + documents.length, 0),
      fluxObjects: inventory.resources.filter(({ group }) => group.endsWith('.toolkit.fluxcd.io')).length,
      errors: countOf(findings, 'error'),
      warnings: countOf(findings, 'warning'),
      notes: countOf(findings, 'note'),
      milliseconds: request.milliseconds(),
    },
    failOn,
    base: base?.commit,
    affected: affected?.size,
    unchecked,
    unbuilt,
    flux,
  }
}

/** The files that a change can affect, as they lie now and as they lay before. */
function affectedBy(
  inventory: Inventory,
  changed: ReadonlySet<string>,
  former: LoadedBase | undefined,
): ReadonlySet<string> {
  const before = former === undefined ? [] : affectedFiles(former.inventory, changed)
  return new Set([...affectedFiles(inventory, changed), ...before])
}

/** What is new is told by the rules that find something now: the others need not be asked about the tree before. */
function rulesToCompare(rules: readonly Rule[], now: readonly Finding[]): readonly Rule[] {
  const found = new Set(now.map(({ rule }) => rule))
  // Whether a comment hides anything is known only when every rule has been asked.
  return found.has(ignoreNeededRule.id) ? rules : rules.filter(({ id }) => found.has(id))
}

/** The markers that Flux honours, and what each is written into. */
function policyMarkers({ inventory, markers }: RuleContext): readonly PolicyMarker[] {
  return markers.all.flatMap(({ file, span, fault, policy }) => {
    if (fault !== undefined || policy.state !== 'found') return []
    const holder = inventory.layout.resourcesOf(file.path).find(resource => holdsLine(resource, span.line))
    const subject = holder === undefined ? file.path : titleOf(holder)
    return policy.policies.map(found => ({ file: file.path, line: span.line, subject, policy: found }))
  })
}
