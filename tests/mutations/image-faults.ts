import { append, type Fault, inFile, swap, swapAfter } from './fault.js'

/** Faults of the image loop: two a rule at least, in the reference deployment and in one other tree. */
const production = 'flux/clusters/production'
const policies = `${production}/image-automation/image-policies.yaml`
const repositories = `${production}/image-automation/image-repositories.yaml`
const automation = `${production}/image-automation/image-update-automation.yaml`
const deployment = `${production}/frontend/deployment.yaml`
const job = `${production}/backend/deploy-job.yaml`
const compose = `${production}/backend/docker-compose.backend.yml`
const build = '.github/workflows/build-and-push.yml'
const fullTag = 'main-3f9c2d1-1767225600'

const frontendFilter = `    pattern: '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$'
    extract: '$ts'
  policy:
    numerical:
      order: asc
---`

const inReference = (rule: string, title: string, ...rest: readonly [Fault['changes'], Fault['at']?]): Fault =>
  faultIn('reference', rule, title, ...rest)
const inLumen = (rule: string, title: string, ...rest: readonly [Fault['changes'], Fault['at']?]): Fault =>
  faultIn('image-automation', rule, title, ...rest)
const inMonorepo = (rule: string, title: string, ...rest: readonly [Fault['changes'], Fault['at']?]): Fault =>
  faultIn('monorepo', rule, title, ...rest)

function faultIn(tree: string, rule: string, title: string, changes: Fault['changes'], at?: Fault['at']): Fault {
  return { rule, title, tree, changes, ...(at === undefined ? {} : { at }) }
}

