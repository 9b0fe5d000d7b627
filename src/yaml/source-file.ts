import { type Document, isMap, isScalar, isSeq, type Node, parseAllDocuments, type YAMLParseError } from 'yaml'
import { type FileFacts, noFacts } from '../facts/file-facts.js'
import { keptReading } from './kept-reading.js'
import { lineSpans } from './line-spans.js'
import {
  children,
  find,
  hasMapAsName,
  type Key,
  nameOf,
  nameRangeOf,
  type Outline,
  outlineOf,
  type Part,
  partOf,
  ROOT,
  rangeOf,
} from './outline.js'
import { fileStart, type Span } from './span.js'

export type { Key, Part } from './outline.js'

/** A YAML or JSON file, read once: its documents with the place of each part. */
export interface SourceFile {
  /** From the root of the tree, with forward slashes. */
  readonly path: string
  readonly text: string
  /** The documents that parse, in order; empty ones are left out. */
  readonly documents: readonly SourceDocument[]
  /** Why the others do not, in the order of the file. */
  readonly problems: readonly SourceProblem[]
  /** What else is found out about it. */
  readonly facts: FileFacts
  /** The place of the characters from `start` up to, not including, `end`. */
  span(start: number, end: number): Span
}

export interface SourceDocument {
  /** Which of the file's documents, from 0. */
  readonly index: number
  /** Where its parts stand. */
  readonly outline: Outline
  /** What the document says, as JSON would; aliases and merge keys are resolved. */
  readonly value: unknown
  /** Keys that stand twice in one mapping; the later one counts in most readers, and Kubernetes refuses both. */
  readonly doubledKeys: readonly DoubledKey[]
}

export interface DoubledKey {
  readonly key: string
  /** Offset of the second one. */
  readonly start: number
  readonly end: number
}

export interface SourceProblem {
  /** A sentence without a full stop. */
  readonly message: string
  readonly span: Span
}

/** Bytes. Larger files are not read: no manifest is as large, and the API server takes no object over 1.5 MB. */
export const LARGEST_FILE = 10_000_000

/**
 * Reads a file of YAML documents, or of JSON, which is YAML. Never throws: what cannot be read is a problem, and the
 * documents before and behind it are there all the same. Scalars are those of YAML 1.2's core schema, with merge keys.
 */
export function readSourceFile(path: string, text: string, facts: FileFacts = noFacts): SourceFile {
  let parsed: Reading | undefined
  const parse = (): Reading => {
    parsed ??= readDocuments(text)
    return parsed
  }
  const { documents, problems } = keptReading(facts, text, parse)
  return { path, text, documents, problems, facts, span: lineSpans(text) }
}

/** What a file says; of its characters there is no more in it than where they stand. */
export interface Reading {
  readonly documents: readonly SourceDocument[]
  readonly problems: readonly SourceProblem[]
}

function readDocuments(text: string): Reading {
  const span = lineSpans(text)
  if (Buffer.byteLength(text) > LARGEST_FILE) return unread('the file is larger than 10 MB and is not read')
  const documents: SourceDocument[] = []
  const problems: SourceProblem[] = []
  if (partsIn(text) > MOST_PARTS) return unread('the file has more than 400,000 parts and is not read')
  try {
    const parsed = parseAllDocuments(text, {
      merge: true,
      prettyErrors: false,
      uniqueKeys: false,
      // A template such as `name: {{ .Values.name }}` parses as a map that is a key, of which yaml would warn on stderr.
      logLevel: 'error',
    })
    for (const [index, document] of (Array.isArray(parsed) ? parsed : []).entries()) {
      const problem = document.errors[0]
      if (problem !== undefined) {
        problems.push({ message: sentenceOf(problem.message), span: span(...placeOfProblem(problem, document)) })
        continue
      }
      const read = readDocument(text, document, index)
      if (typeof read === 'string') problems.push({ message: read, span: span(...rangeOf(document.contents)) })
      else if (read !== undefined) documents.push(read)
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return unread('the file is nested too deeply to be read')
  }
  return { documents, problems }
}

/** Lines and commas: no manifest has as many, and each part of a document takes two hundred times its size while it is read. */
const MOST_PARTS = 400_000

function partsIn(text: string): number {
  // Most files are too small to be asked.
  if (text.length < MOST_PARTS) return 0
  let parts = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === LINE_FEED || code === COMMA) parts += 1
  }
  return parts
}

const LINE_FEED = 0x0a
const COMMA = 0x2c

function unread(message: string): Reading {
  return { documents: [], problems: [{ message, span: fileStart }] }
}

/** A quote that does not close is found at the end of the file; people look for where it opens. */
function placeOfProblem(problem: YAMLParseError, document: Document.Parsed): [start: number, end: number] {
  if (problem.code !== 'MISSING_CHAR' || !problem.message.includes('quote')) return problem.pos
  const waiting: unknown[] = [document.contents]
  for (let node = waiting.pop(); waiting.length > 0 || node !== undefined; node = waiting.pop()) {
    if (isSeq(node)) waiting.push(...node.items)
    else if (isMap(node)) waiting.push(...node.items.flatMap(({ key, value }) => [key, value]))
    else if (isScalar(node) && node.type?.startsWith('QUOTE') && (node.range?.[1] ?? 0) >= problem.pos[0]) {
      const [start] = rangeOf(node)
      return [start, start + 1]
    }
  }
  return problem.pos
}

