import { sortedByBytes } from './go/bytes.js'
import { compileRegexp, type GoRegexp } from './go/regexp.js'

export type ScanResult =
  | { readonly tags: readonly string[]; readonly excluded: readonly ExcludedTag[] }
  | { readonly error: string }

export interface ExcludedTag {
  readonly tag: string
  /** The expression of the list that matched first. */
  readonly pattern: string
}

/** What an ImageRepository without a list, or with an empty one, excludes; a list of its own replaces it. */
export const defaultExclusionList: readonly string[] = ['^.*\\.sig$']

/**
 * The tags of a registry as the ImageRepository stores them: without those that match an expression of the exclusion
 * list (not anchored), descending by bytes. An expression that does not compile fails the scan with Flux's text.
 */
export function scanTags(tags: readonly string[], exclusionList: readonly string[] = []): ScanResult {
  const patterns = exclusionList.length === 0 ? defaultExclusionList : exclusionList
  const regexps: GoRegexp[] = []
  for (const pattern of patterns) {
    const compiled = compileRegexp(pattern)
    if ('error' in compiled) return { error: `failed to compile regex ${pattern}: ${compiled.error}` }
    regexps.push(compiled.regexp)
  }
  const kept: string[] = []
  const excluded: ExcludedTag[] = []
  for (const tag of tags) {
    const index = regexps.findIndex(regexp => regexp.matches(tag))
    if (index < 0) kept.push(tag)
    else excluded.push({ tag, pattern: patterns[index] ?? '' })
  }
  return { tags: sortedByBytes(kept).reverse(), excluded }
}
