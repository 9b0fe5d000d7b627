import { UserError } from '../errors.js'
import { checkedOutRef, originBranch } from '../git/branch.js'
import type { Git } from '../git/repository.js'
import { printRepositoryName, repositoryOfRemote } from './repository-name.js'
import { type SomeValues, valueProblem } from './values.js'

/** What git knows of the repository's values: where it comes from, and its main branch. Nothing is asked over the network. */
export async function gitValues(git: Git): Promise<SomeValues> {
  try {
    const remote = repositoryOfRemote((await git.ask('remote', 'get-url', 'origin'))?.trim() ?? '')
    const branch = ((await originBranch(git)) ?? (await checkedOutRef(git)))?.replace('refs/heads/', '')
    return {
      ...(remote === undefined ? {} : { repo: printRepositoryName(remote) }),
      ...(branch === undefined || valueProblem('branch', branch) !== undefined ? {} : { branch }),
    }
  } catch (error) {
    // Without git nothing is known.
    if (error instanceof UserError) return {}
    throw error
  }
}
