import { startsOnPush } from '../../workflow/push-filter.js'
import { skipsWorkflows } from '../../workflow/skipped-push.js'
import type { Workflow } from '../inventory/workflow.js'

/** Whether a commit of the automation starts a workflow that builds. */
export interface Restart {
  /** Path of the workflow. */
  readonly workflow: string
  /** Null when the branch of the commit is not known. */
  readonly starts: boolean | null
  readonly why: string
}

/**
 * What GitHub does with the commit, which Flux pushes with a deploy key, so that it counts like anybody's.
 *
 * @param branch undefined when the tree does not say it
 * @param files from the root of the repository
 */
export function restartOf(
  { file, push }: Workflow,
  branch: string | undefined,
  files: readonly string[],
  message: string,
): Restart {
  const workflow = file.path
  if (push === undefined) return { workflow, starts: false, why: 'no push starts it' }
  if (skipsWorkflows(message)) return { workflow, starts: false, why: 'the message tells GitHub to skip workflows' }
  if (branch === undefined) {
    const never =
      push.branches === undefined && push.branchesIgnore === undefined && !startsOnPush(push, { branch: '', files })
    if (never) return { workflow, starts: false, why: 'its filters leave out every file of the commit' }
    return { workflow, starts: null, why: 'the tree does not say which branch the commit goes to' }
  }
  if (startsOnPush(push, { branch, files })) {
    const reason =
      push.paths === undefined && push.pathsIgnore === undefined
        ? 'it filters no paths'
        : 'its path filters let a file of the commit through'
    return { workflow, starts: true, why: reason }
  }
  const byBranch = !startsOnPush({ ...push, paths: undefined, pathsIgnore: undefined }, { branch, files })
  return {
    workflow,
    starts: false,
    why: byBranch ? `it does not start on ${branch}` : 'its path filters leave out every file of the commit',
  }
}
