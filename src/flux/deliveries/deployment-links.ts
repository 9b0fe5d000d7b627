import { posix } from 'node:path'
import { grouped } from '../../grouped.js'
import { listMember, member, textMember } from '../../json.js'
import { oncePer } from '../../once-per.js'
import type { FluxKustomization } from '../inventory/flux-kustomization.js'
import { type Resource, valueIn } from '../inventory/resource.js'
import type { Inventory } from '../inventory.js'
import { endOf, evidenceAt, holdsLine, type Joint, markerEnd, type PolicyMarker } from './joint.js'

/** From the file that a marker is in to what runs. */
export function linksOfMarker(marker: PolicyMarker, inventory: Inventory): readonly Joint[] {
  const object = byFile(inventory)
    .get(marker.file)
    ?.find(resource => holdsLine(resource, marker.line))
  if (object !== undefined)
    return [...appliedLinks(object, inventory), ...secretLinks(object, inventory), ...hostLinks(object)]
  const readers = readersOf(marker.file, inventory)
  if (readers.length > 0) {
    return readers.flatMap(reader => [
      { from: markerEnd(marker), to: endOf(reader), evidence: [evidenceAt(reader, /^job-/)] },
      ...appliedLinks(reader, inventory),
      ...secretLinks(reader, inventory),
      ...hostLinks(reader),
    ])
  }
  return transformedLinks(marker, inventory)
}

const byFile = oncePer(({ resources }: Inventory) => grouped(resources, ({ file }) => file.path))

/** The Kustomization that applies an object, those that it waits for, and the bootstrap that brings it. */
function appliedLinks(object: Resource, inventory: Inventory): readonly Joint[] {
  const placements = inventory.placementsOf(object)
  return placements.flatMap(({ by, cluster }) => {
    if (by === undefined) {
      const why = `no Flux Kustomization of this tree applies ${object.file.path}`
      return [
        { from: { title: 'a Flux Kustomization', place: undefined }, to: endOf(object), evidence: [], unknown: why },
      ]
    }
    const apply: Joint = {
      from: endOf(by.resource),
      to: endOf(object),
      evidence: [
        evidenceAt(by.resource, /^kustomization-|^applied-once|^health-check|^substitution-/),
        evidenceAt(
          object,
          /^namespace-first|^crd-first|^reference-|^platform-|^job-|^applied-once|^schema-valid|^yaml-valid/,
        ),
      ],
    }
    return [apply, ...orderLinks(by, inventory), ...bootstrapLinks(by, cluster?.name ?? '', inventory)]
  })
}

function orderLinks(by: FluxKustomization, { kustomizations }: Inventory): readonly Joint[] {
  return by.dependsOn.flatMap(({ namespace, name }) => {
    const wanted = namespace ?? by.resource.namespace
    const found = kustomizations.find(
      ({ resource }) => resource.name === name && (resource.namespace ?? wanted) === wanted,
    )
    if (found === undefined) return []
    return [
      {
        from: endOf(found.resource),
        to: endOf(by.resource),
        evidence: [evidenceAt(by.resource, /^depends-on-/)],
      },
    ]
  })
}

function bootstrapLinks(by: FluxKustomization, root: string, inventory: Inventory): readonly Joint[] {
  const parent = appliersOf(inventory)
    .get(by.resource)
    ?.find(other => other !== by)
  if (parent === undefined) return []
  const to = { ...endOf(by.resource) }
  return [
    {
      from: { ...endOf(parent.resource), title: `${endOf(parent.resource).title} at ${parent.path ?? root}` },
      to,
      evidence: [evidenceAt(parent.resource, /^applied-once|^kustomization-/)],
    },
  ]
}

/** Who applies each Kustomization. */
const appliersOf = oncePer(({ kustomizations, folders }: Inventory) => {
  const own = new Set(kustomizations.map(({ resource }) => resource))
  const found = new Map<Resource, FluxKustomization[]>()
  for (const applier of kustomizations) {
    for (const { resource } of folders.get(applier)?.objects ?? [])
      if (own.has(resource)) found.set(resource, [...(found.get(resource) ?? []), applier])
  }
  return found
})

/** The secrets that a workload mounts or reads, and what of the tree brings each. */
function secretLinks(object: Resource, inventory: Inventory): readonly Joint[] {
  const spec = podSpecOf(object)
  const names = new Set([
    ...listMember(spec, 'volumes').flatMap(volume => textMember(member(volume, 'secret'), 'secretName') ?? []),
    ...listMember(spec, 'imagePullSecrets').flatMap(secret => textMember(secret, 'name') ?? []),
  ])
  return [...names].flatMap(name => {
    const makers = [...inventory.ofKind('bitnami.com', 'SealedSecret'), ...inventory.ofKind('', 'Secret')].filter(
      secret => secret.name === name,
    )
    return makers.map(secret => ({
      from: endOf(secret),
      to: endOf(object),
      evidence: [evidenceAt(secret, /^secret-|^sealed-|^sops-/)],
    }))
  })
}

/** The machine that a Job reaches by SSH, when its script or its environment says which. */
function hostLinks(object: Resource): readonly Joint[] {
  if (object.kind !== 'Job' && object.kind !== 'CronJob') return []
  const text = JSON.stringify(podSpecOf(object) ?? null)
  if (!/\bssh\b/.test(text)) return []
  const host =
    /[\w.-]+@((?:\d{1,3}\.){3}\d{1,3}|[a-z0-9-]+(?:\.[a-z0-9-]+)+)/.exec(text)?.[1] ??
    /(?:HOST|VM)\w*","value":"([^"]+)"/.exec(text)?.[1]
  const to = { title: host === undefined ? 'a machine behind SSH' : `${host} by SSH`, place: undefined }
  return [
    {
      from: endOf(object),
      to,
      evidence: [evidenceAt(object, /^ssh-|^job-/)],
      unknown: host === undefined ? 'the Job does not say in clear which machine it reaches' : undefined,
    },
  ]
}

/** Helm values and kustomize images: what the file's folder applies is what the marker changes. */
function transformedLinks(marker: PolicyMarker, inventory: Inventory): readonly Joint[] {
  const users = [...inventory.folders].filter(([, folder]) => folder.files.has(marker.file))
  if (users.length === 0) {
    return [
      {
        from: markerEnd(marker),
        to: { title: 'a workload', place: undefined },
        evidence: [],
        unknown: `what reads ${marker.file} is not seen in this tree`,
      },
    ]
  }
  return users.flatMap(([by]) => [
    {
      from: markerEnd(marker),
      to: endOf(by.resource),
      evidence: [evidenceAt(by.resource, /^kustomization-|^applied-once/)],
    },
    ...orderLinks(by, inventory),
    ...bootstrapLinks(by, '', inventory),
  ])
}

/** Jobs that name a file which is no object, such as a compose file: it reaches the machine through them. */
function readersOf(file: string, inventory: Inventory): readonly Resource[] {
  const name = posix.basename(file)
  return ['Job', 'CronJob']
    .flatMap(kind => inventory.ofKind('batch', kind))
    .filter(job => JSON.stringify(job.body).includes(name))
}

function podSpecOf(object: Resource): unknown {
  const template =
    object.kind === 'CronJob'
      ? valueIn(object, 'spec', 'jobTemplate', 'spec', 'template', 'spec')
      : valueIn(object, 'spec', 'template', 'spec')
  return object.kind === 'Pod' ? valueIn(object, 'spec') : template
}
