import { isMapping } from '../../src/json.js'

/**
 * The structural schema of a CRD as a JSON schema for kubeconform, as strict as the API server with `fieldValidation: Strict`:
 * what a map does not know is refused, unless it says that it keeps it.
 */
export function jsonSchemaOf(schema: unknown): unknown {
  return strict(schema, true)
}

/** Its apiVersion, kind and metadata every object has, whether its schema says so or not. */
const OWN = { apiVersion: { type: 'string' }, kind: { type: 'string' }, metadata: { type: 'object' } }

function strict(schema: unknown, isObject: boolean): Readonly<Record<string, unknown>> {
  if (!isMapping(schema)) return {}
  const isEmbedded = isObject || schema['x-kubernetes-embedded-resource'] === true
  const made: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties' && isMapping(value)) {
      const fields = Object.entries(value).map(([name, field]) => [name, strict(field, false)])
      made[key] = { ...Object.fromEntries(fields), ...(isEmbedded ? OWN : {}) }
    } else if (key === 'items' || key === 'not') made[key] = strict(value, false)
    else if (key === 'additionalProperties' && isMapping(value)) made[key] = strict(value, false)
    // Alternatives restrict values, and close nothing.
    else made[key] = value
  }
  const isClosed = isMapping(made.properties) && schema['x-kubernetes-preserve-unknown-fields'] !== true
  return isClosed && made.additionalProperties === undefined ? { ...made, additionalProperties: false } : made
}