const policyFaults: readonly Fault[] = [
  inReference(
    'policy-elects-newest',
    'the whole tag, in alphabetical order',
    [
      inFile(
        policies,
        swap(frontendFilter, frontendFilter.replace(/ {4}extract: .*\n/, '').replace('numerical', 'alphabetical')),
      ),
    ],
    { file: policies, line: 'alphabetical', after: 'name: frontend' },
  ),
  inReference('policy-elects-newest', 'the lowest number', [
    inFile(policies, swapAfter('name: backend', 'order: asc', 'order: desc')),
  ]),
  inLumen(
    'policy-elects-newest',
    'the group takes the SHA',
    [
      inFile(
        'images/web.yaml',
        swap(
          "pattern: '^edge-[0-9a-f]{7}-([0-9]{10})$'\n    extract: '$1'\n  policy:\n    numerical: {}",
          "pattern: '^edge-([0-9a-f]{7})-[0-9]{10}$'\n    extract: '$1'\n  policy:\n    alphabetical: {}",
        ),
      ),
    ],
    { file: 'images/web.yaml', line: 'alphabetical' },
  ),
  inReference('policy-accepts-build-tag', 'another prefix than the build has', [
    inFile(policies, swapAfter('name: frontend', '^main-', '^master-')),
  ]),
  inReference('policy-accepts-build-tag', 'eleven digits of a time', [
    inFile(policies, swapAfter('name: backend', '{10}', '{11}')),
  ]),
  inReference('policy-pattern-valid', 'a look-ahead', [
    inFile(policies, swapAfter('name: backend', '^main-', '^(?!dev)main-')),
  ]),
  inLumen('policy-pattern-valid', 'a bracket that stays open', [
    inFile('images/api.yaml', swap('([0-9]{10})', '([0-9]{10}')),
  ]),
  inReference('policy-pattern-anchored', 'no end', [
    inFile(policies, swapAfter('name: frontend', "{10})$'", "{10})'")),
  ]),
  inLumen('policy-pattern-anchored', 'no start', [inFile('images/worker.yaml', swap("'^edge-", "'edge-"))]),
  inReference('policy-extract-group', 'a group that there is not', [
    inFile(policies, swapAfter('name: frontend', "'$ts'", "'$timestamp'")),
  ]),
  inReference('policy-extract-group', 'a name that goes on', [
    inFile(policies, swapAfter('name: backend', "'$ts'", "'$ts_0'")),
  ]),
  inLumen('policy-extract-group', 'the second group of one', [inFile('images/api.yaml', swap("'$1'", "'$2'"))]),
  inReference(
    'policy-single-choice',
    'two orders',
    [
      inFile(
        policies,
        swapAfter('name: frontend', '    numerical:\n', '    alphabetical:\n      order: asc\n    numerical:\n'),
      ),
    ],
    { file: policies, line: 'policy:' },
  ),
  inReference('policy-single-choice', 'a direction that is none, by its schema neither', [
    inFile(policies, swapAfter('name: frontend', 'order: asc', 'order: ascending')),
  ]),
  inLumen('policy-single-choice', 'no order', [
    inFile('images/web.yaml', swap('  policy:\n    numerical: {}', '  policy: {}')),
  ]),
  inReference(
    'policy-numeric-key',
    'the group takes the SHA',
    [
      inFile(
        policies,
        swapAfter('name: frontend', "main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$'", "main-(?P<ts>[a-f0-9]{7})-[0-9]{10}$'"),
      ),
    ],
    { file: policies, line: 'extract', after: 'name: frontend' },
  ),
  inLumen('policy-numeric-key', 'no extract', [inFile('images/worker.yaml', swap("    extract: '$1'\n", ''))], {
    file: 'images/worker.yaml',
    line: 'numerical',
  }),
  inReference(
    'policy-semver-tags',
    'a range over tags of a build',
    [
      inFile(
        policies,
        swap(
          frontendFilter,
          "    pattern: '^main-[a-f0-9]{7}-[0-9]{10}$'\n  policy:\n    semver:\n      range: '>=1.0.0'\n---",
        ),
      ),
    ],
    { file: policies, line: 'range' },
  ),
  inLumen('policy-semver-tags', 'a range that is none', [inFile('images/api.yaml', swap("'^1.0.0'", "'newest'"))]),
  inReference('policy-repository-exists', 'a repository that there is not', [
    inFile(policies, swapAfter('imageRepositoryRef', 'name: frontend', 'name: website')),
  ]),
  inMonorepo(
    'policy-repository-exists',
    'a repository that is removed',
    [
      { file: 'image-automation/repositories/cart.yaml', change: undefined },
      inFile('image-automation/repositories/kustomization.yaml', swap('  - cart.yaml\n', '')),
      {
        file: 'image-automation/production/policies.yaml',
        change: swapAfter('imageRepositoryRef', 'name: cart', 'name: storefront'),
      },
      { file: 'apps/production/kustomization.yaml', change: swap(' # {"$imagepolicy": "flux-system:cart:tag"}', '') },
    ],
    { file: 'image-automation/staging/policies.yaml', line: 'name: cart', after: 'imageRepositoryRef' },
  ),
  inReference('policy-digest-interval', 'an interval without Always', [
    inFile(policies, swapAfter('name: frontend\nspec'.slice(0, 14), 'spec:\n', 'spec:\n  interval: 10m\n')),
  ]),
  inLumen('policy-digest-interval', 'Always without an interval', [
    inFile('images/web.yaml', swapAfter('web-dev', 'spec:\n', 'spec:\n  digestReflectionPolicy: Always\n')),
  ]),
  inReference(
    'policy-used',
    'a policy that no marker names',
    [
      inFile(
        policies,
        append(`---
apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata:
  name: frontend-next
  namespace: flux-system
spec:
  imageRepositoryRef:
    name: frontend
  filterTags:
    pattern: '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$'
    extract: '$ts'
  policy:
    numerical:
      order: asc
`),
      ),
    ],
    { file: policies, line: 'frontend-next' },
  ),
  inLumen(
    'policy-used',
    'the only markers are gone',
    [
      inFile('apps/prod/worker/cronjob.yaml', swap(' # {"$imagepolicy": "flux-system:worker-prod"}', '')),
      inFile(
        'apps/prod/edge/docker-compose.yaml',
        swap(
          '    image: ghcr.io/lumen-io/worker:1.12.3 # {"$imagepolicy": "flux-system:worker-prod"}',
          '    image: docker.io/library/busybox:1.37.0',
        ),
      ),
      inFile(
        'apps/prod/worker/cronjob.yaml',
        swap('ghcr.io/lumen-io/worker:1.12.3', 'docker.io/library/busybox:1.37.0'),
      ),
    ],
    { file: 'images/worker.yaml', line: 'worker-prod' },
  ),
]

