import { sentence, throwAll, UserError, userErrorsOf } from '../../src/errors.js'
import { IMAGE_OBJECT, type ImageObjects, policiesOf, readImageObjects } from '../../src/flux/image-objects.js'
import { checkedOutRef, originBranch } from '../../src/git/branch.js'
import { type Commit, headCommit } from '../../src/git/commits.js'
import { type Git, openGit } from '../../src/git/repository.js'
import { parseTag, printTag } from '../../src/image/tag.js'
import { parseInputs } from '../../src/inputs.js'
import { parseJson } from '../../src/json.js'
import { openRegistry, type Registry } from '../../src/registry/client.js'
import type { Runner } from '../../src/runner/ports.js'
import { type Builder, type BuilderSight, lookAtBuilder, prepareBuilder } from './builder.js'
import { bakeDefinition, type DefinitionOptions } from './definition.js'
import { type DockerSetup, setUpDocker } from './docker-config.js'
import { readEnvFile } from './env-file.js'
import { type BuildEvent, githubEvent } from './event.js'
import { type Automation, headOf, madeByAutomation, stalenessFacts } from './history.js'
import { type Inputs, SECRET_INPUTS, spec } from './inputs.js'
import { readLanded } from './landed.js'
import { branchOf, makePlan, type Plan, planPrefix, reasonNotToPush } from './plan.js'
import { checkPolicies } from './policies.js'
import { checkRegistry, checkSources } from './preflight.js'
import { type BuildTimes, build, type Publication, type Pushed, push } from './publish.js'
import { failedSummary, type PublishedImage, plainSummary, publishedSummary } from './report.js'
import { namedInGit, planRetention, type RetentionPlan, tagDigests } from './retention.js'
import { describeStaleness, judgeStaleness } from './staleness.js'
import { bakeFileTargets, chooseImages, type ImageTarget, imageTargets } from './targets.js'

/** The state under which the post step finds this run's docker configuration. */
export const DOCKER_FOLDER_STATE = 'docker-folder'

/**
 * Builds the images of a run and publishes all of them under one tag.
 *
 * @throws UserError or UserErrors for everything that the user can mend; the job summary says it too
 */
export async function main(runner: Runner): Promise<void> {
  for (const name of SECRET_INPUTS) if (runner.input(name) !== '') runner.mask(runner.input(name))
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
    if (problems.length > 0) await runner.summary(failedSummary(problems))
    throw error
  } finally {
    if (docker !== undefined) await runner.files.remove(docker.folder)
  }
}

/** The post step: what the main step could not clean up, because it was killed. */
export async function cleanUp(folder: string, runner: Pick<Runner, 'files'>): Promise<void> {
  if (folder !== '') await runner.files.remove(folder)
}

/** What is built, and where it comes from. */
interface Source {
  readonly git: Git
  readonly event: BuildEvent
  /** The commit that is checked out. */
  readonly commit: Commit
  readonly branch: string | undefined
  readonly prefix: string
  readonly objects: ImageObjects
  readonly automation: Automation
}

async function run(
  inputs: Inputs,
  source: Source,
  docker: DockerSetup,
  sight: Promise<BuilderSight>,
  runner: Runner,
): Promise<void> {
  const { log } = runner
  const noPush = reasonNotToPush(source.event, inputs.push, inputs['dry-run'])
  const registry = openRegistry({
    registry: inputs.registry,
    insecure: inputs.insecure,
    credentials: docker.credentials,
    http: runner.http,
    clock: runner.clock,
    signal: runner.signal,
    onRetry: ({ attempt, tries, delay, error }) =>
      log.info(`The registry failed (${messageOf(error)}); try ${attempt + 1} of ${tries} in ${delay / 1000} s`),
  })
  const checks = await log.group('Preflight', () => preflight(inputs, source, docker, sight, registry, noPush, runner))
  const { plan, targets, builder } = checks
  log.info(`Tag: ${plan.text}`)
  runner.output('tag', plan.text)
  runner.output('skipped', '')

  const publication: Publication = {
    targets,
    tag: plan.text,
    builder,
    docker,
    env: { ...checks.env, SOURCE_DATE_EPOCH: String(source.commit.seconds) },
    options: definitionOptions(inputs, source, plan),
    registry,
  }
  if (inputs['dry-run']) {
    await dryRun(publication, inputs, source, checks, runner)
    return
  }
  const times: BuildTimes = { seconds: new Map() }
  await log.group('Build', () => build(publication, times, runner))
  runner.signal.throwIfAborted()
  if (noPush !== undefined) {
    log.notice(`Nothing was pushed: ${noPush}`)
    await runner.summary(
      plainSummary(`Built ${plan.text}, not pushed`, [noPush, ...targets.map(target => target.repository)]),
    )
    return
  }
  const pushed = await log.group('Push', () => push(publication, times, runner))
  const images = await log.group('Check what landed', () => readAll(publication, pushed, times, runner))
  runner.output('images', JSON.stringify(images))
  runner.output('digests', JSON.stringify(Object.fromEntries(images.map(image => [image.name, image.digest]))))
  const retained = await retain(inputs, source, checks, registry, runner)
  const remarks = [...checks.remarks, ...retained]
  const next = whatFluxDoes(targets, source.objects)
  for (const line of next) log.info(line)
  await runner.summary(publishedSummary({ tag: plan.text, commit: source.commit.sha, images, remarks, next }))
}

