import type { Schema } from './crd-schemas.js'

/**
 * The types of the fields of Flux's kinds that this project itself reads: what is demanded of them where the tree has no CRD.
 * Fields that are not listed are not judged.
 */
export function fluxFields(group: string, kind: string): Schema | undefined {
  const spec = group.endsWith('.toolkit.fluxcd.io') ? kinds[kind] : undefined
  return spec === undefined ? undefined : fields({ spec: fields({ ...spec, ...common }) })
}

const text: Schema = { type: 'string' }
const truth: Schema = { type: 'boolean' }
const list: Schema = { type: 'array' }
const texts: Schema = { type: 'array', items: text }
const anything: Schema = { type: 'object' }

function fields(properties: Readonly<Record<string, Schema>>): Schema {
  return { type: 'object', properties, 'x-kubernetes-preserve-unknown-fields': true }
}

const named = fields({ name: text, namespace: text, kind: text })

const common = { interval: text, timeout: text, suspend: truth, serviceAccountName: text }
const source = { url: text, secretRef: named, certSecretRef: named, provider: text, insecure: truth, ignore: text }
const reference = fields({ branch: text, tag: text, semver: text, name: text, commit: text, digest: text })

const kinds: Readonly<Record<string, Readonly<Record<string, Schema>>>> = {
  GitRepository: { ...source, ref: reference, include: list, recurseSubmodules: truth },
  OCIRepository: { ...source, ref: reference, layerSelector: anything },
  HelmRepository: { ...source, type: text },
  Bucket: { ...source, bucketName: text, endpoint: text, prefix: text },
  HelmChart: { chart: text, version: text, sourceRef: named, valuesFiles: texts },
  Kustomization: {
    path: text,
    prune: truth,
    wait: truth,
    force: truth,
    retryInterval: text,
    sourceRef: named,
    targetNamespace: text,
    namePrefix: text,
    nameSuffix: text,
    dependsOn: { type: 'array', items: named },
    healthChecks: { type: 'array', items: named },
    patches: list,
    images: list,
    components: texts,
    postBuild: fields({
      substitute: { type: 'object', additionalProperties: text },
      substituteFrom: { type: 'array', items: named },
    }),
    decryption: fields({ provider: text, secretRef: named }),
  },
  HelmRelease: {
    releaseName: text,
    targetNamespace: text,
    storageNamespace: text,
    chart: fields({ spec: fields({ chart: text, version: text, sourceRef: named, valuesFiles: texts }) }),
    chartRef: named,
    values: anything,
    valuesFrom: { type: 'array', items: fields({ kind: text, name: text, valuesKey: text, optional: truth }) },
    dependsOn: { type: 'array', items: named },
    install: anything,
    upgrade: anything,
    driftDetection: fields({ mode: text }),
  },
  ImageRepository: {
    image: text,
    insecure: truth,
    provider: text,
    secretRef: named,
    certSecretRef: named,
    exclusionList: texts,
    accessFrom: fields({ namespaceSelectors: list }),
  },
  ImagePolicy: {
    imageRepositoryRef: named,
    filterTags: fields({ pattern: text, extract: text }),
    policy: fields({
      semver: fields({ range: text }),
      alphabetical: fields({ order: text }),
      numerical: fields({ order: text }),
    }),
    digestReflectionPolicy: text,
  },
  ImageUpdateAutomation: {
    sourceRef: named,
    git: fields({
      checkout: fields({ ref: reference }),
      commit: fields({ author: fields({ name: text, email: text }), messageTemplate: text }),
      push: fields({ branch: text, refspec: text }),
    }),
    update: fields({ path: text, strategy: text }),
    policySelector: anything,
  },
  Alert: {
    providerRef: named,
    eventSeverity: text,
    eventSources: { type: 'array', items: named },
    exclusionList: texts,
  },
  Provider: { type: text, address: text, channel: text, username: text, secretRef: named },
  Receiver: { type: text, events: texts, resources: { type: 'array', items: named }, secretRef: named },
}
