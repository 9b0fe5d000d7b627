import { branchesOf } from '../inventory/automation-source.js'
import type { PlacedAutomation } from '../inventory/image-loop.js'
import type { Inventory } from '../inventory.js'

/** Where an automation's commit goes; undefined where the tree does not say it. */
export interface CommitBranch {
  readonly branch: string | undefined
  /** Whether it is the branch that was checked out, which Flux follows; another one waits for somebody to merge it. */
  readonly isFollowed: boolean
}

export function commitBranchOf(automation: PlacedAutomation, inventory: Inventory): CommitBranch {
  const { checkout, push } = branchesOf(automation, inventory)
  return { branch: push, isFollowed: push === undefined || checkout === undefined || push === checkout }
}
