import { posix } from 'node:path'
import type { Inventory } from '../../src/flux/inventory.js'
import { isMapping } from '../../src/json.js'
import {
  type Key,
  keyRangeAt,
  keySpanAt,
  type SourceDocument,
  type SourceFile,
  spanAt,
} from '../../src/yaml/source-file.js'
import { fileStart, type Span } from '../../src/yaml/span.js'

/** Where kustomize failed, as far as its words tell. */
export interface FailurePlace {
  readonly file: string
  readonly span: Span
  /** What is wrong there, without the way to it. */
  readonly reason: string
}

/**
 * Finds the place that an error of `kustomize build` speaks of. It tells the folders and entries on its way, and in the end what
 * is wrong in the last of them.
 *
 * @param folder what was built, from the root of the tree
 * @returns undefined when the folder has no file that could be named
 */
export function failurePlace(error: string, folder: string, inventory: Inventory): FailurePlace | undefined {
  const { at, entry, reason: told } = innermost(error, folder)
  const reason = withoutValues(told)
  const named = entry === undefined ? undefined : inventory.files.get(posix.join(at, entry))
  const line = /^(?:MalformedYAMLError: )?yaml: line (\d+): (.*?)(?: in File: .*)?$/s.exec(reason)
  if (named !== undefined && line !== null)
    return { file: named.path, span: lineOf(named, Number(line[1])), reason: line[2] ?? reason }
  if (named !== undefined && reason.startsWith('missing ')) return { file: named.path, span: firstOf(named), reason }
  const kustomize = inventory.layout.kustomizeFileIn(at)
  if (kustomize === undefined) return named && { file: named.path, span: firstOf(named), reason }
  const { file } = kustomize
  const [document] = file.documents
  if (document === undefined) return { file: file.path, span: fileStart, reason }
  const listed = kustomize.entries.find(({ text }) => text === entry)
  const span =
    listed !== undefined
      ? spanAt(file, document, [listed.field, listed.index])
      : (fieldSpan(told, file, document) ?? mentionSpan(told, file, document) ?? firstOf(file))
  return { file: file.path, span, reason }
}

/** Follows the error through the folders that it names. */
function innermost(error: string, folder: string): { at: string; entry: string | undefined; reason: string } {
  let at = folder
  let rest = error
  // Each turn takes something off the text, so it ends.
  for (;;) {
    const shorter = rest
      .replace(/^accumulating (?:resources|components): /, '')
      .replace(/^accumulateDirectory: "(.*)"$/s, '$1')
      .replace(/^accumulation err='accumulating resources from '[^']*': read [^']*?: is a directory': /, '')
    const step = /^(?:recursed accumulation of path|couldn't make target for path) '([^']*)': (.*)$/s.exec(shorter)
    if (step !== null) at = step[1] ?? at
    const next = step?.[2] ?? shorter
    if (next === rest) break
    rest = next
  }
  const inEntry =
    /^accumulation err='(?:accumulating|merging) resources from '([^']*)': (.*?)': [^']* '[^']*': .*$/s.exec(rest) ??
    /^accumulation err='(?:accumulating|merging) resources from '([^']*)': (.*?)'(?:: .*)?$/s.exec(rest) ??
    /^(?:accumulating|merging) resources from '([^']*)': (.*)$/s.exec(rest)
  const reason = (inEntry?.[2] ?? rest).replace(/^invalid Kustomization: (?:json: )?/, '')
  return { at, entry: inEntry?.[1], reason: reason.trim().replace(/\s+/g, ' ') }
}

/** kustomize prints the whole configuration of a generator, and literals, which may be secrets. */
function withoutValues(reason: string): string {
  return reason
    .replace(/ with config: `.*?`/gs, '')
    .replace(/literal sources \[.*?\]: invalid literal source .*?, expected/s, 'a literal is wrong, expected')
    .replace(/literal sources \[.*?\]/gs, 'literals')
}

/** A field that the reason names: one that is not known, or that has another type. */
function fieldSpan(reason: string, file: SourceFile, document: SourceDocument): Span | undefined {
  const field =
    /unknown field "([^"]+)"/.exec(reason)?.[1] ?? /into Go struct field \w+\.([\w.]+) of type/.exec(reason)?.[1]
  const keys = field?.split('.') ?? []
  return keys.length > 0 && keyRangeAt(document, keys) !== undefined ? keySpanAt(file, document, keys) : undefined
}

/** The longest text of the file that the reason mentions. */
function mentionSpan(reason: string, file: SourceFile, document: SourceDocument): Span | undefined {
  let best: PlacedText | undefined
  for (const found of textsIn(document.value, [])) {
    const { length } = found.text
    if (length >= 3 && length > (best?.text.length ?? 0) && mentions(reason, found.text)) best = found
  }
  if (best === undefined) return undefined
  return best.isName ? keySpanAt(file, document, best.keys) : spanAt(file, document, best.keys)
}

interface PlacedText {
  readonly text: string
  readonly keys: readonly Key[]
  /** Whether it is the name of what stands there. */
  readonly isName: boolean
}

function* textsIn(value: unknown, keys: readonly Key[]): Iterable<PlacedText> {
  if (typeof value === 'string') yield { text: value, keys, isName: false }
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* textsIn(item, [...keys, index])
  if (!isMapping(value)) return
  for (const [name, item] of Object.entries(value)) {
    yield { text: name, keys: [...keys, name], isName: true }
    yield* textsIn(item, [...keys, name])
  }
}

/** As a word of its own. */
function mentions(text: string, word: string): boolean {
  const at = text.indexOf(word)
  const isEdge = (character: string | undefined) => character === undefined || !/[\w-]/.test(character)
  return at >= 0 && isEdge(text[at - 1]) && isEdge(text[at + word.length])
}

function firstOf(file: SourceFile): Span {
  const [document] = file.documents
  return document === undefined ? fileStart : spanAt(file, document, [])
}

function lineOf({ text }: SourceFile, told: number): Span {
  const lines = text.split('\n')
  const line = Math.min(told, lines.length)
  const length = lines[line - 1]?.trimEnd().length ?? 0
  return { line, column: 1, endLine: line, endColumn: length + 1 }
}
