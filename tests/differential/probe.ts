import { stringify } from 'yaml'

const text = { type: 'string' }

/** A kind whose CRD uses every word of a structural schema, which the CRDs of the trees do not. */
const schema = {
  type: 'object',
  required: ['spec'],
  properties: {
    apiVersion: text,
    kind: text,
    metadata: { type: 'object' },
    spec: {
      type: 'object',
      required: ['name', 'mode', 'list'],
      properties: {
        name: { ...text, minLength: 2, maxLength: 20, pattern: '^[a-z%][a-z0-9%-]*$' },
        mode: { ...text, enum: ['always', 'never', '5m'], default: 'always' },
        count: { type: 'integer', minimum: 0, maximum: 100 },
        long: { type: 'integer', format: 'int64' },
        share: { type: 'number', minimum: 0, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: true },
        isOn: { type: 'boolean' },
        list: { type: 'array', items: { ...text, minLength: 1 }, minItems: 1, maxItems: 3 },
        set: { type: 'array', items: text, uniqueItems: false, 'x-kubernetes-list-type': 'set' },
        labels: { type: 'object', additionalProperties: text },
        open: {
          type: 'object',
          'x-kubernetes-preserve-unknown-fields': true,
          properties: { size: { type: 'integer' } },
        },
        anything: { 'x-kubernetes-preserve-unknown-fields': true },
        port: { 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }, { type: 'string' }] },
        barePort: { 'x-kubernetes-int-or-string': true },
        maybe: { ...text, nullable: true },
        since: { ...text, format: 'date-time' },
        wait: { ...text, format: 'duration' },
        data: { ...text, format: 'byte' },
        either: {
          type: 'object',
          properties: { a: text, b: text },
          oneOf: [{ required: ['a'] }, { required: ['b'] }],
        },
        some: { type: 'object', properties: { a: text, b: text }, anyOf: [{ required: ['a'] }, { required: ['b'] }] },
        all: { ...text, allOf: [{ minLength: 2 }, { maxLength: 4 }] },
        other: { ...text, not: { enum: ['zzz'] } },
        template: { type: 'object', 'x-kubernetes-embedded-resource': true, properties: { spec: { type: 'object' } } },
      },
    },
  },
}

export const probeCrd = stringify({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'probes.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { kind: 'Probe', plural: 'probes' },
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } }],
  },
})

export const probe = `apiVersion: example.com/v1
kind: Probe
metadata:
  name: website
spec:
  name: website
  mode: never
  count: 5
  long: 5
  share: 0.5
  isOn: true
  list: [a, b]
  set: [a]
  labels: {app: web}
  open: {size: 1, more: 2}
  anything: {a: [1]}
  port: http
  barePort: 80
  maybe: a
  since: "2026-01-01T00:00:00Z"
  wait: 5s
  data: YWJj
  either: {a: x}
  some: {a: x, b: z}
  all: abc
  other: abc
  template:
    apiVersion: v1
    kind: Pod
    metadata: {name: a}
    spec: {}
`
