import { isAlias, isMap, isScalar, type Node, type Pair, type YAMLMap } from 'yaml'
import { blockLines, flowPairs, type Mapping, scalarText } from './write-mapping.js'

/** A piece of a text that is replaced; an insertion where both ends are the same. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Why a mapping cannot be edited without touching what is not ours to touch. */
export class EditConflict extends Error {
  override readonly name = 'EditConflict'
  /** Into the text. */
  readonly offset: number

  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

/** The text with all edits made; none may overlap another one. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let at = 0
  const parts: string[] = []
  for (const edit of [...edits].sort((left, right) => left.start - right.start)) {
    parts.push(text.slice(at, edit.start), edit.text)
    at = edit.end
  }
  return parts.join('') + text.slice(at)
}

/**
 * Edits that set members of a mapping, as `yaml` has parsed it out of the text. What is not named stays as it is, to the
 * byte; a new member comes behind the last one, in the style of its mapping.
 *
 * @throws EditConflict
 */
export function setMembers(text: string, map: YAMLMap, members: Mapping): readonly Edit[] {
  const edits: Edit[] = []
  const added: [string, string | Mapping][] = []
  const pairs = new Map(map.items.map(pair => [keyOf(pair), pair]))
  for (const [key, wanted] of Object.entries(members)) {
    const pair = pairs.get(key)
    if (pair === undefined) added.push([key, wanted])
    else edits.push(...setMember(text, pair, wanted))
  }
  if (added.length > 0) edits.push(insertion(text, map, Object.fromEntries(added)))
  return edits
}

function setMember(text: string, pair: Pair, wanted: string | Mapping): readonly Edit[] {
  const { key, value } = pair
  if (typeof wanted !== 'string') {
    if (isMap(value)) return setMembers(text, value, wanted)
    if (isEmpty(value)) return [{ ...emptyPlace(text, key, value), text: ` {${flowPairs(wanted)}}` }]
    throw new EditConflict(`"${keyOf(pair)}" is no mapping`, startOf(key))
  }
  if (isScalar(value) && value.value === wanted) return []
  if (isEmpty(value)) return [{ ...emptyPlace(text, key, value), text: ` ${scalarText(wanted)}` }]
  if (isAlias(value)) return [{ start: startOf(value), end: rangeOf(value)[1], text: scalarText(wanted) }]
  if (!isScalar(value)) throw new EditConflict(`"${keyOf(pair)}" is no text`, startOf(key))
  if (value.anchor)
    throw new EditConflict(`"${keyOf(pair)}" has the anchor &${value.anchor}, which others may use`, startOf(key))
  const [start] = rangeOf(value)
  // The comment on the first line of a block scalar goes on behind the value.
  const comment = isBlockScalar(value) ? (/^\S+([ \t]+#[^\r\n]*)/.exec(text.slice(start, start + 500))?.[1] ?? '') : ''
  return [{ start, end: contentEnd(text, value), text: scalarText(wanted) + comment }]
}

/** `key:` with nothing, `~` or `null` behind it. */
function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (isScalar(value) && value.value === null && !value.anchor)
}

function emptyPlace(text: string, key: unknown, value: unknown): { start: number; end: number } {
  const colon = text.indexOf(':', rangeOf(key)[1])
  if (colon < 0) throw new EditConflict('a key has no colon', startOf(key))
  if (isScalar(value) && value.source !== '') return { start: colon + 1, end: rangeOf(value)[1] }
  const blanks = /^[ \t]*(?=[\r\n]|$)/.exec(text.slice(colon + 1))?.[0] ?? ''
  return { start: colon + 1, end: colon + 1 + blanks.length }
}

function insertion(text: string, map: YAMLMap, members: Mapping): Edit {
  const last = map.items.at(-1)
  if (map.flow || last === undefined) {
    const at = last === undefined ? rangeOf(map)[0] + 1 : pairEnd(text, last)
    return { start: at, end: at, text: (last === undefined ? '' : ', ') + flowPairs(members) }
  }
  const indent = indentOf(text, map)
  const lineEnd = text.indexOf('\n', pairEnd(text, last))
  const crlf = text[(lineEnd < 0 ? text.indexOf('\n') : lineEnd) - 1] === '\r'
  const at = lineEnd < 0 ? text.length : crlf ? lineEnd - 1 : lineEnd
  const eol = crlf ? '\r\n' : '\n'
  return {
    start: at,
    end: at,
    text: blockLines(members)
      .map(line => eol + indent + line)
      .join(''),
  }
}

/** The blanks before the keys of a block mapping. */
function indentOf(text: string, map: YAMLMap): string {
  const first = map.items[0]
  const start = startOf(first?.key)
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const before = text.slice(lineStart, start).replace(/^\uFEFF/, '')
  if (!/^ *$/.test(before)) throw new EditConflict('the mapping does not begin on a line of its own', start)
  return before
}

/**
 * Edits that take members out of a mapping, with their lines. At least one member must stay.
 *
 * @throws EditConflict
 */
export function removeMembers(text: string, map: YAMLMap, keys: ReadonlySet<string>): readonly Edit[] {
  if (map.flow) {
    const kept = map.items.filter(pair => !keys.has(keyOf(pair)))
    const body = kept.map(pair => text.slice(startOf(pair.key), pairEnd(text, pair))).join(', ')
    return kept.length === map.items.length
      ? []
      : [{ start: rangeOf(map)[0] + 1, end: rangeOf(map)[1] - 1, text: body }]
  }
  return map.items
    .filter(pair => keys.has(keyOf(pair)))
    .map(pair => {
      const start = startOf(pair.key)
      const lineStart = text.lastIndexOf('\n', start - 1) + 1
      if (text.slice(lineStart, start).trim() !== '') throw new EditConflict('a key does not begin its line', start)
      const lineEnd = text.indexOf('\n', pairEnd(text, pair))
      return { start: lineStart, end: lineEnd < 0 ? text.length : lineEnd + 1, text: '' }
    })
}

export function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : ''
}

/** Where the last character of a pair is over, comments behind it left out. */
function pairEnd(text: string, pair: Pair): number {
  const { key, value } = pair
  if (value === null || value === undefined) return rangeOf(key)[1]
  if (isScalar(value) && value.source === '' && value.type === 'PLAIN') {
    const colon = text.indexOf(':', rangeOf(key)[1])
    return Math.max(rangeOf(key)[1], colon < 0 ? 0 : Math.min(colon + 1, rangeOf(value)[1]))
  }
  return contentEnd(text, value)
}

function contentEnd(text: string, value: unknown): number {
  if (isMap(value) && !value.flow) {
    const last = value.items.at(-1)
    if (last !== undefined) return pairEnd(text, last)
  }
  const [start, end] = rangeOf(value)
  // A block scalar, or a list, holds the empty lines behind it.
  return start + text.slice(start, end).trimEnd().length
}

function isBlockScalar(value: Node): boolean {
  return isScalar(value) && (value.type === 'BLOCK_FOLDED' || value.type === 'BLOCK_LITERAL')
}

function startOf(node: unknown): number {
  return rangeOf(node)[0]
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined
  if (!Array.isArray(range)) throw new EditConflict('a part has no place in the text', 0)
  return [Number(range[0]), Number(range[1])]
}
