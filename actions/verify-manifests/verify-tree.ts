import { isAbsolute, join, relative } from 'node:path'
import { buildDefaults } from '../../src/build-defaults.js'
import { throwAll, UserError, userErrorsOf } from '../../src/errors.js'
import { type FactsFile, openFacts } from '../../src/facts/facts-file.js'
import { noFacts as nothingKept } from '../../src/facts/file-facts.js'
import type { Finding } from '../../src/findings/finding.js'
import type { FailOn, VerifyReport } from '../../src/findings/report.js'
import { compareBytes } from '../../src/flux/go/bytes.js'
import type { StatedBuilds } from '../../src/flux/inventory/image-builds.js'
import { type Inventory, inventoryOf, type PlainFile, takeInventory } from '../../src/flux/inventory.js'
import { type Git, openGit } from '../../src/git/repository.js'
import { textsAt, treeAt } from '../../src/git/tree-at.js'
import { parseJson } from '../../src/json.js'
import { findKustomize, isTooOld, type KustomizeProgram } from '../../src/kustomize/kustomize-program.js'
import { noCache, openRenderings } from '../../src/kustomize/rendering-cache.js'
import { withTreeBuilds } from '../../src/kustomize/tree-builds.js'
import type { Runner } from '../../src/runner/ports.js'
import { isManifestPath, isManifestText, isPlainPath, withoutChartTemplates } from '../../src/tree/manifest-paths.js'
import { readTree } from '../../src/tree/read-tree.js'
import { treePaths } from '../../src/tree/tree-paths.js'
import { LARGEST_FILE, readSourceFile, type SourceFile } from '../../src/yaml/source-file.js'
import { findBase } from './base.js'
import { cacheFolder } from './cache-folder.js'
import { CONFIG_FILE, type Config, emptyConfig, readConfig } from './config.js'
import { knownOutside } from './facts/known-outside.js'
import { noFacts, readFactsFile } from './facts/read-facts.js'
import { fluxVersionOf } from './flux-version.js'
import type { Rule } from './rule.js'
import { rules as allRules } from './rules/index.js'
import { type SchemaToolChoice, schemaToolFindings } from './schema-tool.js'
import { type BaseTree, verify } from './verify.js'

/** What the action and the command line ask for. */
export interface VerifyOptions {
  /** The root of the tree, absolute or from the workspace. */
  readonly path: string
  /** Undefined: `new-errors` where there is a base, `errors` otherwise. */
  readonly failOn: FailOn | undefined
  /** What to compare with; undefined: the base of the pull request, if the run is for one. */
  readonly base: string | undefined
  readonly fluxMinor: number | undefined
  readonly stated: StatedBuilds | undefined
  /** Undefined: no object is checked against a schema. */
  readonly schemaTool: SchemaToolChoice | undefined
  /** A file with what the cluster holds, absolute or from the workspace; undefined: nothing is known of it. */
  readonly clusterFacts: string | undefined
  /** Only these rules; undefined: all. */
  readonly ruleIds: readonly string[] | undefined
  /** Tells only what the change can affect; without a base everything. */
  readonly changedOnly: boolean
  /** Whether the path of every Kustomization is built, where kustomize or kubectl is installed. */
  readonly render: boolean
  /** A folder, absolute or from the workspace, that keeps what is expensive between runs; undefined: nothing is kept. */
  readonly cache: string | undefined
}

/**
 * Reads a tree, and the one before the change, and judges it.
 *
 * @throws UserErrors, as of a wrong command line, for a wrong configuration or a base that is not to be had
 */
