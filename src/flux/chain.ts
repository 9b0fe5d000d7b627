/** The way of an image from the build to the workload, link by link. */
export interface Chain {
  /** `host/name`, as the registry has it. */
  readonly image: string
  readonly links: readonly Link[]
}

/** What holds two parts of a delivery together. */
export interface Link {
  readonly from: LinkEnd
  readonly to: LinkEnd
  readonly state: LinkState
  /** The rule that found it broken; null otherwise. */
  readonly rule: string | null
  /** Why it is broken, or what it would take to know; null when it is proven. */
  readonly why: string | null
}

export type LinkState = 'proven' | 'broken' | 'unknown'

export interface LinkEnd {
  /** What it is, in a few words: `ImagePolicy flux-system/frontend`. */
  readonly title: string
  /** Where it stands; undefined for what lies outside of the tree, such as a registry. */
  readonly place: { readonly file: string; readonly line: number } | undefined
}
