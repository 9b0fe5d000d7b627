import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { takeInventory } from '../../src/flux/inventory.js'
import { processExec } from '../../src/runner/exec.js'
import { diskFiles } from '../../src/runner/files.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { describeWith, locate } from '../../tests/lab/tools.js'
import { parseSchemaTool, schemaToolFindings } from './schema-tool.js'

const root = temporaryFolder()

const deployment = `# A comment.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: backend
spec:
  replicas: many
  bogus: 1
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: frontend
spec:
  replicas: \${REPLICAS}
  template: {}
---
apiVersion: example.com/v1
kind: Probe
metadata:
  name: website
`

function world(path = '') {
  const env = { PATH: path, HOME: root }
  return {
    exec: processExec(env),
    env,
    files: diskFiles(join(root, 'temporary')),
    workspace: root,
    signal: new AbortController().signal,
  }
}

function inventoryOf(files: Readonly<Record<string, string>>) {
  return takeInventory(Object.entries(files), new Map())
}

/** A program that keeps what it is given and answers with a text. */
function program(name: string, answer: string): string {
  const folder = mkdtempSync(join(root, 'bin-'))
  writeFileSync(join(folder, 'answer'), answer)
  writeFileSync(
    join(folder, name),
    `#!/bin/sh\n/bin/cat > ${folder}/stdin\necho "$@" > ${folder}/args\n/bin/cat ${folder}/answer\nexit 1\n`,
  )
  chmodSync(join(folder, name), 0o755)
  return folder
}

describeWith(['kubeconform'], 'kubeconform', () => {
  const schemas = mkdtempSync(join(root, 'schemas-'))
  mkdirSync(join(schemas, 'master-standalone-strict'))
  const schema = {
    type: 'object',
    required: ['spec'],
    properties: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: { type: 'object' },
      spec: {
        type: 'object',
        required: ['template'],
        additionalProperties: false,
        properties: { replicas: { type: 'integer' }, template: {} },
      },
    },
  }
  writeFileSync(join(schemas, 'master-standalone-strict/deployment-apps-v1.json'), JSON.stringify(schema))
  const choice = { use: 'named', program: locate('kubeconform') ?? '', schemas } as const

  test('what it finds comes back on our lines, and what a substitution fills in is no fault', async () => {
    const inventory = inventoryOf({ 'a.yaml': deployment })
    const { findings, unchecked, tool } = await schemaToolFindings(inventory, choice, world())
    expect(findings.map(({ span, message }) => `${span.line}:${span.column} ${message}`).sort()).toEqual([
      "6:1 spec of Deployment backend: missing property 'template'",
      '7:13 spec.replicas of Deployment backend: got string, want integer',
      '8:3 spec.bogus of Deployment backend: is no field that the schema knows',
    ])
    expect(unchecked).toEqual(['example.com/v1 Probe'])
    expect(tool).toBe(choice.program)
  })

  test('what a patch may add is not missing', async () => {
    const inventory = inventoryOf({
      'kustomization.yaml': 'resources: [a.yaml]\npatches:\n  - path: patch.yaml\n',
      'a.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: backend}\nspec: {replicas: 1}\n',
      'patch.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: backend}\nspec: {template: {}, nonsense: 1}\n',
    })
    expect((await schemaToolFindings(inventory, choice, world())).findings).toEqual([])
  })

  test('without a folder of schemas it is not run, for it would download them', async () => {
    const { findings, unchecked, tool, why } = await schemaToolFindings(
      inventoryOf({ 'a.yaml': deployment }),
      { use: 'named', program: choice.program, schemas: undefined },
      world(),
    )
    expect([findings, tool]).toEqual([[], undefined])
    expect(unchecked).toEqual(['apps/v1 Deployment', 'example.com/v1 Probe'])
    expect(why).toMatch(/^kubeconform has no schemas of its own/)
  })
})

describe('flux-schema, as its documentation has it', () => {
  const report = JSON.stringify({
    apiVersion: 'schema.plugin.fluxcd.io/v1beta1',
    kind: 'Report',
    report: {
      results: [
        {
          source: 'stdin',
          idx: 1,
          status: 'invalid',
          reason: 'schema-violation',
          violations: [{ path: '/spec/replicas', message: 'got string, want integer' }],
        },
        { source: 'stdin', idx: 2, status: 'valid' },
        { source: 'stdin', idx: 3, status: 'skipped', reason: 'schema-not-found' },
      ],
    },
  })

  test('is found on PATH, is given the objects and its report is read', async () => {
    const folder = program('flux-schema', report)
    const inventory = inventoryOf({ 'a.yaml': deployment })
    const { findings, unchecked } = await schemaToolFindings(inventory, { use: 'auto' }, world(`relative:${folder}`))
    expect(findings.map(({ file, span }) => `${file}:${span.line}`)).toEqual(['a.yaml:7'])
    expect(unchecked).toEqual(['example.com/v1 Probe'])
    expect(readFileSync(join(folder, 'args'), 'utf8')).toContain('validate --output json')
    expect(readFileSync(join(folder, 'stdin'), 'utf8').match(/^---$/gm)).toHaveLength(3)
  })

  test('that gives no report is an error', async () => {
    const folder = program('flux-schema', 'Usage: …')
    const running = schemaToolFindings(inventoryOf({ 'a.yaml': deployment }), { use: 'auto' }, world(folder))
    await expect(running).rejects.toThrow(/gave no report/)
  })
})

describe('the choice of a tool', () => {
  test('is made by the input', () => {
    expect(['', 'auto', 'off', 'kubeconform ./schemas', '/opt/flux-schema'].map(parseSchemaTool)).toEqual([
      { use: 'auto' },
      { use: 'auto' },
      { use: 'off' },
      { use: 'named', program: 'kubeconform', schemas: './schemas' },
      { use: 'named', program: '/opt/flux-schema', schemas: undefined },
    ])
  })

  test.each(['kubeval', 'true', 'kubeconform https://example.com/schemas'])('%s is refused', raw => {
    expect(() => parseSchemaTool(raw)).toThrow(/input "schema-tool"/)
  })

  test('without a tool says which kinds nobody checked; one that is named must be there', async () => {
    const inventory = inventoryOf({ 'a.yaml': deployment })
    expect(await schemaToolFindings(inventory, { use: 'auto' }, world())).toEqual({
      findings: [],
      unchecked: ['apps/v1 Deployment', 'example.com/v1 Probe'],
      tool: undefined,
      why: 'neither flux-schema nor kubeconform is installed',
    })
    const named = { use: 'named', program: './kubeconform', schemas: undefined } as const
    await expect(schemaToolFindings(inventory, named, world())).rejects.toThrow(/which is not there/)
  })
})
