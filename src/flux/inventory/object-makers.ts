import { hasVariable } from './image-loop.js'
import type { Placement } from './placement.js'
import { type Resource, textIn } from './resource.js'

/** An object that something refers to. */
export interface Sought {
  readonly kind: string
  readonly namespace: string
  readonly name: string
}

const BUILT_IN = new Set([
  'ConfigMap/kube-root-ca.crt',
  'ConfigMap/istio-ca-root-cert',
  'ConfigMap/openshift-service-ca.crt',
  // Of the Flux operator.
  'ConfigMap/flux-runtime-info',
  'ServiceAccount/default',
  'ServiceAccount/builder',
  'ServiceAccount/deployer',
  'ServiceAccount/pipeline',
])

/** What every cluster has, or a bootstrap brings. */
export function isBuiltIn({ kind, namespace, name }: Sought, placed: readonly Placement[]): boolean {
  if (namespace === 'kube-system' || namespace === 'kube-public' || namespace === 'kube-node-lease') return true
  if (BUILT_IN.has(`${kind}/${name}`) || (kind === 'Service' && namespace === 'default' && name === 'kubernetes'))
    return true
  if (namespace !== 'flux-system') return false
  if (kind === 'Secret' && (name === 'flux-system' || /\b(?:sops|age|gpg)\b/.test(name))) return true
  // Controllers that the tree does not hold come with Services and accounts of their own.
  return (
    kind !== 'ConfigMap' &&
    kind !== 'Secret' &&
    !placed.some(({ resource }) => resource.kind === 'Deployment' && resource.name === 'kustomize-controller')
  )
}

/** Whether an object may bring another one that no file shows: the chart of a HelmRelease, or the controller of its kind. */
export function mayMake({ resource, namespace, name }: Placement, wanted: Sought): boolean {
  const { kind } = resource
  if (isInstaller(resource)) {
    const isOwn = isIn(targetOf(resource) ?? namespace, wanted)
    return isOwn || (mentions(resource, wanted.name) && namesNamespace(resource, wanted.namespace))
  }
  if (isFilledByScript(resource)) return mentions(resource, wanted.name) && mentions(resource, 'kubectl')
  if (kind === 'Ingress' || kind === 'Gateway')
    return wanted.kind === 'Secret' && mentions(resource, 'cert-manager.io') && mentions(resource, wanted.name)
  if (!isCustom(resource)) return false
  // A policy that generates objects may put them anywhere.
  if (mentions(resource, 'generate')) return true
  if (namespace !== undefined && !isIn(namespace, wanted))
    return mentions(resource, wanted.name) && mentions(resource, wanted.namespace)
  // What an operator makes is named after the object it makes it of, or by a field of it.
  return mentions(resource, wanted.name) || isWordIn(name, wanted.name)
}

/** Whether an object may bring pods at all that no file shows. */
export function isMaker(resource: Resource): boolean {
  return isInstaller(resource) || isCustom(resource)
}

/** Whether an object may bring pods into a namespace that no file shows. */
export function mayMakePods({ resource, namespace: own }: Placement, namespace: string): boolean {
  const sought = { kind: 'Pod', namespace, name: '' }
  if (isInstaller(resource)) return isIn(targetOf(resource) ?? own, sought) || namesNamespace(resource, namespace)
  return isCustom(resource) && own !== undefined && isIn(own, sought)
}

function isInstaller({ group, kind }: Resource): boolean {
  const isChart = kind === 'HelmChart' && group === 'helm.cattle.io'
  return isChart || kind === 'HelmRelease' || kind === 'Application' || kind === 'Subscription'
}

function targetOf(resource: Resource): string | undefined {
  return textIn(resource, 'spec', 'targetNamespace') ?? textIn(resource, 'spec', 'destination', 'namespace')
}

function isIn(namespace: string | undefined, wanted: Sought): boolean {
  return namespace === undefined || hasVariable(namespace) || namespace === wanted.namespace
}

function isFilledByScript({ kind }: Resource): boolean {
  return kind === 'Job' || kind === 'CronJob'
}

/** Kinds that make nothing, or only what is known of them. */
const INERT: readonly string[] = [
  'SealedSecret',
  'ExternalSecret',
  'Certificate',
  'Issuer',
  'ClusterIssuer',
  'ServiceMonitor',
  'PodMonitor',
  'PrometheusRule',
  'Probe',
  'IngressRoute',
  'Middleware',
  'VirtualService',
  'DestinationRule',
  'CiliumNetworkPolicy',
  'ScaledObject',
]

function isCustom({ group, kind }: Resource): boolean {
  return (
    group.includes('.') &&
    !/(?:^|\.)k8s\.io$/.test(group) &&
    !group.endsWith('.toolkit.fluxcd.io') &&
    !INERT.includes(kind)
  )
}

/** Whether a field of an object that is about a namespace has it as its value, such as `namespaceOverride`. */
function namesNamespace({ body }: Resource, namespace: string): boolean {
  const fields = JSON.stringify(body)?.matchAll(/"\w*[nN]amespaces?\w*":\[?"([^"]*)"/g) ?? []
  return [...fields].some(match => match[1] === namespace)
}

/** Whether a name is made of another one and more: `shop-db-app` of `shop-db`. */
function isWordIn(name: string | undefined, longer: string): boolean {
  return name !== undefined && name !== '' && `-${longer.replaceAll('.', '-')}-`.includes(`-${name}-`)
}

/** Whether an object holds a name as a word of its own. */
function mentions({ body }: Resource, word: string): boolean {
  const text = JSON.stringify(body) ?? ''
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = `${text[at - 1] ?? ''}${text[at + word.length] ?? ''}`
    if (!/[\w-]/.test(around)) return true
  }
  return false
}
