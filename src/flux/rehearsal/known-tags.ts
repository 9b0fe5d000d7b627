import { applySetters, parseLatestRef, type TreeFile } from '../setters.js'

/** A reference that no manifest has, so that every marker would change to it. */
const NOBODY = { name: 'nobody/nothing', tag: 'none' }

/**
 * The tags of an image that a tree names: behind the image wherever it is written, and the values that markers of its policies
 * stand on.
 *
 * @param policies `namespace:name` of each policy that chooses among its tags
 */
export function tagsNamedFor(
  image: string,
  policies: readonly string[],
  files: readonly TreeFile[],
): ReadonlySet<string> {
  const tags = new Set<string>()
  const start = Buffer.from(`${image}:`)
  for (const { content } of files) {
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    for (let at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + 1)) {
      const behind = bytes.toString('latin1', at + start.length, at + start.length + 129)
      const tag = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}(?![A-Za-z0-9._-])/.exec(behind)?.[0]
      if (tag !== undefined) tags.add(tag)
    }
  }
  const { changes } = applySetters(files, new Map(policies.map(policy => [policy, NOBODY])))
  for (const { setter, old } of changes) {
    const [, , suffix] = setter.split(':')
    const tag = suffix === 'tag' ? old : suffix === undefined ? parseLatestRef(old).tag : ''
    if (/^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(tag)) tags.add(tag)
  }
  return tags
}
