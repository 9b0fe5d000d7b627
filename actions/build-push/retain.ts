import { messageOf } from '../../src/errors.js'
import type { Registry } from '../../src/registry/client.js'
import type { Runner } from '../../src/runner/ports.js'
import type { Inputs } from './inputs.js'
import { namedInGit, planRetention, type RetentionPlan, spareParts, tagDigests } from './retention.js'
import type { Source } from './source.js'
import type { ImageTarget } from './targets.js'

/** Deletes old builds; what goes wrong here is a warning, as the new ones are published. */
export async function retain(
  inputs: Inputs,
  source: Source,
  targets: readonly ImageTarget[],
  registry: Registry,
  runner: Runner,
): Promise<readonly string[]> {
  const keep = inputs.retention
  if (keep === undefined) return []
  return runner.log.group('Retention', async () => {
    try {
      const remarks: string[] = []
      for (const plan of await retentionPlans(keep, source, targets, registry)) {
        logRetention(plan, runner)
        const done = inputs['dry-run']
          ? []
          : await Promise.all(plan.remove.map(({ digest }) => registry.deleteManifest(plan.name, digest)))
        const tags = plan.remove.flatMap(entry => entry.tags)
        if (done.length > 0) remarks.push(`Deleted ${tags.length} old builds of ${plan.name}`)
      }
      return remarks
    } catch (error) {
      const remark = `Old builds were not deleted: ${messageOf(error)}`
      runner.log.warning(remark)
      return [remark]
    }
  })
}

async function retentionPlans(
  keep: number,
  source: Source,
  targets: readonly ImageTarget[],
  registry: Registry,
): Promise<readonly RetentionPlan[]> {
  const named = await namedInGit(source.git)
  return Promise.all(
    targets.map(async ({ name }) => {
      const digests = await tagDigests(registry, name, await registry.tags(name))
      return spareParts(planRetention(name, source.prefix, keep, digests, named), digests, registry)
    }),
  )
}

function logRetention(plan: RetentionPlan, runner: Runner): void {
  for (const { digest, tags } of plan.remove) runner.log.info(`delete ${plan.name}@${digest}: ${tags.join(', ')}`)
  for (const { tag, reason } of plan.spared) runner.log.info(`keep ${plan.name}:${tag}: ${reason}`)
  if (plan.remove.length === 0) runner.log.info(`${plan.name}: nothing to delete`)
}
