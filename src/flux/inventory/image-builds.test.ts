import { expect, test } from '@jest/globals'
import { buildDefaults } from '../../build-defaults.js'
import { takeInventory } from '../inventory.js'
import { type ImageBuild, imageBuildsOf, matchBuild } from './image-builds.js'

const build = (registry: string, name: string): ImageBuild => ({
  image: `${registry}/${name}`,
  registry,
  name,
  insecure: false,
  tagPrefix: 'main',
  otherPrefixes: [],
  platforms: undefined,
  step: undefined,
  place: undefined,
})

const stateOf = (image: string, built: ImageBuild, ...others: readonly string[]) =>
  matchBuild(image, [image, ...others], [built]).state

test.each([
  ['docker.io/example/app', build('index.docker.io', 'example/app')],
  ['example/app', build('docker.io', 'example/app')],
])('%s is what is built, in another spelling', (image, built) => {
  expect(stateOf(image, built)).toBe('same')
})

test.each([
  ['192.168.0.10:5000/library/app', build('192.168.0.40:5000', 'library/app')],
  ['192.168.0.40:5001/library/app', build('192.168.0.40:5000', 'library/app')],
  ['192.168.0.40:5000/app', build('192.168.0.40:5000', 'library/app')],
  ['ghcr.io/other/app', build('ghcr.io', 'example/app')],
])('%s is meant for what is built, and differs', (image, built) => {
  expect(stateOf(image, built)).toBe('differs')
})

test.each([
  ['cache.example.com/ghcr/example/app', build('ghcr.io', 'example/app')],
  ['registry.tools.svc.cluster.local:5000/example/app', build('registry.example.com', 'example/app')],
  ['registry.example.com/example/app', build('localhost:5000', 'example/app')],
  ['ghcr.io/example/other', build('ghcr.io', 'example/app')],
])('%s may be another image, or another name of the same place', (image, built) => {
  expect(stateOf(image, built)).toBe('foreign')
})

test('two repositories with the same last part leave open which is meant', () => {
  expect(stateOf('a.example.com/x/app', build('ghcr.io', 'example/app'), 'b.example.com/y/app')).toBe('foreign')
})

test('a prefix or a branch that no tag can start with is none', () => {
  const workflow = (prefix: string) => `on: {push: {branches: [main, "feature ~x"]}}
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: example/fluxgate/actions/build-push@v1
        with:
          registry: ghcr.io
          images: "[{name: example/app, context: .}]"
          tag-prefix: "${prefix}"
`
  const builds = (prefix: string) =>
    imageBuildsOf(takeInventory([['.github/workflows/build.yml', workflow(prefix)]], buildDefaults), undefined)
  expect(builds('edge')).toMatchObject([{ tagPrefix: 'edge', otherPrefixes: [] }])
  expect(builds('edge\\0')).toMatchObject([{ tagPrefix: undefined, otherPrefixes: [] }])
})
