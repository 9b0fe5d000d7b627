import { expect, test } from '@jest/globals'
import { CONFIG_FILE } from '../../actions/verify-manifests/config.js'
import { findingsOf, type Tree } from '../corpus/tree.js'
import { type Change, inFile, seeded, swap, swapAfter } from '../mutations/fault.js'
import { CLUSTER, ROOT, readTree } from './tree.js'

const IMAGES = `${CLUSTER}/image-automation`
const SYNC = `${CLUSTER}/flux-kustomization.yaml`
const WORKFLOW = '.github/workflows/build-and-push.yml'
const HARBOR = 'registries: {"192.168.0.40:5000": harbor}\n'

const tree: Tree = new Map([
  ...[...readTree(ROOT)].filter(([path]) => !path.startsWith('flux/examples/')),
  [CONFIG_FILE, HARBOR],
])

/** What went wrong in the deployment that this tree comes from; each is told by its rule, in the file where it is. */
const faults: readonly (readonly [title: string, rule: string, change: Change])[] = [
  [
    'the lowest number wins',
    'policy-elects-newest',
    inFile(`${IMAGES}/image-policies.yaml`, swapAfter('name: frontend', 'order: asc', 'order: desc')),
  ],
  [
    'the SHA decides',
    'policy-elects-newest',
    inFile(
      `${IMAGES}/image-policies.yaml`,
      swapAfter('name: frontend', '"$ts"', '"$0"'),
      swapAfter('name: frontend', 'numerical:', 'alphabetical:'),
    ),
  ],
  [
    'a name of one part on Harbor',
    'repository-image-reference',
    inFile(`${IMAGES}/image-repositories.yaml`, swap('5000/library/frontend', '5000/frontend')),
  ],
  [
    'the registry is another in the build alone',
    'repository-matches-build',
    inFile(WORKFLOW, swap('registry: 192.168.0.40:5000', 'registry: 192.168.0.41:5000')),
  ],
  [
    'one platform on a mixed cluster',
    'platform-matches',
    inFile(WORKFLOW, swapAfter('library/frontend', 'linux/arm64', 'linux/amd64')),
  ],
  [
    'a field that the commit message has not',
    'automation-template',
    inFile(`${IMAGES}/image-update-automation.yaml`, swap('.Changed.Changes', '.Updated.Images')),
  ],
  [
    'sealed secrets before their controller',
    'crd-first',
    inFile(SYNC, swapAfter('name: sealed-secrets\n', '    - name: sealed-secrets-controller\n', '')),
  ],
  [
    'the namespace is made by what waits for it',
    'namespace-first',
    inFile(
      SYNC,
      swapAfter('name: sealed-secrets\n', '    - name: namespaces\n', ''),
      swapAfter('name: namespaces\n', 'spec:\n', 'spec:\n  dependsOn:\n    - name: sealed-secrets\n'),
    ),
  ],
  ['everything is applied twice', 'applied-once', { file: `${CLUSTER}/kustomization.yaml`, change: undefined }],
  [
    'the Job does not change with the tag',
    'job-reruns',
    inFile(`${CLUSTER}/backend/deploy-job.yaml`, text =>
      text.replaceAll(/ # \{"\$imagepolicy": "flux-system:(?:backend|frontend):tag"\}/g, ''),
    ),
  ],
  [
    'the host key is not checked',
    'ssh-host-key',
    inFile(
      `${CLUSTER}/backend/deploy-job.yaml`,
      swap('[/bin/sh, /scripts/deploy.sh]', '[ssh, -o, StrictHostKeyChecking=no, deploy@192.168.0.50]'),
    ),
  ],
  [
    'latest',
    'image-mutable-tag',
    inFile(`${CLUSTER}/backend/deploy-job.yaml`, swap('alpine/git:v2.49.1', 'alpine/git:latest')),
  ],
  [
    'a build loop, one line away',
    'automation-loop',
    inFile(WORKFLOW, swap('paths-ignore: ["flux/**", "docs/**", "**/*.md"]', 'paths-ignore: ["docs/**"]')),
  ],
]

test('without a fault there is nothing to say', () => {
  expect(findingsOf(tree)).toEqual([])
})

test.each(faults)('%s: %s', (_title, rule, change) => {
  const found = findingsOf(seeded(tree, [change]))
  expect(found.map(finding => finding.rule)).toContain(rule)
})