function loginOf(inputs: Inputs) {
  if (inputs.username === '' && inputs.password === '') return undefined
  return { username: inputs.username, password: inputs.password }
}

function refuseContradictions(inputs: Inputs): void {
  const errors: UserError[] = []
  const bakes = inputs['bake-files'].length > 0
  if (inputs.images.length === 0 && !bakes) {
    errors.push(new UserError('neither "images" nor "bake-files" is set: there is nothing to build'))
  }
  if (inputs.images.length > 0 && bakes) {
    errors.push(new UserError('both "images" and "bake-files" are set: expected one of them'))
  }
  if ((inputs.username === '') !== (inputs.password === '')) {
    const [missing, given] = inputs.username === '' ? ['username', 'password'] : ['password', 'username']
    errors.push(new UserError(`input "${missing}" is not set, and "${given}" is`, { next: `Set both, or neither` }))
  }
  if (inputs.images.length > 0) chooseImages(inputs.images, inputs.targets)
  throwAll(errors)
}

async function readSource(inputs: Inputs, runner: Runner): Promise<Source> {
  const git = openGit(runner.exec, runner.workspace, runner.env)
  const head = await headCommit(git)
  const event = await readEvent(git, runner)
  const commit = head ?? commitWithoutGit(event, runner)
  if (event.sha !== undefined && event.kind === 'push' && event.sha !== commit.sha) {
    runner.log.notice(`The event names commit ${event.sha}, and ${commit.sha} is checked out: the tag names the latter`)
  }
  const fluxPath = inputs['flux-path'] ?? ''
  const objects = head === undefined ? readImageObjects([]) : await readFluxPath(git, fluxPath, runner)
  return {
    git,
    event,
    commit,
    branch: branchOf(event.ref),
    prefix: planPrefix(event, inputs['tag-prefix']),
    objects,
    automation: { fluxPath, authors: objects.automations.map(automation => automation.author) },
  }
}

async function readEvent(git: Git, runner: Runner): Promise<BuildEvent> {
  const { env } = runner
  const payload = parseJson((env.GITHUB_EVENT_PATH && (await runner.files.readText(env.GITHUB_EVENT_PATH))) || '{}')
  const event: BuildEvent =
    runner.kind === 'github'
      ? githubEvent(env, payload)
      : { kind: 'manual', ref: await checkedOutRef(git), mainLine: undefined, source: undefined, sha: undefined }
  if (event.mainLine !== undefined) return event
  const main = await originBranch(git)
  const mainLine = main === undefined ? /^refs\/heads\/(?:main|master)$/.test(event.ref ?? '') : event.ref === main
  return { ...event, mainLine }
}

/** Checked out without git (the runner takes an archive when git is missing): the event alone says what it is. */
function commitWithoutGit(event: BuildEvent, runner: Runner): Commit {
  if (event.sha === undefined) {
    throw new UserError(
      `${runner.workspace} is no git repository with a commit: the tag names the commit that is built`,
    )
  }
  runner.log.warning('There is no git repository here: the commit is the event’s, and whether it is stale is not known')
  return {
    sha: event.sha,
    seconds: Math.floor(runner.clock.now() / 1000),
    author: { name: '', email: '' },
    subject: '',
  }
}

async function readFluxPath(git: Git, fluxPath: string, runner: Runner): Promise<ImageObjects> {
  if (fluxPath === '') return readImageObjects([])
  const found = await git.ask('grep', '-l', '-z', '-I', '--untracked', '-F', IMAGE_OBJECT, '--', fluxPath)
  const paths = (found ?? '').split('\0').filter(path => path !== '')
  const files = await Promise.all(
    paths.map(async path => [path, (await runner.files.readText(`${runner.workspace}/${path}`)) ?? ''] as const),
  )
  return readImageObjects(files)
}

