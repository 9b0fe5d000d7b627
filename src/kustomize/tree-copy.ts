import { join } from 'node:path'
import pLimit from 'p-limit'
import type { Layout } from '../flux/inventory/applied.js'
import type { FluxKustomization } from '../flux/inventory/flux-kustomization.js'
import type { Runner } from '../runner/ports.js'
import { fluxOverlay } from './flux-overlay.js'
import { type Rendering, renderFolder } from './render.js'

/** A copy of a tree that may be rendered and changed. */
export interface TreeCopy {
  readonly folder: string
  /** What a Kustomization applies before substitution; the layout is that of the tree as it is now. */
  render(kustomization: FluxKustomization, layout: Layout): Promise<Rendering>
}

/** How many programs run at once. */
const AT_ONCE = 4

/** Copies files of a folder for as long as `body` takes. */
export async function withTreeCopy<Result>(
  { files, exec, env, signal }: Pick<Runner, 'files' | 'exec' | 'env' | 'signal'>,
  folder: string,
  paths: readonly string[],
  body: (copy: TreeCopy) => Promise<Result>,
): Promise<Result> {
  const root = await files.temporaryFolder('tree')
  const limit = pLimit(AT_ONCE)
  let overlays = 0
  try {
    await files.copy(folder, root, paths)
    return await body({
      folder: root,
      render: (kustomization, layout) =>
        limit(async () => {
          const { path } = kustomization
          if (path === undefined) return { error: 'spec.path leads out of the repository' }
          if (layout.filesBelow(path).length === 0) return { error: `there are no manifests below ${path}` }
          overlays += 1
          const made = `.fluxgate/${overlays}`
          const overlay = fluxOverlay(kustomization, layout, made)
          if (overlay !== undefined) await files.writeText(join(root, made, 'kustomization.yaml'), overlay)
          const rendering = await renderFolder({
            folder: join(root, overlay === undefined ? path : made),
            exec,
            env,
            signal,
          })
          return 'error' in rendering ? { error: withoutRoot(rendering.error, root) } : rendering
        }),
    })
  } finally {
    await files.remove(root)
  }
}

/** Paths as the tree has them. */
function withoutRoot(text: string, root: string): string {
  return text.replaceAll(`${root}/`, '').replaceAll(root, '.')
}
