import type { Setters } from './policies.js'

/** The key of a marker's JSON object. */
export const markerKey = '$imagepolicy'

/** What a file must contain for Flux to look at it. */
export const markerToken = `"${markerKey}"`

/** What a comment makes Flux write. */
export interface MarkedSetter {
  readonly name: string
  readonly value: string
  /** Whether the value is quoted where a plain one would not be a string; only a setter without a policy may say no. */
  readonly isString: boolean
}

/** The setter that a comment names, or `undefined`: then Flux leaves the value alone and says nothing. */
export function setterNamedBy(comment: string, setters: Setters): MarkedSetter | undefined {
  const json = comment.replace(/^#+/, '')
  const marker = flatObject(json)?.get(markerKey)
  const marked = marker === undefined || marker === '' ? undefined : resolve(definitionOf(marker), setters)
  return marked ?? schemaSetter(json, setters)
}

/** The value of the marker's key in a comment that has the form of a marker, whoever it names. */
export function markerValueOf(comment: string): string | undefined {
  const value = flatObject(comment.replace(/^#+/, ''))?.get(markerKey)
  return value === '' ? undefined : value
}

const STRING = '"(?:[^"\\\\\\x00-\\x1f]|\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4}))*"'
const SPACE = '[ \\t\\n\\r]*'
const OPENING = new RegExp(`${SPACE}\\{${SPACE}`, 'y')
const MEMBER = new RegExp(`(${STRING})${SPACE}:${SPACE}(${STRING}|null)${SPACE}`, 'y')
const SEPARATOR = new RegExp(`,${SPACE}`, 'y')
const CLOSING = new RegExp(`\\}${SPACE}$`, 'y')

/** A JSON object whose values are all strings; `null` counts as ''. Of a key given twice the last value holds. */
function flatObject(json: string): ReadonlyMap<string, string> | undefined {
  const members = new Map<string, string>()
  let passed = matchAt(OPENING, json, 0)
  if (passed !== null && matchAt(CLOSING, json, passed.end) !== null) return members
  while (passed !== null) {
    const member = matchAt(MEMBER, json, passed.end)
    if (member === null) return undefined
    members.set(stringOf(member.groups[1]), stringOf(member.groups[2]))
    if (matchAt(CLOSING, json, member.end) !== null) return members
    passed = matchAt(SEPARATOR, json, member.end)
  }
  return undefined
}

function matchAt(
  pattern: RegExp,
  text: string,
  offset: number,
): { readonly groups: RegExpExecArray; readonly end: number } | null {
  pattern.lastIndex = offset
  const groups = pattern.exec(text)
  return groups === null ? null : { groups, end: offset + groups[0].length }
}

function stringOf(literal: string | undefined): string {
  const value: unknown = JSON.parse(literal ?? 'null')
  return typeof value === 'string' ? value : ''
}

const DEFINITIONS = '/definitions/'
const SETTER_PREFIX = 'io.k8s.cli.setters.'

function definitionOf(marker: string): string {
  return `#${DEFINITIONS}${SETTER_PREFIX}${marker}`
}

/** Follows a reference as kyaml does: percent signs and the `~0`, `~1` of a JSON pointer are decoded, what is before `#` is ignored. */
function resolve(reference: string, setters: Setters): MarkedSetter | undefined {
  const fragment = /^[\w./-]*#(.*)$/s.exec(reference)?.[1]
  if (fragment === undefined || /%(?![0-9a-fA-F]{2})/.test(fragment)) return undefined
  const pointer = fragment.replace(/%(..)/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
  if (!pointer.startsWith(DEFINITIONS + SETTER_PREFIX) || pointer.includes('/', DEFINITIONS.length)) return undefined
  const name = pointer
    .slice(DEFINITIONS.length + SETTER_PREFIX.length)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
  const value = setters.get(name)
  return value === undefined ? undefined : { name, value, isString: true }
}

/**
 * kyaml's older form: the comment is a schema, with a reference to a setter or with the setter itself in it. It works in a
 * file that holds the bytes of a marker elsewhere.
 */
function schemaSetter(json: string, setters: Setters): MarkedSetter | undefined {
  if (!/"\$ref"|"x-k8s-cli"/i.test(json)) return undefined
  const schema = objectIn(parsed(firstObject(json)))
  const reference = schema?.$ref
  const referred = typeof reference === 'string' ? resolve(reference, setters) : undefined
  if (referred !== undefined) return referred
  const setter = objectIn(objectIn(schema?.['x-k8s-cli'])?.setter)
  if (setter === undefined) return undefined
  const { name = '', value = '' } = setter
  if (typeof name !== 'string' || typeof value !== 'string') return undefined
  return { name, value, isString: schema?.type === 'string' }
}

/** The object that a text starts with. What stands behind it does not matter here, unlike behind a marker. */
function firstObject(text: string): string {
  let depth = 0
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    depth += sign === '{' ? 1 : sign === '}' ? -1 : 0
    if (depth === 0) return text.slice(0, index + sign.length)
  }
  return text
}

/** A comment that is no JSON is no schema, and that is all there is to say about it. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function objectIn(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return isObject(value) ? value : undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