/** A push by the image automation holds nothing to build, and building it would start the next one. */
async function skipAutomationCommit(source: Source, runner: Runner): Promise<boolean> {
  const { git, event, commit, branch, automation, objects } = source
  if (event.kind !== 'push' || automation.fluxPath === '') return false
  if (objects.automations.length === 0 && !(await hasMarkers(git, automation.fluxPath))) return false
  const automated = await madeByAutomation(git, commit.sha, branch, automation)
  if (automated === undefined) {
    runner.log.warning(
      'Whether image automation made this commit is not known: the checkout is shallow and origin does not give more. Check out with fetch-depth: 2 or more',
    )
  }
  if (automated !== true) return false
  runner.log.notice(`Nothing to build: commit ${commit.sha} was made by the image automation`)
  runner.output('skipped', 'automation-commit')
  await runner.summary(plainSummary('Nothing to build', [`Commit ${commit.sha} was made by the image automation`]))
  return true
}

async function hasMarkers(git: Git, fluxPath: string): Promise<boolean> {
  return (await git.ask('grep', '-q', '-I', '-F', '"$imagepolicy"', '--', fluxPath)) !== undefined
}

interface Checks {
  readonly plan: Plan
  readonly targets: readonly ImageTarget[]
  readonly builder: Builder
  readonly env: Readonly<Record<string, string>>
  readonly tags: ReadonlyMap<string, readonly string[]>
  readonly remarks: readonly string[]
}

/** Everything that can be known before building, asked at once; all problems are thrown together. */
async function preflight(
  inputs: Inputs,
  source: Source,
  docker: DockerSetup,
  sight: Promise<BuilderSight>,
  registry: Registry,
  noPush: string | undefined,
  runner: Runner,
): Promise<Checks> {
  const errors: UserError[] = []
  const collect = async <Value>(work: Promise<Value>): Promise<Value | undefined> => {
    try {
      return await work
    } catch (error) {
      const found = userErrorsOf(error)
      if (found.length === 0) throw error
      errors.push(...found)
      return undefined
    }
  }
  const head = headOf(source.git, source.branch)
  const prepared = await collect(readTargets(inputs, docker, runner))
  const targets = prepared?.targets ?? []
  const [checked, builder] = await Promise.all([
    checkRegistry({
      registry,
      address: inputs.registry,
      insecure: inputs.insecure,
      hasCredentials: docker.credentials !== undefined,
      names: targets.map(target => target.name),
      push: noPush === undefined || (inputs['dry-run'] && inputs.push),
      http: runner.http,
    }),
    collect(
      sight.then(async seen => {
        const needs = {
          registry: inputs.registry,
          insecure: inputs.insecure,
          local: await isLocal(inputs.registry, runner),
        }
        return prepareBuilder(inputs.builder, seen, needs, { ...runner, docker })
      }),
    ),
  ])
  errors.push(...checked.errors, ...(await checkSources(targets, builder, runner.files)))
  const remarks: string[] = []
  const published = [...checked.tags.values()].flat().filter(tag => parseTag(tag)?.prefix === source.prefix)
  const plan = await collect(Promise.resolve().then(() => planFor(source, published, runner)))
  if (plan?.movedBehind !== undefined) {
    remarks.push(
      `The clock was not ahead of ${printTag(plan.movedBehind)}, which is published: this build's time was set to ${plan.tag.seconds}, one second later`,
    )
  }
  if (plan !== undefined && source.event.mainLine) {
    const policies = checkPolicies(targets, source.objects, plan.text, source.prefix, checked.tags)
    errors.push(...policies.errors)
    remarks.push(...policies.remarks)
  }
  remarks.push(...(await judge(inputs, source, await head, published, errors)))
  throwAll(errors)
  for (const remark of remarks) runner.log.warning(remark)
  if (prepared === undefined || builder === undefined || plan === undefined) throw new Error('preflight lost an error')
  return { plan, targets, builder, env: prepared.env, tags: checked.tags, remarks }
}

/** Whether the registry is on this machine. */
async function isLocal(registry: string, runner: Runner): Promise<boolean> {
  const host = registry.replace(/:[0-9]+$/, '').replace(/^\[|\]$/g, '')
  return (await runner.resolve(host)).some(address => /^(?:127\.|::1$)/.test(address))
}

function planFor(source: Source, published: readonly string[], runner: Runner): Plan {
  const now = Math.floor(runner.clock.now() / 1000)
  return makePlan({ prefix: source.prefix, sha: source.commit.sha, now, published })
}

/** Judges whether the commit is stale; gives remarks, or adds an error when stale commits are refused. */
async function judge(
  inputs: Inputs,
  source: Source,
  head: Awaited<ReturnType<typeof headOf>>,
  published: readonly string[],
  errors: UserError[],
): Promise<readonly string[]> {
  const { git, commit, branch, automation, event } = source
  const decision = inputs['on-stale'] ?? (event.kind === 'push' ? 'fail' : 'warn')
  if (decision === 'allow' || event.kind === 'pull-request') return []
  if ((await git.ask('rev-parse', '--git-dir')) === undefined) return []
  const facts = await stalenessFacts(git, commit.sha, branch, automation, Promise.resolve(head), published)
  const staleness = judgeStaleness(facts)
  const sentence = describeStaleness(staleness, commit.sha, branch ?? 'this ref')
  if (sentence === undefined) return []
  if (decision === 'warn' || staleness.kind === 'unknown') return [sentence]
  errors.push(
    new UserError(sentence, {
      next: 'Publishing it would roll back what is newer. To do that on purpose set on-stale: warn',
    }),
  )
  return []
}

