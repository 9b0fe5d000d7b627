import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml'
import { throwAll, UserError } from '../../src/errors.js'
import { type Platform, parsePlatform } from '../../src/image/platform.js'
import { nameProblem } from '../../src/image/reference.js'
import { nearest } from '../../src/nearest.js'

/** One entry of the input `images`. Paths are as written: relative to the workspace. */
export interface ImageRequest {
  /** Below the registry, such as `library/frontend`. */
  readonly name: string
  readonly context: string
  /** The Dockerfile; undefined means `Dockerfile` in the context. */
  readonly file: string | undefined
  readonly target: string | undefined
  /** Empty means the builder's own. */
  readonly platforms: readonly Platform[]
  /** A value, or undefined when the value comes from the env-file or the environment by this name. */
  readonly buildArgs: ReadonlyMap<string, string | undefined>
  readonly labels: ReadonlyMap<string, string>
  readonly secrets: readonly BuildSecret[]
  readonly cacheFrom: readonly string[]
  readonly cacheTo: readonly string[]
}

/** A secret of the build (`RUN --mount=type=secret,id=…`). */
export interface BuildSecret {
  readonly id: string
  readonly from: { readonly env: string } | { readonly file: string }
}

const KEYS = [
  'name',
  'context',
  'file',
  'target',
  'platforms',
  'build-args',
  'labels',
  'secrets',
  'cache-from',
  'cache-to',
] as const

/**
 * Reads the input `images`. An empty one gives no images.
 *
 * @throws UserError or UserErrors that name every mistake with its line in the input
 */
export function parseImages(raw: string, input: string): readonly ImageRequest[] {
  if (raw === '') return []
  const counter = new LineCounter()
  const document = parseDocument(raw, { lineCounter: counter })
  const reader = new Reader(input, counter, document)
  // What follows the first mistake of the syntax mostly follows from it.
  const [error] = document.errors
  if (error !== undefined) {
    reader.report(
      error.pos[0],
      error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'is no YAML',
    )
  }
  const images = error !== undefined ? [] : readList(document.contents, reader)
  throwAll(reader.errors)
  return images
}

/** Collects mistakes with the line that they stand on. */
class Reader {
  readonly errors: UserError[] = []
  private readonly input: string
  private readonly counter: LineCounter
  private readonly document: Document

  constructor(input: string, counter: LineCounter, document: Document) {
    this.input = input
    this.counter = counter
    this.document = document
  }

  /** The node that is meant: an alias (`*name`) stands for that of its anchor. */
  node(value: unknown): Node | undefined {
    if (!isAlias(value)) return isNode(value) ? value : undefined
    const meant = value.resolve(this.document)
    if (meant === undefined) this.report(value, `"*${value.source}" has no anchor "&${value.source}" before it`)
    return meant
  }

  /** @param place an offset, or the node that the mistake is in */
  report(place: unknown, problem: string): void {
    const offset = typeof place === 'number' ? place : isNode(place) ? (place.range?.[0] ?? 0) : 0
    this.errors.push(new UserError(`input "${this.input}", line ${this.counter.linePos(offset).line}: ${problem}`))
  }
}

function readList(contents: unknown, reader: Reader): readonly ImageRequest[] {
  if (!isSeq(contents)) {
    reader.report(0, 'expected a YAML list, one "- name: …" an image')
    return []
  }
  const images: ImageRequest[] = []
  const seen = new Set<string>()
  for (const written of contents.items) {
    const item = reader.node(written)
    if (!isMap(item)) {
      reader.report(written, 'expected an image as a mapping, such as "- name: library/frontend"')
      continue
    }
    const image = readImage(item, reader)
    if (image.name !== '' && seen.has(image.name)) reader.report(item, `the image "${image.name}" is listed twice`)
    seen.add(image.name)
    images.push(image)
  }
  if (contents.items.length === 0) reader.report(0, 'the list is empty: expected at least one image')
  return images
}

function readImage(item: YAMLMap, reader: Reader): ImageRequest {
  for (const pair of item.items) refuseUnknown(pair, reader)
  const at = (key: (typeof KEYS)[number]) => reader.node(item.get(key, true))
  return {
    name: readName(at('name'), item, reader),
    context: readText(at('context'), 'context', reader) ?? '.',
    file: readText(at('file'), 'file', reader),
    target: readText(at('target'), 'target', reader),
    platforms: readPlatforms(at('platforms'), reader),
    buildArgs: readValues(at('build-args'), 'build-args', reader),
    labels: readLabels(at('labels'), reader),
    secrets: readTexts(at('secrets'), 'secrets', reader).flatMap(({ text, node }) => readSecret(text, node, reader)),
    cacheFrom: readTexts(at('cache-from'), 'cache-from', reader).map(({ text }) => text),
    cacheTo: readTexts(at('cache-to'), 'cache-to', reader).map(({ text }) => text),
  }
}

