import { throwAll, UserError, userErrorsOf } from '../../src/errors.js'
import { parseTag, printTag } from '../../src/image/tag.js'
import { parseJson } from '../../src/json.js'
import type { Registry } from '../../src/registry/client.js'
import type { Runner } from '../../src/runner/ports.js'
import type { StartedBake } from './bake.js'
import { type Builder, type BuilderSight, prepareBuilder } from './builder.js'
import { checkRegistry, type RegistryCheck } from './check-registry.js'
import { checkSources } from './check-sources.js'
import type { DockerSetup } from './docker-config.js'
import { readEnvFile } from './env-file.js'
import { headOf, stalenessFacts } from './history.js'
import type { Inputs } from './inputs.js'
import { makePlan, type Plan } from './plan.js'
import { checkPolicies } from './policies.js'
import { startPhase } from './publish.js'
import { chooseReceiver, type Receiver } from './receiver.js'
import type { Source } from './source.js'
import { describeStaleness, judgeStaleness } from './staleness.js'
import { bakeFileTargets, chooseImages, type ImageTarget, imageTargets, type ReadTargets } from './targets.js'

/** What a run goes by once everything was checked. */
export interface Checks {
  readonly plan: Plan
  readonly targets: readonly ImageTarget[]
  readonly builder: Builder
  /** What every bake of the run has in its environment. */
  readonly env: Readonly<Record<string, string>>
  /** The bake that will build. */
  readonly started: StartedBake
  readonly remarks: readonly string[]
  /** Who is asked for a scan after the push; undefined when nobody is, or nothing is pushed. */
  readonly receiver: Receiver | undefined
}

/** What the checks need to know. */
export interface PreflightQuestion {
  readonly inputs: Inputs
  readonly source: Source
  readonly docker: DockerSetup
  readonly sight: Promise<BuilderSight>
  readonly registry: Registry
  /** Whether the run will push, or would if it were no dry run. */
  readonly push: boolean
}

/** Everything that can be known before building, asked at once; all problems are thrown together. */
export async function preflight(question: PreflightQuestion, runner: Runner): Promise<Checks> {
  const { inputs, source, docker } = question
  const errors: UserError[] = []
  const collect = collector(errors)
  const prepared = (await collect(readTargets(inputs, docker, runner))) ?? { targets: [], env: {}, problems: [] }
  errors.push(...prepared.problems)
  const env = { ...prepared.env, SOURCE_DATE_EPOCH: String(source.commit.seconds) }
  const publication = { targets: prepared.targets, docker, env }
  // Docker's command line comes up while everything is checked.
  const early = startPhase(publication, inputs.builder, runner)
  try {
    const checked = await checkAll(question, prepared.targets, errors, runner)
    const same = checked.builder === (await question.sight).found
    if (!same) early.giveUp()
    const started = same ? early : startPhase(publication, checked.builder.name, runner)
    return { ...checked, targets: prepared.targets, env, started }
  } catch (error) {
    early.giveUp()
    throw error
  }
}

type Collect = <Value>(work: Promise<Value>) => Promise<Value | undefined>

/** Keeps the user's mistakes for later, so that all of them are told. */
function collector(errors: UserError[]): Collect {
  return async work => {
    try {
      return await work
    } catch (error) {
      const found = userErrorsOf(error)
      if (found.length === 0) throw error
      errors.push(...found)
      return undefined
    }
  }
}

async function checkAll(
  { inputs, source, docker, sight, registry, push }: PreflightQuestion,
  targets: readonly ImageTarget[],
  errors: UserError[],
  runner: Runner,
): Promise<Pick<Checks, 'plan' | 'builder' | 'remarks' | 'receiver'>> {
  const collect = collector(errors)
  const [checked, builder, head] = await Promise.all([
    // Without a push the registry is not asked: a fork's pull request has no login, and needs none to build.
    (push ? checkRegistry : nothingAsked)({
      registry,
      address: inputs.registry,
      insecure: inputs.insecure,
      hasCredentials: docker.credentials !== undefined,
      names: targets.map(target => target.name),
      push,
      http: runner.http,
    }),
    collect(decideBuilder(inputs, sight, docker, runner)),
    headOf(source.git, source.branch),
  ])
  errors.push(...checked.errors, ...(await checkSources(targets, builder, runner.files)))
  const published = [...checked.tags.values()].flat().filter(tag => parseTag(tag)?.prefix === source.prefix)
  const plan = await collect(Promise.resolve().then(() => planFor(source, published, runner)))
  // A proposal's job has neither secrets nor a token, and needs none.
  const receiver = push ? await collect(Promise.resolve().then(() => chooseReceiver(inputs, runner.env))) : undefined
  const remarks: string[] = []
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
  remarks.push(...(await judge(inputs, source, head, published, errors)))
  throwAll(errors)
  for (const remark of remarks) runner.log.warning(remark)
  if (builder === undefined || plan === undefined) throw new Error('preflight lost an error')
  return { plan, builder, remarks, receiver }
}

async function nothingAsked(): Promise<RegistryCheck> {
  return { errors: [], tags: new Map() }
}

async function decideBuilder(
  inputs: Inputs,
  sight: Promise<BuilderSight>,
  docker: DockerSetup,
  runner: Runner,
): Promise<Builder> {
  const seen = await sight
  const { registry, insecure } = inputs
  const needs = { registry, insecure, local: await isLocal(registry, runner) }
  return prepareBuilder(inputs.builder, seen, needs, { ...runner, docker })
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
  const decision = inputs['on-stale'] ?? (event.kind === 'manual' ? 'warn' : 'fail')
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

async function readTargets(inputs: Inputs, docker: DockerSetup, runner: Runner): Promise<ReadTargets> {
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
  return { targets: bakeFileTargets(parseJson(printed.stdout), options), env: {}, problems: [] }
}
