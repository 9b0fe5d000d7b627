import { canonicalRepository } from '../../image/canonical.js'
import { parseReference } from '../../image/reference.js'
import { prefixProblem } from '../../image/tag.js'
import type { Span } from '../../yaml/span.js'
import type { Inventory } from '../inventory.js'
import type { BuildStep, Workflow } from './workflow.js'

/** An image that a build pushes, as far as anybody says it. */
export interface ImageBuild {
  /** `host/name`. */
  readonly image: string
  readonly registry: string
  /** Below the registry. */
  readonly name: string
  /** Undefined where the build does not say it. */
  readonly insecure: boolean | undefined
  readonly tagPrefix: string | undefined
  /** Branches other than the main line's that build too, under their own names; undefined when that may be any. */
  readonly otherPrefixes: readonly string[] | undefined
  /** Undefined where the build does not say it; empty when the builder's own is meant. */
  readonly platforms: readonly string[] | undefined
  /** Undefined for what the user states. */
  readonly step: BuildStep | undefined
  readonly place: { readonly file: string; readonly span: Span } | undefined
}

/** What a user says about a build that no workflow of the tree shows. */
export interface StatedBuilds {
  readonly registry: string
  readonly images: readonly string[]
  readonly tagPrefix: string
  readonly insecure: boolean | undefined
}

/** Every image that a workflow of the tree pushes with build-push, and what the user states. */
export function imageBuildsOf({ builds }: Inventory, stated: StatedBuilds | undefined): readonly ImageBuild[] {
  return [...builds.flatMap(imagesOf), ...(stated === undefined ? [] : statedBuilds(stated))]
}

function imagesOf(build: BuildStep): readonly ImageBuild[] {
  const { registry, images, insecure, tagPrefix, step, workflow } = build
  if (!registry.known || !images.known) return []
  // With one that no tag can have the build makes none.
  const prefix = tagPrefix.known && isPrefix(tagPrefix.value) ? tagPrefix.value : undefined
  return images.value.flatMap(({ image, name, platforms }) => {
    if (image === undefined || !name.known) return []
    return [
      {
        image,
        registry: registry.value,
        name: name.value,
        insecure: insecure.known ? insecure.value : undefined,
        tagPrefix: prefix,
        otherPrefixes: otherBranches(workflow, prefix),
        platforms: platforms.known ? platforms.value : undefined,
        step: build,
        place: { file: step.workflow.path, span: name.span },
      },
    ]
  })
}

/** The first branch, or the one that is named like a main line, is taken for the main line. */
function otherBranches(workflow: Workflow | undefined, prefix: string | undefined): readonly string[] | undefined {
  const branches = workflow?.push?.branches
  if (branches === undefined) return workflow?.push === undefined ? [] : undefined
  if (branches.some(branch => /[*?+[\]!]/.test(branch))) return undefined
  const main = branches.find(branch => branch === 'main' || branch === 'master') ?? branches[0]
  return branches
    .filter(branch => branch !== main && branch !== prefix)
    .map(branch => branch.replaceAll('/', '-'))
    .filter(isPrefix)
}

function isPrefix(text: string): boolean {
  return prefixProblem(text) === undefined
}

function statedBuilds({ registry, images, tagPrefix, insecure }: StatedBuilds): readonly ImageBuild[] {
  return images.map(name => ({
    image: `${registry}/${name}`,
    registry,
    name,
    insecure,
    tagPrefix,
    otherPrefixes: [],
    platforms: undefined,
    step: undefined,
    place: undefined,
  }))
}

/** What a repository has to do with the builds. */
export type BuildMatch =
  | { readonly state: 'same'; readonly builds: readonly ImageBuild[] }
  /** Nothing builds exactly this image, and one build is plainly meant. */
  | { readonly state: 'differs'; readonly build: ImageBuild }
  | { readonly state: 'foreign' }

/**
 * The builds of a repository's image, whatever the spelling. One is meant although it differs when it is the only one with the same
 * last part of the name, nobody else scans what it pushes, no other repository has a better claim to it, and the address
 * is not one that may be another name for the same place.
 *
 * @param image `spec.image`
 * @param all every image that the tree scans
 */
export function matchBuild(image: string, all: readonly string[], builds: readonly ImageBuild[]): BuildMatch {
  const name = canonical(image)
  const same = builds.filter(build => canonical(build.image) === name)
  if (same.length > 0) return { state: 'same', builds: same }
  const last = lastPart(image)
  const akin = builds.filter(build => lastPart(build.image) === last)
  if (akin.length === 0) return { state: 'foreign' }
  const scanned = new Set(all.map(canonical))
  const near = akin.filter(build => !scanned.has(canonical(build.image)))
  const rivals = all.filter(other => lastPart(other) === last)
  const [build, ...others] = near.filter(
    (candidate, index) => near.findIndex(({ image: known }) => known === candidate.image) === index,
  )
  if (build === undefined || others.length > 0 || new Set(rivals).size > 1) return { state: 'foreign' }
  return mayBeSamePlace(image, build) ? { state: 'foreign' } : { state: 'differs', build }
}

function canonical(image: string): string {
  return canonicalRepository(image) ?? image
}

/** A cache in front of the registry keeps its name within its own; inside a cluster, and on one machine, hosts have other names. */
function mayBeSamePlace(image: string, build: ImageBuild): boolean {
  const reference = parseReference(image)
  const host = reference?.registry
  if (reference === undefined || host === build.registry) return false
  if (reference.name.endsWith(`/${build.name}`)) return true
  return reference.name === build.name && [host ?? '', build.registry].some(isInnerHost)
}

function isInnerHost(registry: string): boolean {
  const host = registry.replace(/:\d+$/, '')
  return /^(?:localhost|127\.[\d.]+|\[::1\]|host\.docker\.internal|[^.]+)$|\.svc(?:\.|$)|\.local$/.test(host)
}

function lastPart(image: string): string {
  return (
    image
      .replace(/[:@].*$/, match => (match.includes('/') ? match : ''))
      .split('/')
      .at(-1) ?? image
  )
}
