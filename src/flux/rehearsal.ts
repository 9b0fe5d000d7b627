import { buildTag, printTag, timeAfter } from '../image/tag.js'
import { type ImageLoop, imageLoopOf, type PlacedPolicy } from './inventory/image-loop.js'
import type { Inventory } from './inventory.js'
import { type DeliveryCommit, deliveryCommits } from './rehearsal/commits.js'
import { type BuildContract, contractOf, type GivenContract } from './rehearsal/contract.js'
import { type RehearsedImage, rehearseElection } from './rehearsal/election.js'
import { type Builder, type DeliveryStep, deliverySteps } from './rehearsal/steps.js'
import { type Verdict, verdictOf } from './rehearsal/verdict.js'
import type { TreeFile } from './setters.js'

/** A build and its delivery, before they happen. */
export interface Rehearsal {
  readonly contract: BuildContract
  /** The next build's. */
  readonly tag: string
  readonly images: readonly RehearsedImage[]
  readonly commits: readonly DeliveryCommit[]
  /** The Kustomizations in which something changes, in the order in which they are applied. */
  readonly steps: readonly DeliveryStep[]
  readonly verdict: Verdict
}

export interface RehearsalRequest {
  readonly inventory: Inventory
  /** All files of the tree, by their paths from its root. */
  readonly files: readonly TreeFile[]
  readonly given: GivenContract
  /** The tag of the build; made of the next two unless told. */
  readonly tag: string | undefined
  /** The full commit. */
  readonly sha: () => Promise<string>
  /** Unix seconds. */
  readonly now: number
  /** The known tags of an image, and the policies that choose among them. */
  readonly tagsOf: (image: string, policies: readonly PlacedPolicy[]) => Promise<Iterable<string>>
  readonly builder: Builder
}

/**
 * Plays the next delivery through, from the tag of the build to the objects that change in the cluster.
 *
 * @throws UserError when neither the tree nor the person says what is built
 */
export async function rehearse(request: RehearsalRequest): Promise<Rehearsal> {
  const { inventory } = request
  const loop = imageLoopOf(inventory)
  const contract = contractOf(inventory, loop, request.given)
  const choosing = contract.images.map(image => ({ image, policies: policiesFor(image, loop) }))
  const known = await Promise.all(
    choosing.map(async ({ image, policies }) => new Set(await request.tagsOf(image, policies))),
  )
  const tag = request.tag ?? (await nextTag(request, contract.tagPrefix, known))
  const images = choosing.map(({ image, policies }, index) => {
    const tags = known[index] ?? new Set<string>()
    const elections = policies.map(policy => rehearseElection(image, policy, tags, tag))
    return { image, known: tags.size - (tags.has(tag) ? 1 : 0), elections }
  })
  const commits = deliveryCommits(inventory, loop, request.files, images)
  const steps = await deliverySteps(inventory, commits, request.builder)
  return { contract, tag, images, commits, steps, verdict: verdictOf({ tag, images, commits, steps, loop }) }
}

/** One for each object, however many clusters it reaches. */
function policiesFor(image: string, { policies }: ImageLoop): readonly PlacedPolicy[] {
  const found = new Map<string, PlacedPolicy>()
  for (const policy of policies) {
    const { repository, resource, namespace, name } = policy
    const key = JSON.stringify([resource.file.path, namespace, name])
    if (repository.state === 'found' && repository.target.image === image && !found.has(key)) found.set(key, policy)
  }
  return [...found.values()]
}

async function nextTag(
  { sha, now }: RehearsalRequest,
  prefix: string,
  known: readonly ReadonlySet<string>[],
): Promise<string> {
  const { seconds } = timeAfter(
    now,
    prefix,
    known.flatMap(tags => [...tags]),
  )
  return printTag(buildTag(prefix, await sha(), seconds))
}
