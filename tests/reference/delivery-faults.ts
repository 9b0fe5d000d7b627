import { EXPIRED_CERTIFICATE } from '../../actions/verify-manifests/rules/sealing-certificates.js'
import { append, type Fault, inFile, swap, swapAfter } from '../mutations/fault.js'
import { CLUSTER } from './tree.js'

/** Faults of the very tree that users copy, one a rule at least; those of Helm's values and of SOPS in the platform example. */
const sync = `${CLUSTER}/flux-kustomization.yaml`
const policies = `${CLUSTER}/image-automation/image-policies.yaml`
const repositories = `${CLUSTER}/image-automation/image-repositories.yaml`
const automation = `${CLUSTER}/image-automation/image-update-automation.yaml`
const deployment = `${CLUSTER}/frontend/deployment.yaml`
const service = `${CLUSTER}/frontend/service.yaml`
const frontend = `${CLUSTER}/frontend/kustomization.yaml`
const job = `${CLUSTER}/backend/deploy-job.yaml`
const compose = `${CLUSTER}/backend/docker-compose.backend.yml`
const ingress = `${CLUSTER}/ingress/ingress.yaml`
const release = `${CLUSTER}/sealed-secrets-controller/release.yaml`
const sealed = `${CLUSTER}/sealed-secrets`
const failures = `${CLUSTER}/notifications/failures.yaml`
const certificate = 'flux/sealing/pub-cert.pem'
const build = '.github/workflows/build-and-push.yml'
const deployKey = 'clusters/production/deploy-key.enc.yaml'

const tag = 'main-3f9c2d1-1767225600'
const frontendMarker = '# {"$imagepolicy": "flux-system:frontend"}'
const marked = `192.168.0.40:5000/library/frontend:${tag} ${frontendMarker}`
const filter = `    pattern: "^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$"
    extract: "$ts"
  policy:
    numerical:
      order: asc
---`

function faultIn(tree: string) {
  return (rule: string, title: string, changes: Fault['changes'], at?: Fault['at']): Fault => ({
    rule,
    title,
    tree,
    changes,
    ...(at === undefined ? {} : { at }),
  })
}
const here = faultIn('production')
const inPlatform = faultIn('platform')

