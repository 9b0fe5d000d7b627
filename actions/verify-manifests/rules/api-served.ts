import type { Edit } from '../../../src/findings/finding.js'
import { type ApiStatus, apiStatus, newestFluxMinor } from '../../../src/flux/api.js'
import { type Resource, rangeIn, titleOf } from '../../../src/flux/inventory/resource.js'
import type { Inventory } from '../../../src/flux/inventory.js'
import { fluxVersionsFor } from '../flux-version.js'
import { reachesCluster } from '../reach.js'
import { type FluxVersion, type Report, type Rule, type RuleContext, reportAt } from '../rule.js'

export const apiServedRule: Rule = {
  id: 'api-served',
  severity: 'error',
  summary: "Flux's own kinds are written in an API version that the target Flux serves; a deprecated one is a warning.",
  why: 'The API server refuses an object of a version that it does not serve, and with it the whole Kustomization. A deprecated version works until the upgrade that removes it.',
  fix: 'Write the version that the message names. The Flux version is read from what installs it (`gotk-components.yaml`, a FluxInstance), or said by `flux-version`; where nothing says it, the newest known counts.',
  examples: [
    {
      title: 'a version that the installed Flux has removed',
      files: {
        'clusters/home/flux-system/gotk-components.yaml': `# Flux Version: v2.9.4
apiVersion: v1
kind: Namespace
metadata:
  name: flux-system
`,
        'clusters/home/policy.yaml': `apiVersion: image.toolkit.fluxcd.io/v1beta2 # expect: api-served
kind: ImageRepository
metadata:
  name: frontend
  namespace: flux-system
spec:
  image: registry.example.com/website/frontend
  interval: 1m
`,
      },
    },
    {
      title: 'a version that does not exist yet, such as v1 of an Alert',
      files: {
        '.fluxgate.yaml': 'flux-version: "2.9"\n',
        'provider.yaml': `apiVersion: notification.toolkit.fluxcd.io/v1 # expect: api-served
kind: Provider
metadata:
  name: chat
  namespace: flux-system
spec:
  type: slack
  channel: general
`,
      },
    },
    {
      title: 'a version that is deprecated',
      files: {
        '.fluxgate.yaml': 'flux-version: "2.7"\n',
        'repository.yaml': `apiVersion: image.toolkit.fluxcd.io/v1beta2 # expect: api-served
kind: ImageRepository
metadata:
  name: frontend
  namespace: flux-system
spec:
  image: registry.example.com/website/frontend
  interval: 1m
`,
      },
    },
    {
      title: 'the same version for the Flux that serves it',
      files: {
        'clusters/home/flux-system/gotk-components.yaml': `# Flux Version: v2.3.0
apiVersion: v1
kind: Namespace
metadata:
  name: flux-system
`,
        'clusters/home/repository.yaml': `apiVersion: image.toolkit.fluxcd.io/v1beta2
kind: ImageRepository
metadata:
  name: frontend
  namespace: flux-system
spec:
  image: registry.example.com/website/frontend
  interval: 1m
`,
      },
    },
    {
      title: 'a FluxInstance says the version too',
      files: {
        'flux.yaml': `apiVersion: fluxcd.controlplane.io/v1
kind: FluxInstance
metadata:
  name: flux
  namespace: flux-system
spec:
  distribution:
    version: 2.6.x
    registry: ghcr.io/fluxcd
`,
        'repository.yaml': `apiVersion: image.toolkit.fluxcd.io/v1beta2
kind: ImageRepository
metadata:
  name: frontend
  namespace: flux-system
spec:
  image: registry.example.com/website/frontend
  interval: 1m
`,
      },
    },
  ],
  *check(context) {
    for (const resource of context.inventory.resources) {
      if (!resource.group.endsWith('.toolkit.fluxcd.io') || resource.version.includes('$')) continue
      const report = judge(resource, context)
      if (report !== undefined) yield report
    }
  },
}

interface Judged {
  readonly flux: FluxVersion
  readonly status: ApiStatus
  readonly severity: 'error' | 'warning'
}

