import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { chmod, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { locate } from './tools.js'

/** What the stand-ins for kubectl and flux answer. */
export interface ClusterState {
  /** Its version. */
  readonly kubernetes?: string
  readonly isAdmin?: boolean
  /** What kubectl says when the cluster is not reached. */
  readonly unreachable?: string
  /** Plurals of the custom resources that there are. */
  readonly served?: readonly string[]
  readonly forbidden?: readonly string[]
  readonly objects?: readonly object[]
  /** Further objects, other ones with each look at the Kustomizations of all namespaces. */
  readonly frames?: readonly (readonly object[])[]
  /** What `kubectl get --raw PATH` prints. */
  readonly raw?: Readonly<Record<string, string>>
  readonly flux?: {
    readonly version: string
    /** Fails behind the step that has this text. */
    readonly fails?: { readonly after: string; readonly words: string }
    /** Hangs at the step that has this text. */
    readonly sleeps?: string
    /** The objects that the bootstrap leaves behind. */
    readonly brings?: readonly object[]
  }
}

/** A cluster that is a file, and the programs that speak for it. */
export interface StandInCluster {
  /** For PATH, PATH alone: git and these programs, and nothing of the machine besides. */
  readonly env: Readonly<Record<string, string>>
  set(state: ClusterState): void
  /** Every command line, in the order in which they began. */
  calls(): readonly string[]
}

const PROGRAMS = ['kubectl', 'flux'] as const

/** @param programs which of them there are */
export async function standInCluster(
  folder: string,
  state: ClusterState,
  programs: readonly (typeof PROGRAMS)[number][] = PROGRAMS,
): Promise<StandInCluster> {
  const bin = await mkdtemp(join(folder, 'bin-'))
  const file = join(bin, 'state.json')
  for (const program of programs) {
    const script = join(import.meta.dirname, 'stand-ins', `${program}.mjs`)
    await writeFile(join(bin, program), `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`)
    await chmod(join(bin, program), 0o755)
  }
  // A real kubectl of the machine must not answer for one that is missing.
  for (const needed of ['git', 'sh']) await symlink(locate(needed) ?? needed, join(bin, needed))
  const set = (next: ClusterState) => writeFileSync(file, JSON.stringify(next))
  set(state)
  return {
    env: { PATH: bin, HOME: folder, GIT_CONFIG_NOSYSTEM: '1', STAND_IN_STATE: file },
    set,
    calls() {
      const calls = `${file}.calls`
      return existsSync(calls) ? readFileSync(calls, 'utf8').trimEnd().split('\n') : []
    },
  }
}
