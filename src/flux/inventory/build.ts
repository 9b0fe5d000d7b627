import type { FluxKustomization } from './flux-kustomization.js'
import { valueIn } from './resource.js'

/** An object as kustomize gives it out, less the note of where it is from. */
export interface BuiltObject {
  readonly body: unknown
  /** The file that it is written in, from the root of the tree; undefined for what a generator made. */
  readonly origin: string | undefined
}

/** What kustomize makes of a Kustomization, with the parts of `spec` that Flux writes into the kustomize file. */
export type Build = { readonly objects: readonly BuiltObject[] } | BuildFailure

export interface BuildFailure {
  /** The program's reason, with paths from the root of the tree. */
  readonly error: string
  /** Whether it was us who did not let it be built: what Flux would make of it is not known then. */
  readonly isRefused: boolean
}

/** The builds that are known; undefined for a Kustomization that was not built. */
export type Builds = (kustomization: FluxKustomization) => Build | undefined

export const noBuilds: Builds = () => undefined

/** What a build depends on beside the files: the same for two readings of one tree, another when a patch changed the spec. */
export function buildKey({ resource }: FluxKustomization): string {
  return JSON.stringify([resource.file.path, resource.document.index, resource.path, valueIn(resource, 'spec')])
}
