import { isMapping, listMember, member } from '../../json.js'
import { nearest } from '../../nearest.js'
import type { Key } from '../../yaml/source-file.js'
import { compileRegexp, type GoRegexp } from '../go/regexp.js'
import type { Schema } from './crd-schemas.js'

/** Where a value does not do what its schema demands. */
export interface SchemaProblem {
  readonly keys: readonly Key[]
  readonly kind: 'unknown' | 'missing' | 'type' | 'value'
  /** What is wrong, as a sentence without a full stop. */
  readonly message: string
  readonly expected: string
  /** The member that was most probably meant by an unknown one. */
  readonly meant?: string
}

export type JsonType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean'

export interface CheckOptions {
  /** What Flux takes the value at a place for, where that is not what its own type says: `1_000` is a number. */
  readonly typeAt: (keys: readonly Key[], value: unknown) => JsonType | undefined
}

/**
 * Checks an object as the API server does with strict field validation: types, unknown and missing fields, and what a schema
 * demands of values. CEL rules are not evaluated. What holds `${…}` is not known before a substitution and passes; so does
 * null, which is dropped or refused depending on who writes it.
 */
export function checkObject(schema: Schema, body: unknown, options: CheckOptions): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = []
  checkValue(schema, body, [], { ...options, isRoot: true, report: problem => problems.push(problem) })
  return problems
}

interface Check extends CheckOptions {
  /** Whether the value is an object of its own, whose apiVersion, kind and metadata the schema need not name. */
  readonly isRoot: boolean
  readonly report: (problem: SchemaProblem) => void
}

function checkValue(schema: Schema, value: unknown, keys: readonly Key[], check: Check): void {
  if (value === null || value === undefined || (typeof value === 'string' && value.includes('${'))) return
  const found = check.typeAt(keys, value) ?? typeOf(value)
  const wanted = wantedTypes(schema)
  if (wanted !== undefined && !wanted.some(type => type === found || (type === 'number' && found === 'integer'))) {
    const expected = wanted.map(type => typeNames[type]).join(' or ')
    check.report({ keys, kind: 'type', message: `is ${typeNames[found]}: expected ${expected}`, expected })
    return
  }
  if (isMapping(value)) checkMembers(schema, value, keys, check)
  else if (Array.isArray(value)) checkItems(schema, value, keys, check)
  else checkScalar(schema, value, keys, check)
  checkJunctors(schema, value, keys, check)
}

function checkMembers(
  schema: Schema,
  value: Readonly<Record<string, unknown>>,
  keys: readonly Key[],
  check: Check,
): void {
  const isEmbedded = check.isRoot || schema['x-kubernetes-embedded-resource'] === true
  const inner = check.isRoot ? { ...check, isRoot: false } : check
  const properties = isMapping(schema.properties) ? schema.properties : {}
  const others = schema.additionalProperties
  const isOpen =
    schema['x-kubernetes-preserve-unknown-fields'] === true ||
    others === true ||
    // Within anyOf and its kin a schema without properties says nothing about names.
    (!isMapping(schema.properties) && others === undefined)
  for (const [name, part] of Object.entries(value)) {
    // Their schema is Kubernetes' own; metadata has a place in every object.
    if (isEmbedded && ['apiVersion', 'kind', 'metadata'].includes(name)) continue
    const own = member(properties, name)
    if (isMapping(own)) checkValue(own, part, [...keys, name], inner)
    else if (isMapping(others)) checkValue(others, part, [...keys, name], inner)
    else if (!isOpen && !name.includes('${')) check.report(unknownField(name, Object.keys(properties), keys))
  }
  for (const name of listMember(schema, 'required')) {
    if (typeof name !== 'string' || member(value, name) !== undefined) continue
    if (member(member(properties, name), 'default') !== undefined) continue
    check.report({ keys, kind: 'missing', message: `lacks the field "${name}"`, expected: name })
  }
}

