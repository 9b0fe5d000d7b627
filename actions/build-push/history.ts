import { type AutomationAuthor, isAutomationCommit } from '../../src/flux/automation-commit.js'
import { DEPTH, fetchBranch, hasCommit, isShallow, remoteHead } from '../../src/git/branch.js'
import { changesOf } from '../../src/git/commits.js'
import { type Git, GitFailure } from '../../src/git/repository.js'
import { parseTag } from '../../src/image/tag.js'
import type { StalenessFacts } from './staleness.js'

/** The image automation that a tree holds. */
export interface Automation {
  readonly fluxPath: string
  readonly authors: readonly AutomationAuthor[]
}

/** Whether image automation made a commit; undefined when its parent is not at hand and cannot be brought. */
export async function madeByAutomation(
  git: Git,
  sha: string,
  branch: string | undefined,
  automation: Automation,
): Promise<boolean | undefined> {
  if (!(await hasCommit(git, `${sha}^`)) && (await isShallow(git))) {
    await bring(git, branch)
    if (!(await hasCommit(git, `${sha}^`)) && (await isShallow(git))) return undefined
  }
  const [commit] = await changesOf(git, '-1', sha)
  return commit !== undefined && isAutomationCommit(commit, automation.fluxPath, automation.authors)
}

/** What is needed to judge whether a commit is its branch's newest; works in a shallow checkout as far as origin answers. */
export async function stalenessFacts(
  git: Git,
  sha: string,
  branch: string | undefined,
  automation: Automation,
  head: Promise<StalenessFacts['branchHead']>,
  published: readonly string[],
): Promise<StalenessFacts> {
  const branchHead = await head
  const facts = { sha, branchHead, since: undefined, descendants: [], published }
  if (branchHead !== undefined && 'sha' in branchHead && branchHead.sha !== sha) {
    if (!(await hasCommit(git, branchHead.sha))) await bring(git, branch)
    return {
      ...facts,
      since: await commitsSince(git, sha, branchHead.sha, automation),
      descendants: await publishedDescendants(git, sha, published),
    }
  }
  return { ...facts, descendants: await publishedDescendants(git, sha, published) }
}

/** Brings the branch's commits; when origin does not give them, the judgement says what it could not know. */
async function bring(git: Git, branch: string | undefined): Promise<void> {
  try {
    if (branch !== undefined) await fetchBranch(git, branch)
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error
  }
}

async function commitsSince(
  git: Git,
  sha: string,
  head: string,
  automation: Automation,
): Promise<StalenessFacts['since']> {
  if ((await git.ask('merge-base', '--is-ancestor', sha, head)) === undefined) return undefined
  const commits = await changesOf(git, `--max-count=${DEPTH}`, `${sha}..${head}`)
  return commits.map(commit => ({
    sha: commit.sha,
    automation: isAutomationCommit(commit, automation.fluxPath, automation.authors),
  }))
}

/** Of the commits that published tags name, those that come after the one that is built. */
async function publishedDescendants(git: Git, sha: string, published: readonly string[]): Promise<readonly string[]> {
  const sha7s = new Set(published.map(tag => parseTag(tag)?.sha7).filter(sha7 => sha7 !== undefined))
  sha7s.delete(sha.slice(0, 7))
  if (sha7s.size === 0) return []
  const asked = [...sha7s].map(sha7 => `${sha7}^{commit}\n`).join('')
  const found = await git.feed(asked, 'cat-file', '--batch-check=%(objectname) %(objecttype)')
  const commits = [...found.matchAll(/^([0-9a-f]{40,64}) commit$/gm)].map(match => match[1] ?? '')
  if (commits.length === 0) return []
  const later = await git.feed(`^${sha}\n${commits.join('\n')}\n`, 'rev-list', '--ancestry-path', '--stdin')
  const descendants = new Set(later.split('\n'))
  return commits.filter(commit => descendants.has(commit))
}

/** The head of the branch at origin; undefined for what is no branch, and in a repository without an origin. */
export async function headOf(git: Git, branch: string | undefined): Promise<StalenessFacts['branchHead']> {
  if (branch === undefined || (await git.ask('remote', 'get-url', 'origin')) === undefined) return undefined
  return remoteHead(git, branch)
}
