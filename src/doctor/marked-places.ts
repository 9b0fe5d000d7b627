import { holdsLine } from '../flux/deliveries/joint.js'
import type { FluxKustomization } from '../flux/inventory/flux-kustomization.js'
import type { PlacedAutomation, PlacedPolicy } from '../flux/inventory/image-loop.js'
import { imageAt } from '../flux/inventory/marked-image.js'
import type { Markers } from '../flux/inventory/markers.js'
import type { Cluster } from '../flux/inventory/placement.js'
import type { Inventory } from '../flux/inventory.js'

/** A marker that Flux honours for a policy, and what becomes of it. */
export interface MarkedPlace {
  /** `path:line`. */
  readonly place: string
  readonly automations: readonly PlacedAutomation[]
  /** The tag that stands there; undefined for a name or a digest alone. */
  readonly tag: string | undefined
  /** The scalar as it is written. */
  readonly value: string
  /** Who applies the file; undefined where the tree does not say it. */
  readonly by: FluxKustomization | undefined
  /** The object that holds it, as the cluster has it; undefined for a file of another kind. */
  readonly holder: Holder | undefined
}

export interface Holder {
  readonly kind: string
  readonly namespace: string | undefined
  readonly name: string
}

export function markedPlaces(
  policy: PlacedPolicy,
  markers: Markers,
  inventory: Inventory,
  cluster: Cluster,
): readonly MarkedPlace[] {
  return markers.all.flatMap(marker => {
    const { file, span, fault, value } = marker
    if (fault !== undefined || marker.policy.state !== 'found' || !marker.policy.policies.includes(policy)) return []
    const resource = inventory.layout.resourcesOf(file.path).find(candidate => holdsLine(candidate, span.line))
    const placement = resource && inventory.placementsOf(resource).find(candidate => candidate.cluster === cluster)
    const reader = [...cluster.kustomizations].find(
      kustomization => inventory.folders.get(kustomization)?.files.has(file.path) === true,
    )
    const name = placement?.name
    return {
      place: `${file.path}:${span.line}`,
      automations: marker.automations.filter(({ placement: where }) => where.cluster === cluster),
      tag: imageAt(marker)?.tag,
      value: value?.text ?? '',
      by: placement?.by ?? reader,
      holder:
        resource === undefined || name === undefined
          ? undefined
          : { kind: resource.kind, namespace: placement?.namespace, name },
    }
  })
}
