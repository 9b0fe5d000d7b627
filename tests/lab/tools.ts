import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from '@jest/globals'

/** Names of the groups of `scripts/tools`, and what must be in place for one to count as there; the last are the machine's. */
const programs = {
  docker: ['dockerd', 'docker', 'containerd', 'runc'],
  registry: ['docker-registry'],
  kustomize: ['kustomize'],
  busybox: [],
  node24: [],
  node20: [],
  buildkit: ['buildkitd', 'buildctl', 'runc'],
  crane: ['crane'],
  actionlint: ['actionlint'],
  zizmor: ['zizmor'],
  'pre-commit': ['pre-commit'],
  npm: ['npm'],
  act: ['act'],
  kubeseal: ['kubeseal'],
  kubeconform: ['kubeconform'],
  kubectl: ['kubectl'],
  schemas: [],
  'flux-schema': ['flux-schema'],
  sops: ['sops', 'age-keygen'],
  openssh: ['sshd', 'ssh', 'ssh-keygen'],
  strace: ['strace'],
  script: ['script', 'timeout'],
  git: ['git'],
  openssl: ['openssl'],
} as const satisfies Record<string, readonly string[]>

export type Tool = keyof typeof programs

const root = join(import.meta.dirname, '..', '..')
const toolsFolder = join(root, '.tools')

/** First on PATH in every lab. */
export const binFolder = join(toolsFolder, 'bin')

/** `kubernetes/VERSION/*.json`, and `crds/*.yaml`. */
export const schemasFolder = join(toolsFolder, 'schemas')

/** Where `docker-buildx` is, when it was brought; a machine's own is found by the docker CLI itself. */
export const pluginsFolder = join(toolsFolder, 'docker-config', 'cli-plugins')

/** The static busybox for a platform's architecture. */
export function busybox(architecture: 'amd64' | 'arm64'): string {
  return join(toolsFolder, 'busybox', architecture, 'busybox')
}

/** The Node.js binary of a major version; undefined when there is none here. */
export function node(major: 20 | 24): string | undefined {
  const brought = join(toolsFolder, `node${major}`, 'bin', 'node')
  if (existsSync(brought)) return brought
  return [process.execPath, locate('node')].find(path => path !== undefined && majorOf(path) === major)
}

function majorOf(path: string): number {
  return Number(execFileSync(path, ['--version'], { encoding: 'utf8' }).match(/^v(\d+)/)?.[1])
}

/** The path of a program, brought or the machine's own; undefined when it is not there. */
export function locate(program: string): string | undefined {
  const folders = [binFolder, ...(process.env.PATH ?? '').split(':')]
  return folders.map(folder => join(folder, program)).find(isExecutable)
}

export function isThere(tool: Tool): boolean {
  if (tool === 'busybox') return existsSync(busybox('amd64')) && existsSync(busybox('arm64'))
  if (tool === 'node24') return node(24) !== undefined
  if (tool === 'node20') return node(20) !== undefined
  if (tool === 'schemas') return existsSync(schemasFolder)
  return programs[tool].every(program => locate(program) !== undefined)
}

/**
 * `describe` for tests that need real components. Where one is missing (or root, which everything with a daemon or a
 * mount needs), the tests are shown as skipped, with the reason; in CI that is a failure.
 */
export function describeWith(needs: readonly (Tool | 'root')[], title: string, body: () => void): void {
  const missing = needs.filter(need => (need === 'root' ? process.getuid?.() !== 0 : !isThere(need)))
  if (missing.length === 0) {
    describe(title, body)
    return
  }
  const reason = `${title} (missing here: ${missing.join(', ')}; scripts/tools brings tools)`
  if (process.env.CI) {
    test(reason, () => {
      throw new Error(`not there, and CI skips nothing: ${missing.join(', ')}`)
    })
  } else {
    describe.skip(reason, body)
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
