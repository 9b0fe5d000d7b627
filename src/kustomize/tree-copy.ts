import { join } from 'node:path'
import pLimit from 'p-limit'
import { appliedBy, type Layout } from '../flux/inventory/applied.js'
import type { FluxKustomization } from '../flux/inventory/flux-kustomization.js'
import type { TreeFile } from '../flux/setters.js'
import { isInside, writeFiles, writtenFiles } from '../flux/written-files.js'
import type { Runner } from '../runner/ports.js'
import { fluxOverlay } from './flux-overlay.js'
import { type Rendering, renderFolder } from './render.js'

/** A copy of a tree that may be rendered and changed. It is made when it is needed. */
export interface TreeCopy {
  /** What a Kustomization applies before substitution; the layout is that of the tree as it is now. */
  render(kustomization: FluxKustomization, layout: Layout): Promise<Rendering>
  /** Writes files, through links within the tree. */
  write(written: readonly TreeFile[]): Promise<void>
}

/** How many programs run at once. */
const AT_ONCE = 4

/** Lends a copy of the files of a folder for as long as `body` takes. */
export async function withTreeCopy<Result>(
  { files, exec, env, signal }: Pick<Runner, 'files' | 'exec' | 'env' | 'signal'>,
  folder: string,
  paths: readonly string[],
  body: (copy: TreeCopy) => Promise<Result>,
): Promise<Result> {
  const limit = pLimit(AT_ONCE)
  let overlays = 0
  let made: string | undefined
  let root: Promise<string> | undefined
  const copied = async () => {
    made = await files.temporaryFolder('tree')
    await files.copy(folder, made, paths)
    return made
  }
  const ready = () => {
    root ??= copied()
    return root
  }

  async function render(kustomization: FluxKustomization, layout: Layout): Promise<Rendering> {
    const { path } = kustomization
    if (path === undefined) return { error: 'spec.path leads out of the repository' }
    if (layout.filesBelow(path).length === 0) return { error: `there are no manifests below ${path}` }
    const outside = outsideOf(kustomization, layout)
    if (outside !== undefined) return { error: outside }
    const at = await ready()
    overlays += 1
    const own = `.fluxgate/${overlays}`
    const overlay = fluxOverlay(kustomization, layout, own)
    if (overlay !== undefined) await files.writeText(join(at, own, 'kustomization.yaml'), overlay)
    const rendering = await renderFolder({ folder: join(at, overlay === undefined ? path : own), exec, env, signal })
    return 'error' in rendering ? { error: withoutRoot(rendering.error, at) } : rendering
  }

  try {
    return await body({
      render: (kustomization, layout) => limit(render, kustomization, layout),
      async write(written) {
        const at = await ready()
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

/** What its kustomize files want from outside of the tree: Flux jails a build in the repository, and here no remote base is followed. */
function outsideOf(kustomization: FluxKustomization, layout: Layout): string | undefined {
  const { files } = appliedBy(kustomization, layout)
  for (const { file, outside } of layout.kustomizeFiles.values()) {
    const [text] = files.has(file.path) ? outside : []
    if (text === undefined) continue
    const isPath = /^\.{0,2}\//.test(text)
    return `${file.path} wants ${text}, ${isPath ? 'which lies outside of the repository' : 'and no remote base is followed'}`
  }
  return undefined
}

/** Paths as the tree has them. */
function withoutRoot(text: string, root: string): string {
  return text.replaceAll(`${root}/`, '').replaceAll(root, '.')
}
