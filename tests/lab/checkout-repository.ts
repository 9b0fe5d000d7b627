import { join } from 'node:path'
import type { Lab } from './lab.js'
import { succeed } from './program.js'

const ROOT = join(import.meta.dirname, '../..')

export interface CheckoutRepository {
  /** Address of a bare repository, as git takes it. */
  readonly url: string
  readonly commit: string
}

/** This checkout as others would fetch it: a bare repository whose only commit holds every file that git would not ignore. */
export async function makeCheckoutRepository(lab: Lab): Promise<CheckoutRepository> {
  const folder = await lab.makeFolder('fluxgate')
  const git = (...args: readonly string[]) => succeed(lab, { command: 'git', args, cwd: folder })
  const ofCheckout = ['-c', 'core.bare=false', `--git-dir=${folder}`, `--work-tree=${ROOT}`]
  await git('init', '--quiet', '--bare', '--initial-branch=main', '.')
  await git(...ofCheckout, 'add', '--all', ROOT)
  await git(...ofCheckout, '-c', 'user.name=Lab', '-c', 'user.email=lab@example.com', 'commit', '--quiet', '-m', 'all')
  return { url: `file://${folder}`, commit: (await git('rev-parse', 'main')).trim() }
}
