import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  type YAMLMap,
  type YAMLParseError,
} from 'yaml'
import { fileStart, type Span } from './span.js'

/** A part of a document: a member's name or an item's index. */
export type Key = string | number

/** A YAML or JSON file, read once: its documents with the place of each part. */
export interface SourceFile {
  /** From the root of the tree, with forward slashes. */
  readonly path: string
  readonly text: string
  /** The documents that parse, in order; empty ones are left out. */
  readonly documents: readonly SourceDocument[]
  /** Why the others do not, in the order of the file. */
  readonly problems: readonly SourceProblem[]
  /** The place of the characters from `start` up to, not including, `end`. */
  span(start: number, end: number): Span
}

export interface SourceDocument {
  /** Which of the file's documents, from 0. */
  readonly index: number
  readonly root: Node
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
export function readSourceFile(path: string, text: string): SourceFile {
  const lineCounter = linesOf(text)
  // An error at the end of a text is told at the place behind it.
  const span = (start: number, end: number): Span =>
    spanOf(lineCounter, Math.min(start, text.length), Math.min(end, text.length))
  if (Buffer.byteLength(text) > LARGEST_FILE) return unread(path, text, 'the file is larger than 10 MB and is not read')
  const documents: SourceDocument[] = []
  const problems: SourceProblem[] = []
  if (partsIn(text) > MOST_PARTS) return unread(path, text, 'the file has more than 400,000 parts and is not read')
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
      const read = readDocument(document, index)
      if (typeof read === 'string') problems.push({ message: read, span: span(...rangeOf(document.contents)) })
      else if (read !== undefined) documents.push(read)
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return unread(path, text, 'the file is nested too deeply to be read')
  }
  return { path, text, documents, problems, span }
}

/** Not left to the parser, which passes over the end of a line in some texts that it cannot read. */
function linesOf(text: string): LineCounter {
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1)
  return lines
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

function unread(path: string, text: string, message: string): SourceFile {
  return { path, text, documents: [], problems: [{ message, span: fileStart }], span: () => fileStart }
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

function readDocument(document: Document.Parsed, index: number): SourceDocument | string | undefined {
  const root = document.contents
  if (root === null || (isScalar(root) && root.value === null)) return undefined
  try {
    return { index, root, value: document.toJS({ maxAliasCount: 100 }), doubledKeys: doubledKeysIn(root) }
  } catch (error) {
    // An alias without its anchor, one that stands for far too much, and a merge key with no map are found only when they are
    // resolved.
    if (error instanceof Error && !(error instanceof RangeError)) return sentenceOf(error.message)
    throw error
  }
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

/** The node at a path, following aliases only where the path goes on behind them; undefined when there is none. */
export function nodeAt(document: SourceDocument, keys: readonly Key[]): Node | undefined {
  let node: unknown = document.root
  for (const key of keys) {
    const next: unknown =
      isSeq(node) && typeof key === 'number' ? node.items[key] : isMap(node) ? pairOf(node, key)?.value : undefined
    if (next === undefined) return undefined
    node = next
  }
  return isNode(node) ? node : undefined
}

/** Where a part stands. Of a part that is not written, its nearest written parent; of an empty value, its key. */
export function spanAt(file: SourceFile, document: SourceDocument, keys: readonly Key[]): Span {
  for (let depth = keys.length; depth > 0; depth -= 1) {
    const node = nodeAt(document, keys.slice(0, depth))
    const [start, end] = node === undefined ? [0, 0] : rangeOf(node)
    if (node !== undefined && (isScalar(node) || isAlias(node)) && end > start) return file.span(start, end)
    const key = keyNodeAt(document, keys.slice(0, depth))
    if (key !== undefined) return file.span(...rangeOf(key))
    // An item of a list that is no scalar: its first line stands for it.
    if (node !== undefined) return firstLine(file, start, end)
  }
  return firstLine(file, ...rangeOf(document.root))
}

/** Where the name of a member stands; the nearest written parent when it is not written. */
export function keySpanAt(file: SourceFile, document: SourceDocument, keys: readonly Key[]): Span {
  const key = keyNodeAt(document, keys)
  return key === undefined ? spanAt(file, document, keys) : file.span(...rangeOf(key))
}

/** The name of a member; undefined when it is not written. */
export function keyNodeAt(document: SourceDocument, keys: readonly Key[]): Node | undefined {
  const last = keys.at(-1)
  const parent = nodeAt(document, keys.slice(0, -1))
  if (last === undefined || !isMap(parent)) return undefined
  const key: unknown = pairOf(parent, last)?.key
  return isNode(key) ? key : undefined
}

/** Of a key that stands twice the last counts, as in the value. */
function pairOf(map: YAMLMap, key: Key) {
  return map.items.findLast(pair => isScalar(pair.key) && String(pair.key.value) === String(key))
}

function firstLine(file: SourceFile, start: number, end: number): Span {
  const line = file.text.indexOf('\n', start)
  return file.span(start, line < 0 ? end : Math.min(end, line))
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value)
}

/** From the first character of a node to the place behind its last. */
export function rangeOf(node: Node | null): [start: number, end: number] {
  const range = node?.range
  return range ? [range[0], range[1]] : [0, 0]
}

function spanOf(lineCounter: LineCounter, start: number, end: number): Span {
  const from = lineCounter.linePos(start)
  const to = lineCounter.linePos(Math.max(start, end))
  return {
    line: Math.max(1, from.line),
    column: Math.max(1, from.col),
    endLine: Math.max(1, to.line),
    endColumn: Math.max(1, to.col),
  }
}

function sentenceOf(message: string): string {
  return message.replace(/\.$/, '')
}
