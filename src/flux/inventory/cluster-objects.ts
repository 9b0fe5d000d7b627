import { listMember, member, textMember } from '../../json.js'
import type { Inventory } from '../inventory.js'
import { type ClusterGraph, placedIn } from './cluster-graph.js'
import { hasVariable } from './image-loop.js'
import { isBuiltIn, mayMake } from './object-makers.js'
import { openNamespaces } from './open-namespaces.js'
import type { Placement } from './placement.js'
import { listIn, type Resource } from './resource.js'
import { providedBy } from './secrets.js'

/** The kinds that others refer to by name. */
export type ReferredKind = 'ConfigMap' | 'Secret' | 'Service' | 'ServiceAccount' | 'PersistentVolumeClaim'

export interface Wanted {
  readonly kind: ReferredKind
  readonly namespace: string
  readonly name: string
}

/** What a cluster holds of those kinds, as far as its tree can tell. */
export interface ClusterObjects {
  /** Whether the tree brings an object. */
  holds(wanted: Wanted): boolean
  /** Whether all that the tree brings under a name has a hash added to it, which nothing but kustomize itself knows. */
  isHashed(wanted: Wanted): boolean
  /**
   * Whether something that a tree does not show may bring it: Kubernetes itself, a chart, an operator, a repository elsewhere,
   * a person.
   *
   * @param except who cannot be it, such as a HelmRelease that needs it first
   */
  mayCome(wanted: Wanted, except?: (maker: Resource) => boolean): boolean
  /** Names of a kind in a namespace, sorted. */
  namesOf(kind: ReferredKind, namespace: string): readonly string[]
}

export function clusterObjectsOf(graph: ClusterGraph, inventory: Inventory): ClusterObjects {
  const placed = placedIn(graph.cluster, inventory)
  const found = [
    ...placed.flatMap(item => foundIn(item, inventory)),
    ...generatedIn(inventory),
    ...builtIn(graph, inventory),
  ]
  const claims = placed.flatMap(claimsOf)
  const namespaces = new Set([
    'default',
    'flux-system',
    ...placed.flatMap(({ resource: { group, kind }, name }) =>
      group === '' && kind === 'Namespace' ? (name ?? []) : [],
    ),
  ])
  const unread = [...inventory.files.values()].filter(({ problems }) => problems.length > 0)
  const open = openNamespaces(graph, inventory)
  const namesOf = (kind: ReferredKind, namespace: string) => [
    ...new Set(found.filter(one => one.kind === kind && one.namespace === namespace).map(({ name }) => name)),
  ]
  const matching = ({ kind, namespace, name }: Wanted) =>
    found.filter(
      one =>
        one.kind === kind &&
        (one.names.includes(name) || one.names.some(hasVariable)) &&
        (one.isAnywhere || one.namespace === undefined || one.namespace === namespace || hasVariable(one.namespace)),
    )
  return {
    isHashed: wanted => {
      const all = matching(wanted)
      return all.length > 0 && all.every(({ isHashed }) => isHashed)
    },
    holds: ({ kind, namespace, name }) =>
      matching({ kind, namespace, name }).length > 0 ||
      (kind === 'PersistentVolumeClaim' &&
        claims.some(claim => claim.namespace === namespace && name.startsWith(claim.prefix))),
    mayCome: (wanted, except = () => false) => {
      if (open === 'all' || open.has(wanted.namespace) || isBuiltIn(wanted, placed)) return true
      // A namespace that the tree does not make is filled by somebody else; so are all secrets where there is none, and what
      // describes a cluster, which whoever makes the cluster may leave beside Flux.
      const isByHand = wanted.kind === 'Secret' || (wanted.kind === 'ConfigMap' && wanted.namespace === 'flux-system')
      const isFilled = !isByHand && namespaces.has(wanted.namespace)
      if (!isFilled && namesOf(wanted.kind, wanted.namespace).length === 0) return true
      const isUnread = unread.some(({ text }) => text.includes(wanted.name))
      return isUnread || placed.some(maker => !except(maker.resource) && mayMake(maker, wanted))
    },
    namesOf: (kind, namespace) => [...namesOf(kind, namespace)].sort(),
  }
}

