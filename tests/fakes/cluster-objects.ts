/** Objects as the API server of a cluster with Flux 2.9 gives them. */

const FLUX_LABELS = { 'app.kubernetes.io/part-of': 'flux', 'app.kubernetes.io/version': 'v2.9.5' }

export const HEAD = 'master@sha1:1111111111111111111111111111111111111111'

export interface ObjectParts {
  readonly labels?: Readonly<Record<string, string>>
  readonly spec?: object
  readonly status?: object
}

export function object(apiVersion: string, kind: string, id: string, { labels, spec = {}, status = {} }: ObjectParts) {
  const [namespace, name] = id.split('/')
  const metadata = { generation: 1, labels: labels ?? {}, name, namespace }
  return { apiVersion, kind, metadata, spec, status: { observedGeneration: 1, ...status } }
}

export function condition(type: string, status: string, reason: string, message: string) {
  return { lastTransitionTime: '2026-01-01T00:00:00Z', message, observedGeneration: 1, reason, status, type }
}

/** What `flux bootstrap` installs, without what it follows. */
export function controllers(names: readonly string[], version = 'v2.9.5'): readonly object[] {
  const labels = { ...FLUX_LABELS, 'app.kubernetes.io/version': version }
  const crd = object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'x', { labels })
  return [
    { ...crd, metadata: { name: 'gitrepositories.source.toolkit.fluxcd.io', labels } },
    ...names.map(name => object('apps/v1', 'Deployment', `flux-system/${name}`, { labels })),
  ]
}

export function gitRepository({
  url = 'ssh://git@github.com/example/website',
  branch = 'master',
  revision = HEAD,
  fault = '',
} = {}) {
  return object('source.toolkit.fluxcd.io/v1', 'GitRepository', 'flux-system/flux-system', {
    spec: { interval: '1m0s', ref: { branch }, secretRef: { name: 'flux-system' }, url },
    status: {
      ...(revision === '' ? {} : { artifact: { revision } }),
      conditions: [
        fault === ''
          ? condition('Ready', 'True', 'Succeeded', `stored artifact for revision '${revision}'`)
          : condition('Ready', 'False', 'GitOperationFailed', fault),
      ],
    },
  })
}

export interface KustomizationParts {
  readonly path?: string
  readonly after?: readonly string[]
  /** Ready by default. */
  readonly conditions?: readonly object[]
  readonly revision?: string
  readonly isSuspended?: boolean
  /** `status.inventory` entries: `namespace_name_group_kind`. */
  readonly entries?: readonly string[]
}

export function kustomization(name: string, parts: KustomizationParts = {}) {
  const { path = `./flux/clusters/production/${name}`, after = [], revision = HEAD, entries = [] } = parts
  return object('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', `flux-system/${name}`, {
    labels: {
      'kustomize.toolkit.fluxcd.io/name': 'flux-system',
      'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
    },
    spec: {
      dependsOn: after.map(other => ({ name: other })),
      path,
      sourceRef: { kind: 'GitRepository', name: 'flux-system' },
      ...(parts.isSuspended === true ? { suspend: true } : {}),
    },
    status: {
      conditions: parts.conditions ?? [
        condition('Ready', 'True', 'ReconciliationSucceeded', `Applied revision: ${revision}`),
      ],
      inventory: { entries: entries.map(id => ({ id, v: 'v1' })) },
      lastAppliedRevision: revision,
    },
  })
}

/** The Kustomizations of the reference cluster, ready, but for those that are given. */
export function kustomizations(others: Readonly<Record<string, KustomizationParts>> = {}): readonly object[] {
  return Object.entries(ORDER).map(([name, after]) =>
    kustomization(name, {
      after,
      ...(name === 'flux-system' ? { path: './flux/clusters/production' } : {}),
      ...others[name],
    }),
  )
}

const ORDER: Readonly<Record<string, readonly string[]>> = {
  'flux-system': [],
  namespaces: [],
  'sealed-secrets-controller': [],
  'sealed-secrets': ['namespaces', 'sealed-secrets-controller'],
  'image-automation': ['sealed-secrets'],
  notifications: ['sealed-secrets'],
  frontend: ['sealed-secrets'],
  ingress: ['frontend'],
  backend: ['frontend', 'ingress'],
}

export function waitingFor(other: string): KustomizationParts {
  return {
    conditions: [
      condition('Ready', 'False', 'DependencyNotReady', `dependency 'flux-system/${other}' is not ready`),
      condition('Reconciling', 'True', 'ProgressingWithRetry', `dependency 'flux-system/${other}' is not ready`),
    ],
    revision: '',
  }
}

/** The image objects and the workloads of the reference cluster, all well, at one tag. */
export function deliveryObjects({
  registry,
  tag,
  at,
  commit,
}: {
  registry: string
  tag: string
  at: number
  commit: string
}) {
  const ready = { conditions: [condition('Ready', 'True', 'Succeeded', 'well')] }
  const image = (name: string) => `${registry}/library/${name}`
  const time = new Date(at - 20_000).toISOString().replace(/\.[0-9]+Z$/, 'Z')
  const policy = {
    filterTags: { extract: '$ts', pattern: '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$' },
    policy: { numerical: { order: 'asc' } },
  }
  const IMAGE_API = 'image.toolkit.fluxcd.io/v1'
  return {
    repositories: ['frontend', 'backend'].map(name =>
      object(IMAGE_API, 'ImageRepository', `flux-system/${name}`, {
        spec: { image: image(name), insecure: true, interval: '1m' },
        status: {
          ...ready,
          canonicalImageName: image(name),
          lastScanResult: { latestTags: [tag], scanTime: time, tagCount: 2 },
        },
      }),
    ),
    policies: ['frontend', 'backend'].map(name =>
      object(IMAGE_API, 'ImagePolicy', `flux-system/${name}`, {
        spec: { imageRepositoryRef: { name }, ...policy },
        status: { ...ready, latestRef: { name: image(name), tag } },
      }),
    ),
    automation: object(IMAGE_API, 'ImageUpdateAutomation', 'flux-system/website', {
      spec: { interval: '1m', sourceRef: { kind: 'GitRepository', name: 'flux-system' } },
      status: {
        ...ready,
        lastPushCommit: commit,
        lastPushTime: time,
        observedPolicies: { backend: { name: image('backend'), tag }, frontend: { name: image('frontend'), tag } },
      },
    }),
    deployment: object('apps/v1', 'Deployment', 'website/frontend', {
      spec: {
        replicas: 2,
        template: { spec: { containers: [{ image: `${image('frontend')}:${tag}`, name: 'frontend' }] } },
      },
      status: { availableReplicas: 2, replicas: 2, updatedReplicas: 2 },
    }),
    job: object('batch/v1', 'Job', 'website/backend-deploy', {
      spec: {
        template: {
          spec: { containers: [{ env: [{ name: 'BACKEND_TAG', value: tag }], image: 'alpine:3', name: 'deploy' }] },
        },
      },
      status: {
        conditions: [condition('Complete', 'True', 'CompletionsReached', 'Reached expected number of succeeded pods')],
      },
    }),
  }
}
