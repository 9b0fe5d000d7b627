import type { Key, SourceDocument, SourceFile } from '../../yaml/source-file.js'
import type { Span } from '../../yaml/span.js'
import type { MarkerFault } from '../setters.js'
import type { PlacedAutomation } from './image-loop.js'
import type { PolicyMatch } from './marker-policy.js'
import type { MarkerVerdict } from './marker-verdict.js'

/** A comment that makes image automation write a value, or was meant to. */
export interface Marker {
  readonly file: SourceFile
  /** Of the comment, from its `#` to the end of the line. */
  readonly span: Span
  /** Offset of its `#` in the file. */
  readonly start: number
  readonly text: string
  /** What it names, as written, as far as the comment is a JSON object with the key. */
  readonly setter: string | undefined
  /** The same taken apart; undefined when it has not the form of one. */
  readonly target: MarkerTarget | undefined
  /** Why Flux passes over it whatever policies there are. */
  readonly fault: MarkerFault | undefined
  readonly value: MarkedValue | undefined
  /** Automations that surely work on the file, once for each cluster. */
  readonly automations: readonly PlacedAutomation[]
  /** Whether others may. */
  readonly mayBeCovered: boolean
  /** The policies that it means there. */
  readonly policy: PolicyMatch
}

/** A marker with what is wrong with it. */
export interface JudgedMarker extends Marker {
  readonly verdict: MarkerVerdict | undefined
}

export interface MarkerTarget {
  readonly namespace: string
  readonly policy: string
  readonly part: MarkerPart
}

/** What is written: the whole reference, or a part of it. */
export type MarkerPart = 'image' | 'tag' | 'name' | 'digest'

/** The scalar that a marker stands on. */
export interface MarkedValue {
  readonly text: string
  readonly span: Span
  /** Offsets of the scalar in the file, quotes included. */
  readonly range: readonly [start: number, end: number]
  readonly isNull: boolean
  /** Whether it stands in an item of a `kind: List` that is all of its file. */
  readonly isListItem: boolean
  /** Where in the file's documents; undefined where only Flux can read the file. */
  readonly place: { readonly document: SourceDocument; readonly keys: readonly Key[] } | undefined
}

/** `namespace:policy`, alone or with a part; undefined for anything else. */
export function parseTarget(setter: string | undefined): MarkerTarget | undefined {
  if (setter === undefined || /[\s/]/.test(setter)) return undefined
  const [namespace = '', policy = '', part = 'image', ...rest] = setter.split(':')
  if (namespace === '' || policy === '' || rest.length > 0 || !isPart(part)) return undefined
  return { namespace, policy, part }
}

export function printTarget({ namespace, policy, part }: MarkerTarget): string {
  return part === 'image' ? `${namespace}:${policy}` : `${namespace}:${policy}:${part}`
}

/** A marker as Flux wants it. */
export function printMarker(target: MarkerTarget): string {
  return `# {"$imagepolicy": "${printTarget(target)}"}`
}

function isPart(text: string): text is MarkerPart {
  return text === 'image' || text === 'tag' || text === 'name' || text === 'digest'
}
