import { broken, type Check, ok, unknown } from '../cluster/check.js'
import { expectedRollout } from '../cluster/expected-rollout.js'
import { idOf, type LiveObject, liveText } from '../cluster/live-object.js'
import { type RolloutRow, rolloutRows } from '../cluster/rollout.js'
import type { FluxKustomization } from '../flux/inventory/flux-kustomization.js'
import { automationSees, type ImageLoop, type PlacedPolicy } from '../flux/inventory/image-loop.js'
import type { Markers } from '../flux/inventory/markers.js'
import type { Cluster } from '../flux/inventory/placement.js'
import type { Inventory } from '../flux/inventory.js'
import { applyLink, rowCheck, sourceLink } from './apply-link.js'
import { electionLink } from './election-link.js'
import { type Head, isList, known, type LiveCluster, lookFor, type RegistryTags } from './facts.js'
import { type MarkedPlace, markedPlaces } from './marked-places.js'
import { registryLink } from './registry-link.js'
import { scanLink } from './scan-link.js'
import { workloadLink } from './workload-link.js'
import { automationLink, markerLink } from './write-links.js'

export interface Section {
  readonly title: string
  readonly checks: readonly Check[]
}

export interface World {
  readonly inventory: Inventory
  readonly loop: ImageLoop
  readonly markers: Markers
  /** The cluster of the tree that is looked at. */
  readonly cluster: Cluster
  readonly live: LiveCluster
  readonly head: Head
  /** By `spec.image`. */
  readonly registries: ReadonlyMap<string, RegistryTags>
  /** Whether the registries were asked with a login. */
  readonly hasLogin: boolean
  /** Whether this machine is the runner that builds. */
  readonly isRunner: boolean
  /** Milliseconds since 1970. */
  readonly now: number
}

/** The chain of every policy, and then whatever else is wrong with what the chains go through. */
export function diagnosisOf(world: World): readonly Section[] {
  const { live, inventory, cluster } = world
  const rows = rolloutRows(expectedRollout(inventory, cluster), known(live.kustomizations), known(live.sources))
  const policies = policiesOf(world)
  return [
    ...policies.map(policy => ({
      title: `Image ${imageOf(policy)}, ImagePolicy ${policy.namespace ?? '?'}/${policy.name}`,
      checks: chainOf(policy, rows, world),
    })),
    { title: 'Kustomizations', checks: kustomizationChecks(rows, world) },
    { title: 'Suspended', checks: suspendedChecks(live) },
  ]
}

/** The policies of the cluster that is looked at. */
export function policiesOf({ loop, cluster }: Pick<World, 'loop' | 'cluster'>): readonly PlacedPolicy[] {
  return loop.policies.filter(({ placement }) => placement.cluster === cluster)
}

export function imageOf({ repository }: PlacedPolicy): string {
  return repository.state === 'found' ? (repository.target.image ?? '?') : '?'
}

/** Where the markers of the policies lead to. */
export function placesOf(
  policy: PlacedPolicy,
  { markers, inventory, cluster }: Pick<World, 'markers' | 'inventory' | 'cluster'>,
) {
  return markedPlaces(policy, markers, inventory, cluster)
}