interface Found {
  readonly kind: string
  readonly namespace: string | undefined
  readonly name: string
  /** As the cluster has it, and as the file says it, which kustomize follows. */
  readonly names: readonly string[]
  /** Whether copies of it may be in any namespace. */
  readonly isAnywhere: boolean
  readonly isHashed: boolean
}

const KINDS: readonly string[] = ['ConfigMap', 'Secret', 'Service', 'ServiceAccount', 'PersistentVolumeClaim']

function foundIn({ resource, namespace, name }: Placement, inventory: Inventory): readonly Found[] {
  const secrets = providedBy(resource, inventory).map(secret => ({
    kind: 'Secret',
    names: [secret.name],
    isAnywhere: false,
    isHashed: false,
    ...secret,
  }))
  if (resource.group !== '' || !KINDS.includes(resource.kind) || resource.kind === 'Secret') {
    // Its own name is followed by kustomize too.
    return resource.kind === 'Secret' && resource.name !== undefined
      ? secrets.map(secret => ({ ...secret, names: [...secret.names, resource.name ?? ''] }))
      : secrets
  }
  if (name === undefined) return []
  const isAnywhere = /reflector|replicator|kubed/.test(JSON.stringify(resource.body))
  return [{ kind: resource.kind, namespace, name, names: [name, resource.name ?? name], isAnywhere, isHashed: false }]
}

/** What kustomize generates; a hash in its name it writes into the pods too, and a namespace further out it obeys. */
function generatedIn({ layout }: Inventory): readonly Found[] {
  return [...layout.kustomizeFiles.values()].flatMap(({ body, namespace, prefix, suffix }) =>
    (['ConfigMap', 'Secret'] as const).flatMap(kind =>
      listMember(body, kind === 'Secret' ? 'secretGenerator' : 'configMapGenerator').flatMap(
        (generator): readonly Found[] => {
          const own = textMember(generator, 'name')
          if (own === undefined) return []
          const name = `${prefix}${own}${suffix}`
          const where = namespace ?? textMember(generator, 'namespace')
          return [
            { kind, namespace: where, name, names: [name, own], isAnywhere: true, isHashed: addsHash(body, generator) },
          ]
        },
      ),
    ),
  )
}

/** What generators made, under the very names that kustomize wrote into the pods. */
function builtIn({ cluster }: ClusterGraph, { folders }: Inventory): readonly Found[] {
  return [...cluster.kustomizations].flatMap(kustomization =>
    (folders.get(kustomization)?.generated ?? []).flatMap(({ body }): readonly Found[] => {
      const kind = textMember(body, 'kind')
      const metadata = member(body, 'metadata')
      const name = textMember(metadata, 'name')
      if (kind === undefined || name === undefined || !KINDS.includes(kind)) return []
      const namespace = textMember(metadata, 'namespace')
      return [{ kind, namespace, name, names: [name], isAnywhere: false, isHashed: false }]
    }),
  )
}

function addsHash(kustomize: unknown, generator: unknown): boolean {
  return [member(kustomize, 'generatorOptions'), member(generator, 'options')].every(
    options => member(options, 'disableNameSuffixHash') !== true,
  )
}

/** The claims that a StatefulSet makes for its pods. */
function claimsOf({
  resource,
  namespace,
  name,
}: Placement): readonly { namespace: string | undefined; prefix: string }[] {
  if (resource.kind !== 'StatefulSet') return []
  return listIn(resource, 'spec', 'volumeClaimTemplates').flatMap(template => {
    const own = textMember(member(template, 'metadata'), 'name')
    return own === undefined ? [] : [{ namespace, prefix: `${own}-${name ?? ''}-` }]
  })
}
