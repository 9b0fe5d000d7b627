import { findMarkers, parseLatestRef, type TreeFile } from '../setters.js'

/**
 * The tags of an image that a tree names.
 *
 * @param policies `namespace:name` of each policy that chooses among its tags
 */
export type NamedTags = (image: string, policies: readonly string[]) => ReadonlySet<string>

/** Finds tags behind an image wherever it is written, and in the values that markers of its policies stand on. */
export function namedTagsIn(files: readonly TreeFile[]): NamedTags {
  const marked = markedTags(files)
  return (image, policies) => {
    const found = new Set(policies.flatMap(policy => marked.get(policy) ?? []))
    for (const tag of tagsBehind(image, files)) found.add(tag)
    return new Set([...found].filter(tag => TAG.test(tag)))
  }
}

function markedTags(files: readonly TreeFile[]): ReadonlyMap<string, readonly string[]> {
  const tags = new Map<string, string[]>()
  for (const { setter, fault, value } of files.flatMap(file => findMarkers(file))) {
    if (setter === undefined || value === undefined || fault !== undefined) continue
    const [namespace, name, suffix] = setter.split(':')
    const tag = suffix === 'tag' ? value.text : suffix === undefined ? parseLatestRef(value.text).tag : undefined
    if (tag === undefined) continue
    const policy = `${namespace}:${name}`
    tags.set(policy, [...(tags.get(policy) ?? []), tag])
  }
  return tags
}

function* tagsBehind(image: string, files: readonly TreeFile[]): Generator<string> {
  const start = Buffer.from(`${image}:`)
  for (const { content } of files) {
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    for (let at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + 1)) {
      const behind = bytes.toString('latin1', at + start.length, at + start.length + LONGEST_TAG + 1)
      yield /^[A-Za-z0-9._-]+/.exec(behind)?.[0] ?? ''
    }
  }
}

const LONGEST_TAG = 128
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/
