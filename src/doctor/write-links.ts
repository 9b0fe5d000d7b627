import { broken, type Check, ok, unknown } from '../cluster/check.js'
import { type LiveObject, liveText } from '../cluster/live-object.js'
import type { PlacedAutomation } from '../flux/inventory/image-loop.js'
import { parseTag } from '../image/tag.js'
import { isMapping, valueAt } from '../json.js'
import { type Head, type Listed, lookFor } from './facts.js'
import { workingObject } from './flux-object.js'
import type { MarkedPlace } from './marked-places.js'
import { rough } from './registry-link.js'

/** How old a build may be before its tag must be in git, in seconds: a scan, a run of the automation, and their queues. */
const GRACE = 300

/** From the ImagePolicy to the markers that name it. */
export function markerLink(
  policy: { readonly namespace: string | undefined; readonly name: string },
  places: readonly MarkedPlace[],
): Check {
  const subject = `ImagePolicy → marker of ${policy.namespace ?? '?'}:${policy.name}:`
  if (places.length === 0) {
    return broken(
      subject,
      'no marker of the tree that Flux honours names it',
      'fluxgate verify says which marker is meant, and why it is dead',
    )
  }
  return ok(subject, places.map(({ place }) => place).join(', '))
}

/**
 * From the marker to the automation: whether it pushes, and has written what is elected.
 *
 * @param elected the tag that the cluster has elected; undefined when that is not known
 */
export function automationLink(
  automation: PlacedAutomation,
  policyName: string,
  listed: Listed,
  {
    places,
    elected,
    head,
    now,
  }: {
    readonly places: readonly MarkedPlace[]
    readonly elected: string | undefined
    readonly head: Head
    readonly now: number
  },
): Check {
  const { namespace, name } = automation
  const id = `${namespace ?? '?'}/${name}`
  const subject = `marker → ImageUpdateAutomation ${id}:`
  const looked = lookFor(listed, { kind: 'ImageUpdateAutomation', namespace, name })
  const working = workingObject(looked, { subject, fluxKind: 'image update', namespace, name, remedyOf: pushRemedy })
  if ('check' in working) return working.check
  const { object } = working
  const seen = valueAt(object.body, ['status', 'observedPolicies'])
  if (isMapping(seen) && !(policyName in seen)) {
    return broken(
      subject,
      `does not see the policy ${policyName}`,
      'It takes those of its own namespace that its policySelector admits: fluxgate verify',
    )
  }
  if (elected === undefined) return unknown(subject, `${lastPush(object, now)}; what is elected is not known`)
  const { pushBranch, checkoutBranch } = automation
  const branch = pushBranch ?? checkoutBranch ?? head.branch
  if (branch !== undefined && head.branch !== undefined && branch !== head.branch) {
    return unknown(subject, `pushes to ${branch}, and the cluster follows ${head.branch}`, `Merge ${branch}`)
  }
  const others = places.filter(({ tag }) => tag !== undefined && tag !== elected)
  if (others.length === 0) return ok(subject, `${elected} is written; ${lastPush(object, now)}`)
  const [first] = others
  const found = `${elected} is elected, and ${first?.place} has ${first?.tag}`
  if (!head.isRead) return unknown(subject, `${found} here, where ${head.why}`, 'git pull, and look again')
  const age = now / 1000 - (parseTag(elected)?.seconds ?? 0)
  if (parseTag(elected) !== undefined && age < GRACE)
    return unknown(subject, `${found}; it was built ${rough(Math.max(0, age))} ago`, 'Wait a minute')
  return broken(
    subject,
    `${found}; ${lastPush(object, now)}`,
    `flux reconcile image update ${name} -n ${namespace ?? 'flux-system'}; fluxgate setters shows what it would write`,
  )
}

function lastPush(object: LiveObject, now: number): string {
  const commit = liveText(object, 'status', 'lastPushCommit')
  const time = Date.parse(liveText(object, 'status', 'lastPushTime') ?? '')
  if (commit === undefined) return 'it has pushed nothing yet'
  return `its last push is ${commit.slice(0, 7)}${Number.isNaN(time) ? '' : `, ${rough((now - time) / 1000)} ago`}`
}

function pushRemedy(message: string): string {
  if (/read.?only|permission|denied|not allowed|unauthori[sz]ed|authentication|handshake/i.test(message)) {
    return 'Its key may not push: kubectl -n flux-system delete secret flux-system, take the deploy key away at GitHub, and run flux bootstrap again with --read-write-key'
  }
  if (/protected branch|GH006|GH013/i.test(message))
    return 'Let the deploy key push to the branch, or have it push to another one'
  if (/template/i.test(message)) return 'fluxgate verify says what is wrong with its messageTemplate'
  return 'kubectl -n flux-system logs deployment/image-automation-controller'
}
