import { UserError } from '../../src/errors.js'
import { IMAGE_OBJECT, type ImageObjects, readImageObjects } from '../../src/flux/image-objects.js'
import { checkedOutRef, originBranch } from '../../src/git/branch.js'
import { type Commit, headCommit } from '../../src/git/commits.js'
import { type Git, openGit } from '../../src/git/repository.js'
import { parseJson } from '../../src/json.js'
import type { Runner } from '../../src/runner/ports.js'
import { type BuildEvent, githubEvent } from './event.js'
import { type Automation, madeByAutomation } from './history.js'
import type { Inputs } from './inputs.js'
import { branchOf, planPrefix } from './plan.js'
import { plainSummary } from './report.js'

/** What is built, and where it comes from. */
export interface Source {
  readonly git: Git
  readonly event: BuildEvent
  /** The commit that is checked out. */
  readonly commit: Commit
  readonly branch: string | undefined
  readonly prefix: string
  readonly objects: ImageObjects
  readonly automation: Automation
}

/** Reads what is checked out, and what the event says of it. */
export async function readSource(inputs: Inputs, runner: Runner): Promise<Source> {
  const git = openGit(runner.exec, runner.workspace, runner.env)
  const head = await headCommit(git)
  const event = await readEvent(git, runner)
  const commit = head ?? commitWithoutGit(event, runner)
  if (event.sha !== undefined && event.kind === 'push' && event.sha !== commit.sha) {
    runner.log.notice(`The event names commit ${event.sha}, and ${commit.sha} is checked out: the tag names the latter`)
  }
  const fluxPath = inputs['flux-path'] ?? ''
  const objects = head === undefined ? readImageObjects([]) : await readFluxPath(git, fluxPath, runner)
  return {
    git,
    event,
    commit,
    branch: branchOf(event.ref),
    prefix: planPrefix(event, inputs['tag-prefix']),
    objects,
    automation: { fluxPath, authors: objects.automations.map(automation => automation.author) },
  }
}

async function readEvent(git: Git, runner: Runner): Promise<BuildEvent> {
  const { env } = runner
  const payload = parseJson((env.GITHUB_EVENT_PATH && (await runner.files.readText(env.GITHUB_EVENT_PATH))) || '{}')
  const event: BuildEvent =
    runner.kind === 'github'
      ? githubEvent(env, payload)
      : { kind: 'manual', ref: await checkedOutRef(git), mainLine: undefined, source: undefined, sha: undefined }
  if (event.mainLine !== undefined) return event
  const main = await originBranch(git)
  const mainLine = main === undefined ? /^refs\/heads\/(?:main|master)$/.test(event.ref ?? '') : event.ref === main
  return { ...event, mainLine }
}

/** Checked out without a repository, from an archive: the event alone says what it is. */
function commitWithoutGit(event: BuildEvent, runner: Runner): Commit {
  if (event.sha === undefined) {
    throw new UserError(
      `${runner.workspace} is no git repository with a commit: the tag names the commit that is built`,
    )
  }
  runner.log.warning('There is no git repository here: the commit is the event’s, and whether it is stale is not known')
  return {
    sha: event.sha,
    seconds: Math.floor(runner.clock.now() / 1000),
    author: { name: '', email: '' },
    subject: '',
  }
}

async function readFluxPath(git: Git, fluxPath: string, runner: Runner): Promise<ImageObjects> {
  if (fluxPath === '') return readImageObjects([])
  const found = await git.ask('grep', '-l', '-z', '-I', '--untracked', '-F', IMAGE_OBJECT, '--', fluxPath)
  const paths = (found ?? '').split('\0').filter(path => path !== '')
  const files = await Promise.all(
    paths.map(async path => [path, (await runner.files.readText(`${runner.workspace}/${path}`)) ?? ''] as const),
  )
  return readImageObjects(files)
}

/** A push by the image automation holds nothing to build, and building it would start the next one. */
export async function skipAutomationCommit(source: Source, runner: Runner): Promise<boolean> {
  const { git, event, commit, branch, automation, objects } = source
  if (event.kind !== 'push' || automation.fluxPath === '') return false
  if (objects.automations.length === 0 && !(await hasMarkers(git, automation.fluxPath))) return false
  const automated = await madeByAutomation(git, commit.sha, branch, automation)
  if (automated === undefined) {
    runner.log.warning(
      'Whether image automation made this commit is not known: the checkout is shallow and origin does not give more. Check out with fetch-depth: 2 or more',
    )
  }
  if (automated !== true) return false
  runner.log.notice(`Nothing to build: commit ${commit.sha} was made by the image automation`)
  runner.output('skipped', 'automation-commit')
  await runner.summary(plainSummary('Nothing to build', [`Commit ${commit.sha} was made by the image automation`]))
  return true
}

async function hasMarkers(git: Git, fluxPath: string): Promise<boolean> {
  return (await git.ask('grep', '-q', '-I', '-F', '"$imagepolicy"', '--', fluxPath)) !== undefined
}
