import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import { emptyConfig } from '../../actions/verify-manifests/config.js'
import { fluxVersionOf } from '../../actions/verify-manifests/flux-version.js'
import { lint } from '../../actions/verify-manifests/lint.js'
import { schemaValidRule } from '../../actions/verify-manifests/rules/schema-valid.js'
import { yamlValidRule } from '../../actions/verify-manifests/rules/yaml-valid.js'
import { buildDefaults } from '../../src/build-defaults.js'
import { keyPlaceOf, placeOf, type Resource, valueIn } from '../../src/flux/inventory/resource.js'
import { takeInventory } from '../../src/flux/inventory.js'
import { crdSchemas, type Schema } from '../../src/flux/schema/crd-schemas.js'
import { listMember, parseJson, textMember } from '../../src/json.js'
import type { Key } from '../../src/yaml/source-file.js'
import { type Lab, openLab } from '../lab/lab.js'
import { run } from '../lab/program.js'
import { describeWith, isThere, schemasFolder } from '../lab/tools.js'
import { type Difference, differenceTable, unexpected } from './differences.js'
import { jsonSchemaOf } from './json-schema.js'
import { probe, probeCrd } from './probe.js'
import { schemaFaults } from './schema-faults.js'
import { manifestsOf, type Specimen, specimens } from './specimen.js'

/** Of a kind whose CRD is in the same tree. */
interface Known {
  readonly resource: Resource
  readonly schema: Schema
}

/** A line of a file that has something wrong. */
type Said = readonly [path: string, line: string]

/** All such lines by file. */
type Lines = ReadonlyMap<string, string>

interface Tree {
  readonly name: string
  readonly texts: ReadonlyMap<string, string>
}

/** How many objects lie in a tree at once: each Kustomization among them is followed. */
const AT_ONCE = 400

/** Schemas whose faults were tried in a tree before. */
const tried = new Set<string>()

const trees: readonly Tree[] = [
  ...specimens().map(one => ({ name: one.name, texts: new Map([...manifestsOf(one), ...crdsFor(one)]) })),
  {
    name: 'every word of a schema',
    texts: new Map([
      ['crd.yaml', probeCrd],
      ['probe.yaml', probe],
    ]),
  },
].filter(({ texts }) => knownIn(texts).length > 0)

describeWith(['kubeconform', 'schemas'], 'what is invalid', () => {
  let lab: Lab
  const found: Difference[] = []
  let [compared, invalid] = [0, 0]

  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(async () => {
    process.stdout.write(
      `${compared} objects compared with kubeconform, ${invalid} of them invalid\n${differenceTable('What is invalid', found)}`,
    )
    await lab.stop()
  })

  test.each(trees.map(({ name, texts }) => [name, texts] as const))(
    '%s: each object, and each with something wrong, is judged at the same lines',
    async (_, texts) => {
      const all = knownIn(texts)
      const kinds = new Map(all.map(one => [`${one.resource.group}/${one.resource.version} ${one.resource.kind}`, one]))
      const objects = [
        ...all.map(({ resource }) => ({ what: `${resource.kind} as it is`, body: resource.body })),
        ...[...kinds.values()].filter(isNew).flatMap(({ resource, schema }) =>
          [...schemaFaults(schema, resource.body)].map(({ title, body }) => ({
            what: `${resource.kind} ${title}`,
            body,
          })),
        ),
      ]
      for (let at = 0; at < objects.length; at += AT_ONCE) {
        await compare(objects.slice(at, at + AT_ONCE), texts, [...kinds.values()])
      }
    },
    300_000,
  )

  test('every difference is explained, and every explanation needed', () => {
    expect(compared).toBeGreaterThan(1000)
    expect(invalid).toBeGreaterThan(500)
    expect(unexpected('What is invalid', found)).toEqual([])
  })

  async function compare(
    objects: readonly { readonly what: string; readonly body: unknown }[],
    texts: ReadonlyMap<string, string>,
    kinds: readonly Known[],
  ): Promise<void> {
    const files = new Map(objects.map(({ body }, index) => [`objects/${index}.yaml`, yamlOf(body)]))
    const inventory = takeInventory([...crdFiles(texts), ...files], buildDefaults)
    const ours = oursOf(inventory)
    const theirs = await theirsOf(files, kinds, inventory.resources)
    for (const [index, { what }] of objects.entries()) {
      const path = `objects/${index}.yaml`
      const [left, right] = [ours.get(path) ?? 'valid', theirs.get(path) ?? 'valid']
      compared += 1
      if (right !== 'valid') invalid += 1
      if (left !== right) found.push({ what, ours: left, theirs: right })
    }
  }

  /** `file:line` of all that kubeconform says. */
  async function theirsOf(
    files: ReadonlyMap<string, string>,
    kinds: readonly Known[],
    resources: readonly Resource[],
  ): Promise<Lines> {
    const folder = await lab.makeFolder('schemas')
    for (const { resource, schema } of kinds) {
      mkdirSync(join(folder, resource.group), { recursive: true })
      const name = `${resource.kind.toLowerCase()}_${resource.version}.json`
      writeFileSync(join(folder, resource.group, name), JSON.stringify(jsonSchemaOf(schema)))
    }
    mkdirSync(join(folder, 'objects'))
    for (const [path, text] of files) writeFileSync(join(folder, path), text)
    const layout = join(folder, '{{.Group}}', '{{.ResourceKind}}_{{.ResourceAPIVersion}}.json')
    const args = ['-strict', '-verbose', '-output', 'json', '-schema-location', layout, join(folder, 'objects')]
    const { stdout, stderr } = await run(lab, { command: 'kubeconform', args })
    const results = listMember(parseJson(stdout), 'resources')
    expect({ stderr, count: results.length }).toEqual({ stderr: '', count: files.size })
    const byPath = new Map(resources.map(resource => [resource.file.path, resource]))
    return linesByFile(
      results.flatMap((result): readonly Said[] => {
        const path = `objects/${basename(textMember(result, 'filename') ?? '')}`
        const resource = byPath.get(path)
        const status = textMember(result, 'status')
        if (resource === undefined) return [[path, 'not read by us']]
        if (status === 'statusValid') return []
        const errors = listMember(result, 'validationErrors')
        if (errors.length === 0) return [[path, `${status ?? ''}: ${textMember(result, 'msg') ?? ''}`]]
        return errors.flatMap(error =>
          linesIn(resource, textMember(error, 'path') ?? '', textMember(error, 'msg') ?? ''),
        )
      }),
    )
  }
})