function unknownField(name: string, known: readonly string[], keys: readonly Key[]): SchemaProblem {
  const meant = nearest(name, known)
  const problem = {
    keys: [...keys, name],
    kind: 'unknown',
    message: `is no field that the schema knows${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
    expected: meant ?? `one of ${known.toSorted().join(', ')}`,
  } as const
  return meant === undefined ? problem : { ...problem, meant }
}

function checkItems(schema: Schema, value: readonly unknown[], keys: readonly Key[], check: Check): void {
  const { items } = schema
  if (isMapping(items)) for (const [index, item] of value.entries()) checkValue(items, item, [...keys, index], check)
  const say = (expected: string) =>
    check.report({ keys, kind: 'value', message: `has ${value.length} items: expected ${expected}`, expected })
  const { minItems, maxItems } = schema
  if (typeof minItems === 'number' && value.length < minItems) say(`at least ${minItems}`)
  if (typeof maxItems === 'number' && value.length > maxItems) say(`at most ${maxItems}`)
}

function checkScalar(schema: Schema, value: unknown, keys: readonly Key[], check: Check): void {
  const say = (expected: string) =>
    check.report({ keys, kind: 'value', message: `is ${shown(value)}: expected ${expected}`, expected })
  const choices = schema.enum
  if (Array.isArray(choices) && !choices.includes(value)) say(`one of ${choices.map(shown).join(', ')}`)
  const { minimum, maximum, minLength, maxLength, pattern } = schema
  if (typeof value === 'number') {
    if (typeof minimum === 'number' && (schema.exclusiveMinimum === true ? value <= minimum : value < minimum))
      say(`${schema.exclusiveMinimum === true ? 'more than' : 'at least'} ${minimum}`)
    if (typeof maximum === 'number' && (schema.exclusiveMaximum === true ? value >= maximum : value > maximum))
      say(`${schema.exclusiveMaximum === true ? 'less than' : 'at most'} ${maximum}`)
  }
  if (typeof value !== 'string') return
  const length = [...value].length
  if (typeof minLength === 'number' && length < minLength) say(`at least ${minLength} characters`)
  if (typeof maxLength === 'number' && length > maxLength) say(`at most ${maxLength} characters`)
  if (typeof pattern === 'string' && regexpOf(pattern)?.matches(value) === false) say(`what matches ${pattern}`)
}

/** allOf, anyOf, oneOf and not: they restrict values, and in a structural schema neither open nor close an object. */
function checkJunctors(schema: Schema, value: unknown, keys: readonly Key[], check: Check): void {
  const fits = (part: unknown): boolean => {
    if (!isMapping(part)) return true
    let isFit = true
    const report = ({ kind }: SchemaProblem) => {
      if (kind !== 'unknown') isFit = false
    }
    checkValue(part, value, keys, { ...check, report })
    return isFit
  }
  const say = (expected: string) =>
    check.report({ keys, kind: 'value', message: `does not fit: expected ${expected}`, expected })
  const { anyOf, oneOf, allOf, not } = schema
  if (Array.isArray(allOf) && !allOf.every(fits)) say('what fits all of the alternatives of the schema')
  if (Array.isArray(anyOf) && !anyOf.some(fits)) say('what fits one of the alternatives of the schema')
  if (Array.isArray(oneOf) && oneOf.filter(fits).length !== 1)
    say('what fits exactly one of the alternatives of the schema')
  if (isMapping(not) && Object.keys(not).length > 0 && fits(not)) say('what the schema does not forbid')
}

function wantedTypes(schema: Schema): readonly JsonType[] | undefined {
  if (schema['x-kubernetes-int-or-string'] === true || schema.format === 'int-or-string') return ['integer', 'string']
  const { type } = schema
  return typeof type === 'string' && isJsonType(type) ? [type] : undefined
}

function isJsonType(text: string): text is JsonType {
  return text in typeNames
}

const typeNames: Readonly<Record<JsonType, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
}

function typeOf(value: unknown): JsonType {
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number' || typeof value === 'bigint')
    return Number.isInteger(Number(value)) ? 'integer' : 'number'
  return typeof value === 'boolean' ? 'boolean' : typeof value === 'string' ? 'string' : 'object'
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value)
}

const regexps = new Map<string, GoRegexp | undefined>()

/** Linear in the text whatever the pattern, which may come from a pull request. */
function regexpOf(pattern: string): GoRegexp | undefined {
  if (!regexps.has(pattern)) {
    const compiled = compileRegexp(pattern)
    regexps.set(pattern, 'regexp' in compiled ? compiled.regexp : undefined)
  }
  return regexps.get(pattern)
}
