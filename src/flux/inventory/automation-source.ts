import type { Inventory } from '../inventory.js'
import { isBelow } from './applied.js'
import type { FluxKustomization, ObjectReference } from './flux-kustomization.js'
import { hasVariable, type Match, type PlacedAutomation } from './image-loop.js'
import { plainAddress } from './own-source.js'
import { type Resource, textIn, valueIn } from './resource.js'

export type Certainty = 'yes' | 'no' | 'unknown'

/** The branches of an automation; undefined where the tree does not say them, or nobody does. */
export interface Branches {
  readonly checkout: string | undefined
  readonly push: string | undefined
}

/**
 * Whether an automation works on a file of this tree: whether it checks this tree out, and its `update.path` covers the file.
 * Unknown where a patch or a variable may give it another path, or the tree does not say what the source holds.
 */
export function coverage(automation: PlacedAutomation, inventory: Inventory): (path: string) => Certainty {
  const isHere = worksHere(automation, inventory)
  const { updatePath, placement, resource } = automation
  if (isHere === 'no') return () => 'no'
  // What is said of a path that does not exist is said of the automation, and not once more of every file.
  const exists = updatePath !== undefined && [...inventory.files.keys()].some(path => isBelow(path, updatePath))
  if (!exists) return () => 'unknown'
  if (placement.isRewritten || hasVariable(textIn(resource, 'spec', 'update', 'path'))) return () => 'unknown'
  return path => (isBelow(path, updatePath) ? isHere : 'no')
}

/**
 * Whether what an automation checks out is this tree. It is when a Kustomization applies a folder of the tree out of the same
 * source, or, in a tree without Kustomizations, when there is but one source to choose from.
 */
export function worksHere(automation: PlacedAutomation, inventory: Inventory): Certainty {
  const local = localKustomizations(automation, inventory)
  if (local.length === 0) return hasSingleSource(inventory) ? 'yes' : 'unknown'
  const { namespace } = automation
  if (local.some(({ source, resource }) => isSame(source, resource.namespace, automation.source, namespace)))
    return 'yes'
  const url = urlOf(automation.source, namespace, inventory)
  if (url === undefined) return 'unknown'
  const urls = local.map(({ source, resource }) => urlOf(source, resource.namespace, inventory))
  if (urls.includes(url)) return 'yes'
  return urls.includes(undefined) ? 'unknown' : 'no'
}

/** The GitRepository that an automation checks out. */
export function gitRepositoryOf(automation: PlacedAutomation, inventory: Inventory): Match<Resource> {
  const { source, namespace } = automation
  if (source.kind !== 'GitRepository' || hasVariable(source.name))
    return { state: 'unknown', why: 'its source is not said in the tree' }
  const named = gitRepositories(inventory).filter(repository => {
    const placements = inventory.placementsOf(repository)
    return placements.some(
      placement =>
        placement.name === source.name &&
        isSameText(placement.namespace, source.namespace ?? namespace) &&
        isSameText(placement.cluster?.name, automation.placement.cluster?.name),
    )
  })
  const [only, ...others] = named
  if (only === undefined) return { state: 'absent' }
  if (others.length > 0) return { state: 'unknown', why: 'several GitRepositories have that name' }
  if (inventory.placementsOf(only).some(({ isRewritten }) => isRewritten))
    return { state: 'unknown', why: 'a patch may change the GitRepository' }
  return { state: 'found', target: only }
}

/** Mirrors `buildGitConfig` and `configurePush`: a checkout of its own hides the ref of the source as a whole. */
export function branchesOf(automation: PlacedAutomation, inventory: Inventory): Branches {
  const { resource, pushBranch } = automation
  const repository = gitRepositoryOf(automation, inventory)
  const ownCheckout = valueIn(resource, 'spec', 'git', 'checkout') !== undefined
  const checkout = ownCheckout
    ? automation.checkoutBranch
    : repository.state === 'found'
      ? textIn(repository.target, 'spec', 'ref', 'branch')
      : undefined
  return { checkout: knownText(checkout), push: knownText(pushBranch ?? checkout) }
}

export function gitRepositories(inventory: Inventory): readonly Resource[] {
  return inventory.ofKind('source.toolkit.fluxcd.io', 'GitRepository')
}

/** Kustomizations of the automation's cluster that apply files of this tree. */
function localKustomizations({ placement }: PlacedAutomation, inventory: Inventory): readonly FluxKustomization[] {
  const all =
    placement.cluster === undefined ? inventory.kustomizations : [...placement.cluster.kustomizations.values()]
  return all.filter(kustomization => (inventory.folders.get(kustomization)?.files.size ?? 0) > 0)
}

function hasSingleSource(inventory: Inventory): boolean {
  const names = inventory
    .ofKind('image.toolkit.fluxcd.io', 'ImageUpdateAutomation')
    .map(automation => textIn(automation, 'spec', 'sourceRef', 'name'))
  return new Set(names).size === 1 && inventory.kustomizations.length === 0
}

function isSame(
  left: ObjectReference,
  leftNamespace: string | undefined,
  right: ObjectReference,
  rightNamespace: string | undefined,
): boolean {
  return (
    left.kind === right.kind &&
    left.name === right.name &&
    isSameText(left.namespace ?? leftNamespace, right.namespace ?? rightNamespace)
  )
}

function urlOf(source: ObjectReference, namespace: string | undefined, inventory: Inventory): string | undefined {
  const found = gitRepositories(inventory).find(
    ({ name, namespace: own }) => name === source.name && isSameText(own, source.namespace ?? namespace),
  )
  const url = found === undefined ? undefined : textIn(found, 'spec', 'url')
  return url === undefined || hasVariable(url) ? undefined : plainAddress(url)
}

/** Equal, as far as both are known. */
function isSameText(left: string | undefined, right: string | undefined): boolean {
  return left === undefined || right === undefined || left === right
}

function knownText(text: string | undefined): string | undefined {
  return hasVariable(text) ? undefined : text
}
