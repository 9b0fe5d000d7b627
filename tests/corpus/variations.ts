import { append, type Change, inFile, swap, swapAfter } from '../mutations/fault.js'

/** Another way of doing the same in the reference deployment, as right as the first. */
export interface Variation {
  readonly title: string
  readonly changes: readonly Change[]
}

const production = 'flux/clusters/production'
const images = `${production}/image-automation`
const policies = `${images}/image-policies.yaml`
const repositories = `${images}/image-repositories.yaml`
const automation = `${images}/image-update-automation.yaml`
const imagesKustomization = `${images}/kustomization.yaml`
const deployment = `${production}/frontend/deployment.yaml`
const frontendKustomization = `${production}/frontend/kustomization.yaml`
const frontendService = `${production}/frontend/service.yaml`
const job = `${production}/backend/deploy-job.yaml`
const compose = `${production}/backend/docker-compose.backend.yml`
const sync = `${production}/flux-kustomization.yaml`
const build = '.github/workflows/build-and-push.yml'
const image = '192.168.0.40:5000/library/frontend'
const tag = 'main-3f9c2d1-1767225600'
const frontendImage = `${image}:${tag} # {"$imagepolicy": "flux-system:frontend"}`
const imagesPath = `  path: ./${images}\n`
const frontendPath = `  path: ./${production}/frontend\n`
const pathsIgnore = '    paths-ignore:\n      - "flux/**"\n      - "docs/**"\n      - "**/*.md"\n'
const ignoreNote = '    # Flux pushes new tags below flux/: without this every build would start the next one.\n'
const masterOnly = `    branches: [master]\n${ignoreNote}${pathsIgnore}`

const everywhere = (from: string, to: string) => (text: string) => text.replaceAll(from, to)
const whole = (text: string) => () => text
const inPolicies = (from: string, to: string): Change => inFile(policies, everywhere(from, to))

const withoutNamespaces: readonly Change[] = [policies, repositories, automation].map(file =>
  inFile(file, text => text.replaceAll('  namespace: flux-system\n', '')),
)

const policyVariations: readonly Variation[] = [
  { title: 'a named group in the other spelling', changes: [inPolicies('(?P<ts>', '(?<ts>')] },
  { title: 'a class of digits', changes: [inPolicies('[0-9]{10}', '\\d{10}')] },
  { title: 'a POSIX class of digits', changes: [inPolicies('[0-9]{10}', '[[:digit:]]{10}')] },
  { title: 'a group by its number', changes: [inPolicies("'$ts'", "'$1'")] },
  { title: 'a name in braces without postBuild', changes: [inPolicies("'$ts'", "'${ts}'")] },
  { title: 'ten digits in alphabetical order', changes: [inPolicies('numerical:', 'alphabetical:')] },
  {
    title: 'a digest that is reflected',
    changes: [
      inFile(
        policies,
        swapAfter('name: frontend', 'spec:\n', 'spec:\n  digestReflectionPolicy: Always\n  interval: 10m\n'),
      ),
      inFile(deployment, swap(`${tag} #`, `${tag}@sha256:${'ab'.repeat(32)} #`)),
    ],
  },
  {
    title: 'another prefix on both sides',
    changes: [
      inFile(build, swap('          images: |', '          tag-prefix: prod\n          images: |')),
      inPolicies('^main-', '^prod-'),
      ...[deployment, job, compose].map(file => inFile(file, everywhere(tag, tag.replace('main', 'prod')))),
    ],
  },
  {
    title: 'a second policy for the releases of the same image',
    changes: [
      inFile(
        policies,
        append(`---
apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata:
  name: frontend-release
  namespace: flux-system
spec:
  imageRepositoryRef:
    name: frontend
  policy:
    semver:
      range: 1.x
`),
      ),
      inFile(
        frontendService,
        append(`---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: stable
  namespace: website
spec:
  selector:
    matchLabels: {app: stable}
  template:
    metadata:
      labels: {app: stable}
    spec:
      containers:
        - name: stable
          image: ${image}:1.2.3 # {"$imagepolicy": "flux-system:frontend-release"}
`),
      ),
    ],
  },
]

