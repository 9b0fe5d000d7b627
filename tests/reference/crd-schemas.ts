import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { listMember, textMember, valueAt } from '../../src/json.js'
import { jsonSchemaOf } from '../differential/json-schema.js'

/** Writes each version of each CRD as JSON schema to `GROUP/kind_version.json`, as strict as the API server with `fieldValidation: Strict`. */
export function writeCrdSchemas(crds: string, target: string): void {
  for (const file of readdirSync(crds)) {
    const crd: unknown = parse(readFileSync(join(crds, file), 'utf8'))
    const group = textMember(valueAt(crd, ['spec']), 'group') ?? ''
    const kind = String(valueAt(crd, ['spec', 'names', 'kind'])).toLowerCase()
    mkdirSync(join(target, group), { recursive: true })
    for (const version of listMember(valueAt(crd, ['spec']), 'versions')) {
      const schema = jsonSchemaOf(valueAt(version, ['schema', 'openAPIV3Schema']))
      writeFileSync(join(target, group, `${kind}_${textMember(version, 'name')}.json`), JSON.stringify(schema))
    }
  }
}
