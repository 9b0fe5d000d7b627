import { type ByteString, toByteString, toText } from '../../yaml/go/byte-string.js'
import type { Node } from '../../yaml/go/node.js'
import { markedScalars } from './apply-markers.js'
import { countBelow, type FileText, positionOf } from './file-text.js'
import { markerValueOf, setterNamedBy } from './marker.js'
import { type Policies, setterSuffixes, settersOf } from './policies.js'
import { type FileReading, type Resource, readFile } from './read-file.js'
import { isNull } from './resource.js'

/** Why Flux passes over what looks like a marker. It never says so itself. */
export type MarkerFault = (typeof MARKER_FAULTS)[number]

const MARKER_FAULTS = [
  /** No `.yaml`, no `.yml` and not named `Kustomization`. */
  'file-name',
  /** The file holds the bytes `"$imagepolicy"` nowhere, so it is not parsed. */
  'file-not-screened',
  /** The file does not parse, so it is skipped as a whole. */
  'file-problem',
  /** Not a JSON object, with nothing around it, whose values are all strings. */
  'syntax',
  /** The value is not `namespace:policy`, alone or with `:tag`, `:name` or `:digest`. */
  'value',
  /** No such policy among those given. */
  'unknown-policy',
  /** The policy has not elected an image yet. */
  'no-image',
  /** Text inside a scalar, such as a block scalar, is no comment. */
  'inside-scalar',
  /** On a mapping key: above it, or behind a key whose value is empty or comes on further lines. */
  'on-key',
  /** On a map or a list, such as behind a one-line `{…}` or `[…]`. */
  'on-collection',
  'on-alias',
  /** Below a value instead of above the next one. */
  'foot',
  /** Above an item that has a comment on its own line: only that one is read. */
  'shadowed',
  /** Joined with the comment lines around it. */
  'several-lines',
  /** On a value whose key stands twice: only the first counts. */
  'duplicate-key',
  /** Where the YAML reader drops comments, such as behind `---` or behind an opening bracket. */
  'dropped',
] as const

export function isMarkerFault(value: unknown): value is MarkerFault {
  return MARKER_FAULTS.some(fault => fault === value)
}

/** A comment, or something that was meant to be one, that speaks of an image policy. */
export interface FoundMarker {
  /** Of the comment's `#`, from 1; the column in characters. */
  readonly line: number
  readonly column: number
  /** The comment up to the end of its line. */
  readonly text: string
  /** What the marker names, as far as its form is right. */
  readonly setter: string | undefined
  /** Why Flux passes over it; `undefined` when it honours it. */
  readonly fault: MarkerFault | undefined
  /** The value that it would set; `undefined` where it stands on none. */
  readonly value: FoundValue | undefined
}

/** A scalar with a marker. */
export interface FoundValue {
  readonly text: string
  /** From 1; the column in characters. Behind an anchor and a tag. */
  readonly line: number
  readonly column: number
  /** `null`, `~`: a marker makes a value of it that no reader takes for a string. */
  readonly isNull: boolean
  /** Whether it stands in an item of a `kind: List` that is all of its file: Flux writes such an item as a new file. */
  readonly isListItem: boolean
}

/**
 * Every comment of a file that is a marker or was meant as one, in the order of the file.
 * @param policies those in force; without them no policy is unknown
 */
export function findMarkersIn(
  path: string,
  file: FileText,
  screening: 'file-name' | 'file-not-screened' | undefined,
  policies?: Policies,
): readonly FoundMarker[] {
  if (!MENTION.test(file.text)) return []
  const reading = readFile(path, toByteString(path), file.text)
  const places = placesOf(reading)
  const setters = policies === undefined ? undefined : settersOf(policies)
  return mentionsIn(file, places).map(mention => {
    const text = toText(mention.text)
    const setter = markerValueOf(text)
    const placeFault = reading.kind === 'problem' ? 'file-problem' : faultAt(places, mention)
    const resolves = setters !== undefined && setterNamedBy(text, setters) !== undefined
    const fault = screening ?? placeFault ?? (resolves ? undefined : valueFault(setter, policies))
    const value = placeFault === undefined ? valueAt(file, places, mention.offset) : undefined
    return { ...positionOf(file, mention.offset), text, setter, fault, value }
  })
}

const MENTION = /imagepolicy/i

/** A marker's key, in any case, and without its sign when a brace in front shows what was meant. The rest is prose. */
function isMeant(comment: ByteString): boolean {
  if (/\$imagepolicy/i.test(comment)) return true
  const brace = comment.indexOf('{')
  return brace >= 0 && MENTION.test(comment.slice(brace))
}

interface Mention {
  /** Of the `#` that starts the comment, or what would be one. */
  readonly offset: number
  readonly text: ByteString
}

function mentionsIn({ text, lineFeeds }: FileText, places: Places): Mention[] {
  const mentions: Mention[] = []
  let start = 0
  for (const end of [...lineFeeds, text.length]) {
    const line = text.slice(start, end)
    const sign = MENTION.test(line) ? commentStart(line, start, places) : -1
    if (sign >= 0 && isMeant(line.slice(sign))) mentions.push({ offset: start + sign, text: line.slice(sign) })
    start = end + 1
  }
  return mentions
}

