import { UserError } from '../errors.js'
import { type Git, openGit } from '../git/repository.js'
import type { Runner } from '../runner/ports.js'
import { repositoryOfRemote } from './repository-name.js'

/** Which fluxgate a workflow uses: `OWNER/NAME`, and a full commit, which nobody can move as they can a tag or a branch. */
export interface Pin {
  readonly repository: string
  readonly commit: string
}

/** `OWNER/NAME@COMMIT`, taken apart; what is wrong with it, as the end of a sentence. */
export function parsePin(text: string): Pin | string {
  const [, repository, commit] = /^([\w-]+\/[\w.-]+)@([0-9a-f]{40})$/.exec(text) ?? []
  // As it stands in the documents. Somebody may have that name at GitHub, and workflows would run what they have there.
  if (repository?.startsWith('OWNER/')) return 'still has OWNER in it: expected whose fluxgate it is'
  if (repository !== undefined && commit !== undefined) return { repository, commit }
  return 'is no pin: expected OWNER/NAME@COMMIT with all 40 digits of the commit, such as git ls-remote prints; tags and branches can be moved'
}

/**
 * The commit of this program's own checkout, when its origin is known to have it: nothing is asked over the network. Undefined when this
 * is no checkout, or the commit is nobody else's yet.
 */
export async function ownPin(
  { exec, env, files }: Pick<Runner, 'exec' | 'env' | 'files'>,
  home: string,
): Promise<Pin | undefined> {
  const git = openGit(exec, home, env)
  const ask = (...args: readonly string[]) => said(git, args)
  const top = await ask('rev-parse', '--show-toplevel')
  // Within node_modules the repository around it is another one.
  if (top === undefined || (await files.realPath(top)) !== (await files.realPath(home))) return undefined
  const commit = await ask('rev-parse', '--verify', 'HEAD^{commit}')
  const origin = repositoryOfRemote((await ask('remote', 'get-url', 'origin')) ?? '')
  const published = await ask('for-each-ref', '--count=1', '--contains=HEAD', 'refs/remotes/origin/')
  if (commit === undefined || origin === undefined || !published) return undefined
  return { repository: `${origin.owner}/${origin.name}`, commit }
}

async function said(git: Git, args: readonly string[]): Promise<string | undefined> {
  try {
    return (await git.ask(...args))?.trim()
  } catch (error) {
    // Without git there is no checkout to ask.
    if (error instanceof UserError) return undefined
    throw error
  }
}

/** A template of ours with the pin filled in. */
export function pinned(text: string, { repository, commit }: Pin): string {
  return text.replaceAll(/\bOWNER\/fluxgate\/actions\/([a-z-]+)@COMMIT\b/g, `${repository}/actions/$1@${commit}`)
}
