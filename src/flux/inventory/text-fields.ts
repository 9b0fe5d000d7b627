import { isMapping } from '../../json.js'
import { oncePer } from '../../once-per.js'
import { implicitTag } from '../../yaml/go/implicit-tag.js'
import { type Key, type Part, partAt } from '../../yaml/source-file.js'
import { KUSTOMIZE_GROUP } from './flux-kustomization.js'
import { podSpecKeys } from './image-places.js'
import { type Resource, valueIn } from './resource.js'

/** A value without quotes that stands where Kubernetes wants text. */
export interface PlainValue {
  readonly keys: readonly Key[]
  /** As written. */
  readonly source: string
  readonly start: number
  readonly end: number
  readonly reading: Reading
  readonly area: TextArea
}

/**
 * How kustomize, and with it Flux, reads it: as a number, a truth value or a date, none of which is text; or as text, though
 * a reader of YAML 1.1 (kubectl, Helm) takes it for true or false.
 */
export type Reading = 'number' | 'truth' | 'date' | 'text-but-1.1-truth'

/** `annotation` is one of the object's own: kustomize keeps those as text, whatever they look like. */
export type TextArea = 'label' | 'annotation' | 'other'

const TRUTH_1_1 = /^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF)$/

/** Values of text fields that are written in such a way that somebody reads them as something else. */
export const oddTexts = oncePer((resource: Resource): readonly PlainValue[] => [...oddTextsIn(resource)])

function* oddTextsIn(resource: Resource): Iterable<PlainValue> {
  for (const [keys, area] of textFields(resource)) {
    const value = valueIn(resource, ...keys)
    // Most are plain words, and looking for their place in the file is the slow part.
    if (typeof value === 'string' && !/^(?:[-+.0-9]|[yYnNoO][a-zA-Z]{0,2}$)/.test(value)) continue
    const part = partAt(resource.document, [...resource.path, ...keys])
    const source = plainSource(part)
    if (part === undefined || source === undefined) continue
    const reading = readingOf(source)
    if (reading === undefined) continue
    yield { keys, source, start: part.start, end: part.end, reading, area }
  }
}

/** The text of a scalar without quotes and without a tag. */
export function plainSource(part: Part | undefined): string | undefined {
  return part?.form === 'plain' ? part.source : undefined
}

export function readingOf(source: string): Reading | undefined {
  if (TRUTH_1_1.test(source)) return 'text-but-1.1-truth'
  switch (implicitTag(source)) {
    case '!!int':
    case '!!float':
      return 'number'
    case '!!bool':
      return 'truth'
    case '!!timestamp':
      return 'date'
    default:
      return undefined
  }
}

function* textFields(resource: Resource): Iterable<readonly [readonly Key[], TextArea]> {
  yield* metadataFields(resource, [], 'annotation')
  const { group, kind } = resource
  if (group === '' && kind === 'ConfigMap') yield* membersOf(resource, ['data'])
  if (group === '' && kind === 'Secret') {
    yield* membersOf(resource, ['data'])
    yield* membersOf(resource, ['stringData'])
  }
  if (group === '' && kind === 'Service') yield* membersOf(resource, ['spec', 'selector'])
  if (group === KUSTOMIZE_GROUP) yield* membersOf(resource, ['spec', 'postBuild', 'substitute'])
  const pod = podSpecKeys(resource)
  if (pod === undefined) return
  if (pod.length > 1) yield* metadataFields(resource, pod.slice(0, -1), 'other')
  yield* membersOf(resource, ['spec', 'selector', 'matchLabels'])
  yield* membersOf(resource, [...pod, 'nodeSelector'])
  for (const list of ['initContainers', 'containers']) {
    for (const index of indexesOf(resource, [...pod, list])) {
      const container = [...pod, list, index]
      for (const entry of indexesOf(resource, [...container, 'env']))
        yield [[...container, 'env', entry, 'value'], 'other']
      for (const words of ['command', 'args']) {
        for (const word of indexesOf(resource, [...container, words])) yield [[...container, words, word], 'other']
      }
    }
  }
}

function* metadataFields(resource: Resource, above: readonly Key[], annotations: TextArea) {
  for (const [keys] of membersOf(resource, [...above, 'metadata', 'labels'])) yield [keys, 'label'] as const
  for (const [keys] of membersOf(resource, [...above, 'metadata', 'annotations'])) yield [keys, annotations] as const
}

function* membersOf(resource: Resource, keys: readonly Key[]): Iterable<readonly [readonly Key[], TextArea]> {
  const value = valueIn(resource, ...keys)
  if (isMapping(value)) for (const name of Object.keys(value)) yield [[...keys, name], 'other']
}

function indexesOf(resource: Resource, keys: readonly Key[]): readonly number[] {
  const value = valueIn(resource, ...keys)
  return Array.isArray(value) ? [...value.keys()] : []
}
