/** One version of a kind over the minors of Flux 2; the numbers are those minors. */
export interface ApiVersion {
  readonly version: string
  readonly served: number
  readonly deprecated?: number
  /** The first minor without it. */
  readonly removed?: number
  /** The first minor that stores objects in this version; it ends where another one's storage begins. */
  readonly storage?: number
}

export interface ApiKind {
  readonly group: string
  /** From the oldest to the newest. */
  readonly versions: readonly ApiVersion[]
}

/** The range of minors that the table knows. */
export const knownMinors = { first: 0, last: 9 } as const

/** What the CRDs of each Flux minor serve, in its last patch release. */
export const apiKinds: ReadonlyMap<string, ApiKind> = new Map(
  Object.entries({
    Bucket: source(
      { version: 'v1beta1', served: 0, deprecated: 3, removed: 7 },
      { version: 'v1beta2', served: 0, deprecated: 4, removed: 8, storage: 0 },
      { version: 'v1', served: 4, storage: 4 },
    ),
    ExternalArtifact: source({ version: 'v1', served: 7, storage: 7 }),
    GitRepository: source(
      { version: 'v1beta1', served: 0, deprecated: 0, removed: 7 },
      { version: 'v1beta2', served: 0, deprecated: 0, removed: 8 },
      { version: 'v1', served: 0, storage: 0 },
    ),
    HelmChart: source(
      { version: 'v1beta1', served: 0, deprecated: 3, removed: 7 },
      { version: 'v1beta2', served: 0, deprecated: 3, removed: 8, storage: 0 },
      { version: 'v1', served: 3, storage: 3 },
    ),
    HelmRepository: source(
      { version: 'v1beta1', served: 0, deprecated: 3, removed: 7 },
      { version: 'v1beta2', served: 0, deprecated: 3, removed: 8, storage: 0 },
      { version: 'v1', served: 3, storage: 3 },
    ),
    OCIRepository: source(
      { version: 'v1beta2', served: 0, deprecated: 6, removed: 8, storage: 0 },
      { version: 'v1', served: 6, storage: 6 },
    ),
    Kustomization: kind(
      'kustomize',
      { version: 'v1beta1', served: 0, deprecated: 0, removed: 7 },
      { version: 'v1beta2', served: 0, deprecated: 0, removed: 8 },
      { version: 'v1', served: 0, storage: 0 },
    ),
    HelmRelease: kind(
      'helm',
      { version: 'v2beta1', served: 0, deprecated: 2, removed: 7, storage: 0 },
      { version: 'v2beta2', served: 2, deprecated: 3, removed: 8, storage: 2 },
      { version: 'v2', served: 3, storage: 3 },
    ),
    ImagePolicy: kind(
      'image',
      { version: 'v1beta1', served: 0, removed: 7 },
      { version: 'v1beta2', served: 0, deprecated: 7, removed: 9, storage: 0 },
      { version: 'v1', served: 7, storage: 7 },
    ),
    ImageRepository: kind(
      'image',
      { version: 'v1beta1', served: 0, removed: 7 },
      { version: 'v1beta2', served: 0, deprecated: 7, removed: 9, storage: 0 },
      { version: 'v1', served: 7, storage: 7 },
    ),
    ImageUpdateAutomation: kind(
      'image',
      { version: 'v1beta1', served: 0, deprecated: 3, removed: 7, storage: 0 },
      { version: 'v1beta2', served: 3, deprecated: 7, removed: 9, storage: 3 },
      { version: 'v1', served: 7, storage: 7 },
    ),
    Alert: kind(
      'notification',
      { version: 'v1beta1', served: 0, deprecated: 2, removed: 7 },
      { version: 'v1beta2', served: 0, deprecated: 2, removed: 9, storage: 0 },
      { version: 'v1beta3', served: 2, storage: 2 },
    ),
    Provider: kind(
      'notification',
      { version: 'v1beta1', served: 0, deprecated: 2, removed: 7 },
      { version: 'v1beta2', served: 0, deprecated: 2, removed: 9, storage: 0 },
      { version: 'v1beta3', served: 2, storage: 2 },
    ),
    Receiver: kind(
      'notification',
      { version: 'v1beta1', served: 0, deprecated: 0, removed: 7 },
      { version: 'v1beta2', served: 0, deprecated: 0, removed: 9 },
      { version: 'v1', served: 0, storage: 0 },
    ),
  }),
)

function source(...versions: readonly ApiVersion[]): ApiKind {
  return kind('source', ...versions)
}

function kind(area: string, ...versions: readonly ApiVersion[]): ApiKind {
  return { group: `${area}.toolkit.fluxcd.io`, versions }
}
