import { UserError } from '../errors.js'
import { checkedOutRef, originBranch } from '../git/branch.js'
import type { Git } from '../git/repository.js'
import { printRepositoryName, repositoryOfRemote } from './repository-name.js'
import { type SomeValues, valueProblem } from './values.js'

/**
 * Why a branch is the wrong one, as a sentence: build-push gives tags that begin with `main` on the default branch alone. Undefined when it
 * is that branch, or nobody here knows which it is.
 */
export async function branchProblem(git: Git, branch: string): Promise<string | undefined> {
  const main = (await originBranch(git).catch(withoutGit))?.replace('refs/heads/', '')
  if (main === undefined || main === branch) return undefined
  return `the branch "${branch}" is not the default one of origin, which is "${main}": its builds get tags of their own, which the ImagePolicies do not take`
}

/** What git knows of the repository's values: where it comes from, and its main branch. Nothing is asked over the network. */
export async function gitValues(git: Git): Promise<SomeValues> {
  const remote = repositoryOfRemote((await git.ask('remote', 'get-url', 'origin').catch(withoutGit))?.trim() ?? '')
  const ref = (await originBranch(git).catch(withoutGit)) ?? (await checkedOutRef(git).catch(withoutGit))
  const branch = ref?.replace('refs/heads/', '')
  return {
    ...(remote === undefined ? {} : { repo: printRepositoryName(remote) }),
    ...(branch === undefined || valueProblem('branch', branch) !== undefined ? {} : { branch }),
  }
}

/** Without git nothing is known. */
function withoutGit(error: unknown): undefined {
  if (error instanceof UserError) return undefined
  throw error
}
