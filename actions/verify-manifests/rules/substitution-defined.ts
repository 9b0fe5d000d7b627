import type { Applied } from '../../../src/flux/inventory/applied.js'
import { clusterGraphsOf, type GraphNode } from '../../../src/flux/inventory/cluster-graph.js'
import { patchPlacesOf } from '../../../src/flux/inventory/patch-places.js'
import { patchesOf } from '../../../src/flux/inventory/patch-texts.js'
import type { Cluster } from '../../../src/flux/inventory/placement.js'
import { originOf, titleOf, valueIn } from '../../../src/flux/inventory/resource.js'
import {
  type BadReference,
  badReferencesIn,
  isLeftAlone,
  SUBSTITUTE_KEY,
} from '../../../src/flux/inventory/substituted.js'
import { type Variables, variablesOf } from '../../../src/flux/inventory/variables.js'
import type { Inventory } from '../../../src/flux/inventory.js'
import { isVariableName } from '../../../src/flux/substitution.js'
import { member } from '../../../src/json.js'
import { nearest } from '../../../src/nearest.js'
import { fluxVersionsFor } from '../flux-version.js'
import { type Report, type Rule, type RuleContext, reportAt } from '../rule.js'
import { configMap, documents, gitRepository, kustomization, kustomizeFile } from './example-trees.js'

const tree = (value: string, ...postBuild: readonly string[]): Readonly<Record<string, string>> => ({
  'clusters/production/apps.yaml': documents(
    gitRepository(),
    kustomization('apps', './apps', 'postBuild:', ...postBuild.map(line => `  ${line}`)),
  ),
  'apps/settings.yaml': configMap('settings', 'default').replace('mode: fast', () => value),
})

const DOMAIN: readonly string[] = ['substitute:', '  DOMAIN: example.com']

export const substitutionDefined: Rule = {
  id: 'substitution-defined',
  severity: 'error',
  summary: 'Every variable that postBuild meets is set or has a default, and every `${` belongs to one.',
  why: 'Since Flux 2.9 a variable that is not set fails the whole Kustomization, and nothing of it is applied; what Flux cannot read, such as `${{ … }}`, always did.',
  fix: 'Set the variable, give a default with `${name:=default}`, write `$${name}` for what is meant for another program, or put `kustomize.toolkit.fluxcd.io/substitute: disabled` on the object.',
  examples: [
    {
      title: 'a variable with a slip',
      files: tree('host: www.${DOMAINS} # expect: substitution-defined', ...DOMAIN),
    },
    {
      title: 'an expression of another language',
      files: tree('token: ${{ secrets.TOKEN }} # expect: substitution-defined', ...DOMAIN),
    },
    {
      title: 'a variable that is set, one with a default, one for a script and one in a comment',
      files: tree('host: www.${DOMAIN} # ${NOTHING}\n  port: ${PORT:=80}\n  script: echo $${HOME} $HOME', ...DOMAIN),
    },
    {
      title: 'a variable with a slip in a patch',
      files: {
        ...tree('host: www.${DOMAIN}', ...DOMAIN),
        'apps/kustomization.yaml': `${kustomizeFile('settings.yaml')}patches:\n  - path: host.yaml\n`,
        'apps/host.yaml': configMap('settings', 'default').replace(
          'mode: fast',
          () => 'host: ${DOMAINS} # expect: substitution-defined',
        ),
      },
    },
    {
      title: 'variables from a ConfigMap of the tree',
      files: {
        ...tree('host: www.${DOMAIN}', 'substituteFrom:', '  - kind: ConfigMap', '    name: cluster'),
        'clusters/production/settings.yaml': configMap('cluster', 'flux-system').replace('mode:', 'DOMAIN:'),
        'clusters/production/flux-system/kustomization.yaml': kustomizeFile('sync.yaml'),
        'clusters/production/flux-system/sync.yaml': kustomization('flux-system', './clusters/production'),
      },
    },
    {
      title: 'variables from a Secret that the tree does not show',
      files: tree('host: www.${DOMAINS}', ...DOMAIN, 'substituteFrom:', '  - kind: Secret', '    name: settings'),
    },
    {
      title: 'no variables, so nothing is replaced',
      files: tree('host: www.${DOMAIN}', 'substitute: {}'),
    },
  ],
  check: context => {
    const mayChange = patchesOf(context.inventory)
    return clusterGraphsOf(context.inventory).flatMap(({ cluster, nodes }) =>
      nodes.flatMap(node => checkNode(node, cluster, mayChange, context)),
    )
  },
}

