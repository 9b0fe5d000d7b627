import { member } from '../json.js'

/** Where a sealed value may be opened: under its own name, in its own namespace, or anywhere. */
export const SCOPES = ['strict', 'namespace-wide', 'cluster-wide'] as const

export type Scope = (typeof SCOPES)[number]

/** The annotation of a scope that is not the strict one; its value is "true". */
export const SCOPE_ANNOTATIONS = {
  'namespace-wide': 'sealedsecrets.bitnami.com/namespace-wide',
  'cluster-wide': 'sealedsecrets.bitnami.com/cluster-wide',
} as const

/** The scope that the controller reads out of the annotations of an object; the widest one wins. */
export function scopeOf(annotations: unknown): Scope {
  if (member(annotations, SCOPE_ANNOTATIONS['cluster-wide']) === 'true') return 'cluster-wide'
  if (member(annotations, SCOPE_ANNOTATIONS['namespace-wide']) === 'true') return 'namespace-wide'
  return 'strict'
}

/** What a value is bound to: the controller makes the same text out of the SealedSecret's own metadata. */
export function labelOf(scope: Scope, namespace: string, name: string): string {
  switch (scope) {
    case 'strict':
      return `${namespace}/${name}`
    case 'namespace-wide':
      return namespace
    case 'cluster-wide':
      return ''
  }
}
