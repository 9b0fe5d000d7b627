/** The part of an ImagePolicy's `spec` that chooses a tag, in the field names of the API. */
export interface ImagePolicySpec {
  readonly policy: ImagePolicyChoice
  /** Absent: every tag counts, as it is. */
  readonly filterTags?: TagFilter
}

/** Which order elects; of several, semver goes before alphabetical before numerical. */
export interface ImagePolicyChoice {
  readonly semver?: { readonly range: string }
  readonly alphabetical?: { readonly order?: string }
  readonly numerical?: { readonly order?: string }
}

export interface TagFilter {
  /** A Go regular expression, not anchored; '' matches everything. */
  readonly pattern?: string
  /** What of a tag is compared, in the syntax of Go's Regexp.Expand; '' is the whole tag. */
  readonly extract?: string
}
