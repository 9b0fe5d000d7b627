import { isMapping, listMember, member, valueAt } from '../../src/json.js'
import type { Key } from '../../src/yaml/source-file.js'

/** A value of an object made wrong, or strange. */
export interface SchemaFault {
  /** `spec.interval: 7`. */
  readonly title: string
  readonly body: unknown
}

/** Stands in a body for what YAML is to read as it is written. */
export const written = (source: string): string => `«${source}»`

/** How YAML may write what is a number to one reader and a text to another. */
const SOURCES = ['60', '1_000', '0b11', '0o17', '017', '1e3', '.5', '2026-01-01', 'yes', 'True', '~', "'5'", '0x1F']

/** Makes everything wrong with an object that its schema can tell, one thing at a time, and some things that it can not. */
export function* schemaFaults(schema: unknown, body: unknown): Iterable<SchemaFault> {
  for (const name of Object.keys(objectAt(member(schema, 'properties')))) {
    if (!['apiVersion', 'kind', 'metadata', 'status'].includes(name))
      yield* faultsAt(member(member(schema, 'properties'), name), [name], body)
  }
}

function* faultsAt(schema: unknown, keys: readonly Key[], body: unknown): Iterable<SchemaFault> {
  const path = keys.join('.')
  const value = valueAt(body, keys)
  for (const wrong of wrongValues(schema))
    yield { title: `${path}: ${shown(wrong)}`, body: withValue(body, keys, wrong) }
  if (value === undefined) return
  for (const name of listMember(schema, 'required'))
    if (typeof name === 'string' && member(value, name) !== undefined)
      yield { title: `${path} without ${name}`, body: withValue(body, [...keys, name], undefined) }
  if (isMapping(value)) {
    if (isMapping(member(schema, 'properties')) || member(schema, 'type') === 'object')
      yield { title: `${path} with an unknown field`, body: withValue(body, [...keys, 'zzz'], 'a') }
    for (const [name, part] of Object.entries(objectAt(member(schema, 'properties'))))
      yield* faultsAt(part, [...keys, name], body)
    const others = member(schema, 'additionalProperties')
    if (isMapping(others)) for (const name of Object.keys(value)) yield* faultsAt(others, [...keys, name], body)
  }
  if (Array.isArray(value) && value.length > 0) yield* faultsAt(member(schema, 'items'), [...keys, 0], body)
}

/** One of each type, what lies outside of every limit, and the ways of writing a scalar. */
function* wrongValues(schema: unknown): Iterable<unknown> {
  yield* ['zzz', '', 7, -1, 1.5, true, [], {}, ['zzz'], { zzz: 'a' }, null, '${VALUE}']
  yield* [10_000_000_000, 'a'.repeat(3000), '5m', '2026-01-01T00:00:00Z', '%%%']
  const isScalar = ['string', 'integer', 'number', 'boolean'].includes(String(member(schema, 'type')))
  if (isScalar || member(schema, 'x-kubernetes-int-or-string') === true) yield* SOURCES.map(written)
  const items = member(schema, 'maxItems')
  if (typeof items === 'number') yield Array.from({ length: items + 1 }, () => ({}))
}

function withValue(body: unknown, [key, ...rest]: readonly Key[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(body)) return body.map((item, index) => (index === key ? withValue(item, rest, value) : item))
  const made: Record<string, unknown> = { ...objectAt(body) }
  const part = withValue(made[key], rest, value)
  if (part === undefined) delete made[key]
  else made[key] = part
  return made
}

function objectAt(value: unknown): Readonly<Record<string, unknown>> {
  return isMapping(value) ? value : {}
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 40 ? `${text.slice(0, 20)}… (${text.length})` : text
}
