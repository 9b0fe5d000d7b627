/** A version of Flux or Kubernetes, as far as it counts here. */
export interface Version {
  readonly major: number
  readonly minor: number
  readonly patch: number
  /** As it was written. */
  readonly text: string
}

/** `v1.33.4+k3s1`, `2.9.5`; undefined for what is no version. */
export function parseVersion(text: string): Version | undefined {
  const [, major, minor, patch] = /^v?([0-9]+)\.([0-9]+)\.([0-9]+)/.exec(text.trim()) ?? []
  if (major === undefined) return undefined
  return { major: Number(major), minor: Number(minor), patch: Number(patch), text: text.trim() }
}

/** Negative, zero or positive. */
export function compareVersions(left: Version, right: Version): number {
  return left.major - right.major || left.minor - right.minor || left.patch - right.patch
}

/** The oldest minor of Kubernetes 1 that `flux check` of a minor of Flux 2 takes, oldest Flux first. */
const OLDEST_KUBERNETES: readonly (readonly [flux: number, kubernetes: number])[] = [
  [7, 32],
  [8, 33],
  [9, 33],
]

/** Undefined for a Flux that is older than those known here; a newer one wants at least what the newest known does. */
export function oldestKubernetes(fluxMinor: number): number | undefined {
  return OLDEST_KUBERNETES.findLast(([flux]) => flux <= fluxMinor)?.[1]
}
