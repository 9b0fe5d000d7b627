import { describe, expect, it } from '@jest/globals'
import { parsePlatform } from './platform.js'

describe('a platform', () => {
  it.each([
    ['linux/amd64', 'linux/amd64'],
    ['linux/x86_64', 'linux/amd64'],
    ['linux/x86-64', 'linux/amd64'],
    ['linux/amd64/v1', 'linux/amd64'],
    ['linux/amd64/v2', 'linux/amd64/v2'],
    ['linux/aarch64', 'linux/arm64'],
    ['linux/arm64/v8', 'linux/arm64'],
    ['linux/arm64/8', 'linux/arm64'],
    ['linux/arm', 'linux/arm/v7'],
    ['linux/arm/v7', 'linux/arm/v7'],
    ['linux/arm/7', 'linux/arm/v7'],
    ['linux/arm/6', 'linux/arm/v6'],
    ['linux/armhf', 'linux/arm/v7'],
    ['linux/armel', 'linux/arm/v6'],
    ['linux/i386', 'linux/386'],
    ['linux/ppc64le', 'linux/ppc64le'],
    ['Linux/ARM64', 'linux/arm64'],
    [' linux/riscv64 ', 'linux/riscv64'],
  ])('%j is %s', (written, platform) => {
    expect(parsePlatform(written)).toBe(platform)
  })

  it('has one spelling: what was read is read the same again', () => {
    for (const written of ['linux/aarch64', 'linux/arm', 'linux/armel', 'linux/arm64/v8', 'windows/amd64']) {
      const once = parsePlatform(written)
      expect(once && parsePlatform(once)).toBe(once)
    }
  })

  it.each(['', 'arm64', 'linux', 'linux/', '/arm64', 'linux/arm64/v8/x', 'linux arm64', 'linux/arm64,linux/amd64'])(
    '%j is none',
    written => {
      expect(parsePlatform(written)).toBeUndefined()
    },
  )
})
