import { describe, expect, it } from '@jest/globals'
import { sentence } from '../../src/errors.js'
import { readImageObjects } from '../../src/flux/image-objects.js'
import { buildTagPattern } from '../../src/image/tag.js'
import { checkPolicies } from './policies.js'
import type { ImageTarget } from './targets.js'

const TAG = 'main-fedcba9-1700000100'
const PUBLISHED = ['main-0000000-1700000000', 'main-ffffff0-1700000050', 'latest']

const TARGET: ImageTarget = {
  name: 'library/app',
  id: 'app',
  repository: 'r:5000/library/app',
  platforms: [],
  dockerfile: undefined,
  context: undefined,
  stage: undefined,
  bake: {},
}

function checkedWith(policy: string, { exclusions = '', image = 'r:5000/library/app', published = PUBLISHED } = {}) {
  const tree = `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageRepository
metadata: {name: app, namespace: flux-system}
spec:
  image: ${image}
  ${exclusions}
---
apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata: {name: app, namespace: flux-system}
spec:
  imageRepositoryRef: {name: app}
${policy
  .split('\n')
  .map(line => `  ${line}`)
  .join('\n')}
`
  const objects = readImageObjects([['flux/image.yaml', tree]])
  const { errors, remarks } = checkPolicies([TARGET], objects, TAG, 'main', new Map([['library/app', published]]))
  return { errors: errors.map(sentence), remarks }
}

const good = `filterTags:
  pattern: '${buildTagPattern('main')}'
  extract: $ts
policy:
  numerical: {order: asc}`

describe('the policies of the tree', () => {
  it('elect the new tag when they go by its time', () => {
    expect(checkedWith(good)).toEqual({ errors: [], remarks: [] })
  })

  it('are not asked about images that they do not choose among', () => {
    expect(checkedWith('policy: {alphabetical: {order: asc}}', { image: 'r:5000/library/other' })).toEqual({
      errors: [],
      remarks: [],
    })
  })

  it('that would elect another tag are named with their place and that tag', () => {
    expect(
      checkedWith('policy: {alphabetical: {order: asc}}', { published: ['main-ffffff0-1700000050'] }).errors,
    ).toEqual([
      'flux/image.yaml:8: the ImagePolicy flux-system/app would elect main-ffffff0-1700000050 and not the new main-fedcba9-1700000100 of r:5000/library/app. Mend the policy: Flux would not deploy this build',
    ])
  })

  it('that would elect nothing are named with Flux’s own reason', () => {
    expect(checkedWith('policy: {semver: {range: ">=1.0"}}', { published: [] }).errors).toEqual([
      expect.stringMatching(
        /^flux\/image\.yaml:8: .* would not elect main-fedcba9-1700000100 of r:5000\/library\/app: /,
      ),
    ])
  })

  it('that elect this build by luck are a remark with the very tags that show it', () => {
    const { errors, remarks } = checkedWith('policy: {alphabetical: {order: asc}}', { published: [] })
    expect(errors).toEqual([])
    expect(remarks).toEqual([
      expect.stringMatching(/elects this build, but not every later one: of main-[0-9a-f]{7}-\d+, .*it would elect/),
    ])
  })

  it('do not see the tags that their repository leaves out', () => {
    const options = { exclusions: "exclusionList: ['^main-fedcba9-']" }
    expect(checkedWith(good, options).errors).toHaveLength(1)
  })
})
