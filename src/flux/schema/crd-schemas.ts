import { isMapping, listMember, member, textMember } from '../../json.js'
import { type Resource, valueIn } from '../inventory/resource.js'
import type { Inventory } from '../inventory.js'

/** What one CRD of the tree says about a kind. */
export interface CrdSchemas {
  readonly crd: Resource
  /** The versions that it serves; a schema is undefined where the CRD has none. */
  readonly versions: ReadonlyMap<string, Schema | undefined>
}

/** A structural schema of a CRD, as it stands there; read as it is walked. */
export type Schema = Readonly<Record<string, unknown>>

/** Finds the schemas of a kind in a tree; several where several clusters bring their own. */
export type FindSchemas = (group: string, kind: string) => readonly CrdSchemas[]

/** Takes the CRDs of a tree in. Nothing of a schema is looked at before an object asks for it. */
export function crdSchemas({ ofKind }: Inventory): FindSchemas {
  const found = new Map<string, CrdSchemas[]>()
  for (const crd of ofKind('apiextensions.k8s.io', 'CustomResourceDefinition')) {
    const spec = valueIn(crd, 'spec')
    const kind = textMember(member(spec, 'names'), 'kind')
    const group = textMember(spec, 'group')
    if (kind === undefined || group === undefined || crd.version !== 'v1') continue
    const versions = new Map(listMember(spec, 'versions').flatMap(version => readVersion(version)))
    if (versions.size === 0) continue
    const key = `${group}/${kind}`
    found.set(key, [...(found.get(key) ?? []), { crd, versions }])
  }
  return (group, kind) => found.get(`${group}/${kind}`) ?? []
}

function readVersion(version: unknown): readonly (readonly [string, Schema | undefined])[] {
  const name = textMember(version, 'name')
  if (name === undefined || member(version, 'served') !== true) return []
  const schema = member(member(version, 'schema'), 'openAPIV3Schema')
  return [[name, isMapping(schema) ? schema : undefined]]
}
