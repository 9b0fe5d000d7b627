import type { Silence } from '../cluster/kubectl.js'
import type { LiveObject } from '../cluster/live-object.js'

/** What was heard of a kind of objects. */
export type Listed = readonly LiveObject[] | Silence

/** A cluster as far as it was looked at. */
export interface LiveCluster {
  readonly controllers: Listed
  readonly sources: Listed
  readonly repositories: Listed
  readonly policies: Listed
  readonly automations: Listed
  readonly kustomizations: Listed
  readonly helmReleases: Listed
  readonly sealedSecrets: Listed
  /** Deployments, Jobs and the like, with their Pods, of the namespaces that markers lead to. */
  readonly workloads: Listed
}

/** What a registry has of an image. `refused`: it answers, and gives no tags. `away`: it is not reached from here. */
export type RegistryTags =
  | { readonly state: 'read'; readonly tags: readonly string[] }
  /** @property isLogin whether it is a matter of who asks */
  | { readonly state: 'refused'; readonly why: string; readonly isLogin: boolean }
  | { readonly state: 'away'; readonly why: string }

/** The branch that a cluster follows, as `origin` has it. */
export interface Head {
  readonly branch: string | undefined
  /** Undefined when origin was not heard. */
  readonly sha: string | undefined
  /** Whether the tree was read at that commit. */
  readonly isRead: boolean
  /** Unix seconds of the commit; undefined when it is not here. */
  readonly seconds: number | undefined
  /** Why it is not known or not read; '' when it is. */
  readonly why: string
}

/** Looks for one object. */
export type Looked =
  | { readonly state: 'found'; readonly object: LiveObject }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown'; readonly why: string }

export function lookFor(
  listed: Listed,
  { kind, namespace, name }: { readonly kind: string; readonly namespace: string | undefined; readonly name: string },
): Looked {
  if (!isList(listed)) return { state: 'unknown', why: listed.why }
  const object = listed.find(
    candidate =>
      candidate.kind === kind &&
      candidate.name === name &&
      (namespace === undefined || candidate.namespace === namespace),
  )
  return object === undefined ? { state: 'absent' } : { state: 'found', object }
}

export function isList(listed: Listed): listed is readonly LiveObject[] {
  return Array.isArray(listed)
}

/** The objects that are known; none when nothing was heard. */
export function known(listed: Listed): readonly LiveObject[] {
  return isList(listed) ? listed : []
}