const buildVariations: readonly Variation[] = [
  {
    title: 'the prefix is an expression',
    changes: [
      inFile(build, swap('          images: |', '          tag-prefix: ${{ github.ref_name }}\n          images: |')),
    ],
  },
  {
    title: 'the registry is an expression',
    changes: [
      inFile(
        build,
        swap('registry: 192', "registry: ${{ vars.REGISTRY || '192"),
        swap(':5000\n          insecure', ":5000' }}\n          insecure"),
      ),
    ],
  },
  {
    title: 'plain HTTP is an expression',
    changes: [inFile(build, swap('insecure: true', 'insecure: ${{ vars.INSECURE }}'))],
  },
  {
    title: 'the images are an expression',
    changes: [inFile(build, text => text.replace(/images: \|\n[\s\S]*$/, 'images: ${{ vars.IMAGES }}\n'))],
  },
  {
    title: 'a platform is an expression',
    changes: [inFile(build, swap('platforms: linux/arm64', 'platforms: ${{ vars.PLATFORM }}'))],
  },
  { title: 'the build is elsewhere', changes: [{ file: build, change: undefined }] },
  {
    title: 'paths instead of ignored ones',
    changes: [inFile(build, swap(pathsIgnore, '    paths: [frontend/**, backend/**]\n'))],
  },
  {
    title: 'all paths but those of Flux',
    changes: [inFile(build, swap(pathsIgnore, "    paths: ['**', '!flux/**']\n"))],
  },
  { title: 'the build starts with tags', changes: [inFile(build, swap(masterOnly, "    tags: ['v*']\n"))] },
  {
    title: 'the build starts on branches of releases',
    changes: [inFile(build, swap(masterOnly, "    branches: ['release/**']\n"))],
  },
  {
    title: 'commits that start no workflow',
    changes: [
      inFile(build, swap(`${ignoreNote}${pathsIgnore}`, '')),
      inFile(automation, swap('chore(flux): new images', '[skip ci] new images')),
    ],
  },
]

const layoutVariations: readonly Variation[] = [
  {
    title: 'the namespace comes from the kustomization',
    changes: [
      ...withoutNamespaces,
      inFile(imagesKustomization, swap('resources:', 'namespace: flux-system\nresources:')),
    ],
  },
  {
    title: 'the namespace comes from the Flux Kustomization',
    changes: [...withoutNamespaces, inFile(sync, swap(imagesPath, `  targetNamespace: flux-system\n${imagesPath}`))],
  },
  {
    title: 'postBuild, which leaves $ts alone',
    changes: [inFile(sync, swap(imagesPath, `  postBuild:\n    substitute:\n      a: b\n${imagesPath}`))],
  },
  {
    title: 'no update path',
    changes: [inFile(automation, swap(`    path: ./${production}\n`, ''))],
  },
  { title: 'the update path is the root', changes: [inFile(automation, swap(`path: ./${production}`, 'path: .'))] },
  {
    title: 'the update path ends with a slash',
    changes: [inFile(automation, swap(`path: ./${production}`, `path: ${production}/`))],
  },
  {
    title: 'the branch comes from the source',
    changes: [
      inFile(
        automation,
        swap('    checkout:\n      ref:\n        branch: master\n', ''),
        swap('    push:\n      branch: master\n', ''),
      ),
    ],
  },
  {
    title: 'a branch for pull requests',
    changes: [inFile(automation, swap('push:\n      branch: master', 'push:\n      branch: images'))],
  },
  {
    title: 'the images of a kustomization',
    changes: [
      inFile(deployment, swap(frontendImage, 'frontend')),
      inFile(
        frontendKustomization,
        append(`images:
  - name: frontend
    newName: ${image} # {"$imagepolicy": "flux-system:frontend:name"}
    newTag: ${tag} # {"$imagepolicy": "flux-system:frontend:tag"}
`),
      ),
    ],
  },
  {
    title: 'the images of a Flux Kustomization',
    changes: [
      inFile(deployment, swap(frontendImage, image)),
      inFile(
        sync,
        swap(
          frontendPath,
          `  images:\n    - name: ${image}\n      newTag: ${tag} # {"$imagepolicy": "flux-system:frontend:tag"}\n${frontendPath}`,
        ),
      ),
    ],
  },
  {
    title: 'a patch with the image',
    changes: [
      inFile(deployment, swap(frontendImage, 'to-be-set')),
      inFile(frontendKustomization, append('patches:\n  - path: image.yaml\n')),
      inFile(
        `${production}/frontend/image.yaml`,
        whole(`apiVersion: apps/v1
kind: Deployment
metadata:
  name: frontend
  namespace: website
spec:
  template:
    spec:
      containers:
        - name: frontend
          image: ${frontendImage}
`),
      ),
    ],
  },
  {
    title: 'the image loop in the namespace of the workload',
    changes: [
      inPolicies('namespace: flux-system', 'namespace: website'),
      inFile(
        repositories,
        everywhere('namespace: flux-system', 'namespace: website'),
        everywhere('harbor-credentials', 'harbor-pull'),
      ),
      inFile(
        automation,
        swap('namespace: flux-system', 'namespace: website'),
        swap('    name: flux-system', '    name: flux-system\n    namespace: flux-system'),
      ),
      inFile(deployment, everywhere('flux-system:', 'website:')),
      inFile(job, everywhere('flux-system:', 'website:')),
      inFile(compose, everywhere('flux-system:', 'website:')),
    ],
  },
  {
    title: 'paths without a dot, and with a slash at the end',
    changes: [
      inFile(`${production}/flux-system/gotk-sync.yaml`, swap(`path: ./${production}`, `path: ${production}/`)),
      inFile(sync, everywhere('path: ./flux', 'path: flux')),
    ],
  },
  {
    title: 'all of a Kustomization is waited for',
    changes: [
      inFile(sync, text =>
        text.replace(/ {2}healthChecks:\n {4}- apiVersion: apps\/v1\n.*\n.*\n.*\n/, '  wait: true\n'),
      ),
    ],
  },
  {
    title: 'the namespace of a dependency is written',
    changes: [
      inFile(
        sync,
        everywhere('    - name: sealed-secrets\n', '    - name: sealed-secrets\n      namespace: flux-system\n'),
      ),
    ],
  },
  {
    title: 'the components of Flux are elsewhere',
    changes: [
      { file: `${production}/flux-system/gotk-components.yaml`, change: undefined },
      inFile(`${production}/flux-system/kustomization.yaml`, swap('- gotk-components.yaml\n', '')),
    ],
  },
]