const registryFaults: readonly Fault[] = [
  inReference('repository-matches-build', 'another host', [
    inFile(repositories, swapAfter('name: frontend', '192.168.0.40:5000', '192.168.0.41:5000')),
    inFile(deployment, swap('192.168.0.40:5000', '192.168.0.41:5000')),
    inFile('.fluxgate.yaml', append('  "192.168.0.41:5000": harbor\n')),
  ]),
  inReference(
    'repository-matches-build',
    'another port in the build',
    [
      inFile(build, swap('registry: 192.168.0.40:5000', 'registry: 192.168.0.40:5001')),
      inFile(repositories, swapAfter('name: frontend', '192.168.0.40:5000', '192.168.0.40:5001')),
      inFile(deployment, swap('192.168.0.40:5000', '192.168.0.40:5001')),
    ],
    { file: repositories, line: '192.168.0.40:5000/library/backend' },
  ),
  inLumen('repository-matches-build', 'another owner', [
    inFile('images/worker.yaml', swap('ghcr.io/lumen-io/worker', 'ghcr.io/lumen/worker')),
    ...['dev', 'prod'].flatMap(stage => [
      inFile(`apps/${stage}/worker/cronjob.yaml`, swap('ghcr.io/lumen-io/worker', 'ghcr.io/lumen/worker')),
      inFile(`apps/${stage}/edge/docker-compose.yaml`, swap('ghcr.io/lumen-io/worker', 'ghcr.io/lumen/worker')),
    ]),
  ]),
  inReference(
    'repository-insecure',
    'HTTP in the build alone',
    [inFile(repositories, swapAfter('name: backend', '  insecure: true\n', ''))],
    { file: repositories, line: 'image: 192.168.0.40:5000/library/backend' },
  ),
  inLumen('repository-insecure', 'HTTP in the cluster alone', [
    inFile('images/api.yaml', swapAfter('ImageRepository', 'spec:\n', 'spec:\n  insecure: true\n')),
  ]),
  inReference('repository-image-reference', 'a scheme', [
    inFile(repositories, swapAfter('name: frontend', 'image: 192', 'image: http://192')),
  ]),
  inLumen('repository-image-reference', 'a tag', [
    inFile('images/web.yaml', swap('ghcr.io/lumen-io/web', 'ghcr.io/lumen-io/web:latest')),
  ]),
  inReference('repository-secret', 'a Secret that nothing provides', [
    inFile(repositories, swapAfter('name: frontend', 'name: harbor-credentials', 'name: harbor-pull')),
  ]),
  inReference(
    'repository-secret',
    'the sealed Secret lies in another namespace',
    [
      inFile(`${production}/sealed-secrets/harbor-credentials.yaml`, text =>
        text.replaceAll('namespace: flux-system', 'namespace: website'),
      ),
      inFile(repositories, swapAfter('name: frontend', '  secretRef:\n    name: harbor-credentials\n', '')),
    ],
    { file: repositories, line: 'harbor-credentials' },
  ),
  faultIn(
    'odd',
    'repository-exclusions',
    'every tag counts, those of attestations too',
    [
      inFile(
        'bilder/samling.yaml',
        swap("      filterTags: {pattern: '^(?P<dato>20[0-9]{12})$', extract: $dato}\n", ''),
      ),
    ],
    { file: 'bilder/samling.yaml', line: 'image: registry.example.no' },
  ),
  faultIn(
    'odd',
    'repository-exclusions',
    'the pattern takes those of attestations',
    [inFile('bilder/samling.yaml', swap("'^(?P<dato>20[0-9]{12})$'", "'^(?P<dato>[0-9a-z]+)'"))],
    { file: 'bilder/samling.yaml', line: 'image: registry.example.no' },
  ),
]

