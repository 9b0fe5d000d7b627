import { type ApiVersion, apiKinds, knownMinors } from './api-table.js'

export type ApiState = 'served' | 'deprecated' | 'removed' | 'not-yet' | 'unknown-kind'

export interface ApiStatus {
  readonly state: ApiState
  /** The version that this Flux stores; null for a kind it does not serve in any version. */
  readonly storage: string | null
  /** The version to write instead; null where the one asked for is the one to write, or there is none. */
  readonly moveTo: string | null
  /** The minor that removed the version, or will; null where that is not known. */
  readonly removedIn: number | null
}

/**
 * Whether a Flux 2 minor serves a version of one of its kinds. A version that never was is `removed` when it is older
 * than the stored one, else `not-yet`: `notification.toolkit.fluxcd.io/v1` for an Alert. Minors beyond the table count
 * as its nearest. `unknown-kind` is every kind that is not Flux's own.
 */
export function apiStatus(group: string, version: string, kind: string, fluxMinor: number): ApiStatus {
  const entry = apiKinds.get(kind)
  if (entry === undefined || entry.group !== group) return unknown
  const minor = Math.min(knownMinors.last, Math.max(knownMinors.first, fluxMinor))
  const found = entry.versions.find(candidate => candidate.version === version)
  const storage = storedVersion(entry.versions, minor)
  const state = found === undefined ? stateOfStranger(version, storage) : stateAt(found, minor)
  return {
    state,
    storage: storage ?? null,
    moveTo: state === 'served' || storage === version ? null : (storage ?? null),
    removedIn: found?.removed ?? null,
  }
}

/** Group, version and kind of everything that a Flux minor serves, in the order of the table. */
export function servedApis(fluxMinor: number): readonly { group: string; version: string; kind: string }[] {
  return [...apiKinds].flatMap(([kind, { group, versions }]) =>
    versions
      .filter(version => /^(?:served|deprecated)$/.test(stateAt(version, fluxMinor)))
      .map(({ version }) => ({ group, version, kind })),
  )
}

function storedVersion(versions: readonly ApiVersion[], minor: number): string | undefined {
  return versions.findLast(({ storage }) => storage !== undefined && storage <= minor)?.version
}

function stateAt({ served, deprecated, removed }: ApiVersion, minor: number): ApiState {
  if (minor < served) return 'not-yet'
  if (removed !== undefined && minor >= removed) return 'removed'
  return deprecated !== undefined && minor >= deprecated ? 'deprecated' : 'served'
}

function stateOfStranger(version: string, storage: string | undefined): ApiState {
  return storage !== undefined && comparePriority(version, storage) < 0 ? 'removed' : 'not-yet'
}

/** The order of Kubernetes: v1alpha1 < v1alpha2 < v1beta1 < v1 < v2alpha1. What is no version comes first. */
function comparePriority(left: string, right: string): number {
  const [a, b] = [priority(left), priority(right)]
  return a.map((number, index) => number - (b[index] ?? 0)).find(difference => difference !== 0) ?? 0
}

function priority(version: string): readonly number[] {
  const [, major = '-1', stage, number = '0'] = /^v([0-9]+)(?:(alpha|beta)([0-9]+))?$/.exec(version) ?? []
  return [Number(major), stage === 'alpha' ? 0 : stage === 'beta' ? 1 : 2, Number(number)]
}

const unknown: ApiStatus = { state: 'unknown-kind', storage: null, moveTo: null, removedIn: null }

/** The newest minor of Flux 2 that is known here. */
export const newestFluxMinor = knownMinors.last
