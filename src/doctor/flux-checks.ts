import { EXTRA_COMPONENTS } from '../cluster/bootstrap-command.js'
import { broken, type Check, ok, unknown } from '../cluster/check.js'
import { type LiveObject, labelOf } from '../cluster/live-object.js'
import { parseVersion } from '../cluster/versions.js'
import { isBelow } from '../flux/inventory/applied.js'
import type { Cluster } from '../flux/inventory/placement.js'
import type { Inventory } from '../flux/inventory.js'
import { member, numberMember } from '../json.js'
import { isList, type Listed } from './facts.js'

/** Without these nothing is delivered. */
const NEEDED = ['source-controller', 'kustomize-controller', ...EXTRA_COMPONENTS]

/** Flux in the cluster: all controllers, at work, in the version of the tree. */
export function fluxChecks(controllers: Listed, inventory: Inventory, cluster: Cluster): readonly Check[] {
  if (!isList(controllers)) return [unknown('Flux', `is not seen: ${controllers.why}`)]
  if (controllers.length === 0) return [broken('Flux', 'is not in the cluster', 'fluxgate bootstrap')]
  const missing = NEEDED.filter(name => !controllers.some(controller => controller.name === name))
  return [
    versionCheck(controllers, inventory, cluster),
    ...(missing.length === 0
      ? []
      : [broken('Flux', `lacks ${missing.join(', ')}`, 'fluxgate bootstrap installs what is missing')]),
    ...controllers.filter(controller => !isAvailable(controller)).map(downCheck),
  ]
}

function versionCheck(controllers: readonly LiveObject[], inventory: Inventory, cluster: Cluster): Check {
  const text = controllers
    .map(controller => labelOf(controller, 'app.kubernetes.io/version'))
    .find(label => label !== undefined)
  const written = treeVersion(inventory, cluster)
  if (text === undefined) return unknown('Flux', 'does not say its version')
  if (written === undefined) {
    return unknown(
      'Flux',
      `is ${text}; the tree here does not say which it should be`,
      'git pull: bootstrap has written gotk-components.yaml',
    )
  }
  const [live, wanted] = [parseVersion(text), parseVersion(written)]
  if (
    live !== undefined &&
    wanted !== undefined &&
    live.major === wanted.major &&
    live.minor === wanted.minor &&
    live.patch === wanted.patch
  ) {
    return ok('Flux', `is ${text}, as the tree has it`)
  }
  return broken(
    'Flux',
    `is ${text}, and the tree has ${written}`,
    'Is the Kustomization flux-system ready? It brings what the tree has',
  )
}

/** What a bootstrap has written into the tree; undefined for one that holds its place only. */
function treeVersion({ files }: Inventory, { name }: Cluster): string | undefined {
  for (const [path, { text }] of files) {
    if (!path.endsWith('gotk-components.yaml') || !isBelow(path, name)) continue
    return /^# Flux [Vv]ersion: (v?2\.[0-9.]+)/m.exec(text.slice(0, 500))?.[1]
  }
  return undefined
}

function isAvailable({ body }: LiveObject): boolean {
  return (numberMember(member(body, 'status'), 'availableReplicas') ?? 0) > 0
}

function downCheck({ namespace, name }: LiveObject): Check {
  return broken(`Flux: ${name}`, 'does not run', `kubectl -n ${namespace} describe deployment ${name}`)
}
