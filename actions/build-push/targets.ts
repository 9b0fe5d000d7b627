import { isAbsolute, join } from 'node:path'
import { throwAll, UserError } from '../../src/errors.js'
import { type Platform, parsePlatform } from '../../src/image/platform.js'
import { nameProblem, parseReference } from '../../src/image/reference.js'
import { listMember, member, textMember } from '../../src/json.js'
import { nearest } from '../../src/nearest.js'
import type { BakeTarget } from './definition.js'
import type { Values } from './env-file.js'
import type { ImageRequest } from './images.js'

/** One image of the run, ready for bake. */
export interface ImageTarget {
  /** Below the registry, such as `library/frontend`. */
  readonly name: string
  /** The bake target's name: letters, digits, `_` and `-`. */
  readonly id: string
  /** `host/name`. */
  readonly repository: string
  readonly platforms: readonly Platform[]
  /** The Dockerfile's and the context's absolute paths, when they are on this machine. */
  readonly dockerfile: string | undefined
  readonly context: string | undefined
  /** The stage that is built; undefined is the last one. */
  readonly stage: string | undefined
  readonly bake: BakeTarget
}

export interface TargetOptions {
  readonly registry: string
  readonly workspace: string
  readonly values: Values
}

/** What is to be built, and what stands in its way: the rest can be checked all the same. */
export interface ReadTargets {
  readonly targets: readonly ImageTarget[]
  /** The environment that the secrets of the build are handed over in. */
  readonly env: Readonly<Record<string, string>>
  readonly problems: readonly UserError[]
}

/** The targets of the input `images`. */
export function imageTargets(images: readonly ImageRequest[], options: TargetOptions): ReadTargets {
  const errors: UserError[] = []
  const env: Record<string, string> = {}
  const ids = new Set<string>()
  const targets = images.map(image => {
    if (image.name.startsWith(`${options.registry}/`)) {
      const below = image.name.slice(options.registry.length + 1)
      errors.push(new UserError(`image "${image.name}" has the registry in its name: expected "${below}"`))
    }
    const local = !/^[a-z+]+:\/\/|^git@/.test(image.context)
    const at = (path: string) => (isAbsolute(path) ? path : join(options.workspace, path))
    const context = local ? at(image.context) : image.context
    const dockerfile = image.file === undefined ? join(context, 'Dockerfile') : at(image.file)
    const value = (name: string, use: string) => {
      const found = options.values.get(name)
      if (found !== undefined) return found
      errors.push(new UserError(`image "${image.name}": ${use} ${name} is in neither the env-file nor the environment`))
      return ''
    }
    const args = [...image.buildArgs].map(([name, given]) => [name, given ?? value(name, 'the build argument')])
    const secrets = image.secrets.map(({ id, from }) => {
      if ('file' in from) return `id=${id},src=${at(from.file)}`
      const variable = `FLUXGATE_SECRET_${Object.keys(env).length}`
      env[variable] = value(from.env, 'the secret')
      return `id=${id},env=${variable}`
    })
    const bake: BakeTarget = {
      context,
      ...(local || image.file !== undefined ? { dockerfile: local ? dockerfile : image.file } : {}),
      ...(image.target === undefined ? {} : { target: image.target }),
      ...(image.platforms.length === 0 ? {} : { platforms: image.platforms }),
      args: Object.fromEntries(args),
      labels: Object.fromEntries(image.labels),
      secret: secrets,
      'cache-from': image.cacheFrom,
      'cache-to': image.cacheTo,
    }
    return {
      name: image.name,
      id: uniqueId(image.name, ids),
      repository: `${options.registry}/${image.name}`,
      platforms: image.platforms,
      dockerfile: local ? dockerfile : undefined,
      context: local ? context : undefined,
      stage: image.target,
      bake,
    }
  })
  return { targets, env, problems: errors }
}

/**
 * The targets of bake files, as `docker buildx bake --print` resolved them. An image's name is that of the target's
 * first tag, with or without our registry before it.
 */
