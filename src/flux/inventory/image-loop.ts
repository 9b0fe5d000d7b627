import { listMember, member, textMember } from '../../json.js'
import { readPolicySpec } from '../image-objects.js'
import type { ImagePolicySpec } from '../image-policy.js'
import type { Inventory } from '../inventory.js'
import { type AccessFrom, mayAccess, readAccessFrom } from './access-from.js'
import { type ObjectReference, referenceOf } from './flux-kustomization.js'
import { pathBelow } from './kustomize-file.js'
import type { Placement } from './placement.js'
import { listIn, type Resource, textIn, valueIn } from './resource.js'

/** An object of the image loop as it reaches one cluster. */
export interface Placed {
  readonly resource: Resource
  readonly placement: Placement
  /** Undefined where the tree does not say it. */
  readonly namespace: string | undefined
  /** Empty when it has none. */
  readonly name: string
}

export interface PlacedRepository extends Placed {
  /** `spec.image` as written. */
  readonly image: string | undefined
  readonly insecure: boolean
  readonly secretName: string | undefined
  /** Undefined: Flux's default, which drops cosign's signatures only. */
  readonly exclusionList: readonly string[] | undefined
  readonly accessFrom: AccessFrom
}

export interface PlacedPolicy extends Placed {
  readonly spec: ImagePolicySpec
  /** The reference as written; its namespace is the policy's unless told. */
  readonly reference: ObjectReference
  readonly repository: Match<PlacedRepository>
  /** Never, IfNotPresent or Always. */
  readonly digestReflection: string
}

export interface PlacedAutomation extends Placed {
  readonly source: ObjectReference
  /** `spec.update.path` from the root of the tree, `.` unless told; undefined when it leads out of it. */
  readonly updatePath: string | undefined
  /** The branch that it checks out, and the one that it pushes to, as written; undefined: the source's. */
  readonly checkoutBranch: string | undefined
  readonly pushBranch: string | undefined
  /** `spec.policySelector`, undefined when every policy of the namespace counts. */
  readonly selector: unknown
  readonly messageTemplate: string | undefined
  readonly isSuspended: boolean
}

/** What a reference leads to. Unknown: the tree may hold it, or something outside of it may. */
export type Match<Target> =
  | { readonly state: 'found'; readonly target: Target }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown'; readonly why: string }

/** The image automation of a tree, each object once per way in which it reaches a cluster. */
export interface ImageLoop {
  readonly repositories: readonly PlacedRepository[]
  readonly policies: readonly PlacedPolicy[]
  readonly automations: readonly PlacedAutomation[]
}

export const IMAGE_GROUP = 'image.toolkit.fluxcd.io'

export function imageLoopOf(inventory: Inventory): ImageLoop {
  const repositories = placed(inventory, 'ImageRepository').map(readRepository)
  return {
    repositories,
    policies: placed(inventory, 'ImagePolicy').map(object => readPolicy(object, repositories, inventory)),
    automations: placed(inventory, 'ImageUpdateAutomation').map(readAutomation),
  }
}

/** Whether two objects may meet in one cluster. */
export function mayMeet(left: Placed, right: Placed): boolean {
  const [first, second] = [left.placement.cluster, right.placement.cluster]
  return first === undefined || second === undefined || first === second
}

/** Whether an automation takes the policies of a namespace and, as far as its selector can be read, this one. */
export function automationSees(automation: PlacedAutomation, policy: PlacedPolicy): 'yes' | 'no' | 'unknown' {
  if (!mayMeet(automation, policy)) return 'no'
  if (automation.namespace === undefined || policy.namespace === undefined) return 'unknown'
  if (automation.namespace !== policy.namespace) return 'no'
  if (automation.selector === undefined) return 'yes'
  // Labels may come from a kustomize file or a patch.
  if (policy.placement.isPatched) return 'unknown'
  return selects(automation.selector, valueIn(policy.resource, 'metadata', 'labels')) ? 'yes' : 'no'
}

/** Kubernetes' label selector: `matchLabels` and `matchExpressions`, all of them. */
export function selects(selector: unknown, labels: unknown): boolean {
  const wanted = member(selector, 'matchLabels')
  const exact = typeof wanted === 'object' && wanted !== null ? Object.entries(wanted) : []
  if (exact.some(([key, value]) => member(labels, key) !== value)) return false
  return listMember(selector, 'matchExpressions').every(expression => {
    const label = member(labels, textMember(expression, 'key') ?? '')
    const values = listMember(expression, 'values')
    switch (textMember(expression, 'operator')) {
      case 'In':
        return label !== undefined && values.includes(label)
      case 'NotIn':
        return label === undefined || !values.includes(label)
      case 'Exists':
        return label !== undefined
      case 'DoesNotExist':
        return label === undefined
      default:
        return true
    }
  })
}

