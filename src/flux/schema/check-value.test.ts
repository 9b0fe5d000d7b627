import { describe, expect, test } from '@jest/globals'
import { checkObject } from './check-value.js'
import type { Schema } from './crd-schemas.js'

function problems(spec: Schema, value: unknown): readonly string[] {
  const schema = { type: 'object', properties: { spec } }
  const body = { apiVersion: 'example.com/v1', kind: 'Probe', metadata: { name: 'a', anything: 1 }, spec: value }
  return checkObject(schema, body, { typeAt: () => undefined }).map(({ keys, kind }) => `${keys.join('.')} ${kind}`)
}

describe('as the API server, strictly', () => {
  test.each<[string, Schema, unknown, readonly string[]]>([
    ['a type', { type: 'string' }, 5, ['spec type']],
    ['a whole number', { type: 'integer' }, 1.5, ['spec type']],
    ['a number may be whole', { type: 'number' }, 1, []],
    ['an unknown field', { type: 'object', properties: { a: {} } }, { b: 1 }, ['spec.b unknown']],
    ['a missing field', { type: 'object', properties: { a: {} }, required: ['a'] }, {}, ['spec missing']],
    [
      'a field with a default is not missing',
      { type: 'object', properties: { a: { type: 'string', default: 'x' } }, required: ['a'] },
      {},
      [],
    ],
    [
      'unknown fields that are preserved',
      { type: 'object', properties: { a: {} }, 'x-kubernetes-preserve-unknown-fields': true },
      { b: 1 },
      [],
    ],
    ['a map of texts', { type: 'object', additionalProperties: { type: 'string' } }, { a: 'x', b: 2 }, ['spec.b type']],
    ['items', { type: 'array', items: { type: 'string' }, minItems: 3 }, ['a', 1], ['spec value', 'spec.1 type']],
    ['int-or-string', { 'x-kubernetes-int-or-string': true }, true, ['spec type']],
    [
      'int-or-string as text',
      { 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }, { type: 'string' }] },
      '50%',
      [],
    ],
    ['an enumeration', { type: 'string', enum: ['a', 'b'] }, 'c', ['spec value']],
    ['a pattern of Go, anywhere in the text', { type: 'string', pattern: '(?i)^B+$' }, 'bbb', []],
    ['a pattern that does not match', { type: 'string', pattern: '^b+$' }, 'abb', ['spec value']],
    ['limits', { type: 'integer', minimum: 1, maximum: 2 }, 3, ['spec value']],
    ['exactly one', { oneOf: [{ required: ['a'] }, { required: ['b'] }] }, { a: 1, b: 1 }, ['spec value']],
    ['none of them', { type: 'string', not: { pattern: '^x' } }, 'xa', ['spec value']],
    [
      'an object of its own',
      { type: 'object', 'x-kubernetes-embedded-resource': true, properties: { a: {} } },
      { kind: 'A', a: 1 },
      [],
    ],
    ['what a substitution fills in', { type: 'integer' }, '${COUNT}', []],
    ['null', { type: 'integer' }, null, []],
    [
      'a name like that of an inherited member',
      { type: 'object', properties: { a: {} } },
      { constructor: 1 },
      ['spec.constructor unknown'],
    ],
    ['a schema that is none', { type: 'colour', properties: 5, required: 'a', items: [] }, { a: 1 }, []],
  ])('%s', (_, schema, value, expected) => {
    expect([...problems(schema, value)].sort()).toEqual(expected)
  })

  test('a pattern that takes for ever elsewhere takes no time', () => {
    const start = performance.now()
    problems({ type: 'string', pattern: '^(a+)+$' }, `${'a'.repeat(50_000)}b`)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