export async function verifyTree(given: VerifyOptions, runner: Runner): Promise<VerifyReport> {
  const start = runner.clock.now()
  const finding = given.render ? findKustomize(runner.exec, runner.env) : undefined
  const options = { ...given, cache: await cacheFolder(given.cache, runner) }
  const root = isAbsolute(options.path) ? options.path : join(runner.workspace, options.path)
  if ((await runner.files.kind(root)) !== 'folder') {
    throw new UserError(`${options.path} is no folder`, { usage: true })
  }
  const [found, facts, cluster] = await Promise.all([
    readTree(runner, root),
    factsOf(options.cache, runner),
    options.clusterFacts === undefined ? noFacts : readFactsFile(options.clusterFacts, root, runner),
  ])
  const isKept = await isInCache(options.cache, root, runner)
  const texts = found.filter(([path]) => !isKept(path))
  const config = withoutFile(configOf(texts), cluster.path)
  const read = takeInventory(
    texts.filter(([path]) => !config.isExcluded(path)),
    buildDefaults,
    facts.of,
  )
  const program = await finding
  const report = await withBuilds(program, options, runner, async build => {
    const inventory = await build(
      read,
      path => fileOf(root, path, runner),
      () => treePaths(runner, root),
    )
    const [schemas, base] = await Promise.all([
      schemaTool(inventory, options, runner),
      baseTree(options, config, inventory, root, facts, runner, build),
    ])
    return verify({
      inventory,
      config: { ...config, external: knownOutside(config.external, cluster.facts, inventory, base?.inventory) },
      flux: fluxVersionOf(inventory, config, options.fluxMinor, cluster.flux),
      rules: chosenRules(options),
      stated: options.stated,
      schemaFindings: schemas.findings,
      unchecked: schemas.unchecked,
      unbuilt: unbuilt(inventory, program, options),
      failOn: options.failOn ?? (base === undefined && !isProposal(runner) ? 'errors' : 'new-errors'),
      base,
      changedOnly: options.changedOnly,
      now: start,
      milliseconds: () => runner.clock.now() - start,
    })
  })
  await facts.close()
  return report
}

/** What is kept within the tree, as in a folder of a workspace, is no part of it. */
async function isInCache(
  cache: string | undefined,
  root: string,
  { files }: Runner,
): Promise<(path: string) => boolean> {
  if (cache === undefined) return () => false
  const below = `${relative(await files.realPath(root), cache)}/`
  return path => path.startsWith(below)
}

/** What former runs know of the files, where a folder is given for it. */
async function factsOf(cache: string | undefined, runner: Runner): Promise<FactsFile> {
  return cache === undefined ? { of: () => nothingKept, close: async () => undefined } : openFacts(cache, runner)
}

type BuildTree = (
  read: Inventory,
  textOf: (path: string) => Promise<string | undefined>,
  paths: () => Promise<readonly string[]>,
) => Promise<Inventory>

/** Lends what builds a tree's Kustomizations; where nothing can, the tree stays as it was read. */
async function withBuilds<Result>(
  program: KustomizeProgram | undefined,
  { cache }: VerifyOptions,
  runner: Runner,
  body: (build: BuildTree) => Promise<Result>,
): Promise<Result> {
  if (program === undefined || isTooOld(program)) return body(async read => read)
  const renderings = cache === undefined ? noCache : await openRenderings(cache, runner.files, runner.clock.now())
  const result = await withTreeBuilds({ program, cache: renderings, runner, progress: () => undefined }, built =>
    body((read, textOf, paths) =>
      built({
        inventory: read,
        again: builds => inventoryOf([...read.files.values()], buildDefaults, read.plain, builds),
        bytesOf: async path => {
          const text = await textOf(path)
          return text === undefined ? undefined : Buffer.from(text)
        },
        paths,
        isWanted: () => true,
      }),
    ),
  )
  await renderings.close()
  return result
}

async function fileOf(root: string, path: string, { files }: Runner): Promise<string | undefined> {
  return (await files.readAll(root, [path], LARGEST_FILE))[0]
}

/** Why what Kustomizations apply was only read, where that is not what was asked for. */
function unbuilt(
  { kustomizations, buildOf }: Inventory,
  program: KustomizeProgram | undefined,
  { render }: VerifyOptions,
): readonly string[] {
  if (!render || kustomizations.length === 0) return []
  if (program === undefined) return ['neither kustomize nor kubectl was found']
  if (isTooOld(program))
    return [`${program.command} builds as version ${program.version} does; version 5 or newer is needed`]
  const refusals = kustomizations.flatMap(kustomization => {
    const build = buildOf(kustomization)
    return build !== undefined && 'error' in build && build.isRefused ? build.error : []
  })
  return [...new Set(refusals)].sort()
}

function configOf(texts: readonly (readonly [string, string])[]): Config {
  const text = texts.find(([path]) => path === CONFIG_FILE)?.[1]
  if (text === undefined) return emptyConfig
  try {
    return readConfig(
      text,
      allRules.map(rule => rule.id),
    )
  } catch (error) {
    throwAll(
      userErrorsOf(error).map(
        ({ message, next }) => new UserError(message, next === undefined ? { usage: true } : { next, usage: true }),
      ),
    )
    throw error
  }
}

/** The configuration with one more file that is no part of the tree. */
function withoutFile(config: Config, path: string | undefined): Config {
  if (path === undefined) return config
  return { ...config, isExcluded: other => other === path || config.isExcluded(other) }
}

