import { messageOf, throwAll, UserError, userErrorsOf } from '../../src/errors.js'
import { type ImageObjects, policiesOf } from '../../src/flux/image-objects.js'
import { parseInputs } from '../../src/inputs.js'
import { failedSummary } from '../../src/markdown.js'
import { openRegistry } from '../../src/registry/client.js'
import type { Runner } from '../../src/runner/ports.js'
import { type BuilderSight, lookAtBuilder } from './builder.js'
import { bakeDefinition, type DefinitionOptions } from './definition.js'
import { type DockerSetup, setUpDocker } from './docker-config.js'
import { type Inputs, SECRET_INPUTS, spec } from './inputs.js'
import { readLanded } from './landed.js'
import { type Plan, reasonNotToPush } from './plan.js'
import { poke } from './poke.js'
import { type Checks, preflight } from './preflight.js'
import { type BuildTimes, build, type Publication, type Pushed, push, startPhase, tagsPhase } from './publish.js'
import { secretParts } from './receiver.js'
import { type PublishedImage, plainSummary, publishedSummary } from './report.js'
import { retain } from './retain.js'
import { readSource, type Source, skipAutomationCommit } from './source.js'
import { chooseImages, type ImageTarget } from './targets.js'

/** The state under which the post step finds this run's docker configuration. */
export const DOCKER_FOLDER_STATE = 'docker-folder'

/**
 * Builds the images of a run and publishes all of them under one tag.
 *
 * @throws UserError or UserErrors for everything that the user can mend; the job summary says it too
 */
export async function main(runner: Runner): Promise<void> {
  for (const name of SECRET_INPUTS) if (runner.input(name) !== '') runner.mask(runner.input(name))
  for (const part of secretParts(runner.input('receiver'))) runner.mask(part)
  let docker: DockerSetup | undefined
  try {
    const inputs = parseInputs(spec, runner.input)
    refuseContradictions(inputs)
    docker = await setUpDocker(runner, inputs.registry, loginOf(inputs))
    runner.saveState(DOCKER_FOLDER_STATE, docker.folder)
    if (docker.credentials !== undefined) runner.mask(docker.credentials.password)
    const sight = lookAtBuilder(inputs.builder, { ...runner, docker })
    // Asked for early and needed late: until then nobody listens for its failure.
    sight.catch(() => undefined)
    const source = await readSource(inputs, runner)
    if (await skipAutomationCommit(source, runner)) return
    await run(inputs, source, docker, sight, runner)
  } catch (error) {
    const problems = userErrorsOf(error)
    if (problems.length > 0) await runner.summary(failedSummary('Not published', problems))
    throw error
  } finally {
    if (docker !== undefined) await runner.files.remove(docker.folder)
  }
}

/** The post step: what the main step could not clean up, because it was killed. */
export async function cleanUp(folder: string, runner: Pick<Runner, 'files'>): Promise<void> {
  if (folder !== '') await runner.files.remove(folder)
}

async function run(
  inputs: Inputs,
  source: Source,
  docker: DockerSetup,
  sight: Promise<BuilderSight>,
  runner: Runner,
): Promise<void> {
  const { log } = runner
  const noPush = reasonNotToPush(source.event, inputs.push)
  const open = (signal: AbortSignal) =>
    openRegistry({
      registry: inputs.registry,
      insecure: inputs.insecure,
      credentials: docker.credentials,
      http: runner.http,
      clock: runner.clock,
      signal,
      onRetry: ({ attempt, tries, delay, error }) =>
        log.info(`The registry failed (${messageOf(error)}); try ${attempt + 1} of ${tries} in ${delay / 1000} s`),
    })
  const registry = open(runner.signal)
  const checks = await log.group('Preflight', () =>
    preflight({ inputs, source, docker, sight, registry, push: noPush === undefined }, runner),
  )
  const { plan, targets, builder } = checks
  log.info(`Tag: ${plan.text}`)
  runner.output('tag', plan.text)
  runner.output('skipped', '')

  const publication: Publication = {
    targets,
    tag: plan.text,
    builder,
    docker,
    env: checks.env,
    options: definitionOptions(inputs, source, plan, noPush === undefined),
    registry,
    openAgain: open,
  }
  if (inputs['dry-run']) {
    checks.started.giveUp()
    await dryRun(publication, inputs, source, checks, noPush, runner)
    return
  }
  const times: BuildTimes = { seconds: new Map() }
  // Docker's command line for the push comes up while the images are built.
  const pushing = noPush === undefined ? startPhase(publication, builder.name, runner) : undefined
  try {
    await log.group('Build', () => build(publication, checks.started, times))
    runner.signal.throwIfAborted()
  } catch (error) {
    pushing?.giveUp()
    throw error
  }
  if (pushing === undefined) {
    log.notice(`Nothing was pushed: ${noPush}`)
    await runner.summary(
      plainSummary(`Built ${plan.text}, not pushed`, [noPush ?? '', ...targets.map(target => target.repository)]),
    )
    return
  }
  const pushed = await log.group('Push', () => push(publication, pushing, times, runner))
  const images = await log.group('Check what landed', () => readAll(publication, pushed, times, runner))
  runner.output('images', JSON.stringify(images))
  runner.output('digests', JSON.stringify(Object.fromEntries(images.map(image => [image.name, image.digest]))))
  const { receiver } = checks
  const news = { tag: plan.text, images }
  const poked = receiver && (await log.group('Ask Flux to scan', () => poke(receiver, news, runner)))
  const retained = await retain(inputs, source, targets, registry, runner)
  const remarks = [...checks.remarks, ...(poked?.asked === false ? [poked.sentence] : []), ...retained]
  const flux = whatFluxDoes(targets, source.objects)
  for (const line of flux) log.info(line)
  const next = [...(poked?.asked ? [poked.sentence] : []), ...flux]
  await runner.summary(publishedSummary({ tag: plan.text, commit: source.commit.sha, images, remarks, next }))
}

