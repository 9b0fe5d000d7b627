/** An object that a cluster holds, without what is in it. */
export interface Fact {
  readonly kind: string
  /** Undefined for what has none. */
  readonly namespace: string | undefined
  readonly name: string
  /** The Flux Kustomization that applied it. */
  readonly kustomization: ObjectName | undefined
  /** The HelmRelease of Flux's whose chart brought it. */
  readonly release: ObjectName | undefined
  /** What it was made of and goes with, in its own namespace. */
  readonly owner: { readonly kind: string; readonly name: string } | undefined
  /** Whether Flux leaves it there when its manifest is gone. */
  readonly isKept: boolean
  /** The version of Flux that it is a part of. */
  readonly fluxVersion: string | undefined
}

export interface ObjectName {
  readonly namespace: string
  readonly name: string
}

const KUSTOMIZE = 'kustomize.toolkit.fluxcd.io'
const HELM = 'helm.toolkit.fluxcd.io'
const APP = 'app.kubernetes.io'

/** What is asked of every object, by the name of its column: where it stands. Names and labels hold no blanks. */
export const COLUMNS = {
  KIND: ['kind'],
  NAMESPACE: ['metadata', 'namespace'],
  NAME: ['metadata', 'name'],
  KUSTOMIZATION: ['metadata', 'labels', `${KUSTOMIZE}/name`],
  'KUSTOMIZATION-NAMESPACE': ['metadata', 'labels', `${KUSTOMIZE}/namespace`],
  RELEASE: ['metadata', 'labels', `${HELM}/name`],
  'RELEASE-NAMESPACE': ['metadata', 'labels', `${HELM}/namespace`],
  'OWNER-KIND': ['metadata', 'ownerReferences', 0, 'kind'],
  OWNER: ['metadata', 'ownerReferences', 0, 'name'],
  PRUNE: ['metadata', 'annotations', `${KUSTOMIZE}/prune`],
  'PRUNE-LABEL': ['metadata', 'labels', `${KUSTOMIZE}/prune`],
  'PART-OF': ['metadata', 'labels', `${APP}/part-of`],
  VERSION: ['metadata', 'labels', `${APP}/version`],
} as const satisfies Readonly<Record<string, readonly (string | number)[]>>

export type Column = keyof typeof COLUMNS

/** The fact that the values of an object tell; undefined without kind and name. */
export function factOf(value: (column: Column) => string | undefined): Fact | undefined {
  const kind = value('KIND')
  const name = value('NAME')
  if (kind === undefined || name === undefined) return undefined
  const ownerKind = value('OWNER-KIND')
  const owner = value('OWNER')
  return {
    kind,
    namespace: value('NAMESPACE'),
    name,
    kustomization: objectName(value('KUSTOMIZATION-NAMESPACE'), value('KUSTOMIZATION')),
    release: objectName(value('RELEASE-NAMESPACE'), value('RELEASE')),
    owner: ownerKind === undefined || owner === undefined ? undefined : { kind: ownerKind, name: owner },
    isKept: isDisabled(value('PRUNE')) || isDisabled(value('PRUNE-LABEL')),
    fluxVersion: value('PART-OF') === 'flux' ? value('VERSION') : undefined,
  }
}

function objectName(namespace: string | undefined, name: string | undefined): ObjectName | undefined {
  return namespace === undefined || name === undefined ? undefined : { namespace, name }
}

function isDisabled(value: string | undefined): boolean {
  return value?.toLowerCase() === 'disabled'
}
