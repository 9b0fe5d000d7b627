import { canonicalRepository } from '../../image/canonical.js'
import { accepts, imageOf, isPlaceholderTag } from './elected-image.js'
import type { ImageLoop, PlacedPolicy } from './image-loop.js'
import { imageAt } from './marked-image.js'
import type { Marker, MarkerPart } from './marker.js'
import { fittingPart } from './marker-part.js'
import type { AbsentPolicy } from './marker-policy.js'

/** What is wrong with a marker: the one rule that speaks of it, and what it says. */
export type MarkerVerdict =
  | { readonly rule: 'marker-file-parses' }
  | { readonly rule: 'marker-syntax' }
  | { readonly rule: 'marker-position' }
  /** The file's name is none that Flux reads, or it lies outside of every `update.path`. */
  | { readonly rule: 'marker-scope'; readonly why: 'name' | 'path' }
  | { readonly rule: 'marker-null-value' }
  | { readonly rule: 'marker-policy'; readonly why: AbsentPolicy }
  /** @property fits the part that would be right; undefined when the one that is written is none at all */
  | { readonly rule: 'marker-suffix'; readonly fits: MarkerPart | undefined }
  | { readonly rule: 'marker-digest'; readonly policy: PlacedPolicy }
  | {
      readonly rule: 'marker-image'
      readonly policy: PlacedPolicy
      readonly image: string
      readonly found: string
      /** Whether it may be meant: the same image in another registry, or several images with the tags of one. */
      readonly isDoubtful: boolean
    }
  /** @property tag undefined when there is none */
  | {
      readonly rule: 'marker-tag'
      readonly policy: PlacedPolicy
      readonly tag: string | undefined
      readonly isPlaceholder: boolean
    }

/** What a marker is judged by beside itself. */
export interface Surroundings {
  readonly loop: ImageLoop
  /** Whether automations may reach a cluster that the tree does not show. */
  readonly isOpen: boolean
  /** Canonical names of the images that build steps of the tree push. */
  readonly built: ReadonlySet<string>
}

/** Judges a marker, from what makes it dead to what makes it doubtful; the first fault that is found is the one. */
export function judgeMarker(marker: Marker, surroundings: Surroundings): MarkerVerdict | undefined {
  const { loop, isOpen } = surroundings
  const { fault, setter, automations, mayBeCovered, value, policy } = marker
  if (automations.length === 0 && isSample(marker.file.path)) return undefined
  if (fault === 'file-problem') return { rule: 'marker-file-parses' }
  if (fault === 'file-name') return { rule: 'marker-scope', why: 'name' }
  if (fault === 'value' && isUnknownPart(setter)) return { rule: 'marker-suffix', fits: undefined }
  if (fault === 'syntax' || fault === 'value' || fault === 'file-not-screened') return { rule: 'marker-syntax' }
  // A doubled key is a fault of its own, whatever stands behind it.
  if (fault === 'duplicate-key') return undefined
  if (fault !== undefined) return { rule: 'marker-position' }
  if (loop.automations.length > 0 && automations.length === 0 && !mayBeCovered && !isOpen)
    return { rule: 'marker-scope', why: 'path' }
  if (value?.isNull === true) return { rule: 'marker-null-value' }
  if (policy.state === 'absent') return { rule: 'marker-policy', why: policy.why }
  const fits = fittingPart(marker)
  if (fits !== undefined) return { rule: 'marker-suffix', fits }
  return policy.state === 'found' ? judgeValue(marker, policy.policies, surroundings) : undefined
}

function judgeValue(
  marker: Marker,
  policies: readonly PlacedPolicy[],
  surroundings: Surroundings,
): MarkerVerdict | undefined {
  const { target } = marker
  // In several clusters one policy of several that finds everything right will do.
  const verdicts = policies.map(policy => {
    if (target?.part === 'digest') return digestVerdict(policy)
    return imageVerdict(marker, policy, surroundings) ?? tagVerdict(marker, policy)
  })
  return verdicts.includes(undefined) ? undefined : verdicts[0]
}

function digestVerdict(policy: PlacedPolicy): MarkerVerdict | undefined {
  const isSure = !policy.placement.isRewritten && policy.digestReflection === 'Never'
  return isSure ? { rule: 'marker-digest', policy } : undefined
}

function imageVerdict(marker: Marker, policy: PlacedPolicy, { loop, built }: Surroundings): MarkerVerdict | undefined {
  const image = imageOf(policy)
  const found = imageAt(marker)?.repository
  const isWhole = marker.target?.part === 'image' || marker.target?.part === 'name'
  // A name of one part is what people write until the first update, or what kustomize renames.
  if (image === undefined || found === undefined || (!found.includes('/') && !isWhole)) return undefined
  if (isPlaceholderName(found, image)) return undefined
  const [left, right] = [canonicalRepository(found), canonicalRepository(image)]
  if (left === undefined || right === undefined || left === right) return undefined
  // The value is what the build pushes: then the ImageRepository has the wrong address, and that is said there.
  if (built.has(left) && !built.has(right) && lastPart(left) === lastPart(right)) return undefined
  const hasSameName = left.slice(left.indexOf('/')) === right.slice(right.indexOf('/'))
  if (isWhole) return { rule: 'marker-image', policy, image, found, isDoubtful: hasSameName }
  // Charts add a registry to a repository without one, and what is pulled through a mirror has the tags of its origin.
  if (lastPart(left) === lastPart(right)) return undefined
  const hasOwnPolicy = loop.policies.some(other => canonicalRepository(imageOf(other) ?? '') === left)
  return { rule: 'marker-image', policy, image, found, isDoubtful: !hasOwnPolicy }
}

function lastPart(repository: string): string {
  return repository.slice(repository.lastIndexOf('/') + 1)
}

function tagVerdict(marker: Marker, policy: PlacedPolicy): MarkerVerdict | undefined {
  const image = imageAt(marker)
  if (image === undefined || marker.target?.part === 'name') return undefined
  const { tag } = image
  if (tag === undefined)
    return marker.value?.text.includes('@') === true
      ? undefined
      : { rule: 'marker-tag', policy, tag, isPlaceholder: true }
  const isAccepted = accepts(policy, tag)
  if (isAccepted === undefined) return undefined
  const isPlaceholder = isPlaceholderTag(tag)
  // `latest` is elected where a policy follows its digest.
  if (isAccepted && (!isPlaceholder || tag === 'latest')) return undefined
  return { rule: 'marker-tag', policy, tag, isPlaceholder }
}

/** `frontend` for `192.168.0.40:5000/library/frontend`, and words that stand for a name to come. */
function isPlaceholderName(found: string, image: string): boolean {
  if (found.includes('/')) return false
  return (
    image.endsWith(`/${found}`) ||
    /^(?:place-?holder|image|app|todo|tbd|change-?me|replace-?me|dummy|xxx+)$/i.test(found)
  )
}

function isUnknownPart(setter: string | undefined): boolean {
  return setter !== undefined && /^[^\s:/]+:[^\s:/]+:[^\s:/]*$/.test(setter)
}

/** Files that show how something is written, rather than to be used. */
function isSample(path: string): boolean {
  return /(?:^|\/)(?:docs?|examples?|samples?|templates?|testdata|tests?|fixtures?)\//i.test(path)
}
