import { parseRange } from '../semver-range.js'
import { parseVersion, type Version } from '../semver-version.js'
import { CallFault, define, type Functions, textArgument } from './function.js'
import { boolType, type GoType, stringType, uint64Type } from './types.js'
import { bool, type StructValue, text, type Value } from './values.js'

const structType: GoType = {
  name: 'semver.Version',
  kind: 'struct',
  fields: [],
  methods: new Map([
    ['Major', uint64Type],
    ['Minor', uint64Type],
    ['Patch', uint64Type],
    ['Prerelease', stringType],
    ['Metadata', stringType],
    ['Original', stringType],
    ['String', stringType],
  ]),
}
const pointerType: GoType = { name: '*semver.Version', kind: 'pointer', element: structType }

/** Sprig's functions on versions. */
export const semverFunctions: Functions = new Map([
  ['semver', define([stringType], pointerType, value => versionValue(parsed(value)))],
  ['semverCompare', define([stringType, stringType], boolType, compare)],
])

function compare(range: Value | undefined, version: Value | undefined): Value {
  const result = parseRange(textArgument(range))
  if ('error' in result) throw new CallFault(result.error)
  return bool(result.range(parsed(version)))
}

function parsed(value: Value | undefined): Version {
  const version = parseVersion(textArgument(value))
  if (version === undefined) throw new CallFault('invalid semantic version')
  return version
}

function versionValue(version: Version): Value {
  const { major, minor, patch, prerelease, metadata, original } = version
  const suffix = (prerelease === '' ? '' : `-${prerelease}`) + (metadata === '' ? '' : `+${metadata}`)
  const printed = `${major}.${minor}.${patch}${suffix}`
  const target: StructValue = {
    kind: 'struct',
    type: structType,
    fields: new Map(),
    text: printed,
    methods: new Map<string, () => Value>([
      ['Major', () => number(major)],
      ['Minor', () => number(minor)],
      ['Patch', () => number(patch)],
      ['Prerelease', () => text(prerelease)],
      ['Metadata', () => text(metadata)],
      ['Original', () => text(original)],
      ['String', () => text(printed)],
    ]),
  }
  return { kind: 'pointer', type: pointerType, target }
}

function number(segment: number | bigint): Value {
  return { kind: 'uint', type: uint64Type, int: BigInt(segment) }
}