const kustomization = (name: string, after: string) => `---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: ${name}
  namespace: flux-system
spec:
  interval: 10m
  timeout: 2m
  path: ./${CLUSTER}/more-${name}
  prune: true
  sourceRef:
    kind: GitRepository
    name: flux-system
  dependsOn:
    - name: ${after}
`
const settings = (name: string, namespace = 'website') =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\n`

const orderFaults: readonly Fault[] = [
  here(
    'alert-coverage',
    'no Kustomization is watched',
    [inFile(failures, swap('    - kind: Kustomization\n      name: "*"\n', ''))],
    { file: sync, line: 'name: namespaces' },
  ),
  here(
    'applied-once',
    'the folder without its kustomization',
    [{ file: `${CLUSTER}/kustomization.yaml`, change: undefined }],
    {
      file: `${CLUSTER}/flux-system/gotk-sync.yaml`,
      line: `path: ./${CLUSTER}`,
    },
  ),
  here(
    'crd-first',
    'sealed secrets before their controller',
    [inFile(sync, swapAfter('name: sealed-secrets\n', '    - name: sealed-secrets-controller\n', ''))],
    { file: `${sealed}/build-push-webhook.yaml`, line: 'apiVersion' },
  ),
  here(
    'depends-on-acyclic',
    'two wait for each other',
    [
      inFile(
        sync,
        swapAfter(
          'name: frontend\n',
          '    - name: sealed-secrets\n',
          '    - name: sealed-secrets\n    - name: ingress\n',
        ),
      ),
    ],
    { file: sync, line: '    - name: frontend', after: 'name: ingress\n  namespace' },
  ),
  here(
    'depends-on-depth',
    'seven in a row',
    [
      inFile(
        sync,
        append(
          ['one', 'two', 'three'].map((name, index, all) => kustomization(name, all[index - 1] ?? 'backend')).join(''),
        ),
      ),
      ...['one', 'two', 'three'].map(name => inFile(`${CLUSTER}/more-${name}/config.yaml`, () => settings(name))),
    ],
    { file: sync, line: '- name: backend' },
  ),
  here('depends-on-exists', 'a name with a slip', [
    inFile(sync, swapAfter('name: ingress\n', '    - name: frontend', '    - name: front-end')),
  ]),
  here('force-scope', 'the Deployment too', [
    inFile(sync, swapAfter('name: frontend\n', '  prune: true\n', '  prune: true\n  force: true\n')),
  ]),
  here(
    'health-check-target',
    'nobody applies it',
    [
      inFile(
        sync,
        swapAfter(
          'name: image-automation\n',
          '  prune: true\n',
          '  prune: true\n  healthChecks:\n    - apiVersion: apps/v1\n      kind: Deployment\n      name: website\n      namespace: website\n',
        ),
      ),
    ],
    { file: sync, line: 'name: website' },
  ),
  here(
    'job-reruns',
    'no tag in it is followed',
    [inFile(job, text => text.replaceAll(/ # \{"\$imagepolicy": "flux-system:(?:backend|frontend):tag"\}/g, ''))],
    { file: job, line: 'name: backend-deploy' },
  ),
  here('job-ttl', 'an hour', [
    inFile(job, swap('  backoffLimit: 3\n', '  backoffLimit: 3\n  ttlSecondsAfterFinished: 3600\n')),
  ]),
  here('kustomization-builds', 'it lists a file that there is not', [
    inFile(frontend, swap('  - service.yaml', '  - services.yaml')),
  ]),
  here('kustomization-path', 'a folder that there is not', [
    inFile(sync, swap(`path: ./${CLUSTER}/ingress`, `path: ./${CLUSTER}/ingres`)),
  ]),
  here('kustomization-prune', 'what is removed stays', [
    inFile(sync, swapAfter('name: ingress\n', '  prune: true', '  prune: false')),
  ]),
  here('kustomization-source', 'a source that there is not', [
    inFile(
      sync,
      swapAfter(
        'name: ingress\n',
        '    kind: GitRepository\n    name: flux-system',
        '    kind: GitRepository\n    name: website',
      ),
    ),
  ]),
  here('manifest-orphaned', 'it is no more listed', [inFile(frontend, swap('  - disruption-budget.yaml\n', ''))], {
    file: `${CLUSTER}/frontend/disruption-budget.yaml`,
    line: 'apiVersion',
  }),
  here(
    'namespace-first',
    'it is made by what waits for us',
    [
      inFile(frontend, swap('resources:\n', 'resources:\n  - ../namespaces/website.yaml\n')),
      inFile(`${CLUSTER}/namespaces/kustomization.yaml`, swap('resources:\n  - website.yaml\n', 'resources: []\n')),
    ],
    { file: `${sealed}/harbor-pull.yaml`, line: 'namespace: website' },
  ),
  here('substitution-defined', 'a variable that nothing defines', [
    inFile(deployment, swap('    app: frontend\nspec:', '    app: frontend\n    site: ${SITE}\nspec:')),
    inFile(
      sync,
      swapAfter(
        'name: frontend\n',
        '  wait: true\n',
        '  wait: true\n  postBuild:\n    substitute:\n      HOST: website\n',
      ),
    ),
  ]),
  here('wait-timeout', 'less than half a minute', [
    inFile(sync, swapAfter('name: backend\n', 'timeout: 10m', 'timeout: 20s')),
  ]),
]

const policyFaults: readonly Fault[] = [
  here('policy-accepts-build-tag', 'another prefix', [
    inFile(policies, swapAfter('name: frontend', '^main-', '^master-')),
  ]),
  here('policy-digest-interval', 'an interval without Always', [
    inFile(policies, swapAfter('name: frontend', 'spec:\n', 'spec:\n  interval: 10m\n')),
  ]),
  here('policy-elects-newest', 'the lowest number', [
    inFile(policies, swapAfter('name: backend', 'order: asc', 'order: desc')),
  ]),
  here(
    'policy-elects-newest',
    'the whole tag, in alphabetical order',
    [inFile(policies, swap(filter, filter.replace(/ {4}extract: .*\n/, '').replace('numerical', 'alphabetical')))],
    { file: policies, line: 'alphabetical', after: 'name: frontend' },
  ),
  here('policy-extract-group', 'a group that there is not', [
    inFile(policies, swapAfter('name: frontend', '"$ts"', '"$time"')),
  ]),
  here(
    'policy-numeric-key',
    'the group takes the SHA',
    [inFile(policies, swapAfter('name: frontend', '[a-f0-9]{7}-(?P<ts>[0-9]{10})', '(?P<ts>[a-f0-9]{7})-[0-9]{10}'))],
    { file: policies, line: 'extract', after: 'name: frontend' },
  ),
  here('policy-pattern-anchored', 'no end', [inFile(policies, swapAfter('name: frontend', '{10})$"', '{10})"'))]),
  here('policy-pattern-valid', 'a look-ahead', [
    inFile(policies, swapAfter('name: backend', '^main-', '^(?!dev)main-')),
  ]),
  here('policy-repository-exists', 'a repository that there is not', [
    inFile(policies, swapAfter('imageRepositoryRef', 'name: frontend', 'name: website')),
  ]),
  here(
    'policy-semver-tags',
    'a range over tags of a build',
    [
      inFile(
        policies,
        swap(
          filter,
          '    pattern: "^main-[a-f0-9]{7}-[0-9]{10}$"\n  policy:\n    semver:\n      range: ">=1.0.0"\n---',
        ),
      ),
    ],
    { file: policies, line: 'range' },
  ),
  here(
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
  here(
    'policy-used',
    'a policy that no marker names',
    [
      inFile(
        policies,
        text => `${text}---\n${(text.split('---\n')[1] ?? '').replace('  name: backend\n', '  name: backend-next\n')}`,
      ),
    ],
    { file: policies, line: 'backend-next' },
  ),
  here(
    'repository-exclusions',
    'every tag of an image of others counts',
    [
      inFile(
        repositories,
        append(`---
apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageRepository
metadata:
  name: proxy
  namespace: flux-system
spec: # of others
  image: docker.io/library/caddy
  interval: 1h
`),
      ),
      inFile(
        policies,
        append(`---
apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata:
  name: proxy
  namespace: flux-system
spec:
  imageRepositoryRef:
    name: proxy
  policy:
    alphabetical:
      order: asc
`),
      ),
      inFile(
        compose,
        swap(
          'services:\n',
          'services:\n  proxy:\n    image: docker.io/library/caddy:2.10.0 # {"$imagepolicy": "flux-system:proxy"}\n',
        ),
      ),
    ],
    { file: repositories, line: 'spec: # of others' },
  ),
  here('repository-image-reference', 'a scheme', [
    inFile(repositories, swapAfter('name: frontend', 'image: 192', 'image: http://192')),
  ]),
  here(
    'repository-insecure',
    'HTTP in the build alone',
    [inFile(repositories, swapAfter('name: backend', '  insecure: true\n', ''))],
    {
      file: repositories,
      line: 'image: 192.168.0.40:5000/library/backend',
    },
  ),
  here('repository-matches-build', 'no port', [
    inFile(repositories, swap('192.168.0.40:5000/library/frontend', '192.168.0.40/library/frontend')),
  ]),
  here('repository-secret', 'a Secret of another namespace', [
    inFile(repositories, swapAfter('name: frontend', 'name: harbor-credentials', 'name: harbor-pull')),
  ]),
]

const markerFaults: readonly Fault[] = [
  here(
    'marker-digest',
    'a digest that is not reflected',
    [
      inFile(
        job,
        swap(
          '            - name: BACKEND_TAG',
          `            - name: BACKEND_DIGEST\n              value: sha256:${'9f86d081'.repeat(8)} # {"$imagepolicy": "flux-system:backend:digest"}\n            - name: BACKEND_TAG`,
        ),
      ),
    ],
    { file: job, line: ':digest' },
  ),
  here('marker-file-parses', 'a list on top of a marked file', [
    inFile(
      compose,
      () => `- image: 192.168.0.40:5000/library/backend:${tag} # {"$imagepolicy": "flux-system:backend"}\n`,
    ),
  ]),
  here('marker-image', 'the image of the other policy', [
    inFile(deployment, swap('"flux-system:frontend"', '"flux-system:backend"')),
  ]),
  here(
    'marker-list-document',
    'a list of one',
    [
      inFile(
        service,
        text =>
          `apiVersion: v1\nkind: List\nitems:\n${text
            .replace('  name: frontend\n', `  name: frontend\n  annotations:\n    image: ${marked}\n`)
            .split('\n')
            .map((line, index) => (line === '' ? '' : `${index === 0 ? '  - ' : '    '}${line}`))
            .join('\n')}`,
      ),
    ],
    { file: service, line: 'List' },
  ),
  here('marker-missing', 'one of two is gone', [inFile(deployment, swap(` ${frontendMarker}`, ''))]),
  here('marker-null-value', 'null', [inFile(job, swapAfter('BACKEND_TAG', `value: ${tag} `, 'value: null '))]),
  here(
    'marker-path-annotation',
    'a path of its own',
    [
      inFile(
        deployment,
        swap(
          '    app: frontend\nspec:',
          '    app: frontend\n  annotations:\n    config.kubernetes.io/path: frontend.yaml\nspec:',
        ),
      ),
    ],
    { file: deployment, line: 'frontend.yaml' },
  ),
  here('marker-policy', 'a policy that there is not', [
    inFile(compose, swap('flux-system:backend"', 'flux-system:back-end"')),
  ]),
  here('marker-position', 'above the key', [
    inFile(
      deployment,
      swap(`          image: ${marked}`, `          ${frontendMarker}\n          image: ${marked.split(' ')[0]}`),
    ),
  ]),
  here('marker-rewrite', 'a blank line that the first update drops', [
    inFile(deployment, swap('spec:\n  replicas', '\nspec:\n  replicas')),
  ]),
  here(
    'marker-scope',
    'the automation writes elsewhere',
    [inFile(automation, swap(`path: ./${CLUSTER}`, `path: ./${CLUSTER}/backend`))],
    { file: deployment, line: frontendMarker },
  ),
  here('marker-suffix', 'a tag where the reference stands', [
    inFile(deployment, swap('flux-system:frontend"', 'flux-system:frontend:tag"')),
  ]),
  here('marker-syntax', 'single quotes', [
    inFile(deployment, swap(frontendMarker, "# {'$imagepolicy': 'flux-system:frontend'}")),
  ]),
  here('marker-tag', 'a placeholder', [inFile(compose, swap(tag, 'REPLACE_ME'))]),
  here('automation-branch', 'a branch that nobody follows', [
    inFile(automation, text => text.replaceAll('branch: master', 'branch: main')),
  ]),
  here(
    'automation-loop',
    'the build starts with every push',
    [inFile(build, swap('paths-ignore: ["flux/**", "docs/**"', 'paths-ignore: ["docs/**"'))],
    { file: build, line: 'push:' },
  ),
  here(
    'automation-overlap',
    'a second one on the same path',
    [inFile(automation, text => `${text}---\n${text.replace('name: website', 'name: website-again')}`)],
    { file: automation, line: `path: ./${CLUSTER}`, after: 'website-again' },
  ),
  here('automation-path', 'a folder that there is not', [
    inFile(automation, swap(`path: ./${CLUSTER}`, 'path: ./flux/cluster/production')),
  ]),
  here('automation-suspended', 'suspended', [inFile(automation, swap('spec:\n', 'spec:\n  suspend: true\n'))]),
  here('automation-template', 'a field that was removed', [
    inFile(automation, swap('.Changed.Changes', '.Updated.Images')),
  ]),
]

