import { UserError } from '../../src/errors.js'
import { member, textMember } from '../../src/json.js'
import type { Registry } from '../../src/registry/client.js'
import { RegistryRefusal } from '../../src/registry/refusal.js'
import type { Patience } from '../../src/registry/transient.js'
import type { Runner } from '../../src/runner/ports.js'
import { type BakeResult, type StartedBake, startBake } from './bake.js'
import type { Builder } from './builder.js'
import { bakeDefinition, type DefinitionOptions, type Phase } from './definition.js'
import type { DockerSetup } from './docker-config.js'
import { explainFailure, isTransientFailure } from './failures.js'
import { tagDigests } from './retention.js'
import type { ImageTarget } from './targets.js'

export interface Publication {
  readonly targets: readonly ImageTarget[]
  readonly tag: string
  readonly builder: Builder
  readonly docker: DockerSetup
  /** The secrets of the build and SOURCE_DATE_EPOCH. */
  readonly env: Readonly<Record<string, string>>
  readonly options: DefinitionOptions
  readonly registry: Registry
  /** The same registry for what is left to do when the run was cancelled, until another signal. */
  readonly openAgain: (signal: AbortSignal) => Registry
}

/** BuildKit tries each request of a push again by itself, for some seconds: this is on top of it. */
const PUSH_PATIENCE: Patience = { tries: 3, firstDelay: 1000 }

/** What was pushed: per image name the digest that buildx reports. */
export type Pushed = ReadonlyMap<string, string>

export interface BuildTimes {
  /** Seconds per image name, building and pushing together. */
  readonly seconds: Map<string, number>
}

/** A bake with the environment of a publication, waiting for the definition of a phase. */
export function startPhase(
  publication: Pick<Publication, 'targets' | 'docker' | 'env'>,
  builder: string | undefined,
  runner: Runner,
): StartedBake {
  const { docker, targets } = publication
  return startBake(
    {
      builder,
      // Bake guards files outside of the work tree against strange definitions; this one is made from the inputs.
      env: { ...docker.env, ...publication.env, BUILDX_BAKE_ENTITLEMENTS_FS: '0' },
      workspace: runner.workspace,
      folder: docker.folder,
      ids: targets.map(target => target.id),
    },
    runner,
  )
}

/** Builds every image and keeps the results in the builder. Nothing leaves it. */
export async function build(publication: Publication, started: StartedBake, times: BuildTimes): Promise<void> {
  const result = await finishPhase(publication, started, { kind: 'build' }, times)
  if (!result.done) throw explainFailure(result.output, 'the build failed', failureContext(publication))
}

/**
 * Pushes what was built: by digest first where the builder can, and then all tags together; else under the tag at once.
 * Transient faults are tried again without building.
 *
 * @throws UserError with the cause, and with the tags that exist when some images have theirs and others not
 */
export async function push(
  publication: Publication,
  started: StartedBake,
  times: BuildTimes,
  runner: Runner,
): Promise<Pushed> {
  try {
    await refuseClash(publication)
    if (!publication.builder.pushesDigests) {
      return await halfPublishedGuard(publication, runner, () =>
        pushPhase(publication, started, tagsPhase(publication), times, runner),
      )
    }
    const digests = await pushPhase(publication, started, { kind: 'push-digests' }, times, runner)
    runner.signal.throwIfAborted()
    await refuseClash(publication)
    await halfPublishedGuard(publication, runner, () => putTags(publication, digests))
    return digests
  } finally {
    // It still waits when the push was refused before it began.
    started.giveUp()
  }
}

export function tagsPhase({ tag, builder }: Pick<Publication, 'tag' | 'builder'>): Phase {
  return { kind: 'push-tags', tag, daemon: builder.driver === 'docker' }
}

/** The tag is this run's own: whoever has it already, built in the same second and was not seen when the plan was made. */
async function refuseClash({ registry, targets, tag }: Publication): Promise<void> {
  const taken = await Promise.all(
    targets.map(async target => ((await registry.digest(target.name, tag)) === undefined ? [] : [target.repository])),
  )
  const repositories = taken.flat()
  if (repositories.length === 0) return
  throw new UserError(`the tag ${tag} exists already in ${repositories.join(', ')}; it is not overwritten`, {
    next: 'Run the build again: it takes a later time. Let only one run at a time push (concurrency)',
  })
}

