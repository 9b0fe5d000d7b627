import { valueAt } from '../json.js'
import { conditionOf, idOf, type LiveObject, liveText } from './live-object.js'

/** A Kustomization that is to become ready. */
export interface Expected {
  /** `namespace/name`. */
  readonly id: string
  /** What it waits for, as `namespace/name`. */
  readonly after: readonly string[]
}

/** The Kustomization that `flux bootstrap` makes. */
export const ROOT = 'flux-system/flux-system'

/** How far a Kustomization is. */
export interface RolloutRow extends Expected {
  readonly state: RolloutState
  /** The controller's reason, or ''. */
  readonly reason: string
  /** One line; '' when there is nothing to say. */
  readonly message: string
}

/**
 * `waiting`: for another one. `failed`: it is tried again. `stalled`: it is not, until somebody changes it. `absent`: not in the
 * cluster.
 */
export type RolloutState = 'ready' | 'progressing' | 'waiting' | 'failed' | 'stalled' | 'suspended' | 'absent'

/**
 * How far each Kustomization is, in the order in which they are expected.
 *
 * @param sources the GitRepositories that they may take their manifests from
 */
export function rolloutRows(
  expected: readonly Expected[],
  kustomizations: readonly LiveObject[],
  sources: readonly LiveObject[],
): readonly RolloutRow[] {
  const byId = new Map(kustomizations.map(object => [idOf(object), object]))
  return expected.map(wanted => {
    const object = byId.get(wanted.id)
    if (object === undefined) return { ...wanted, state: 'absent', reason: '', message: 'not in the cluster yet' }
    return { ...wanted, ...standing(object, sourceOf(object, sources)) }
  })
}

/** The order that a cluster's own Kustomizations ask for. Those of a circle stand last. */
export function expectedOf(kustomizations: readonly LiveObject[]): readonly Expected[] {
  const waiting = kustomizations
    .map(object => ({ id: idOf(object), after: dependenciesOf(object) }))
    .sort((left, right) => (left.id < right.id ? -1 : 1))
  const all = new Set(waiting.map(({ id }) => id))
  const done: Expected[] = []
  const placed = new Set<string>()
  for (let left = waiting; left.length > 0; ) {
    const free = left.filter(({ after }) => after.every(id => placed.has(id) || !all.has(id)))
    const next = free.length === 0 ? left : free
    for (const entry of next) placed.add(entry.id)
    done.push(...next)
    left = left.filter(entry => !next.includes(entry))
  }
  return done
}

/** Those that hold up the rest: not ready, and not because of another one of the rows. */
export function blockers(rows: readonly RolloutRow[]): readonly RolloutRow[] {
  const open = new Set(rows.filter(({ state }) => state !== 'ready').map(({ id }) => id))
  const causes = rows.filter(({ id, after, state }) => {
    // What is not there yet comes with the Kustomization of the bootstrap.
    if (state === 'absent' && id !== ROOT && open.has(ROOT)) return false
    return open.has(id) && !after.some(other => open.has(other))
  })
  // In a circle everybody waits for somebody.
  return causes.length > 0 ? causes : rows.filter(({ id }) => open.has(id))
}

function standing(object: LiveObject, source: LiveObject | undefined): Omit<RolloutRow, keyof Expected> {
  if (object.isSuspended) return { state: 'suspended', reason: '', message: 'suspended' }
  const stalled = conditionOf(object, 'Stalled')
  if (stalled?.status === 'True') return { state: 'stalled', reason: stalled.reason, message: stalled.message }
  const ready = conditionOf(object, 'Ready')
  if (ready === undefined || !object.isObserved) {
    return { state: 'progressing', reason: ready?.reason ?? '', message: 'its controller has not come to it yet' }
  }
  const { reason, message } = ready
  if (ready.status === 'True') {
    const applied = liveText(object, 'status', 'lastAppliedRevision')
    const offered = source && liveText(source, 'status', 'artifact', 'revision')
    if (applied === offered || offered === undefined) return { state: 'ready', reason, message }
    return { state: 'progressing', reason, message: `at ${applied ?? 'nothing'}, and its source is at ${offered}` }
  }
  if (ready.status === 'Unknown') return { state: 'progressing', reason, message }
  if (reason === 'DependencyNotReady') return { state: 'waiting', reason, message }
  const fault = reason === 'ArtifactFailed' ? source && conditionOf(source, 'Ready') : undefined
  if (source === undefined || fault === undefined || fault.status === 'True')
    return { state: 'failed', reason, message }
  return { state: 'failed', reason, message: `${message}; ${source.kind} ${idOf(source)}: ${fault.message}` }
}

function sourceOf(object: LiveObject, sources: readonly LiveObject[]): LiveObject | undefined {
  const namespace = liveText(object, 'spec', 'sourceRef', 'namespace') ?? object.namespace
  return sources.find(
    source =>
      source.kind === liveText(object, 'spec', 'sourceRef', 'kind') &&
      source.name === liveText(object, 'spec', 'sourceRef', 'name') &&
      source.namespace === namespace,
  )
}

function dependenciesOf(object: LiveObject): readonly string[] {
  const entries = valueAt(object.body, ['spec', 'dependsOn'])
  if (!Array.isArray(entries)) return []
  return entries.flatMap((_, index) => {
    const name = liveText(object, 'spec', 'dependsOn', index, 'name')
    const namespace = liveText(object, 'spec', 'dependsOn', index, 'namespace') ?? object.namespace
    return name === undefined ? [] : [idOf({ namespace, name })]
  })
}
