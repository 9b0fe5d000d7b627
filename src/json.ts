/** Reading of JSON whose shape is not known: outside data is narrowed here, never cast. */

/** The parsed text, or undefined when it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A member of an object, found as its own property; undefined when there is none or the value is no object. */
export function member(value: unknown, name: string): unknown {
  if (!isMapping(value)) return undefined
  return Object.getOwnPropertyDescriptor(value, name)?.value
}

/** What lies at the end of a path of names and indices; undefined when there is nothing. */
export function valueAt(value: unknown, keys: readonly (string | number)[]): unknown {
  let part = value
  for (const key of keys)
    part = Array.isArray(part) ? (typeof key === 'number' ? part[key] : undefined) : member(part, String(key))
  return part
}

/** Whether a value is an object with members, no list. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A member that is a non-empty text. */
export function textMember(value: unknown, name: string): string | undefined {
  const found = member(value, name)
  return typeof found === 'string' && found !== '' ? found : undefined
}

export function numberMember(value: unknown, name: string): number | undefined {
  const found = member(value, name)
  return typeof found === 'number' ? found : undefined
}

/** A member that is a list; empty when it is none. */
export function listMember(value: unknown, name: string): readonly unknown[] {
  const found = member(value, name)
  return Array.isArray(found) ? found : []
}

/** Whether two values say the same, in whatever order objects have their members. */
export function isSame(left: unknown, right: unknown): boolean {
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, index) => isSame(item, right[index]))
  if (isMapping(left) && isMapping(right)) {
    const keys = Object.keys(left)
    return (
      keys.length === Object.keys(right).length &&
      keys.every(key => Object.hasOwn(right, key) && isSame(left[key], right[key]))
    )
  }
  return Object.is(left, right)
}

/** Whether JSON can hold a value, and gives back the same. */
export function isJson(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
    case 'object':
      if (value === null) return true
      if (Array.isArray(value)) return value.every(isJson)
      return Object.prototype.toString.call(value) === '[object Object]' && Object.values(value).every(isJson)
    default:
      return false
  }
}
