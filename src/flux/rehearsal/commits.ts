import { worksHere } from '../inventory/automation-source.js'
import { automationSees, type ImageLoop } from '../inventory/image-loop.js'
import type { Inventory } from '../inventory.js'
import type { LatestRef, TreeFile } from '../setters.js'
import { type RehearsedCommit, rehearseCommit } from './commit.js'
import type { RehearsedElection, RehearsedImage } from './election.js'
import { type CommitBranch, commitBranchOf } from './push-branch.js'
import { type Restart, restartOf } from './restart.js'

/** A commit with where it goes and what it starts. */
export interface DeliveryCommit extends RehearsedCommit, CommitBranch {
  readonly restarts: readonly Restart[]
}

/** The commits, one behind the other, each on what the one before has left. */
export function deliveryCommits(
  inventory: Inventory,
  loop: ImageLoop,
  files: readonly TreeFile[],
  images: readonly RehearsedImage[],
): readonly DeliveryCommit[] {
  const elections = images.flatMap(image => image.elections)
  const tree = new Map(files.map(file => [file.path, file]))
  const here = loop.automations.filter(automation => worksHere(automation, inventory) !== 'no')
  return here.flatMap(automation => {
    const seen = elections.filter(({ policy }) => automationSees(automation, policy) !== 'no')
    if (seen.length === 0) return []
    const policies = new Map(
      seen.map(election => [
        `${election.policy.namespace ?? automation.namespace ?? ''}:${election.policy.name}`,
        latestOf(election),
      ]),
    )
    const commit = rehearseCommit(automation, policies, [...tree.values()])
    for (const file of commit.written) tree.set(file.path, file)
    const branch = commitBranchOf(automation, inventory)
    const paths = commit.written.map(({ path }) => path)
    const builders = new Map(
      inventory.builds.flatMap(({ workflow }) => (workflow ? [[workflow.file.path, workflow]] : [])),
    )
    const restarts =
      paths.length === 0
        ? []
        : [...builders.values()].map(workflow =>
            restartOf(workflow, branch.branch, paths, commit.message?.message ?? ''),
          )
    return [{ ...commit, ...branch, restarts }]
  })
}

/** What Flux would put in place of the digest of an image that is not pushed yet. */
const UNKNOWN_DIGEST = `sha256:${'0'.repeat(64)}`

function latestOf({ image, policy, explanation }: RehearsedElection): LatestRef | null {
  const { selectedTag } = explanation.result
  if (selectedTag === null) return null
  const name = image
  return policy.digestReflection === 'Never'
    ? { name, tag: selectedTag }
    : { name, tag: selectedTag, digest: UNKNOWN_DIGEST }
}
