import { posix } from 'node:path'
import { holdsLine } from '../../../src/flux/deliveries/joint.js'
import { placeOf, titleOf, valueIn } from '../../../src/flux/inventory/resource.js'
import type { Rule } from '../rule.js'
import { documents, gitRepository, kustomization } from './example-trees.js'
import { IMAGE_AUTOMATION } from './image-loop-trees.js'

const loop = `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageRepository
metadata:
  name: backend
  namespace: flux-system
spec:
  image: 192.168.0.40:5000/library/backend
  insecure: true
  interval: 1m
---
apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata:
  name: backend
  namespace: flux-system
spec:
  imageRepositoryRef:
    name: backend
  filterTags:
    pattern: '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$'
    extract: '$ts'
  policy:
    numerical:
      order: asc
---
${IMAGE_AUTOMATION}`

const compose = `services:
  backend:
    image: 192.168.0.40:5000/library/backend:main-abc1234-1700000000 # {"$imagepolicy": "flux-system:backend"}
`

const job = (name: string, environment: string): string => `apiVersion: batch/v1
kind: Job
metadata:
  name: deploy${name}
  namespace: default
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: deploy
          image: alpine:3.22.1
          command: [sh, -c, 'ssh deploy@192.168.0.50 docker compose -f docker-compose.backend.yml up -d']
${environment}`

const kustomize = `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - job.yaml
`

export const jobReruns: Rule = {
  id: 'job-reruns',
  severity: 'error',
  summary: 'A Job that deploys a tag changes with the tag.',
  why: 'A Job that does not change is never run again, with `force` neither: the new tag is written into the file that the Job reads, and nobody deploys it.',
  fix: 'Give the Job a marker of its own, in an environment variable or an annotation of its pod template, and its Kustomization `force: true`.',
  examples: [
    {
      title: 'the tag stands in the compose file alone',
      files: {
        'clusters/production/apps.yaml': documents(
          gitRepository(),
          loop,
          kustomization('backend', './backend', 'force: true'),
        ),
        'backend/kustomization.yaml': kustomize,
        'backend/docker-compose.backend.yml': compose,
        'backend/job.yaml': job(' # expect: job-reruns', ''),
      },
    },
    {
      title: 'a marker in the Job itself',
      files: {
        'clusters/production/apps.yaml': documents(
          gitRepository(),
          loop,
          kustomization('backend', './backend', 'force: true'),
        ),
        'backend/kustomization.yaml': kustomize,
        'backend/docker-compose.backend.yml': compose,
        'backend/job.yaml': job(
          '',
          `          env:
            - name: TAG
              value: main-abc1234-1700000000 # {"$imagepolicy": "flux-system:backend:tag"}
`,
        ),
      },
    },
  ],
  check: ({ inventory, markers }) => {
    const composeFiles = new Set(inventory.composeServices.map(({ file }) => file.path))
    const marked = [...markers.byFile].filter(
      ([path, found]) => composeFiles.has(path) && found.some(({ fault }) => fault === undefined),
    )
    if (marked.length === 0) return []
    return inventory.ofKind('batch', 'Job').flatMap(resource => {
      const text = JSON.stringify(resource.body)
      const read = marked.find(([path]) => text.includes(posix.basename(path)))
      const placements = inventory.placementsOf(resource)
      const own = (markers.byFile.get(resource.file.path) ?? []).some(({ span }) => holdsLine(resource, span.line))
      // A patch may put the tag in, and a generated name changes with what is in it.
      if (read === undefined || own || placements.some(({ isPatched, by }) => isPatched || by === undefined)) return []
      if (valueIn(resource, 'metadata', 'generateName') !== undefined) return []
      const [path, found] = read
      const policy = found.find(({ target }) => target !== undefined)?.target
      const setter = policy === undefined ? 'NAMESPACE:POLICY:tag' : `${policy.namespace}:${policy.policy}:tag`
      return [
        {
          file: resource.file.path,
          span: placeOf(resource, 'metadata', 'name'),
          message: `${titleOf(resource)} deploys ${path}, and no tag changes the Job itself, so it runs once and never again`,
          found: `no marker in ${titleOf(resource)}`,
          expected: 'a marker in the pod template of the Job',
          fix: { text: `env:\n  - name: TAG\n    value: TAG_OF_NOW # {"$imagepolicy": "${setter}"}` },
          witness: [`${path} has the marker, ${resource.file.path} has none`],
        },
      ]
    })
  },
}
