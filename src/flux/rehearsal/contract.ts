import { UserError } from '../../errors.js'
import type { ImageLoop } from '../inventory/image-loop.js'
import type { BuildStep, BuiltImage } from '../inventory/workflow.js'
import type { Inventory } from '../inventory.js'

/** What the build makes: which images, and how their tags begin. */
export interface BuildContract {
  readonly images: readonly string[]
  readonly tagPrefix: string
  /** Where it is said: a file and a line, or the command line. */
  readonly source: string
  /** What had to be taken for granted. */
  readonly remarks: readonly string[]
}

/** What a person says about the build instead of its workflow. */
export interface GivenContract {
  /** `host/name`. */
  readonly images: readonly string[]
  readonly tagPrefix: string | undefined
  /** Path of the workflow that is meant. */
  readonly workflow: string | undefined
}

/**
 * The build's contract, from the workflow that uses the action build-push or from what was given.
 *
 * @throws UserError when neither says it
 */
export function contractOf(inventory: Inventory, loop: ImageLoop, given: GivenContract): BuildContract {
  const { images, tagPrefix } = given
  if (images.length > 0) return { images, tagPrefix: tagPrefix ?? 'main', source: 'the command line', remarks: [] }
  const builds = chosenBuilds(inventory, given.workflow)
  const [first] = builds
  if (first === undefined) {
    throw new UserError('no workflow in .github/workflows uses the action build-push', {
      next: 'Say what the build makes with --image HOST/NAME',
    })
  }
  const made = builds.flatMap(build => imagesOf(build, loop))
  return {
    images: [...new Set(made.map(({ image }) => image))],
    tagPrefix: tagPrefix ?? prefixOf(builds),
    source: placeOf(first),
    remarks: [...new Set(made.flatMap(({ remark }) => remark ?? []))],
  }
}

/** Those of one workflow. One that a push starts goes before those that only check. */
function chosenBuilds({ builds }: Inventory, wanted: string | undefined): readonly BuildStep[] {
  const pushing = builds.filter(({ step }) => step.with.get('push') !== 'false')
  const fileOf = ({ step }: BuildStep) => step.workflow.path
  const files = [...new Set(pushing.map(fileOf))]
  if (wanted !== undefined) {
    const found = pushing.filter(build => fileOf(build) === wanted)
    if (found.length > 0) return found
    const there = files.length === 0 ? 'none does' : `expected one of ${files.join(', ')}`
    throw new UserError(`option --workflow: ${wanted} does not use the action build-push: ${there}`)
  }
  const started = pushing.filter(({ workflow }) => workflow?.push !== undefined)
  const builders = started.length > 0 ? started : pushing
  const several = [...new Set(builders.map(fileOf))]
  if (several.length <= 1) return builders
  throw new UserError(`several workflows build: ${several.join(', ')}`, { next: 'Choose one with --workflow' })
}

function prefixOf(builds: readonly BuildStep[]): string {
  const prefixes = new Set<string>()
  for (const { tagPrefix, step } of builds) {
    if (!tagPrefix.known) {
      throw new UserError(`${step.workflow.path}:${tagPrefix.span.line}: ${tagPrefix.why}`, {
        next: 'Say what it is with --tag-prefix',
      })
    }
    prefixes.add(tagPrefix.value)
  }
  const [prefix = 'main', ...others] = prefixes
  if (others.length === 0) return prefix
  throw new UserError(`the steps build with several tag prefixes: ${[...prefixes].join(', ')}`, {
    next: 'Choose one with --tag-prefix, and the images with --image',
  })
}

interface MadeImage {
  readonly image: string
  readonly remark: string | undefined
}

function imagesOf(build: BuildStep, loop: ImageLoop): readonly MadeImage[] {
  const { images, step } = build
  if (!images.known) {
    throw new UserError(`${step.workflow.path}:${images.span.line}: ${images.why}`, {
      next: 'Say what the build makes with --image HOST/NAME',
    })
  }
  return images.value.map(built => madeImage(built, build, loop))
}

/** An image whose registry is not written is taken for the one of that name which the tree scans, if there is but one. */
function madeImage(built: BuiltImage, { registry, step }: BuildStep, loop: ImageLoop): MadeImage {
  if (built.image !== undefined) return { image: built.image, remark: undefined }
  const why = registry.known ? (built.name.known ? 'its name is empty' : built.name.why) : registry.why
  const at = `${step.workflow.path}:${(registry.known ? built.name.span : registry.span).line}`
  if (built.name.known) {
    const { value } = built.name
    const scanned = new Set(loop.repositories.flatMap(({ image }) => (image?.endsWith(`/${value}`) ? [image] : [])))
    const [only, ...others] = scanned
    if (only !== undefined && others.length === 0)
      return { image: only, remark: `${at}: ${why}; taken for ${only}, which the tree scans` }
  }
  throw new UserError(`${at}: ${why}`, { next: 'Say what the build makes with --image HOST/NAME' })
}

function placeOf({ step, span }: BuildStep): string {
  return `${step.workflow.path}:${span.line}`
}
