import { broken, type Check, ok, unknown } from '../cluster/check.js'
import { UserError } from '../errors.js'
import { printableLine } from '../printable.js'
import type { Runner } from '../runner/ports.js'

interface Tool {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly remedy: string
}

/** What a build with build-push needs on its runner. */
const TOOLS: readonly Tool[] = [
  { name: 'git', command: 'git', args: ['--version'], remedy: 'Install git' },
  { name: 'node', command: 'node', args: ['--version'], remedy: 'Install Node.js 20 or newer' },
  {
    name: 'docker',
    command: 'docker',
    args: ['version', '--format', '{{.Server.Version}}'],
    remedy: 'Install Docker, start it, and let the user of the runner reach it',
  },
  {
    name: 'docker buildx',
    command: 'docker',
    args: ['buildx', 'version'],
    remedy: 'Install the plugin buildx of docker',
  },
  {
    name: 'kustomize',
    command: 'kustomize',
    args: ['version'],
    remedy: 'Install kustomize; the gate takes kubectl where there is none',
  },
]

/**
 * The programs of a runner.
 *
 * @param isRunner whether this machine is one, so that what is missing breaks the build
 */
export async function toolChecks(
  { exec, signal }: Pick<Runner, 'exec' | 'signal'>,
  isRunner: boolean,
): Promise<readonly Check[]> {
  return Promise.all(
    TOOLS.map(async ({ name, command, args, remedy }) => {
      const missing = (found: string) =>
        isRunner ? broken(name, found, remedy) : unknown(name, found, `${remedy}, if this is the runner (--runner)`)
      try {
        const { code, stdout, stderr } = await exec({ command, args, signal })
        const said = printableLine((code === 0 ? stdout : stderr).trim().split('\n')[0] ?? '')
        return code === 0 ? ok(name, said) : missing(`does not work: ${said || `exit code ${code}`}`)
      } catch (error) {
        signal.throwIfAborted()
        if (!(error instanceof UserError)) throw error
        return missing('is not there')
      }
    }),
  )
}