function loginOf(inputs: Inputs) {
  if (inputs.username === '' && inputs.password === '') return undefined
  return { username: inputs.username, password: inputs.password }
}

function refuseContradictions(inputs: Inputs): void {
  const errors: UserError[] = []
  const bakes = inputs['bake-files'].length > 0
  const both = { next: 'Set both, or neither', usage: true }
  if (inputs.images.length === 0 && !bakes) {
    errors.push(new UserError('neither "images" nor "bake-files" is set: there is nothing to build', { usage: true }))
  }
  if (inputs.images.length > 0 && bakes) {
    errors.push(new UserError('both "images" and "bake-files" are set: expected one of them', { usage: true }))
  }
  if ((inputs.username === '') !== (inputs.password === '')) {
    const [missing, given] = inputs.username === '' ? ['username', 'password'] : ['password', 'username']
    errors.push(new UserError(`input "${missing}" is not set, and "${given}" is`, both))
  }
  if (inputs.receiver === undefined && inputs['receiver-token'] !== '') {
    errors.push(new UserError('input "receiver-token" is set, and "receiver" is not', both))
  }
  if (inputs.images.length > 0) chooseImages(inputs.images, inputs.targets)
  throwAll(errors)
}

function definitionOptions(inputs: Inputs, source: Source, plan: Plan, exportCaches: boolean): DefinitionOptions {
  const { event, commit } = source
  return {
    registry: inputs.registry,
    insecure: inputs.insecure,
    provenance: inputs.provenance,
    sbom: inputs.sbom,
    noCache: inputs['no-cache'],
    exportCaches,
    pull: inputs.pull,
    labels: {
      ...(event.source === undefined ? {} : { 'org.opencontainers.image.source': event.source }),
      'org.opencontainers.image.revision': commit.sha,
      // The commit's time and no other: a label with the build's own time would make every build another image.
      'org.opencontainers.image.created': new Date(commit.seconds * 1000).toISOString().replace('.000Z', 'Z'),
      'org.opencontainers.image.version': `${plan.tag.prefix}-${plan.tag.sha7}`,
    },
  }
}

async function readAll(
  publication: Publication,
  pushed: Pushed,
  times: BuildTimes,
  runner: Runner,
): Promise<readonly PublishedImage[]> {
  const errors: UserError[] = []
  const images = await Promise.all(
    publication.targets.map(async target => {
      try {
        const landed = await readLanded(publication.registry, target, publication.tag, pushed.get(target.name) ?? '')
        const seconds = Math.round((times.seconds.get(target.name) ?? 0) * 10) / 10
        return [{ name: target.name, reference: `${target.repository}:${publication.tag}`, ...landed, seconds }]
      } catch (error) {
        const found = userErrorsOf(error)
        if (found.length === 0) throw error
        errors.push(...found)
        return []
      }
    }),
  )
  throwAll(errors)
  for (const image of images.flat()) {
    runner.log.info(`${image.reference} ${image.digest} ${image.platforms.join(', ')} (${image.seconds} s)`)
  }
  return images.flat()
}

async function dryRun(
  publication: Publication,
  inputs: Inputs,
  source: Source,
  checks: Checks,
  noPush: string | undefined,
  runner: Runner,
) {
  await runner.log.group('What would be built', async () => {
    const named = new Map(publication.targets.map(({ id, repository, bake: target }) => [id, { repository, target }]))
    runner.log.info(bakeDefinition(named, tagsPhase(publication), publication.options))
  })
  const images = publication.targets.map(target => `${target.repository}:${publication.tag}`)
  if (noPush === undefined) await retain(inputs, source, publication.targets, publication.registry, runner)
  const would = noPush === undefined ? 'would publish' : 'would build and not push'
  runner.log.notice(`Dry run: ${would} ${images.join(', ')}${noPush === undefined ? '' : `: ${noPush}`}`)
  const { receiver } = checks
  const poking = receiver === undefined ? [] : [`would ask the Receiver at ${receiver.url.host} to have Flux scan`]
  for (const line of poking) runner.log.notice(`Dry run: ${line}`)
  await runner.summary(
    plainSummary('Dry run', [
      ...images.map(image => `${would} ${image}`),
      ...poking,
      ...(noPush === undefined ? [] : [noPush]),
      ...checks.remarks,
    ]),
  )
}

/** What the tree in this repository makes of the new tag. */
function whatFluxDoes(targets: readonly ImageTarget[], objects: ImageObjects): readonly string[] {
  if (objects.policies.length === 0) return []
  return targets.map(target => {
    const policies = policiesOf(objects, target.repository).map(policy => `${policy.namespace}/${policy.name}`)
    if (policies.length === 0) return `${target.repository}: no ImagePolicy in the Flux tree chooses among its tags`
    return `${target.repository}: Flux finds the tag at its next scan, and the policy ${policies.join(', ')} chooses it`
  })
}