async function pushPhase(
  publication: Publication,
  first: StartedBake,
  phase: Phase,
  times: BuildTimes,
  runner: Runner,
): Promise<Pushed> {
  for (let tried = 1; ; tried += 1) {
    const started = tried === 1 ? first : startPhase(publication, publication.builder.name, runner)
    const result = await finishPhase(publication, started, phase, times)
    if (result.done) return digestsOf(publication, result)
    if (tried >= PUSH_PATIENCE.tries || !isTransientFailure(result.output)) {
      const tries = tried === 1 ? '' : ` after ${tried} tries`
      throw explainFailure(result.output, `the push failed${tries}`, failureContext(publication))
    }
    const delay = PUSH_PATIENCE.firstDelay * 2 ** (tried - 1)
    runner.log.warning(
      `The push failed for a reason that may pass; try ${tried + 1} of ${PUSH_PATIENCE.tries} in ${delay / 1000} s`,
    )
    await runner.clock.sleep(delay, runner.signal)
    // buildx does not say how long the registry asked to wait (Retry-After): our own client asks, and waits as told.
    await publication.registry.ping()
  }
}

async function finishPhase(
  publication: Publication,
  started: StartedBake,
  phase: Phase,
  times: BuildTimes,
): Promise<BakeResult> {
  const { targets } = publication
  const named = new Map(targets.map(({ id, repository, bake: target }) => [id, { repository, target }]))
  const result = await started.finish(bakeDefinition(named, phase, publication.options))
  for (const { id, name } of targets) {
    times.seconds.set(name, (times.seconds.get(name) ?? 0) + (result.seconds.get(id) ?? 0))
  }
  return result
}

function digestsOf(publication: Publication, result: BakeResult): Pushed {
  return new Map(
    publication.targets.map(({ id, name }) => {
      const digest = textMember(member(result.metadata, id), 'containerimage.digest')
      if (digest === undefined) throw new UserError(`buildx reports no digest for ${name}`, { next: 'Update buildx' })
      return [name, digest]
    }),
  )
}

async function putTags({ registry, targets, tag }: Publication, digests: Pushed): Promise<void> {
  const manifests = await Promise.all(
    targets.map(async target => {
      const digest = digests.get(target.name) ?? ''
      const manifest = await registry.manifest(target.name, digest)
      if (manifest === undefined)
        throw new UserError(`${target.repository}@${digest} is not in the registry after the push`)
      return { target, manifest }
    }),
  )
  const put = manifests.map(({ target, manifest }) => registry.putManifest(target.name, tag, manifest))
  // All are awaited: what is said about half a publication must be what is so.
  const results = await Promise.allSettled(put)
  for (const result of results) if (result.status === 'rejected') throw result.reason
}

/** After a failed push: which tags exist all the same. A run that was cancelled takes its own away again, where it can. */
async function halfPublishedGuard<Value>(
  publication: Publication,
  runner: Runner,
  publish: () => Promise<Value>,
): Promise<Value> {
  try {
    return await publish()
  } catch (error) {
    const cause = error instanceof RegistryRefusal ? explainTagRefusal(error, publication) : error
    const afterwards = { ...publication, registry: publication.openAgain(AbortSignal.timeout(AFTERWARDS)) }
    if (runner.signal.aborted) await withdrawTags(afterwards)
    const tagged = await existingTags(afterwards)
    if (tagged === undefined) runner.log.warning('The registry does not say which tags exist now')
    else if (tagged.length > 0) {
      const missing = publication.targets.map(target => target.repository).filter(name => !tagged.includes(name))
      runner.log.error(
        `Half published: ${publication.tag} exists in ${tagged.join(', ')}${missing.length > 0 ? ` and not in ${missing.join(', ')}` : ''}`,
      )
    }
    throw cause
  }
}

/** Milliseconds for what is done after a cancellation: the runner kills us soon. */
const AFTERWARDS = 5_000

/** Deletes the run's images, but for one that another tag shares: a registry takes away an image with all its tags. */
async function withdrawTags({ registry, targets, tag }: Publication): Promise<void> {
  const withdrawn = targets.map(async ({ name }) => {
    const digest = await registry.digest(name, tag)
    if (digest === undefined) return
    const digests = await tagDigests(registry, name, await registry.tags(name))
    const shared = [...digests].some(([other, known]) => other !== tag && known === digest)
    if (!shared) await registry.deleteManifest(name, digest)
  })
  // What could not be withdrawn is named afterwards.
  await Promise.allSettled(withdrawn)
}

function explainTagRefusal(error: RegistryRefusal, publication: Publication): UserError {
  const output = `ERROR: unexpected status: ${error.status} ${error.words}`
  return explainFailure(output, `putting the tag ${publication.tag} failed`, failureContext(publication))
}

async function existingTags({ registry, targets, tag }: Publication): Promise<readonly string[] | undefined> {
  try {
    const found = await Promise.all(
      targets.map(async ({ name, repository }) =>
        (await registry.digest(name, tag)) === undefined ? [] : [repository],
      ),
    )
    return found.flat()
  } catch {
    return undefined
  }
}

function failureContext({ options, tag }: Publication) {
  const attested = options.provenance !== undefined || options.sbom !== undefined
  return { registry: options.registry, insecure: options.insecure, attested, tag }
}