function refuseUnknown(pair: Pair, reader: Reader): void {
  const key = isScalar(pair.key) ? String(pair.key.value) : ''
  if (KEYS.some(known => known === key)) return
  const meant = nearest(key, KEYS)
  const hint = meant === undefined ? `expected one of ${KEYS.join(', ')}` : `did you mean "${meant}"?`
  reader.report(pair.key, `unknown key "${key}": ${hint}`)
}

function readName(node: Node | undefined, item: YAMLMap, reader: Reader): string {
  if (node === undefined) {
    reader.report(item, 'the image has no "name"')
    return ''
  }
  const name = readText(node, 'name', reader) ?? ''
  const problem = name === '' ? undefined : nameProblem(name)
  if (problem !== undefined) reader.report(node, `"name" is ${JSON.stringify(name)}: it ${problem}`)
  return name
}

function readText(node: Node | undefined, key: string, reader: Reader): string | undefined {
  if (node === undefined) return undefined
  if (isScalar(node) && typeof node.value === 'string' && node.value !== '') return node.value
  reader.report(node, `"${key}" is ${shown(node)}: expected a text`)
  return undefined
}

/** A list of texts, or one text. */
function readTexts(node: Node | undefined, key: string, reader: Reader): readonly { text: string; node: Node }[] {
  if (node === undefined) return []
  const items = isSeq(node) ? node.items : [node]
  return items.flatMap(written => {
    const item = reader.node(written)
    if (isScalar(item) && typeof item.value === 'string') {
      return item.value
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== '')
        .map(text => ({ text, node: item }))
    }
    reader.report(written, `"${key}" holds ${shown(item)}: expected a text`)
    return []
  })
}

function readPlatforms(node: Node | undefined, reader: Reader): readonly Platform[] {
  const found: Platform[] = []
  for (const { text, node: place } of readTexts(node, 'platforms', reader)) {
    for (const written of text.split(',').map(part => part.trim())) {
      const platform = parsePlatform(written)
      if (platform === undefined) {
        reader.report(place, `"platforms" holds ${JSON.stringify(written)}: expected such as "linux/arm64"`)
      } else if (!found.includes(platform)) found.push(platform)
    }
  }
  return found
}

/** A mapping (`NAME: value`, a bare `NAME:` is taken from the environment) or a list of `NAME=value` and `NAME`. */
function readValues(node: Node | undefined, key: string, reader: Reader): ReadonlyMap<string, string | undefined> {
  const values = new Map<string, string | undefined>()
  if (node === undefined) return values
  if (!isMap(node)) {
    for (const { text } of readTexts(node, key, reader)) {
      const split = text.indexOf('=')
      if (split < 0) values.set(text, undefined)
      else values.set(text.slice(0, split), text.slice(split + 1))
    }
    return values
  }
  for (const { key: name, value: written } of node.items) {
    const value = reader.node(written)
    if (value === undefined || (isScalar(value) && value.value === null)) values.set(String(name), undefined)
    // As written: `1.10` must not become 1.1, nor 0777 be 511.
    else if (isScalar(value))
      values.set(String(name), typeof value.value === 'string' ? value.value : (value.source ?? ''))
    else reader.report(name, `"${key}" has a value for ${String(name)} that is no text`)
  }
  return values
}

function readLabels(node: Node | undefined, reader: Reader): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  for (const [name, value] of readValues(node, 'labels', reader)) {
    if (value === undefined) reader.report(placeOf(node, name), `"labels" has no value for ${name}`)
    else labels.set(name, value)
  }
  return labels
}

/** Where a mapping or a list names something. */
function placeOf(node: Node | undefined, name: string): unknown {
  const found = isMap(node)
    ? node.items.find(pair => String(pair.key) === name)?.key
    : isSeq(node)
      ? node.items.find(item => String(item) === name)
      : undefined
  return found ?? node
}

/** `id=NAME,env=VARIABLE` or `id=NAME,src=FILE`, as docker writes them; `id` alone takes the variable of that name. */
function readSecret(text: string, node: Node, reader: Reader): readonly BuildSecret[] {
  const fields = new Map<string, string>()
  for (const part of text.split(',')) {
    const split = part.indexOf('=')
    fields.set(part.slice(0, Math.max(split, 0)).trim(), part.slice(split + 1).trim())
  }
  const known = [...fields.keys()].every(field => ['id', 'env', 'src', 'source', 'type'].includes(field))
  const id = fields.get('id')
  const file = fields.get('src') ?? fields.get('source')
  const env = fields.get('env')
  if (!known || !id || file === '' || env === '' || (file !== undefined && env !== undefined)) {
    // The text itself may hold a secret that was put in the wrong place.
    reader.report(node, '"secrets" holds an entry that is not "id=NAME,env=VARIABLE" or "id=NAME,src=FILE"')
    return []
  }
  return [{ id, from: file === undefined ? { env: env ?? id } : { file } }]
}

function shown(node: unknown): string {
  if (isScalar(node)) return JSON.stringify(node.value)
  return isMap(node) ? 'a mapping' : isSeq(node) ? 'a list' : 'nothing'
}
