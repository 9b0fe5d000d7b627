import { describe, expect, it } from '@jest/globals'
import { nameProblem, parseReference, printRepository, registryProblem } from './reference.js'

const DIGEST = `sha256:${'0a'.repeat(32)}`

describe('a reference', () => {
  it.each([
    ['192.168.0.40:5000/library/frontend', '192.168.0.40:5000', 'library/frontend', undefined, undefined],
    ['192.168.0.40:5000/library/frontend:main', '192.168.0.40:5000', 'library/frontend', 'main', undefined],
    [`ghcr.io/me/app:v1@${DIGEST}`, 'ghcr.io', 'me/app', 'v1', DIGEST],
    [`ghcr.io/me/app@${DIGEST}`, 'ghcr.io', 'me/app', undefined, DIGEST],
    ['localhost/app', 'localhost', 'app', undefined, undefined],
    ['localhost:5000/app:1', 'localhost:5000', 'app', '1', undefined],
    ['[::1]:5000/app:1', '[::1]:5000', 'app', '1', undefined],
    ['Registry/app', 'Registry', 'app', undefined, undefined],
    ['library/frontend', undefined, 'library/frontend', undefined, undefined],
    ['frontend:1', undefined, 'frontend', '1', undefined],
    ['a__b/c.d-e--f', undefined, 'a__b/c.d-e--f', undefined, undefined],
  ])('%s is taken apart as the registries do', (text, registry, name, tag, digest) => {
    expect(parseReference(text)).toEqual({ registry, name, tag, digest })
  })

  it.each([
    '',
    ':tag',
    'Frontend',
    'library/Frontend',
    'a//b',
    '/a',
    'a/',
    'a___b',
    'a:',
    'a:ta g',
    `a:${'t'.repeat(129)}`,
    'a@sha256:short',
    `a@${DIGEST}@${DIGEST}`,
    'http://ghcr.io/me/app',
    'ghcr.io/',
    'a b',
  ])('%j is none', text => {
    expect(parseReference(text)).toBeUndefined()
  })
})

describe('a registry’s address', () => {
  it.each(['192.168.0.40:5000', 'ghcr.io', 'localhost', 'localhost:5000', '[::1]:5000', 'Registry.Example:65535'])(
    'may be %s',
    address => {
      expect(registryProblem(address)).toBeUndefined()
    },
  )

  it('has no scheme; plain HTTP is said elsewhere', () => {
    expect(registryProblem('http://192.168.0.40:5000')).toMatch(/has a scheme.*"insecure"/)
  })

  it('has no project behind it: BuildKit would match nothing', () => {
    expect(registryProblem('192.168.0.40:5000/library')).toMatch(/has a path.*project belongs into the image name/)
  })

  it.each(['host:0', 'host:65536', 'host:99999'])('has a port that exists, not that of %s', address => {
    expect(registryProblem(address)).toMatch(/no valid port: expected 1 to 65535/)
  })

  it.each(['', 'ho st', 'host:', 'host:port', '::1', '-host', 'user@host'])('is not %j', address => {
    expect(registryProblem(address)).toMatch(/is not a registry address: expected "host" or "host:port"/)
  })
})

describe('an image’s name', () => {
  it.each(['frontend', 'library/frontend', 'a/b/c', 'my.app_1'])('may be %s', name => {
    expect(nameProblem(name)).toBeUndefined()
  })

  it('has no registry in it, and the name without one is shown', () => {
    expect(nameProblem('192.168.0.40:5000/library/frontend')).toMatch(/has a registry in it.*"library\/frontend"/)
  })

  it.each(['library/frontend:latest', `library/frontend@${DIGEST}`])('has no tag or digest in it, as %s has', name => {
    expect(nameProblem(name)).toMatch(/has a tag or digest in it: expected "library\/frontend"/)
  })

  it.each([
    ['MyOrg/app', 'myorg/app'],
    ['library/Frontend', 'library/frontend'],
    ['Frontend', 'frontend'],
    ['LIB/APP', 'lib/app'],
  ])('has no upper-case letters: %s should be %s', (name, expected) => {
    expect(nameProblem(name)).toBe(`has upper-case letters: expected "${expected}"`)
  })

  it.each(['', '/', 'a//b', 'a b', 'ä', '-a', 'a-', 'library/'])('is not %j', name => {
    expect(nameProblem(name)).toMatch(/is not an image name/)
  })

  it('is at most 255 characters long', () => {
    expect(nameProblem('a'.repeat(255))).toBeUndefined()
    expect(nameProblem('a'.repeat(256))).toMatch(/more than 255/)
  })

  it('is printed behind its registry', () => {
    expect(printRepository({ registry: 'ghcr.io', name: 'me/app' })).toBe('ghcr.io/me/app')
  })
})
