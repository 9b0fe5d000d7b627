import { type Reference, referencesOf } from '../../../src/flux/inventory/references.js'
import type { Resource } from '../../../src/flux/inventory/resource.js'
import { titleOf } from '../../../src/flux/inventory/resource.js'
import { nearest } from '../../../src/nearest.js'
import { hashedName, type Missing, missingObjects } from '../missing-object.js'
import { type Report, type Rule, reportAt } from '../rule.js'
import { configMap, documents, gitRepository, kustomization, namespace } from './example-trees.js'

const pod = (volume: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: website
spec:
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: ghcr.io/example/web:1.2.3
      volumes:
        - name: settings
          configMap:
            name: ${volume}
`

const apps = documents(gitRepository(), kustomization('apps', './apps'))

export const referenceExists: Rule = {
  id: 'reference-exists',
  severity: 'error',
  summary: 'The Service of an Ingress, and what a pod or a Kustomization takes its settings from, exist.',
  why: 'A pod without its ConfigMap or Secret does not start, an Ingress without its Service answers with an error, and a Kustomization without its variables is not applied.',
  fix: 'Name an object that is there, or add it; name what lives outside of git under external in .fluxgate.yaml.',
  examples: [
    {
      title: 'a ConfigMap under another name',
      files: {
        'clusters/production/apps.yaml': apps,
        'apps/namespace.yaml': namespace('website'),
        'apps/web.yaml': pod('web-setting # expect: reference-exists'),
        'apps/settings.yaml': configMap('web-settings', 'website'),
      },
    },
    {
      title: 'a ConfigMap that is there',
      files: {
        'clusters/production/apps.yaml': apps,
        'apps/namespace.yaml': namespace('website'),
        'apps/web.yaml': pod('web-settings'),
        'apps/settings.yaml': configMap('web-settings', 'website'),
      },
    },
    {
      title: 'a ConfigMap that a custom resource may bring',
      files: {
        'clusters/production/apps.yaml': apps,
        'apps/namespace.yaml': namespace('website'),
        'apps/web.yaml': pod('web-settings'),
        'apps/generator.yaml': `apiVersion: example.com/v1
kind: Settings
metadata:
  name: web
  namespace: website
`,
      },
    },
  ],
  check: ({ inventory, config }) => missingObjects(inventory, config, referencesOf, cannotMake).map(reportOf),
}

/** Whoever a HelmRelease or Kustomization acts as is there before what it brings. */
function cannotMake({ kind }: Reference, resource: Resource): (maker: Resource) => boolean {
  return maker => maker === resource && kind === 'ServiceAccount'
}

function reportOf({ resource, reference: { keys }, wanted, there, isHashed }: Missing): Report {
  const { kind, namespace: where, name } = wanted
  if (isHashed) return reportAt(resource, keys, hashedName(titleOf(resource), kind, name))
  const meant = nearest(name, there)
  return reportAt(resource, keys, {
    message: `nothing brings a ${kind} ${where}/${name}, which ${titleOf(resource)} cannot do without: ${consequence(resource, kind, keys)}`,
    found: name,
    expected: there.length === 0 ? `a ${kind} ${name} in ${where}` : `one of ${there.join(', ')}`,
    fix: {
      text:
        meant === undefined
          ? `Add ${kind} ${where}/${name}, or name it under external.objects in .fluxgate.yaml as ${kind}/${where}/${name}`
          : `Write ${meant}`,
    },
  })
}

function consequence({ kind }: Resource, wanted: string, keys: readonly unknown[]): string {
  if (keys.includes('imagePullSecrets')) return 'a registry that asks for it refuses its images'
  if (kind === 'Ingress') return 'requests to it fail'
  if (kind === 'Kustomization') return 'it is not applied'
  if (kind === 'HelmRelease') return 'its chart is not installed'
  if (wanted === 'ServiceAccount') return 'its pods are not made'
  return 'its pods do not start'
}
