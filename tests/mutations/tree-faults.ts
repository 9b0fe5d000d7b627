import { EXPIRED_CERTIFICATE, VALID_CERTIFICATE } from '../../actions/verify-manifests/rules/sealing-certificates.js'
import { append, type Fault, inFile, swap, swapAfter } from './fault.js'

/** Faults of reconciliation, references, secrets and Helm: two a rule at least, in two trees where it can be. */
const production = 'flux/clusters/production'
const sync = `${production}/flux-kustomization.yaml`
const deployment = `${production}/frontend/deployment.yaml`
const job = `${production}/backend/deploy-job.yaml`
const ingress = `${production}/ingress/ingress.yaml`
const release = `${production}/sealed-secrets-controller/release.yaml`
const sshKey = `${production}/sealed-secrets/vm-ssh-key.yaml`
const credentials = `${production}/sealed-secrets/harbor-credentials.yaml`
const platform = 'clusters/internal/platform.yaml'
const media = 'kubernetes/apps/media'

function faultIn(tree: string) {
  return (rule: string, title: string, changes: Fault['changes'], at?: Fault['at']): Fault => ({
    rule,
    title,
    tree,
    changes,
    ...(at === undefined ? {} : { at }),
  })
}
const inReference = faultIn('reference')
const inMonorepo = faultIn('monorepo')
const inHomelab = faultIn('homelab')
const inPlatform = faultIn('platform-base')
const inTenants = faultIn('multi-tenant')
const inLumen = faultIn('image-automation')

