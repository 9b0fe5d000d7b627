import { append, type Change, inFile, swap, swapAfter } from '../mutations/fault.js'
import { imageFaults } from '../mutations/image-faults.js'
import { treeFaults } from '../mutations/tree-faults.js'

/** A change that Flux's build of a tree may not survive. */
export interface BuildFault {
  readonly tree: string
  readonly title: string
  readonly changes: readonly Change[]
  /** Whether kustomize gives it up. */
  readonly breaks: boolean
}

const production = 'flux/clusters/production'
const frontend = `${production}/frontend/kustomization.yaml`
const sync = `${production}/flux-kustomization.yaml`
const image = '192.168.0.40:5000/library/frontend'
const staging = 'apps/staging/kustomization.yaml'
const cart = 'apps/base/cart/kustomization.yaml'

function breaking(tree: string, title: string, ...changes: readonly Change[]): BuildFault {
  return { tree, title, changes, breaks: true }
}

function built(tree: string, title: string, ...changes: readonly Change[]): BuildFault {
  return { tree, title, changes, breaks: false }
}

/** Built by kustomize all the same: what is only read otherwise than meant, and what Flux's source leaves out. */
const HARMLESS = ['a yes where a text belongs', 'a number of base eight', 'a .sourceignore']

/** The faults of the rules that speak of builds, and more ways in which kustomize fails. */
export const buildFaults: readonly BuildFault[] = [
  ...[...treeFaults, ...imageFaults]
    .filter(({ rule }) => ['kustomization-builds', 'kustomization-path', 'yaml-valid'].includes(rule))
    .map(({ tree, title, changes }) => ({
      tree,
      title,
      changes,
      breaks: !HARMLESS.some(start => title.startsWith(start)),
    })),
  breaking('reference', 'an object twice', inFile(frontend, append('  - ../frontend/service.yaml\n'))),
  breaking(
    'reference',
    'the same name in two files',
    inFile(
      `${production}/frontend/deployment.yaml`,
      append('---\napiVersion: v1\nkind: Service\nmetadata:\n  name: frontend\n  namespace: website\n'),
    ),
  ),
  breaking('reference', 'a field that kustomize does not know', inFile(frontend, append('resource: [a.yaml]\n'))),
  breaking('reference', 'a list where a text belongs', inFile(frontend, append('namePrefix: [a]\n'))),
  breaking('reference', 'a folder that lists itself', inFile(frontend, append('  - ../frontend\n'))),
  breaking(
    'reference',
    'an object without a name',
    inFile(`${production}/frontend/service.yaml`, swap('  name: frontend\n', '')),
  ),
  breaking('reference', 'a component among the resources', inFile(frontend, append('  - ../part\n')), {
    file: `${production}/part/kustomization.yaml`,
    change: () => 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n',
  }),
  built(
    'reference',
    'values beside the objects of a path without a kustomization.yaml',
    { file: frontend, change: undefined },
    inFile(`${production}/frontend/values.yaml`, () => 'replicas: 2\n'),
  ),
  built(
    'reference',
    'a list beside the objects of a path without a kustomization.yaml',
    { file: frontend, change: undefined },
    inFile(`${production}/frontend/hosts.yml`, () => '- one\n- two\n'),
  ),
  built(
    'reference',
    'broken YAML beside the objects of a path without a kustomization.yaml',
    { file: frontend, change: undefined },
    inFile(`${production}/frontend/broken.yaml`, () => 'kind: "Service\n'),
  ),
  built(
    'reference',
    'an object without a kind in a path without a kustomization.yaml',
    { file: frontend, change: undefined },
    inFile(`${production}/frontend/kindless.yaml`, () => 'apiVersion: v1\nmetadata:\n  name: a\n'),
  ),
  built(
    'reference',
    'a folder without anything',
    inFile(frontend, () => 'resources: []\n'),
  ),
  built('reference', 'a path without a kustomization.yaml', { file: frontend, change: undefined }),
  built(
    'reference',
    'an empty file in a path without a kustomization.yaml',
    { file: frontend, change: undefined },
    inFile(`${production}/frontend/empty.yaml`, () => '# nothing\n'),
  ),
  built(
    'reference',
    'images that both spec and the kustomization.yaml name',
    inFile(frontend, append(`images:\n  - name: ${image}\n    newName: example.com/frontend\n`)),
    inFile(
      sync,
      swapAfter(
        'name: frontend\n',
        '  prune: true\n',
        `  prune: true\n  images:\n    - name: ${image}\n      newTag: other\n`,
      ),
    ),
  ),
  built(
    'reference',
    'a prefix in spec and one in the kustomization.yaml',
    inFile(frontend, append('namePrefix: inner-\nnamespace: inner\n')),
    inFile(
      sync,
      swapAfter(
        'name: frontend\n',
        '  prune: true\n',
        '  prune: true\n  namePrefix: outer-\n  targetNamespace: outer\n',
      ),
    ),
  ),
  built(
    'reference',
    'a component in spec that patches what the kustomization.yaml renames',
    inFile(frontend, append('nameSuffix: -b\n')),
    inFile(sync, swapAfter('name: frontend\n', '  prune: true\n', '  prune: true\n  components: [../part]\n')),
    inFile(
      `${production}/part/kustomization.yaml`,
      () =>
        'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches:\n  - target: {kind: Deployment, name: frontend}\n    patch: |-\n      - op: replace\n        path: /spec/replicas\n        value: 7\n',
    ),
  ),
  breaking(
    'monorepo',
    'a patch of a field that is not there',
    inFile(
      staging,
      append(
        '  - name: none\npatchesJson6902:\n  - target: {version: v1, kind: Service, name: cart}\n    patch: |-\n      - op: remove\n        path: /spec/nothing\n',
      ),
    ),
  ),
  breaking(
    'monorepo',
    'a patch that is no YAML',
    inFile('apps/staging/cart-patch.yaml', swap('  replicas: 1', '  replicas: [1')),
  ),
  breaking(
    'monorepo',
    'a patch without a kind',
    inFile('apps/staging/cart-patch.yaml', swap('kind: Deployment\n', '')),
  ),
  breaking('monorepo', 'a patch file that is not there', {
    file: 'apps/staging/podinfo-values.yaml',
    change: undefined,
  }),
  breaking('monorepo', 'a generator whose file is not there', {
    file: 'apps/base/cart/config/application.yaml',
    change: undefined,
  }),
  breaking(
    'monorepo',
    'a generator with a name twice',
    inFile(cart, append('  - name: cart-config\n    literals: [a=b]\n')),
  ),
  breaking(
    'monorepo',
    'a replacement of what is not there',
    inFile(
      staging,
      append(
        'replacements:\n  - source: {kind: ConfigMap, name: none, fieldPath: data.a}\n    targets:\n      - select: {kind: Deployment}\n        fieldPaths: [spec.replicas]\n',
      ),
    ),
  ),
  breaking('monorepo', 'two objects that become one by their namespace', inFile(staging, append('namespace: shop\n'))),
]
