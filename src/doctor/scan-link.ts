import { broken, type Check, ok } from '../cluster/check.js'
import { type LiveObject, liveText } from '../cluster/live-object.js'
import { goDuration } from '../flux/go/duration.js'
import { numberMember, valueAt } from '../json.js'
import type { Looked } from './facts.js'
import { workingObject } from './flux-object.js'
import { rough } from './registry-link.js'

export interface Scanned {
  readonly check: Check
  /** The ImageRepository, where it works. */
  readonly object: LiveObject | undefined
  /** Milliseconds since 1970 of the last scan; undefined without one. */
  readonly at: number | undefined
}

/** What may pass between two scans beyond the interval, in seconds: retries, and a queue behind other repositories. */
const LATE = 120

/** From the registry to the ImageRepository: whether Flux reads the tags. */
export function scanLink(
  repository: { readonly namespace: string | undefined; readonly name: string; readonly image: string | undefined },
  looked: Looked,
  now: number,
): Scanned {
  const { namespace, name, image } = repository
  const subject = `registry → ImageRepository ${namespace ?? '?'}/${name}:`
  const working = workingObject(looked, { subject, fluxKind: 'image repository', namespace, name, remedyOf })
  if ('check' in working) return { check: working.check, object: undefined, at: undefined }
  const { object } = working
  const scanned = liveText(object, 'status', 'lastScanResult', 'scanTime')
  const at = scanned === undefined ? undefined : Date.parse(scanned)
  const interval = goDuration(liveText(object, 'spec', 'interval') ?? '') ?? 60
  const live = liveText(object, 'spec', 'image')
  if (image !== undefined && live !== image) {
    const found = `scans ${live ?? 'nothing'}, and the tree says ${image}`
    return { check: broken(subject, found, 'Look at the Kustomization that applies it, below'), object, at }
  }
  if (at === undefined || Number.isNaN(at)) {
    return { check: broken(subject, 'has never scanned', controllerRemedy), object, at: undefined }
  }
  const age = (now - at) / 1000
  if (age > 3 * interval + LATE) {
    const found = `the last scan is ${rough(age)} ago, and there should be one every ${rough(interval)}`
    return { check: broken(subject, found, controllerRemedy), object, at }
  }
  const count = numberMember(valueAt(object.body, ['status', 'lastScanResult']), 'tagCount')
  return { check: ok(subject, `scanned ${rough(Math.max(0, age))} ago, ${count ?? 0} tags`), object, at }
}

const controllerRemedy = 'kubectl -n flux-system logs deployment/image-reflector-controller'

function remedyOf(message: string): string {
  if (/server gave HTTP response to HTTPS client/.test(message)) return 'Set insecure: true in the ImageRepository'
  if (/unauthori[sz]ed|authentication|\b401\b|\b403\b|denied/i.test(message)) {
    return 'Its secretRef has a wrong login, or one for another server: seal it anew with fluxgate seal --renew'
  }
  if (/secret.*not found/i.test(message)) return 'Its secretRef is not in the cluster: seal it with fluxgate seal'
  if (/no such host|connection refused|timeout|unreachable|no route/i.test(message)) {
    return 'The cluster does not reach the registry: is it up, and is its address right?'
  }
  return controllerRemedy
}