const reconciliationFaults: readonly Fault[] = [
  inReference('kustomization-builds', 'it lists a file that there is not', [
    inFile(`${production}/frontend/kustomization.yaml`, swap('  - service.yaml', '  - services.yaml')),
  ]),
  inMonorepo(
    'kustomization-builds',
    'a patch of nothing',
    [inFile('apps/staging/cart-patch.yaml', swap('  name: cart\n  namespace', '  name: card\n  namespace'))],
    { file: 'apps/staging/kustomization.yaml', line: 'cart-patch.yaml' },
  ),
  inReference(
    'kustomization-builds',
    'a .sourceignore that leaves out what is listed',
    [inFile('.sourceignore', () => '# not for the cluster\n**/frontend/service.yaml\n')],
    { file: `${production}/frontend/kustomization.yaml`, line: 'service.yaml' },
  ),
  inMonorepo(
    'kustomization-builds',
    'a .sourceignore in the folder of a base',
    [inFile('apps/base/cart/.sourceignore', () => '/hpa.yaml\n')],
    { file: 'apps/base/cart/kustomization.yaml', line: 'hpa.yaml' },
  ),
  inReference('kustomization-path', 'a folder that there is not', [
    inFile(sync, swap(`path: ./${production}/ingress`, `path: ./${production}/ingres`)),
  ]),
  inMonorepo('kustomization-path', 'a folder that there is not', [
    inFile('clusters/staging/apps.yaml', swap('path: ./apps/staging', 'path: ./app/staging')),
  ]),
  inReference('kustomization-source', 'a source that there is not', [
    inFile(sync, swapAfter('name: ingress', '    name: flux-system\n  dependsOn', '    name: website\n  dependsOn')),
  ]),
  inPlatform(
    'kustomization-source',
    'a source of another kind',
    [inFile(platform, swapAfter('name: platform-alerts', 'kind: GitRepository', 'kind: OCIRepository'))],
    { file: platform, line: 'name: platform\n', after: 'kind: OCIRepository' },
  ),
  inReference('depends-on-exists', 'a name with a slip', [
    inFile(sync, swapAfter('name: ingress', '    - name: frontend', '    - name: front-end')),
  ]),
  inHomelab(
    'depends-on-exists',
    'the namespace is left out',
    [
      inFile(
        `${media}/radarr/ks.yaml`,
        swap('    - name: rook-ceph-cluster\n      namespace: storage\n', '    - name: rook-ceph-cluster\n'),
      ),
    ],
    { file: `${media}/radarr/ks.yaml`, line: 'rook-ceph-cluster' },
  ),
  inReference(
    'depends-on-acyclic',
    'two wait for each other',
    [
      inFile(
        sync,
        swapAfter(
          'name: frontend',
          '    - name: sealed-secrets\n',
          '    - name: sealed-secrets\n    - name: ingress\n',
        ),
      ),
    ],
    { file: sync, line: '    - name: frontend', after: 'name: ingress\n  namespace' },
  ),
  inMonorepo('depends-on-acyclic', 'one waits for itself', [
    inFile('clusters/production/apps.yaml', swap('- name: infra-configs', '- name: apps')),
  ]),
  inReference(
    'depends-on-depth',
    'seven in a row',
    [
      inFile(
        sync,
        append(
          ['one', 'two', 'three']
            .map(
              (name, index, all) => `---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: ${name}
  namespace: flux-system
spec:
  interval: 10m
  timeout: 2m
  path: ./${production}/more-${name}
  prune: true
  sourceRef:
    kind: GitRepository
    name: flux-system
  dependsOn:
    - name: ${all[index - 1] ?? 'backend'}
`,
            )
            .join(''),
        ),
      ),
      ...['one', 'two', 'three'].map(name =>
        inFile(
          `${production}/more-${name}/config.yaml`,
          () => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  namespace: website\n`,
        ),
      ),
    ],
    { file: sync, line: '- name: backend' },
  ),
  inHomelab(
    'depends-on-depth',
    'seven in a row',
    [
      inFile(
        `${media}/jellyfin/ks.yaml`,
        swap('    - name: onepassword\n      namespace: external-secrets\n', '    - name: prowlarr\n'),
      ),
      inFile(
        `${media}/prowlarr/ks.yaml`,
        swap('    - name: onepassword\n      namespace: external-secrets\n', '    - name: sonarr\n'),
      ),
      inFile(
        `${media}/sonarr/ks.yaml`,
        swap('    - name: onepassword\n      namespace: external-secrets\n', '    - name: radarr\n'),
      ),
      inFile(
        `${media}/radarr/ks.yaml`,
        swap(
          '    - name: onepassword\n      namespace: external-secrets\n',
          '    - name: zigbee2mqtt\n      namespace: home\n',
        ),
      ),
    ],
    { file: `${media}/jellyfin/ks.yaml`, line: '- name: prowlarr' },
  ),
  inReference(
    'applied-once',
    'bootstrapped at a folder without a kustomization',
    [{ file: `${production}/kustomization.yaml`, change: undefined }],
    { file: `${production}/flux-system/gotk-sync.yaml`, line: `path: ./${production}` },
  ),
  inMonorepo(
    'applied-once',
    'two apply one folder',
    [
      inFile(
        'clusters/staging/apps.yaml',
        text => `${text}---\n${text.replace('  name: apps\n', '  name: apps-again\n')}`,
      ),
    ],
    { file: 'clusters/staging/apps.yaml', line: 'path: ./apps/staging' },
  ),
  inReference(
    'namespace-first',
    'nobody makes it',
    [
      inFile(
        `${production}/ingress/settings.yaml`,
        () => 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: proxy\n',
      ),
      inFile(
        `${production}/ingress/kustomization.yaml`,
        swap('namespace: website\n', ''),
        swap('  - ingress.yaml\n', '  - ingress.yaml\n  - settings.yaml\n'),
      ),
      inFile(ingress, swap('  name: website\n', '  name: website\n  namespace: website\n')),
      inFile(
        `${production}/ingress/backend-service.yaml`,
        swap('  name: backend\n', '  name: backend\n  namespace: website\n'),
        swap('  name: backend-vm\n', '  name: backend-vm\n  namespace: website\n'),
      ),
    ],
    { file: `${production}/ingress/settings.yaml`, line: 'namespace: proxy' },
  ),
  inReference(
    'namespace-first',
    'it is made by what waits for us',
    [
      inFile(
        `${production}/frontend/kustomization.yaml`,
        swap('resources:\n', 'resources:\n  - ../namespaces/website.yaml\n'),
      ),
      inFile(`${production}/namespaces/kustomization.yaml`, swap('resources:\n  - website.yaml\n', 'resources: []\n')),
    ],
    { file: `${production}/sealed-secrets/harbor-pull.yaml`, line: 'namespace: website' },
  ),
  inMonorepo(
    'namespace-first',
    'nobody makes it',
    [
      inFile('apps/base/cart/kustomization.yaml', swap('  - namespace.yaml\n', '')),
      { file: 'apps/base/cart/namespace.yaml', change: undefined },
    ],
    { file: 'apps/base/cart/deployment.yaml', line: 'metadata:' },
  ),
  inReference(
    'crd-first',
    'sealed secrets before their controller',
    [inFile(sync, swapAfter('name: sealed-secrets\n', '    - name: sealed-secrets-controller\n', ''))],
    { file: `${production}/sealed-secrets/harbor-credentials.yaml`, line: 'apiVersion' },
  ),
  inMonorepo(
    'crd-first',
    'an issuer beside what brings its kind',
    [inFile('clusters/staging/infrastructure.yaml', swap('  dependsOn:\n    - name: infra-controllers\n', ''))],
    { file: 'infrastructure/configs/cluster-issuers.yaml', line: 'apiVersion' },
  ),
  inReference('health-check-target', 'another name', [
    inFile(
      sync,
      swap('      kind: Deployment\n      name: frontend\n', '      kind: Deployment\n      name: website\n'),
    ),
  ]),
  inPlatform('health-check-target', 'another namespace', [
    inFile(
      platform,
      swap('      name: keycloak\n      namespace: identity\n', '      name: keycloak\n      namespace: portal\n'),
    ),
  ]),
  inReference('force-scope', 'the Deployment too', [
    inFile(sync, swapAfter('name: frontend', '  prune: true\n', '  prune: true\n  force: true\n')),
  ]),
  inMonorepo('force-scope', 'all apps', [
    inFile('clusters/production/apps.yaml', swap('  prune: true\n', '  prune: true\n  force: true\n')),
  ]),
  inReference(
    'job-reruns',
    'no tag is in it',
    [
      inFile(
        job,
        swap(
          '          env:\n            # A Job that does not change never runs again: with the tag in it, each new one deploys.\n            - name: BACKEND_TAG\n              value: main-3f9c2d1-1767225600 # {"$imagepolicy": "flux-system:backend:tag"}\n',
          '',
        ),
      ),
    ],
    { file: job, line: 'name: backend-deploy' },
  ),
  inReference(
    'job-reruns',
    'its tag is no more followed',
    [inFile(job, swap(' # {"$imagepolicy": "flux-system:backend:tag"}', ''))],
    { file: job, line: 'name: backend-deploy' },
  ),
  inReference('job-ttl', 'an hour', [
    inFile(job, swap('  backoffLimit: 2\n', '  backoffLimit: 2\n  ttlSecondsAfterFinished: 3600\n')),
  ]),
  inMonorepo(
    'job-ttl',
    'a migration',
    [
      inFile('apps/base/cart/kustomization.yaml', swap('  - hpa.yaml\n', '  - hpa.yaml\n  - migrate.yaml\n')),
      inFile(
        'apps/base/cart/migrate.yaml',
        () => `apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
spec:
  ttlSecondsAfterFinished: 60
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: docker.io/library/busybox:1.37.0
`,
      ),
    ],
    { file: 'apps/base/cart/migrate.yaml', line: 'ttlSecondsAfterFinished' },
  ),
  inLumen('substitution-defined', 'a variable with a slip', [
    inFile('apps/dev/web/release.yaml', swap('host: "${DOMAIN}"', 'host: "${DOMAINS}"')),
  ]),
  inHomelab('substitution-defined', 'a variable with a slip, where a patch brings the others', [
    inFile(`${media}/sonarr/app/helmrelease.yaml`, swap('${SECRET_DOMAIN}', '${SECRET_DOMAINS}')),
  ]),
  inReference('reference-exists', 'the pull secret of a pod', [inFile(deployment, swap('harbor-pull', 'harbor-pul'))]),
  inPlatform('substitution-defined', 'an expression of another language', [
    inFile('base/core/portal.yaml', swap('cluster: ${cluster}', 'cluster: ${{ cluster }}')),
  ]),
  inReference('wait-timeout', 'less than half a minute', [
    inFile(sync, swapAfter('name: backend', 'timeout: 10m', 'timeout: 20s')),
  ]),
  inReference(
    'wait-timeout',
    'checks that wait makes dead',
    [inFile(sync, swapAfter('name: frontend', '  healthChecks:', '  wait: true\n  healthChecks:'))],
    { file: sync, line: 'healthChecks', after: 'wait: true\n  healthChecks' },
  ),
  inMonorepo('wait-timeout', 'less than half a minute', [
    inFile('clusters/staging/apps.yaml', swap('timeout: 5m', 'timeout: 15s')),
  ]),
  inReference(
    'manifest-orphaned',
    'it is no more listed',
    [
      inFile(`${production}/frontend/kustomization.yaml`, swap('  - service.yaml\n', '')),
      inFile(ingress, swapAfter('path: /\n', 'name: frontend', 'name: backend'), swap('name: http', 'number: 3001')),
    ],
    { file: `${production}/frontend/service.yaml`, line: 'apiVersion' },
  ),
  inMonorepo('manifest-orphaned', 'it was never listed', [
    inFile(
      'apps/base/cart/settings.yaml',
      () => 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  a: b\n',
    ),
  ]),
  inReference('kustomization-prune', 'what is removed stays', [
    inFile(sync, swapAfter('name: ingress', '  prune: true', '  prune: false')),
  ]),
  inMonorepo('kustomization-prune', 'it is not said', [
    inFile('clusters/staging/apps.yaml', swap('  prune: true', '  prune: false')),
  ]),
  inPlatform(
    'alert-coverage',
    'a Kustomization of another namespace',
    [
      inFile(
        platform,
        append(`---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: extras
  namespace: portal
spec:
  interval: 15m
  path: ./base/extras
  prune: true
  sourceRef:
    kind: GitRepository
    name: platform
    namespace: flux-system
`),
      ),
      inFile(
        'base/extras/settings.yaml',
        () => 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: portal\ndata:\n  a: b\n',
      ),
    ],
    { file: platform, line: 'name: extras' },
  ),
  inMonorepo(
    'alert-coverage',
    'no Kustomization is covered',
    [inFile('clusters/staging/notifications.yaml', swap('    - kind: Kustomization\n      name: "*"\n', ''))],
    { file: 'clusters/staging/apps.yaml', line: 'name: apps' },
  ),
]

const referenceFaults: readonly Fault[] = [
  inReference('reference-exists', 'the Service of an Ingress', [
    inFile(ingress, swapAfter('path: /api', 'name: backend', 'name: back-end')),
  ]),
  inReference('reference-exists', 'the Secret of a pod', [
    inFile(job, swap('secretName: vm-ssh-key', 'secretName: ssh-key')),
  ]),
  inMonorepo('reference-exists', 'the ConfigMap of a pod', [
    inFile('apps/base/cart/deployment.yaml', swap('            name: cart-config', '            name: cart-settings')),
  ]),
  inTenants(
    'reference-exists',
    'the values of a release',
    [
      inFile(
        'infrastructure/kyverno/service-account.yaml',
        swapAfter('kind: ServiceAccount', 'name: kyverno-installer', 'name: kyverno-install'),
      ),
    ],
    { file: 'infrastructure/kyverno/release.yaml', line: 'serviceAccountName' },
  ),
  inReference('selector-matches', 'a Service of no pod', [
    inFile(`${production}/frontend/service.yaml`, swap('    app: frontend', '    app: front')),
  ]),
  inMonorepo('selector-matches', 'a Service of no pod', [
    inFile('apps/base/cart/service.yaml', swap('app.kubernetes.io/name: cart', 'app.kubernetes.io/name: carts')),
  ]),
  inReference('ssh-host-key', 'the check is off', [
    inFile(job, swap('StrictHostKeyChecking=yes', 'StrictHostKeyChecking=no')),
  ]),
  inReference('ssh-host-key', 'the known hosts go nowhere', [
    inFile(job, swap('UserKnownHostsFile=/keys/known_hosts', 'UserKnownHostsFile=/dev/null')),
  ]),
]

const plainSecret = (name: string, namespace: string): string => `apiVersion: v1
kind: Secret
metadata:
  name: ${name}
  namespace: ${namespace}
stringData:
  password: correct-horse-battery-staple
`

const secretFaults: readonly Fault[] = [
  inReference(
    'secret-plaintext',
    'a Secret with data',
    [
      inFile(`${production}/frontend/secret.yaml`, () => plainSecret('session', 'website')),
      inFile(`${production}/frontend/kustomization.yaml`, append('  - secret.yaml\n')),
    ],
    { file: `${production}/frontend/secret.yaml`, line: 'password' },
  ),
  inMonorepo(
    'secret-plaintext',
    'a private key in a ConfigMap',
    [
      inFile('apps/base/cart/kustomization.yaml', swap('  - hpa.yaml\n', '  - hpa.yaml\n  - key.yaml\n')),
      inFile(
        'apps/base/cart/key.yaml',
        () => `apiVersion: v1
kind: ConfigMap
metadata:
  name: key
data:
  id: |
    -----BEGIN OPENSSH PRIVATE KEY-----
    b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW
    QyNTUxOQAAACDYk7z0x5w1Pp3v0aXc9fB2nq5oV8cXh1yq7bq3m4x8bwAAAJhFQb1xRUG9
    -----END OPENSSH PRIVATE KEY-----
`,
      ),
    ],
    { file: 'apps/base/cart/key.yaml', line: '-----BEGIN' },
  ),
  inReference('secret-plaintext', 'the login of a registry in a ConfigMap', [
    inFile(
      `${production}/frontend/login.yaml`,
      () =>
        `data: {config.json: '{"auths":{"harbor":{"auth":"${Buffer.from('robot:Gx81kfPq').toString('base64')}"}}}'}
apiVersion: v1
kind: ConfigMap
metadata: {name: login, namespace: website}
`,
    ),
    inFile(`${production}/frontend/kustomization.yaml`, append('  - login.yaml\n')),
  ]),
  inReference(
    'secret-plaintext',
    'a Secret that kustomize makes of a literal',
    [
      inFile(
        `${production}/frontend/kustomization.yaml`,
        append('secretGenerator:\n  - name: session\n    literals:\n      - key=correct-horse-battery\n'),
      ),
    ],
    { file: `${production}/frontend/kustomization.yaml`, line: 'key=' },
  ),
  inReference(
    'secret-plaintext',
    'a Secret that kustomize makes of an env file',
    [
      inFile(`${production}/frontend/.env`, () => 'MODE=true\nSESSION_KEY=correct-horse-battery\n'),
      inFile(
        `${production}/frontend/kustomization.yaml`,
        append('secretGenerator:\n  - name: session\n    envs: [.env]\n'),
      ),
    ],
    { file: `${production}/frontend/.env`, line: 'SESSION_KEY' },
  ),
  inReference(
    'secret-plaintext',
    'a Secret in a patch that is written in place',
    [
      inFile(
        `${production}/frontend/kustomization.yaml`,
        append(
          'secretGenerator:\n  - name: session\npatches:\n  - patch: |-\n      apiVersion: v1\n      kind: Secret\n      metadata: {name: session}\n      stringData: {key: correct-horse-battery}\n',
        ),
      ),
    ],
    { file: `${production}/frontend/kustomization.yaml`, line: '- patch' },
  ),
  inReference('sealed-placeholder', 'a placeholder', [
    inFile(sshKey, text => text.replace(/known_hosts: .*/, 'known_hosts: REPLACE_WITH_SEALED_VALUE')),
  ]),
  inReference('sealed-placeholder', 'three dots', [
    inFile(credentials, text => text.replace(/\.dockerconfigjson: .*/, '.dockerconfigjson: AgBy8hCi...')),
  ]),
  inReference('sealed-structure', 'it is cut off', [
    inFile(sshKey, text => text.replace(/(known_hosts: .{400}).*/, '$1')),
  ]),
  inReference('sealed-structure', 'a letter that base64 has not', [
    inFile(credentials, text => text.replace(/(\.dockerconfigjson: .{40}).(.*)/, '$1!$2')),
  ]),
  inReference('sealed-scope', 'a prefix renames a strict one', [
    inFile(`${production}/sealed-secrets/kustomization.yaml`, append('namePrefix: prod-\n')),
    inFile(`${production}/image-automation/image-repositories.yaml`, text =>
      text.replaceAll('name: harbor-credentials', 'name: prod-harbor-credentials'),
    ),
    inFile(deployment, swap('name: harbor-pull', 'name: prod-harbor-pull')),
    inFile(job, swap('secretName: vm-ssh-key', 'secretName: prod-vm-ssh-key')),
  ]),
  inReference(
    'sealed-scope',
    'the template has another scope',
    [
      inFile(
        sshKey,
        swap(
          '  name: vm-ssh-key\n  namespace: website\nspec',
          '  name: vm-ssh-key\n  namespace: website\n  annotations:\n    sealedsecrets.bitnami.com/namespace-wide: "true"\nspec',
        ),
      ),
    ],
    { file: sshKey, line: 'namespace-wide' },
  ),
  inReference(
    'sealed-moved',
    'it is copied into another namespace',
    [
      inFile(
        `${production}/sealed-secrets/harbor-pull.yaml`,
        text => `${text}---\n${text.replaceAll('namespace: website', 'namespace: flux-system')}`,
      ),
    ],
    { file: `${production}/sealed-secrets/harbor-pull.yaml`, line: '.dockerconfigjson', after: '---' },
  ),
  inReference(
    'sealed-moved',
    'it is copied under another name',
    [inFile(credentials, text => `${text}---\n${text.replaceAll('harbor-credentials', 'harbor-apps')}`)],
    { file: credentials, line: '.dockerconfigjson', after: '---' },
  ),
  inReference('sealed-certificate', 'it expired', [inFile('flux/pub-cert.pem', () => EXPIRED_CERTIFICATE)]),
  inReference('sealed-certificate', 'it is cut off', [
    inFile('flux/pub-sealed-secrets.pem', () => VALID_CERTIFICATE.replace(/\n.*\n(?=-----END)/, '\n')),
  ]),
  inHomelab('sops-encrypted', 'a value in the clear', [
    inFile('kubernetes/apps/network/cloudflared/app/secret.sops.yaml', text =>
      text.replace(/TUNNEL_TOKEN: .*/, 'TUNNEL_TOKEN: eyJhIjoiN2Y'),
    ),
  ]),
  inPlatform(
    'sops-encrypted',
    'no MAC',
    [inFile('clusters/internal/deploy-key.enc.yaml', text => text.replace(/ {4}mac: .*\n/, ''))],
    { file: 'clusters/internal/deploy-key.enc.yaml', line: 'sops:' },
  ),
  inPlatform(
    'sops-decryption',
    'nobody decrypts it',
    [inFile(platform, swap('  decryption:\n    provider: sops\n    secretRef:\n      name: sops-age\n', ''))],
    { file: platform, line: 'name: platform-operators' },
  ),
  inPlatform(
    'sops-decryption',
    'the root does not decrypt',
    [
      inFile(
        'clusters/internal/flux-system/gotk-sync.yaml',
        swap('  decryption:\n    provider: sops\n    secretRef:\n      name: sops-age\n', ''),
      ),
    ],
    { file: 'clusters/internal/flux-system/gotk-sync.yaml', line: 'name: flux-system', after: 'kind: Kustomization' },
  ),
  inHomelab(
    'sops-recipients',
    'a single key',
    [
      inFile('kubernetes/components/common/cluster-secrets.sops.yaml', text =>
        text.replace(/ {8}- recipient: age1w8[\s\S]*?END AGE ENCRYPTED FILE-----\n/, ''),
      ),
    ],
    { file: 'kubernetes/components/common/cluster-secrets.sops.yaml', line: 'recipient' },
  ),
  inPlatform(
    'sops-recipients',
    'a single key',
    [
      inFile('base/operators/registry-credentials.enc.yaml', text =>
        text.replace(/ {8}- recipient: age1w8[\s\S]*?END AGE ENCRYPTED FILE-----\n/, ''),
      ),
    ],
    { file: 'base/operators/registry-credentials.enc.yaml', line: 'recipient' },
  ),
]

const helmFaults: readonly Fault[] = [
  inReference(
    'helm-drift',
    'drift is not looked for',
    [inFile(release, swap('  driftDetection:\n    mode: enabled\n', ''))],
    {
      file: release,
      line: 'spec:',
    },
  ),
  inPlatform('helm-drift', 'drift is not looked for', [
    inFile('base/operators/cloudnative-pg.yaml', swap('mode: enabled', 'mode: disabled')),
  ]),
  inReference(
    'helm-remediation',
    'a failed upgrade stays',
    [inFile(release, swap('    remediation:\n      retries: 3\n      remediateLastFailure: true\n', ''))],
    { file: release, line: 'upgrade:' },
  ),
  inMonorepo(
    'helm-remediation',
    'a failed install stays',
    [inFile('infrastructure/controllers/ingress-nginx.yaml', swap('  install:\n    remediation: {retries: 3}\n', ''))],
    { file: 'infrastructure/controllers/ingress-nginx.yaml', line: 'spec:', after: 'kind: HelmRelease' },
  ),
  inReference('helm-version', 'any version', [inFile(release, swap('      version: 2.17.4\n', ''))], {
    file: release,
    line: 'chart: sealed-secrets',
  }),
  inTenants('helm-version', 'any version', [
    inFile('infrastructure/kyverno/release.yaml', swap('version: 3.5.2', 'version: "*"')),
  ]),
  inReference('helm-source', 'a repository that there is not', [
    inFile(release, swap('        name: sealed-secrets\n', '        name: bitnami\n')),
  ]),
  inMonorepo(
    'helm-source',
    'a source of another kind',
    [
      inFile(
        'infrastructure/controllers/cert-manager.yaml',
        swapAfter('chartRef:', 'kind: OCIRepository', 'kind: HelmChart'),
      ),
    ],
    { file: 'infrastructure/controllers/cert-manager.yaml', line: 'name: cert-manager', after: 'kind: HelmChart' },
  ),
  inTenants('helm-values-from', 'a ConfigMap that there is not', [
    inFile('infrastructure/kyverno/release.yaml', swap('name: kyverno-values', 'name: kyverno-settings')),
  ]),
  inPlatform('helm-values-from', 'a Secret that there is not', [
    inFile('base/core/keycloak.yaml', swap('name: keycloak-values-base', 'name: keycloak-values')),
  ]),
]

export const treeFaults: readonly Fault[] = [
  ...reconciliationFaults,
  ...referenceFaults,
  ...secretFaults,
  ...helmFaults,
  inReference('marker-rewrite', 'a blank line that the first update drops', [
    inFile(deployment, swap('spec:\n  replicas', '\nspec:\n  replicas')),
  ]),
  inLumen('marker-rewrite', 'a wide indentation', [
    inFile('apps/dev/edge/docker-compose.yaml', swap('    restart: always\n', '    restart: always\n\n')),
  ]),
]
