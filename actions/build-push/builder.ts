import { join } from 'node:path'
import { UserError } from '../../src/errors.js'
import { type Platform, parsePlatform } from '../../src/image/platform.js'
import { parseJson } from '../../src/json.js'
import type { Exec, ExecResult, Files, Log } from '../../src/runner/ports.js'
import type { DockerSetup } from './docker-config.js'

/** The builder that a run uses. */
export interface Builder {
  readonly name: string
  /** `docker`, `docker-container`, `remote`, `kubernetes` or what else buildx may know. */
  readonly driver: string
  /** What its nodes can run, taken together. */
  readonly platforms: readonly Platform[]
  /**
   * Whether it can push an image by its digest, so that the tags can be put last. The daemon's own builder cannot; and of a
   * builder with several nodes buildx joins the halves of an image by itself, under a tag in any case.
   */
  readonly pushesDigests: boolean
  /** Whether the daemon's own builder says that it keeps its images in containerd; older versions of buildx do not tell. */
  readonly containerdStore: boolean
}

/** What the builder is needed for. */
export interface BuilderNeeds {
  readonly registry: string
  /** The registry speaks plain HTTP. */
  readonly insecure: boolean
  /** The registry is on this machine, so a builder in a container has to share its network. */
  readonly local: boolean
}

interface World {
  readonly exec: Exec
  readonly files: Files
  readonly log: Log
  readonly docker: DockerSetup
}

/** The builder that is made when none is named and the current one cannot do what is asked. */
const OWN_BUILDER = 'fluxgate'

/** What there is, before it is known what is needed: asking docker takes a while, and other questions can be asked meanwhile. */
export interface BuilderSight {
  /** The builder of that name, or the current one; undefined when there is none of that name. */
  readonly found: Builder | undefined
  /** The configuration of a builder of that name that an earlier run made. */
  readonly made: string | undefined
}

/**
 * Looks at the named builder, or at the current one.
 *
 * @throws UserError when docker or buildx is missing, or the builder does not start
 */
export async function lookAtBuilder(name: string | undefined, world: World): Promise<BuilderSight> {
  const [made, found] = await Promise.all([
    world.files.readText(configPath(name ?? OWN_BUILDER, world)),
    inspect(name, world),
  ])
  return { made, found }
}

/**
 * Decides on the builder, or makes it.
 *
 * A named builder that exists is used as it is. One that does not exist, or that an earlier run made, is a
 * docker-container builder configured for the registry; it is kept, and made anew (with its cache) only when the
 * configuration changes. Without a name the current builder is used, unless it is the daemon's own and cannot push.
 *
 * @throws UserError when the builder does not start or cannot push
 */
export async function prepareBuilder(
  name: string | undefined,
  { found, made }: BuilderSight,
  needs: BuilderNeeds,
  world: World,
): Promise<Builder> {
  if (found === undefined || (name !== undefined && made !== undefined)) {
    return makeBuilder(name ?? OWN_BUILDER, found, made, needs, world)
  }
  if (found.driver !== 'docker' || found.containerdStore || (await hasContainerdStore(world))) return found
  const lack = `the builder "${found.name}" is the Docker daemon's own, which pushes only with the containerd image store`
  if (name === undefined) {
    world.log.info(`As ${lack}, the builder "${OWN_BUILDER}" is used`)
    const own = made === undefined ? undefined : await inspect(OWN_BUILDER, world)
    return makeBuilder(OWN_BUILDER, own, made, needs, world)
  }
  throw new UserError(lack, {
    next: 'Leave the input "builder" empty, or turn the store on ("features": {"containerd-snapshotter": true} in daemon.json)',
  })
}

/** Whether the daemon keeps its images in containerd: only then does its builder push by itself, several platforms too. */
async function hasContainerdStore(world: World): Promise<boolean> {
  const result = await docker(world, 'info', '--format', '{{json .DriverStatus}}')
  const status = parseJson(result.stdout)
  return (
    Array.isArray(status) && status.some(entry => Array.isArray(entry) && /^io\.containerd\.snapshotter/.test(entry[1]))
  )
}

async function makeBuilder(
  name: string,
  found: Builder | undefined,
  made: string | undefined,
  needs: BuilderNeeds,
  world: World,
): Promise<Builder> {
  const config = builderConfig(made, needs)
  if (found !== undefined && made === config.text) return found
  if (found !== undefined) {
    world.log.info(`The builder "${name}" is made anew for ${needs.registry}; its cache is kept`)
    await checked(world, `remove the builder "${name}"`, 'buildx', 'rm', '--keep-state', name)
  }
  const path = configPath(name, world)
  const draft = `${path}.new`
  await world.files.writeText(draft, config.text)
  const options = config.hostNetwork ? ['--driver-opt', 'network=host'] : []
  const create = ['buildx', 'create', '--name', name, '--driver', 'docker-container', ...options]
  await checked(world, `make the builder "${name}"`, ...create, '--buildkitd-config', draft)
  // The configuration is remembered once the builder has it: a run that is interrupted makes it anew.
  await world.files.writeText(path, config.text)
  await world.files.remove(draft)
  const builder = await inspect(name, world)
  if (builder === undefined) throw new UserError(`the builder "${name}" is gone after it was made`)
  return builder
}