function chainOf(policy: PlacedPolicy, rows: readonly RolloutRow[], world: World): readonly Check[] {
  const { live, registries, hasLogin, isRunner, now, loop, head } = world
  const image = imageOf(policy)
  const places = placesOf(policy, world)
  const tags: RegistryTags = registries.get(image) ?? { state: 'away', why: 'the tree does not say which image it is' }
  const repository = policy.repository.state === 'found' ? policy.repository.target : undefined
  const scanned =
    repository === undefined
      ? { check: unknown('registry → ImageRepository:', 'the tree does not hold it'), object: undefined, at: undefined }
      : scanLink(repository, lookFor(live.repositories, { ...repository, kind: 'ImageRepository' }), now)
  const asked = { namespace: policy.namespace, name: policy.name, file: policy.resource.file.path }
  const elected = electionLink(asked, lookFor(live.policies, { ...asked, kind: 'ImagePolicy' }), tags, scanned)
  const automations = loop.automations.filter(
    automation =>
      automation.placement.cluster === policy.placement.cluster && automationSees(automation, policy) !== 'no',
  )
  return [
    registryLink(image, tags, { scan: scanned.check.state, isRunner, hasLogin, now }),
    scanned.check,
    elected.check,
    markerLink(policy, places),
    ...automations.map(automation =>
      automationLink(automation, policy.name, live.automations, { places, elected: elected.tag, head, now }),
    ),
    ...(automations.length === 0
      ? [
          broken(
            'marker → ImageUpdateAutomation:',
            'the tree has none that takes this policy',
            'fluxgate verify says what is missing',
          ),
        ]
      : []),
    ...applyLinks(places, rows, world),
    ...distinct(places.flatMap(place => workloadLink(place, live.workloads, isApplied(place, rows, world)) ?? [])),
  ]
}

/** Whether what was read of a place is what its Kustomization has applied. */
function isApplied({ by }: MarkedPlace, rows: readonly RolloutRow[], { live, head }: World): boolean {
  const root = bootstrapSource(live)
  const revision = root && liveText(root, 'status', 'artifact', 'revision')
  const row = by && rows.find(({ id }) => id === idOfKustomization(by))
  return head.isRead && head.sha !== undefined && revision?.endsWith(head.sha) === true && row?.state === 'ready'
}

function idOfKustomization({ resource }: FluxKustomization): string {
  return idOf({ namespace: resource.namespace ?? '', name: resource.name ?? '' })
}

/** What a bootstrap has the cluster follow. */
function bootstrapSource(live: LiveCluster): LiveObject | undefined {
  return known(live.sources).find(({ name, namespace }) => name === 'flux-system' && namespace === 'flux-system')
}

function applyLinks(places: readonly MarkedPlace[], rows: readonly RolloutRow[], { live }: World): readonly Check[] {
  const ids = places.flatMap(({ by }) => (by === undefined ? [] : [idOfKustomization(by)]))
  return [...new Set(ids)].map(id => applyLink(id, rows, live.kustomizations))
}

function kustomizationChecks(rows: readonly RolloutRow[], { live, head, now }: World): readonly Check[] {
  if (!isList(live.kustomizations)) return [unknown('Kustomizations', `are not seen: ${live.kustomizations.why}`)]
  const root = bootstrapSource(live)
  const open = rows.filter(({ state }) => state !== 'ready')
  return [
    root === undefined
      ? broken('branch → GitRepository flux-system/flux-system:', 'is not in the cluster', 'fluxgate bootstrap')
      : sourceLink(root, head, now),
    ...(open.length === 0 ? [ok('Kustomizations', `all ${rows.length} are ready`)] : []),
    ...open.map(row => rowCheck(`Kustomization ${row.id}:`, row, rows)),
  ]
}

function suspendedChecks(live: LiveCluster): readonly Check[] {
  const kinds: readonly (readonly [readonly LiveObject[], string])[] = [
    [known(live.sources), 'source git'],
    [known(live.kustomizations), 'kustomization'],
    [known(live.helmReleases), 'helmrelease'],
    [known(live.repositories), 'image repository'],
    [known(live.policies), 'image policy'],
    [known(live.automations), 'image update'],
  ]
  const found = kinds.flatMap(([objects, kind]) =>
    objects
      .filter(({ isSuspended }) => isSuspended)
      .map(object =>
        broken(
          `${object.kind} ${idOf(object)}`,
          'is suspended',
          `flux resume ${kind} ${object.name} -n ${object.namespace}`,
        ),
      ),
  )
  if (found.length > 0) return found
  return isList(live.kustomizations) ? [ok('nothing', 'is suspended')] : []
}

function distinct(checks: readonly Check[]): readonly Check[] {
  return [...new Map(checks.map(check => [`${check.subject}\n${check.found}`, check])).values()]
}
