import type { Git } from '../../src/git/repository.js'
import { member, textMember } from '../../src/json.js'

/** What a tree is compared with, or why there is nothing to compare it with. */
export type Base = { readonly commit: string } | { readonly missing: string; readonly next: string }

export interface BaseEvent {
  readonly payload: unknown
  readonly sha: string | undefined
}

/**
 * The commit before the change.
 *
 * On a pull request GitHub checks out the merge of the change into its base; the first parent is then the base, exactly. Without
 * that merge it is where the change left the branch. A commit that a shallow checkout lacks is fetched, nothing around it.
 *
 * @param named what the user says; undefined takes the pull request's own
 * @param event its payload, and the commit that GitHub made the run for
 * @returns undefined where there is nothing to compare with and nobody asked for it
 */
export async function findBase(git: Git, named: string | undefined, event: BaseEvent): Promise<Base | undefined> {
  if (named !== undefined) {
    const commit = (await commitOf(git, named)) ?? (await commitOf(git, `origin/${named}`))
    if (commit === undefined) return missing(`${named} is not here`)
    return forked(git, commit)
  }
  const { payload } = event
  const base = textMember(member(member(payload, 'pull_request'), 'base'), 'sha')
  const target = textMember(member(payload, 'merge_group'), 'base_sha') ?? base
  if (target === undefined) return undefined
  const [head = '', first, second] = ((await git.ask('rev-list', '--parents', '--max-count=1', 'HEAD')) ?? '')
    .trim()
    .split(' ')
  // A shallow checkout hides the parents; the commit itself names them.
  const parents =
    first === undefined && head !== ''
      ? await writtenParents(git)
      : [first, second].filter(parent => parent !== undefined)
  // A branch that was checked out by itself may end in a merge too, but of something else.
  const [merged] = parents.length === 2 && head === event.sha ? parents : []
  const commit =
    (await present(git, merged ?? target)) ?? (merged === undefined ? undefined : await present(git, target))
  if (commit === undefined)
    return missing(`the base ${(merged ?? target).slice(0, 7)} is not here and could not be fetched`)
  return merged === undefined ? forked(git, commit) : { commit }
}

/** Where the change left the branch: what came to the branch since then is not the change's doing. */
async function forked(git: Git, commit: string): Promise<Base> {
  const fork = (await git.ask('merge-base', commit, 'HEAD'))?.trim()
  return { commit: fork || commit }
}

async function present(git: Git, commit: string): Promise<string | undefined> {
  const found = await commitOf(git, commit)
  if (found !== undefined || !/^[0-9a-f]{40,64}$/.test(commit)) return found
  await git.ask('fetch', '--quiet', '--no-tags', '--depth=1', 'origin', commit)
  return commitOf(git, commit)
}

async function commitOf(git: Git, revision: string): Promise<string | undefined> {
  return (
    (await git.ask('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`))?.trim() || undefined
  )
}

async function writtenParents(git: Git): Promise<readonly string[]> {
  const text = (await git.ask('cat-file', 'commit', 'HEAD')) ?? ''
  const head = text.split('\n\n')[0] ?? ''
  return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(match => match[1] ?? '')
}

function missing(why: string): Base {
  return { missing: why, next: 'Give actions/checkout `fetch-depth: 0`, so that the history is there' }
}
