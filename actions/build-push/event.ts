import { member, textMember } from '../../src/json.js'
import type { Environment } from '../../src/runner/ports.js'

/** What started the run, as far as the build needs to know. */
export interface BuildEvent {
  /** `pull-request` is everything that builds somebody's proposal: it never pushes. */
  readonly kind: 'push' | 'manual' | 'pull-request' | 'other'
  /** The full ref, such as `refs/heads/master`; undefined on a detached checkout in a terminal. */
  readonly ref: string | undefined
  /** Whether the ref is the repository's main line; undefined when nobody says which branch that is. */
  readonly mainLine: boolean | undefined
  /** `https://github.com/owner/name`; undefined outside of GitHub. */
  readonly source: string | undefined
  /** The commit that the event names: 40 hex digits. */
  readonly sha: string | undefined
}

const PROPOSALS = new Set([
  'pull_request',
  'pull_request_target',
  'pull_request_review',
  'pull_request_review_comment',
  'merge_group',
])

/** The event of a GitHub Actions run, from its environment and its parsed payload. */
export function githubEvent(env: Environment, payload: unknown): BuildEvent {
  const name = env.GITHUB_EVENT_NAME ?? ''
  const ref = env.GITHUB_REF || undefined
  const defaultBranch = textMember(member(payload, 'repository'), 'default_branch')
  return {
    kind: eventKind(name, ref, payload),
    ref,
    mainLine: defaultBranch === undefined || ref === undefined ? undefined : ref === `refs/heads/${defaultBranch}`,
    source: env.GITHUB_REPOSITORY
      ? `${env.GITHUB_SERVER_URL || 'https://github.com'}/${env.GITHUB_REPOSITORY}`
      : undefined,
    sha: env.GITHUB_SHA || undefined,
  }
}

function eventKind(name: string, ref: string | undefined, payload: unknown): BuildEvent['kind'] {
  if (PROPOSALS.has(name) || ref?.startsWith('refs/pull/')) return 'pull-request'
  // A workflow_run that a pull request started runs with the repository's own rights, on a proposal's code.
  const started = textMember(member(payload, 'workflow_run'), 'event')
  if (started !== undefined && PROPOSALS.has(started)) return 'pull-request'
  // So does a comment on a pull request.
  if (member(member(payload, 'issue'), 'pull_request') !== undefined) return 'pull-request'
  if (name === 'push') return 'push'
  return name === 'workflow_dispatch' || name === 'repository_dispatch' ? 'manual' : 'other'
}
