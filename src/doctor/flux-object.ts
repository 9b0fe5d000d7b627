import { broken, type Check, unknown } from '../cluster/check.js'
import { conditionOf, type LiveObject } from '../cluster/live-object.js'
import type { Looked } from './facts.js'

export interface Asked {
  /** For people: `ImagePolicy flux-system/frontend`. */
  readonly subject: string
  /** What flux calls the kind: `image policy`. */
  readonly fluxKind: string
  readonly namespace: string | undefined
  readonly name: string
  /** What to do about a message of the controller's. */
  readonly remedyOf: (message: string) => string
}

/** An object of Flux's that works, or what is wrong with it. */
export function workingObject(
  looked: Looked,
  asked: Asked,
): { readonly object: LiveObject } | { readonly check: Check } {
  const { subject, fluxKind, namespace, name, remedyOf } = asked
  if (looked.state === 'unknown') return { check: unknown(subject, `is not seen: ${looked.why}`) }
  if (looked.state === 'absent') {
    return { check: broken(subject, 'is not in the cluster', 'Look at the Kustomization that applies it, below') }
  }
  const { object } = looked
  const inNamespace = namespace === undefined ? '' : ` -n ${namespace}`
  if (object.isSuspended) {
    return { check: broken(subject, 'is suspended', `flux resume ${fluxKind} ${name}${inNamespace}`) }
  }
  const ready = conditionOf(object, 'Ready')
  const fault = [conditionOf(object, 'Stalled')].find(condition => condition?.status === 'True') ?? ready
  if (fault?.type === 'Stalled' || fault?.status === 'False') {
    return { check: broken(subject, `${fault.reason}: ${fault.message}`, remedyOf(fault.message)) }
  }
  if (ready?.status !== 'True') {
    return { check: unknown(subject, `is not ready yet: ${ready?.message || 'its controller has not come to it'}`) }
  }
  return { object }
}