const frontendMarker = '# {"$imagepolicy": "flux-system:frontend"}'
const markerFaults: readonly Fault[] = [
  inReference('marker-syntax', 'single quotes', [
    inFile(deployment, swap(frontendMarker, "# {'$imagepolicy': 'flux-system:frontend'}")),
  ]),
  inReference('marker-syntax', 'a slash', [inFile(job, swap('flux-system:backend:tag', 'flux-system/backend:tag'))]),
  inLumen('marker-syntax', 'text behind it', [
    inFile('apps/prod/worker/cronjob.yaml', swap('worker-prod"}', 'worker-prod"} by flux')),
  ]),
  inReference('marker-policy', 'a policy that there is not', [
    inFile(compose, swap('flux-system:backend"', 'flux-system:back-end"')),
  ]),
  inReference('marker-policy', 'the namespace of the workload', [
    inFile(job, swap('"flux-system:backend:tag"', '"website:backend:tag"')),
  ]),
  inLumen('marker-policy', 'the selector leaves it out', [
    inFile(
      'apps/dev/worker/cronjob.yaml',
      swap('worker-dev"}', 'worker-prod"}'),
      swap('worker:edge-91ad03c-1769000000', 'worker:1.12.3'),
    ),
  ]),
  inReference('marker-suffix', 'the whole reference where a tag stands', [
    inFile(job, swap('flux-system:backend:tag', 'flux-system:backend')),
  ]),
  inReference('marker-suffix', 'a tag where the reference stands', [
    inFile(deployment, swap('flux-system:frontend"', 'flux-system:frontend:tag"')),
  ]),
  inLumen('marker-suffix', 'a name where a tag stands', [
    inFile('apps/dev/web/release.yaml', swap('web-dev:tag', 'web-dev:name')),
  ]),
  inReference('marker-position', 'above the key', [
    inFile(
      deployment,
      swap(
        `          image: 192.168.0.40:5000/library/frontend:${fullTag} ${frontendMarker}`,
        `          ${frontendMarker}\n          image: 192.168.0.40:5000/library/frontend:${fullTag}`,
      ),
    ),
  ]),
  inLumen(
    'marker-position',
    'behind a map on one line',
    [
      inFile(
        'apps/dev/api/kustomization.yaml',
        swap(
          `  - name: api
    newName: ghcr.io/lumen-io/api # {"$imagepolicy": "flux-system:api-dev:name"}
    newTag: edge-91ad03c-1769000000 # {"$imagepolicy": "flux-system:api-dev:tag"}`,
          '  - {name: api, newName: ghcr.io/lumen-io/api, newTag: edge-91ad03c-1769000000} # {"$imagepolicy": "flux-system:api-dev:tag"}',
        ),
      ),
    ],
    { file: 'apps/dev/api/kustomization.yaml', line: 'newTag' },
  ),
  inReference(
    'marker-digest',
    'a digest that is not reflected',
    [
      inFile(
        job,
        swap(
          '            - name: BACKEND_TAG',
          '            - name: BACKEND_DIGEST\n              value: sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 # {"$imagepolicy": "flux-system:backend:digest"}\n            - name: BACKEND_TAG',
        ),
      ),
    ],
    { file: job, line: ':digest' },
  ),
  inLumen('marker-digest', 'a digest that is not reflected', [
    inFile(
      'apps/prod/api/kustomization.yaml',
      append(
        '    digest: sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 # {"$imagepolicy": "flux-system:api-prod:digest"}\n',
      ),
    ),
  ]),
  inReference(
    'marker-scope',
    'the automation writes elsewhere',
    [inFile(automation, swap(`path: ./${production}`, `path: ./${production}/backend`))],
    { file: deployment, line: frontendMarker },
  ),
  inLumen(
    'marker-scope',
    'the other half is out of reach',
    [
      inFile('images/automation.yaml', swap('path: apps/dev', 'path: apps/dev/edge')),
      inFile(
        'apps/dev/api/kustomization.yaml',
        swap(' # {"$imagepolicy": "flux-system:api-dev:name"}', ''),
        swap(' # {"$imagepolicy": "flux-system:api-dev:tag"}', ''),
      ),
      inFile('apps/dev/web/release.yaml', swap('web-dev:tag"}', 'web-dev:tag"} ')),
      inFile('apps/dev/worker/cronjob.yaml', swap(' # {"$imagepolicy": "flux-system:worker-dev"}', '')),
    ],
    { file: 'apps/dev/web/release.yaml', line: 'web-dev:tag' },
  ),
  inReference('marker-file-parses', 'a list on top of a marked file', [
    inFile(
      compose,
      () => `- image: 192.168.0.40:5000/library/backend:${fullTag} # {"$imagepolicy": "flux-system:backend"}\n`,
    ),
  ]),
  inLumen('marker-file-parses', 'a template', [
    inFile(
      'apps/dev/edge/extra.yaml',
      () => `{{- if .Values.extra }}
kind: ConfigMap
data:
  image: ghcr.io/lumen-io/api:edge-91ad03c-1769000000 # {"$imagepolicy": "flux-system:api-dev"}
{{- end }}
`,
    ),
  ]),
  inReference('marker-image', 'the image of the other policy', [
    inFile(deployment, swap('"flux-system:frontend"', '"flux-system:backend"')),
  ]),
  inLumen('marker-image', 'the tag of the other image', [
    inFile('apps/prod/edge/docker-compose.yaml', swap('"flux-system:worker-prod"', '"flux-system:api-prod"')),
  ]),
  inReference('marker-tag', 'a placeholder', [inFile(compose, swap(fullTag, 'REPLACE_ME'))]),
  inLumen('marker-tag', 'the tag of a release', [
    inFile('apps/dev/worker/cronjob.yaml', swap('edge-91ad03c-1769000000', '1.12.3')),
  ]),
  inReference('marker-null-value', 'null', [inFile(job, swap(`value: ${fullTag} `, 'value: null '))]),
  inLumen('marker-null-value', 'a tilde', [
    inFile('apps/dev/web/release.yaml', swap('tag: "edge-91ad03c-1769000000"', 'tag: ~')),
  ]),
  inReference(
    'marker-list-document',
    'a list of objects',
    [
      inFile(
        deployment,
        text =>
          `apiVersion: v1\nkind: List\nitems:\n${text
            .split('\n')
            .map((line, index) => (line === '' ? '' : `${index === 0 ? '  - ' : '    '}${line}`))
            .join('\n')}`,
      ),
    ],
    { file: deployment, line: 'List' },
  ),
  inLumen(
    'marker-list-document',
    'a list of one',
    [
      inFile(
        'apps/prod/worker/cronjob.yaml',
        text =>
          `apiVersion: v1\nkind: List\nitems:\n${text
            .split('\n')
            .map((line, index) => (line === '' ? '' : `${index === 0 ? '- ' : '  '}${line}`))
            .join('\n')}`,
      ),
    ],
    { file: 'apps/prod/worker/cronjob.yaml', line: 'List' },
  ),
  inReference(
    'marker-path-annotation',
    'a path of its own',
    [
      inFile(
        deployment,
        swap(
          '  labels:\n    app: frontend\nspec:',
          '  labels:\n    app: frontend\n  annotations:\n    config.kubernetes.io/path: frontend.yaml\nspec:',
        ),
      ),
    ],
    { file: deployment, line: 'frontend.yaml' },
  ),
  inLumen(
    'marker-path-annotation',
    'the older name',
    [
      inFile(
        'apps/dev/worker/cronjob.yaml',
        swap(
          '  name: worker\nspec',
          "  name: worker\n  annotations:\n    internal.config.kubernetes.io/path: 'worker.yaml'\nspec",
        ),
      ),
    ],
    { file: 'apps/dev/worker/cronjob.yaml', line: 'worker.yaml' },
  ),
  inReference('marker-missing', 'the marker is gone', [
    inFile(deployment, swap(` ${frontendMarker}`, '')),
    inFile(
      compose,
      swap(
        'name: website\n',
        `name: website\nx-frontend: 192.168.0.40:5000/library/frontend:${fullTag} ${frontendMarker}\n`,
      ),
    ),
  ]),
  inLumen('marker-missing', 'the marker is gone', [
    inFile('apps/dev/worker/cronjob.yaml', swap(' # {"$imagepolicy": "flux-system:worker-dev"}', '')),
  ]),
]

