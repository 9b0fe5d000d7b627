/** Parts of the rules' examples about image automation. */

const IMAGE = '192.168.0.40:5000/library/frontend'

export const RIGHT_PATTERN = "    pattern: '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$'"
export const RIGHT_EXTRACT = "    extract: '$ts'"
export const RIGHT_ORDER = '    numerical:\n      order: asc'

export function imageRepository(image = IMAGE, ...more: readonly string[]): string {
  return `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageRepository
metadata:
  name: frontend
  namespace: flux-system
spec:
  image: ${image}
  interval: 1m
${more.map(line => `  ${line}\n`).join('')}`
}

export interface PolicyParts {
  readonly pattern?: string
  readonly extract?: string
  /** Below `policy:`; '' leaves the policy empty. */
  readonly order?: string
  /** Behind `policy:`. */
  readonly mark?: string
  readonly more?: string
}

/** An ImagePolicy; what is not given is right. `pattern: ''` leaves the filter out. */
export function imagePolicy({
  pattern = RIGHT_PATTERN,
  extract = RIGHT_EXTRACT,
  order = RIGHT_ORDER,
  mark = '',
  more = '',
}: PolicyParts = {}): string {
  const filter = pattern === '' ? '' : `  filterTags:\n${pattern}\n${extract === '' ? '' : `${extract}\n`}`
  return `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata:
  name: frontend
  namespace: flux-system
spec:
  imageRepositoryRef:
    name: frontend
${filter}${more}  policy:${order === '' ? ` {}${mark}\n` : `${mark}\n${order}\n`}`
}

/** A workflow that builds the image with build-push; `more` are further inputs. */
export function buildWorkflow(...more: readonly string[]): string {
  return `name: build and push
on:
  push:
    branches: [master]
    paths-ignore: ["flux/**"]
jobs:
  images:
    runs-on: self-hosted
    steps:
      - uses: example/fluxgate/actions/build-push@0000000000000000000000000000000000000000
        with:
          registry: 192.168.0.40:5000
          images: |
            - name: library/frontend
              context: frontend
              platforms: linux/arm64
${more.map(line => `          ${line}\n`).join('')}`
}

/** A Deployment of the image. */
export function deployment(tag = 'main-abc1234-1700000000', comment = '', ...podSpec: readonly string[]): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: frontend
  namespace: website
spec:
  selector:
    matchLabels:
      app: frontend
  template:
    metadata:
      labels:
        app: frontend
    spec:
${podSpec.map(line => `      ${line}\n`).join('')}      containers:
        - name: frontend
          image: ${IMAGE}:${tag}${comment}
`
}

export const MARKER = ' # {"$imagepolicy": "flux-system:frontend"}'

export const WORKFLOW_FILE = '.github/workflows/build.yaml'

/** An automation that writes anywhere in the tree. */
export const IMAGE_AUTOMATION = `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageUpdateAutomation
metadata:
  name: website
  namespace: flux-system
spec:
  interval: 1m
  sourceRef:
    kind: GitRepository
    name: flux-system
  git:
    commit:
      author:
        name: fluxcdbot
        email: fluxcdbot@example.com
  update:
    path: ./
    strategy: Setters
`
