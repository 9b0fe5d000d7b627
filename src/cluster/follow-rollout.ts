import type { Clock } from '../runner/ports.js'
import { isSilent, type Kubectl, type Silence } from './kubectl.js'
import { idOf, type LiveObject, labelOf, liveObjects } from './live-object.js'
import { blockers, type Expected, expectedOf, type RolloutRow, rolloutRows } from './rollout.js'
import { unopenedSecrets } from './unopened-secrets.js'

export interface Following {
  readonly kubectl: Kubectl
  readonly clock: Clock
  readonly signal: AbortSignal
  /** In the order of the tree; what the cluster has beside it comes behind. */
  readonly expected: readonly Expected[]
  /** Milliseconds. */
  readonly timeout: number
  /** Milliseconds between two looks. */
  readonly pause: number
  /** Called with every look, whether or not anything has changed. */
  readonly onRows: (rows: readonly RolloutRow[]) => void
}

export interface Followed {
  /** `held`: what holds it up does not pass by itself. `lost`: the cluster did not answer in the end. */
  readonly end: 'ready' | 'held' | 'timeout' | 'lost'
  readonly rows: readonly RolloutRow[]
  /** SealedSecrets that the controller cannot open, by the Kustomization that has applied them. */
  readonly unopened: ReadonlyMap<string, readonly string[]>
  /** Why the cluster did not answer; undefined when it did. */
  readonly silence: Silence | undefined
}

/** Looks on until every Kustomization is ready, or nothing will change any more, or the time is up. */
export async function followRollout(following: Following): Promise<Followed> {
  const { clock, signal, timeout, pause } = following
  const until = clock.now() + timeout
  let last: Followed = { end: 'lost', rows: [], unopened: new Map(), silence: undefined }
  for (;;) {
    const seen = await look(following)
    // One answer that does not come is no end: a small API server is busy while it starts everything.
    last = isSilent(seen) ? { ...last, end: 'lost', silence: seen } : seen
    if (last.silence === undefined) following.onRows(last.rows)
    if (last.end === 'ready' || last.end === 'held' || clock.now() + pause > until) return last
    await clock.sleep(pause, signal)
  }
}

async function look({ kubectl, expected }: Following): Promise<Followed | Silence> {
  const [kustomizations, sources] = await Promise.all([
    kubectl.json('get', 'kustomizations.kustomize.toolkit.fluxcd.io', '-A'),
    kubectl.json('get', 'gitrepositories.source.toolkit.fluxcd.io', '-A'),
  ])
  if (isSilent(kustomizations)) return kustomizations
  const objects = kustomizations.state === 'found' ? liveObjects(kustomizations.value) : []
  const known = new Set(expected.map(({ id }) => id))
  const more = expectedOf(objects.filter(object => isOfBootstrap(object) && !known.has(idOf(object))))
  const rows = rolloutRows([...expected, ...more], objects, sources.state === 'found' ? liveObjects(sources.value) : [])
  const unopened = await unopenedBelow(
    objects.filter(object => rows.some(({ id, state }) => state === 'failed' && id === idOf(object))),
    kubectl,
  )
  return { end: endOf(rows, unopened), rows, unopened, silence: undefined }
}

/** Whether the Kustomization of a bootstrap has brought it. */
function isOfBootstrap(object: LiveObject): boolean {
  return labelOf(object, 'kustomize.toolkit.fluxcd.io/name') === 'flux-system'
}

async function unopenedBelow(
  failed: readonly LiveObject[],
  kubectl: Kubectl,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (failed.length === 0) return new Map()
  const answer = await kubectl.json('get', 'sealedsecrets.bitnami.com', '-A')
  const secrets = answer.state === 'found' ? liveObjects(answer.value) : []
  const found = failed.map(object => [idOf(object), unopenedSecrets(object, secrets)] as const)
  return new Map(found.filter(([, names]) => names.length > 0))
}

function endOf(rows: readonly RolloutRow[], unopened: Followed['unopened']): Followed['end'] {
  if (rows.every(({ state }) => state === 'ready')) return rows.length === 0 ? 'timeout' : 'ready'
  const isFinal = ({ id, state }: RolloutRow) => state === 'stalled' || state === 'suspended' || unopened.has(id)
  // While anything else goes on, there is something to look at.
  return blockers(rows).every(isFinal) ? 'held' : 'timeout'
}
