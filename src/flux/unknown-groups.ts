/**
 * The names and numbers of a template of Go's Regexp.Expand that the pattern does not have. Flux puts nothing in their place and
 * says nothing.
 *
 * @param groupNames those of the pattern, '' for a group without one; index 0 is the whole match
 */
export function unknownGroups(template: string, groupNames: readonly string[]): readonly string[] {
  const names = [...template.matchAll(/\$\$|\$\{([\p{L}\p{Nd}_]+)\}|\$([\p{L}\p{Nd}_]+)/gu)].flatMap(
    ([, braced, bare]) => braced ?? bare ?? [],
  )
  return names.filter(name =>
    /^(?:0|[1-9][0-9]{0,8})$/.test(name) ? Number(name) >= groupNames.length : !groupNames.includes(name),
  )
}