/** Variables, and whether Flux refuses what is not among them. */
interface Known extends Variables {
  readonly isStrict: boolean
}

type MayChange = ReturnType<typeof patchesOf>

function checkNode(node: GraphNode, cluster: Cluster, mayChange: MayChange, context: RuleContext): readonly Report[] {
  const { inventory } = context
  const { kustomization } = node
  const { resource } = kustomization
  if (inventory.ownness(kustomization) !== 'yes') return []
  const isPatched = inventory.placementsOf(resource).some(placement => mayChange(placement, /postBuild|substitute/))
  const variables = variablesOf(node, isPatched, cluster, inventory)
  if (!variables.isSure) return []
  const wrong = [...variables.names].filter(name => !isVariableName(name))
  if (wrong.length > 0 && !isPatched) return wrong.flatMap(name => wrongName(node, name))
  const isKnown = variables.isComplete
  const isSet = isKnown ? (name: string) => variables.names.has(name) : undefined
  const objects = inventory.folders.get(kustomization)?.objects ?? []
  if (isDisabledAbove(node, inventory)) return []
  const known = { ...variables, isStrict: isStrict(node, context) }
  return [
    ...objects.flatMap(applied => checkObject(applied, node, known, isSet, mayChange, inventory)),
    ...checkPatches(node, known, isSet, inventory),
  ]
}

/** Patches come in before variables are replaced, so what they write counts too, unless another one may write over it. */
function checkPatches(
  node: GraphNode,
  variables: Known,
  isSet: ((name: string) => boolean) | undefined,
  { folders, layout, buildOf }: Inventory,
): readonly Report[] {
  const folder = folders.get(node.kustomization)
  const build = buildOf(node.kustomization)
  // Built, every object has what patches made of it.
  if (build !== undefined && 'objects' in build) return []
  if (folder === undefined || folder.objects.some(({ resource }) => isLeftAlone(resource))) return []
  const places = patchPlacesOf(node.kustomization, folder.files, layout)
  const patches = [...new Set(places.flatMap(({ file, keys }) => (keys === undefined ? file : [])))]
  return patches.flatMap(file => {
    const others = patches.filter(other => other !== file)
    if (file.text.includes(SUBSTITUTE_KEY)) return []
    const said = new Set<string>()
    return file.documents.flatMap(document =>
      badReferencesIn({ file, document, path: [], body: document.value }, isSet).flatMap(reference => {
        const { keys, problem, text } = reference
        const subject = 'variable' in problem ? problem.variable : text
        const last = keys.findLast(key => typeof key === 'string')
        if (said.has(subject) || others.some(other => last === undefined || other.text.includes(`${last}:`))) return []
        said.add(subject)
        return [reportOf(file.path, `the patch ${file.path}`, reference, node, variables)]
      }),
    )
  })
}

function checkObject(
  applied: Applied,
  node: GraphNode,
  variables: Known,
  isSet: ((name: string) => boolean) | undefined,
  mayChange: MayChange,
  inventory: Inventory,
): readonly Report[] {
  const { made } = applied.resource
  const resource = made === undefined ? applied.resource : { ...applied.resource, body: made.unsubstituted }
  if (isLeftAlone(resource) || mayChange(applied, /kustomize\.toolkit\.fluxcd\.io/)) return []
  const said = new Set<string>()
  return badReferencesIn(resource, isSet).flatMap(reference => {
    const { keys, problem } = reference
    const subject = 'variable' in problem ? problem.variable : reference.text
    const last = keys.findLast(key => typeof key === 'string')
    if (said.has(subject) || isReplaced(applied, keys, inventory)) return []
    // The rule policy-extract-group has more to say of it.
    if (resource.kind === 'ImagePolicy' && last === 'extract') return []
    if (last !== undefined && mayChange(applied, new RegExp(`\\b${String(last).replace(/\W/g, '\\$&')}\\b`))) return []
    said.add(subject)
    if (resource.made === undefined)
      return [reportOf(resource.file.path, titleOf(resource), reference, node, variables)]
    const { file, span } = originOf(resource, ...keys)
    return [reportOf(file, titleOf(resource), { ...reference, span }, node, variables)]
  })
}