export function bakeFileTargets(printed: unknown, options: TargetOptions): readonly ImageTarget[] {
  const errors: UserError[] = []
  const targets = Object.entries(member(printed, 'target') ?? {}).flatMap(([id, bake]) => {
    const written = listMember(bake, 'tags')[0]
    const name = imageName(typeof written === 'string' ? written : undefined, id, options.registry, errors)
    if (name === undefined || typeof bake !== 'object' || bake === null) return []
    const context = textMember(bake, 'context') ?? '.'
    const local = !/^[a-z+-]+:/.test(context) && !context.startsWith('git@')
    const folder = isAbsolute(context) ? context : join(options.workspace, context)
    const file = textMember(bake, 'dockerfile') ?? 'Dockerfile'
    const inline = textMember(bake, 'dockerfile-inline') !== undefined
    const platforms = listMember(bake, 'platforms')
      .map(platform => parsePlatform(String(platform)))
      .filter(platform => platform !== undefined)
    const target: ImageTarget = {
      name,
      id,
      repository: `${options.registry}/${name}`,
      platforms,
      dockerfile: local && !inline ? (isAbsolute(file) ? file : join(folder, file)) : undefined,
      context: local ? folder : undefined,
      stage: textMember(bake, 'target'),
      bake: { ...bake },
    }
    return [target]
  })
  throwAll([...errors, ...sameImages(targets)])
  return targets
}

/** Of two targets for one image, the later would take the tag from the other. */
function sameImages(targets: readonly ImageTarget[]): readonly UserError[] {
  return targets.flatMap((target, index) => {
    const before = targets.slice(0, index).find(other => other.name === target.name)
    return before === undefined
      ? []
      : [new UserError(`bake targets "${before.id}" and "${target.id}" are the same image, "${target.name}"`)]
  })
}

function imageName(tag: string | undefined, id: string, registry: string, errors: UserError[]): string | undefined {
  const reference = tag === undefined ? undefined : parseReference(tag)
  if (reference === undefined) {
    errors.push(
      new UserError(`bake target "${id}" has no tag that names its image`, {
        next: `Add tags = ["${registry}/library/${id}"]; its tag part is made by the build`,
      }),
    )
    return undefined
  }
  if (reference.registry !== undefined && reference.registry !== registry) {
    errors.push(
      new UserError(
        `bake target "${id}" is tagged for ${reference.registry}, and the input "registry" is "${registry}"`,
      ),
    )
  }
  const problem = nameProblem(reference.name)
  if (problem !== undefined) errors.push(new UserError(`bake target "${id}": its image "${reference.name}" ${problem}`))
  return reference.name
}

/**
 * The images that the input `targets` names, by their whole name or its last part; all when it names none.
 *
 * @throws UserError or UserErrors for names that are not there
 */
export function chooseImages(images: readonly ImageRequest[], wanted: readonly string[]): readonly ImageRequest[] {
  if (wanted.length === 0) return images
  const known = images.flatMap(image => [image.name, lastPart(image.name)])
  const unknown = wanted.filter(name => !known.includes(name))
  throwAll(
    unknown.map(name => {
      const meant = nearest(name, known)
      const hint =
        meant === undefined
          ? `expected ${images.map(image => lastPart(image.name)).join(', ')}`
          : `did you mean "${meant}"?`
      return new UserError(`input "targets" names "${name}", which "images" does not have: ${hint}`)
    }),
  )
  return images.filter(image => wanted.includes(image.name) || wanted.includes(lastPart(image.name)))
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}

/** A bake target's name for an image: its last part, or the whole name when another image has that. */
function uniqueId(name: string, taken: Set<string>): string {
  const clean = (text: string) => text.replace(/[^A-Za-z0-9_-]/g, '_')
  let id = clean(lastPart(name))
  if (taken.has(id)) id = clean(name)
  for (let count = 2; taken.has(id); count += 1) id = `${clean(name)}_${count}`
  taken.add(id)
  return id
}