function judge(resource: Resource, context: RuleContext): Report | undefined {
  const { inventory } = context
  const judged = fluxVersionsFor(resource, context).map(flux => judgeFor(resource, flux))
  // Where its cluster is not known, it is a fault only if it is one in each.
  const [first] = judged
  if (first === undefined || judged.includes(undefined)) return undefined
  const worst = judged.find(one => one?.severity === 'error') ?? first
  if (changesVersions(inventory)) return undefined
  const { group, version, kind } = resource
  const { moveTo } = worst.status
  const isSure = judged.every(one => one?.severity === 'error') && reachesCluster(resource, inventory)
  const edits = moveTo === null ? undefined : versionEdit(resource, moveTo, inventory)
  return reportAt(resource, ['apiVersion'], {
    severity: isSure ? 'error' : 'warning',
    message: `${titleOf(resource)} is of ${group}/${version}, ${sayWhy(worst, kind)}`,
    found: `${group}/${version}`,
    ...(moveTo === null ? {} : { expected: `${group}/${moveTo}` }),
    ...(moveTo === null
      ? {}
      : { fix: { text: `apiVersion: ${group}/${moveTo}`, ...(edits === undefined ? {} : { edits }) } }),
  })
}

/**
 * What is wrong with a version under one Flux. What was never known may be there in a Flux newer than the table; it counts
 * as a fault only where the tree says that its Flux is not.
 */
function judgeFor({ group, version, kind }: Resource, flux: FluxVersion): Judged | undefined {
  const status = apiStatus(group, version, kind, flux.minor)
  if (status.state === 'served' || status.state === 'unknown-kind') return undefined
  if (status.state === 'deprecated') return { flux, status, severity: 'warning' }
  if (status.state === 'removed') return { flux, status, severity: 'error' }
  if (flux.minor > newestFluxMinor) return undefined
  return { flux, status, severity: flux.from === undefined ? 'warning' : 'error' }
}

function sayWhy({ flux, status }: Judged, kind: string): string {
  const release = `Flux 2.${flux.minor}`
  const source = flux.from === undefined ? 'the newest known; nothing here says another' : `said by ${flux.from}`
  const { state, storage, removedIn } = status
  if (state === 'deprecated') {
    const until = removedIn === null ? '' : `, and Flux 2.${removedIn} removes it`
    return `which ${release} (${source}) still serves but deprecates${until}`
  }
  if (state === 'removed') {
    const since = removedIn === null ? '' : `: it was removed in Flux 2.${removedIn}`
    return `which ${release} (${source}) does not serve any more${since}; the API server refuses the object`
  }
  const refused = flux.from === undefined ? '' : '; the API server refuses the object'
  if (storage === null) return `but ${release} (${source}) does not have the kind ${kind} yet${refused}`
  return `which ${release} (${source}) does not serve; it has ${storage}${refused}`
}

/** The change of the version alone, where nothing else has to change: the image kinds have the same fields in v1beta2 and v1. */
function versionEdit(resource: Resource, moveTo: string, inventory: Inventory): readonly Edit[] | undefined {
  const { group, version, file } = resource
  if (group !== 'image.toolkit.fluxcd.io' || version !== 'v1beta2' || moveTo !== 'v1') return undefined
  const apiVersion = `${group}/${version}`
  if (isNamedInPatch(apiVersion, inventory)) return undefined
  const [start, end] = rangeIn(resource, 'apiVersion') ?? [0, 0]
  const at = file.text.slice(start, end).indexOf(apiVersion)
  if (at < 0) return undefined
  const from = start + at + group.length + 1
  return [{ file: file.path, start: from, end: from + version.length, text: moveTo }]
}

/** Whether a patch names its objects by this version: it would not find them any more. */
function isNamedInPatch(apiVersion: string, inventory: Inventory): boolean {
  if (patchingTexts(inventory).some(text => text.includes(apiVersion))) return true
  return inventory.parts.some(({ group, version }) => `${group}/${version}` === apiVersion)
}

/** Whether a patch of the tree writes another apiVersion: then nobody knows which. */
function changesVersions(inventory: Inventory): boolean {
  return patchingTexts(inventory).some(text => /\/apiVersion\b/.test(text))
}

/** What the kustomize files and Flux Kustomizations say, as JSON. */
function patchingTexts({ layout, kustomizations }: Inventory): readonly string[] {
  const bodies = [...layout.kustomizeFiles.values(), ...kustomizations.map(({ resource }) => resource)]
  return bodies.map(({ body }) => JSON.stringify(body))
}
