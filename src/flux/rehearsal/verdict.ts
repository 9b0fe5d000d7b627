import { automationSees, type ImageLoop } from '../inventory/image-loop.js'
import type { DeliveryCommit } from './commits.js'
import type { RehearsedElection, RehearsedImage } from './election.js'
import type { DeliveryStep } from './steps.js'

/** Whether the build is deployed. */
export interface Verdict {
  /** Whether all of its images are. */
  readonly deployed: boolean
  readonly images: readonly ImageVerdict[]
  /** All of it in one sentence. */
  readonly sentence: string
}

export interface ImageVerdict {
  readonly image: string
  readonly deployed: boolean
  /** Why not; null when it is. */
  readonly why: string | null
}

export interface VerdictFacts {
  readonly tag: string
  readonly images: readonly RehearsedImage[]
  readonly commits: readonly DeliveryCommit[]
  readonly steps: readonly DeliveryStep[]
  readonly loop: ImageLoop
}

export function verdictOf(facts: VerdictFacts): Verdict {
  const images = facts.images.map(image => {
    const why = whyNotDeployed(image, facts)
    return { image: image.image, deployed: why === null, why }
  })
  const deployed = images.length > 0 && images.every(image => image.deployed)
  const restarting = facts.commits.flatMap(({ restarts }) => restarts.filter(({ starts }) => starts === true))
  const again = [...new Set(restarting.map(({ workflow }) => workflow))].join(' and ')
  const loop = again === '' ? '' : ` The commit of its delivery starts ${again} again, and so on without end.`
  return { deployed, images, sentence: `${sentenceOf(images, facts.tag)}${loop}` }
}

function sentenceOf(images: readonly ImageVerdict[], tag: string): string {
  const missing = images.filter(({ deployed }) => !deployed)
  if (missing.length === 0)
    return `This build will be deployed: ${images.map(({ image }) => image).join(' and ')} with the tag ${tag}.`
  const reasons = missing.map(({ image, why }) => `${image}: ${why}`).join('; ')
  return missing.length === images.length
    ? `This build will not be deployed. ${reasons}.`
    : `Only a part of this build will be deployed. Not so ${reasons}.`
}

/** Goes along the way of an image and stops at the first link that does not hold. */
function whyNotDeployed({ image, elections }: RehearsedImage, facts: VerdictFacts): string | null {
  if (elections.length === 0) {
    const scanned = facts.loop.repositories.some(repository => repository.image === image)
    return scanned ? 'no ImagePolicy chooses among its tags' : 'no ImageRepository of the tree scans it'
  }
  const electing = elections.filter(({ electsBuild }) => electsBuild)
  if (electing.length === 0) return listed(elections.map(whyNotElected))
  const reasons = electing.map(election => whyNotWritten(election, facts))
  return reasons.includes(null) ? null : listed(reasons)
}

function whyNotElected({ policy, why }: RehearsedElection): string {
  return `ImagePolicy ${policy.namespace ?? ''}/${policy.name}: ${why}`
}

function whyNotWritten({ policy }: RehearsedElection, facts: VerdictFacts): string | null {
  const title = `ImagePolicy ${policy.namespace ?? ''}/${policy.name}`
  const commits = facts.commits.filter(({ automation }) => automationSees(automation, policy) !== 'no')
  if (commits.length === 0) return `no ImageUpdateAutomation of this repository takes ${title}`
  const reasons = commits.map(commit =>
    whyNotApplied(commit, `${policy.namespace ?? commit.automation.namespace ?? ''}:${policy.name}`, facts),
  )
  return reasons.includes(null) ? null : listed(reasons)
}

function whyNotApplied(commit: DeliveryCommit, policy: string, { steps, tag }: VerdictFacts): string | null {
  const { automation, why, result, isFollowed, branch } = commit
  const title = `ImageUpdateAutomation ${automation.namespace ?? ''}/${automation.name}`
  const changes = result.changes.filter(({ setter }) => setter.split(':', 2).join(':') === policy)
  if (why !== null) return `${title} commits nothing: ${why}`
  if (changes.length === 0) return `no marker of ${policy} changes below the update.path of ${title}`
  if (!isFollowed) return `${title} writes it to the branch ${branch}, where it waits to be merged`
  const prefix = automation.updatePath === '.' ? '' : `${automation.updatePath}/`
  const files = new Set(changes.map(({ source }) => `${prefix}${source.path}`))
  const reached = steps.filter(
    ({ files: own, kustomization }) =>
      [...own].some(file => files.has(file)) || files.has(kustomization.resource.file.path),
  )
  if (reached.length === 0) return `nothing that a Kustomization applies changes with ${[...files].join(' and ')}`
  const problems = reached.map(step => {
    if (step.never !== null) return `Kustomization ${step.id} is not applied: ${step.never}`
    if (step.error !== null) return `Kustomization ${step.id} cannot be built: ${step.error}`
    const shows = step.changes.some(
      ({ how, fields }) => how === 'added' || fields.some(field => field.new?.includes(tag)),
    )
    return shows ? null : `no object of Kustomization ${step.id} has the new tag`
  })
  return problems.includes(null) ? null : listed(problems)
}

/** Each once: the same object may stand in several places of a tree. */
function listed(reasons: readonly (string | null)[]): string {
  return [...new Set(reasons)].join(', ')
}