const HOST_NETWORK = '# network: host'

/** BuildKit's configuration: what is known of other registries stays, as several repositories may share a runner. */
function builderConfig(made: string | undefined, needs: BuilderNeeds): { text: string; hostNetwork: boolean } {
  const hosts = new Set([...(made ?? '').matchAll(/^\[registry\."([^"]+)"\]/gm)].map(match => match[1] ?? ''))
  if (needs.insecure) hosts.add(needs.registry)
  else hosts.delete(needs.registry)
  const hostNetwork = needs.local || (made ?? '').includes(HOST_NETWORK)
  // BuildKit looks registries up by host and port; a project behind them would match nothing.
  const registries = [...hosts].sort().map(host => `\n[registry."${host}"]\n  http = true\n`)
  const head = `# Made by fluxgate: the registries that this builder reaches over plain HTTP.\n`
  return { text: `${head}${hostNetwork ? `${HOST_NETWORK}\n` : ''}${registries.join('')}`, hostNetwork }
}

function configPath(name: string, world: World): string {
  return join(world.docker.buildxFolder, 'fluxgate', `${name}.toml`)
}

/** What buildx says of a builder, started if need be; undefined when there is none of that name. */
async function inspect(name: string | undefined, world: World): Promise<Builder | undefined> {
  const named = name === undefined ? [] : [name]
  const result = await docker(world, 'buildx', 'inspect', ...named)
  if (result.code !== 0 && /no builder .* found/.test(result.stderr)) return undefined
  const shown = result.code === 0 ? parseInspect(result.stdout) : undefined
  if (shown !== undefined && shown.error === undefined && shown.platforms.length > 0) return shown
  const started = await docker(world, 'buildx', 'inspect', '--bootstrap', ...named)
  const builder = started.code === 0 ? parseInspect(started.stdout) : undefined
  if (builder !== undefined && builder.error === undefined) return builder
  throw builderError(name, builder?.error ?? (started.stderr || result.stderr))
}

/** The text of `docker buildx inspect`: first the builder's fields, then those of each node. */
export function parseInspect(text: string): (Builder & { readonly error: string | undefined }) | undefined {
  const fields = new Map<string, string[]>()
  for (const line of text.split('\n')) {
    const [, key, value] = /^([A-Z][A-Za-z ]*?):\s*(.*)$/.exec(line) ?? []
    if (key !== undefined && value !== undefined) fields.set(key, [...(fields.get(key) ?? []), value.trim()])
  }
  const name = fields.get('Name')?.[0]
  const driver = fields.get('Driver')?.[0]
  if (name === undefined || driver === undefined) return undefined
  // The first name is the builder's own.
  const nodes = (fields.get('Name')?.length ?? 1) - 1
  const platforms = (fields.get('Platforms') ?? [])
    .flatMap(list => list.split(','))
    .map(platform => parsePlatform(platform.replace('*', '')))
    .filter(platform => platform !== undefined)
  return {
    name,
    driver,
    platforms: [...new Set(platforms)],
    pushesDigests: driver !== 'docker' && nodes === 1,
    containerdStore: /^ org\.mobyproject\.buildkit\.worker\.snapshotter:/m.test(text),
    error: fields.get('Error')?.[0],
  }
}

function builderError(name: string | undefined, said: string): UserError {
  const words =
    said
      .trim()
      .split('\n')
      .at(-1)
      ?.replace(/^ERROR:\s*/, '') ?? ''
  const what = name === undefined ? 'the current builder' : `the builder "${name}"`
  if (/is not a docker command|unknown command|unknown (?:shorthand )?flag|Run 'docker --help'/.test(said)) {
    return new UserError('docker has no buildx', { next: 'Install the docker-buildx plugin (docker-buildx-plugin)' })
  }
  if (/Cannot connect to the Docker daemon|permission denied.*docker/i.test(said)) {
    return new UserError(`the Docker daemon cannot be reached: ${words}`, {
      next: 'Start it, and let the user of the runner reach its socket (group "docker")',
    })
  }
  return new UserError(`${what} does not start: ${words}`, { next: 'See docker buildx inspect --bootstrap' })
}

async function checked(world: World, what: string, ...args: readonly string[]): Promise<void> {
  const result = await docker(world, ...args)
  if (result.code === 0) return
  throw new UserError(`docker could not ${what}: ${result.stderr.trim().split('\n').at(-1) ?? ''}`)
}

function docker(world: World, ...args: readonly string[]): Promise<ExecResult> {
  return world.exec({ command: 'docker', args, env: world.docker.env })
}