const automationFaults: readonly Fault[] = [
  inReference('automation-template', 'a field that was removed', [
    inFile(automation, swap('.Changed.Changes', '.Updated.Images')),
  ]),
  inReference('automation-template', 'it does not close', [inFile(automation, swap('        {{ end -}}\n', ''))], {
    file: automation,
    line: 'messageTemplate',
  }),
  inLumen('automation-template', 'a function that there is not', [
    inFile('images/automation.yaml', swapAfter('name: dev', '{{ .AutomationObject.Namespace }}', '{{ env "HOME" }}')),
  ]),
  inReference('automation-branch', 'a branch that nobody follows', [
    inFile(automation, text => text.replaceAll('branch: master', 'branch: main')),
  ]),
  inMonorepo(
    'automation-branch',
    'nothing to derive it from',
    [
      inFile('clusters/staging/flux-system/gotk-sync.yaml', swap('    branch: main', '    tag: v1.0.0')),
      inFile(
        'image-automation/staging/automation.yaml',
        swap('    checkout:\n      ref:\n        branch: main\n', ''),
        swap('    push:\n      branch: main\n', ''),
      ),
    ],
    { file: 'image-automation/staging/automation.yaml', line: 'commit:' },
  ),
  inReference(
    'automation-loop',
    'the build starts with every push',
    [inFile(build, swap('    paths-ignore:\n      - "flux/**"\n', '    paths-ignore:\n'))],
    { file: build, line: 'push:' },
  ),
  inLumen(
    'automation-loop',
    'what Flux writes starts the build',
    [inFile('.github/workflows/images.yaml', swap('      - "services/**"\n', '      - "**"\n'))],
    { file: '.github/workflows/images.yaml', line: 'push:' },
  ),
  inReference('automation-path', 'a folder that there is not', [
    inFile(automation, swap(`path: ./${production}`, 'path: ./flux/cluster/production')),
  ]),
  inLumen('automation-path', 'out of the repository', [
    inFile('images/automation.yaml', swap('path: apps/prod', 'path: ../prod')),
  ]),
  inReference(
    'automation-overlap',
    'a second one on the same path',
    [inFile(automation, text => `${text}---\n${text.replace('name: website', 'name: website-again')}`)],
    { file: automation, line: `path: ./${production}`, after: 'website-again' },
  ),
  inMonorepo(
    'automation-overlap',
    'a second one above',
    [
      inFile(
        'image-automation/staging/automation.yaml',
        text => `${text}---\n${text.replace('name: apps', 'name: all').replace('./apps/staging', './apps')}`,
      ),
    ],
    { file: 'image-automation/staging/automation.yaml', line: 'path: ./apps\n' },
  ),
  inReference('automation-suspended', 'suspended', [inFile(automation, swap('spec:\n', 'spec:\n  suspend: true\n'))]),
  inMonorepo('automation-suspended', 'suspended', [
    inFile('image-automation/production/automation.yaml', swap('spec:\n', 'spec:\n  suspend: true\n')),
  ]),
]

