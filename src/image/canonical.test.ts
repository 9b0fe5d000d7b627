import { expect, test } from '@jest/globals'
import { canonicalRepository } from './canonical.js'

test.each([
  ['nginx', 'docker.io/library/nginx'],
  ['nginx:1.27', 'docker.io/library/nginx'],
  [`index.docker.io/library/nginx@sha256:${'a'.repeat(64)}`, 'docker.io/library/nginx'],
  ['myorg/app:1', 'docker.io/myorg/app'],
  ['GHCR.io/org/app', 'ghcr.io/org/app'],
  ['192.168.0.40:5000/library/frontend:main-abc1234-1700000000', '192.168.0.40:5000/library/frontend'],
  ['192.168.0.40:5000', 'docker.io/library/192.168.0.40'],
  ['${REGISTRY}/app', undefined],
  ['', undefined],
])('%j is the repository %j', (text, repository) => expect(canonicalRepository(text)).toBe(repository))
