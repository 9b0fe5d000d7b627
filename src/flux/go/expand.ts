import type { Submatches } from './regexp.js'

/** Fills the groups of a match into a template. */
export type Expansion = (groups: Submatches) => string

/**
 * A template as Go's Regexp.Expand reads it: `$name`, `${name}`, `$1`, `$$`. Without braces a name is the longest run
 * of letters, digits and `_`. A name or number that the pattern does not have, or that took no part in the match, gives
 * nothing; of a name used twice, the first group that took part counts. What is malformed stays as it is.
 */
export function expansionOf(template: string, groupNames: readonly string[]): Expansion {
  const parts: Part[] = []
  let from = 0
  for (const found of template.matchAll(reference)) {
    parts.push({ text: template.slice(from, found.index) }, partOf(found, groupNames))
    from = found.index + found[0].length
  }
  parts.push({ text: template.slice(from) })
  return groups => filled(parts, groups)
}

/** The template filled in once. */
export function expand(template: string, groupNames: readonly string[], groups: Submatches): string {
  return expansionOf(template, groupNames)(groups)
}

/** Text, or the numbers of the groups of which the first that took part counts. */
type Part = { readonly text: string } | { readonly groups: readonly number[] }

function partOf([whole, braced, bare]: RegExpMatchArray, groupNames: readonly string[]): Part {
  const name = braced ?? bare
  if (name === undefined) return { text: whole === '$$' ? '$' : whole }
  const number = groupNumber(name)
  if (number !== undefined) return { groups: [number] }
  return { groups: [...groupNames.keys()].filter(index => groupNames[index] === name) }
}

/** Digits alone name a group by number, unless they start with a superfluous 0 or are far too many. */
function groupNumber(name: string): number | undefined {
  return /^(?:0|[1-9][0-9]{0,8})$/.test(name) ? Number(name) : undefined
}

function filled(parts: readonly Part[], groups: Submatches): string {
  let result = ''
  for (const part of parts) result += 'text' in part ? part.text : firstOf(part.groups, groups)
  return result
}

function firstOf(numbers: readonly number[], groups: Submatches): string {
  for (const number of numbers) {
    const text = groups[number]
    if (text !== undefined) return text
  }
  return ''
}

const reference = /\$\$|\$\{([\p{L}\p{Nd}_]+)\}|\$([\p{L}\p{Nd}_]+)/gu
