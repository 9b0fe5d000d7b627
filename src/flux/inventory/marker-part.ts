import { canonicalRepository } from '../../image/canonical.js'
import { parseReference } from '../../image/reference.js'
import { member, valueAt } from '../../json.js'
import { accepts, imageOf } from './elected-image.js'
import type { PlacedPolicy } from './image-loop.js'
import type { MarkedValue, Marker, MarkerPart } from './marker.js'

/**
 * The part of the elected image that a marked value wants, where that is surely another than its marker has Flux write; else
 * undefined. Goes by the key, and where that tells nothing by what the value is now.
 */
export function fittingPart(marker: Marker): MarkerPart | undefined {
  const { target, value, policy } = marker
  if (target === undefined || value === undefined) return undefined
  const wanted = wantedByKey(value)
  if (wanted !== undefined) return wanted !== target.part && isSure(wanted, target.part, value) ? wanted : undefined
  return policy.state === 'found' ? wantedByValue(value, target.part, policy.policies) : undefined
}

function wantedByKey({ place, text }: MarkedValue): MarkerPart | undefined {
  const keys = place?.keys ?? []
  const key = keys.at(-1)
  if (place === undefined || typeof key !== 'string') return undefined
  const parent = valueAt(place.document.value, keys.slice(0, -1))
  if (isContainer(keys) && key === 'image') return 'image'
  if (key === 'newTag' && keys.at(-3) === 'images') return 'tag'
  if (key === 'newName' && keys.at(-3) === 'images') return 'name'
  if (key === 'digest') return 'digest'
  const hasRepository = member(parent, 'repository') !== undefined
  if (/^(?:tag|image[-_]?tag)$/i.test(key) && (hasRepository || !text.includes('/'))) return 'tag'
  // Where no tag stands beside it, a chart may want the whole reference there.
  if (key === 'repository' && member(parent, 'tag') !== undefined) return 'name'
  return undefined
}

function isContainer(keys: readonly (string | number)[]): boolean {
  const list = keys.at(-3)
  if (list === 'containers' || list === 'initContainers')
    return typeof keys.at(-2) === 'number' && keys.includes('spec')
  return keys.length === 3 && keys[0] === 'services'
}

/** What the key wants is certain, unless the value is now just what the marker writes. */
function isSure(wanted: MarkerPart, part: MarkerPart, { text }: MarkedValue): boolean {
  const reference = parseReference(text)
  const isWhole = reference !== undefined && (reference.tag !== undefined || reference.digest !== undefined)
  // A name in the manifest and its tag in a kustomization are one image.
  if (wanted === 'image') return part !== 'name' || isWhole
  if (wanted === 'tag' && part === 'digest') return !text.startsWith('sha256:')
  return part !== 'image' || !(isWhole && text.includes('/'))
}

function wantedByValue(
  { text }: MarkedValue,
  part: MarkerPart,
  policies: readonly PlacedPolicy[],
): MarkerPart | undefined {
  const reference = parseReference(text)
  const whole = reference?.tag !== undefined
  const isImage = policies.some(policy => canonicalRepository(imageOf(policy) ?? '') === canonicalRepository(text))
  if (isImage && text.includes('/')) {
    if (whole) return part === 'image' ? undefined : 'image'
    return part === 'tag' || part === 'digest' ? 'name' : undefined
  }
  const isTag = !/[:/@]/.test(text) && policies.every(policy => accepts(policy, text) === true)
  return isTag && isBuildTag(text) && part !== 'tag' ? 'tag' : undefined
}

/** With a digit in it: `frontend` may be an image as well as a tag. */
function isBuildTag(text: string): boolean {
  return /[0-9]/.test(text) && /[.-]/.test(text)
}
