import { join } from 'node:path'
import type { Layout } from '../flux/inventory/applied.js'
import { appliedBy } from '../flux/inventory/applied.js'
import type { Build } from '../flux/inventory/build.js'
import type { FluxKustomization } from '../flux/inventory/flux-kustomization.js'
import type { TreeFile } from '../flux/setters.js'
import { isInside, writeFiles, writtenFiles } from '../flux/written-files.js'
import type { Runner } from '../runner/ports.js'
import { kustomizationBuilder, TREE } from './build-kustomization.js'
import type { KustomizeProgram } from './kustomize-program.js'

/** A copy of a tree that may be built and changed. It is made when it is needed. */
export interface TreeCopy {
  /** What a Kustomization applies before substitution; the layout is that of the tree as it is now. */
  build(kustomization: FluxKustomization, layout: Layout): Promise<Build>
  /** Writes files, through links within the tree. */
  write(written: readonly TreeFile[]): Promise<void>
}

/** Lends a copy of the files of a folder for as long as `body` takes. */
export async function withTreeCopy<Result>(
  program: KustomizeProgram,
  runner: Pick<Runner, 'files' | 'exec' | 'env' | 'signal'>,
  folder: string,
  paths: readonly string[],
  body: (copy: TreeCopy) => Promise<Result>,
): Promise<Result> {
  const { files } = runner
  let made: string | undefined
  let root: Promise<string> | undefined
  const copied = async () => {
    made = await files.temporaryFolder('tree')
    await files.copy(folder, join(made, TREE), paths)
    return made
  }
  const ready = () => {
    root ??= copied()
    return root
  }
  const apart = async () => {
    const from = join(await ready(), TREE)
    const other = await files.temporaryFolder('tree')
    await files.copy(from, join(other, TREE), paths)
    return other
  }
  const build = kustomizationBuilder(program, runner)
  try {
    return await body({
      build: (kustomization, layout) =>
        build({ kustomization, layout, folder: appliedBy(kustomization, layout), disk: { holding: ready, apart } }),
      async write(written) {
        const at = join(await ready(), TREE)
        const found = await writtenFiles(files, at, written)
        // A link that leads out of the tree leads out of the copy too, and what lies there is no part of the tree.
        await writeFiles(files, at, found.filter(isInside))
      },
    })
  } finally {
    await root?.catch(() => undefined)
    if (made !== undefined) await files.remove(made)
  }
}
