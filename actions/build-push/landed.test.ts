import { describe, expect, it } from '@jest/globals'
import type { Registry } from '../../src/registry/client.js'
import { storedManifest } from '../../src/registry/manifest.js'
import { readLanded } from './landed.js'
import type { ImageTarget } from './targets.js'

const TAG = 'main-0123456-1700000000'
const digest = (letter: string) => `sha256:${letter.repeat(64)}`

function target(...platforms: readonly string[]): ImageTarget {
  return {
    name: 'library/app',
    id: 'app',
    repository: 'r:5000/library/app',
    platforms,
    dockerfile: undefined,
    context: undefined,
    stage: undefined,
    bake: {},
  }
}

const stored = (body: unknown) => storedManifest('x/y', new TextEncoder().encode(JSON.stringify(body)))

/** A registry that has some manifests and blobs, by tag or digest. */
function having(manifests: Readonly<Record<string, unknown>>, blobs: Readonly<Record<string, unknown>> = {}): Registry {
  const unused = () => Promise.reject(new Error('not asked for here'))
  return {
    ping: unused,
    tags: unused,
    digest: unused,
    putManifest: unused,
    deleteManifest: unused,
    tryPush: unused,
    get: unused,
    manifest: async (_, reference) => (reference in manifests ? stored(manifests[reference]) : undefined),
    blob: async (_, reference) =>
      reference in blobs ? new TextEncoder().encode(JSON.stringify(blobs[reference])) : undefined,
  }
}

const image = (config: string, ...sizes: readonly number[]) => ({
  config: { digest: digest(config), size: 10 },
  layers: sizes.map(size => ({ digest: digest('f'), size })),
})

describe('an image that landed', () => {
  const index = {
    manifests: [
      { digest: digest('a'), size: 1, platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } },
      { digest: digest('b'), size: 1, platform: { os: 'linux', architecture: 'amd64' } },
      { digest: digest('c'), size: 1, platform: { os: 'unknown', architecture: 'unknown' } },
    ],
  }
  const whole = { [TAG]: index, [digest('a')]: image('1', 100, 200), [digest('b')]: image('2', 300) }

  it('has its digest, its platforms, and the size of what they are made of, without attestations', async () => {
    const pushed = stored(index).digest
    expect(await readLanded(having(whole), target('linux/arm64', 'linux/amd64'), TAG, pushed)).toEqual({
      digest: pushed,
      platforms: ['linux/arm64', 'linux/amd64'],
      size: 620,
    })
  })

  it('of one platform has it in its configuration', async () => {
    const single = image('1', 100)
    const registry = having({ [TAG]: single }, { [digest('1')]: { os: 'linux', architecture: 'arm64', variant: 'v8' } })
    expect(await readLanded(registry, target('linux/arm64'), TAG, stored(single).digest)).toEqual({
      digest: stored(single).digest,
      platforms: ['linux/arm64'],
      size: 110,
    })
  })

  it('need not have a platform when none was asked for', async () => {
    const single = image('1')
    expect(await readLanded(having({ [TAG]: single }), target(), TAG, stored(single).digest)).toMatchObject({
      platforms: [],
    })
  })

  it.each([
    ['is not there', {}, stored(index).digest, /r:5000\/library\/app:main-0123456-1700000000 is not in the registry/],
    ['is another one', whole, digest('e'), /is sha256:[0-9a-f]+ in the registry, and sha256:e+ was pushed/],
    [
      'lacks a part',
      { [TAG]: index, [digest('a')]: image('1') },
      stored(index).digest,
      /app@sha256:b+ is not in the registry/,
    ],
    ['is no image', { [TAG]: {} }, stored({}).digest, /neither an image nor an index/],
  ])('is refused when it %s', async (_, manifests, pushed, problem) => {
    await expect(readLanded(having(manifests), target(), TAG, pushed)).rejects.toThrow(problem)
  })

  it('is refused when a wanted platform is missing, which is named', async () => {
    const wanted = target('linux/arm64', 'linux/riscv64', 'linux/arm/v7')
    await expect(readLanded(having(whole), wanted, TAG, stored(index).digest)).rejects.toThrow(
      /has linux\/arm64, linux\/amd64 in the registry, and linux\/riscv64, linux\/arm\/v7 is missing/,
    )
  })
})
