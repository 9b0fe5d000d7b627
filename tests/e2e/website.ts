import { join } from 'node:path'
import { type ActionResult, type ActionStep, runAction } from '../lab/action-process.js'
import type { DockerEngine } from '../lab/docker-engine.js'
import { type GitRepository, makeGitRepository } from '../lab/git-repository.js'
import type { Lab } from '../lab/lab.js'
import { succeed, type Wrapper } from '../lab/program.js'
import { account } from '../lab/registry.js'

export const BUILD_PUSH = join(import.meta.dirname, '..', '..', 'actions', 'build-push')

const DOCKERFILE = 'FROM scratch\nARG GREETING=hello\nLABEL greeting=$GREETING\nCOPY page /page\n'

/** Frontend and backend as in the reference deployment, small enough to build in no time. */
export const IMAGES = `
- name: library/frontend
  context: frontend
  platforms: linux/arm64
- name: library/backend
  context: backend
  platforms: linux/amd64
`

/** Both images for both platforms. */
export const BOTH_PLATFORMS = IMAGES.replace(/platforms: .*/g, 'platforms: linux/amd64,linux/arm64')

/** A repository with two images to build, on master, with an origin. */
export async function makeWebsite(lab: Lab): Promise<GitRepository> {
  const repository = await makeGitRepository(lab)
  await repository.commit({
    'frontend/Dockerfile': DOCKERFILE,
    'frontend/page': '<h1>frontend</h1>\n',
    'backend/Dockerfile': DOCKERFILE,
    'backend/page': '{"status":"ok"}\n',
  })
  await repository.addOrigin()
  return repository
}

/** The action in a push to master, as the workflow runs it. */
export async function pushStep(
  website: GitRepository,
  engine: DockerEngine | undefined,
  registry: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<ActionStep> {
  return {
    action: BUILD_PUSH,
    workspace: website.folder,
    sha: await website.git('rev-parse', 'HEAD'),
    event: { name: 'push', payload: { repository: { default_branch: 'master' } } },
    ...(engine === undefined ? {} : { env: engine.env }),
    inputs: {
      registry,
      insecure: 'true',
      username: account.username,
      password: account.password,
      images: IMAGES,
      ...inputs,
    },
  }
}

/** Runs the action in a push to master. */
export async function push(
  lab: Lab,
  website: GitRepository,
  engine: DockerEngine | undefined,
  registry: string,
  inputs: Readonly<Record<string, string>> = {},
  more: Partial<ActionStep> = {},
): Promise<ActionResult> {
  return runAction(lab, { ...(await pushStep(website, engine, registry, inputs)), ...more })
}

/** Another client than ours: go-containerregistry's crane. */
export function crane(lab: Lab, registry: string, wrap?: Wrapper) {
  const call = (...args: readonly string[]) =>
    succeed(lab, { command: 'crane', args: [...args], ...(wrap === undefined ? {} : { wrap }) })
  let ready: Promise<unknown> | undefined
  const login = () => {
    ready ??= call('auth', 'login', registry, '-u', account.username, '-p', account.password, '--insecure')
    return ready
  }
  return {
    async tags(name: string): Promise<readonly string[]> {
      await login()
      return lines(await call('ls', '--insecure', `${registry}/${name}`))
    },
    async digest(name: string, tag: string): Promise<string> {
      await login()
      return (await call('digest', '--insecure', `${registry}/${name}:${tag}`)).trim()
    },
    async platforms(name: string, tag: string): Promise<readonly string[]> {
      await login()
      const manifest: unknown = JSON.parse(await call('manifest', '--insecure', `${registry}/${name}:${tag}`))
      if (hasManifests(manifest)) {
        return manifest.manifests.map(({ platform: { os, architecture } }) => `${os}/${architecture}`)
      }
      const config: unknown = JSON.parse(await call('config', '--insecure', `${registry}/${name}:${tag}`))
      return hasPlatform(config) ? [`${config.os}/${config.architecture}`] : []
    },
    async config(name: string, tag: string): Promise<string> {
      await login()
      return call('config', '--insecure', `${registry}/${name}:${tag}`)
    },
    async repositories(): Promise<readonly string[]> {
      await login()
      return lines(await call('catalog', '--insecure', registry))
    },
    async tag(name: string, from: string, to: string): Promise<void> {
      await login()
      await call('tag', '--insecure', `${registry}/${name}:${from}`, to)
    },
  }
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter(line => line !== '')
}

interface Platform {
  readonly os: string
  readonly architecture: string
}

function hasManifests(value: unknown): value is { manifests: readonly { platform: Platform }[] } {
  return typeof value === 'object' && value !== null && 'manifests' in value
}

function hasPlatform(value: unknown): value is Platform {
  return typeof value === 'object' && value !== null && 'os' in value && 'architecture' in value
}

/** The result of a run that ended well; else its whole log is shown. */
export function done(result: ActionResult): ActionResult {
  if (result.code === 0) return result
  throw new Error(`exit code ${result.code}\n${result.log}`)
}
