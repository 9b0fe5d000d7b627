import { describe, expect, test } from '@jest/globals'
import { imageLoopOf } from '../flux/inventory/image-loop.js'
import { markersOf } from '../flux/inventory/markers.js'
import { takeInventory } from '../flux/inventory.js'
import { buildLoops } from './build-loop.js'

const REF = '${{ github.sha }}'

const manifests = (
  automation = '',
  policy = 'filterTags: { pattern: "^[a-f0-9]{40}$" }',
) => `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: { name: flux-system, namespace: flux-system }
spec: { url: https://github.com/org/app, ref: { branch: main } }
---
apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageRepository
metadata: { name: app, namespace: flux-system }
spec: { image: ghcr.io/org/app }
---
apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata: { name: app, namespace: flux-system }
spec: { imageRepositoryRef: { name: app }, policy: { alphabetical: {} }, ${policy} }
---
apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageUpdateAutomation
metadata: { name: auto, namespace: flux-system }
spec:
  sourceRef: { kind: GitRepository, name: flux-system }
  update: { path: ./flux }
${automation}`

interface Parts {
  readonly on?: string
  readonly job?: string
  readonly steps?: string
  readonly tags?: string
  readonly automation?: string
  readonly policy?: string
}

function loops({ on = 'push', job = '', steps = '', tags = `ghcr.io/org/app:${REF}`, automation, policy }: Parts) {
  const workflow = `on: ${on}
jobs:
  build:
${job}    steps:
${steps}      - uses: docker/build-push-action@v6
        with: { push: true, tags: "${tags}" }
`
  const files = {
    '.github/workflows/build.yml': workflow,
    'flux/loop.yaml': manifests(automation, policy),
    'flux/app.yaml': 'image: ghcr.io/org/app:1 # {"$imagepolicy": "flux-system:app"}\n',
  }
  const inventory = takeInventory(Object.entries(files), new Map())
  const loop = imageLoopOf(inventory)
  return buildLoops(inventory, loop, markersOf(inventory, loop)).map(({ files: changed, branch }) => [
    branch,
    ...changed,
  ])
}

const LOOP = [['main', 'flux/app.yaml']]

describe('a build starts itself', () => {
  test.each<[string, Parts]>([
    ['at every push', {}],
    ['at a push to the branch', { on: '{push: {branches: [main]}}' }],
    [
      'when its filter of paths does not keep out the files of the automation',
      { on: '{push: {paths-ignore: [docs/**]}}' },
    ],
    [
      'under conditions that always hold for the push',
      { job: "    if: github.event_name == 'push' && github.ref == 'refs/heads/main'\n" },
    ],
    [
      'when it checks out the branch of the source by name',
      { automation: '  git: { checkout: { ref: { branch: main } } }\n' },
    ],
    ['with a tag that is made in the run', { tags: 'ghcr.io/org/app:${{ steps.tag.outputs.tag }}' }],
    ['with a name that is the repository’s', { tags: 'ghcr.io/${{ github.repository }}:${{ github.sha }}' }],
    [
      'with one tag whose digest is followed',
      { tags: 'ghcr.io/org/app:latest', policy: 'digestReflectionPolicy: Always' },
    ],
  ])('%s', (_, parts) => expect(loops(parts)).toEqual(LOOP))
})

describe('a build does not surely start itself', () => {
  test.each<[string, Parts]>([
    ['when only tags start it', { on: "{push: {tags: ['v*']}}" }],
    ['when no push starts it', { on: 'workflow_dispatch' }],
    ['when another branch starts it', { on: '{push: {branches: [release/**]}}' }],
    ['when the files of the automation are left out', { on: "{push: {paths: ['**', '!flux/**']}}" }],
    ['when a condition looks at who pushes', { job: "    if: github.actor != 'fluxcdbot'\n" }],
    ['when a job before it may find nothing to do', { job: '    needs: changes\n    if: needs.changes.outputs.app\n' }],
    ['when a script before it looks at the commit', { steps: '      - run: git log -1 --format=%an | grep -v flux\n' }],
    [
      'when the message keeps workflows out',
      { automation: '  git: { commit: { messageTemplate: "Update [ci skip]" } }\n' },
    ],
    ['when updates go to a branch of their own', { automation: '  git: { push: { branch: updates } }\n' }],
    ['when the automation is suspended', { automation: '  suspend: true\n' }],
    ['when it builds another image', { tags: `ghcr.io/org/other:${REF}` }],
    ['when its tag is always the same', { tags: 'ghcr.io/org/app:latest', policy: '' }],
    ['when the tag is the name of the branch', { tags: 'ghcr.io/org/app:${{ github.ref_name }}' }],
    ['when the policy elects tags of another kind', { policy: 'filterTags: { pattern: "^v" }' }],
  ])('%s', (_, parts) => expect(loops(parts)).toEqual([]))
})
