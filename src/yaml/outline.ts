import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml'

/** A part of a document: a member's name or an item's index. */
export type Key = string | number

/**
 * Where each part of a document stands, as numbers in the order of the text: what the parser makes of a tree takes ten times the
 * memory, and cannot be kept between runs.
 */
export interface Outline {
  /** Of the whole file. */
  readonly text: string
  /** Six for a part: form, start, end, start and end of its name, and where the first part begins that is none of its own. */
  readonly numbers: readonly number[]
  /** What a scalar says where that is not what stands there, such as a name in quotes; by the place of its start in the numbers. */
  readonly texts: ReadonlyMap<number, string>
}

/** How a part is written; `plain` is a scalar without quotes and without a tag, `literal` one behind `|`. */
export type Form = 'map' | 'list' | 'alias' | 'plain' | 'literal' | 'scalar'

export interface Part {
  readonly form: Form
  /** From its first character to the place behind its last. */
  readonly start: number
  readonly end: number
  /** What a plain scalar says. */
  readonly source: string
}

const FORMS: readonly Form[] = ['map', 'list', 'alias', 'plain', 'literal', 'scalar']
/** In place of a form: a name with nothing behind it. */
const NOTHING = FORMS.length
const WIDTH = 6
/** In place of the start of a name: there is none, or it is a map or a list, or an alias. */
const [NO_NAME, MAP_AS_NAME, ALIAS_AS_NAME] = [-1, -2, -3]

/** Takes down where the parts of a tree stand. */
export function outlineOf(text: string, root: Node): Outline {
  const numbers: number[] = []
  const texts = new Map<number, string>()
  add(root, NO_NAME, 0)
  return { text, numbers, texts }

  function add(node: unknown, nameStart: number, nameEnd: number): void {
    const at = numbers.length
    const [start, end] = rangeOf(node)
    numbers.push(formOf(node), start, end, nameStart, nameEnd, 0)
    if (isScalar(node) && node.type === 'PLAIN' && node.source !== undefined) note(at + 1, node.source, start, end)
    if (isSeq(node)) for (const item of node.items) add(item, NO_NAME, 0)
    if (isMap(node)) for (const { key, value } of node.items) addMember(key, value)
    numbers[at + WIDTH - 1] = numbers.length
  }

  function addMember(key: unknown, value: unknown): void {
    const [start, end] = rangeOf(key)
    const at = numbers.length + 3
    if (isScalar(key)) note(at, String(key.value), start, end)
    if (isAlias(key)) texts.set(at, key.source)
    add(value, isScalar(key) ? start : isAlias(key) ? ALIAS_AS_NAME : MAP_AS_NAME, end)
  }

  function note(at: number, says: string, start: number, end: number): void {
    if (text.length < end || text.slice(start, end) !== says) texts.set(at, says)
  }
}

function formOf(node: unknown): number {
  if (isMap(node)) return FORMS.indexOf('map')
  if (isSeq(node)) return FORMS.indexOf('list')
  if (isAlias(node)) return FORMS.indexOf('alias')
  if (!isScalar(node)) return NOTHING
  if (node.type === 'PLAIN' && node.tag === undefined) return FORMS.indexOf('plain')
  return FORMS.indexOf(node.type === 'BLOCK_LITERAL' ? 'literal' : 'scalar')
}

/** From the first character of a node to the place behind its last. */
export function rangeOf(node: unknown): [start: number, end: number] {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined
  return range ? [range[0], range[1]] : [0, 0]
}

/** The whole of a document. */
export const ROOT = 0

/** Finds a part, following no alias; undefined when it is not written. Of a name that stands twice the last counts, as in the value. */
export function find(outline: Outline, keys: readonly Key[]): number | undefined {
  let at = ROOT
  for (const key of keys) {
    const next = child(outline, at, key)
    if (next === undefined) return undefined
    at = next
  }
  return at
}

function child(outline: Outline, at: number, key: Key): number | undefined {
  const form = FORMS[outline.numbers[at] ?? NOTHING]
  const name = String(key)
  let found: number | undefined
  let index = 0
  for (const part of children(outline, at)) {
    if (form === 'list' && index === key) return part
    if (form === 'map' && isNamed(outline, part, name)) found = part
    index += 1
  }
  return found
}

/** The places of the parts of a map or a list. */
export function children({ numbers }: Outline, at: number): readonly number[] {
  const parts: number[] = []
  const end = numbers[at + WIDTH - 1] ?? 0
  for (let part = at + WIDTH; part < end; part = numbers[part + WIDTH - 1] ?? end) parts.push(part)
  return parts
}

function isNamed({ text, numbers, texts }: Outline, at: number, name: string): boolean {
  const [start = NO_NAME, end = 0] = [numbers[at + 3], numbers[at + 4]]
  if (start < 0) return false
  const says = texts.get(at + 3)
  return says === undefined ? end - start === name.length && text.startsWith(name, start) : says === name
}

/** Whether any part stands for another one. */
export function holdsAlias({ numbers }: Outline): boolean {
  const alias = FORMS.indexOf('alias')
  for (let at = 0; at < numbers.length; at += WIDTH)
    if (numbers[at] === alias || numbers[at + 3] === ALIAS_AS_NAME) return true
  return false
}

/** What a part is; undefined for a name with nothing behind it. */
export function partOf({ text, numbers, texts }: Outline, at: number): Part | undefined {
  const form = FORMS[numbers[at] ?? NOTHING]
  const [start = 0, end = 0] = [numbers[at + 1], numbers[at + 2]]
  if (form === undefined) return undefined
  return { form, start, end, source: form === 'plain' ? (texts.get(at + 1) ?? text.slice(start, end)) : '' }
}

/** Where the name of a part stands; undefined where it has none. */
export function nameRangeOf({ numbers }: Outline, at: number): [start: number, end: number] | undefined {
  const [start = NO_NAME, end = 0] = [numbers[at + 3], numbers[at + 4]]
  return start < 0 ? undefined : [start, end]
}

/** What the name of a member says; '' where it is a map or a list. */
export function nameOf({ text, numbers, texts }: Outline, at: number): string {
  const [start = NO_NAME, end = 0] = [numbers[at + 3], numbers[at + 4]]
  return texts.get(at + 3) ?? (start < 0 ? '' : text.slice(start, end))
}

/** Whether the name of a member is a map or a list. */
export function hasMapAsName({ numbers }: Outline, at: number): boolean {
  return numbers[at + 3] === MAP_AS_NAME
}