function chosenRules({ ruleIds, schemaTool }: VerifyOptions): readonly Rule[] {
  return allRules.filter(
    ({ id }) => (ruleIds?.includes(id) ?? true) && (schemaTool !== undefined || id !== SCHEMA_RULE),
  )
}

const SCHEMA_RULE = 'schema-valid'

interface Schemas {
  readonly findings: readonly Finding[]
  readonly unchecked: readonly string[]
}

async function schemaTool(
  inventory: Inventory,
  { schemaTool: choice, ruleIds }: VerifyOptions,
  runner: Runner,
): Promise<Schemas> {
  const isWanted = ruleIds?.includes(SCHEMA_RULE) ?? true
  if (choice === undefined || !isWanted) return { findings: [], unchecked: [] }
  return schemaToolFindings(inventory, choice, runner)
}

/** A run that proposes a change: without its base every fault counts as the change's own, and says so. */
function isProposal({ env }: Runner): boolean {
  return env.GITHUB_EVENT_NAME === 'pull_request' || env.GITHUB_EVENT_NAME === 'merge_group'
}

async function baseTree(
  options: VerifyOptions,
  config: Config,
  inventory: Inventory,
  root: string,
  facts: FactsFile,
  runner: Runner,
  build: BuildTree,
): Promise<BaseTree | undefined> {
  const git = openGit(runner.exec, root, runner.env)
  const payload = await eventPayload(runner)
  const found = await findBase(git, options.base, { payload, sha: runner.env.GITHUB_SHA })
  if (found === undefined) {
    if (options.changedOnly) runner.log.notice('Everything is told: there is no base that would show what was changed')
    return undefined
  }
  if ('missing' in found) {
    // What somebody asked for must be there; what a pull request would have had is merely missed.
    if (options.base !== undefined)
      throw new UserError(`the base ${options.base} cannot be compared with: ${found.missing}`, {
        next: found.next,
        usage: true,
      })
    runner.log.notice(`Every finding counts as new: ${found.missing}. ${found.next}`)
    return undefined
  }
  const { files, plain, renames, changed } = await filesAt(git, found.commit, config, inventory, facts)
  const ref = options.base ?? runner.env.GITHUB_BASE_REF
  const before = await build(
    inventoryOf(files, buildDefaults, plain),
    async path => (await textsAt(git, found.commit, [path])).get(path),
    async () => (await treeAt(git, found.commit)).paths,
  )
  return {
    commit: { commit: found.commit, ref: ref === '' ? undefined : ref },
    inventory: before,
    renames,
    changed,
    schemaFindings: (await schemaTool(before, options, runner)).findings,
  }
}

/** What GitHub says of the event that started the run; undefined where nothing does. */
export async function eventPayload({ env, files }: Runner): Promise<unknown> {
  const path = env.GITHUB_EVENT_PATH
  return path === undefined || path === '' ? undefined : parseJson((await files.readText(path)) ?? '')
}

/** The files as the base has them. What did not change since is not read again. */
async function filesAt(
  git: Git,
  commit: string,
  config: Config,
  inventory: Inventory,
  facts: FactsFile,
): Promise<{
  readonly files: readonly SourceFile[]
  readonly plain: readonly PlainFile[]
  readonly renames: ReadonlyMap<string, string>
  readonly changed: ReadonlySet<string>
}> {
  const { paths, changed, renames } = await treeAt(git, commit)
  const known = new Set(paths)
  // What git does not know yet is in no comparison.
  const added = [...inventory.files.keys()].filter(path => !known.has(path))
  const wanted = withoutChartTemplates(paths.filter(path => isManifestPath(path) && !config.isExcluded(path)))
  const plainPaths = paths.filter(path => isPlainPath(path) && !config.isExcluded(path))
  const texts = await textsAt(git, commit, [...wanted.filter(path => changed.has(path)), ...plainPaths])
  const files = wanted.flatMap(path => {
    if (!changed.has(path)) return inventory.files.get(path) ?? []
    const text = texts.get(path)
    return text === undefined || !isManifestText(path, text) ? [] : readSourceFile(path, text, facts.of(path, text))
  })
  const plain = plainPaths.flatMap(path => {
    const text = texts.get(path)
    return text === undefined ? [] : { path, text }
  })
  return {
    files: files.sort((left, right) => compareBytes(left.path, right.path)),
    plain,
    renames,
    changed: new Set([...changed, ...renames.values(), ...added]),
  }
}
