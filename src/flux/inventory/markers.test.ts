import { describe, expect, test } from '@jest/globals'
import { takeInventory } from '../inventory.js'
import { imageLoopOf } from './image-loop.js'
import { imageAt } from './marked-image.js'
import { markersOf } from './markers.js'

const policy = (name: string, namespace = 'flux-system', labels = '') => `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata: { name: ${name}, namespace: ${namespace}${labels} }
spec: { imageRepositoryRef: { name: ${name} } }
---
`
const automation = (path: string, namespace = 'flux-system', more = '') => `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageUpdateAutomation
metadata: { name: auto, namespace: ${namespace} }
spec: { sourceRef: { kind: GitRepository, name: flux-system }, update: { path: ${path} }${more} }
---
`
const kustomization = (
  name: string,
  path: string,
  source = 'flux-system',
) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: ${name}, namespace: flux-system }
spec: { path: ${path}, sourceRef: { kind: GitRepository, name: ${source} } }
---
`
const marked = (setter: string) => `image: host/app:1 # {"$imagepolicy": "${setter}"}\n`

function survey(files: Record<string, string>) {
  const inventory = takeInventory(Object.entries(files), new Map())
  return markersOf(inventory, imageLoopOf(inventory))
}

function only(files: Record<string, string>) {
  const { all } = survey(files)
  const [marker] = all
  if (marker === undefined || all.length > 1) throw new Error(`${all.length} markers`)
  return marker
}

describe('what is a marker', () => {
  test.each([
    ['image: a # {"$imagepolicy": "x:y"}', 1],
    ['image: a # { "$imagepolicy": "x:y" }', 1],
    ["image: a # {'$imagepolicy': 'x:y'}", 1],
    ['image: a # {$imagepolicy: x:y}', 1],
    ['image: a # {"$ImagePolicy": "x:y"}', 1],
    ['image: a # {"imagepolicy": "x:y"}', 1],
    ['image: a # {“$imagepolicy”: “x:y”}', 1],
    ['image: a # {"$imagepolicy": "x:y"} # note', 1],
    ['image: a # $imagepolicy: x:y', 1],
    ['# {"$imagepolicy": "x:y"}\nimage: a', 1],
    ['# image: a # {"$imagepolicy": "x:y"}', 0],
    ['#image: a # {"$imagepolicy": "x:y"}', 0],
    ['# Write {"$imagepolicy": "x:y"} behind the image.', 0],
    ['# Write this behind the image:\n# {"$imagepolicy": "x:y"}\nimage: a', 0],
    ['image: a # its ImagePolicy is x:y', 0],
    ['image: a # see $imagepolicy in the docs', 0],
    ['image: a # disabled: {"$imagepolicy": "x:y"}', 0],
    ['kind: ImagePolicy', 0],
    ['data: |\n  image: a # {"$imagepolicy": "x:y"}', 1],
    ['data: |\n  The marker is # {"$imagepolicy": "x:y"}', 0],
    ['data: |\n  Write # {"$imagepolicy": "x:y"} there', 0],
  ])('%j has %d', (text, count) => {
    expect(survey({ 'a.yaml': `${text}\n` }).all).toHaveLength(count)
  })

  test('no workflow has any', () => {
    expect(survey({ '.github/workflows/a.yaml': marked('x:y') }).all).toEqual([])
  })
})

describe('a marker has', () => {
  test('the places of its comment and value, counted in UTF-16 code units', () => {
    const { span, value } = only({ 'a.yaml': `b: 1\n"😀": old # {"$imagepolicy": "x:y:tag"}\n` })
    expect([span.line, span.column, span.endColumn]).toEqual([2, 11, 40])
    expect(value?.span).toMatchObject({ line: 2, column: 7, endColumn: 10 })
    expect(value?.place?.keys).toEqual(['😀'])
  })

  test.each(['image: &a "host/app:1"', "image: !!str 'host/app:1'", 'image: >-', '{image: host/app:1,'])(
    'the keys that lead to %j',
    start => {
      const rest = start.endsWith(',') ? '\nb: c}' : start.endsWith('>-') ? '\n  host/app:1' : ''
      const { value } = only({ 'a.yaml': `${start} # {"$imagepolicy": "x:y"}${rest}\n` })
      expect([value?.text, value?.place?.keys]).toEqual(['host/app:1', ['image']])
    },
  )

  test('the keys that lead to its value', () => {
    const { value, target } = only({ 'a.yaml': `a:\n- b:\n    tag: "1" # {"$imagepolicy": "x:y:tag"}\n` })
    expect(value?.place?.keys).toEqual(['a', 0, 'b', 'tag'])
    expect(target).toEqual({ namespace: 'x', policy: 'y', part: 'tag' })
  })
})

