import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { apiStatus, servedApis } from './api.js'
import { apiKinds } from './api-table.js'

const file = new URL('../../tests/conformance/vectors/flux-api-versions.txt', import.meta.url)

interface Row {
  readonly minor: number
  readonly kind: string
  readonly versions: readonly string[]
}

const rows = rowsOf(readFileSync(file, 'utf8'))

describe('the table is what the CRDs of the Flux releases say', () => {
  test.each(rows)('Flux 2.$minor serves $kind in $versions', ({ minor, kind, versions }) => {
    expect(printed(kind, minor).sort()).toEqual([...versions].sort())
  })

  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('Flux 2.%i serves no other kind', minor => {
    const kinds = new Set(servedApis(minor).map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(
      rows
        .filter(row => row.minor === minor)
        .map(({ kind }) => kind)
        .sort(),
    )
  })

  test('Flux 2.9 serves every kind in a single version', () => {
    const expected: Record<string, string> = { HelmRelease: 'v2', Alert: 'v1beta3', Provider: 'v1beta3' }
    expect(servedApis(9).map(({ kind, version }) => [kind, version])).toEqual(
      [...apiKinds.keys()].map(kind => [kind, expected[kind] ?? 'v1']),
    )
  })
})

describe('apiStatus', () => {
  const image = 'image.toolkit.fluxcd.io'
  const notification = 'notification.toolkit.fluxcd.io'

  test('names the version to move to before and after the removal', () => {
    const rest = { storage: 'v1', moveTo: 'v1', removedIn: 9 }
    expect(apiStatus(image, 'v1beta2', 'ImagePolicy', 8)).toEqual({ state: 'deprecated', ...rest })
    expect(apiStatus(image, 'v1beta2', 'ImagePolicy', 9)).toEqual({ state: 'removed', ...rest })
  })

  test('an Alert has no v1 yet', () => {
    const expected = { state: 'not-yet', storage: 'v1beta3', moveTo: 'v1beta3', removedIn: null }
    expect(apiStatus(notification, 'v1', 'Alert', 9)).toEqual(expected)
  })

  test('a version that comes later is not there yet', () => {
    expect(apiStatus(image, 'v1', 'ImagePolicy', 6)).toMatchObject({ state: 'not-yet', moveTo: 'v1beta2' })
  })

  test('a version from before Flux 2.0 is removed', () => {
    expect(apiStatus(image, 'v1alpha1', 'ImagePolicy', 9)).toMatchObject({ state: 'removed', moveTo: 'v1' })
  })

  test('a kind of another group is none of ours', () => {
    expect(apiStatus('kustomize.config.k8s.io', 'v1beta1', 'Kustomization', 9).state).toBe('unknown-kind')
    expect(apiStatus('apps', 'v1', 'Deployment', 9).state).toBe('unknown-kind')
  })

  test('a kind that this Flux does not have yet has no version to move to', () => {
    const expected = { state: 'not-yet', storage: null, moveTo: null, removedIn: null }
    expect(apiStatus('source.toolkit.fluxcd.io', 'v1', 'ExternalArtifact', 6)).toEqual(expected)
  })

  test('minors beyond the table count as the last one', () => {
    expect(apiStatus(image, 'v1', 'ImagePolicy', 12).state).toBe('served')
  })
})

/** The versions as the vector file prints them: `*` marks the stored one. */
function printed(kind: string, minor: number): string[] {
  const group = apiKinds.get(kind)?.group ?? ''
  return (apiKinds.get(kind)?.versions ?? []).flatMap(({ version }) => {
    const { state, storage } = apiStatus(group, version, kind, minor)
    if (state !== 'served' && state !== 'deprecated') return []
    return [`${storage === version ? '*' : ''}${version}${state === 'deprecated' ? '(deprecated)' : ''}`]
  })
}

function rowsOf(text: string): Row[] {
  return text
    .split('## flux v2.')
    .slice(1)
    .flatMap(section => {
      const minor = Number.parseInt(section, 10)
      return section
        .split('\n')
        .slice(1)
        .flatMap(line => rowOf(line.trim(), minor))
    })
}

function rowOf(line: string, minor: number): Row[] {
  const [, kind, versions] = /^\S+ \S+ ([A-Z]\w+) (.+)$/.exec(line) ?? []
  return kind === undefined || versions === undefined ? [] : [{ minor, kind, versions: versions.split(', ') }]
}
