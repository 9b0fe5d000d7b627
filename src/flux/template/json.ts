import { bytesOf, compareBytes, runeAt } from '../go/bytes.js'
import { CallFault } from './function.js'
import { bool, dict, float, keyOf, list, type StructValue, text, type Value } from './values.js'

/** A JSON text as Go reads it into an interface: numbers are float64. Undefined for `null`. */
export function decodedJson(source: string): Value | undefined {
  try {
    return valueOfJson(JSON.parse(source))
  } catch {
    throw new CallFault('invalid JSON')
  }
}

export interface JsonStyle {
  /** Line ends and two blanks a level. */
  readonly pretty?: boolean
  /** `<`, `>` and `&` as they are. */
  readonly raw?: boolean
}

/** A value as Go's encoding/json writes it; a CallFault for what it refuses. */
export function encodedJson(value: Value | undefined, style: JsonStyle = {}): string {
  return encoded(value, style, '')
}

function valueOfJson(parsed: unknown): Value | undefined {
  if (typeof parsed === 'string') return text(parsed)
  if (typeof parsed === 'number') return float(parsed)
  if (typeof parsed === 'boolean') return bool(parsed)
  if (Array.isArray(parsed)) return list(parsed.map(valueOfJson))
  if (typeof parsed !== 'object' || parsed === null) return undefined
  return dict(Object.entries(parsed).map(([key, value]): [string, Value | undefined] => [key, valueOfJson(value)]))
}

function encoded(value: Value | undefined, style: JsonStyle, indent: string): string {
  switch (value?.kind) {
    case undefined:
      return 'null'
    case 'bool':
      return String(value.bool)
    case 'int':
    case 'uint':
      return String(value.int)
    case 'float':
      if (!Number.isFinite(value.float)) throw new CallFault(`json: unsupported value: ${goNumber(value.float)}`)
      return Object.is(value.float, -0) ? '-0' : String(value.float)
    case 'string':
      return encodedText(value.text, style)
    case 'interface':
      return encoded(value.inner, style, indent)
    case 'pointer':
      return encoded(value.target, style, indent)
    case 'slice':
      if (value.items === null) return 'null'
      return enclosed(
        '[',
        ']',
        value.items.map(item => encoded(item, style, indent + step(style))),
        style,
        indent,
      )
    case 'map': {
      if (value.type.key?.kind !== 'string') throw new CallFault(`json: unsupported type: ${value.type.name}`)
      if (value.entries === null) return 'null'
      const keys = [...value.entries.values()].sort((left, right) => compareBytes(keyOf(left.key), keyOf(right.key)))
      const members = keys.map((entry): Member => [keyOf(entry.key), entry.value])
      return encodedMembers(members, style, indent)
    }
    case 'struct':
      if (value.text !== undefined && value.fields.size === 0) return encodedText(value.text, style)
      return encodedMembers(membersOf(value), style, indent)
  }
}

type Member = readonly [name: string, value: Value]

/** The fields of embedded structs count as fields of the struct. */
function membersOf({ type, fields }: StructValue): readonly Member[] {
  return (type.fields ?? []).flatMap(field => {
    const value = fields.get(field.name)
    if (value === undefined) return []
    if (field.embedded === true && value.kind === 'struct') return membersOf(value)
    const isLeftOut = field.omitEmpty === true && value.kind === 'string' && value.text === ''
    return isLeftOut ? [] : [[field.json ?? field.name, value] as const]
  })
}

function encodedMembers(members: readonly Member[], style: JsonStyle, indent: string): string {
  const colon = style.pretty === true ? ': ' : ':'
  const parts = members.map(
    ([name, value]) => encodedText(name, style) + colon + encoded(value, style, indent + step(style)),
  )
  return enclosed('{', '}', parts, style, indent)
}

function enclosed(open: string, close: string, parts: readonly string[], style: JsonStyle, indent: string): string {
  if (style.pretty !== true || parts.length === 0) return open + parts.join(',') + close
  const inner = indent + step(style)
  return `${open}\n${parts.map(part => inner + part).join(',\n')}\n${indent}${close}`
}

function step(style: JsonStyle): string {
  return style.pretty === true ? '  ' : ''
}

function encodedText(value: string, { raw }: JsonStyle): string {
  let result = ''
  const bytes = bytesOf(value)
  for (let at = 0; at < bytes.length; ) {
    const rune = runeAt(bytes, at)
    const character = String.fromCodePoint(rune.code)
    result += rune.valid ? escapedCharacter(character, raw === true) : '\\ufffd'
    at += rune.width
  }
  return `"${result}"`
}

function escapedCharacter(character: string, raw: boolean): string {
  const short = shortEscapes[character]
  if (short !== undefined) return short
  const mustEscape = /[\0-\x1f\u2028\u2029]/.test(character) || (!raw && /[<>&]/.test(character))
  return mustEscape ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : character
}

function goNumber(value: number): string {
  return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf'
}

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}
