import type { LinkEnd } from '../chain.js'
import type { ImageBuild } from '../inventory/image-builds.js'
import {
  automationSees,
  type ImageLoop,
  type PlacedAutomation,
  type PlacedPolicy,
  type PlacedRepository,
} from '../inventory/image-loop.js'
import type { BuildStep } from '../inventory/workflow.js'
import type { Inventory } from '../inventory.js'
import { type DeliveryWorld, endOf, evidenceAt, type Joint, markerEnd, type PolicyMarker } from './joint.js'

/** From the build to what the automation writes. */
export function imageLinks(
  image: string,
  policies: readonly PlacedPolicy[],
  markers: readonly PolicyMarker[],
  { inventory, loop, builds }: DeliveryWorld,
): readonly Joint[] {
  const registry: LinkEnd = { title: image, place: undefined }
  const repositories = loop.repositories.filter(repository => repository.image === image)
  return [
    ...buildLinks(registry, builds, inventory),
    ...(repositories.length === 0
      ? [unscanned(registry)]
      : repositories.map(repository => scanLink(registry, repository))),
    ...policies.flatMap(policy => policyLinks(policy, registry, builds)),
    ...policies.flatMap(policy =>
      writeLinks(
        policy,
        markers.filter(marker => marker.policy === policy),
        loop,
      ),
    ),
  ]
}

function buildLinks(registry: LinkEnd, all: readonly ImageBuild[], { builds }: Inventory): readonly Joint[] {
  const own = all.filter(({ image }) => image === registry.title)
  if (own.length > 0) return own.flatMap(build => builtLinks(build, registry))
  const hidden = builds.find(({ images, registry: host }) => !images.known || !host.known)
  const why =
    hidden === undefined
      ? 'no workflow of this tree builds it with build-push; the inputs "registry" and "images" can state it'
      : `${reasonOf(hidden)}; the inputs "registry" and "images" can state it`
  return [
    {
      from: hidden === undefined ? { title: 'a build', place: undefined } : stepEnd(hidden),
      to: registry,
      evidence: [],
      unknown: why,
    },
  ]
}

function reasonOf({ images, registry }: BuildStep): string {
  return !images.known ? images.why : !registry.known ? registry.why : 'the build does not say it'
}

function builtLinks({ step: build, place }: ImageBuild, registry: LinkEnd): readonly Joint[] {
  if (build === undefined || place === undefined) {
    return [{ from: { title: 'the build, as stated', place: undefined }, to: registry, evidence: [] }]
  }
  const { workflow, span } = build
  const { file } = place
  const step = stepEnd(build)
  const triggers = workflow?.push?.span.line ?? 1
  const evidence = [{ file, firstLine: span.line, lastLine: place.span.line, rules: /^repository-|^image-/ }]
  return [
    { from: { title: `workflow ${workflow?.name ?? file}`, place: { file, line: triggers } }, to: step, evidence: [] },
    { from: step, to: registry, evidence },
  ]
}

function stepEnd({ step, span }: BuildStep): LinkEnd {
  return { title: `build-push in job ${step.job}`, place: { file: step.workflow.path, line: span.line } }
}

function scanLink(registry: LinkEnd, { resource }: PlacedRepository): Joint {
  return {
    from: registry,
    to: endOf(resource),
    evidence: [evidenceAt(resource, /^repository-|^api-served|^schema-valid/)],
  }
}

function unscanned(registry: LinkEnd): Joint {
  return {
    from: registry,
    to: { title: 'an ImageRepository', place: undefined },
    evidence: [],
    unknown: 'no ImageRepository of this tree scans it',
  }
}

function policyLinks(policy: PlacedPolicy, registry: LinkEnd, builds: readonly ImageBuild[]): readonly Joint[] {
  const { repository, resource } = policy
  if (repository.state !== 'found') return []
  const prefix = builds.find(({ image }) => image === registry.title)?.tagPrefix
  const tag: LinkEnd = {
    title: prefix === undefined ? 'the tags of the build' : `tag ${prefix}-<sha7>-<seconds>`,
    place: undefined,
  }
  return [
    {
      from: endOf(repository.target.resource),
      to: endOf(resource),
      evidence: [evidenceAt(resource, /^policy-repository-exists|^api-served|^schema-valid/)],
    },
    {
      from: tag,
      to: endOf(resource),
      evidence: [evidenceAt(resource, /^policy-(?!repository)/)],
      unknown: prefix !== undefined ? undefined : 'which tags the build makes is not known',
    },
  ]
}

function writeLinks(
  policy: PlacedPolicy,
  markers: readonly PolicyMarker[],
  { automations }: ImageLoop,
): readonly Joint[] {
  const from = endOf(policy.resource)
  if (markers.length === 0) {
    return [
      {
        from,
        to: { title: 'a setter marker', place: undefined },
        evidence: [evidenceAt(policy.resource, /^policy-used/)],
        unknown: 'no marker of this tree names it',
      },
    ]
  }
  const writers = automations.filter(automation => automationSees(automation, policy) !== 'no')
  return markers.flatMap(marker => [
    {
      from,
      to: markerEnd(marker),
      evidence: [{ file: marker.file, firstLine: marker.line, lastLine: marker.line, rules: /^marker-/ }],
    },
    ...writerLinks(marker, writers),
  ])
}

function writerLinks(marker: PolicyMarker, writers: readonly PlacedAutomation[]): readonly Joint[] {
  if (writers.length === 0) {
    return [
      {
        from: { title: 'an ImageUpdateAutomation', place: undefined },
        to: markerEnd(marker),
        evidence: [],
        unknown: 'no ImageUpdateAutomation of this tree takes its policy',
      },
    ]
  }
  return writers.map(({ resource }) => ({
    from: endOf(resource),
    to: markerEnd(marker),
    evidence: [
      evidenceAt(resource, /^automation-|^api-served|^schema-valid/),
      { file: marker.file, firstLine: marker.line, lastLine: marker.line, rules: /^marker-scope/ },
    ],
  }))
}
