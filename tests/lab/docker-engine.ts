import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeConfigFolder } from './docker-config.js'
import type { Lab } from './lab.js'
import { resolveNames } from './names.js'
import { start, type Wrapper } from './program.js'

export interface DockerEngine {
  /** unix://… */
  readonly host: string
  /** A docker client's whole environment for this engine, with buildx as a plugin in its own DOCKER_CONFIG. */
  readonly env: Readonly<Record<string, string>>
  /** The DOCKER_CONFIG in `env`. */
  readonly configFolder: string
  /** What dockerd has written so far. */
  log(): string
  stop(): Promise<void>
}

export interface DockerEngineOptions {
  /** The containerd image store, which can keep and push several platforms; on unless told. */
  readonly containerdStore?: boolean
  /** Where the engine is to find names that do not exist elsewhere; see `resolveNames`. */
  readonly wrap?: Wrapper
  /** More of daemon.json. */
  readonly config?: Readonly<Record<string, unknown>>
}

/**
 * Starts a dockerd of the lab's own. It has no bridge and touches no firewall: containers have no network, or the host's
 * (`--network host`, and `--driver-opt network=host` for a docker-container builder). Base images cannot be pulled.
 */
export async function startDockerEngine(lab: Lab, options: DockerEngineOptions = {}): Promise<DockerEngine> {
  const folder = await lab.makeFolder('docker')
  const host = `unix://${folder}/docker.sock`
  const config = {
    features: { 'containerd-snapshotter': options.containerdStore ?? true },
    bridge: 'none',
    iptables: false,
    ip6tables: false,
    'userland-proxy': false,
    'data-root': `${folder}/data`,
    'exec-root': `${folder}/exec`,
    pidfile: `${folder}/pid`,
    hosts: [host],
    ...options.config,
  }
  await writeFile(join(folder, 'daemon.json'), JSON.stringify(config))
  // In a mount namespace of its own whatever the options say: what dockerd mounts goes away with it.
  const wrap = options.wrap ?? (await resolveNames(lab, []))
  const daemon = start(lab, { command: 'dockerd', args: ['--config-file', `${folder}/daemon.json`], cwd: folder, wrap })
  await daemon.waitFor(/API listen on/)
  const configFolder = await makeConfigFolder(lab)
  return {
    host,
    env: { ...lab.env, DOCKER_HOST: host, DOCKER_CONFIG: configFolder },
    configFolder,
    log: daemon.output,
    stop: daemon.stop,
  }
}