const objectFaults: readonly Fault[] = [
  here('api-served', 'a version that is gone', [
    inFile(policies, swapAfter('# Tags', 'image.toolkit.fluxcd.io/v1', 'image.toolkit.fluxcd.io/v1beta2')),
  ]),
  here('ignore-needed', 'it hides nothing', [
    inFile(job, swap('  backoffLimit: 3', '  backoffLimit: 3 # fluxgate-ignore job-ttl: kept for its log')),
  ]),
  here('image-mutable-tag', 'latest', [inFile(job, swap('alpine/git:v2.49.1', 'alpine/git:latest'))]),
  here('platform-matches', 'the nodes are of another architecture', [
    inFile(deployment, swap('kubernetes.io/arch: arm64', 'kubernetes.io/arch: amd64')),
  ]),
  here('reference-exists', 'the Secret of the deploy Job', [
    inFile(job, swap('secretName: vm-ssh-key', 'secretName: ssh-key')),
  ]),
  here('reference-exists', 'the Service of the Ingress', [
    inFile(ingress, swapAfter('path: /api', 'name: backend', 'name: back-end')),
  ]),
  here('schema-valid', 'a number for a text', [
    inFile(repositories, swapAfter('name: frontend', 'interval: 1m', 'interval: 60')),
  ]),
  here('sealed-certificate', 'it expired', [inFile(certificate, () => EXPIRED_CERTIFICATE)], {
    file: certificate,
    line: 'BEGIN',
  }),
  here(
    'sealed-moved',
    'it is copied under another name',
    [
      inFile(
        `${sealed}/harbor-credentials.yaml`,
        text => `${text}---\n${text.replace(/^---\n/, '').replaceAll('harbor-credentials', 'harbor-apps')}`,
      ),
    ],
    { file: `${sealed}/harbor-credentials.yaml`, line: '.dockerconfigjson', after: 'harbor-apps' },
  ),
  here('sealed-placeholder', 'a placeholder', [
    inFile(`${sealed}/vm-ssh-key.yaml`, text =>
      text.replace(/ known_hosts: .*/, ' known_hosts: REPLACE_WITH_SEALED_VALUE'),
    ),
  ]),
  here(
    'sealed-scope',
    'the template has another scope',
    [
      inFile(
        `${sealed}/vm-ssh-key.yaml`,
        swap(
          '    metadata:\n      name',
          '    metadata:\n      annotations:\n        sealedsecrets.bitnami.com/namespace-wide: "true"\n      name',
        ),
      ),
    ],
    { file: `${sealed}/vm-ssh-key.yaml`, line: 'namespace-wide' },
  ),
  here('sealed-structure', 'it is cut off', [
    inFile(`${sealed}/vm-ssh-key.yaml`, text => text.replace(/( known_hosts: .{400}).*/, '$1')),
  ]),
  here(
    'secret-plaintext',
    'a Secret with data',
    [
      inFile(
        `${CLUSTER}/frontend/secret.yaml`,
        () =>
          'apiVersion: v1\nkind: Secret\nmetadata:\n  name: session\nstringData:\n  password: correct-horse-battery-staple\n',
      ),
      inFile(frontend, append('  - secret.yaml\n')),
    ],
    { file: `${CLUSTER}/frontend/secret.yaml`, line: 'password' },
  ),
  here('selector-matches', 'a Service of no pod', [inFile(service, swap('    app: frontend', '    app: front'))]),
  here('ssh-host-key', 'the check is off', [
    inFile(job, swap('[/bin/sh, /scripts/deploy.sh]', '[ssh, -o, StrictHostKeyChecking=no, deploy@192.168.0.50]')),
  ]),
  here('yaml-valid', 'a key twice', [inFile(deployment, swap('  replicas: 2\n', '  replicas: 2\n  replicas: 3\n'))]),
  here('helm-drift', 'drift is not looked for', [inFile(release, swap('  driftDetection:\n    mode: enabled\n', ''))], {
    file: release,
    line: 'spec:',
  }),
  here(
    'helm-remediation',
    'a failed upgrade stays',
    [
      inFile(
        release,
        swap('    remediation:\n      retries: 3\n      remediateLastFailure: true\n      strategy: rollback\n', ''),
      ),
    ],
    { file: release, line: 'upgrade:' },
  ),
  here('helm-source', 'a repository that there is not', [
    inFile(release, swap('        name: sealed-secrets\n', '        name: bitnami\n')),
  ]),
  here('helm-version', 'any version', [inFile(release, swap('      version: 2.17.4\n', ''))], {
    file: release,
    line: 'chart: sealed-secrets',
  }),
]

