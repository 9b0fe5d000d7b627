import { messageOf, UserError } from '../errors.js'
import { parseJson, textMember } from '../json.js'
import { printableLine } from '../printable.js'
import type { Runner } from '../runner/ports.js'
import { broken, type Check, ok } from './check.js'
import { parseVersion, type Version } from './versions.js'

export interface FluxProgram {
  readonly check: Check
  /** Undefined when there is none that can be used. */
  readonly version: Version | undefined
}

const INSTALL = 'Install the flux command line: https://fluxcd.io/flux/installation/'

/** The installed command line of Flux. */
export async function fluxProgram({ exec, signal }: Pick<Runner, 'exec' | 'signal'>): Promise<FluxProgram> {
  try {
    const { code, stdout, stderr } = await exec({
      command: 'flux',
      args: ['version', '--client', '-o', 'json'],
      signal,
    })
    const version = parseVersion(textMember(parseJson(stdout), 'flux') ?? '')
    if (version?.major === 2) return { check: ok('flux', `${version.text} is installed`), version }
    const said = printableLine(version?.text ?? (stderr || stdout))
    return {
      check: broken('flux', `does not say which Flux 2 it is (exit code ${code}: ${said})`, INSTALL),
      version: undefined,
    }
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof UserError)) throw error
    return { check: broken('flux', messageOf(error).split('. ')[0] ?? '', INSTALL), version: undefined }
  }
}
