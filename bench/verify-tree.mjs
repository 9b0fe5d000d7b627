// A tree of a size: apps with an image policy, markers, workloads, services and settings, under Flux Kustomizations of their own.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Writes a valid tree: of every 2,000 files 100 are policies, 400 hold a workload with a marker, the rest is what stands around them.
 *
 * @param kustomizations how many Flux Kustomizations share the files
 * @returns the number of files
 */
export function writeTree(root, files, kustomizations) {
  const texts = new Map()
  const apps = Math.round(files / 20)
  const perApp = Math.floor((files - 10) / apps)
  const teams = Math.min(kustomizations, 2 * apps)
  const teamOf = app => app % teams
  // More teams than apps: the settings of the first apps are applied by a team of their own.
  const settingsTeamOf = app => (apps + app < teams ? apps + app : teamOf(app))
  texts.set(
    'clusters/production/kustomization.yaml',
    lines(
      'apiVersion: kustomize.config.k8s.io/v1beta1',
      'kind: Kustomization',
      'resources:',
      ...range(teams).map(team => `  - team-${team}.yaml`),
      '  - source.yaml',
      '  - automation.yaml',
    ),
  )
  texts.set('clusters/production/source.yaml', source())
  texts.set('clusters/production/automation.yaml', automation())
  for (const team of range(teams)) texts.set(`clusters/production/team-${team}.yaml`, kustomization(team))
  for (const app of range(apps)) {
    const own = new Map([
      ['repository.yaml', repository(app)],
      ['policy.yaml', policy(app)],
      ['service.yaml', service(app)],
      ...range(4).map(index => [`deployment-${index}.yaml`, deployment(app, index)]),
    ])
    const more = range(perApp - own.size - 1).map(index => [`settings-${index}.yaml`, settings(app, index)])
    const folderOf = team => `apps/team-${team}/app-${app}`
    if (settingsTeamOf(app) === teamOf(app)) addFolder(folderOf(teamOf(app)), new Map([...own, ...more]))
    else {
      addFolder(folderOf(teamOf(app)), own)
      addFolder(folderOf(settingsTeamOf(app)), new Map(more))
    }
  }
  for (const team of range(teams)) {
    const folders = range(apps).filter(app => teamOf(app) === team || settingsTeamOf(app) === team)
    texts.set(
      `apps/team-${team}/kustomization.yaml`,
      lines(
        'apiVersion: kustomize.config.k8s.io/v1beta1',
        'kind: Kustomization',
        'resources:',
        '  - namespace.yaml',
        ...folders.map(app => `  - app-${app}`),
      ),
    )
    texts.set(
      `apps/team-${team}/namespace.yaml`,
      lines('apiVersion: v1', 'kind: Namespace', 'metadata:', `  name: team-${team}`),
    )
  }
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return texts.size

  function addFolder(folder, files) {
    for (const [name, text] of files) texts.set(`${folder}/${name}`, text)
    texts.set(
      `${folder}/kustomization.yaml`,
      lines(
        'apiVersion: kustomize.config.k8s.io/v1beta1',
        'kind: Kustomization',
        'resources:',
        ...[...files.keys()].map(name => `  - ${name}`),
      ),
    )
  }
  function deployment(app, index) {
    const name = `app-${app}-${index}`
    return lines(
      '# What this part of the application runs.',
      'apiVersion: apps/v1',
      'kind: Deployment',
      'metadata:',
      `  name: ${name}`,
      `  namespace: team-${teamOf(app)}`,
      '  labels:',
      `    app.kubernetes.io/name: ${name}`,
      'spec:',
      '  replicas: 2',
      '  selector:',
      '    matchLabels:',
      `      app.kubernetes.io/name: ${name}`,
      '  template:',
      '    metadata:',
      '      labels:',
      `        app.kubernetes.io/name: ${name}`,
      `        app.kubernetes.io/part-of: app-${app}`,
      '    spec:',
      '      containers:',
      '        - name: app',
      `          image: registry.example.com/team/app-${app}:main-abc1234-1700000000 # {"$imagepolicy": "flux-system:app-${app}"}`,
      '          ports:',
      '            - containerPort: 8080',
      '          readinessProbe:',
      '            httpGet:',
      '              path: /ready',
      '              port: 8080',
      '          resources:',
      '            limits:',
      '              memory: 64Mi',
    )
  }
  function service(app) {
    return lines(
      'apiVersion: v1',
      'kind: Service',
      'metadata:',
      `  name: app-${app}`,
      `  namespace: team-${teamOf(app)}`,
      'spec:',
      '  selector:',
      `    app.kubernetes.io/part-of: app-${app}`,
      '  ports:',
      '    - port: 80',
      '      targetPort: 8080',
    )
  }
  function settings(app, index) {
    return lines(
      'apiVersion: v1',
      'kind: ConfigMap',
      'metadata:',
      `  name: app-${app}-settings-${index}`,
      `  namespace: team-${settingsTeamOf(app)}`,
      'data:',
      ...range(12).map(key => `  KEY_${key}: "value ${app} ${index} ${key}"`),
    )
  }
}

function source() {
  return lines(
    'apiVersion: source.toolkit.fluxcd.io/v1',
    'kind: GitRepository',
    'metadata:',
    '  name: flux-system',
    '  namespace: flux-system',
    'spec:',
    '  interval: 1m',
    '  url: https://git.example.com/team/fleet',
    '  ref:',
    '    branch: main',
  )
}

function automation() {
  return lines(
    'apiVersion: image.toolkit.fluxcd.io/v1',
    'kind: ImageUpdateAutomation',
    'metadata:',
    '  name: fleet',
    '  namespace: flux-system',
    'spec:',
    '  interval: 1m',
    '  sourceRef:',
    '    kind: GitRepository',
    '    name: flux-system',
    '  git:',
    '    checkout:',
    '      ref:',
    '        branch: main',
    '    commit:',
    '      author:',
    '        name: fluxcdbot',
    '        email: fluxcdbot@example.com',
    '    push:',
    '      branch: main',
    '  update:',
    '    path: ./apps',
    '    strategy: Setters',
  )
}

function kustomization(team) {
  return lines(
    'apiVersion: kustomize.toolkit.fluxcd.io/v1',
    'kind: Kustomization',
    'metadata:',
    `  name: team-${team}`,
    '  namespace: flux-system',
    'spec:',
    '  interval: 10m',
    '  timeout: 3m',
    '  prune: true',
    '  wait: true',
    '  sourceRef:',
    '    kind: GitRepository',
    '    name: flux-system',
    `  path: ./apps/team-${team}`,
  )
}

function repository(app) {
  return lines(
    'apiVersion: image.toolkit.fluxcd.io/v1',
    'kind: ImageRepository',
    'metadata:',
    `  name: app-${app}`,
    '  namespace: flux-system',
    'spec:',
    `  image: registry.example.com/team/app-${app}`,
    '  interval: 1m',
  )
}

function policy(app) {
  return lines(
    'apiVersion: image.toolkit.fluxcd.io/v1',
    'kind: ImagePolicy',
    'metadata:',
    `  name: app-${app}`,
    '  namespace: flux-system',
    'spec:',
    '  imageRepositoryRef:',
    `    name: app-${app}`,
    '  filterTags:',
    "    pattern: '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$'",
    "    extract: '$ts'",
    '  policy:',
    '    numerical:',
    '      order: asc',
  )
}

function lines(...all) {
  return `${all.join('\n')}\n`
}

function range(count) {
  return Array.from({ length: Math.max(0, count) }, (_, index) => index)
}
