import type { ByteString } from '../../yaml/go/byte-string.js'
import type { Node } from '../../yaml/go/node.js'
import { parseDocument } from '../../yaml/go/parse-document.js'
import type { Comment } from '../../yaml/go/token.js'
import { YamlProblem } from '../../yaml/go/yaml-problem.js'
import { type DocumentText, sequenceStyleOf, splitDocuments } from './documents.js'
import {
  annotation,
  copyLegacyAnnotations,
  fieldOf,
  isNull,
  metaOf,
  PipelineError,
  rootOf,
  setAnnotation,
} from './resource.js'

/** A resource as kyaml passes it on: a document, or an item of a list. */
export interface Resource {
  readonly node: Node
  /** Path of the file that it was read from. */
  readonly source: string
  /** Add to a node's offset to get the offset in the file with its CRLF turned into LF. */
  readonly base: number
  /** Whether it was an item of a list, which kyaml loses the origin of. */
  readonly isListItem: boolean
}

export type FileReading =
  | { readonly kind: 'read'; readonly resources: readonly Resource[]; readonly comments: readonly PlacedComments[] }
  | { readonly kind: 'problem'; readonly reason: string; readonly offset: number | undefined }

/** The comments of one document. */
export interface PlacedComments {
  readonly comments: readonly Comment[]
  readonly base: number
}

/**
 * Mirrors kyaml's `ByteReader` as the image-automation-controller uses it: all documents of a file with the annotations that
 * lead back to it, or why the file as a whole is skipped.
 * @param text the file, its CRLF turned into LF
 */
export function readFile(path: string, pathBytes: ByteString, text: ByteString): FileReading {
  const documents = splitDocuments(text)
  if (documents === undefined)
    return {
      kind: 'problem',
      reason: 'a line that starts with "---" goes on with more than a comment',
      offset: undefined,
    }
  const resources: Resource[] = []
  const comments: PlacedComments[] = []
  for (const document of documents) {
    try {
      const reading = readDocument(path, pathBytes, document, resources.length)
      if (reading === undefined) continue
      comments.push(reading.comments)
      const items = documents.length === 1 ? itemsOf(reading.resource.node) : undefined
      if (items === undefined) resources.push(reading.resource)
      else resources.push(...items.map(node => ({ ...reading.resource, node, isListItem: true })))
    } catch (error) {
      if (error instanceof YamlProblem)
        return { kind: 'problem', reason: error.message, offset: document.offset + error.offset }
      if (error instanceof PipelineError) return { kind: 'problem', reason: error.message, offset: document.offset }
      throw error
    }
  }
  return { kind: 'read', resources, comments }
}

interface DocumentReading {
  readonly resource: Resource
  readonly comments: PlacedComments
}

function readDocument(
  source: string,
  path: ByteString,
  { text, offset }: DocumentText,
  index: number,
): DocumentReading | undefined {
  const parsed = parseDocument(text)
  if (parsed === undefined || isNull(rootOf(parsed.document))) return undefined
  const node = parsed.document
  const base = offset + parsed.shift
  copyLegacyAnnotations(node)
  setAnnotation(node, annotation.legacyIndex, String(index))
  setAnnotation(node, annotation.index, String(index))
  setAnnotation(node, annotation.path, path)
  setAnnotation(node, annotation.sequenceStyle, sequenceStyleOf(text))
  return { resource: { node, source, base, isListItem: false }, comments: { comments: parsed.comments, base } }
}

/** The items of a list; `undefined` when the document is none. A list by name alone, with neither items nor function, is none. */
function itemsOf(document: Node): readonly Node[] | undefined {
  const { kind } = metaOf(document)
  if (kind !== 'List' && kind !== 'ResourceList') return undefined
  const root = rootOf(document)
  const items = fieldOf(root, 'items')
  if (items === undefined && fieldOf(root, 'functionConfig') === undefined) return undefined
  return items?.content ?? []
}