/** Whether another value stands there in the end, a namespace or an image of kustomize's, or another rule speaks of it. */
function isReplaced({ resource, namespace }: Applied, keys: readonly unknown[], { layout }: Inventory): boolean {
  if (keys.join('.') === 'metadata.namespace') return namespace !== resource.namespace
  // A group of a pattern in braces is policy-extract-group's matter.
  if (resource.kind === 'ImagePolicy' && keys.at(-1) === 'extract') return true
  return keys.at(-1) === 'image' && [...layout.kustomizeFiles.values()].some(({ images }) => images.length > 0)
}

/** Whether Flux refuses what is not set: by default since 2.9, unless a flag of the controller says otherwise. */
function isStrict({ kustomization: { resource } }: GraphNode, context: RuleContext): boolean {
  const flags = strictFlagsIn(context.inventory)
  if (flags.has('false')) return false
  return flags.has('true') || fluxVersionsFor(resource, context).every(({ minor }) => minor >= 9)
}

const strictFlags = new WeakMap<Inventory, ReadonlySet<string>>()

/** What the flag of the controller is set to, wherever the tree sets it. */
function strictFlagsIn(inventory: Inventory): ReadonlySet<string> {
  const known = strictFlags.get(inventory)
  if (known !== undefined) return known
  const texts = [...inventory.files.values()].map(({ text }) => text).filter(text => text.includes(STRICT_FLAG))
  const found = new Set(texts.flatMap(text => new RegExp(`${STRICT_FLAG}=(\\w+)`).exec(text)?.[1] ?? []))
  strictFlags.set(inventory, found)
  return found
}

const STRICT_FLAG = 'StrictPostBuildSubstitutions'

/** Whether a kustomize file, or the Kustomization, may opt out for all that it applies. */
function isDisabledAbove({ kustomization }: GraphNode, { folders, layout }: Inventory): boolean {
  const files = folders.get(kustomization)?.files ?? new Set()
  const bodies = [...layout.kustomizeFiles.values()].filter(({ file }) => files.has(file.path))
  const parts = bodies.flatMap(({ body }) =>
    ['commonLabels', 'commonAnnotations', 'labels'].map(key => member(body, key)),
  )
  return [...parts, valueIn(kustomization.resource, 'spec', 'commonMetadata')].some(
    part => JSON.stringify(part)?.includes(SUBSTITUTE_KEY) === true,
  )
}

function reportOf(
  file: string,
  title: string,
  { span, text, problem }: BadReference,
  { name: by }: GraphNode,
  { names, isStrict }: Known,
): Report {
  if ('error' in problem) {
    return {
      file,
      span,
      message: `${by} runs postBuild over ${title}, which cannot read \`${text}\` (${problem.error}), so nothing of ${by} is applied`,
      found: text,
      expected: 'a variable such as `${name}`, or `$${` for what another program reads',
      fix: { text: text.replace('${', () => '$${') },
    }
  }
  const { variable } = problem
  const meant = nearest(variable, [...names])
  const consequence = isStrict
    ? `and since Flux 2.9 postBuild fails where a variable has no value, so nothing of ${by} is applied`
    : 'so nothing stands there in the cluster, and from Flux 2.9 on the whole Kustomization fails'
  return {
    file,
    span,
    severity: isStrict ? 'error' : 'warning',
    message: `${variable} is not set where ${by} applies ${title}, ${consequence}`,
    found: text,
    expected: `one of ${[...names].sort().join(', ')}, a default, or \`$${text}\` for what another program reads`,
    fix: { text: meant === undefined ? `Set ${variable} in ${by}, or write \`$\{${variable}:=…}\`` : `\${${meant}}` },
  }
}

function wrongName({ kustomization: { resource }, name: by }: GraphNode, variable: string): readonly Report[] {
  const isOwn = valueIn(resource, 'spec', 'postBuild', 'substitute', variable) !== undefined
  return [
    reportAt(
      resource,
      isOwn ? ['spec', 'postBuild', 'substitute', variable] : ['spec', 'postBuild', 'substituteFrom'],
      {
        message: `"${variable}" is no name of a variable, so nothing of ${by} is applied`,
        found: variable,
        expected: 'letters, digits and `_`, no digit first',
        fix: { text: variable.replace(/[^_a-zA-Z0-9]/g, '_').replace(/^(?=[0-9])/, '_') },
      },
    ),
  ]
}
