import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildDefaults } from '../../src/build-defaults.js'
import { type Inventory, inventoryOf, takeInventory } from '../../src/flux/inventory.js'
import { findKustomize } from '../../src/kustomize/kustomize-program.js'
import { noCache } from '../../src/kustomize/rendering-cache.js'
import { withTreeBuilds } from '../../src/kustomize/tree-builds.js'
import { processExec } from '../../src/runner/exec.js'
import { diskFiles } from '../../src/runner/files.js'
import { binFolder } from './tools.js'

/** Takes stock of trees with what the real kustomize makes of them. */
export interface TreeBuilder {
  /** @param beside gives the files that are no manifests */
  inventoryOf(
    texts: Iterable<readonly [path: string, text: string]>,
    beside?: (path: string) => Uint8Array | undefined,
  ): Promise<Inventory>
  close(): Promise<void>
}

/** Opens one; what several trees have in common is built once. */
export async function openTreeBuilder(): Promise<TreeBuilder> {
  const root = mkdtempSync(join(tmpdir(), 'fluxgate-builder-'))
  const env = { PATH: `${binFolder}:${process.env.PATH ?? ''}`, HOME: root, TMPDIR: root }
  const runner = { files: diskFiles(root), exec: processExec(env), env, signal: new AbortController().signal }
  const program = await findKustomize(runner.exec, env)
  if (program === undefined) throw new Error('kustomize is not installed: run scripts/tools')
  let end = (): void => undefined
  const closing = new Promise<void>(resolve => {
    end = resolve
  })
  let lend = (_: TreeBuilder['inventoryOf']): void => undefined
  const ready = new Promise<TreeBuilder['inventoryOf']>(resolve => {
    lend = resolve
  })
  const running = withTreeBuilds({ program, cache: noCache, runner, progress: () => undefined }, async built => {
    lend((texts, beside = () => undefined) => {
      const all = new Map(texts)
      const inventory = takeInventory(all, buildDefaults)
      return built({
        inventory,
        again: builds => inventoryOf([...inventory.files.values()], buildDefaults, inventory.plain, builds),
        paths: async () => [...all.keys()],
        bytesOf: async path => {
          const text = all.get(path)
          return text === undefined ? beside(path) : Buffer.from(text)
        },
        isWanted: () => true,
      })
    })
    await closing
  })
  return {
    inventoryOf: await ready,
    async close() {
      end()
      await running
      rmSync(root, { recursive: true, force: true })
    },
  }
}
