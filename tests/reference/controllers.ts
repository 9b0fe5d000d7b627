import { buildDefaults } from '../../src/build-defaults.js'
import { imageLoopOf } from '../../src/flux/inventory/image-loop.js'
import { takeInventory } from '../../src/flux/inventory.js'
import { type DeliveryCommit, deliveryCommits } from '../../src/flux/rehearsal/commits.js'
import { rehearseElection } from '../../src/flux/rehearsal/election.js'
import type { GitRepository } from '../lab/git-repository.js'
import { readTree } from './tree.js'

/** As the ImageUpdateAutomation of the tree says. */
export const FLUX_AUTHOR = { name: 'fluxcdbot', email: 'fluxcdbot@users.noreply.github.com' }

export interface Reconciled {
  /** Tag by image; what the policies of the tree elect. */
  readonly elected: ReadonlyMap<string, string | null>
  /** The full commit of the automation; undefined when it had nothing to write. */
  readonly sha: string | undefined
  readonly commit: DeliveryCommit | undefined
}

/**
 * One round of the image controllers on a checkout of master: scan, elect, write behind the markers, commit, push.
 *
 * @param tags what the registry has, by image
 */
export async function reconcileImages(
  repository: GitRepository,
  tags: ReadonlyMap<string, readonly string[]>,
): Promise<Reconciled> {
  const texts = readTree(repository.folder)
  const inventory = takeInventory(texts, buildDefaults)
  const loop = imageLoopOf(inventory)
  const images = loop.policies.flatMap(policy => {
    const image = policy.repository.state === 'found' ? policy.repository.target.image : undefined
    const known = tags.get(image ?? '') ?? []
    const newest = known.at(-1)
    if (image === undefined || newest === undefined) return []
    return [{ image, known: known.length, elections: [rehearseElection(image, policy, known, newest)] }]
  })
  const elected = new Map(
    images.flatMap(({ image, elections }) =>
      elections.map(({ explanation }) => [image, explanation.result.selectedTag] as const),
    ),
  )
  const files = [...texts].map(([path, text]) => ({ path, content: Buffer.from(text) }))
  const [commit, ...others] = deliveryCommits(inventory, loop, files, images)
  if (others.length > 0) throw new Error('the tree has more than one automation')
  if (commit === undefined || commit.written.length === 0) return { elected, sha: undefined, commit }
  const written = Object.fromEntries(commit.written.map(({ path, content }) => [path, Buffer.from(content).toString()]))
  const message = commit.message?.message ?? ''
  const sha = await repository.commit(written, { author: FLUX_AUTHOR, message })
  await repository.git('push', '--quiet', 'origin', `HEAD:${commit.branch ?? ''}`)
  return { elected, sha, commit }
}
