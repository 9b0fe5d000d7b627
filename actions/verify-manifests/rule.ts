import type { Finding, Severity } from '../../src/findings/finding.js'
import type { ImageBuild } from '../../src/flux/inventory/image-builds.js'
import type { ImageLoop } from '../../src/flux/inventory/image-loop.js'
import type { Markers } from '../../src/flux/inventory/markers.js'
import type { Resource } from '../../src/flux/inventory/resource.js'
import { originOf } from '../../src/flux/inventory/resource.js'
import type { Inventory } from '../../src/flux/inventory.js'
import type { Key } from '../../src/yaml/source-file.js'
import type { Span } from '../../src/yaml/span.js'
import type { Config } from './config.js'

/**
 * One demand on a tree. A rule that cannot be sure says nothing: on trees that it has never seen an error must be right.
 * Its examples are its documentation and its tests.
 */
export interface Rule {
  /** Says what is demanded; stable. */
  readonly id: string
  /** What its findings count as unless they, or the configuration, say otherwise. */
  readonly severity: Severity
  /** What it demands, in a sentence. */
  readonly summary: string
  /** What happens in the cluster otherwise. */
  readonly why: string
  /** How to put it right, in general. */
  readonly fix: string
  /** At least one that offends and one that does not. */
  readonly examples: readonly Example[]
  readonly check: (context: RuleContext) => Iterable<Report>
}

/** A small tree. A line that offends ends with `# expect: <rule-id>`, or has it on the line above by itself: `# expect-below: <rule-id>`. */
export interface Example {
  readonly title: string
  /** Text by path. */
  readonly files: Readonly<Record<string, string>>
  /** The tree before the change, for a rule that compares. */
  readonly before?: Readonly<Record<string, string>>
}

/** A finding as a rule gives it: its id, and its severity unless told, are the rule's. */
export type Report = Omit<Finding, 'rule' | 'severity'> & { readonly severity?: Severity }

/** What rules go by. Everything in it is made once for all rules. */
export interface RuleContext {
  readonly inventory: Inventory
  readonly loop: ImageLoop
  readonly markers: Markers
  /** Every image that is known to be built. */
  readonly builds: readonly ImageBuild[]
  readonly config: Config
  /** The Flux that the tree is for. */
  readonly flux: FluxVersion
  /** The tree before the change; undefined where there is none to compare with. */
  readonly base: Inventory | undefined
  /** Milliseconds since 1970; undefined: what depends on the day is not judged. */
  readonly now: number | undefined
}

export interface FluxVersion {
  /** The 9 of Flux 2.9. */
  readonly minor: number
  /** Where that is said: a file and line, or the configuration; undefined: nowhere, the newest known is taken. */
  readonly from: string | undefined
}

/** A report about a part of an object; the place is that of its value, in a patch too, or of the nearest part that is written. */
export function reportAt(
  resource: Resource,
  keys: readonly Key[],
  report: Omit<Report, 'file' | 'span'> & { readonly span?: Span },
): Report {
  const { span } = report
  return { ...report, ...(span === undefined ? originOf(resource, ...keys) : { file: resource.file.path, span }) }
}
