import { broken, type Check, ok, unknown } from '../cluster/check.js'
import { duration } from '../findings/order-section.js'
import { compareTags, parseTag } from '../image/tag.js'
import type { RegistryTags } from './facts.js'

export interface RegistryView {
  /** Whether the cluster has read its tags lately; 'unknown' when the cluster is not seen. */
  readonly scan: Check['state']
  /** Whether this machine is to push there: then it must be reached from here. */
  readonly isRunner: boolean
  /** Whether the registry was asked with a login. */
  readonly hasLogin: boolean
  /** Milliseconds since 1970. */
  readonly now: number
}

/** From the build to the registry: whether builds have arrived. */
export function registryLink(
  image: string,
  registry: RegistryTags,
  { scan, isRunner, hasLogin, now }: RegistryView,
): Check {
  const subject = `build → ${image}:`
  if (registry.state === 'away') {
    if (isRunner) return broken(subject, registry.why, 'Is the registry up, and this machine in its network?')
    if (scan === 'ok') return unknown(subject, `${registry.why} from here, but the cluster reaches it`)
    const next =
      'Is the registry up, and this machine in its network? fluxgate doctor --runner on the runner tells more'
    return scan === 'unknown' ? unknown(subject, registry.why, next) : broken(subject, registry.why, next)
  }
  if (registry.state === 'refused' && !registry.isLogin) {
    return broken(subject, registry.why, 'Is its address right, in the ImageRepository and in the build?')
  }
  if (registry.state === 'refused') {
    const next = 'Put FLUXGATE_USERNAME and FLUXGATE_PASSWORD of an account that may pull into the environment'
    return hasLogin
      ? broken(subject, registry.why, 'The login is refused: give that of an account that may pull')
      : unknown(subject, registry.why, next)
  }
  const { tags } = registry
  if (tags.length === 0) return broken(subject, 'the registry has no tag of it', 'Run the workflow that builds it')
  const newest = newestBuild(tags)
  const count = `${tags.length} ${tags.length === 1 ? 'tag' : 'tags'}`
  if (newest === undefined) return ok(subject, `${count} in the registry, none in the form PREFIX-SHA7-SECONDS`)
  return ok(subject, `${count} in the registry, the newest build is ${newest}, ${ageOf(newest, now)}`)
}

/** The newest of the tags that build-push makes, of one prefix when told. */
export function newestBuild(tags: Iterable<string>, prefix?: string): string | undefined {
  let best: { readonly text: string; readonly tag: NonNullable<ReturnType<typeof parseTag>> } | undefined
  for (const text of tags) {
    const tag = parseTag(text)
    if (tag === undefined || (prefix !== undefined && tag.prefix !== prefix)) continue
    if (best === undefined || compareTags(tag, best.tag) > 0) best = { text, tag }
  }
  return best?.text
}

function ageOf(text: string, now: number): string {
  const seconds = now / 1000 - (parseTag(text)?.seconds ?? 0)
  return seconds < 0 ? 'dated in the future' : `${rough(seconds)} old`
}

/** A duration of which only the size counts. */
export function rough(seconds: number): string {
  if (seconds < 120) return duration(Math.round(seconds))
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`
}
