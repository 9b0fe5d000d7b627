import { describe, expect, it } from '@jest/globals'
import { parseInspect } from './builder.js'

describe('what buildx says of a builder', () => {
  it('is read for the daemon’s own', () => {
    const text = `Name:   default
Driver: docker

Nodes:
Name:             default
Endpoint:         default
Status:           running
BuildKit version: v0.13.2
Platforms:        linux/amd64, linux/amd64/v2, linux/386
Labels:
 org.mobyproject.buildkit.worker.moby.host-gateway-ip: 172.17.0.1
 org.mobyproject.buildkit.worker.snapshotter:          overlayfs
`
    expect(parseInspect(text)).toEqual({
      name: 'default',
      driver: 'docker',
      platforms: ['linux/amd64', 'linux/amd64/v2', 'linux/386'],
      pushesDigests: false,
      containerdStore: true,
      error: undefined,
    })
    const old = parseInspect(text.replace(/^ org.*snapshotter.*\n/m, ''))
    expect(old?.containerdStore).toBe(false)
  })

  it('is read for one in a container, which pushes by digest', () => {
    const text = `Name:   fluxgate
Driver: docker-container

Nodes:
Name:      fluxgate0
Endpoint:  unix:///var/run/docker.sock
Status:    running
Platforms: linux/amd64
`
    expect(parseInspect(text)).toMatchObject({ name: 'fluxgate', platforms: ['linux/amd64'], pushesDigests: true })
  })

  it('is read for one with several nodes, whose platforms are taken together', () => {
    const text = `Name:          farm
Driver:        docker-container
Last Activity: 2024-01-01 00:00:00 +0000 UTC

Nodes:
Name:                  farm0
Endpoint:              unix:///var/run/docker.sock
Driver Options:        network="host"
Status:                running
BuildKit daemon flags: --allow-insecure-entitlement=network.host
BuildKit version:      v0.19.0
Platforms:             linux/amd64*, linux/amd64/v2
GC Policy rule#0:
 All:           false
 Keep Duration: 48h0m0s
File#buildkitd.toml:
 > [registry]
 >   Name: evil

Name:      farm1
Endpoint:  ssh://pi@192.168.0.60
Status:    running
Platforms: linux/arm64, linux/arm/v7, linux/amd64
`
    expect(parseInspect(text)).toMatchObject({
      name: 'farm',
      driver: 'docker-container',
      platforms: ['linux/amd64', 'linux/amd64/v2', 'linux/arm64', 'linux/arm/v7'],
      // buildx puts the nodes' images together under a tag, not under a digest.
      pushesDigests: false,
      error: undefined,
    })
  })

  it('may be that a node does not start', () => {
    const text = `Name:   remote
Driver: remote

Nodes:
Name:     remote0
Endpoint: tcp://192.168.0.50:1234
Error:    failed to list workers: connection error: desc = "transport: Error while dialing: connection refused"
`
    expect(parseInspect(text)).toMatchObject({
      driver: 'remote',
      platforms: [],
      error: expect.stringMatching(/^failed to list workers: .*connection refused"$/),
    })
  })

  it('may be nothing that is known', () => {
    expect(parseInspect('')).toBeUndefined()
    expect(parseInspect('ERROR: no builder "x" found')).toBeUndefined()
    expect(parseInspect('Name: x\n')).toBeUndefined()
  })
})
