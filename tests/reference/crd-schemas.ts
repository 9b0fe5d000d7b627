import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { isMapping, listMember, textMember, valueAt } from '../../src/json.js'

/** Writes each version of each CRD as JSON schema to `GROUP/kind_version.json`, as strict as the API server with `fieldValidation: Strict`. */
export function writeCrdSchemas(crds: string, target: string): void {
  for (const file of readdirSync(crds)) {
    const crd: unknown = parse(readFileSync(join(crds, file), 'utf8'))
    const group = textMember(valueAt(crd, ['spec']), 'group') ?? ''
    const kind = String(valueAt(crd, ['spec', 'names', 'kind'])).toLowerCase()
    mkdirSync(join(target, group), { recursive: true })
    for (const version of listMember(valueAt(crd, ['spec']), 'versions')) {
      const schema = strict(valueAt(version, ['schema', 'openAPIV3Schema']))
      writeFileSync(join(target, group, `${kind}_${textMember(version, 'name')}.json`), JSON.stringify(schema))
    }
  }
}

/** Refuses members that a structural schema does not know, where it does not say that it keeps them. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict)
  if (!isMapping(schema)) return schema
  const made: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(schema)) {
    // A field may be called like a keyword of the schema.
    made[key] =
      key === 'properties' && isMapping(value)
        ? Object.fromEntries(Object.entries(value).map(([name, field]) => [name, strict(field)]))
        : ['default', 'enum', 'example'].includes(key)
          ? value
          : strict(value)
  }
  const isClosed = isMapping(made.properties) && made['x-kubernetes-preserve-unknown-fields'] !== true
  return isClosed && made.additionalProperties === undefined ? { ...made, additionalProperties: false } : made
}
