import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Layout } from '../flux/inventory/applied.js'
import { type Build, buildKey } from '../flux/inventory/build.js'
import type { FluxKustomization } from '../flux/inventory/flux-kustomization.js'
import type { Inventory } from '../flux/inventory.js'
import type { Runner } from '../runner/ports.js'
import type { SourceFile } from '../yaml/source-file.js'
import { type BuildRequest, kustomizationBuilder, TREE, type TreeOnDisk } from './build-kustomization.js'
import { fluxOverlay } from './flux-overlay.js'
import type { KustomizeProgram } from './kustomize-program.js'
import type { RenderingCache } from './rendering-cache.js'

/** A tree whose Kustomizations are to be built. */
export interface BuildableTree {
  readonly inventory: Inventory
  /** Every file of the tree, manifests or not. */
  readonly paths: () => Promise<readonly string[]>
  /** A file that is no manifest, such as one that a generator reads; undefined when there is none. */
  readonly bytesOf: (path: string) => Promise<Uint8Array | undefined>
}

/** How deep Kustomizations are followed that only a build shows. */
const DEEPEST = 4

/** What is told while it goes on. */
export type Progress = (done: number, all: number) => void

/**
 * Builds trees, what several have in common once, for as long as `body` takes.
 *
 * @param cache what former runs have built
 */
export async function withTreeBuilds<Result>(
  {
    program,
    cache,
    runner,
    progress,
  }: {
    readonly program: KustomizeProgram
    readonly cache: RenderingCache
    readonly runner: Pick<Runner, 'files' | 'exec' | 'env' | 'signal'>
    readonly progress: Progress
  },
  body: (built: (tree: BuildableTree) => Promise<Inventory>) => Promise<Result>,
): Promise<Result> {
  const { files } = runner
  const build = kustomizationBuilder(program, runner)
  const folders: string[] = []
  const known = new Map<string, Promise<Build>>()
  let [done, all] = [0, 0]

  async function buildOnce(request: BuildRequest, content: string): Promise<Build> {
    const former = cache.find(content)
    if (former !== undefined) return { objects: former }
    all += 1
    progress(done, all)
    const made = await build(request)
    done += 1
    progress(done, all)
    if ('objects' in made) cache.keep(content, made.objects)
    return made
  }

  async function built({ inventory: read, paths, bytesOf }: BuildableTree): Promise<Inventory> {
    const disk = copyOnDisk(read, paths, bytesOf)
    const mine = new Map<string, Build>()
    let inventory = read
    for (let depth = 0; depth < DEEPEST; depth += 1) {
      const { layout, folders, ownness, kustomizations } = inventory
      const missing = new Map(
        kustomizations
          .filter(item => ownness(item) !== 'no')
          .map(item => [buildKey(item), item] as const)
          .filter(([key]) => !mine.has(key)),
      )
      if (missing.size === 0) break
      await Promise.all(
        [...missing].map(async ([key, kustomization]) => {
          const folder = folders.get(kustomization)
          if (folder === undefined) return
          const content = await contentKey(kustomization, folder.files, inventory, bytesOf)
          const making = known.get(content) ?? buildOnce({ kustomization, folder, layout, disk }, content)
          known.set(content, making)
          mine.set(key, await making)
        }),
      )
      inventory = read.builtWith(kustomization => mine.get(buildKey(kustomization)))
    }
    return inventory
  }

  /** A folder in which the files of a tree appear as they are asked for. */
  function copyOnDisk(
    { files: manifests }: Inventory,
    paths: BuildableTree['paths'],
    bytesOf: BuildableTree['bytesOf'],
  ): TreeOnDisk {
    let root: Promise<string> | undefined
    const written = new Map<string, Promise<void>>()
    const make = async () => {
      const folder = await files.temporaryFolder('tree')
      folders.push(folder)
      return folder
    }
    const write = async (folder: string, wanted: readonly string[]) => {
      const contents = await Promise.all(
        wanted.map(async path => [path, manifests.get(path)?.text ?? (await bytesOf(path))] as const),
      )
      await files.writeAll(
        join(folder, TREE),
        contents.flatMap(([path, content]) => (content === undefined ? [] : [[path, content] as const])),
      )
    }
    return {
      async holding(wanted, mayLieThere) {
        root ??= make()
        const folder = await root
        const all = (wanted === 'all' ? await paths() : [...wanted]).filter(mayLieThere)
        const missing = all.filter(path => !written.has(path))
        const writing = missing.length === 0 ? undefined : write(folder, missing)
        for (const path of missing) if (writing !== undefined) written.set(path, writing)
        await Promise.all(new Set(all.map(path => written.get(path))))
        return folder
      },
      async apart(wanted, mayLieThere) {
        const folder = await files.temporaryFolder('tree')
        const all = (wanted === 'all' ? await paths() : [...wanted]).filter(mayLieThere)
        await write(folder, all)
        return folder
      },
    }
  }

  /** Names what a build depends on: the program, what Flux adds, and the content of every file that it takes. */
  async function contentKey(
    kustomization: FluxKustomization,
    paths: ReadonlySet<string>,
    { files: manifests, layout }: { readonly files: ReadonlyMap<string, SourceFile>; readonly layout: Layout },
    bytesOf: BuildableTree['bytesOf'],
  ): Promise<string> {
    const hash = createHash('sha256').update(`${program.command} ${program.version}\n`)
    // A path with nothing in it is told by its name alone.
    hash.update(JSON.stringify([kustomization.path, fluxOverlay(kustomization, layout, '.')]))
    for (const path of [...paths].sort()) {
      const manifest = manifests.get(path)
      hash
        .update(`\0${path}\0`)
        .update(manifest === undefined ? ((await bytesOf(path)) ?? 'missing') : hashOf(manifest))
    }
    return hash.digest('base64url')
  }

  try {
    return await body(built)
  } finally {
    await Promise.allSettled(known.values())
    for (const folder of folders) await files.remove(folder)
  }
}

const hashes = new WeakMap<SourceFile, string>()

function hashOf(file: SourceFile): string {
  const known = hashes.get(file)
  if (known !== undefined) return known
  const hash = createHash('sha256').update(file.text).digest('base64url')
  hashes.set(file, hash)
  return hash
}
