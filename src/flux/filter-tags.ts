import { compareBytes } from './go/bytes.js'
import { expansionOf } from './go/expand.js'
import { compileRegexp, type GoRegexp } from './go/regexp.js'
import type { TagFilter } from './image-policy.js'

/** From the value that is compared to the tag it came from. */
export type FilteredTags = ReadonlyMap<string, string>

/** The compared value of a tag, or undefined when the filter drops it. */
export type Extract = (tag: string) => string | undefined

export type CompiledFilter = { readonly extract: Extract } | { readonly error: string }

/** Compiles `spec.filterTags`; the error is Flux's own text. */
export function compileFilter({ pattern = '', extract = '' }: TagFilter): CompiledFilter {
  const compiled = compileRegexp(pattern)
  if ('error' in compiled) {
    return { error: `failed to filter tags: invalid regular expression pattern '${pattern}': ${compiled.error}` }
  }
  return { extract: extractor(compiled.regexp, extract) }
}

/**
 * Filters as Flux does: the value is the key of a map, and of several tags with one value the smallest stays, because
 * Flux reads tags in descending order and the last one wins.
 */
export function applyFilter(extract: Extract, tags: readonly string[]): FilteredTags {
  const filtered = new Map<string, string>()
  for (const tag of tags) {
    const value = extract(tag)
    if (value === undefined) continue
    const other = filtered.get(value)
    if (other === undefined || compareBytes(tag, other) < 0) filtered.set(value, tag)
  }
  return filtered
}

function extractor(regexp: GoRegexp, template: string): Extract {
  if (template === '') return tag => (regexp.matches(tag) ? tag : undefined)
  const expansion = expansionOf(template, regexp.groupNames)
  return tag => {
    const groups = regexp.find(tag)
    return groups === undefined ? undefined : expansion(groups)
  }
}
