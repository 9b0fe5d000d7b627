import type { Key } from '../yaml/source-file.js'
import type { ValueName, Values } from './values.js'

/** Picks an item of a list or a member of a mapping, by the values that are known. */
export type Choice = (item: unknown, key: Key, values: Values) => boolean

/** Goes on in the YAML that a block of text holds. */
export const EMBEDDED = Symbol('embedded')

export type Step = Key | Choice | typeof EMBEDDED

/** Where values stand in the tree. */
export interface Place {
  /** What the text there is made of; the first names it. */
  readonly values: readonly [ValueName, ...ValueName[]]
  /** From the root of the repository. */
  readonly file: string
  /** `Kind name` of the object; '' is the first document of a file that has no objects. */
  readonly object: string
  readonly steps: readonly Step[]
  /** Whether the name of the last member is meant, not what it holds. */
  readonly isKey?: true
  /** Whether the file is whole without it. */
  readonly isOptional?: true
  /** Whether something else there is meant: it is set only while it has the value. */
  readonly mayDiffer?: true
  /** What is to stand there instead of what does. */
  readonly text: (values: Values, current: string) => string
}
