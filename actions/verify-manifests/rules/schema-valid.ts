import type { Edit, Fix } from '../../../src/findings/finding.js'
import { keyPlaceOf, originOf, partIn, type Resource, titleOf, valueIn } from '../../../src/flux/inventory/resource.js'
import { oddTexts, plainSource, readingOf } from '../../../src/flux/inventory/text-fields.js'
import type { Inventory } from '../../../src/flux/inventory.js'
import { checkObject, type JsonType, type SchemaProblem } from '../../../src/flux/schema/check-value.js'
import { crdSchemas, type FindSchemas, type Schema } from '../../../src/flux/schema/crd-schemas.js'
import { fluxFields } from '../../../src/flux/schema/flux-fields.js'
import { type Key, keyRangeAt, partAt } from '../../../src/yaml/source-file.js'
import { fileReaders } from '../file-readers.js'
import { policyVerdicts } from '../policy-verdict.js'
import { reachesCluster } from '../reach.js'
import type { Report, Rule, RuleContext } from '../rule.js'
import { fieldName, isSurprise } from './yaml-valid.js'

export const schemaValidRule: Rule = {
  id: 'schema-valid',
  severity: 'error',
  summary:
    "Objects fit the schema of their kind: that of a CRD in the tree, and for Flux's own kinds at least the types of the fields that matter.",
  why: 'The API server refuses an object with an unknown, missing or wrong field, and Flux then applies nothing of its Kustomization.',
  fix: 'Write the field as the schema has it. CRDs are taken from the tree, `gotk-components.yaml` above all; CEL rules are not evaluated.',
  examples: [
    {
      title: 'a field that the CRD does not know, one of the wrong type, and one that is missing',
      files: {
        'crd.yaml': exampleCrd(),
        'probe.yaml': `apiVersion: example.com/v1
kind: Probe
metadata:
  name: website
spec: # expect: schema-valid
  intervall: 5m # expect: schema-valid
  retries: many # expect: schema-valid
  mode: sometimes # expect: schema-valid
  free:
    anything: [goes]
`,
      },
    },
    {
      title: 'an object that fits, with values that a substitution fills in',
      files: {
        'crd.yaml': exampleCrd(),
        'probe.yaml': `apiVersion: example.com/v1
kind: Probe
metadata:
  name: website
spec:
  url: https://example.com
  interval: 5m
  retries: \${RETRIES}
  port: http
  free:
    anything: [goes]
`,
      },
    },
    {
      title: "a wrong type in one of Flux's kinds, without a CRD",
      files: {
        'website.yaml': `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: website
  namespace: flux-system
spec:
  interval: 60 # expect: schema-valid
  url: https://example.com/website.git
  ref:
    branch: main
`,
      },
    },
    {
      title: 'a number and a truth value where Kubernetes wants text',
      files: {
        'website/config.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  port: 8080 # expect: schema-valid
  cache: true # expect: schema-valid
  level: "3"
`,
      },
    },
    {
      title: 'a field that a patch adds',
      files: {
        'crd.yaml': exampleCrd(),
        'base/kustomization.yaml': 'resources: [probe.yaml]\npatches:\n  - path: patch.yaml\n',
        'base/probe.yaml': `apiVersion: example.com/v1
kind: Probe
metadata:
  name: website
spec:
  interval: 5m
`,
        'base/patch.yaml': `apiVersion: example.com/v1
kind: Probe
metadata:
  name: website
spec:
  url: https://example.com
`,
      },
    },
  ],
  *check(context) {
    const { inventory } = context
    const isTold = toldOfPolicies(context)
    const schemasOf = crdSchemas(inventory)
    const readerOf = fileReaders(inventory)
    // What a generator takes as it is may look like an object as well.
    const patches = inventory.parts.filter(({ file }) => readerOf(file) !== undefined)
    for (const resource of [...inventory.resources, ...patches]) yield* untypedTexts(resource)
    for (const resource of inventory.resources) {
      const severity = reachesCluster(resource, inventory) ? 'error' : 'warning'
      const isRewritten = inventory.placementsOf(resource).some(placement => placement.isRewritten)
      for (const problem of schemaProblems(resource, schemasOf)) {
        if (problem.kind === 'value' && isTold(resource, problem.keys)) continue
        // A patch may bring it.
        if (problem.kind !== 'missing' || !isRewritten) yield { ...describe(resource, problem), severity }
      }
    }
  },
}

/** Whether a rule for policies says of a value what is wrong with it, and says it better. */
function toldOfPolicies(context: RuleContext): (resource: Resource, keys: readonly Key[]) => boolean {
  const told = policyVerdicts(context).flatMap(({ policy, fault }) =>
    fault === undefined ? [] : [{ resource: policy.resource, keys: JSON.stringify(fault.keys) }],
  )
  return (resource, keys) => told.some(one => one.resource === resource && one.keys === JSON.stringify(keys))
}

/** Plain numbers and truth values where Kubernetes wants text; what is stranger than that is a matter of yaml-valid. */
function* untypedTexts(resource: Resource): Iterable<Report> {
  for (const odd of oddTexts(resource)) {
    const { source, reading, area, start, end, keys } = odd
    if (isSurprise(odd) || area === 'annotation') continue
    const text = JSON.stringify(source)
    yield {
      ...reportOf(
        resource,
        keys,
        `must be text, and ${source} is ${reading === 'truth' ? 'true or false' : 'a number'}`,
      ),
      found: source,
      expected: text,
      fix: { text, edits: [{ file: resource.file.path, start, end, text }] },
    }
  }
}

/** What every schema of the kind finds wrong: a cluster with another one may take the object. */
export function schemaProblems(resource: Resource, schemasOf: FindSchemas): readonly SchemaProblem[] {
  const candidates = schemasOf(resource.group, resource.kind)
  const inVersion = candidates.flatMap(({ versions }) => {
    const schema = versions.get(resource.version)
    return schema === undefined ? [] : [schema]
  })
  if (inVersion.length === 0) {
    const floor = fluxFields(resource.group, resource.kind)
    return floor === undefined ? [] : check(resource, floor)
  }
  const [first = [], ...others] = inVersion.map(schema => check(resource, schema))
  return first.filter(problem => others.every(found => found.some(other => isSame(problem, other))))
}

function isSame(left: SchemaProblem, right: SchemaProblem): boolean {
  return left.kind === right.kind && JSON.stringify(left.keys) === JSON.stringify(right.keys)
}

function check(resource: Resource, schema: Schema): readonly SchemaProblem[] {
  const problems = checkObject(schema, resource.body, { typeAt: (keys, value) => goTypeAt(resource, keys, value) })
  if (problems.length === 0) return problems
  // What oddTexts finds is reported there.
  const told = new Set([...oddTexts(resource)].map(({ keys }) => JSON.stringify(keys)))
  return problems.filter(({ keys }) => !told.has(JSON.stringify(keys)))
}

/** Go's reader takes `1_000` and `0b11` for numbers and `2024-01-01` for text; ours does not, or the other way round. */
function goTypeAt(resource: Resource, keys: readonly Key[], value: unknown): JsonType | undefined {
  if (typeof value !== 'string' || !/^[-+.0-9]/.test(value)) return undefined
  const source = plainSource(partIn(resource, ...keys))
  return source !== undefined && readingOf(source) === 'number' ? 'integer' : undefined
}

function describe(resource: Resource, problem: SchemaProblem): Report {
  const { keys, kind, message, expected } = problem
  const value = valueIn(resource, ...keys)
  const fix = fixOf(resource, problem)
  return {
    ...reportOf(resource, keys, message),
    ...(kind === 'unknown' && resource.made === undefined ? { span: keyPlaceOf(resource, ...keys) } : {}),
    expected,
    ...(kind === 'missing' || value === undefined
      ? {}
      : { found: kind === 'unknown' ? String(keys.at(-1)) : shortly(value) }),
    ...(fix === undefined ? {} : { fix }),
  }
}

function reportOf(resource: Resource, keys: readonly Key[], message: string): Report {
  const field = fieldName(keys)
  const what = field === '' ? titleOf(resource) : `${field} of ${titleOf(resource)}`
  return {
    ...originOf(resource, ...keys),
    message: `${what} ${message}: the API server refuses the object`,
  }
}

function fixOf(resource: Resource, { kind, keys, expected, meant }: SchemaProblem): Fix | undefined {
  if (kind === 'missing') return { text: `Add ${expected}` }
  // What a patch made of it does not stand in the file.
  if (resource.made !== undefined)
    return { text: kind === 'unknown' ? `Remove ${String(keys.at(-1))}` : `Write ${expected}` }
  const path = [...resource.path, ...keys]
  if (kind === 'unknown') {
    if (meant === undefined) return { text: `Remove ${String(keys.at(-1))}, or write ${expected}` }
    const written = String(keys.at(-1))
    if (valueIn(resource, ...keys.slice(0, -1), meant) !== undefined) return { text: `Remove ${written}` }
    // Beyond a wrong case it is a good guess, and no more.
    const isCertain = written.toLowerCase() === meant.toLowerCase()
    return { text: `${meant}:`, ...(isCertain ? editsOf(resource, keyRangeAt(resource.document, path), meant) : {}) }
  }
  const source = plainSource(partAt(resource.document, path))
  if (kind !== 'type' || source === undefined || expected !== 'text') return undefined
  // `60` may be 60s or 60m: that it is text is certain, what it says is not.
  return { text: /^[0-9.]+$/.test(source) && keys.at(-1) === 'interval' ? `${source}s` : JSON.stringify(source) }
}

function editsOf(
  resource: Resource,
  range: readonly [start: number, end: number] | undefined,
  text: string,
): { edits?: readonly Edit[] } {
  if (range === undefined) return {}
  const [start, end] = range
  return { edits: [{ file: resource.file.path, start, end, text }] }
}

function shortly(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  const [line = ''] = text.split('\n')
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}

/** Kinds without a schema in the tree, as `group/version Kind`, sorted: what only a schema tool can check. */
export function uncheckedKinds(inventory: Inventory): readonly string[] {
  const schemasOf = crdSchemas(inventory)
  const unchecked = new Set<string>()
  for (const resource of inventory.resources) {
    const { group, version, kind } = resource
    const isKnown = schemasOf(group, kind).some(({ versions }) => versions.get(version) !== undefined)
    if (!isKnown) unchecked.add(kindName(resource))
  }
  return [...unchecked].sort()
}

/** As it stands in a manifest: `apps/v1 Deployment`. */
export function kindName({ group, version, kind }: Resource): string {
  return `${group === '' ? '' : `${group}/`}${version} ${kind}`
}

function exampleCrd(): string {
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: probes.example.com
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Probe, plural: probes}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              required: [url]
              properties:
                url: {type: string}
                interval: {type: string}
                retries: {type: integer, minimum: 0}
                mode: {type: string, enum: [always, never]}
                port: {x-kubernetes-int-or-string: true}
                free: {type: object, x-kubernetes-preserve-unknown-fields: true}
`
}
