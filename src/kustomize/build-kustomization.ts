import { join, posix } from 'node:path'
import pLimit from 'p-limit'
import type { AppliedFolder, Layout } from '../flux/inventory/applied.js'
import type { Build, BuildFailure } from '../flux/inventory/build.js'
import type { FluxKustomization } from '../flux/inventory/flux-kustomization.js'
import { isKustomizeFileName } from '../flux/inventory/kustomize-file.js'
import type { Runner } from '../runner/ports.js'
import { readBuilt } from './built-objects.js'
import { fluxOverlay } from './flux-overlay.js'
import type { KustomizeProgram } from './kustomize-program.js'
import { leadsOut } from './leads-out.js'
import { renderFolder, TOO_LATE } from './render.js'

/** The folder, in one that is ours, that a copy of the tree lies in. */
export const TREE = 'tree'

/** A copy of a tree, or as much of it as is needed, in a folder beside which something may be written. */
export interface TreeOnDisk {
  /** The folder that `tree` lies in, absolute; resolves once the files are there, less those that may not. `all`: whatever the tree holds, manifests or not. */
  holding(paths: Iterable<string> | 'all', mayLieThere: (path: string) => boolean): Promise<string>
  /** The same in a folder of its own, which may be changed and is to be removed. */
  apart(paths: Iterable<string> | 'all', mayLieThere: (path: string) => boolean): Promise<string>
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
  /** How many were not built in time: a tree of a thousand such would keep its run for a day. */
  let late = 0

  async function build({ kustomization, folder, layout, disk }: BuildRequest): Promise<Build> {
    const refusal = late < AT_ONCE ? refusalOf(kustomization, folder, layout) : refused('others took too long')
    if (refusal !== undefined) return refusal
    overlays += 1
    const own = `built/${overlays}`
    const tree = `../../${TREE}`
    const overlay = fluxOverlay(kustomization, layout, tree)
    if (overlay === undefined) return refused('spec.path leads out of the repository')
    const attempt = async (paths: Iterable<string> | 'all'): Promise<Build> => {
      const leftOut: string[] = []
      const mayLie = (path: string) => {
        const may = mayLieThere(path, layout)
        if (!may) leftOut.push(posix.dirname(path))
        return may
      }
      const { instead } = overlay
      const at = await (instead === undefined ? disk.holding(paths, mayLie) : disk.apart(paths, mayLie))
      try {
        if (instead !== undefined) await files.writeText(join(at, TREE, instead.path), instead.text)
        await files.writeText(join(at, own, 'kustomization.yaml'), overlay.text)
        const rendering = await renderFolder({ program, folder: join(at, own), exec, env, signal })
        if ('output' in rendering) {
          const objects = readBuilt(rendering.output, tree)
          return objects === undefined ? refused('its output cannot be read') : { objects }
        }
        if (rendering.error === TOO_LATE) late += 1
        const error = withoutRoot(rendering.error, join(at, TREE))
        if (isRightInFlux(error, kustomization)) return refused('Flux writes its kustomize file anew, and builds that')
        const missed = leftOut.find(left => error.includes(`'${left}'`) || error.includes(`"${left}"`))
        return missed === undefined ? { ...rendering, error } : refused(`${missed} is not built here`)
      } finally {
        if (instead !== undefined) await files.remove(at)
      }
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
function refusalOf(
  { path }: FluxKustomization,
  { files, isCut }: AppliedFolder,
  layout: Layout,
): BuildFailure | undefined {
  if (path === undefined) return refused('spec.path leads out of the repository')
  if (layout.filesBelow(path).length === 0) return refused(`there are no manifests below ${path}`)
  if (isCut) return refused(`${path} comes to more than can be built`)
  for (const kustomize of layout.kustomizeFiles.values()) {
    const reason = files.has(kustomize.file.path) ? leadsOut(kustomize, layout) : undefined
    if (reason !== undefined) return refused(reason)
  }
  return undefined
}

/**
 * Whether a file may lie where kustomize builds. One of kustomize's own must be known and lead nowhere else: it may be one that
 * nobody was seen to list.
 */
function mayLieThere(path: string, layout: Layout): boolean {
  if (!isKustomizeFileName(path)) return true
  const kustomize = layout.kustomizeFileIn(posix.dirname(path))
  return kustomize?.file.path === path && leadsOut(kustomize, layout) === undefined
}

/**
 * Flux reads the kustomize file of the path by itself and writes it anew: fields that it does not know are gone then, and
 * numbers are texts where texts belong. In files that this one lists kustomize fails on both.
 */
function isRightInFlux(error: string, { path }: FluxKustomization): boolean {
  const [, rest] = error.split(`couldn't make target for path '${path}': invalid Kustomization: json: `)
  return rest !== undefined && /^unknown field "|^cannot unmarshal (?:number|bool) into .* of type string$/.test(rest)
}

/** Paths as the tree has them. */
function withoutRoot(text: string, root: string): string {
  return text.replaceAll(`${root}/`, '').replaceAll(root, '.')
}