describe('the automations of a marker', () => {
  test('are those whose path covers the file', () => {
    const files = {
      'flux/a.yaml': automation('./flux/apps'),
      'flux/apps/b.yaml': marked('x:y'),
      'c.yaml': marked('x:y'),
    }
    const [outside, inside] = survey(files).all
    expect([inside?.automations.length, inside?.mayBeCovered]).toEqual([1, false])
    expect([outside?.automations.length, outside?.mayBeCovered]).toEqual([0, false])
  })

  test('are unknown when the path has a variable', () => {
    const { automations, mayBeCovered } = only({ 'a.yaml': automation("'./${P}'") + marked('x:y') })
    expect([automations.length, mayBeCovered]).toEqual([0, true])
  })

  test('are not sure when another source than that of the Kustomizations is checked out', () => {
    const files = {
      'k.yaml': kustomization('apps', './apps', 'other'),
      'apps/a.yaml': automation('./'),
      'b.yaml': marked('x:y'),
    }
    const { automations, mayBeCovered } = only(files)
    expect([automations.length, mayBeCovered]).toEqual([0, true])
  })

  test('are those of every cluster', () => {
    const cluster = (name: string) => ({
      [`clusters/${name}/flux-system/sync.yaml`]: kustomization('flux-system', `./clusters/${name}`),
      [`clusters/${name}/auto.yaml`]: policy('app') + automation(`./clusters/${name}`),
      [`clusters/${name}/app.yaml`]: marked('flux-system:app'),
    })
    const { all } = survey({ ...cluster('one'), ...cluster('two') })
    expect(all.map(marker => marker.automations.map(({ placement }) => placement.cluster?.name))).toEqual([
      ['clusters/one'],
      ['clusters/two'],
    ])
    expect(all.map(marker => marker.policy.state)).toEqual(['found', 'found'])
  })
})

describe('the policy of a marker', () => {
  const state = (files: Record<string, string>) => {
    const match = only(files).policy
    return match.state === 'absent' ? match.why.kind : match.state
  }
  const at = (loop: string, setter: string, more: Record<string, string> = {}) =>
    state({ 'flux/a.yaml': loop, 'flux/b.yaml': marked(setter), ...more })

  test('is found in the namespace of the automation', () => {
    expect(at(policy('app') + automation('.'), 'flux-system:app')).toBe('found')
  })
  test('is missing under another name', () => {
    expect(at(policy('app') + automation('.'), 'flux-system:ap')).toBe('no-such-policy')
    expect(at(automation('.'), 'flux-system:app')).toBe('no-such-policy')
    expect(at(policy('app'), 'flux-system:ap')).toBe('no-such-policy')
  })
  test('is elsewhere', () => {
    expect(at(policy('app') + automation('.'), 'website:app')).toBe('other-namespace')
    expect(at(policy('app', 'website') + automation('.'), 'website:app')).toBe('not-of-automation')
  })
  test('is left out by the selector of the automation', () => {
    const selecting = automation('.', 'flux-system', ', policySelector: { matchLabels: { a: b } }')
    expect(at(policy('app') + selecting, 'flux-system:app')).toBe('not-selected')
    expect(at(policy('app', 'flux-system', ', labels: { a: b }') + selecting, 'flux-system:app')).toBe('found')
    // A kustomize file may add the label.
    const labelled = { 'flux/kustomization.yaml': 'resources: [a.yaml]\ncommonLabels: { a: b }' }
    expect(at(policy('app') + selecting, 'flux-system:app', labelled)).toBe('unknown')
  })
  test('may be anywhere when the tree has no image automation', () => {
    expect(at('', 'flux-system:app')).toBe('unknown')
  })
  test('may come out of a remote base, another repository, or a name with a variable', () => {
    const loop = policy('app') + automation('.')
    const remote = { 'flux/kustomization.yaml': 'resources: [a.yaml, b.yaml, https://github.com/a/b]' }
    expect(at(loop, 'flux-system:ap', { 'k.yaml': kustomization('f', './flux'), ...remote })).toBe('unknown')
    const others = { 'k.yaml': kustomization('f', './flux') + kustomization('g', './elsewhere', 'other') }
    expect(at(loop, 'flux-system:ap', others)).toBe('unknown')
    expect(at(policy('"${APP}"') + automation('.'), 'flux-system:app')).toBe('unknown')
  })
})

describe('the image of a marked value', () => {
  test.each([
    ['image: host/app:1 # {"$imagepolicy": "x:y"}', 'host/app', '1'],
    ['image: nginx # {"$imagepolicy": "x:y"}', 'nginx', undefined],
    ['repository: host/app\ntag: v1 # {"$imagepolicy": "x:y:tag"}', 'host/app', 'v1'],
    ['registry: ghcr.io\nrepository: o/app\ntag: v1 # {"$imagepolicy": "x:y:tag"}', 'ghcr.io/o/app', 'v1'],
    ['tag: 1.10 # {"$imagepolicy": "x:y:tag"}', undefined, '1.10'],
    ['imageRepository: host/app\nimageTag: v1 # {"$imagepolicy": "x:y:tag"}', 'host/app', 'v1'],
    ['images:\n- name: app\n  newName: host/app\n  newTag: v1 # {"$imagepolicy": "x:y:tag"}', 'host/app', 'v1'],
    ['images:\n- name: host/app\n  newTag: v1 # {"$imagepolicy": "x:y:tag"}', 'host/app', 'v1'],
    ['repository: host/app # {"$imagepolicy": "x:y:name"}', 'host/app', undefined],
    ['APP_VERSION: v1 # {"$imagepolicy": "x:y:tag"}', undefined, 'v1'],
  ])('%j', (text, repository, tag) => {
    expect(imageAt(only({ 'a.yaml': `${text}\n` }))).toEqual({ repository, tag })
  })

  test('is none with a variable in it', () => {
    expect(imageAt(only({ 'a.yaml': 'image: ${HOST}/app # {"$imagepolicy": "x:y"}\n' }))).toBeUndefined()
  })
})
