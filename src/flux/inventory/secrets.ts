import { listMember, textMember } from '../../json.js'
import type { Inventory } from '../inventory.js'
import { hasVariable } from './image-loop.js'
import { type Resource, textIn } from './resource.js'

/** What of a tree brings secrets, and which. */
export interface SecretProviders {
  /** Whether a secret comes from the tree, or may. */
  mayProvide(namespace: string, name: string): boolean
  /** Names of the secrets that surely come into a namespace, sorted. */
  namesIn(namespace: string): readonly string[]
  /** Whether a secret of that name comes into some namespace. */
  hasName(name: string): boolean
  /** Whether any of them is for logging in to a registry. */
  readonly hasRegistryCredentials: boolean
}

export interface Provided {
  /** Undefined where it may be any. */
  readonly namespace: string | undefined
  readonly name: string
}

/** Secrets themselves, sealed or encrypted ones, those of operators, and what kustomize generates. */
export function providersOf(inventory: Inventory): SecretProviders {
  const provided = [
    ...inventory.resources.flatMap(resource => providedBy(resource, inventory)),
    ...generated(inventory),
  ]
  const isOpen = [...inventory.folders.values()].some(folder => folder.isOpen)
  // Reflectors and cluster-wide operators put copies into namespaces that they choose.
  const copies = inventory.resources.some(({ kind }) => kind === 'ClusterExternalSecret' || kind === 'PushSecret')
  return {
    mayProvide: (namespace, name) =>
      isOpen ||
      copies ||
      provided.some(
        one =>
          (one.name === name || hasVariable(one.name)) &&
          (one.namespace === undefined || one.namespace === namespace || hasVariable(one.namespace)),
      ),
    namesIn: namespace =>
      [...new Set(provided.filter(one => one.namespace === namespace).map(({ name }) => name))].sort(),
    hasName: name => provided.some(one => one.name === name),
    hasRegistryCredentials: inventory.resources.some(
      resource =>
        providedBy(resource, inventory).length > 0 &&
        REGISTRY_TYPES.some(keys => isRegistryType(textIn(resource, ...keys))),
    ),
  }
}

const REGISTRY_TYPES = [
  ['type'],
  ['spec', 'template', 'type'],
  ['spec', 'target', 'template', 'type'],
  ['spec', 'destination', 'type'],
] as const

function isRegistryType(type: string | undefined): boolean {
  return type === 'kubernetes.io/dockerconfigjson' || type === 'kubernetes.io/dockercfg'
}

/** The secrets that an object is, or that its controller makes of it. */
export function providedBy(resource: Resource, inventory: Inventory): readonly Provided[] {
  const { group, kind } = resource
  const isSecret = kind === 'Secret' && group === ''
  const makes =
    isSecret ||
    [
      'SealedSecret',
      'ExternalSecret',
      'VaultStaticSecret',
      'OnePasswordItem',
      'InfisicalSecret',
      'BitwardenSecret',
      'SopsSecret',
      'Certificate',
    ].includes(kind)
  if (!makes) return []
  const target =
    textIn(resource, 'spec', 'target', 'name') ??
    textIn(resource, 'spec', 'destination', 'name') ??
    textIn(resource, 'spec', 'secretName') ??
    textIn(resource, 'spec', 'template', 'metadata', 'name')
  return inventory.placementsOf(resource).flatMap(({ namespace, name }) => {
    const own = isSecret || kind === 'SealedSecret' ? name : (target ?? name)
    // Annotations of reflectors make copies of it elsewhere.
    const isCopied = /reflector|replicator|kubed/.test(JSON.stringify(resource.body))
    return own === undefined ? [] : [{ namespace: isCopied ? undefined : namespace, name: own }]
  })
}

/** The name gets a hash, which kustomize writes into the objects that refer to it; Flux's own references it does not know. */
function generated({ layout }: Inventory): readonly Provided[] {
  return [...layout.kustomizeFiles.values()].flatMap(({ body, namespace, prefix, suffix }) =>
    listMember(body, 'secretGenerator').flatMap(generator => {
      const name = textMember(generator, 'name')
      return name === undefined
        ? []
        : [{ namespace: textMember(generator, 'namespace') ?? namespace, name: `${prefix}${name}${suffix}` }]
    }),
  )
}
