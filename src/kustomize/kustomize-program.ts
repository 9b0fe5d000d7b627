import { UserError } from '../errors.js'
import { parseJson, textMember } from '../json.js'
import type { Environment, Exec } from '../runner/ports.js'

/** The installed program that builds folders. */
export interface KustomizeProgram {
  readonly command: string
  /** What stands in front of the options. */
  readonly args: readonly string[]
  /** As the program calls itself, such as `v5.6.0`; Debian's calls itself `(devel)`. */
  readonly version: string
}

/**
 * Finds kustomize, or kubectl where there is none.
 *
 * @returns undefined when neither is installed
 */
export async function findKustomize(exec: Exec, env: Environment): Promise<KustomizeProgram | undefined> {
  const ask = (command: string, args: readonly string[]) =>
    exec({ command, args, env }).catch((error: unknown) => {
      if (error instanceof UserError) return undefined
      throw error
    })
  const own = await ask('kustomize', ['version'])
  if (own?.code === 0) return { command: 'kustomize', args: ['build'], version: own.stdout.trim() }
  const kubectl = await ask('kubectl', ['version', '--client', '--output', 'json'])
  if (kubectl?.code !== 0) return undefined
  const version = textMember(parseJson(kubectl.stdout), 'kustomizeVersion') ?? ''
  return { command: 'kubectl', args: ['kustomize'], version }
}

/** Whether it is as old as version 4, which builds otherwise than what Flux has built in. */
export function isTooOld({ version }: KustomizeProgram): boolean {
  const major = /v(\d+)\.\d/.exec(version)?.[1]
  return major !== undefined && Number(major) < 5
}