function placed(inventory: Inventory, kind: string): readonly Placed[] {
  return inventory.ofKind(IMAGE_GROUP, kind).flatMap(resource =>
    inventory.placementsOf(resource).map(placement => ({
      resource,
      placement,
      namespace: hasVariable(placement.namespace) ? undefined : placement.namespace,
      name: placement.name ?? '',
    })),
  )
}

function readRepository(object: Placed): PlacedRepository {
  const { resource } = object
  const exclusions = valueIn(resource, 'spec', 'exclusionList')
  return {
    ...object,
    image: textIn(resource, 'spec', 'image'),
    insecure: valueIn(resource, 'spec', 'insecure') === true,
    secretName: textIn(resource, 'spec', 'secretRef', 'name'),
    exclusionList: Array.isArray(exclusions) ? exclusions.filter(pattern => typeof pattern === 'string') : undefined,
    accessFrom: readAccessFrom(valueIn(resource, 'spec', 'accessFrom')),
  }
}

function readPolicy(object: Placed, repositories: readonly PlacedRepository[], inventory: Inventory): PlacedPolicy {
  const { resource } = object
  const reference = referenceOf(valueIn(resource, 'spec', 'imageRepositoryRef'), 'ImageRepository')
  return {
    ...object,
    spec: readPolicySpec(valueIn(resource, 'spec')),
    reference,
    repository: repositoryOf(object, reference, repositories, inventory),
    digestReflection: textIn(resource, 'spec', 'digestReflectionPolicy') ?? 'Never',
  }
}

function repositoryOf(
  policy: Placed,
  reference: ObjectReference,
  repositories: readonly PlacedRepository[],
  inventory: Inventory,
): Match<PlacedRepository> {
  if (policy.placement.isPatched) return { state: 'unknown', why: 'a patch or a substitution may change the policy' }
  const namespace = reference.namespace ?? policy.namespace
  const named = repositories.filter(repository => repository.name === reference.name && mayMeet(policy, repository))
  const found = named.find(repository => repository.namespace !== undefined && repository.namespace === namespace)
  if (found !== undefined) return { state: 'found', target: found }
  if (hasVariable(reference.name) || hasVariable(namespace))
    return { state: 'unknown', why: 'a variable is in its name' }
  const near = named.find(repository => repository.namespace === undefined || namespace === undefined)
  if (near !== undefined) {
    // Next to each other in the tree and without a namespace, they can only be meant for the same one.
    return { state: 'found', target: near }
  }
  const { by } = policy.placement
  const isOpen = by !== undefined && inventory.folders.get(by)?.isOpen === true
  return isOpen ? { state: 'unknown', why: 'a remote base may bring it' } : { state: 'absent' }
}

function readAutomation(object: Placed): PlacedAutomation {
  const { resource } = object
  return {
    ...object,
    source: referenceOf(valueIn(resource, 'spec', 'sourceRef'), 'GitRepository'),
    updatePath: pathBelow('.', (textIn(resource, 'spec', 'update', 'path') ?? '.').replace(/^\/+/, '') || '.'),
    checkoutBranch: textIn(resource, 'spec', 'git', 'checkout', 'ref', 'branch'),
    pushBranch: textIn(resource, 'spec', 'git', 'push', 'branch'),
    selector: valueIn(resource, 'spec', 'policySelector'),
    messageTemplate: textIn(resource, 'spec', 'git', 'commit', 'messageTemplate'),
    isSuspended: valueIn(resource, 'spec', 'suspend') === true,
  }
}

/** Whether the policies of a namespace may use a repository of another. */
export function repositoryAdmits(
  repository: PlacedRepository,
  policy: PlacedPolicy,
  inventory: Inventory,
): boolean | undefined {
  if (repository.namespace === undefined || policy.namespace === undefined) return undefined
  if (repository.namespace === policy.namespace) return true
  const labels = inventory
    .ofKind('', 'Namespace')
    .filter(({ name }) => name === policy.namespace)
    .map(namespace => valueIn(namespace, 'metadata', 'labels'))
  return mayAccess(repository.accessFrom, labels)
}

/** A value that kustomize-controller's postBuild would fill in. */
export function hasVariable(value: string | undefined): boolean {
  return value?.includes('${') === true
}

/** Entries of a list that are texts. */
export function textsIn(resource: Resource, ...keys: readonly (string | number)[]): readonly string[] {
  return listIn(resource, ...keys).filter(entry => typeof entry === 'string')
}
