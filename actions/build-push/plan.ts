import { UserError } from '../../src/errors.js'
import { type BuildTag, buildTag, printTag, timeAfter } from '../../src/image/tag.js'
import { prefixOfRef } from '../../src/image/tag-prefix.js'
import type { BuildEvent } from './event.js'

/** What a run is going to do: made once, before anything is built, and the same for all of its images. */
export interface Plan {
  readonly tag: BuildTag
  /** The tag as it is written. */
  readonly text: string
  /** The published tag that is in front of the clock, when the time had to be moved behind it. */
  readonly movedBehind: BuildTag | undefined
}

export interface PlanFacts {
  readonly prefix: string
  /** The full commit. */
  readonly sha: string
  /** Unix seconds. */
  readonly now: number
  /** The tags of all of the run's repositories. */
  readonly published: readonly string[]
}

export function makePlan(facts: PlanFacts): Plan {
  const { seconds, after } = timeAfter(facts.now, facts.prefix, facts.published)
  if (after !== undefined && String(seconds).length > String(after.seconds).length) {
    throw new UserError(`the registry has the tag ${printTag(after)}, and no later one can be written`, {
      next: 'Delete that tag',
    })
  }
  const tag = buildTag(facts.prefix, facts.sha, seconds)
  return { tag, text: printTag(tag), movedBehind: after }
}

/**
 * The prefix of the run's tags: that of the inputs on the main line, the ref's own elsewhere.
 *
 * @throws UserError when there is no ref to name
 */
export function planPrefix(event: BuildEvent, mainPrefix: string): string {
  if (event.ref === undefined) {
    throw new UserError('no branch is checked out, so there is none to name the tag after', {
      next: 'Check one out (git switch)',
    })
  }
  return event.mainLine ? mainPrefix : prefixOfRef(event.ref, mainPrefix)
}

/** Why nothing will be pushed; undefined when it will. */
export function reasonNotToPush(event: BuildEvent, push: boolean): string | undefined {
  if (!push) return 'the input "push" is "false"'
  return event.kind === 'pull-request' ? 'a pull request never pushes' : undefined
}

/** The branch of a ref, or undefined when it is a tag or a pull request. */
export function branchOf(ref: string | undefined): string | undefined {
  return ref?.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined
}
