import { type ByteString, toText } from '../../yaml/go/byte-string.js'
import type { Node } from '../../yaml/go/node.js'
import { applyMarkers, type Setting } from './apply-markers.js'
import type { Setters } from './policies.js'
import type { Resource } from './read-file.js'
import {
  annotation,
  annotationPairs,
  annotationsOf,
  clearAnnotation,
  copyLegacyAnnotations,
  metaOf,
  PipelineError,
  type ResourceMeta,
  setAnnotation,
} from './resource.js'
import { writeResources } from './write-resources.js'

/** A value that changed, with the file and the object that Flux reports it for. */
export interface ResourceChange {
  readonly setting: Setting
  readonly resource: Resource
  readonly meta: ResourceMeta
  /** '' for an item of a list. */
  readonly file: string
  /** Flux keeps quiet about a setter that belongs to no policy, and about an object that nothing identifies. */
  readonly isReported: boolean
}

export interface PipelineResult {
  readonly changes: readonly ResourceChange[]
  readonly written: ReadonlyMap<string, ByteString>
}

/**
 * Mirrors the kyaml pipeline that the image-automation-controller runs over everything that it read: checks the annotations that
 * lead back to the files, applies the markers, and writes the files in which a value changed. Changes the resources in place.
 * Throws a PipelineError where the pipeline fails, and with it the whole automation.
 */
export function runPipeline(
  resources: readonly Resource[],
  setters: Setters,
  isDirectory: (path: string) => boolean,
): PipelineResult {
  const origins = resources.map((resource, index) => noteOrigin(resource.node, index))
  const changes: ResourceChange[] = []
  const changedFiles = new Set<ByteString>()
  for (const resource of resources) {
    const path = filePathOf(resource.node)
    for (const setting of applyMarkers(resource.node, setters)) {
      if (setting.old === setting.value) continue
      changedFiles.add(path)
      const meta = metaOf(resource.node)
      const isReported = setters.has(setting.setter) && !meta.missing
      changes.push({ setting, resource, meta, file: toText(path), isReported })
    }
  }
  const kept = resources.flatMap(({ node }, index) => {
    const origin = origins[index]
    return origin !== undefined && changedFiles.has(filePathOf(node)) ? [{ node, origin }] : []
  })
  if (kept.length === 0) return { changes, written: new Map() }
  const formats = formatsOf(origins)
  for (const { node, origin } of kept) restoreAnnotations(node, origin, formats)
  return {
    changes,
    written: writeResources(
      kept.map(({ node }) => node),
      isDirectory,
    ),
  }
}

/** The annotations of a resource before the pipeline touched them. */
type Origin = ReadonlyMap<ByteString, ByteString>

function noteOrigin(node: Node, index: number): Origin {
  setAnnotation(node, annotation.resource, String(index))
  const annotations = annotationsOf(node)
  copyLegacyAnnotations(node)
  checkPairs(node)
  return annotations
}

function checkPairs(node: Node): void {
  const annotations = annotationsOf(node)
  for (const { what, internal, legacy } of annotationPairs) {
    const [first, second] = [annotations.get(internal) ?? '', annotations.get(legacy) ?? '']
    if (first !== '' && second !== '' && first !== second) throw mismatch(what)
  }
}

function mismatch(what: string): PipelineError {
  return new PipelineError(`resource input to function has mismatched legacy and internal ${what} annotations`)
}

function filePathOf(node: Node): ByteString {
  const annotations = annotationsOf(node)
  return annotations.get(annotation.path) ?? annotations.get(annotation.legacyPath) ?? ''
}

/** Which of the two names of the annotations are in use. All resources that have any must agree. */
interface Formats {
  readonly internal: boolean
  readonly legacy: boolean
}

function formatsOf(origins: readonly Origin[]): Formats {
  const found = origins
    .map(origin => ({
      internal: annotationPairs.some(({ internal }) => origin.has(internal)),
      legacy: annotationPairs.some(({ legacy }) => origin.has(legacy)),
    }))
    .filter(({ internal, legacy }) => internal || legacy)
  const [first] = found
  if (first === undefined) return { internal: false, legacy: false }
  if (found.some(({ internal, legacy }) => internal !== first.internal || legacy !== first.legacy))
    throw new PipelineError('the annotation formatting in the input resources is not consistent')
  return first
}

function restoreAnnotations(node: Node, origin: Origin, formats: Formats): void {
  copyLegacyAnnotations(node)
  for (const pair of annotationPairs) if (pair.what !== 'id') followChange(node, origin, pair)
  for (const { internal, legacy } of annotationPairs) {
    if (!formats.internal) clearAnnotation(node, internal)
    if (!formats.legacy) clearAnnotation(node, legacy)
  }
  checkPairs(node)
  clearAnnotation(node, annotation.resource)
}

/** When a marker changed one of the two names' values, the other follows. */
function followChange(node: Node, origin: Origin, { what, internal, legacy }: (typeof annotationPairs)[number]): void {
  const former = origin.get(internal) ?? origin.get(legacy) ?? ''
  const annotations = annotationsOf(node)
  const [first, second] = [annotations.get(internal) ?? '', annotations.get(legacy) ?? '']
  if (former === '') return
  if (former !== first && former !== second && first !== second) throw mismatch(what)
  if (former !== first) setAnnotation(node, legacy, first)
  else if (former !== second) setAnnotation(node, internal, second)
}