function readDocument(text: string, document: Document.Parsed, index: number): SourceDocument | string | undefined {
  const root = document.contents
  if (root === null || (isScalar(root) && root.value === null)) return undefined
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 })
    if (text.includes('*') && holdsItself(value)) return 'An alias stands within what it stands for'
    return { index, value, outline: outlineOf(text, root), doubledKeys: doubledKeysIn(root) }
  } catch (error) {
    // An alias without its anchor, one that stands for far too much, and a merge key with no map are found only when they are
    // resolved.
    if (error instanceof Error && !(error instanceof RangeError)) return sentenceOf(error.message)
    throw error
  }
}

/** Whether a value is without an end: Go's reader refuses it. */
function holdsItself(value: unknown, above = new Set<unknown>(), ended = new Set<unknown>()): boolean {
  if (typeof value !== 'object' || value === null || ended.has(value)) return false
  if (above.has(value)) return true
  above.add(value)
  const isEndless = Object.values(value).some(part => holdsItself(part, above, ended))
  above.delete(value)
  ended.add(value)
  return isEndless
}

/** Not left to the parser, which compares each key with all before it: a map of 100,000 keys would take minutes. */
function doubledKeysIn(root: Node): readonly DoubledKey[] {
  const doubled: DoubledKey[] = []
  const waiting: unknown[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isSeq(node)) waiting.push(...node.items.filter(item => item !== null))
    if (!isMap(node)) continue
    const seen = new Set<string>()
    for (const { key, value } of node.items) {
      if (isScalar(key)) {
        const name = String(key.value)
        const [start, end] = rangeOf(key)
        if (seen.has(name) && name !== '<<') doubled.push({ key: name, start, end })
        seen.add(name)
      }
      if (value !== null) waiting.push(value)
    }
  }
  return doubled.sort((left, right) => left.start - right.start)
}

/** The part at a path, following no alias; undefined when there is none. */
export function partAt({ outline }: SourceDocument, keys: readonly Key[]): Part | undefined {
  const at = find(outline, keys)
  return at === undefined ? undefined : partOf(outline, at)
}

/** A document as a whole. */
export function wholeOf({ outline }: SourceDocument): Pick<Part, 'start' | 'end'> {
  return partOf(outline, ROOT) ?? { start: 0, end: 0 }
}

/** The scalar that starts at a place of the file, with the way to it. */
export function scalarAt(
  { outline }: SourceDocument,
  start: number,
): (Part & { readonly keys: readonly Key[] }) | undefined {
  const keys: Key[] = []
  const part = below(ROOT)
  return part && { ...part, keys: keys.reverse() }

  function below(at: number): Part | undefined {
    const part = partOf(outline, at)
    if (part === undefined || part.form === 'alias' || part.start > start) return undefined
    if (part.form !== 'map' && part.form !== 'list') return part.start === start ? part : undefined
    for (const [index, child] of children(outline, at).entries()) {
      const found = below(child)
      if (found === undefined) continue
      keys.push(part.form === 'list' ? index : nameOf(outline, child))
      return found
    }
    return undefined
  }
}

/** Every map that has a map or a list for a key, once for each such key. */
export function* mapsWithMapsAsKeys(document: SourceDocument, at = ROOT): Iterable<Part> {
  const { outline } = document
  const part = partOf(outline, at)
  for (const child of children(outline, at)) {
    if (!hasMapAsName(outline, child)) yield* mapsWithMapsAsKeys(document, child)
    else if (part !== undefined) yield part
  }
}

/** Where a part stands. Of a part that is not written, its nearest written parent; of an empty value, its key. */
export function spanAt(file: SourceFile, { outline }: SourceDocument, keys: readonly Key[]): Span {
  for (let depth = keys.length; depth > 0; depth -= 1) {
    const at = find(outline, keys.slice(0, depth))
    if (at === undefined) continue
    const part = partOf(outline, at)
    const isCollection = part?.form === 'map' || part?.form === 'list'
    if (part !== undefined && !isCollection && part.end > part.start) return file.span(part.start, part.end)
    const name = nameRangeOf(outline, at)
    if (name !== undefined) return file.span(...name)
    // An item of a list that is no scalar: its first line stands for it.
    if (part !== undefined) return firstLine(file, part)
  }
  return wholeSpan(file, outline)
}

/** Where the name of a member stands; the nearest written parent when it is not written. */
export function keySpanAt(file: SourceFile, document: SourceDocument, keys: readonly Key[]): Span {
  const range = keyRangeAt(document, keys)
  return range === undefined ? spanAt(file, document, keys) : file.span(...range)
}

/** From the first character of a member's name to the place behind its last; undefined when it is not written. */
export function keyRangeAt(
  { outline }: SourceDocument,
  keys: readonly Key[],
): [start: number, end: number] | undefined {
  const at = keys.length === 0 ? undefined : find(outline, keys)
  return at === undefined ? undefined : nameRangeOf(outline, at)
}

function wholeSpan(file: SourceFile, outline: Outline): Span {
  const part = partOf(outline, ROOT)
  return part === undefined ? fileStart : firstLine(file, part)
}

function firstLine(file: SourceFile, { start, end }: Part): Span {
  const line = file.text.indexOf('\n', start)
  return file.span(start, line < 0 ? end : Math.min(end, line))
}

function sentenceOf(message: string): string {
  return message.replace(/\.$/, '')
}
