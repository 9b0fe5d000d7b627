import { broken, type Check, ok, unknown } from '../cluster/check.js'
import { conditionOf, type LiveObject } from '../cluster/live-object.js'
import { isMapping, listMember, member, numberMember, textMember, valueAt } from '../json.js'
import { printableLine } from '../printable.js'
import { known, type Listed, lookFor } from './facts.js'
import type { MarkedPlace } from './marked-places.js'

/** The kinds that something runs in. */
export const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'] as const

/**
 * From the Kustomization to what runs: whether it has what stands in git, and is well. Undefined for what does not run.
 *
 * @param isApplied whether the commit that was read is the one that the Kustomization has applied
 */
export function workloadLink({ holder, value }: MarkedPlace, listed: Listed, isApplied: boolean): Check | undefined {
  if (holder === undefined || !WORKLOADS.some(kind => kind === holder.kind)) return undefined
  const { kind, namespace, name } = holder
  const subject = `Kustomization → ${kind} ${namespace ?? '?'}/${name}:`
  const looked = lookFor(listed, holder)
  if (looked.state === 'unknown') return unknown(subject, `is not seen: ${looked.why}`)
  if (looked.state === 'absent') return broken(subject, 'is not in the cluster', 'Look at its Kustomization')
  const { object } = looked
  const look = `kubectl -n ${object.namespace} describe ${kind.toLowerCase()} ${name}`
  if (!holdsText(object, value) && !isApplied) {
    return unknown(subject, `has not got ${value} yet`, 'The newest commit is not applied yet: see the links before')
  }
  if (!holdsText(object, value)) {
    const found = `has not got ${value}, which stands in git`
    return broken(
      subject,
      `${found}; it runs ${imagesOf(object).join(', ') || 'nothing'}`,
      'Look at its Kustomization; is the field patched, or changed by hand?',
    )
  }
  const trouble = podTrouble(object, known(listed), value)
  const health = healthOf(object)
  if (health.state === 'well') return ok(subject, `has ${value}, ${health.words}`)
  const words = trouble === undefined ? health.words : `${health.words}; ${trouble}`
  if (health.state === 'failed' || trouble !== undefined) return broken(subject, words, remedyOf(trouble ?? '', look))
  return unknown(subject, words, 'It is at work: look again')
}

type Health = { readonly state: 'well' | 'working' | 'failed'; readonly words: string }

function healthOf(object: LiveObject): Health {
  const count = (...keys: readonly string[]) =>
    numberMember(valueAt(object.body, keys.slice(0, -1)), keys.at(-1) ?? '') ?? 0
  if (object.kind === 'Job') {
    const failed = conditionOf(object, 'Failed')
    if (failed?.status === 'True') return { state: 'failed', words: `${failed.reason}: ${failed.message}` }
    return conditionOf(object, 'Complete')?.status === 'True'
      ? { state: 'well', words: 'complete' }
      : { state: 'working', words: 'has not ended yet' }
  }
  if (object.kind === 'CronJob') return { state: 'well', words: 'scheduled' }
  const wanted =
    object.kind === 'DaemonSet'
      ? count('status', 'desiredNumberScheduled')
      : (numberMember(member(object.body, 'spec'), 'replicas') ?? 1)
  const updated =
    object.kind === 'DaemonSet' ? count('status', 'updatedNumberScheduled') : count('status', 'updatedReplicas')
  const available =
    object.kind === 'DaemonSet' ? count('status', 'numberAvailable') : count('status', 'availableReplicas')
  const words = `${Math.min(updated, available)} of ${wanted} ready`
  const progressing = conditionOf(object, 'Progressing')
  if (progressing?.status === 'False')
    return { state: 'failed', words: `${words}, ${progressing.reason}: ${progressing.message}` }
  return { state: object.isObserved && updated >= wanted && available >= wanted ? 'well' : 'working', words }
}

/** Why a container of the new version does not run; undefined when none says so. */
function podTrouble(object: LiveObject, all: readonly LiveObject[], value: string): string | undefined {
  const pods = all.filter(({ kind, namespace }) => kind === 'Pod' && namespace === object.namespace)
  for (const pod of pods.filter(candidate =>
    imagesOf(candidate).some(image => image === value || image.endsWith(`:${value}`)),
  )) {
    const statuses = ['initContainerStatuses', 'containerStatuses'].flatMap(name =>
      listMember(member(pod.body, 'status'), name),
    )
    for (const status of statuses) {
      const waiting = valueAt(status, ['state', 'waiting'])
      const reason = textMember(waiting, 'reason')
      if (reason === undefined || reason === 'ContainerCreating' || reason === 'PodInitializing') continue
      return printableLine(
        `Pod ${pod.name}: ${reason}: ${textMember(waiting, 'message') ?? textMember(valueAt(status, ['lastState', 'terminated']), 'message') ?? ''}`,
      )
    }
  }
  return undefined
}

function remedyOf(trouble: string, otherwise: string): string {
  if (/HTTP response to HTTPS client/.test(trouble))
    return 'The nodes want HTTPS: put flux/nodes/registries.yaml on each, and restart k3s'
  if (/exec format error/.test(trouble)) return "Built for another platform than the node's: fluxgate verify names it"
  if (/ImagePullBackOff|ErrImagePull/.test(trouble))
    return 'The nodes cannot pull: login, address, or a tag that is gone from the registry'
  return otherwise
}

function imagesOf(object: LiveObject): readonly string[] {
  const spec = object.kind === 'Pod' ? member(object.body, 'spec') : podTemplateOf(object)
  return ['initContainers', 'containers'].flatMap(name =>
    listMember(spec, name).flatMap(container => textMember(container, 'image') ?? []),
  )
}

function podTemplateOf({ body, kind }: LiveObject): unknown {
  const path = kind === 'CronJob' ? ['spec', 'jobTemplate', 'spec', 'template', 'spec'] : ['spec', 'template', 'spec']
  return valueAt(body, path)
}

/** Whether a value stands anywhere in an object's spec, labels or annotations. */
function holdsText(object: LiveObject, value: string): boolean {
  const annotations = valueAt(object.body, ['metadata', 'annotations'])
  const own = isMapping(annotations)
    ? Object.entries(annotations).filter(([key]) => !key.startsWith('kubectl.kubernetes.io/'))
    : []
  const labels = valueAt(object.body, ['metadata', 'labels'])
  return hasText([member(object.body, 'spec'), labels, ...own.map(([, text]) => text)], value)
}

function hasText(part: unknown, value: string): boolean {
  if (typeof part === 'string') return part === value
  if (Array.isArray(part)) return part.some(item => hasText(item, value))
  return isMapping(part) && Object.values(part).some(item => hasText(item, value))
}
