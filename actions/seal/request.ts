import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { throwAll, UserError } from '../../src/errors.js'
import { nearest } from '../../src/nearest.js'
import { SCOPES, type Scope } from '../../src/sealed/scope.js'
import { HELPERS, type Helper, readHelper } from './helpers.js'
import {
  annotationProblem,
  fileProblem,
  keyProblem,
  labelProblem,
  nameProblem,
  namespaceProblem,
} from './kubernetes-names.js'
import { type Origin, readOrigin } from './origin.js'

/** One secret of the input `secrets`. */
export interface SecretRequest {
  /** Its line in the request, from 1. */
  readonly line: number
  readonly name: string
  readonly namespace: string
  readonly scope: Scope
  /** The Secret's type; undefined is what the file says already, or what the helper stands for, or Opaque. */
  readonly type: string | undefined
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  /** From the workspace. */
  readonly file: string
  /** Key → where its value comes from. */
  readonly data: ReadonlyMap<string, Origin>
  readonly helpers: readonly Helper[]
}

const KEYS = ['name', 'namespace', 'scope', 'type', 'labels', 'annotations', 'file', 'data', ...HELPERS]

/** A request that cannot be carried out as it is written: nothing is tried, and the CLI's exit code is 2. */
export function requestError(line: number, problem: string, next?: string): UserError {
  return new UserError(`input "secrets", line ${line}: ${problem}`, {
    usage: true,
    ...(next === undefined ? {} : { next }),
  })
}

/**
 * Reads the input `secrets`. An empty one gives none. What stands where a value could stand is never shown: somebody may
 * have put a password there.
 *
 * @throws UserError or UserErrors that name every mistake with its line
 */
export function parseRequest(raw: string): readonly SecretRequest[] {
  if (raw.trim() === '') return []
  const counter = new LineCounter()
  const document = parseDocument(raw, { lineCounter: counter })
  const reader = new RequestReader(counter, document)
  for (const { code, pos } of document.errors)
    reader.report(pos[0], `is no valid YAML (${code.toLowerCase().replaceAll('_', ' ')})`)
  const secrets = document.errors.length > 0 ? [] : readList(document.contents, reader)
  throwAll(reader.errors)
  return secrets
}

/** Collects mistakes with the line that they stand on. */
export class RequestReader {
  readonly errors: UserError[] = []
  private readonly counter: LineCounter
  private readonly document: Document

  constructor(counter: LineCounter, document: Document) {
    this.counter = counter
    this.document = document
  }

  /** The node that is meant: an alias stands for that of its anchor. */
  node(value: unknown): Node | undefined {
    if (!isAlias(value)) return isNode(value) ? value : undefined
    const meant = value.resolve(this.document)
    if (meant === undefined) this.report(value, `"*${value.source}" has no anchor before it`)
    return meant
  }

  lineOf(place: unknown): number {
    const offset = typeof place === 'number' ? place : isNode(place) ? (place.range?.[0] ?? 0) : 0
    return this.counter.linePos(offset).line
  }

  /** @param place an offset, or the node that the mistake is in */
  report(place: unknown, problem: string, next?: string): void {
    this.errors.push(requestError(this.lineOf(place), problem, next))
  }

  /** The members of a mapping. `known` are the keys that it may have; without them any. */
  members(value: unknown, what: string, known?: readonly string[]): ReadonlyMap<string, Node | undefined> {
    const map = this.node(value)
    const found = new Map<string, Node | undefined>()
    if (!isMap(map)) {
      this.report(value, `${what} is no mapping`)
      return found
    }
    for (const { key, value: written } of map.items) {
      const name = isScalar(key) ? (key.source ?? String(key.value)) : ''
      if (known !== undefined && !known.includes(name)) this.report(key, unknownKey(name, what, known))
      else found.set(name, this.node(written))
    }
    return found
  }

  /** A text as it is written: `1.10` stays `1.10`. Undefined, with a report, when it is none. */
  text(value: Node | undefined, place: unknown, what: string): string | undefined {
    if (isScalar(value) && value.value !== null && value.value !== '') {
      return typeof value.value === 'string' ? value.value : (value.source ?? String(value.value))
    }
    this.report(value ?? place, `${what} is no text`)
    return undefined
  }
}

