import { type Git, GitFailure } from './repository.js'

/** How many commits a shallow checkout is deepened by. */
export const DEPTH = 50

/** The ref that a fetched branch is kept under while it is looked at. */
const SCRATCH = 'refs/fluxgate/branch'

/** The commit at the head of a branch at `origin`; a sentence when it cannot be known. */
export async function remoteHead(
  git: Git,
  branch: string,
): Promise<{ readonly sha: string } | { readonly unknown: string }> {
  try {
    const output = await git.run('ls-remote', '--exit-code', 'origin', `refs/heads/${branch}`)
    const sha = /^[0-9a-f]{40,64}/.exec(output)?.[0]
    return sha === undefined ? { unknown: `origin names no commit for ${branch}` } : { sha }
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error
    return { unknown: `origin could not be asked for the head of ${branch} (${error.message})` }
  }
}

export async function isShallow(git: Git): Promise<boolean> {
  return (await git.ask('rev-parse', '--is-shallow-repository'))?.trim() === 'true'
}

/** The git branch that is checked out, as a full ref; undefined when HEAD is detached. */
export async function checkedOutRef(git: Git): Promise<string | undefined> {
  return (await git.ask('symbolic-ref', '--quiet', 'HEAD'))?.trim()
}

/** The branch that `origin` calls its own, as a full ref; undefined when this clone does not know. */
export async function originBranch(git: Git): Promise<string | undefined> {
  const ref = (await git.ask('symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD'))?.trim()
  return ref?.replace('refs/remotes/origin/', 'refs/heads/')
}

/**
 * Brings the commits of a branch at `origin`. A shallow checkout with a short history gets DEPTH more commits of it, and
 * those that join it to the branch's head; none has fewer than before. The work tree, the index and all refs stay as
 * they are.
 *
 * @throws GitFailure when origin does not give them
 */
export async function fetchBranch(git: Git, branch: string): Promise<void> {
  // A depth would count from the branch's head, and cut off what is already here.
  const deepen = (await isShort(git)) ? [`--deepen=${DEPTH}`] : []
  try {
    await git.run(
      'fetch',
      '--quiet',
      '--no-tags',
      '--no-recurse-submodules',
      // Without a map the branch's own remote-tracking ref is not moved.
      '--refmap=',
      ...deepen,
      'origin',
      `+refs/heads/${branch}:${SCRATCH}`,
    )
  } finally {
    await git.ask('update-ref', '-d', SCRATCH)
  }
}

/** Whether this is a shallow checkout that lacks commits to look back at. */
async function isShort(git: Git): Promise<boolean> {
  if (!(await isShallow(git))) return false
  const commits = Number(await git.ask('rev-list', '--count', '--first-parent', 'HEAD'))
  return !(commits >= DEPTH)
}

export async function hasCommit(git: Git, revision: string): Promise<boolean> {
  return (await git.ask('cat-file', '-e', `${revision}^{commit}`)) !== undefined
}
