import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { DockerEngine } from './docker-engine.js'
import type { Lab } from './lab.js'
import { resolveNames } from './names.js'
import { run, start, succeed, type Wrapper } from './program.js'
import { busybox, locate } from './tools.js'

export interface BuildKit {
  /** tcp://127.0.0.1:PORT, for `docker buildx create --driver remote` */
  readonly address: string
  log(): string
  stop(): Promise<void>
}

export interface BuildKitOptions {
  /** Content of buildkitd.toml: a remote BuildKit knows its insecure registries only from there. */
  readonly config?: string
  readonly wrap?: Wrapper
}

/** A BuildKit daemon outside Docker, as the `remote` driver wants it. */
export async function startBuildKit(lab: Lab, options: BuildKitOptions = {}): Promise<BuildKit> {
  const folder = await lab.makeFolder('buildkit')
  const config = join(folder, 'buildkitd.toml')
  await writeFile(config, options.config ?? '')
  const wrap = options.wrap ?? (await resolveNames(lab, []))
  const daemon = start(lab, {
    command: 'buildkitd',
    args: [
      ...['--addr', 'tcp://127.0.0.1:0', '--root', join(folder, 'root'), '--config', config],
      // Kept off: the machine may have a containerd of its own, which is none of our business.
      ...['--containerd-worker=false', '--oci-worker-net', 'host'],
    ],
    cwd: folder,
    wrap,
  })
  const [, address] = await daemon.waitFor(/running server on (127\.0\.0\.1:\d+)/)
  return { address: `tcp://${address}`, log: daemon.output, stop: daemon.stop }
}

const imageName = 'moby/buildkit:buildx-stable-1'

/**
 * Gives the engine the image that buildx' docker-container driver starts. The driver tries to pull it first, is refused
 * because of `resolveNames`, and then takes what is there.
 */
export async function buildBuildKitImage(lab: Lab, engine: DockerEngine): Promise<void> {
  const context = await lab.makeFolder('buildkit-image')
  const programs = await Promise.all(['buildkitd', 'buildctl', 'runc'].map(name => stageProgram(lab, context, name)))
  const libraries = new Set(programs.flat())
  for (const library of libraries) await stage(library, join(context, 'root', library))
  await stage(busybox(process.arch === 'arm64' ? 'arm64' : 'amd64'), join(context, 'root', 'bin', 'sh'))
  await mkdir(join(context, 'root', 'tmp'))
  await succeed(lab, {
    command: 'docker',
    args: [
      ...['buildx', 'build', '--builder', 'default', '--provenance=false'],
      // Compressing would take most of the time.
      ...['--output', `type=image,name=${imageName},compression=uncompressed,unpack=true`],
      ...['--file', join(import.meta.dirname, 'buildkit-image', 'Dockerfile'), context],
    ],
    wholeEnv: engine.env,
  })
}

/** Stages a program and tells which libraries it is linked with; a static one has none. */
async function stageProgram(lab: Lab, context: string, name: string): Promise<readonly string[]> {
  const path = locate(name)
  if (path === undefined) throw new Error(`${name} is not there; scripts/tools docker buildkit brings it`)
  await stage(path, join(context, 'root', 'usr', 'bin', name))
  const { stdout } = await run(lab, { command: 'ldd', args: [path] })
  return [...stdout.matchAll(/(\/\S+) \(0x/g)].flatMap(([, library]) => library ?? [])
}

async function stage(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await copyFile(from, to)
}
