import { isAbsolute, join, relative } from 'node:path'
import { buildDefaults } from '../../src/build-defaults.js'
import { throwAll, UserError, userErrorsOf } from '../../src/errors.js'
import { type FactsFile, openFacts } from '../../src/facts/facts-file.js'
import { noFacts as nothingKept } from '../../src/facts/file-facts.js'
import type { Finding } from '../../src/findings/finding.js'
import type { FailOn, VerifyReport } from '../../src/findings/report.js'
import type { StatedBuilds } from '../../src/flux/inventory/image-builds.js'
import { type Inventory, takeInventory } from '../../src/flux/inventory.js'
import { findKustomize, isTooOld, type KustomizeProgram } from '../../src/kustomize/kustomize-program.js'
import { noCache, openRenderings } from '../../src/kustomize/rendering-cache.js'
import { withTreeBuilds } from '../../src/kustomize/tree-builds.js'
import type { Runner } from '../../src/runner/ports.js'
import { readTree } from '../../src/tree/read-tree.js'
import { treePaths } from '../../src/tree/tree-paths.js'
import { LARGEST_FILE } from '../../src/yaml/source-file.js'
import { loadableBase, lookForBase } from './base-tree.js'
import { cacheFolder } from './cache-folder.js'
import { knownOutside } from './cluster-facts/known-outside.js'
import { noFacts, readFactsFile } from './cluster-facts/read-facts.js'
import { CONFIG_FILE, type Config, emptyConfig, readConfig } from './config.js'
import { fluxVersionOf } from './flux-version.js'
import type { Rule } from './rule.js'
import { rules as allRules } from './rules/index.js'
import { type SchemaToolChoice, schemaToolFindings } from './schema-tool.js'
import { verify } from './verify.js'

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
  try {
    return await judgeTree(given, runner)
  } finally {
    runner.progress(undefined)
  }
}

async function judgeTree(given: VerifyOptions, runner: Runner): Promise<VerifyReport> {
  const start = runner.clock.now()
  const finding = given.render ? findKustomize(runner.exec, runner.env) : undefined
  const options = { ...given, cache: await cacheFolder(given.cache, runner) }
  const root = isAbsolute(options.path) ? options.path : join(runner.workspace, options.path)
  if ((await runner.files.kind(root)) !== 'folder') {
    throw new UserError(`${options.path} is no folder`, { usage: true })
  }
  runner.progress(`reading ${options.path}`)
  const looking = lookForBase(options.base, root, runner)
  // Should the tree itself be refused first, nobody waits for it any more.
  looking.catch(() => undefined)
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
      loadableBase(await looking, { options, config, inventory, facts, runner }, async (before, textOf, paths) => {
        const built = await build(before, textOf, paths)
        return { inventory: built, schemaFindings: (await schemaTool(built, options, runner)).findings }
      }),
    ])
    const known = options.clusterFacts === undefined ? undefined : await base?.load()
    runner.progress('judging what is there')
    return verify({
      inventory,
      config: { ...config, external: knownOutside(config.external, cluster.facts, inventory, known?.inventory) },
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
  const renderings = cache === undefined ? noCache : await openRenderings(cache, runner)
  const progress = (done: number, all: number) => runner.progress(`building ${done} of ${all} Kustomizations`)
  const result = await withTreeBuilds({ program, cache: renderings, runner, progress }, built =>
    body((read, textOf, paths) =>
      built({
        inventory: read,
        bytesOf: async path => {
          const text = await textOf(path)
          return text === undefined ? undefined : Buffer.from(text)
        },
        paths,
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
