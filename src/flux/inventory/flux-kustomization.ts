import { posix } from 'node:path'
import { listMember, member, textMember } from '../../json.js'
import { type PatchTarget, pathBelow } from './kustomize-file.js'
import { listIn, type Resource, textIn, valueIn } from './resource.js'

/** A Flux Kustomization, as far as it says what is applied, from where and under which names. */
export interface FluxKustomization {
  readonly resource: Resource
  /** `spec.path` from the root of the tree, `.` for the root; undefined when it leads out of it. */
  readonly path: string | undefined
  readonly source: ObjectReference
  readonly targetNamespace: string | undefined
  readonly prefix: string
  readonly suffix: string
  readonly patches: readonly PatchTarget[]
  /** Folders of `spec.components`, from the root of the tree. */
  readonly components: readonly string[]
  readonly dependsOn: readonly ObjectReference[]
  /** Whether postBuild may change values. */
  readonly substitutes: boolean
  readonly isSuspended: boolean
}

export interface ObjectReference {
  readonly kind: string
  /** Undefined: that of the object which refers. */
  readonly namespace: string | undefined
  /** Empty when it is missing. */
  readonly name: string
}

export const KUSTOMIZE_GROUP = 'kustomize.toolkit.fluxcd.io'

/** Reads a Flux Kustomization; undefined for any other object. */
export function readFluxKustomization(resource: Resource): FluxKustomization | undefined {
  if (resource.group !== KUSTOMIZE_GROUP || resource.kind !== 'Kustomization') return undefined
  const text = textIn(resource, 'spec', 'path') ?? '.'
  const path = pathBelow('.', posix.join('.', text))
  const images = listIn(resource, 'spec', 'images')
  return {
    resource,
    path,
    source: referenceOf(valueIn(resource, 'spec', 'sourceRef'), 'GitRepository'),
    targetNamespace: textIn(resource, 'spec', 'targetNamespace'),
    prefix: textIn(resource, 'spec', 'namePrefix') ?? '',
    suffix: textIn(resource, 'spec', 'nameSuffix') ?? '',
    patches: [...listIn(resource, 'spec', 'patches'), ...listIn(resource, 'spec', 'patchesJson6902')].map(patch => {
      const target = member(patch, 'target')
      return { kind: textMember(target, 'kind'), name: textMember(target, 'name') }
    }),
    components: listIn(resource, 'spec', 'components').flatMap(component =>
      typeof component === 'string' && path !== undefined ? (pathBelow(path, component) ?? []) : [],
    ),
    dependsOn: listIn(resource, 'spec', 'dependsOn').map(entry => referenceOf(entry, 'Kustomization')),
    substitutes: valueIn(resource, 'spec', 'postBuild') !== undefined || images.length > 0,
    isSuspended: valueIn(resource, 'spec', 'suspend') === true,
  }
}

/** A `sourceRef`, `dependsOn` or other reference of Flux's. */
export function referenceOf(value: unknown, kind: string): ObjectReference {
  return {
    kind: textMember(value, 'kind') ?? kind,
    namespace: textMember(value, 'namespace'),
    name: textMember(value, 'name') ?? '',
  }
}

/** Names of `spec.images`, as kustomize would match them. */
export function imageNamesOf({ resource }: FluxKustomization): readonly string[] {
  return listMember(valueIn(resource, 'spec'), 'images').flatMap(image => textMember(image, 'name') ?? [])
}
