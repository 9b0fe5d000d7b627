import { buildDefaults } from '../../src/build-defaults.js'
import { UserError } from '../../src/errors.js'
import type { FactsFile } from '../../src/facts/facts-file.js'
import { compareBytes } from '../../src/flux/go/bytes.js'
import { type Inventory, inventoryOf, type PlainFile } from '../../src/flux/inventory.js'
import { type Git, openGit } from '../../src/git/repository.js'
import { type TreeAt, textsAt, treeAt } from '../../src/git/tree-at.js'
import { parseJson } from '../../src/json.js'
import type { Runner } from '../../src/runner/ports.js'
import { isManifestPath, isManifestText, isPlainPath, withoutChartTemplates } from '../../src/tree/manifest-paths.js'
import { readSourceFile, type SourceFile } from '../../src/yaml/source-file.js'
import { type Base, findBase } from './base.js'
import type { Config } from './config.js'
import type { BaseTree, LoadedBase } from './verify.js'

/** What git knows of the tree before the change. */
export interface FoundBase {
  readonly git: Git
  /** Undefined where nothing says what to compare with. */
  readonly found: Base | undefined
  /** How the work tree differs from it. */
  readonly tree: TreeAt | undefined
}

/** Asks git, which takes its time: the tree can be read meanwhile. */
export async function lookForBase(named: string | undefined, root: string, runner: Runner): Promise<FoundBase> {
  const git = openGit(runner.exec, root, runner.env)
  const found = await findBase(git, named, { payload: await eventPayload(runner), sha: runner.env.GITHUB_SHA })
  const tree = found === undefined || 'missing' in found ? undefined : await treeAt(git, found.commit)
  return { git, found, tree }
}

/** Takes stock of the tree as it was: what is not read as it is now, and which paths there were. */
type Load = (
  read: Inventory,
  textOf: (path: string) => Promise<string | undefined>,
  paths: () => Promise<readonly string[]>,
) => Promise<LoadedBase>

/**
 * The tree before the change, to be taken stock of when it is needed.
 *
 * @throws UserError for a base that was asked for and is not to be had
 */
export async function loadableBase(
  { git, found, tree }: FoundBase,
  now: {
    readonly options: { readonly base: string | undefined; readonly changedOnly: boolean }
    readonly config: Config
    readonly inventory: Inventory
    readonly facts: FactsFile
    readonly runner: Runner
  },
  take: Load,
): Promise<BaseTree | undefined> {
  const { options, runner } = now
  if (found === undefined) {
    if (options.changedOnly) runner.log.notice('Everything is told: there is no base that would show what was changed')
    return undefined
  }
  if ('missing' in found || tree === undefined) {
    const { missing, next } = 'missing' in found ? found : { missing: 'its files cannot be listed', next: undefined }
    // What somebody asked for must be there; what a pull request would have had is merely missed.
    if (options.base !== undefined)
      throw new UserError(`the base ${options.base} cannot be compared with: ${missing}`, {
        ...(next === undefined ? {} : { next }),
        usage: true,
      })
    runner.log.notice(`Every finding counts as new: ${missing}. ${next ?? ''}`)
    return undefined
  }
  const { commit } = found
  const ref = options.base ?? runner.env.GITHUB_BASE_REF
  const known = new Set(tree.paths)
  // What git does not know yet is in no comparison.
  const added = [...now.inventory.files.keys()].filter(path => !known.has(path))
  let loading: Promise<LoadedBase> | undefined
  const load = async () => {
    const { files, plain } = await filesAt(git, commit, tree, now)
    return take(
      inventoryOf(files, buildDefaults, plain),
      async path => (await textsAt(git, commit, [path])).get(path),
      async () => tree.paths,
    )
  }
  return {
    commit: { commit, ref: ref === '' ? undefined : ref },
    load: () => {
      loading ??= load()
      return loading
    },
    renames: tree.renames,
    changed: new Set([...tree.changed, ...tree.renames.values(), ...added]),
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
  { paths, changed }: TreeAt,
  { config, inventory, facts }: { readonly config: Config; readonly inventory: Inventory; readonly facts: FactsFile },
): Promise<{ readonly files: readonly SourceFile[]; readonly plain: readonly PlainFile[] }> {
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
  return { files: files.sort((left, right) => compareBytes(left.path, right.path)), plain }
}