const objectVariations: readonly Variation[] = [
  {
    title: 'a registry without a login',
    changes: [inFile(repositories, everywhere('  secretRef:\n    name: harbor-credentials\n', ''))],
  },
  {
    title: 'the login comes from a store of secrets',
    changes: [
      inFile(
        `${production}/sealed-secrets/harbor-credentials.yaml`,
        whole(`apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: harbor-credentials
  namespace: flux-system
spec:
  refreshInterval: 1h
`),
      ),
    ],
  },
  {
    title: 'the login is copied from another namespace',
    changes: [
      inFile(repositories, swapAfter('name: frontend', 'name: harbor-credentials', 'name: harbor-pull')),
      inFile(
        `${production}/sealed-secrets/harbor-pull.yaml`,
        swap(
          '    metadata:\n',
          '    metadata:\n      annotations:\n        reflector.v1.k8s.emberstack.com/reflection-allowed: "true"\n        reflector.v1.k8s.emberstack.com/reflection-auto-enabled: "true"\n',
        ),
      ),
    ],
  },
  {
    title: 'nodes of either architecture',
    changes: [
      inFile(
        deployment,
        swap(
          '      nodeSelector:\n        kubernetes.io/arch: arm64\n',
          `      affinity:
        nodeAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            nodeSelectorTerms:
              - matchExpressions:
                  - key: kubernetes.io/arch
                    operator: In
                    values: [arm64, amd64]
`,
        ),
      ),
    ],
  },
  {
    title: 'nodes that are only preferred',
    changes: [
      inFile(
        deployment,
        swap(
          '      nodeSelector:\n        kubernetes.io/arch: arm64\n',
          `      affinity:
        nodeAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 1
              preference:
                matchExpressions:
                  - {key: kubernetes.io/arch, operator: In, values: [amd64]}
`,
        ),
      ),
    ],
  },
  {
    title: 'an image of others on other nodes',
    changes: [
      inFile(
        frontendService,
        append(`---
apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
  namespace: website
spec:
  selector:
    matchLabels: {app: agent}
  template:
    metadata:
      labels: {app: agent}
    spec:
      nodeSelector:
        kubernetes.io/arch: s390x
      containers:
        - name: agent
          image: docker.io/grafana/agent:v0.40.0
`),
      ),
    ],
  },
  {
    title: 'the image in two containers',
    changes: [
      inFile(
        deployment,
        swap(
          '      containers:\n',
          `      initContainers:\n        - name: init\n          image: ${frontendImage}\n      containers:\n`,
        ),
      ),
    ],
  },
]

export const variations: readonly Variation[] = [
  ...policyVariations,
  ...buildVariations,
  ...layoutVariations,
  ...objectVariations,
]
