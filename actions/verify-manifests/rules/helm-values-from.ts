import type { Reference } from '../../../src/flux/inventory/references.js'
import { listIn, type Resource, titleOf } from '../../../src/flux/inventory/resource.js'
import { member, textMember } from '../../../src/json.js'
import { nearest } from '../../../src/nearest.js'
import { hashedName, type Missing, missingObjects } from '../missing-object.js'
import { type Report, type Rule, reportAt } from '../rule.js'
import { configMap, documents, gitRepository, kustomization, kustomizeFile, namespace } from './example-trees.js'
import { DRIFT, helmRelease, PINNED, REMEDIATED } from './helm-release-tree.js'

const tree = (name: string, ...more: readonly string[]): Readonly<Record<string, string>> => ({
  'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
  'apps/namespace.yaml': namespace('website'),
  'apps/values.yaml': configMap('web-values', 'website'),
  'apps/web.yaml': helmRelease(
    PINNED,
    ...DRIFT,
    ...REMEDIATED,
    'valuesFrom:',
    '  - kind: ConfigMap',
    `    name: ${name}`,
    ...more,
  ),
})

const generated = (mark: string, more: string): Readonly<Record<string, string>> => ({
  ...tree(`web-settings${mark}`),
  'apps/kustomization.yaml': `${kustomizeFile('namespace.yaml', 'values.yaml', 'web.yaml')}configMapGenerator:
  - name: web-settings
    namespace: website
    literals:
      - values.yaml=replicas=2
${more}`,
})

export const helmValuesFrom: Rule = {
  id: 'helm-values-from',
  severity: 'error',
  summary: 'What a HelmRelease takes its values from exists in its namespace.',
  why: 'Flux neither installs nor upgrades a chart whose values it cannot read.',
  fix: 'Name a ConfigMap or Secret of the namespace of the HelmRelease, or make the entry `optional: true`.',
  examples: [
    { title: 'a ConfigMap under another name', files: tree('web-value # expect: helm-values-from') },
    { title: 'a ConfigMap of the namespace', files: tree('web-values') },
    {
      title: 'a generated ConfigMap with a hash in its name, which kustomize does not write into a HelmRelease',
      files: generated(' # expect: helm-values-from', ''),
    },
    {
      title: 'a generated ConfigMap that keeps its name',
      files: generated('', 'generatorOptions:\n  disableNameSuffixHash: true\n'),
    },
    {
      title: 'a generated ConfigMap whose name kustomize is told to follow',
      files: {
        ...generated('', 'configurations:\n  - names.yaml\n'),
        'apps/names.yaml': `nameReference:
  - kind: ConfigMap
    version: v1
    fieldSpecs:
      - path: spec/valuesFrom/name
        kind: HelmRelease
`,
      },
    },
    { title: 'an entry that may be missing', files: tree('web-overrides', '    optional: true') },
  ],
  check: ({ inventory, config }) => missingObjects(inventory, config, valuesOf, cannotMake).map(reportOf),
}

function valuesOf(resource: Resource): readonly Reference[] {
  if (resource.kind !== 'HelmRelease') return []
  return listIn(resource, 'spec', 'valuesFrom').flatMap((entry, index): readonly Reference[] => {
    const kind = textMember(entry, 'kind')
    const name = textMember(entry, 'name')
    if (name === undefined || member(entry, 'optional') === true || (kind !== 'ConfigMap' && kind !== 'Secret'))
      return []
    return [
      { keys: ['spec', 'valuesFrom', index, 'name'], kind, name, field: /valuesFrom/, isUnknownToKustomize: true },
    ]
  })
}

/** A chart may make a password that another takes; whole files of values, or what it needs itself, no chart makes. */
function cannotMake({ keys }: Reference, resource: Resource): (maker: Resource) => boolean {
  const entry = listIn(resource, 'spec', 'valuesFrom')[Number(keys[2])]
  const isFile = member(entry, 'targetPath') === undefined
  return maker => maker === resource || (isFile && maker.kind === 'HelmRelease')
}

function reportOf({
  resource,
  reference: { keys },
  wanted: { kind, namespace: where, name },
  there,
  isHashed,
}: Missing): Report {
  if (isHashed) return reportAt(resource, keys, hashedName(titleOf(resource), kind, name))
  const meant = nearest(name, there)
  return reportAt(resource, keys, {
    message: `nothing brings a ${kind} ${where}/${name} that ${titleOf(resource)} takes values from, so its chart is neither installed nor upgraded`,
    found: name,
    expected: there.length === 0 ? `a ${kind} ${name} in ${where}` : `one of ${there.join(', ')}`,
    fix: {
      text: meant === undefined ? `Add ${kind} ${where}/${name}, or \`optional: true\`` : `name: ${meant}`,
    },
  })
}
