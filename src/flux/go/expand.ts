import type { Submatches } from './regexp.js'

/**
 * A template filled in as Go's Regexp.Expand does: `$name`, `${name}`, `$1`, `$$`. Without braces a name is the
 * longest run of letters, digits and `_`. A name or number that the pattern does not have, or that took no part in the
 * match, gives nothing; of a name used twice, the first group that took part counts. What is malformed stays as it is.
 */
export function expand(template: string, groupNames: readonly string[], groups: Submatches): string {
  return fill(parseExpansion(template), groupNames, groups)
}

export type ExpansionPart = { readonly text: string } | { readonly group: string; readonly braced: boolean }

/** The template's parts, so that it need not be read again for every tag. */
export function parseExpansion(template: string): readonly ExpansionPart[] {
  const parts: ExpansionPart[] = []
  let from = 0
  for (const found of template.matchAll(reference)) {
    parts.push({ text: template.slice(from, found.index) }, partOf(found))
    from = found.index + found[0].length
  }
  parts.push({ text: template.slice(from) })
  return parts.filter(part => !('text' in part) || part.text !== '')
}

/** The parts with the groups of one match put in. */
export function fill(parts: readonly ExpansionPart[], groupNames: readonly string[], groups: Submatches): string {
  let result = ''
  for (const part of parts) result += 'text' in part ? part.text : groupValue(part.group, groupNames, groups)
  return result
}

function partOf([whole, braced, bare]: RegExpMatchArray): ExpansionPart {
  const group = braced ?? bare
  if (group === undefined) return { text: whole === '$$' ? '$' : whole }
  return { group, braced: braced !== undefined }
}

function groupValue(group: string, groupNames: readonly string[], groups: Submatches): string {
  const number = groupNumber(group)
  if (number !== undefined) return groups[number] ?? ''
  const index = groupNames.findIndex((name, at) => name === group && groups[at] !== undefined)
  return groups[index] ?? ''
}

/** Digits alone name a group by number, unless they start with a superfluous 0 or are far too many. */
function groupNumber(name: string): number | undefined {
  return /^(?:0|[1-9][0-9]{0,8})$/.test(name) ? Number(name) : undefined
}

const reference = /\$\$|\$\{([\p{L}\p{Nd}_]+)\}|\$([\p{L}\p{Nd}_]+)/gu