const platformFaults: readonly Fault[] = [
  inPlatform('helm-values-from', 'a Secret that there is not', [
    inFile('base/portal/release.yaml', swap('name: portal-values-base', 'name: portal-values')),
  ]),
  inPlatform('sops-encrypted', 'no MAC', [inFile(deployKey, text => text.replace(/ {2}mac: .*\n/, ''))], {
    file: deployKey,
    line: 'sops:',
  }),
  inPlatform(
    'sops-decryption',
    'nobody decrypts it',
    [
      inFile(
        'clusters/production/flux-system/gotk-sync.yaml',
        swap('  decryption:\n    provider: sops\n    secretRef:\n      name: sops-age\n', ''),
      ),
    ],
    { file: 'clusters/production/flux-system/gotk-sync.yaml', line: 'name: flux-system', after: 'kind: Kustomization' },
  ),
  inPlatform(
    'sops-recipients',
    'a single key',
    [inFile(deployKey, text => text.replace(/ {4}- recipient: age1g8[\s\S]*?END AGE ENCRYPTED FILE-----\n/, ''))],
    { file: deployKey, line: 'recipient' },
  ),
  inPlatform('depends-on-exists', 'a name with a slip', [
    inFile('clusters/production/platform.yaml', swapAfter('name: portal\n', '    - name: values', '    - name: value')),
  ]),
  inPlatform(
    'helm-remediation',
    'a failed install stays',
    [
      inFile(
        'base/portal/release.yaml',
        swap('  install:\n    remediation:\n      retries: 3\n      remediateLastFailure: true\n', ''),
      ),
    ],
    { file: 'base/portal/release.yaml', line: 'spec:' },
  ),
]

export const deliveryFaults: readonly Fault[] = [
  ...orderFaults,
  ...policyFaults,
  ...markerFaults,
  ...objectFaults,
  ...platformFaults,
]
