/** A Go type, as far as templates meet it. Two types are the same when their names are. */
export interface GoType {
  /** As Go prints it: `string`, `[]interface {}`, `update.Result`. */
  readonly name: string
  readonly kind: Kind
  /** Of slices and maps. */
  readonly element?: GoType
  /** Of maps. */
  readonly key?: GoType
  /** Of structs, embedded ones included. */
  readonly fields?: readonly Field[]
  /** Methods without parameters. */
  readonly methods?: ReadonlyMap<string, GoType>
}

export type Kind =
  | 'bool'
  | 'int'
  | 'uint'
  | 'float'
  | 'string'
  | 'slice'
  | 'map'
  | 'struct'
  | 'pointer'
  | 'interface'
  /** A parameter that takes anything as it is, reflect.Value in Go. */
  | 'value'

export interface Field {
  readonly name: string
  readonly type: GoType
  /** Its own fields count as fields of the struct. */
  readonly embedded?: boolean
  /** In JSON; the name itself unless told. */
  readonly json?: string
  readonly omitEmpty?: boolean
}

export const boolType: GoType = { name: 'bool', kind: 'bool' }
export const intType: GoType = { name: 'int', kind: 'int' }
export const int64Type: GoType = { name: 'int64', kind: 'int' }
export const int32Type: GoType = { name: 'int32', kind: 'int' }
export const uint8Type: GoType = { name: 'uint8', kind: 'uint' }
export const uint64Type: GoType = { name: 'uint64', kind: 'uint' }
export const uint32Type: GoType = { name: 'uint32', kind: 'uint' }
export const floatType: GoType = { name: 'float64', kind: 'float' }
export const stringType: GoType = { name: 'string', kind: 'string' }
export const anyType: GoType = { name: 'interface {}', kind: 'interface' }
export const valueType: GoType = { name: 'reflect.Value', kind: 'value' }
export const anyListType = sliceOf(anyType)
export const stringListType = sliceOf(stringType)
export const intListType = sliceOf(intType)
export const dictType = mapOf(stringType, anyType)
export const stringMapType = mapOf(stringType, stringType)

export function sliceOf(element: GoType): GoType {
  return { name: `[]${element.name}`, kind: 'slice', element }
}

export function mapOf(key: GoType, element: GoType, name = `map[${key.name}]${element.name}`): GoType {
  return { name, kind: 'map', key, element }
}

/** The path to a field of a struct, through embedded ones where it must be: the shallowest one counts. */
export function fieldPath(type: GoType, name: string): readonly Field[] | undefined {
  const direct = type.fields?.find(field => field.name === name)
  if (direct !== undefined) return [direct]
  for (const field of type.fields ?? []) {
    const rest = field.embedded === true ? fieldPath(field.type, name) : undefined
    if (rest !== undefined) return [field, ...rest]
  }
  return undefined
}

/** Whether Go lets a value of one type stand for another. */
export function isAssignable(from: GoType, to: GoType): boolean {
  return to.kind === 'interface' || to.kind === 'value' || from.name === to.name
}

/** Whether `nil` is a value of the type. */
export function allowsNil(type: GoType): boolean {
  return ['slice', 'map', 'pointer', 'interface', 'value'].includes(type.kind)
}

/** The name of the kind in Go's reflect package. */
export function kindName({ kind, name }: GoType): string {
  if (kind === 'int' || kind === 'uint' || kind === 'float') return name
  return kind === 'pointer' ? 'ptr' : kind
}
