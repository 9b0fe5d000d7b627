import { branchesOf, gitRepositoryOf, worksHere } from '../flux/inventory/automation-source.js'
import { accepts, imageOf } from '../flux/inventory/elected-image.js'
import {
  automationSees,
  type ImageLoop,
  type PlacedAutomation,
  type PlacedPolicy,
} from '../flux/inventory/image-loop.js'
import type { Markers } from '../flux/inventory/markers.js'
import { plainAddress } from '../flux/inventory/own-source.js'
import { textIn } from '../flux/inventory/resource.js'
import type { PushTrigger, Workflow } from '../flux/inventory/workflow.js'
import type { Inventory } from '../flux/inventory.js'
import { canonicalRepository } from '../image/canonical.js'
import { listMember, member, textMember, valueAt } from '../json.js'
import { startsOnPush } from './push-filter.js'
import { type PushedImage, pushedImages } from './pushed-images.js'
import { skipsWorkflows } from './skipped-push.js'

/** A build that starts itself: it makes a tag, the automation commits it, and the commit starts the build. */
export interface BuildLoop {
  readonly workflow: Workflow
  readonly push: PushTrigger
  readonly automation: PlacedAutomation
  readonly policy: PlacedPolicy
  /** What the commit changes. */
  readonly files: readonly string[]
  /** Undefined where every branch starts the workflow, so that it does not matter. */
  readonly branch: string | undefined
  /** As the ImageRepository has it. */
  readonly image: string
}

/**
 * The loops that are certain: Flux pushes with a key of its own, so its commits start workflows, unless a filter of branches or
 * paths, a condition, or the commit's message keeps them out. One for each workflow.
 */
export function buildLoops(inventory: Inventory, loop: ImageLoop, markers: Markers): readonly BuildLoop[] {
  return inventory.workflows
    .filter(({ file }) => file.path.startsWith('.github/'))
    .flatMap(workflow => {
      const { push } = workflow
      if (push === undefined) return []
      for (const automation of loop.automations) {
        const found = loopOf(workflow, push, automation, inventory, loop, markers)
        if (found !== undefined) return [found]
      }
      return []
    })
}

function loopOf(
  workflow: Workflow,
  push: PushTrigger,
  automation: PlacedAutomation,
  inventory: Inventory,
  loop: ImageLoop,
  markers: Markers,
): BuildLoop | undefined {
  if (automation.isSuspended || automation.placement.isRewritten || skipsWorkflows(automation.messageTemplate ?? ''))
    return undefined
  if (worksHere(automation, inventory) !== 'yes') return undefined
  const { checkout, push: pushed } = branchesOf(automation, inventory)
  // A branch for pull requests: what it builds there is not what is elected.
  if (automation.pushBranch !== undefined && automation.pushBranch !== checkout) return undefined
  if (pushed === undefined && (push.branches !== undefined || push.branchesIgnore !== undefined)) return undefined
  const facts = { repository: repositoryOf(automation, inventory), branch: pushed }
  const images = pushedImages(workflow, inventory.builds, facts).filter(image => runsAlways(image, workflow, pushed))
  if (images.length === 0) return undefined
  for (const policy of loop.policies) {
    if (automationSees(automation, policy) !== 'yes') continue
    const image = imageOf(policy)
    const repository = image === undefined ? undefined : canonicalRepository(image)
    if (image === undefined || !images.some(built => built.repository === repository && mayElect(policy, built)))
      continue
    const files = filesOf(automation, policy, markers)
    // Where it matters the branch is known.
    const starts = files.length > 0 && startsOnPush(push, { branch: pushed ?? '', files })
    if (starts) return { workflow, push, automation, policy, files, branch: pushed, image }
  }
  return undefined
}

/** The files in which the automation writes what the policy elects. */
function filesOf(automation: PlacedAutomation, policy: PlacedPolicy, markers: Markers): readonly string[] {
  const own = markers.all.filter(
    marker =>
      marker.fault === undefined &&
      marker.automations.includes(automation) &&
      marker.policy.state === 'found' &&
      marker.policy.policies.includes(policy),
  )
  return [...new Set(own.map(({ file }) => file.path))]
}

/** A tag that stays the same makes no commit, unless its digest is followed; one that is not known is what the policy is there for. */
function mayElect(policy: PlacedPolicy, { tag, isFixed }: PushedImage): boolean {
  if (isFixed && policy.digestReflection !== 'Always') return false
  return tag === undefined || accepts(policy, tag) !== false
}

/** Whether a step runs at every push: no condition that may look at who pushes, or at what else happened, stands before it. */
function runsAlways({ step }: PushedImage, { document }: Workflow, branch: string | undefined): boolean {
  const jobs = member(document.value, 'jobs')
  const waiting = [step.job]
  const seen = new Set<string>()
  for (const id of waiting) {
    if (seen.has(id)) continue
    seen.add(id)
    const job = member(jobs, id)
    if (!isHarmless(member(job, 'if'), branch)) return false
    const needs = textMember(job, 'needs')
    if (needs !== undefined) waiting.push(needs)
    waiting.push(...listMember(job, 'needs').filter(need => typeof need === 'string'))
  }
  return isHarmless(member(valueAt(document.value, step.path), 'if'), branch) && !stopsEarlier(step, jobs)
}

function isHarmless(condition: unknown, branch: string | undefined): boolean {
  if (condition === undefined || condition === null || condition === true) return true
  if (typeof condition !== 'string') return false
  const text = condition.replace(/^\s*\$\{\{|\}\}\s*$/g, '').trim()
  const parts = text.split('&&').map(part => part.trim())
  return parts.every(
    part =>
      /^(?:always|success)\(\)$/.test(part) ||
      /^!\s*cancelled\(\)$/.test(part) ||
      /^github\.event_name\s*(?:==\s*'push'|!=\s*'pull_request')$/.test(part) ||
      (branch !== undefined &&
        (part.replace(/\s/g, '') === `github.ref=='refs/heads/${branch}'` ||
          part.replace(/\s/g, '') === `github.ref_name=='${branch}'`)),
  )
}

/** A script before the build may end the job when it sees the automation's commit. */
function stopsEarlier({ path, job }: PushedImage['step'], jobs: unknown): boolean {
  const index = path.at(-1)
  const before = listMember(member(jobs, job), 'steps').slice(0, typeof index === 'number' ? index : 0)
  return before.some(step =>
    /git (?:log|show)|head_commit|github\.actor|fluxcdbot/i.test(textMember(step, 'run') ?? ''),
  )
}

/** `owner/name` of a repository on GitHub. */
function repositoryOf(automation: PlacedAutomation, inventory: Inventory): string | undefined {
  const source = gitRepositoryOf(automation, inventory)
  const url = source.state === 'found' ? textIn(source.target, 'spec', 'url') : undefined
  return url === undefined ? undefined : /^(?:ssh\.)?github\.com(?::[0-9]+)?\/(.+\/.+)$/.exec(plainAddress(url))?.[1]
}