const documentFaults: readonly Fault[] = [
  inReference('platform-matches', 'the nodes are of another architecture', [
    inFile(deployment, swap('kubernetes.io/arch: arm64', 'kubernetes.io/arch: amd64')),
  ]),
  inReference(
    'platform-matches',
    'the build makes another architecture',
    [inFile(build, swap('platforms: linux/arm64', 'platforms: linux/amd64'))],
    { file: deployment, line: 'kubernetes.io/arch' },
  ),
  inLumen('platform-matches', 'the affinity asks for what is not built', [
    inFile('apps/dev/worker/cronjob.yaml', swap('values: [amd64]', 'values: [arm64]')),
  ]),
  inReference('image-mutable-tag', 'latest', [
    inFile(job, swap('docker.io/alpine/git:2.49.1', 'docker.io/alpine/git:latest')),
  ]),
  inReference('image-mutable-tag', 'no tag', [
    inFile(job, swap('docker.io/alpine/git:2.49.1', 'docker.io/alpine/git')),
  ]),
  inLumen(
    'image-mutable-tag',
    'no tag in a compose file',
    [inFile('apps/dev/edge/docker-compose.yaml', append('  proxy:\n    image: docker.io/library/caddy\n'))],
    { file: 'apps/dev/edge/docker-compose.yaml', line: 'caddy' },
  ),
  inReference('api-served', 'a version that is gone', [
    inFile(policies, swapAfter('# Tags', 'image.toolkit.fluxcd.io/v1', 'image.toolkit.fluxcd.io/v1beta2')),
  ]),
  inReference(
    'api-served',
    'an Alert of a version that never was',
    [
      inFile(
        `${production}/flux-kustomization.yaml`,
        append(`---
apiVersion: notification.toolkit.fluxcd.io/v1
kind: Alert
metadata:
  name: failures
  namespace: flux-system
spec:
  providerRef: {name: chat}
  eventSources: [{kind: Kustomization, name: '*'}]
---
apiVersion: notification.toolkit.fluxcd.io/v1beta3
kind: Provider
metadata:
  name: chat
  namespace: flux-system
spec:
  type: generic
  address: http://192.168.0.60/hook
`),
      ),
    ],
    { file: `${production}/flux-kustomization.yaml`, line: 'notification.toolkit.fluxcd.io/v1\n' },
  ),
  inMonorepo('api-served', 'a HelmRelease of long ago', [
    inFile(
      'infrastructure/controllers/ingress-nginx.yaml',
      swap('helm.toolkit.fluxcd.io/v2', 'helm.toolkit.fluxcd.io/v2beta1'),
    ),
  ]),
  inReference('yaml-valid', 'a key twice', [
    inFile(deployment, swap('  replicas: 2\n', '  replicas: 2\n  replicas: 3\n')),
  ]),
  inReference('yaml-valid', 'a tab', [
    inFile(`${production}/frontend/service.yaml`, swap('  selector:\n    app', '  selector:\n\tapp')),
  ]),
  inReference(
    'yaml-valid',
    'a yes where a text belongs',
    [
      inFile(
        job,
        swap(
          '            - name: BACKEND_TAG',
          '            - name: QUIET\n              value: yes\n            - name: BACKEND_TAG',
        ),
      ),
    ],
    { file: job, line: 'value: yes' },
  ),
  inLumen('yaml-valid', 'a quote that stays open', [
    inFile('apps/base/api/service.yaml', swap('name: api', "name: 'api")),
  ]),
  inReference(
    'schema-valid',
    'a field that there is not',
    [inFile(repositories, swapAfter('name: frontend', '  interval: 1m\n', '  interval: 1m\n  retries: 3\n'))],
    { file: repositories, line: 'retries' },
  ),
  inReference(
    'schema-valid',
    'no interval',
    [inFile(repositories, swapAfter('name: frontend', '  interval: 1m\n', ''))],
    {
      file: repositories,
      line: 'spec:',
    },
  ),
  inMonorepo('schema-valid', 'a number for a text', [
    inFile('image-automation/repositories/cart.yaml', swap('interval: 5m', 'interval: 300')),
  ]),
  inReference('ignore-needed', 'it hides nothing', [
    inFile(job, swap('  backoffLimit: 2', '  backoffLimit: 2 # fluxgate-ignore job-ttl: kept for its log')),
  ]),
  inLumen('ignore-needed', 'it names no rule', [
    inFile('apps/base/api/service.yaml', swap('kind: Service', 'kind: Service # fluxgate-ignore everything: please')),
  ]),
]

