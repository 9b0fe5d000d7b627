import type { PlacedAutomation } from '../inventory/image-loop.js'
import { textIn, valueIn } from '../inventory/resource.js'
import type { Inventory } from '../inventory.js'

/** Where an automation's commit goes; undefined where the tree does not say it. */
export interface CommitBranch {
  readonly branch: string | undefined
  /** Whether it is the branch that was checked out, which Flux follows; another one waits for somebody to merge it. */
  readonly isFollowed: boolean
}

/** Mirrors the image-automation-controller: its own checkout, else the ref of its GitRepository, else `master`. */
export function commitBranchOf(automation: PlacedAutomation, inventory: Inventory): CommitBranch {
  const { source, namespace, pushBranch, resource } = automation
  const repository = inventory
    .ofKind('source.toolkit.fluxcd.io', 'GitRepository')
    .find(({ name, namespace: own }) => name === source.name && (own ?? namespace) === (source.namespace ?? namespace))
  const holder = valueIn(resource, 'spec', 'git', 'checkout') === undefined ? repository : resource
  const path = holder === resource ? ['spec', 'git', 'checkout', 'ref'] : ['spec', 'ref']
  const hasRef = holder !== undefined && valueIn(holder, ...path) !== undefined
  const checkout = holder === undefined ? undefined : hasRef ? textIn(holder, ...path, 'branch') : 'master'
  return {
    branch: pushBranch ?? checkout,
    isFollowed: pushBranch === undefined || checkout === undefined || pushBranch === checkout,
  }
}
