import { join } from 'node:path'
import pLimit from 'p-limit'
import type { AppliedFolder, Layout } from '../flux/inventory/applied.js'
import type { Build, BuildFailure } from '../flux/inventory/build.js'
import type { FluxKustomization } from '../flux/inventory/flux-kustomization.js'
import type { KustomizeEntry } from '../flux/inventory/kustomize-file.js'
import type { Runner } from '../runner/ports.js'
import { readBuilt } from './built-objects.js'
import { fluxOverlay } from './flux-overlay.js'
import type { KustomizeProgram } from './kustomize-program.js'
import { renderFolder } from './render.js'

/** The folder, in one that is ours, that a copy of the tree lies in. */
export const TREE = 'tree'

/** A copy of a tree, or as much of it as is needed, in a folder beside which something may be written. */
export interface TreeOnDisk {
  /** The folder that `tree` lies in, absolute; resolves once the files are there. `all`: whatever the tree holds, manifests or not. */
  holding(paths: Iterable<string> | 'all'): Promise<string>
}

export interface BuildRequest {
  readonly kustomization: FluxKustomization
  /** What reading its path says of it. */
  readonly folder: AppliedFolder
  readonly layout: Layout
  readonly disk: TreeOnDisk
}

/** How many programs run at once. */
const AT_ONCE = 4

/** Builds what Kustomizations apply, before substitution; a few at once. */
export function kustomizationBuilder(
  program: KustomizeProgram,
  { files, exec, env, signal }: Pick<Runner, 'files' | 'exec' | 'env' | 'signal'>,
): (request: BuildRequest) => Promise<Build> {
  const limit = pLimit(AT_ONCE)
  let overlays = 0

  async function build({ kustomization, folder, layout, disk }: BuildRequest): Promise<Build> {
    const refusal = refusalOf(kustomization, folder, layout)
    if (refusal !== undefined) return refusal
    overlays += 1
    const own = `built/${overlays}`
    const tree = `../../${TREE}`
    // JSON is YAML too.
    const overlay = JSON.stringify(fluxOverlay(kustomization, layout, tree) ?? {})
    const attempt = async (paths: Iterable<string> | 'all'): Promise<Build> => {
      const at = await disk.holding(paths)
      await files.writeText(join(at, own, 'kustomization.yaml'), overlay)
      const rendering = await renderFolder({ program, folder: join(at, own), exec, env, signal })
      if ('error' in rendering) return { ...rendering, error: withoutRoot(rendering.error, join(at, TREE)) }
      const objects = readBuilt(rendering.output, tree)
      return objects === undefined ? refused('its output cannot be read') : { objects }
    }
    const first = await attempt(folder.files)
    // Should the files that it takes have been read wrongly, nothing is claimed.
    return 'error' in first && !first.isRefused ? attempt('all') : first
  }

  return request => limit(build, request)
}

function refused(error: string): BuildFailure {
  return { error, isRefused: true }
}

/** Why a Kustomization is not built here: Flux jails a build in the repository, and here no remote base is followed. */
function refusalOf({ path }: FluxKustomization, { files }: AppliedFolder, layout: Layout): BuildFailure | undefined {
  if (path === undefined) return refused('spec.path leads out of the repository')
  if (layout.filesBelow(path).length === 0) return refused(`there are no manifests below ${path}`)
  for (const { file, outside, entries } of layout.kustomizeFiles.values()) {
    if (!files.has(file.path)) continue
    const [text] = outside
    if (text !== undefined) {
      const isPath = /^\.{0,2}\//.test(text)
      return refused(
        `${file.path} wants ${text}, ${isPath ? 'which lies outside of the repository' : 'and no remote base is followed'}`,
      )
    }
    const plugin = entries.find(entry => isPlugin(entry) && mayLeadOut(entry, layout))
    if (plugin !== undefined) return refused(`${file.path} has a plugin, ${plugin.text}, that may read files elsewhere`)
  }
  return undefined
}

function isPlugin({ field }: KustomizeEntry): boolean {
  return field === 'generators' || field === 'transformers'
}

/** Built-in plugins with configurations of their own read files too, in ways that are not followed here. */
function mayLeadOut({ text, path }: KustomizeEntry, layout: Layout): boolean {
  const texts = text.includes('\n')
    ? [text]
    : path === undefined
      ? []
      : (layout.isFile(path) ? [path] : layout.filesBelow(path)).map(file => layout.fileAt(file)?.text ?? '')
  return texts.length === 0 || texts.some(found => /(?:^|["'\s=:-])(?:\/|\.\.\/|~\/)/m.test(found))
}

/** Paths as the tree has them. */
function withoutRoot(text: string, root: string): string {
  return text.replaceAll(`${root}/`, '').replaceAll(root, '.')
}