/** The same faults in other dresses, each as people write them. */
const markerDresses: Readonly<Record<string, string>> = {
  'a trailing comma': '{"$imagepolicy": "flux-system:frontend",}',
  'quotes of a word processor': '{“$imagepolicy”: “flux-system:frontend”}',
  'a bare key': '{$imagepolicy: "flux-system:frontend"}',
  'a capital letter': '{"$imagePolicy": "flux-system:frontend"}',
  'a blank at the end': '{"$imagepolicy": "flux-system:frontend "}',
  'no namespace': '{"$imagepolicy": "frontend"}',
  'no dollar': '{"imagepolicy": "flux-system:frontend"}',
  'a blank that does not break': '{"$imagepolicy":\u00a0"flux-system:frontend"}',
  'a number beside it': '{"$imagepolicy": "flux-system:frontend", "n": 1}',
  'two number signs': '# {"$imagepolicy": "flux-system:frontend"}',
}

const alphabetical = (extract: string) =>
  inFile(
    policies,
    swap(frontendFilter, frontendFilter.replace("'$ts'", () => `'${extract}'`).replace('numerical', 'alphabetical')),
  )

const dressedFaults: readonly Fault[] = [
  ...Object.entries(markerDresses).map(([title, marker]) =>
    inReference('marker-syntax', title, [inFile(deployment, swap('{"$imagepolicy": "flux-system:frontend"}', marker))]),
  ),
  inReference('marker-suffix', 'a capital letter', [
    inFile(deployment, swap('flux-system:frontend"', 'flux-system:frontend:Tag"')),
  ]),
  inReference('policy-elects-newest', 'the whole match', [alphabetical('$0')], {
    file: policies,
    line: 'alphabetical',
  }),
  inReference('policy-elects-newest', 'the same for all tags', [alphabetical('x')], {
    file: policies,
    line: 'alphabetical',
  }),
  inReference('policy-accepts-build-tag', 'capital letters', [
    inFile(policies, swapAfter('name: frontend', '[a-f0-9]', '[A-F0-9]')),
  ]),
  inReference('policy-pattern-valid', 'a possessive repetition', [
    inFile(policies, swapAfter('name: frontend', '{7}', '{7}+')),
  ]),
  inReference('repository-image-reference', 'one part on Harbor', [
    inFile(repositories, swap('5000/library/frontend', '5000/frontend')),
    inFile(deployment, swap('/library/frontend', '/frontend')),
    inFile(build, swap('library/frontend', 'frontend')),
  ]),
  inReference('repository-image-reference', 'capital letters', [
    inFile(repositories, swap('5000/library/frontend', '5000/library/Frontend')),
  ]),
  inReference('repository-matches-build', 'no port', [
    inFile(repositories, swap('192.168.0.40:5000/library/frontend', '192.168.0.40/library/frontend')),
  ]),
  inReference('automation-loop', 'a star for two', [inFile(build, swap('flux/**', 'flux/*'))], {
    file: build,
    line: 'push:',
  }),
  inReference('automation-loop', 'no filter at all', [
    inFile(build, text => text.replace(/on:\n[\s\S]*?workflow_dispatch:\n/, 'on: [push, workflow_dispatch]\n')),
  ]),
  inReference('automation-template', 'a field of a change that there is not', [
    inFile(automation, swap('.OldValue', '.OldTag')),
  ]),
  inReference('automation-template', 'the clock', [inFile(automation, swap('.AutomationObject.Name', 'now'))]),
  inReference('automation-branch', 'another branch is checked out', [
    inFile(automation, swap('ref:\n        branch: master', 'ref:\n        branch: main')),
  ]),
  inReference('platform-matches', 'the older label', [
    inFile(deployment, swap('kubernetes.io/arch: arm64', 'beta.kubernetes.io/arch: amd64')),
  ]),
  inReference(
    'image-mutable-tag',
    'latest in a compose file',
    [inFile(compose, swap('services:\n', 'services:\n  proxy:\n    image: docker.io/library/caddy:latest\n'))],
    { file: compose, line: 'caddy' },
  ),
  inReference('api-served', 'a source of long ago', [
    inFile(
      `${production}/flux-system/gotk-sync.yaml`,
      swap('source.toolkit.fluxcd.io/v1\n', 'source.toolkit.fluxcd.io/v1beta2\n'),
    ),
  ]),
  inReference(
    'yaml-valid',
    'a number of base eight',
    [
      inFile(
        deployment,
        swap('  labels:\n    app: frontend\nspec', '  labels:\n    app: frontend\n    build: 0123\nspec'),
      ),
    ],
    { file: deployment, line: 'build: 0123' },
  ),
  inReference('yaml-valid', 'what a merge left', [
    inFile(`${production}/frontend/service.yaml`, swap('spec:', '<<<<<<< HEAD\nspec:\n=======\nspec:\n>>>>>>> theirs')),
  ]),
]

export const imageFaults: readonly Fault[] = [
  ...policyFaults,
  ...registryFaults,
  ...markerFaults,
  ...automationFaults,
  ...documentFaults,
  ...dressedFaults,
]
