import { basename, isAbsolute, join } from 'node:path'
import { UserError } from '../../src/errors.js'
import type { Finding } from '../../src/findings/finding.js'
import { keyPlaceOf, placeOf, type Resource, titleOf, valueIn } from '../../src/flux/inventory/resource.js'
import { oddTexts } from '../../src/flux/inventory/text-fields.js'
import type { Inventory } from '../../src/flux/inventory.js'
import { crdSchemas } from '../../src/flux/schema/crd-schemas.js'
import { isMapping } from '../../src/json.js'
import type { Runner } from '../../src/runner/ports.js'
import type { Key } from '../../src/yaml/source-file.js'
import { reachesCluster } from './reach.js'
import { kindName, schemaProblems, schemaValidRule, uncheckedKinds } from './rules/schema-valid.js'
import { fieldName } from './rules/yaml-valid.js'
import {
  readFluxSchemaReport,
  readKubeconformReport,
  type ToolResult,
  type ToolViolation,
} from './schema-tool-reports.js'

/** What is asked of schema tools. */
export type SchemaToolChoice =
  | { readonly use: 'off' }
  | { readonly use: 'auto' }
  | { readonly use: 'named'; readonly program: string; readonly schemas: string | undefined }

export interface SchemaToolReport {
  readonly findings: readonly Finding[]
  /** Kinds that neither a CRD of the tree nor a tool could check, as `group/version Kind`, sorted. */
  readonly unchecked: readonly string[]
  /** The tool that was run. */
  readonly tool: string | undefined
  /** Why none was, in a sentence without a full stop. */
  readonly why: string | undefined
}

type World = Pick<Runner, 'exec' | 'env' | 'files' | 'workspace' | 'signal'>

/**
 * Reads the input `schema-tool`: `auto`, `off`, or the name or path of flux-schema or kubeconform, and behind a blank the
 * folder with kubeconform's schemas.
 *
 * @throws UserError for another program
 */
export function parseSchemaTool(raw: string): SchemaToolChoice {
  const text = raw.trim()
  if (text === '' || text === 'auto') return { use: 'auto' }
  if (text === 'off') return { use: 'off' }
  const [, program = '', schemas] = /^(\S+)(?:\s+(.+))?$/.exec(text) ?? []
  if (kindOf(program) === undefined || schemas?.includes('://') === true) {
    throw new UserError(
      `input "schema-tool" is ${JSON.stringify(raw)}: expected "auto", "off", or the path of flux-schema or kubeconform`,
      { next: 'kubeconform needs the folder with its schemas behind it: "kubeconform ./schemas"' },
    )
  }
  return { use: 'named', program, schemas }
}

/**
 * Has the installed schema tool check the objects of a tree, without the network: flux-schema brings its schemas, kubeconform
 * is given a folder. What it finds comes back on our lines. Objects whose CRD is in the tree are checked by our own rule.
 *
 * @throws UserError when a tool that was named is not there or gives no report
 */
export async function schemaToolFindings(
  inventory: Inventory,
  choice: SchemaToolChoice,
  world: World,
): Promise<SchemaToolReport> {
  const unchecked = uncheckedKinds(inventory)
  const none = (why: string): SchemaToolReport => ({ findings: [], unchecked, tool: undefined, why })
  if (choice.use === 'off') return none('schema tools are switched off')
  const tool = choice.use === 'auto' ? await installedTool(world) : await namedTool(choice, world)
  if (tool === undefined) return none('neither flux-schema nor kubeconform is installed')
  if (tool.kind === 'kubeconform' && tool.schemas === undefined) {
    return none(
      'kubeconform has no schemas of its own and would download them: name a folder, such as schema-tool: "kubeconform ./schemas"',
    )
  }
  const resources = objectsToCheck(inventory)
  if (resources.length === 0) return { findings: [], unchecked, tool: tool.program, why: undefined }
  const results = await run(tool, resources, world)
  const findings = results.flatMap(({ index, violations }) => {
    const resource = resources[index]
    return resource === undefined
      ? []
      : findingsOf(resource, violations, {
          inventory,
          isPatched: inventory.placementsOf(resource).some(({ isRewritten }) => isRewritten),
        })
  })
  const known = new Set(uncheckedKindsOf(resources, results))
  return { findings, unchecked: unchecked.filter(kind => known.has(kind)), tool: tool.program, why: undefined }
}

interface Tool {
  readonly kind: 'flux-schema' | 'kubeconform'
  /** Absolute. */
  readonly program: string
  readonly schemas: string | undefined
}

function kindOf(program: string): Tool['kind'] | undefined {
  const name = basename(program)
  return name.startsWith('flux-schema') ? 'flux-schema' : name.startsWith('kubeconform') ? 'kubeconform' : undefined
}

async function installedTool(world: World): Promise<Tool | undefined> {
  for (const kind of ['flux-schema', 'kubeconform'] as const) {
    const program = await onPath(kind, world)
    if (program !== undefined) return { kind, program, schemas: undefined }
  }
  return undefined
}

async function namedTool(
  { program, schemas }: Extract<SchemaToolChoice, { use: 'named' }>,
  world: World,
): Promise<Tool> {
  const { files, workspace } = world
  const path = program.includes('/') ? absolute(program, workspace) : await onPath(program, world)
  const kind = kindOf(program)
  if (path === undefined || kind === undefined || (await files.kind(path)) !== 'file')
    throw new UserError(`input "schema-tool" names ${program}, which is not there`, {
      next: 'Install it, or leave the input out',
    })
  const folder = schemas === undefined ? undefined : absolute(schemas, workspace)
  if (folder !== undefined && (await files.kind(folder)) !== 'folder')
    throw new UserError(`input "schema-tool" names the schemas ${schemas}, which is no folder`)
  return { kind, program: path, schemas: folder }
}