/** Where the comment of a line starts: where the YAML reader found it, else at the first `#` that could start one; else -1. */
function commentStart(line: ByteString, offset: number, places: Places): number {
  const known = places.offsets[countBelow(places.offsets, offset)]
  if (known !== undefined && known < offset + line.length) return known - offset
  const likely = line.search(/(?<=^|[ \t])#/)
  return likely < 0 ? line.indexOf('#') : likely
}

function valueFault(value: string | undefined, policies: Policies | undefined): MarkerFault | undefined {
  if (value === undefined) return 'syntax'
  const [namespace = '', name = '', suffix, ...rest] = value.split(':')
  const isSuffix = suffix === undefined || setterSuffixes.some(known => known === suffix)
  if (namespace === '' || name === '' || !isSuffix || rest.length > 0 || /[\s/]/.test(value)) return 'value'
  if (policies === undefined) return undefined
  return policies.get(`${namespace}:${name}`) === null ? 'no-image' : 'unknown-policy'
}

/** Where the comments of a file ended up. */
interface Places {
  /** Offsets of the `#` of every comment line that was read, sorted. */
  readonly offsets: readonly number[]
  /** What is wrong with where a comment stands, for each that belongs to a node. */
  readonly faults: ReadonlyMap<number, MarkerFault | undefined>
  /** The scalars that Flux reads a comment of, by where the comment starts. */
  readonly marked: ReadonlyMap<number, { readonly node: Node; readonly resource: Resource }>
  /** Start and end of every scalar, sorted. */
  readonly scalarStarts: readonly number[]
  readonly scalarEnds: readonly number[]
}

function placesOf(reading: FileReading): Places {
  const faults = new Map<number, MarkerFault | undefined>()
  const scalars: { readonly start: number; readonly end: number }[] = []
  const marked = new Map<number, { readonly node: Node; readonly resource: Resource }>()
  if (reading.kind === 'problem') return { offsets: [], faults, marked, scalarStarts: [], scalarEnds: [] }
  for (const resource of reading.resources) {
    placeComments(resource, faults, scalars)
    for (const { node, comment } of markedScalars(resource.node))
      for (const offset of comment.offsets) marked.set(resource.base + offset, { node, resource })
  }
  scalars.sort((left, right) => left.start - right.start)
  const offsets = reading.comments.flatMap(({ comments, base }) =>
    comments.flatMap(comment => comment.offsets.map(at => at + base)),
  )
  return {
    offsets: offsets.sort((left, right) => left - right),
    faults,
    marked,
    scalarStarts: scalars.map(({ start }) => start),
    scalarEnds: scalars.map(({ end }) => end),
  }
}

function faultAt({ faults, scalarStarts, scalarEnds }: Places, { offset }: Mention): MarkerFault | undefined {
  if (faults.has(offset)) return faults.get(offset)
  const scalar = countBelow(scalarStarts, offset) - 1
  return offset < (scalarEnds[scalar] ?? -1) ? 'inside-scalar' : 'dropped'
}

function valueAt(file: FileText, { marked }: Places, offset: number): FoundValue | undefined {
  const found = marked.get(offset)
  if (found === undefined) return undefined
  const { node, resource } = found
  return {
    text: toText(node.value),
    ...positionOf(file, resource.base + node.start),
    isNull: isNull(node),
    isListItem: resource.isListItem,
  }
}

function placeComments(
  resource: Resource,
  faults: Map<number, MarkerFault | undefined>,
  scalars: { start: number; end: number }[],
): void {
  const { base } = resource
  const read = new Set([...markedScalars(resource.node)].map(({ node }) => node))
  const waiting = [{ node: resource.node, isKey: false }]
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { node, isKey } = place
    if (node.kind === 'scalar' && node.start >= 0) scalars.push({ start: base + node.start, end: base + node.end })
    for (const role of ['head', 'line', 'foot'] as const) {
      const comment = node[role]
      for (const offset of comment?.offsets ?? []) {
        const several = comment !== undefined && comment.offsets.length > 1
        faults.set(base + offset, placeFault(node, role, isKey, several, read))
      }
    }
    for (const [index, part] of node.content.entries())
      waiting.push({ node: part, isKey: node.kind === 'mapping' && index % 2 === 0 })
  }
}

function placeFault(
  node: Node,
  role: 'head' | 'line' | 'foot',
  isKey: boolean,
  several: boolean,
  read: ReadonlySet<Node>,
): MarkerFault | undefined {
  if (role === 'foot') return 'foot'
  if (isKey) return 'on-key'
  if (node.kind === 'alias') return 'on-alias'
  if (node.kind !== 'scalar') return 'on-collection'
  if (role === 'head' && node.line !== undefined) return 'shadowed'
  if (several) return 'several-lines'
  return read.has(node) ? undefined : 'duplicate-key'
}