function oursOf(inventory: ReturnType<typeof takeInventory>): Lines {
  const flux = fluxVersionOf(inventory, emptyConfig)
  const findings = lint({ inventory, now: 0, config: emptyConfig, flux, rules: [schemaValidRule, yamlValidRule] })
  return linesByFile(findings.map(({ file, span }) => [file, String(span.line)]))
}

/** The lines of the fields that a violation names: unknown ones are listed at the map that holds them. */
function linesIn(resource: Resource, pointer: string, message: string): readonly Said[] {
  const keys: Key[] = []
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    keys.push(Array.isArray(valueIn(resource, ...keys)) ? Number(name) : name)
  }
  const unknown = /^additional propert(?:y|ies) (.+) not allowed$/.exec(message)?.[1]
  const spans =
    unknown === undefined
      ? [placeOf(resource, ...keys)]
      : [...unknown.matchAll(/'([^']*)'/g)].map(([, name = '']) => keyPlaceOf(resource, ...keys, name))
  return spans.map(({ line }) => [resource.file.path, String(line)])
}

function linesByFile(said: readonly Said[]): Lines {
  const lines = new Map<string, Set<string>>()
  for (const [path, line] of said) lines.set(path, (lines.get(path) ?? new Set()).add(line))
  return new Map([...lines].map(([path, found]) => [path, [...found].sort().join(', ')]))
}

function knownIn(texts: ReadonlyMap<string, string>): readonly Known[] {
  const inventory = takeInventory(texts, buildDefaults)
  const schemasOf = crdSchemas(inventory)
  return inventory.resources.flatMap(resource => {
    const schema = schemasOf(resource.group, resource.kind)[0]?.versions.get(resource.version)
    return schema === undefined ? [] : [{ resource, schema }]
  })
}

/** The trees that users copy have no CRDs: `flux bootstrap` writes them. */
function crdsFor({ name }: Specimen): readonly (readonly [string, string])[] {
  if (!['production', 'platform'].includes(name) || !isThere('schemas')) return []
  const folder = join(schemasFolder, 'crds')
  return readdirSync(folder).map(file => [`crds/${file}`, readFileSync(join(folder, file), 'utf8')])
}

function isNew({ schema }: Known): boolean {
  const text = JSON.stringify(schema)
  const isFirst = !tried.has(text)
  tried.add(text)
  return isFirst
}

function crdFiles(texts: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...texts].filter(([, text]) => text.includes('kind: CustomResourceDefinition'))
}

/** With what is to stand there as it is written. */
function yamlOf(body: unknown): string {
  return stringify(body, { aliasDuplicateObjects: false }).replaceAll(/["']?«(.*?)»["']?/g, '$1')
}
