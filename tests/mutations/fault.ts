import type { Tree } from '../corpus/tree.js'

/** A fault seeded into a good tree. */
export interface Fault {
  /** The rule that must report it, and no other. */
  readonly rule: string
  readonly title: string
  /** A tree of the corpus. */
  readonly tree: string
  readonly changes: readonly Change[]
  /** Where it must be reported; the first line that the first change made different, unless told. */
  readonly at?: Place
}

export interface Change {
  readonly file: string
  /** Undefined removes the file; a file that is not there starts as ''. */
  readonly change: ((text: string) => string) | undefined
}

/** The line of a file, as it is after the change, that holds a text; the first one behind `after`. */
export interface Place {
  readonly file: string
  readonly line: string
  readonly after?: string
}

/** @throws Error when a change changes nothing */
export function seeded(tree: Tree, changes: readonly Change[]): Tree {
  const changed = new Map(tree)
  for (const { file, change } of changes) {
    const before = changed.get(file)
    if (change === undefined) {
      if (!changed.delete(file)) throw new Error(`there is no ${file}`)
      continue
    }
    const after = change(before ?? '')
    if (after === before) throw new Error(`nothing is changed in ${file}`)
    changed.set(file, after)
  }
  return changed
}

/** `file:line` where a fault must be reported. */
export function expectedPlace(tree: Tree, changed: Tree, { changes, at }: Fault): string {
  if (at !== undefined) return `${at.file}:${lineWith(changed.get(at.file) ?? '', at)}`
  const [first] = changes
  if (first === undefined) throw new Error('a fault without a change')
  const before = (tree.get(first.file) ?? '').split('\n')
  const after = (changed.get(first.file) ?? '').split('\n')
  return `${first.file}:${after.findIndex((line, index) => line !== before[index]) + 1}`
}

function lineWith(text: string, { file, line, after = '' }: Place): number {
  const start = text.indexOf(after)
  const found = start < 0 ? -1 : text.indexOf(line, start)
  if (found < 0) throw new Error(`${file} does not hold ${JSON.stringify(line)}`)
  return text.slice(0, found).split('\n').length
}

/** Replaces a text that stands once. */
export function swap(from: string, to: string): (text: string) => string {
  return text => {
    const first = text.indexOf(from)
    if (first < 0) throw new Error(`${JSON.stringify(from)} is not there`)
    if (text.includes(from, first + 1)) throw new Error(`${JSON.stringify(from)} is there twice`)
    return text.slice(0, first) + to + text.slice(first + from.length)
  }
}

/** Replaces the first such text behind another. */
export function swapAfter(anchor: string, from: string, to: string): (text: string) => string {
  return text => {
    const start = text.indexOf(anchor)
    const found = start < 0 ? -1 : text.indexOf(from, start)
    if (found < 0) throw new Error(`${JSON.stringify(from)} is not there behind ${JSON.stringify(anchor)}`)
    return text.slice(0, found) + to + text.slice(found + from.length)
  }
}

/** Adds text at the end. */
export function append(more: string): (text: string) => string {
  return text => `${text.replace(/\n*$/, '\n')}${more}`
}

export function inFile(file: string, ...steps: readonly ((text: string) => string)[]): Change {
  return { file, change: text => steps.reduce((found, step) => step(found), text) }
}
