import { join } from 'node:path'
import { UserError } from '../../src/errors.js'
import { member, parseJson, textMember } from '../../src/json.js'
import type { Credentials } from '../../src/registry/authorization.js'
import type { Environment, Exec, Files } from '../../src/runner/ports.js'

/** The docker command line as this run uses it. */
export interface DockerSetup {
  /** The environment of every docker process of this run. */
  readonly env: Environment
  /** The folder of this run's docker configuration; removed at the end. */
  readonly folder: string
  /** Where buildx keeps its builders: the user's own place, so that builders outlive the run. */
  readonly buildxFolder: string
  /** What logs in to the registry: the inputs, or else what the user's own configuration knows. */
  readonly credentials: Credentials | undefined
}

const HELPER = 'fluxgate'
/** Docker Hub goes by an address of its own in docker's configuration. */
const DOCKER_HUB = 'https://index.docker.io/v1/'

/**
 * The credential helper of this run: docker writes a host to its standard input and reads the login, which comes from
 * the environment, a line a host. So no password is in a file or an argument.
 */
const HELPER_SCRIPT = `#!/bin/sh
read -r wanted
[ "$1" = get ] || exit 0
tab=$(printf '\\t')
printf '%s\\n' "$FLUXGATE_DOCKER_LOGINS" | while IFS="$tab" read -r host login; do
  if [ "$host" = "$wanted" ]; then printf '%s' "$login"; fi
done
`

/**
 * Makes a docker configuration of this run's own beside the user's, which is only read: its contexts, plug-ins, proxies
 * and logins stay in use, and the login of the inputs comes on top for the one registry.
 */
export async function setUpDocker(
  world: { readonly env: Environment; readonly files: Files; readonly exec: Exec },
  registry: string,
  login: Credentials | undefined,
): Promise<DockerSetup> {
  const { env, files } = world
  const own = env.DOCKER_CONFIG || join(env.HOME ?? '/', '.docker')
  const configText = await files.readText(join(own, 'config.json'))
  const config = parseJson(configText ?? '{}')
  if (config === undefined) {
    throw new UserError(`${join(own, 'config.json')} is no JSON`, { next: 'Mend it, or remove it and log in again' })
  }
  const folder = await files.temporaryFolder('fluxgate-docker')
  for (const part of ['contexts', 'cli-plugins', 'tls']) {
    if ((await files.kind(join(own, part))) === 'folder') await files.link(join(own, part), join(folder, part))
  }
  const host = configKey(registry)
  const logins = new Map([...fileLogins(config), ...(login === undefined ? [] : [[host, login] as const])])
  const merged = {
    ...asObject(config),
    auths: {},
    credHelpers: { ...asObject(member(config, 'credHelpers')), ...helpers(logins.keys()) },
  }
  await files.writeText(join(folder, 'config.json'), `${JSON.stringify(merged)}\n`, 0o600)
  await files.writeText(join(folder, `docker-credential-${HELPER}`), HELPER_SCRIPT, 0o700)
  const buildxFolder = env.BUILDX_CONFIG || join(own, 'buildx')
  return {
    folder,
    buildxFolder,
    credentials: logins.get(host) ?? (await helperLogin(config, host, world)),
    env: {
      ...env,
      DOCKER_CONFIG: folder,
      BUILDX_CONFIG: buildxFolder,
      PATH: `${folder}:${env.PATH ?? ''}`,
      FLUXGATE_DOCKER_LOGINS: [...logins].map(([name, known]) => `${name}\t${helperAnswer(name, known)}`).join('\n'),
    },
  }
}

function helpers(hosts: Iterable<string>): Readonly<Record<string, string>> {
  return Object.fromEntries([...hosts].map(host => [host, HELPER]))
}

function helperAnswer(host: string, login: Credentials): string {
  return JSON.stringify({ ServerURL: host, Username: login.username, Secret: login.password })
}

/** The logins that `docker login` left in the user's configuration file. */
function fileLogins(config: unknown): ReadonlyMap<string, Credentials> {
  const logins = new Map<string, Credentials>()
  for (const [host, entry] of Object.entries(asObject(member(config, 'auths')))) {
    const token = textMember(entry, 'identitytoken')
    const [username, ...rest] = Buffer.from(textMember(entry, 'auth') ?? '', 'base64')
      .toString('utf8')
      .split(':')
    const key = hostKey(host)
    // The plain name counts more than an older one of the same host.
    if (key !== host && logins.has(key)) continue
    if (token !== undefined) logins.set(key, { username: '<token>', password: token })
    else if (username !== undefined && rest.length > 0) logins.set(key, { username, password: rest.join(':') })
  }
  return logins
}

/** Older versions of docker wrote addresses (`https://host/v1/`), and newer ones still read them as the host. */
function hostKey(written: string): string {
  return written === DOCKER_HUB ? written : written.replace(/^https?:\/\//, '').replace(/\/.*$/, '')
}

/** The login that a credential helper of the user's knows. */
async function helperLogin(
  config: unknown,
  host: string,
  world: { readonly env: Environment; readonly exec: Exec },
): Promise<Credentials | undefined> {
  const helper = textMember(member(config, 'credHelpers'), host) ?? textMember(config, 'credsStore')
  if (helper === undefined) return undefined
  const command = `docker-credential-${helper}`
  const result = await world.exec({ command, args: ['get'], stdin: host, env: world.env })
  const username = textMember(parseJson(result.stdout), 'Username')
  const password = textMember(parseJson(result.stdout), 'Secret')
  return username === undefined || password === undefined ? undefined : { username, password }
}

function configKey(registry: string): string {
  return registry === 'docker.io' ? DOCKER_HUB : registry
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
