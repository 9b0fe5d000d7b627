import type { FluxKustomization } from '../inventory/flux-kustomization.js'

/** A Kustomization's place in the order. */
export interface AppliedStep {
  readonly kustomization: FluxKustomization
  /** `namespace/name`. */
  readonly id: string
  /** What it waits for, as `namespace/name`. */
  readonly after: readonly string[]
  /** Why it is never applied; null when it is. */
  readonly never: string | null
}

/**
 * Kustomizations in the order in which `dependsOn` lets them be applied; those that wait for nothing of each other by their
 * names. One that waits for itself, or for one that is suspended or not there, is never applied, and stands last.
 *
 * @param namespaceOf the namespace that one reaches the cluster with
 */
export function applyOrder(
  kustomizations: readonly FluxKustomization[],
  namespaceOf: (kustomization: FluxKustomization) => string,
): readonly AppliedStep[] {
  const idOf = (kustomization: FluxKustomization) =>
    `${namespaceOf(kustomization)}/${kustomization.resource.name ?? ''}`
  const waiting = new Map(
    kustomizations.map(kustomization => [
      idOf(kustomization),
      {
        kustomization,
        after: kustomization.dependsOn.map(
          ({ namespace, name }) => `${namespace ?? namespaceOf(kustomization)}/${name}`,
        ),
      },
    ]),
  )
  const known = new Set(waiting.keys())
  const steps: AppliedStep[] = []
  const done = new Set<string>()
  for (let ready = readyOf(waiting, done); ready.length > 0; ready = readyOf(waiting, done)) {
    for (const id of ready) {
      const step = waiting.get(id)
      waiting.delete(id)
      if (step === undefined) continue
      if (!step.kustomization.isSuspended) done.add(id)
      steps.push({ id, ...step, never: step.kustomization.isSuspended ? 'it is suspended' : null })
    }
  }
  const last = [...waiting].sort(([left], [right]) => (left < right ? -1 : 1))
  return [...steps, ...last.map(([id, step]) => ({ id, ...step, never: whyNever(step.after, known, done) }))]
}

function readyOf(
  waiting: ReadonlyMap<string, { readonly after: readonly string[] }>,
  done: ReadonlySet<string>,
): readonly string[] {
  return [...waiting].flatMap(([id, { after }]) => (after.every(other => done.has(other)) ? [id] : [])).sort()
}

function whyNever(after: readonly string[], known: ReadonlySet<string>, done: ReadonlySet<string>): string {
  const missing = after.find(other => !known.has(other))
  if (missing !== undefined) return `it waits for ${missing}, which is not in the tree`
  return `it waits for ${after.filter(other => !done.has(other)).join(' and ')}, which never comes`
}
