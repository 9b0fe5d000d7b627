import { wholeOf } from '../../yaml/source-file.js'
import type { LinkEnd } from '../chain.js'
import type { ImageBuild } from '../inventory/image-builds.js'
import type { ImageLoop, PlacedPolicy } from '../inventory/image-loop.js'
import { type Resource, titleOf } from '../inventory/resource.js'
import type { Inventory } from '../inventory.js'

/** A tree as the chains are read from it. */
export interface DeliveryWorld {
  readonly inventory: Inventory
  readonly loop: ImageLoop
  readonly builds: readonly ImageBuild[]
}

/** A link before anybody has said whether it holds. */
export interface Joint {
  readonly from: LinkEnd
  readonly to: LinkEnd
  /** Where a fault of this link would be reported, and by which rules. */
  readonly evidence: readonly Evidence[]
  /** What it would take to know whether it holds; undefined when the tree shows that it does. */
  readonly unknown?: string | undefined
}

export interface Evidence {
  readonly file: string
  readonly firstLine: number
  readonly lastLine: number
  readonly rules: RegExp
}

/** A marker that Flux honours, and the policy that it names. */
export interface PolicyMarker {
  readonly file: string
  readonly line: number
  /** What the marker is written into, in a few words. */
  readonly subject: string
  readonly policy: PlacedPolicy
}

/** An object as the end of a link. */
export function endOf(resource: Resource): LinkEnd {
  const { firstLine } = linesOf(resource)
  return { title: titleOf(resource), place: { file: resource.file.path, line: firstLine } }
}

/** The lines that an object takes up in its file. */
export function linesOf({ file, document }: Resource): { readonly firstLine: number; readonly lastLine: number } {
  const { start, end } = wholeOf(document)
  const span = file.span(start, end)
  return { firstLine: span.line, lastLine: span.endLine }
}

export function holdsLine(resource: Resource, line: number): boolean {
  const { firstLine, lastLine } = linesOf(resource)
  return line >= firstLine && line <= lastLine
}

/** An object as the evidence of a link. */
export function evidenceAt(resource: Resource, rules: RegExp): Evidence {
  return { file: resource.file.path, ...linesOf(resource), rules }
}

export function markerEnd({ file, line, subject }: PolicyMarker): LinkEnd {
  return { title: `marker in ${subject}`, place: { file, line } }
}
