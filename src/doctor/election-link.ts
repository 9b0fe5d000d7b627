import { broken, type Check, ok, unknown } from '../cluster/check.js'
import { type LiveObject, liveText } from '../cluster/live-object.js'
import { readPolicySpec } from '../flux/image-objects.js'
import { evaluatePolicy } from '../flux/policy.js'
import { scanTags } from '../flux/scan.js'
import { parseReference } from '../image/reference.js'
import { parseTag } from '../image/tag.js'
import { listMember, member } from '../json.js'
import type { Looked, RegistryTags } from './facts.js'
import { workingObject } from './flux-object.js'
import { newestBuild } from './registry-link.js'
import type { Scanned } from './scan-link.js'

export interface Elected {
  readonly check: Check
  /** The tag that the cluster has elected; undefined where it has none, or was not heard. */
  readonly tag: string | undefined
}

/** From the ImageRepository to the ImagePolicy: whether Flux elects what we elect from the registry's tags, and that is the newest. */
export function electionLink(
  policy: { readonly namespace: string | undefined; readonly name: string; readonly file: string },
  looked: Looked,
  registry: RegistryTags,
  scanned: Scanned,
): Elected {
  const { namespace, name, file } = policy
  const subject = `ImageRepository → ImagePolicy ${namespace ?? '?'}/${name}:`
  const tag = looked.state === 'found' ? electedTag(looked.object) : undefined
  const explain = `fluxgate policy --manifest ${file} --name ${namespace ?? 'default'}/${name} --registry shows why`
  const working = workingObject(looked, { subject, fluxKind: 'image policy', namespace, name, remedyOf: () => explain })
  if ('check' in working) return { check: working.check, tag }
  if (tag === undefined) return { check: broken(subject, 'has elected nothing', explain), tag }
  if (registry.state !== 'read') {
    return {
      check: unknown(subject, `elects ${tag}; whether that is right cannot be known without the registry's tags`),
      tag,
    }
  }
  return { check: compared(subject, tag, registry.tags, working.object, scanned, explain), tag }
}

function compared(
  subject: string,
  tag: string,
  registryTags: readonly string[],
  policy: LiveObject,
  { object: repository, at }: Scanned,
  explain: string,
): Check {
  const exclusions = listMember(member(repository?.body, 'spec'), 'exclusionList').filter(
    item => typeof item === 'string',
  )
  const scan = scanTags(registryTags, exclusions)
  const tags = 'error' in scan ? [] : scan.tags
  const spec = readPolicySpec(member(policy.body, 'spec'))
  const { candidates, error } = evaluatePolicy(spec, tags)
  const build = parseTag(tag)
  const newest = build && newestBuild(tags, build.prefix)
  if (newest !== undefined && newest !== tag && isNewer(newest, tag)) {
    if (!evaluatePolicy(spec, [newest]).candidates.includes(newest)) {
      return unknown(subject, `elects ${tag}; its filter does not take ${newest}, the newest build`, explain)
    }
    if (!candidates.includes(newest)) {
      const remedy = `It does not go by time: fluxgate verify says how it should. ${explain}`
      return broken(subject, `elects ${tag}, and the newest build is ${newest}`, remedy)
    }
    return behind(subject, tag, newest, at, policy)
  }
  if (candidates.includes(tag)) return ok(subject, `elects ${tag}, as it must`)
  if (error !== null)
    return broken(subject, `keeps ${tag}, and from the registry's tags would elect nothing: ${error}`, explain)
  return behind(subject, tag, candidates.join(' or '), at, policy)
}

/** Flux has elected from what it saw at the last scan. */
function behind(subject: string, tag: string, due: string, scannedAt: number | undefined, policy: LiveObject): Check {
  const pushed = (parseTag(due)?.seconds ?? 0) * 1000
  if (scannedAt !== undefined && pushed > scannedAt) {
    return unknown(subject, `elects ${tag}; ${due} was built after the last scan`, 'Wait for the next scan')
  }
  return broken(
    subject,
    `elects ${tag}, and from the registry's tags that is ${due}`,
    `flux reconcile image repository ${liveText(policy, 'spec', 'imageRepositoryRef', 'name') ?? policy.name} -n ${liveText(policy, 'spec', 'imageRepositoryRef', 'namespace') ?? policy.namespace}`,
  )
}

function isNewer(left: string, right: string): boolean {
  const [first, second] = [parseTag(left), parseTag(right)]
  return first !== undefined && (second === undefined || first.seconds > second.seconds)
}

/** `status.latestRef` of v1, `status.latestImage` of v1beta2. */
function electedTag(policy: LiveObject): string | undefined {
  const tag = liveText(policy, 'status', 'latestRef', 'tag')
  return tag ?? parseReference(liveText(policy, 'status', 'latestImage') ?? '')?.tag
}
