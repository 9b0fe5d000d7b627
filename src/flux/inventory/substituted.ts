import { isMapping, member } from '../../json.js'
import { type Key, partAt, spanAt } from '../../yaml/source-file.js'
import type { Span } from '../../yaml/span.js'
import { hasDefault } from '../substitution.js'
import { type Part, parseSubstitutions } from '../substitution-parse.js'
import type { Resource } from './resource.js'

/** A `${…}` of an object that would fail the Kustomization that applies it. */
export interface BadReference {
  /** Of the scalar that it is in. */
  readonly keys: readonly Key[]
  readonly span: Span
  /** As written, up to its end or that of its line. */
  readonly text: string
  /** The variable that is asked for without a default, or the text of Flux's error. */
  readonly problem: { readonly variable: string } | { readonly error: string }
}

/** An object, or a patch of one. */
export type DocumentPart = Pick<Resource, 'file' | 'document' | 'path' | 'body'>

/** The label or annotation by which an object opts out. */
export const SUBSTITUTE_KEY = 'kustomize.toolkit.fluxcd.io/substitute'

/** Whether postBuild leaves an object alone. */
export function isLeftAlone({ body }: Resource): boolean {
  return isLeftAloneBody(body)
}

/** The same, of what is no object of a file. */
export function isLeftAloneBody(body: unknown): boolean {
  const metadata = member(body, 'metadata')
  return ['labels', 'annotations'].some(field => member(member(metadata, field), SUBSTITUTE_KEY) === 'disabled')
}

/**
 * What postBuild cannot replace in an object: faults of grammar, and variables that it knows nothing of. Comments are gone by
 * then, so scalars alone count.
 *
 * @param isSet undefined where variables are not known, or may be unset
 */
export function badReferencesIn(
  part: DocumentPart,
  isSet: ((name: string) => boolean) | undefined,
): readonly BadReference[] {
  return scalarsOf(part.body, []).flatMap(({ keys, text }): readonly BadReference[] => {
    const parsed = parseSubstitutions(text)
    if ('error' in parsed) {
      const found = /^.*/.exec(text.slice(parsed.start))?.[0] ?? ''
      return [{ keys, span: spanOf(part, keys, found), text: found, problem: { error: parsed.error } }]
    }
    if (isSet === undefined) return []
    return unset(parsed.parts, isSet).map(({ variable, start, end }) => {
      const found = text.slice(start, end)
      return { keys, span: spanOf(part, keys, found), text: found, problem: { variable } }
    })
  })
}

interface Scalar {
  readonly keys: readonly Key[]
  readonly text: string
}

/** Texts of an object that hold a reference, in the order of the file. */
function scalarsOf(value: unknown, keys: readonly Key[]): readonly Scalar[] {
  if (typeof value === 'string') return value.includes('${') ? [{ keys, text: value }] : []
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => scalarsOf(item, [...keys, index]))
  if (!isMapping(value)) return []
  return Object.entries(value).flatMap(([key, item]) => scalarsOf(item, [...keys, key]))
}

interface Unset {
  readonly variable: string
  readonly start: number
  readonly end: number
}

/** A default is looked up even where it is not needed. */
function unset(parts: readonly Part[], isSet: (name: string) => boolean): readonly Unset[] {
  return parts.flatMap((part): readonly Unset[] => {
    if (typeof part === 'string') return []
    const inner = unset(part.args, isSet)
    return isSet(part.variable) || hasDefault(part) ? inner : [part, ...inner]
  })
}

/** The place of the reference itself, or of its scalar where that is written in another way. */
function spanOf({ file, document, path }: DocumentPart, keys: readonly Key[], text: string): Span {
  const whole = [...path, ...keys]
  const { start, end } = partAt(document, whole) ?? { start: 0, end: 0 }
  const at = text === '' ? -1 : file.text.indexOf(text, start)
  return at < 0 || at >= end ? spanAt(file, document, whole) : file.span(at, at + text.length)
}
