import { listMember, member, textMember } from '../../json.js'
import type { Key } from '../../yaml/source-file.js'
import type { ReferredKind } from './cluster-objects.js'
import { podSpecKeys } from './image-places.js'
import { listIn, type Resource, textIn, valueIn } from './resource.js'

/** A place where an object names another one of its own namespace. */
export interface Reference {
  /** Of the name. */
  readonly keys: readonly Key[]
  readonly kind: ReferredKind
  readonly name: string
  /** What a patch that changes it must name. */
  readonly field: RegExp
  /** Whether kustomize writes the hash of a generated name into it only where a configuration says so. */
  readonly isUnknownToKustomize?: boolean
}

/** What an object cannot do without; what it calls optional is left out, and values of HelmReleases are. */
export function referencesOf(resource: Resource): readonly Reference[] {
  const pod = podSpecKeys(resource)
  if (pod !== undefined) return podReferences(resource, pod)
  if (resource.group === 'networking.k8s.io' && resource.kind === 'Ingress') return backendsOf(resource)
  if (!resource.group.endsWith('.toolkit.fluxcd.io')) return []
  return [...substitutesOf(resource), ...accountOf(resource, ['spec', 'serviceAccountName'])]
}

function backendsOf(resource: Resource): readonly Reference[] {
  const at = (keys: readonly Key[]): readonly Reference[] => {
    const name = textIn(resource, ...keys)
    return name === undefined ? [] : [{ keys, kind: 'Service', name, field: /backend|rules|defaultBackend/ }]
  }
  const paths = listIn(resource, 'spec', 'rules').flatMap((rule, index) =>
    listMember(member(rule, 'http'), 'paths').flatMap((_, path) =>
      at(['spec', 'rules', index, 'http', 'paths', path, 'backend', 'service', 'name']),
    ),
  )
  return [...at(['spec', 'defaultBackend', 'service', 'name']), ...paths]
}

function substitutesOf(resource: Resource): readonly Reference[] {
  return listIn(resource, 'spec', 'postBuild', 'substituteFrom').flatMap((entry, index): readonly Reference[] => {
    const kind = textMember(entry, 'kind')
    const name = textMember(entry, 'name')
    if (name === undefined || member(entry, 'optional') === true || (kind !== 'ConfigMap' && kind !== 'Secret'))
      return []
    const keys = ['spec', 'postBuild', 'substituteFrom', index, 'name']
    return [{ keys, kind, name, field: /postBuild|substituteFrom/, isUnknownToKustomize: true }]
  })
}

function accountOf(resource: Resource, keys: readonly Key[]): readonly Reference[] {
  const name = textIn(resource, ...keys)
  return name === undefined ? [] : [{ keys, kind: 'ServiceAccount', name, field: /serviceAccount/ }]
}

function podReferences(resource: Resource, pod: readonly Key[]): readonly Reference[] {
  const lists = (['initContainers', 'containers'] as const).flatMap(list =>
    listIn(resource, ...pod, list).map((_, index) => [...pod, list, index]),
  )
  return [
    ...accountOf(resource, [...pod, 'serviceAccountName']),
    ...listIn(resource, ...pod, 'imagePullSecrets').flatMap((_, index) =>
      nameAt(resource, [...pod, 'imagePullSecrets', index], 'name', 'Secret', /imagePullSecrets/),
    ),
    ...listIn(resource, ...pod, 'volumes').flatMap((_, index) =>
      volumeReferences(resource, [...pod, 'volumes', index]),
    ),
    ...lists.flatMap(keys => containerReferences(resource, keys)),
  ]
}

function volumeReferences(resource: Resource, volume: readonly Key[]): readonly Reference[] {
  const field = /volumes|configMap|secret|Claim/
  const projected = listIn(resource, ...volume, 'projected', 'sources').flatMap((_, index) => [
    ...nameAt(resource, [...volume, 'projected', 'sources', index, 'configMap'], 'name', 'ConfigMap', field),
    ...nameAt(resource, [...volume, 'projected', 'sources', index, 'secret'], 'name', 'Secret', field),
  ])
  return [
    ...nameAt(resource, [...volume, 'configMap'], 'name', 'ConfigMap', field),
    ...nameAt(resource, [...volume, 'secret'], 'secretName', 'Secret', field),
    ...nameAt(resource, [...volume, 'persistentVolumeClaim'], 'claimName', 'PersistentVolumeClaim', field),
    ...projected,
  ]
}

function containerReferences(resource: Resource, container: readonly Key[]): readonly Reference[] {
  const field = /envFrom|env\b|KeyRef/
  const whole = listIn(resource, ...container, 'envFrom').flatMap((_, index) => [
    ...nameAt(resource, [...container, 'envFrom', index, 'configMapRef'], 'name', 'ConfigMap', field),
    ...nameAt(resource, [...container, 'envFrom', index, 'secretRef'], 'name', 'Secret', field),
  ])
  const single = listIn(resource, ...container, 'env').flatMap((_, index) => [
    ...nameAt(resource, [...container, 'env', index, 'valueFrom', 'configMapKeyRef'], 'name', 'ConfigMap', field),
    ...nameAt(resource, [...container, 'env', index, 'valueFrom', 'secretKeyRef'], 'name', 'Secret', field),
  ])
  return [...whole, ...single]
}

function nameAt(
  resource: Resource,
  keys: readonly Key[],
  member: 'name' | 'secretName' | 'claimName',
  kind: ReferredKind,
  field: RegExp,
): readonly Reference[] {
  const name = textIn(resource, ...keys, member)
  if (name === undefined || valueIn(resource, ...keys, 'optional') === true) return []
  return [{ keys: [...keys, member], kind, name, field }]
}