/** Relative folders on PATH would be the tree's own. */
async function onPath(program: string, { env, files }: World): Promise<string | undefined> {
  for (const folder of (env.PATH ?? '').split(':').filter(isAbsolute)) {
    const path = join(folder, program)
    if ((await files.kind(path)) === 'file') return path
  }
  return undefined
}

function absolute(path: string, workspace: string): string {
  return isAbsolute(path) ? path : join(workspace, path)
}

function objectsToCheck(inventory: Inventory): readonly Resource[] {
  const schemasOf = crdSchemas(inventory)
  return inventory.resources.filter(
    resource =>
      !schemasOf(resource.group, resource.kind).some(({ versions }) => versions.get(resource.version) !== undefined),
  )
}

async function run(
  tool: Tool,
  resources: readonly Resource[],
  { exec, env, signal }: World,
): Promise<readonly ToolResult[]> {
  const { args, stdin, read } =
    tool.kind === 'kubeconform' ? kubeconform(resources, tool.schemas ?? '') : fluxSchema(resources)
  const { stdout, stderr } = await exec({
    command: tool.program,
    args,
    stdin,
    signal,
    env: { PATH: env.PATH, HOME: env.HOME },
  })
  const results = read(stdout)
  if (results === undefined)
    throw new UserError(`${tool.program} gave no report: ${stderr.trim().split('\n')[0] ?? ''}`, {
      next: 'Set schema-tool to "off" to do without it',
    })
  return results
}

function fluxSchema(resources: readonly Resource[]) {
  const args = ['validate', '--output', 'json', '--skip-missing-schemas', '--schema-location', 'default']
  return { args, stdin: documents(resources.map(({ body }) => body)), read: readFluxSchemaReport }
}

/** Its report has the object's name and not its place: so the name is its place. No schema of Kubernetes minds. */
function kubeconform(resources: readonly Resource[], folder: string) {
  const layouts = [
    '{{ .NormalizedKubernetesVersion }}-standalone{{ .StrictSuffix }}/{{ .ResourceKind }}{{ .KindSuffix }}.json',
    '{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json',
    '{{ .ResourceKind }}{{ .KindSuffix }}.json',
  ]
  const locations = layouts.flatMap(layout => ['-schema-location', `${folder}/${layout}`])
  const bodies = resources.map(({ body }, index) => {
    if (!isMapping(body)) return body
    const metadata = isMapping(body.metadata) ? body.metadata : {}
    return { ...body, metadata: { ...metadata, name: String(index) } }
  })
  const args = ['-output', 'json', '-verbose', '-strict', '-ignore-missing-schemas', ...locations, '-']
  return { args, stdin: documents(bodies), read: readKubeconformReport }
}

function documents(bodies: readonly unknown[]): string {
  return bodies.map(body => `---\n${JSON.stringify(body)}\n`).join('')
}

interface Judging {
  readonly inventory: Inventory
  readonly isPatched: boolean
}

function findingsOf(
  resource: Resource,
  violations: readonly ToolViolation[],
  { inventory, isPatched }: Judging,
): readonly Finding[] {
  if (violations.length === 0) return []
  // What our own rules say of a place is not said twice.
  const told = new Set([
    ...[...oddTexts(resource)].map(({ keys }) => JSON.stringify(keys)),
    ...schemaProblems(resource, () => []).map(({ keys }) => JSON.stringify(keys)),
  ])
  const severity = reachesCluster(resource, inventory) ? 'error' : 'warning'
  return violations.flatMap(violation =>
    placesOf(resource, violation).flatMap(({ keys, isKey, message }) => {
      if (told.has(JSON.stringify(keys)) || (isPatched && message.startsWith('missing propert'))) return []
      if (!isKey && JSON.stringify(valueIn(resource, ...keys) ?? null).includes('${') && !message.startsWith('missing'))
        return []
      const field = fieldName(keys)
      return [
        {
          rule: schemaValidRule.id,
          severity,
          file: resource.file.path,
          span: isKey ? keyPlaceOf(resource, ...keys) : placeOf(resource, ...keys),
          message: `${field === '' ? '' : `${field} of `}${titleOf(resource)}: ${message}`,
        },
      ]
    }),
  )
}

/** A violation at each field that it names: unknown ones are listed at the map that holds them. */
function placesOf(resource: Resource, { pointer, message }: ToolViolation) {
  const keys = keysOf(resource, pointer)
  const unknown = /^additional propert(?:y|ies) (.+) not allowed$/.exec(message)?.[1]
  if (unknown === undefined) return [{ keys, isKey: false, message }]
  const names = [...unknown.matchAll(/'((?:[^'\\]|\\.)*)'/g)].map(match => match[1] ?? '')
  // What SOPS adds is gone before the API server sees the object.
  return names
    .filter(name => !(keys.length === 0 && name === 'sops'))
    .map(name => ({ keys: [...keys, name], isKey: true, message: 'is no field that the schema knows' }))
}

function keysOf(resource: Resource, pointer: string): readonly Key[] {
  const keys: Key[] = []
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    keys.push(Array.isArray(valueIn(resource, ...keys)) ? Number(name) : name)
  }
  return keys
}

/** Kinds of which the tool had no schema for at least one object. */
function uncheckedKindsOf(resources: readonly Resource[], results: readonly ToolResult[]): readonly string[] {
  const checked = new Set(results.filter(({ isChecked }) => isChecked).map(({ index }) => index))
  return resources.flatMap((resource, index) => (checked.has(index) ? [] : [kindName(resource)]))
}
