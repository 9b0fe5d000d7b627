import { isMapping, listMember, member, textMember } from '../../json.js'
import type { Inventory } from '../inventory.js'
import type { GraphNode } from './cluster-graph.js'
import { hasVariable } from './image-loop.js'
import type { Cluster } from './placement.js'
import { postBuildOf } from './post-build.js'
import { type Resource, valueIn } from './resource.js'

/** The variables that a Kustomization's postBuild replaces. */
export interface Variables {
  readonly names: ReadonlySet<string>
  /** Whether there are no others: everything that it takes them from is in the tree. */
  readonly isComplete: boolean
  /** Whether there surely is one: without any, nothing is replaced. */
  readonly isSure: boolean
}

/**
 * What `substitute` names, and the keys of the ConfigMaps and Secrets of `substituteFrom`; values are not asked for.
 *
 * @param isPatched whether patches may change the Kustomization's postBuild
 */
export function variablesOf(
  { kustomization, namespace }: GraphNode,
  isPatched: boolean,
  cluster: Cluster,
  inventory: Inventory,
): Variables {
  const postBuild = postBuildOf(kustomization.resource, isPatched, inventory)
  const names = new Set<string>()
  let isComplete = postBuild !== undefined
  let isSure = false
  const { parts, sure } = postBuild ?? { parts: [valueIn(kustomization.resource, 'spec', 'postBuild')], sure: 1 }
  for (const [index, part] of parts.entries()) {
    const substitute = member(part, 'substitute')
    for (const name of isMapping(substitute) ? Object.keys(substitute) : []) names.add(name)
    for (const entry of listMember(part, 'substituteFrom')) {
      const source = { kind: textMember(entry, 'kind'), name: textMember(entry, 'name') }
      const keys = keysOf(source, namespace, cluster, inventory)
      if (keys === undefined) isComplete = false
      else for (const key of keys) names.add(key)
    }
    if (index < sure && names.size > 0) isSure = true
  }
  return { names, isComplete, isSure }
}

/** Keys of the only object of that name that the tree has for a cluster; undefined where there may be another, or others in it. */
function keysOf(
  { kind, name }: { readonly kind: string | undefined; readonly name: string | undefined },
  namespace: string | undefined,
  cluster: Cluster,
  inventory: Inventory,
): readonly string[] | undefined {
  if (name === undefined || namespace === undefined || hasVariable(name)) return undefined
  const kinds = kind === 'Secret' ? ['Secret', 'SealedSecret'] : ['ConfigMap']
  const found = inventory.resources
    .filter(resource => kinds.includes(resource.kind))
    .flatMap(resource =>
      inventory
        .placementsOf(resource)
        .filter(placement => placement.cluster === cluster && placement.name === name)
        .filter(placement => placement.namespace === namespace || placement.namespace === undefined)
        .map(({ isRewritten }) => ({ resource, isRewritten })),
    )
  const [first] = found
  if (first === undefined) return generatedKeys(kind, name, inventory)
  if (found.some(({ resource, isRewritten }) => isRewritten || resource !== first.resource)) return undefined
  return keysIn(first.resource)
}

function keysIn(resource: Resource): readonly string[] {
  const parts =
    resource.kind === 'SealedSecret'
      ? [valueIn(resource, 'spec', 'encryptedData'), valueIn(resource, 'spec', 'template', 'data')]
      : [valueIn(resource, 'data'), valueIn(resource, 'stringData')]
  return parts.flatMap(part => (isMapping(part) ? Object.keys(part) : []))
}

/** Keys of a ConfigMap or Secret that one kustomize file makes of literals alone. */
function generatedKeys(kind: string | undefined, name: string, { layout }: Inventory): readonly string[] | undefined {
  const field = kind === 'Secret' ? 'secretGenerator' : 'configMapGenerator'
  const found = [...layout.kustomizeFiles.values()].flatMap(({ body }) =>
    listMember(body, field).filter(generator => textMember(generator, 'name') === name),
  )
  const [generator] = found
  const takesFiles = ['files', 'envs', 'env'].some(source => member(generator, source) !== undefined)
  if (found.length !== 1 || takesFiles) return undefined
  return listMember(generator, 'literals').flatMap(literal =>
    typeof literal === 'string' ? literal.slice(0, Math.max(0, literal.indexOf('='))) : [],
  )
}