function unknownKey(name: string, what: string, known: readonly string[]): string {
  const meant = nearest(name, known)
  // It may be a value that lost its key.
  const shown = /^[A-Za-z][A-Za-z0-9_-]{0,24}$/.test(name) ? ` "${name}"` : ''
  return `${what} has an unknown key${shown}${meant === undefined ? `; it knows ${known.join(', ')}` : `, did you mean "${meant}"?`}`
}

function readList(contents: unknown, reader: RequestReader): readonly SecretRequest[] {
  if (!isSeq(contents)) {
    reader.report(0, 'expected a YAML list, one "- name: …" a secret')
    return []
  }
  const seen = new Map<string, number>()
  return contents.items.flatMap(item => {
    const secret = readSecret(item, reader)
    if (secret === undefined) return []
    const id = `${secret.namespace}/${secret.name}`
    const before = seen.get(id)
    if (before !== undefined) reader.report(item, `${id} is asked for twice, first on line ${before}`)
    seen.set(id, secret.line)
    return [secret]
  })
}

function readSecret(item: unknown, reader: RequestReader): SecretRequest | undefined {
  const before = reader.errors.length
  const members = reader.members(item, 'a secret', KEYS)
  if (members.size === 0) return undefined
  const required = (key: string, problemOf: (text: string) => string | undefined) => {
    if (!members.has(key)) {
      reader.report(item, `a secret has no "${key}"`)
      return ''
    }
    return checked(key, problemOf) ?? ''
  }
  const checked = (key: string, problemOf: (text: string) => string | undefined) => {
    if (!members.has(key)) return undefined
    const text = reader.text(members.get(key), item, `"${key}"`)
    const problem = text === undefined ? undefined : problemOf(text)
    if (problem !== undefined) reader.report(members.get(key), `"${key}" is ${JSON.stringify(text)}: ${problem}`)
    return text
  }
  const texts = (key: string, problemOf: (key: string, value: string) => string | undefined) => {
    const pairs = members.has(key) ? [...reader.members(members.get(key) ?? item, `"${key}"`)] : []
    return Object.fromEntries(
      pairs.map(([name, node]) => {
        const text = isScalar(node) && node.value === '' ? '' : (reader.text(node, item, `"${key}"."${name}"`) ?? '')
        const problem = problemOf(name, text)
        if (problem !== undefined) reader.report(node ?? item, `"${key}"."${name}": ${problem}`)
        return [name, text]
      }),
    )
  }
  const request = {
    line: reader.lineOf(item),
    name: required('name', nameProblem),
    namespace: required('namespace', namespaceProblem),
    scope: SCOPES.find(scope => scope === checked('scope', scopeProblem)) ?? 'strict',
    type: checked('type', () => undefined),
    labels: texts('labels', labelProblem),
    annotations: texts('annotations', annotationProblem),
    file: required('file', fileProblem),
    data: readData(members.get('data'), members.has('data'), item, reader),
    helpers: HELPERS.filter(helper => members.has(helper)).flatMap(helper =>
      readHelper(helper, members.get(helper), item, reader),
    ),
  } satisfies SecretRequest
  if (!members.has('data') && request.helpers.length === 0 && reader.errors.length === before) {
    reader.report(item, `a secret has neither "data" nor one of ${HELPERS.join(', ')}: there is nothing to seal`)
  }
  return reader.errors.length === before ? request : undefined
}

function scopeProblem(text: string): string | undefined {
  return SCOPES.some(scope => scope === text) ? undefined : `expected ${SCOPES.join(', ')}`
}

function readData(
  value: Node | undefined,
  given: boolean,
  item: unknown,
  reader: RequestReader,
): ReadonlyMap<string, Origin> {
  const data = new Map<string, Origin>()
  if (!given) return data
  for (const [key, node] of reader.members(value ?? item, '"data"')) {
    const problem = keyProblem(key)
    if (problem !== undefined) reader.report(node ?? item, problem)
    const origin = readOrigin(node, item, `data "${problem === undefined ? key : '…'}"`, reader)
    if (origin !== undefined) data.set(key, origin)
  }
  if (data.size === 0 && isMap(value) && value.items.length === 0) reader.report(value, '"data" is empty')
  return data
}
