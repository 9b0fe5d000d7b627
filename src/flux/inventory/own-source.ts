import type { FluxKustomization } from './flux-kustomization.js'
import { hasVariable } from './image-loop.js'
import { type Resource, textIn } from './resource.js'

/** Whether a Kustomization takes its manifests from the tree at hand. */
export type Ownness = 'yes' | 'no' | 'unknown'

/**
 * Tells for each Kustomization whether its source is the tree at hand. The source of a root (what a bootstrap writes) is, and
 * so is every one with the same address. Without a root, it is the only source that the Kustomizations name. An artifact
 * (OCIRepository, Bucket) may be made of anything.
 */
export function ownSources(
  kustomizations: readonly FluxKustomization[],
  sources: readonly Resource[],
): (kustomization: FluxKustomization) => Ownness {
  const addressOf = ({ source, resource }: FluxKustomization): string | undefined => {
    if (source.kind !== 'GitRepository' || hasVariable(source.name)) return undefined
    const namespace = source.namespace ?? resource.namespace
    const found = sources.find(
      candidate =>
        candidate.kind === 'GitRepository' &&
        candidate.name === source.name &&
        (candidate.namespace === undefined || namespace === undefined || candidate.namespace === namespace),
    )
    const url = found === undefined ? undefined : textIn(found, 'spec', 'url')
    if (url !== undefined) return hasVariable(url) ? undefined : plainAddress(url)
    // A bootstrap's own source may be applied by nobody but flux itself.
    return source.name === 'flux-system' ? 'flux-system' : undefined
  }
  const roots = kustomizations.filter(({ resource }) => resource.name === 'flux-system')
  const own = new Set(roots.map(addressOf))
  if (roots.length === 0) {
    const all = new Set(kustomizations.map(addressOf))
    if (all.size === 1) for (const address of all) own.add(address)
  }
  return kustomization => {
    if (roots.includes(kustomization)) return 'yes'
    const address = addressOf(kustomization)
    if (address === undefined) return 'unknown'
    if (own.has(address)) return 'yes'
    return own.size === 0 || own.has(undefined) ? 'unknown' : 'no'
  }
}

/** One repository has several addresses: over SSH and HTTPS, with and without `.git`. */
export function plainAddress(url: string): string {
  return url
    .replace(/^[a-z+]+:\/\//i, '')
    .replace(/^[^@/]*@/, '')
    .replace(/:(?![0-9]+\/)/, '/')
    .replace(/(?:\.git)?\/*$/, '')
    .toLowerCase()
}
