import type { Finding } from '../findings/finding.js'
import type { Chain, Link } from './chain.js'
import { linksOfMarker } from './deliveries/deployment-links.js'
import { imageLinks } from './deliveries/image-links.js'
import type { DeliveryWorld, Joint, PolicyMarker } from './deliveries/joint.js'
import { compareBytes } from './go/bytes.js'

/**
 * The way of each image from the build to the workload, derived from what the tree holds. A link is broken when a rule has
 * found an error at it, unknown when it leads through what the tree does not show, and proven otherwise.
 */
export function deliveryChains(
  world: DeliveryWorld,
  markers: readonly PolicyMarker[],
  findings: readonly Finding[],
): readonly Chain[] {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const { inventory, loop } = world
  return imagesOf(world).map(image => {
    const policies = loop.policies.filter(
      ({ repository }) => repository.state === 'found' && repository.target.image === image,
    )
    const own = markers.filter(({ policy }) => policies.includes(policy))
    const joints = [
      ...imageLinks(image, policies, own, world),
      ...own.flatMap(marker => linksOfMarker(marker, inventory)),
    ]
    return { image, links: distinct(joints.map(joint => judged(joint, errors))) }
  })
}

/** What is built, and what a policy elects from. */
function imagesOf({ builds, loop }: DeliveryWorld): readonly string[] {
  const built = builds.map(({ image }) => image)
  const elected = loop.policies.flatMap(({ repository }) =>
    repository.state === 'found' ? (repository.target.image ?? []) : [],
  )
  return [...new Set([...built, ...elected])].sort(compareBytes)
}

function judged({ from, to, evidence, unknown }: Joint, errors: readonly Finding[]): Link {
  const fault = errors.find(({ file, span, rule }) =>
    evidence.some(
      place =>
        place.file === file && place.rules.test(rule) && span.line >= place.firstLine && span.line <= place.lastLine,
    ),
  )
  if (fault !== undefined) return { from, to, state: 'broken', rule: fault.rule, why: fault.message }
  return { from, to, state: unknown === undefined ? 'proven' : 'unknown', rule: null, why: unknown ?? null }
}

function distinct(links: readonly Link[]): readonly Link[] {
  const byEnds = new Map<string, Link>()
  for (const link of links) {
    const key = JSON.stringify([link.from, link.to])
    if (!byEnds.has(key)) byEnds.set(key, link)
  }
  return [...byEnds.values()]
}
