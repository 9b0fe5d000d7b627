import { describe, expect, it } from '@jest/globals'
import { policiesOf, readImageObjects, readPolicySpec } from './image-objects.js'

const TREE = `# image automation
apiVersion: image.toolkit.fluxcd.io/v1beta2
kind: ImageRepository
metadata:
  name: frontend
  namespace: flux-system
spec:
  image: 192.168.0.40:5000/library/frontend
  interval: 1m0s
  exclusionList: ['^.*\\.sig$', 7]
---
apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata:
  name: frontend
  namespace: flux-system
spec:
  imageRepositoryRef:
    name: frontend
  policy:
    numerical:
      order: asc
---

apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageUpdateAutomation
metadata: {name: website, namespace: flux-system}
spec:
  interval: 5m
  git:
    commit:
      author:
        name: fluxcdbot
        email: bot@example.org
`

describe('the image objects of a tree', () => {
  it('are read with the place where each begins', () => {
    expect(readImageObjects([['flux/image.yaml', TREE]])).toEqual({
      repositories: [
        {
          file: 'flux/image.yaml',
          line: 2,
          namespace: 'flux-system',
          name: 'frontend',
          image: '192.168.0.40:5000/library/frontend',
          interval: '1m0s',
          exclusionList: ['^.*\\.sig$'],
          insecure: false,
        },
      ],
      policies: [
        {
          file: 'flux/image.yaml',
          line: 12,
          namespace: 'flux-system',
          name: 'frontend',
          repository: { namespace: 'flux-system', name: 'frontend' },
          spec: { policy: { numerical: { order: 'asc' } } },
        },
      ],
      automations: [
        {
          file: 'flux/image.yaml',
          line: 25,
          namespace: 'flux-system',
          name: 'website',
          author: { name: 'fluxcdbot', email: 'bot@example.org' },
          interval: '5m',
        },
      ],
    })
  })

  it.each([
    ['', 'an empty file'],
    ['a: [', 'what is no YAML'],
    ['apiVersion: image.toolkit.fluxcd.io/v1\nkind: ImagePolicy\n', 'an object without a name'],
    ['apiVersion: v1\nkind: ImagePolicy\nmetadata: {name: x}\n', 'an object of another API'],
    ['apiVersion: image.toolkit.fluxcd.io/v1\nkind: Other\nmetadata: {name: x}\n', 'an object of another kind'],
    ['apiVersion: image.toolkit.fluxcd.io/v1\nkind: ImagePolicy\nmetadata: {name: *x}\n', 'an alias of nothing'],
    ['apiVersion: {{ x }}\nkind: ImagePolicy\nmetadata: {name: x}\n', 'a template'],
    ['- apiVersion: image.toolkit.fluxcd.io/v1\n', 'a list'],
    ['text', 'a text'],
  ])('are none in %j: %s', text => {
    expect(readImageObjects([['flux/x.yaml', text]])).toEqual({ repositories: [], policies: [], automations: [] })
  })

  it('are read although the document beside them is broken', () => {
    const text = `${TREE}---\na: [\n---\napiVersion: image.toolkit.fluxcd.io/v1\nkind: ImagePolicy\nmetadata: {name: *x}\n`
    expect(readImageObjects([['a.yaml', text]]).automations).toHaveLength(1)
  })

  it('may lack what is not needed to know them', () => {
    const text = ['ImageRepository', 'ImagePolicy', 'ImageUpdateAutomation']
      .map(kind => `apiVersion: image.toolkit.fluxcd.io/v1\nkind: ${kind}\nmetadata: {name: x}\n`)
      .join('---\n')
    const { repositories, policies, automations } = readImageObjects([['a.yaml', text]])
    expect(repositories).toMatchObject([{ namespace: 'default', image: '', interval: undefined, exclusionList: [] }])
    expect(policies).toMatchObject([{ repository: { namespace: 'default', name: '' } }])
    expect(automations).toMatchObject([{ author: { name: undefined, email: undefined } }])
  })
})

describe('the specification of a policy', () => {
  it('is narrowed to what the API has', () => {
    const filterTags = { pattern: '^main-(?P<ts>.*)$', extract: '$ts' }
    expect(readPolicySpec({ filterTags, policy: { alphabetical: { order: 'desc' } }, other: 1 })).toEqual({
      filterTags,
      policy: { alphabetical: { order: 'desc' } },
    })
    expect(readPolicySpec({ policy: { semver: { range: '>=1.0' } } })).toEqual({
      policy: { semver: { range: '>=1.0' } },
    })
  })

  it.each([undefined, null, 'x', { policy: 'x' }, { policy: { numerical: 7 }, filterTags: 'x' }])(
    'is empty where it has other types: %j',
    spec => {
      expect(readPolicySpec(spec)).toEqual({ policy: {} })
    },
  )
})

describe('the policies of an image', () => {
  const object = (kind: string, name: string, namespace: string, spec: string) =>
    `---\napiVersion: image.toolkit.fluxcd.io/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: ${spec}\n`
  const objects = readImageObjects([
    ['a.yaml', object('ImageRepository', 'app', 'one', '{image: r:5000/library/app}')],
    ['b.yaml', object('ImageRepository', 'app', 'two', '{image: r:5000/library/other}')],
    [
      'c.yaml',
      object('ImagePolicy', 'here', 'one', '{imageRepositoryRef: {name: app}}') +
        object('ImagePolicy', 'there', 'two', '{imageRepositoryRef: {name: app, namespace: one}}') +
        object('ImagePolicy', 'other', 'two', '{imageRepositoryRef: {name: app}}') +
        object('ImagePolicy', 'lost', 'one', '{imageRepositoryRef: {name: gone}}'),
    ],
  ])

  it('are those whose repository is this image, in their own or the named namespace', () => {
    expect(policiesOf(objects, 'r:5000/library/app').map(policy => policy.name)).toEqual(['here', 'there'])
    expect(policiesOf(objects, 'r:5000/library/other').map(policy => policy.name)).toEqual(['other'])
    expect(policiesOf(objects, 'r:5000/library/ap')).toEqual([])
  })
})
