import { UserError } from '../../src/errors.js'
import { checkedOutRef, remoteHead } from '../../src/git/branch.js'
import { GitFailure, openGit } from '../../src/git/repository.js'
import { numberMember, parseJson, textMember } from '../../src/json.js'
import type { Environment, HttpRequest, Runner } from '../../src/runner/ports.js'

export interface Delivery {
  /** From the workspace. */
  readonly files: readonly string[]
  /** The first line is the title. Names and keys, never a value. */
  readonly message: string
  /** The environment of git: without the values. */
  readonly env: Environment
}

/** Commits the files as they are in the work tree, and pushes that one commit onto the branch that is checked out. */
export async function deliverCommit(delivery: Delivery, runner: Runner): Promise<string> {
  const place = await commitPlace(delivery, runner)
  const commit = await makeCommit(delivery, place, runner)
  await push(delivery, runner, commit, `refs/heads/${place.branch}`)
  const git = openGit(runner.exec, runner.workspace, delivery.env)
  await git.run('update-ref', '-m', 'fluxgate seal', 'HEAD', commit, place.head)
  await git.run('reset', '--quiet', '--', ...delivery.files)
  return `Committed ${commit.slice(0, 12)} to ${place.branch}`
}

/** Commits the files onto a branch of their own, and opens a pull request for it, or brings the open one up to date. */
export async function deliverPullRequest(
  delivery: Delivery,
  options: { readonly branch: string; readonly token: string },
  runner: Runner,
): Promise<string> {
  const place = await commitPlace(delivery, runner)
  if (options.branch === place.branch) {
    throw new UserError(
      `input "branch" is "${options.branch}", the branch that is checked out: a pull request needs another one`,
    )
  }
  const commit = await makeCommit(delivery, place, runner)
  // The branch is ours alone: what an earlier run left there is outdated.
  await push(delivery, runner, commit, `refs/heads/${options.branch}`, '--force')
  return openPullRequest(delivery.message, { ...options, base: place.branch }, runner)
}

interface Place {
  readonly branch: string
  readonly head: string
}

/**
 * The branch that is checked out. Its head must be the one at origin: whatever else is between them, a proposal of a
 * stranger's even, would be published with the commit.
 */
async function commitPlace({ env }: Delivery, runner: Runner): Promise<Place> {
  const git = openGit(runner.exec, runner.workspace, env)
  const head = (await git.ask('rev-parse', '--verify', '--quiet', 'HEAD^{commit}'))?.trim()
  if (head === undefined)
    throw new UserError('there is no git commit here to put the sealed files onto', { next: 'Use deliver: files' })
  // On GitHub the checkout is detached for anything but a branch; the event's ref says which one it is.
  const ref = (await checkedOutRef(git)) ?? (runner.kind === 'github' ? runner.env.GITHUB_REF : undefined)
  const branch = /^refs\/heads\/(.+)$/.exec(ref ?? '')?.[1]
  if (branch === undefined) {
    throw new UserError(`${ref ?? 'a single commit'} is checked out, and no branch: there is nowhere to deliver to`, {
      next: 'Run it on a branch, or use deliver: files',
    })
  }
  const remote = await remoteHead(git, branch)
  if ('unknown' in remote) throw new UserError(remote.unknown, { next: 'The checkout needs persist-credentials: true' })
  if (remote.sha === head) return { branch, head }
  throw new UserError(
    `${head.slice(0, 12)} is checked out, and ${branch} at origin is at ${remote.sha.slice(0, 12)}: the commit would carry more than the sealed files, or be refused`,
    { next: `Check out the head of ${branch} and run again` },
  )
}

/** Makes the commit beside the index and the work tree, so that nothing else gets into it. */
async function makeCommit({ files, message, env }: Delivery, { head }: Place, runner: Runner): Promise<string> {
  const folder = await runner.files.temporaryFolder('fluxgate-index')
  try {
    const identity = runner.kind === 'github' ? ROBOT : {}
    const git = openGit(runner.exec, runner.workspace, { ...env, ...identity, GIT_INDEX_FILE: `${folder}/index` })
    await git.run('read-tree', head)
    await git.run('add', '--force', '--', ...files)
    const tree = (await git.run('write-tree')).trim()
    return (await git.feed(message, 'commit-tree', tree, '-p', head, '-F', '-')).trim()
  } finally {
    await runner.files.remove(folder)
  }
}

const ROBOT = {
  GIT_AUTHOR_NAME: 'github-actions[bot]',
  GIT_AUTHOR_EMAIL: '41898282+github-actions[bot]@users.noreply.github.com',
  GIT_COMMITTER_NAME: 'github-actions[bot]',
  GIT_COMMITTER_EMAIL: '41898282+github-actions[bot]@users.noreply.github.com',
}

async function push(
  { env }: Delivery,
  runner: Runner,
  commit: string,
  ref: string,
  ...options: readonly string[]
): Promise<void> {
  const git = openGit(runner.exec, runner.workspace, env)
  try {
    await git.run('push', '--quiet', ...options, 'origin', `${commit}:${ref}`)
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error
    throw new UserError(`origin refuses the push to ${ref}: ${error.message}`, {
      next: 'The job needs contents: write and a checkout with persist-credentials: true; if the branch has moved, run again',
      cause: error,
    })
  }
}

async function openPullRequest(
  message: string,
  { branch, token, base }: { readonly branch: string; readonly token: string; readonly base: string },
  runner: Runner,
): Promise<string> {
  const repository = runner.env.GITHUB_REPOSITORY
  if (!repository)
    throw new UserError('the variable GITHUB_REPOSITORY (owner/name) is not set', {
      next: 'Set it, or open the pull request by hand',
    })
  const api = `${runner.env.GITHUB_API_URL || 'https://api.github.com'}/repos/${repository}/pulls`
  const ask = async (method: HttpRequest['method'], url: string, body?: unknown) => {
    const headers = {
      authorization: `Bearer ${token}`,
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
    }
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const response = await runner.http({ method, url, headers, signal: runner.signal, ...sent })
    const answer = parseJson(Buffer.from(response.body).toString('utf8'))
    if (response.status < 300) return answer
    const said = textMember(answer, 'message') ?? 'no reason given'
    throw new UserError(`GitHub refuses ${method} ${url.split('?')[0]}: ${response.status}, ${said}`, {
      next: 'The token needs pull-requests: write, and the repository’s settings must let Actions create pull requests',
    })
  }
  const [title = '', ...rest] = message.split('\n')
  const body = rest.join('\n').trim()
  const [owner] = repository.split('/')
  const open = await ask(
    'GET',
    `${api}?state=open&base=${encodeURIComponent(base)}&head=${encodeURIComponent(`${owner}:${branch}`)}`,
  )
  const number = Array.isArray(open) ? numberMember(open[0], 'number') : undefined
  if (number === undefined) {
    const made = await ask('POST', api, { title, body, head: branch, base })
    return `Opened the pull request ${textMember(made, 'html_url') ?? ''}`
  }
  const changed = await ask('PATCH', `${api}/${number}`, { title, body })
  return `Brought the pull request ${textMember(changed, 'html_url') ?? `#${number}`} up to date`
}