async function readTargets(inputs: Inputs, docker: DockerSetup, runner: Runner) {
  const file = inputs['env-file']
  const path = file === undefined || file.startsWith('/') ? file : `${runner.workspace}/${file}`
  const text = path === undefined ? undefined : await runner.files.readText(path)
  if (file !== undefined && text === undefined) throw new UserError(`input "env-file": ${file} does not exist`)
  const values = readEnvFile(text, file ?? '', runner.env)
  for (const secret of values.secrets) runner.mask(secret)
  const options = { registry: inputs.registry, workspace: runner.workspace, values }
  if (inputs['bake-files'].length === 0) return imageTargets(chooseImages(inputs.images, inputs.targets), options)
  const files = inputs['bake-files'].flatMap(name => ['--file', name])
  const printed = await runner.exec({
    command: 'docker',
    args: ['buildx', 'bake', ...files, '--print', ...inputs.targets],
    cwd: runner.workspace,
    env: docker.env,
    signal: runner.signal,
  })
  if (printed.code !== 0) {
    const said =
      printed.stderr
        .trim()
        .split('\n')
        .at(-1)
        ?.replace(/^ERROR:\s*/, '') ?? ''
    throw new UserError(`input "bake-files": ${said}`)
  }
  return { targets: bakeFileTargets(parseJson(printed.stdout), options), env: {} }
}

function definitionOptions(inputs: Inputs, source: Source, plan: Plan): DefinitionOptions {
  const { event, commit } = source
  return {
    registry: inputs.registry,
    insecure: inputs.insecure,
    provenance: inputs.provenance,
    sbom: inputs.sbom,
    noCache: inputs['no-cache'],
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

/** Deletes old builds; what goes wrong here is a warning, as the new ones are published. */
async function retain(
  inputs: Inputs,
  source: Source,
  checks: Checks,
  registry: Registry,
  runner: Runner,
): Promise<readonly string[]> {
  const keep = inputs.retention
  if (keep === undefined) return []
  return runner.log.group('Retention', async () => {
    try {
      const remarks: string[] = []
      for (const plan of await retentionPlans(keep, source, checks, registry)) {
        logRetention(plan, runner)
        const done = inputs['dry-run']
          ? []
          : await Promise.all(plan.remove.map(({ digest }) => registry.deleteManifest(plan.name, digest)))
        const tags = plan.remove.flatMap(entry => entry.tags)
        if (done.length > 0) remarks.push(`Deleted ${tags.length} old builds of ${plan.name}`)
      }
      return remarks
    } catch (error) {
      const remark = `Old builds were not deleted: ${messageOf(error)}`
      runner.log.warning(remark)
      return [remark]
    }
  })
}

async function retentionPlans(
  keep: number,
  source: Source,
  checks: Checks,
  registry: Registry,
): Promise<readonly RetentionPlan[]> {
  const named = await namedInGit(source.git)
  return Promise.all(
    checks.targets.map(async ({ name }) => {
      const digests = await tagDigests(registry, name, await registry.tags(name))
      return planRetention(name, source.prefix, keep, digests, named)
    }),
  )
}

function logRetention(plan: RetentionPlan, runner: Runner): void {
  for (const { digest, tags } of plan.remove) runner.log.info(`delete ${plan.name}@${digest}: ${tags.join(', ')}`)
  for (const { tag, reason } of plan.spared) runner.log.info(`keep ${plan.name}:${tag}: ${reason}`)
  if (plan.remove.length === 0) runner.log.info(`${plan.name}: nothing to delete`)
}

async function dryRun(publication: Publication, inputs: Inputs, source: Source, checks: Checks, runner: Runner) {
  await runner.log.group('What would be built', async () => {
    const named = new Map(publication.targets.map(({ id, repository, bake: target }) => [id, { repository, target }]))
    const phase = { kind: 'push-tags', tag: publication.tag } as const
    runner.log.info(bakeDefinition(named, phase, publication.options))
  })
  await retain(inputs, source, checks, publication.registry, runner)
  const images = publication.targets.map(target => `${target.repository}:${publication.tag}`)
  runner.log.notice(`Dry run: would publish ${images.join(', ')}`)
  await runner.summary(plainSummary('Dry run', [...images.map(image => `would publish ${image}`), ...checks.remarks]))
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

function messageOf(error: unknown): string {
  if (error instanceof UserError) return sentence(error)
  return error instanceof Error ? error.message : String(error)
}
