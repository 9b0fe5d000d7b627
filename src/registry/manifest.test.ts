import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { UserError } from '../errors.js'
import { storedManifest, viewManifest } from './manifest.js'

const digest = (letter: string) => `sha256:${letter.repeat(64)}`

function view(body: unknown) {
  return viewManifest(
    storedManifest('x/y', new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body))),
  )
}

describe('a manifest', () => {
  it('has the digest of its bytes, to the last one', () => {
    const bytes = new TextEncoder().encode('{ "a":1 }\n')
    const expected = `sha256:${createHash('sha256').update('{ "a":1 }\n').digest('hex')}`
    expect(storedManifest('x/y', bytes)).toEqual({ mediaType: 'x/y', bytes, digest: expected })
  })

  it('of an image has its configuration and layers', () => {
    const image = {
      config: { digest: digest('a'), size: 10 },
      layers: [{ digest: digest('b'), size: 20 }, { digest: digest('c') }],
    }
    expect(view(image)).toEqual({
      kind: 'image',
      config: { digest: digest('a'), size: 10, platform: undefined, attestation: false },
      layers: [
        { digest: digest('b'), size: 20, platform: undefined, attestation: false },
        { digest: digest('c'), size: 0, platform: undefined, attestation: false },
      ],
    })
  })

  it('of several platforms has one entry each, in the one spelling of the platform, and attestations apart', () => {
    const entry = (letter: string, platform: object, more: object = {}) => ({
      digest: digest(letter),
      size: 1,
      platform,
      ...more,
    })
    const shown = view({
      manifests: [
        entry('a', { os: 'linux', architecture: 'arm64', variant: 'v8' }),
        entry('b', { os: 'linux', architecture: 'arm', variant: 'v7' }),
        entry('c', { os: 'unknown', architecture: 'unknown' }),
        entry(
          'd',
          { os: 'linux', architecture: 'amd64' },
          { annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } },
        ),
        { digest: digest('e'), size: 1 },
      ],
    })
    expect(
      shown.kind === 'index' && shown.manifests.map(({ platform, attestation }) => [platform, attestation]),
    ).toEqual([
      ['linux/arm64', false],
      ['linux/arm/v7', false],
      [undefined, true],
      ['linux/amd64', true],
      [undefined, false],
    ])
  })

  it.each(['{}', '[]', 'null', '<html>', '', '{"manifests":7}', '{"fsLayers":[]}'])(
    'is none in %j, and its digest is named',
    body => {
      expect(() => view(body)).toThrow(UserError)
      expect(() => view(body)).toThrow(/^manifest sha256:[0-9a-f]{64} \(x\/y\) is neither an image nor an index$/)
    },
  )

  it('with parts of wrong types does not mislead', () => {
    expect(view({ manifests: [7, null, { digest: 7, size: '1', platform: 'linux/amd64' }] })).toEqual({
      kind: 'index',
      manifests: Array.from({ length: 3 }, () => ({ digest: '', size: 0, platform: undefined, attestation: false })),
    })
  })
})
